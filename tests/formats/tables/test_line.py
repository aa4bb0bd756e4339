"""Who reports to whom comes out of a chart as it went into the list, however units and managers lie across each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .lines import kinds, line_managers, read_csv_text


@st.composite
def forests(draw: st.DrawFn) -> list[tuple[str, str, list[str]]]:
    """People with any unit and any managers who stand before them in a random order: no circles."""
    n = draw(st.integers(1, 14))
    ids = [f"p{k:02}" for k in range(n)]
    order = draw(st.permutations(ids))
    units = draw(st.lists(st.sampled_from(["IT", "Sales", "Ops", "Risk", ""]), min_size=n, max_size=n))
    people = []
    for k, one in enumerate(order):
        most = draw(st.sampled_from([0, 1, 1, 1, 1, 2]))
        managers = draw(st.lists(st.sampled_from(order[:k]), min_size=0, max_size=most, unique=True)) if k else []
        people.append((one, units[k], managers))
    return sorted(people)


@given(forests(), st.sampled_from(["", "none", "NO_MANAGER", "-", "self"]))
@settings(max_examples=250, deadline=None)
def test_everybody_keeps_the_line_managers_of_the_list(people: list[tuple[str, str, list[str]]], root: str) -> None:
    rows = [f"{one},{one} X,{unit},{';'.join(managers) or (one if root == 'self' else root)}" for one, unit, managers in people]
    reading = read_csv_text("id,name,unit,manager\n" + "\n".join(rows) + "\n")
    found = line_managers(reading.document)
    taken = {dict(n.facts)["person"]: dict(n.facts)["manager"] for n in reading.report.guesses if n.kind == "no-manager-given"}
    for one, _, managers in people:
        if managers:
            assert found[one] == set(managers), one
        elif found[one]:
            assert found[one] == {taken[one]}, "a manager whom the list does not name is a reported guess"
            assert root == "", "the list says in so many words that there is none"
    assert not reading.report.rejects
    assert [p["id"] for p in reading.document["people"]] == [one for one, _, _ in people]


@given(forests())
@settings(max_examples=120, deadline=None)
def test_nobody_is_their_own_manager_in_the_end(people: list[tuple[str, str, list[str]]]) -> None:
    rows = [f"{one},{one} X,{unit},{';'.join(managers)}" for one, unit, managers in people]
    found = line_managers(read_csv_text("id,name,unit,manager\n" + "\n".join(rows) + "\n").document)
    for start in found:
        reached, queue = set(), [start]
        while queue:
            for boss in found[queue.pop()] - reached:
                reached.add(boss)
                queue.append(boss)
        assert start not in reached


@given(st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=3, unique=True), min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_circles_of_managers_are_cut_and_nobody_vanishes(above: dict[int, list[int]]) -> None:
    known = {one: [m for m in managers if m in above and m != one] for one, managers in above.items()}
    rows = [f"p{one},N{one},IT,{';'.join(f'p{m}' for m in managers)}" for one, managers in known.items()]
    reading = read_csv_text("id,name,unit,manager\n" + "\n".join(rows) + "\n")
    assert {p["id"] for p in reading.document["people"]} == {f"p{one}" for one in known}
    found = line_managers(reading.document)
    cyclic = _on_a_circle(known)
    assert bool(cyclic) == ("manager-cycle" in kinds(reading.report.rejects))
    for one, managers in known.items():
        if managers and not cyclic:
            assert found[f"p{one}"] == {f"p{m}" for m in managers}


def _on_a_circle(above: dict[int, list[int]]) -> set[int]:
    def reaches(start: int) -> set[int]:
        seen: set[int] = set()
        queue = [start]
        while queue:
            for other in above.get(queue.pop(), []):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return seen

    return {one for one in above if one in reaches(one)}


def test_the_shortest_circle_is_named() -> None:
    text = "id,name,manager\na,A,b\nb,B,c\nc,C,a;b\nd,D,c\n"
    rejects = read_csv_text(text).report.rejects
    assert "b → c → b" in rejects[0].text()
    assert {n.rows for n in rejects} == {(3,), (4,)}


def test_managers_that_swap_places_over_time_are_no_circle() -> None:
    text = "id,name,unit,manager,from,until\na,A,IT,b,,2027-01-01\nb,B,IT,none,,2027-01-01\na,A,IT,none,2027-01-01,\nb,B,IT,a,2027-01-01,\n"
    reading = read_csv_text(text)
    assert not reading.report.rejects
    assert line_managers(reading.document, "2026-06-01")["a"] == {"b"}
    assert line_managers(reading.document, "2027-06-01")["b"] == {"a"}


def test_a_unit_is_led_by_whom_most_report_to_and_others_say_so() -> None:
    text = "id,name,unit,manager\nh,H,IT,x\na,A,IT,h\nb,B,IT,h\nc,C,IT,a\nx,X,Board,\n"
    document = read_csv_text(text).document
    assert {u["id"]: u.get("manager") for u in document["units"]} == {"it": "h", "board": "x"}
    assert {u["id"]: u.get("parent") for u in document["units"]} == {"it": "board", "board": None}
    assert [p.get("reports_to") for p in document["people"]] == [None, None, None, "a", None]


def test_without_a_majority_the_lowest_common_manager_leads() -> None:
    text = "id,name,unit,manager\nx,X,Board,\na,A,Stock,x\nb,B,Stock,x\nc,C,Stock,a\nd,D,Stock,a\ne,E,Stock,b\nf,F,Stock,b\n"
    reading = read_csv_text(text)
    assert {u["id"]: u.get("manager") for u in reading.document["units"]}["stock"] == "x"
    assert "unit-manager-common" in kinds(reading.report.guesses)


def test_levels_of_units_stand_under_each_other() -> None:
    rows = ("1,Anna,Ops,Beheer,A,2", "2,Ben,Ops,Beheer,A,3", "3,Carl,Ops,Beheer,,4", "4,Dirk,Ops,,,", "5,Eva,IT,Beheer,,4")
    text = "\n".join(("id,name,divisie,afdeling,team,manager", *rows, ""))
    document = read_csv_text(text).document
    assert {u["id"]: u.get("parent") for u in document["units"]} == {
        "ops": None,
        "ops-beheer": "ops",
        "a": "ops-beheer",
        "it": None,
        "it-beheer": "it",
    }
    assert line_managers(document)["2"] == {"3"}


def test_parents_in_a_circle_are_reported_and_cut() -> None:
    reading = read_csv_text("id,name,unit,parent unit\n1,A,IT,Ops\n2,B,Ops,IT\n")
    assert kinds(reading.report.rejects) == ["unit-parent-cycle"]
    assert sum("parent" in u for u in reading.document["units"]) == 1


def test_the_named_head_of_a_unit_counts() -> None:
    reading = read_csv_text("id;naam;afdeling;afdelingshoofd\n1;Anna;IT;Ben Bos\n2;Ben Bos;IT;Ben Bos\n3;Eva;HR;iemand anders\n")
    assert {u["id"]: u.get("manager") for u in reading.document["units"]} == {"it": "2", "hr": None}
    assert kinds(reading.report.rejects) == ["unit-manager-unknown"]
    assert "iemand" not in str(reading.report)


def test_dated_places_become_dated_posts() -> None:
    text = "id,name,unit,manager,from,until\n1,Anna,IT,3,2026-01-01,2027-01-01\n1,Anna,HR,4,2027-01-01,\n3,Carl,IT,4,,\n4,Dirk,HR,,,\n"
    document = read_csv_text(text).document
    assert document["people"][0]["unit"] == [
        {"unit": "it", "from": "2026-01-01", "until": "2027-01-01"},
        {"unit": "hr", "from": "2027-01-01"},
    ]
    assert line_managers(document, "2026-06-01")["1"] == {"3"}
    assert line_managers(document, "2027-06-01")["1"] == {"4"}


def test_two_units_at_once_keep_the_first_and_say_so() -> None:
    reading = read_csv_text("id,name,unit\n1,Anna,IT\n1,Anna,HR\n")
    assert reading.document["people"] == [{"id": "1", "name": "Anna", "unit": "it"}]
    assert reading.report.rejects[0].text() == "Row 3: unit of 1 is not what row 2 says; row 2 counts."
