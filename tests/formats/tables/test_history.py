"""Lists with a history: rows of one person after each other, people who left, and column names of several known words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.formats.tables.header_words import meaning
from tests.depth import examples

from .lines import read_csv_text

HEAD = "Personalnummer;Name;Abteilung;Funktion;Wochenstunden;gültig ab;gültig bis\n"


@pytest.mark.parametrize("turned", [False, True])
def test_of_rows_after_each_other_what_holds_last_counts_whichever_row_stands_first(turned: bool) -> None:
    rows = ["1;An;IT;Tester;40;01.01.2020;31.12.2023\n", "1;An;Fach;Referentin;20;01.01.2024;\n"]
    reading = read_csv_text(HEAD + "".join(rows[::-1] if turned else rows) + "2;Bo;IT;Tester;40;;\n")
    one = reading.document["people"][0]
    assert (one["job_title"], one["fte"]) == ("Referentin", 0.5)
    assert [u["unit"] for u in one["unit"]] == (["fach", "it"] if turned else ["it", "fach"])
    assert not reading.report.rejects
    said = [n.text() for n in reading.report.guesses if n.kind == "latest-row"]
    assert said == [f"{c} changes over time; what holds last counts: row {2 if turned else 3}." for c in ("Funktion", "Wochenstunden")]


@settings(max_examples=examples(40))
@given(st.permutations([(2019, "Tester"), (2021, "Jurist"), (2024, "Architekt")]))
def test_three_periods_in_any_order_leave_the_last(rows: list[tuple[int, str]]) -> None:
    text = "".join(f"1;An;IT;{title};40;{year}-01-01;{year}-12-31\n" for year, title in rows)
    assert read_csv_text(HEAD + text).document["people"][0]["job_title"] == "Architekt"


@settings(max_examples=examples(40))
@given(st.permutations([(2019, "Architekt"), (2021, "Jurist"), (2024, "Architekt")]))
def test_who_comes_back_to_a_job_has_it_last_whichever_row_stands_first(rows: list[tuple[int, str]]) -> None:
    text = "".join(f"1;An;IT;{title};40;{year}-01-01;{year}-12-31\n" for year, title in rows)
    assert read_csv_text(HEAD + text).document["people"][0]["job_title"] == "Architekt"


def test_rows_that_hold_at_one_time_still_contradict_each_other() -> None:
    reading = read_csv_text(HEAD + "1;An;IT;Tester;40;2020-01-01;\n1;An;IT;Jurist;40;2021-01-01;\n")
    assert reading.document["people"][0]["job_title"] == "Tester"
    assert [n.kind for n in reading.report.rejects] == ["fact-differs"]


@pytest.mark.parametrize("header", ["Datum uit dienst", "Uitdiensttreding", "Austrittsdatum", "Termination Date", "End date"])
def test_the_day_on_which_people_leave_ends_their_place(header: str) -> None:
    reading = read_csv_text(f"id;naam;afdeling;{header}\n1;An;IT;31-12-2025\n2;Bo;IT;\n")
    assert reading.document["people"][0]["unit"] == {"unit": "it", "until": dt.date(2026, 1, 1).isoformat()}
    assert reading.document["people"][1]["unit"] == "it"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Mdw.nr.", "id"),
        ("Mdw nr", "id"),
        ("Nr leidinggevende", "manager_id"),
        ("Personeelsnr leidinggevende", "manager_id"),
        ("Vorgesetztennummer", "manager_id"),
        ("Nr. direct leidinggevende", "manager_id"),
        ("naam van de leidinggevende", "manager_name"),
        ("E-mail manager", "manager_email"),
        ("E-Mail direkter Vorgesetzter", "manager_email"),
        ("medewerkersnaam", "name"),
        ("Achternaam, voornaam", "name"),
        ("Nachname, Vorname", "name"),
        ("Disziplinarischer Vorgesetzter", "manager"),
    ],
)
def test_column_names_put_together_of_known_words_are_known(header: str, field: str) -> None:
    assert meaning(header) == (field, ())


@pytest.mark.parametrize("header", ["line", "of", "Manager van afdeling", "naam partner", "nummer", "line number", "staff code name"])
def test_column_names_with_another_word_or_without_a_person_are_not_settled_so(header: str) -> None:
    assert meaning(header)[0] is None


@pytest.mark.parametrize(
    ("header", "cell", "fte"),
    [("Uren", "36/40", 0.9), ("FTE", "36/40", 0.9), ("FTE", "28,8 / 36 uur", 0.8), ("FTE", "0,8 VZÄ", 0.8), ("FTE", "80 Prozent", 0.8)],
)
def test_a_part_of_a_week_can_name_the_whole_week(header: str, cell: str, fte: float) -> None:
    reading = read_csv_text(f"id;naam;{header}\n1;An;{cell}\n2;Bo;{cell}\n")
    assert [p["fte"] for p in reading.document["people"]] == [fte, fte]
    assert not reading.report.rejects


@pytest.mark.parametrize("cell", ["36/0", "36/", "/40", "80/20", "2020/40", "1/400"])
def test_a_fraction_that_is_no_part_of_a_week_is_rejected(cell: str) -> None:
    reading = read_csv_text(f"id;naam;FTE\n1;An;{cell}\n2;Bo;1\n")
    assert [p.get("fte") for p in reading.document["people"]] == [None, 1.0]
    assert [n.kind for n in reading.report.rejects] == ["bad-number"]
