"""What a table can hold comes back from it unchanged, as CSV and as a workbook."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.formats.tables import document_from_table, read_table
from spotifymodel.formats.tables.write_csv import write_csv
from spotifymodel.formats.tables.write_xlsx import write_xlsx
from spotifymodel.model.ids import id_key

from .lines import as_list, line_managers, who

LETTERS = "abzAZ019éÖß-'=+@,\"._ &#اب漢🙂"
WORDS = st.text(LETTERS, min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(lambda t: t.strip("-–—?. ") != "")
DATES = st.sampled_from([None, "2026-01-01", "2027-03-04", "2027-12-31"])


@st.composite
def seats(draw: st.DrawFn, people: list[str]) -> list[Any]:
    holders = []
    for person in draw(st.lists(st.sampled_from(people), max_size=4, unique=True)):
        seat: dict[str, Any] = {"person": person}
        if draw(st.booleans()):
            seat["allocation"] = draw(st.sampled_from([0.5, 0.25, 1.0, 0.3333]))
        start, until = sorted([draw(DATES) or "", draw(DATES) or "9"])
        if start and start != until and draw(st.booleans()):
            seat["from"] = start
        if until != "9" and start < until and draw(st.booleans()):
            seat["until"] = until
        holders.append(seat if len(seat) > 1 else person)
    return holders


@st.composite
def charts(draw: st.DrawFn) -> dict[str, Any]:
    n = draw(st.integers(1, 7))
    ids = draw(st.lists(WORDS.map(lambda w: f"p{w}"), min_size=n, max_size=n, unique_by=id_key))
    names = draw(st.lists(st.one_of(st.none(), WORDS), min_size=n, max_size=n))
    people: list[dict[str, Any]] = [{"id": i, "name": name} if name else {"id": i} for i, name in zip(ids, names, strict=True)]
    units = _units(draw, people)
    for person in people:
        for key, values in (
            ("job_title", WORDS),
            ("location", WORDS),
            ("seniority", WORDS),
            ("fte", st.sampled_from([1.0, 0.8, 0.0, 1.5])),
            ("agile_years", st.sampled_from([0.0, 2.0, 2.5])),
            ("skills", st.just({"sql": 3, "data-analyse": 0})),
            ("vacancy", st.just(True)),
            ("second_line", st.just(True)),
            ("external", st.just(True)),
        ):
            if draw(st.integers(0, 3)) == 0:
                person[key] = draw(values)
    chart: dict[str, Any] = {"format": "spotifymodel/1", "people": people}
    if units:
        chart["units"] = units
    if any("skills" in p for p in people):
        chart["skills"] = [{"id": "data-analyse"}, {"id": "sql"}]
    squad_ids = iter(draw(st.lists(WORDS, min_size=6, max_size=6, unique_by=id_key)))
    chapter_ids = iter(draw(st.lists(WORDS, min_size=6, max_size=6, unique_by=id_key)))
    tribes = []
    for tribe_id in draw(st.lists(WORDS, max_size=2, unique_by=id_key)):
        tribe: dict[str, Any] = {"id": tribe_id, "name": draw(WORDS)}
        _hold(tribe, "lead", draw(seats(ids)))
        _hold(tribe, "agile_coaches", draw(seats(ids)))
        _hold(tribe, "support", draw(seats(ids)))
        tribes.append(_with_teams(draw, tribe, ids, squad_ids, chapter_ids))
    if tribes:
        chart["tribes"] = tribes
    return _with_teams(draw, chart, ids, squad_ids, chapter_ids)


def _units(draw: Any, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Units whose managers stand before their people, so that nobody reports to themselves in the end."""
    units: list[dict[str, Any]] = []
    lowest: list[int] = []
    for identity in draw(st.lists(WORDS, max_size=3, unique_by=id_key)):
        units.append({"id": identity, "name": draw(WORDS)})
        lowest.append(len(people))
    for k, person in enumerate(people):
        if units and draw(st.booleans()):
            at = draw(st.integers(0, len(units) - 1))
            person["unit"] = units[at]["id"]
            lowest[at] = min(lowest[at], k)
        if k and draw(st.integers(0, 3)) == 0:
            above = draw(st.lists(st.integers(0, k - 1), min_size=1, max_size=2, unique=True))
            person["reports_to"] = people[above[0]]["id"] if len(above) == 1 else [people[a]["id"] for a in above]
    leads: list[int] = []
    for at, unit in enumerate(units):
        lead = draw(st.integers(0, min(lowest[at], len(people) - 1)))
        leads.append(lead)
        if draw(st.booleans()):
            unit["manager"] = people[lead]["id"]
        if at and draw(st.booleans()) and leads[at - 1] < lead:
            unit["parent"] = units[at - 1]["id"]
    return units


def _with_teams(draw: Any, holder: dict[str, Any], ids: list[str], squad_ids: Any, chapter_ids: Any) -> dict[str, Any]:
    for key, names, roles in (
        ("chapters", chapter_ids, ("lead", "members")),
        ("squads", squad_ids, ("product_owner", "members", "agile_coaches", "compliance")),
    ):
        teams = []
        for _ in range(draw(st.integers(0, 2))):
            team: dict[str, Any] = {"id": next(names), "name": draw(WORDS)}
            for role in roles:
                _hold(team, role, draw(seats(ids)))
            teams.append(team)
        if teams:
            holder[key] = teams
    return holder


def _hold(record: dict[str, Any], role: str, holders: list[Any]) -> None:
    if holders:
        record[role] = holders[0] if len(holders) == 1 and role in ("lead", "product_owner") else holders


def canonical(chart: dict[str, Any]) -> dict[str, Any]:
    """Return a chart without what makes no difference: order, names that repeat ids, managers whom the unit gives anyway."""
    managers = line_managers({**chart, "people": [{**p, "reports_to": None} for p in chart["people"]]})

    def team(record: dict[str, Any]) -> Any:
        leads = {who(h) for h in as_list(record.get("lead")) if isinstance(h, str) or not {"from", "until"} & set(h)}
        told = {
            k: sorted({str(h) for h in as_list(v) if k != "members" or who(h) not in leads})
            for k, v in record.items()
            if k not in ("id", "name")
        }
        return record.get("name", record["id"]), {k: v for k, v in told.items() if v}

    def holder(record: dict[str, Any]) -> Any:
        return {kind: {t["id"]: team(t) for t in record.get(kind, ())} for kind in ("squads", "chapters")}

    people = {}
    for person in chart["people"]:
        told = {"name": person["id"], **{k: v for k, v in person.items() if v not in (None, False)}}
        if set(as_list(told.get("reports_to"))) == managers[person["id"]]:
            told.pop("reports_to", None)
        if "reports_to" in told:
            told["reports_to"] = sorted(as_list(told["reports_to"]))
        people[person["id"]] = told
    return {
        "people": people,
        "units": {u["id"]: {"name": u["id"], **u} for u in chart.get("units", ())},
        "skills": chart.get("skills", []),
        "teams": holder(chart),
        "tribes": {
            t["id"]: (team({k: v for k, v in t.items() if k not in ("squads", "chapters")}), holder(t)) for t in chart.get("tribes", ())
        },
    }


@given(charts())
@settings(max_examples=150, deadline=None)
def test_chart_to_csv_and_back_is_the_identity(chart: dict[str, Any]) -> None:
    data, lost = write_csv(chart)
    assert lost == ()
    reading = document_from_table(read_table(data, "list.csv", kind="csv"))
    assert not reading.report.rejects
    assert canonical(reading.document) == canonical(chart)


@given(charts(), st.sampled_from([";", "\t"]), st.booleans())
@settings(max_examples=25, deadline=None)
def test_other_separators_and_the_mark_of_excel_change_nothing(chart: dict[str, Any], separator: str, mark: bool) -> None:
    data, _ = write_csv(chart, separator=separator, mark=mark)
    again = document_from_table(read_table(data, "list.csv", kind="csv"))
    assert again.document == document_from_table(read_table(write_csv(chart)[0], "list.csv", kind="csv")).document


@given(charts())
@settings(max_examples=20, deadline=None)
def test_a_workbook_says_the_same_as_csv(chart: dict[str, Any]) -> None:
    data, lost = write_xlsx(chart)
    assert (data, lost) == write_xlsx(chart)
    from_book = document_from_table(read_table(data, "list.xlsx", kind="xlsx"))
    from_text = document_from_table(read_table(write_csv(chart)[0], "list.csv", kind="csv"))
    assert from_book.document == from_text.document
    assert {path: place.cell for path, place in from_book.places.items() if path[0] == "people"} == {
        path: f"A{place.line}" for path, place in from_text.places.items() if path[0] == "people"
    }


def test_what_a_table_cannot_hold_is_counted() -> None:
    chart = {
        "format": "spotifymodel/1",
        "organisation": "Polderbank",
        "people": [{"id": "a", "training": [{"ready": "2027-01-01", "skill": "sql"}]}],
        "products": [{"id": "app"}, {"id": "loan"}],
        "squads": [{"id": "s", "mission": "Grow", "members": ["a"], "needs": {"c": 1}}, {"id": "t", "mission": "Keep"}],
        "mode": "design",
    }
    assert write_csv(chart)[1] == ("organisation", "people: training", "products (2)", "squads: mission (2)", "squads: needs")


def test_seats_of_strangers_and_dated_managers_are_counted() -> None:
    chart = {
        "people": [{"id": "a", "unit": "u"}],
        "units": [{"id": "u", "manager": [{"person": "a", "from": "2027-01-01"}, "b"]}],
        "squads": [{"id": "s", "members": ["ghost"]}],
    }
    assert write_csv(chart)[1] == ("seats of people who are not in the chart", "units: dates of managers", "units: further managers")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "＝", "－", "\u200b=", " =", "\u2212", "'=", "''@"])
def test_no_cell_begins_like_a_formula_and_every_text_comes_back(sign: str) -> None:
    name = f"{sign}HYPERLINK(1)"
    data, _ = write_csv({"people": [{"id": "p", "name": name}]})
    written = data.decode().splitlines()[1].partition(",")[2].strip('"')
    assert written.startswith("'")
    reading = document_from_table(read_table(data, "x.csv", kind="csv"))
    assert reading.document["people"][0]["name"] == name.replace("\t", " ").strip()


def test_a_workbook_holds_no_formula(tmp_path: Any) -> None:
    import io

    import openpyxl

    data, _ = write_xlsx({"people": [{"id": "p", "name": "=1+1", "job_title": "https://x.example", "location": "007"}]})
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert all(cell.hyperlink is None for cell in sheet[2])


def test_bytes_are_the_same_every_time() -> None:
    chart = {"people": [{"id": "p", "name": "A", "fte": 0.8}]}
    assert write_csv(chart)[0] == write_csv(chart)[0]
    assert write_xlsx(chart)[0] == write_xlsx(chart)[0]


def test_without_xlsxwriter_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from spotifymodel.errors import MissingDependencyError

    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingDependencyError, match=r"spotifymodel\[excel\]"):
        write_xlsx({"people": [{"id": "p"}]})
