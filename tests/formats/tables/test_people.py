"""Rows become people once each; what cannot be about anybody, or contradicts itself, is told with its row."""

from __future__ import annotations

from typing import Any

import pytest

from spotifymodel.errors import InputRefusedError

from .lines import kinds, read_csv_text


def people(text: str) -> list[dict[str, Any]]:
    return read_csv_text(text).document["people"]


def test_first_names_and_infixes_and_last_names_make_a_name() -> None:
    assert people("id;voornaam;tussenvoegsel;achternaam\n1;Anna;van der;Berg\n2;Bo;;Smit\n")[0]["name"] == "Anna van der Berg"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (";;;;", None),
        (";;tester;;", "nobody"),
        ("Totaal;;;12;", "total-row"),
        (";Totaal;;12;", "total-row"),
        (";;Subtotaal;12;", "total-row"),
        ("9;Weg Gegaan;tester;1;uit dienst", "inactive"),
        ("9;Weg Gegaan;tester;1;nee", "inactive"),
        (f"{'9' * 201};Lang;tester;1;", "id-too-long"),
        (f"9;{'n' * 501};tester;1;", "name-too-long"),
        ("9;Ge\u202eheim;tester;1;", "bad-character"),
    ],
)
def test_a_row_about_nobody_is_left_out_with_its_reason(row: str, kind: str | None) -> None:
    reading = read_csv_text(f"id;naam;functie;fte;status\n1;An;tester;1;actief\n{row}\n2;Bo;tester;1;\n")
    assert [p["id"] for p in reading.document["people"]] == ["1", "2"]
    assert [(n.kind, n.rows) for n in reading.report.rejects] == ([(kind, (3,))] if kind else [])
    for language in ("en", "nl"):
        assert all("Weg" not in n.text(language) and len(n.text(language)) > 20 for n in reading.report.rejects)
    assert str(reading.report)


def test_a_list_of_nobody_is_refused() -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_csv_text("id;naam;status\n1;An Bos;uit dienst\n")
    assert "An Bos" not in str(caught.value)


def test_an_id_that_two_different_names_bear_is_rejected_and_the_first_stays() -> None:
    reading = read_csv_text("id;naam\n1;Anna van Dijk\n1;Ben van der Veen\n1;A. van Dijk\n")
    assert [(p["id"], p["name"]) for p in reading.document["people"]] == [("1", "Anna van Dijk")]
    assert [(n.kind, n.rows) for n in reading.report.rejects if n.field is None] == [("id-of-another", (3,))]
    assert "Ben" not in str(reading.report)


def test_facts_that_differ_between_rows_keep_the_first_and_tell_the_other() -> None:
    reading = read_csv_text("id;naam;functie;standplaats;fte\n1;An;tester;Ede;0,8\n1;An;jurist;EDE;1\n")
    (one,) = reading.document["people"]
    assert (one["job_title"], one["location"], one["fte"]) == ("tester", "Ede", 0.8)
    assert [(n.kind, n.field) for n in reading.report.rejects] == [("fact-differs", "job_title"), ("fact-differs", "fte")]


def test_an_fte_that_differs_per_squad_hints_at_allocation() -> None:
    reading = read_csv_text("id;naam;tribe;squad;fte\n1;An;T;S1;0,4\n1;An;T;S2;0,6\n")
    assert kinds(reading.report.rejects) == ["fte-differs"]


def test_without_ids_an_address_tells_who_is_who_and_is_not_kept() -> None:
    reading = read_csv_text("naam;email;squad;tribe\nAn Bos;an@x.example;S1;T\nA. Bos;AN@x.example;S2;T\nBo;;S1;T\n")
    assert len(reading.document["people"]) == 2
    assert "x.example" not in f"{reading.document} {reading.report}"


def test_without_ids_rows_of_one_name_are_one_person_unless_they_tell_apart() -> None:
    reading = read_csv_text("naam;afdeling;squad;tribe\nAn Bos;IT;S1;T\nAn Bos;IT;S2;T\nAn Bos;HR;S2;T\n")
    assert len(reading.document["people"]) == 2
    assert {"id-from-name", "same-name-same-person", "same-name-two-people"} <= set(kinds(reading.report.guesses))
    assert len({p["id"] for p in reading.document["people"]}) == 2


def test_a_move_of_unit_over_time_is_one_person() -> None:
    rows = "An Bos;IT;2026-01-01;2027-01-01\nAn Bos;HR;2027-01-01;\n"
    assert len(people(f"naam;afdeling;vanaf;tot\n{rows}")) == 1


def test_a_missing_id_among_ids_is_made_from_the_name_or_the_address() -> None:
    reading = read_csv_text("id;naam;email\n7;An Bos;\n;Bo Smit;\n;;cy.dam@x.example\n")
    assert [p["id"] for p in reading.document["people"]] == ["7", "bo-smit", "cy-dam"]
    assert "id-missing" in kinds(reading.report.guesses)


def test_a_later_row_can_give_the_name() -> None:
    assert people("id;naam;functie\n1;;tester\n1;An;\n")[0]["name"] == "An"


@pytest.mark.parametrize("name", ["Vacature", "N.N.", "TBD", "Offene Stelle", "Open position"])
def test_a_name_that_says_vacancy_is_one_and_two_of_them_are_two(name: str) -> None:
    reading = read_csv_text(f"naam;afdeling\n{name};IT\n{name};IT\nAn;IT\n")
    assert [p.get("vacancy", False) for p in reading.document["people"]] == [True, True, False]
    assert "vacancy-by-name" in kinds(reading.report.guesses)


def test_a_vacancy_column_makes_seats_without_a_name() -> None:
    reading = read_csv_text("id;naam;functie;vacature\n1;An;tester;nee\n;;jurist;ja\n;;;ja\n")
    assert [p.get("vacancy", False) for p in reading.document["people"]] == [False, True, True]
    assert reading.document["people"][1]["job_title"] == "jurist"
    assert len({p["id"] for p in reading.document["people"]}) == 3


@pytest.mark.parametrize(
    ("header", "said", "expected"),
    [
        ("extern", "ja", True),
        ("extern", "x", True),
        ("dienstverband", "inhuur", True),
        ("contract type", "Contractor", True),
        ("Vertragsart", "unbefristet", False),
        ("dienstverband", "vast", False),
        ("extern", "", False),
    ],
)
def test_externals_are_known_by_flag_or_contract(header: str, said: str, expected: bool) -> None:
    assert people(f"id;naam;{header}\n1;An;{said}\n2;Bo;\n")[0].get("external", False) is expected


@pytest.mark.parametrize(
    ("header", "said", "expected"),
    [("2e lijn", "ja", True), ("second line", "no", False), ("LoD", "2nd", True), ("lijn", "1", False), ("lijn", "tweede", True)],
)
def test_the_second_line_is_known_by_flag_or_number(header: str, said: str, expected: bool) -> None:
    assert people(f"id;naam;{header}\n1;An;{said}\n")[0].get("second_line", False) is expected


@pytest.mark.parametrize("header", ["extern", "tweede lijn", "vacature"])
def test_a_flag_that_is_neither_yes_nor_no_is_rejected(header: str) -> None:
    reading = read_csv_text(f"id;naam;{header}\n1;An;misschien\n")
    assert [(n.kind, n.field is None) for n in reading.report.rejects] == [("bad-flag", False)]
    assert "misschien" not in reading.report.rejects[0].text("nl")


def test_contracts_read_the_same_as_share_percent_and_hours() -> None:
    for header, full, part in (
        ("fte", "1", "0,75"),
        ("fte", "100%", "75%"),
        ("fte", "100", "75"),
        ("uren", "36", "27"),
        ("fte", "36u", "27u"),
    ):
        assert [p["fte"] for p in people(f"id;naam;{header}\n1;An;{full}\n2;Bo;{part}\n")] == [1.0, 0.75], (header, full)


def test_skills_and_years_are_read_and_what_is_none_is_rejected() -> None:
    reading = read_csv_text(
        'id;naam;vaardigheden;jaren scrum\n1;An;"sql:3; Data Analyse (1); python";4 jaar\n2;Bo;"sql:9, =";veel\n3;Cy;n.v.t.;2,5\n'
    )
    one, two, three = reading.document["people"]
    assert one["skills"] == {"sql": 3, "data-analyse": 1, "python": 2}
    assert (one["agile_years"], three["agile_years"]) == (4.0, 2.5)
    assert not {"skills", "agile_years"} & set(two)
    assert {"bad-skill", "bad-number"} == set(kinds(reading.report.rejects))
    assert {"skill-level-2", "counts-as-empty"} <= set(kinds(reading.report.guesses))
    assert "skills" not in three


def test_a_label_longer_than_a_chart_holds_is_rejected() -> None:
    reading = read_csv_text(f"id;naam;functie\n1;An;{'x' * 501}\n")
    assert kinds(reading.report.rejects) == ["text-too-long"]
    assert "job_title" not in reading.document["people"][0]
