"""A manager is found by whatever a list calls one, and a reference to nobody is told rather than guessed."""

from __future__ import annotations

import pytest

from .lines import kinds, line_managers, read_csv_text

HEADER = "id;naam;email;login;functie;manager\n"
TOP = "0042;Anna de Vries;adevries@bank.example;NL042;Directeur;none\n"


def bosses(text: str) -> dict[str, set[str]]:
    return line_managers(read_csv_text(text).document)


@pytest.mark.parametrize(
    ("reference", "guess"),
    [
        ("0042", None),
        ("adevries@bank.example", None),
        ("ADEVRIES@BANK.EXAMPLE", None),
        ("nl042", None),
        ("adevries", None),
        ("Anna de Vries", None),
        ("Vries, Anna de", None),
        ("Anna de Vries (0042)", None),
        ("0042 - Anna de Vries", None),
        ("iemand (Anna de Vries)", None),
        ("42", "manager-by-number"),
        ("42.0", "manager-by-number"),
        ("A. de Vries", "manager-by-initials"),
        ("A.B. de Vries", "manager-by-initials"),
        ("directeur", "manager-by-title"),
    ],
)
def test_a_manager_is_found_by_id_address_login_name_initials_or_title(reference: str, guess: str | None) -> None:
    reading = read_csv_text(f"{HEADER}{TOP}p2;Bo Smit;bo@bank.example;NL2;Tester;{reference}\n")
    assert line_managers(reading.document) == {"0042": set(), "p2": {"0042"}}
    assert [k for k in kinds(reading.report.guesses) if k.startswith("manager-by")] == ([guess] if guess else [])
    assert not reading.report.rejects
    assert "bank.example" not in f"{reading.document} {reading.report}"


@pytest.mark.parametrize("reference", ["Karel Onbekend", "weg@bank.example", "Onbekend, Karel"])
def test_a_manager_who_is_not_there_is_rejected_without_a_name(reference: str) -> None:
    reading = read_csv_text(f"{HEADER}{TOP}p2;Bo Smit;;;Tester;{reference}\n")
    (reject,) = reading.report.rejects
    assert (reject.kind, reject.field, reject.rows) == ("manager-unknown", "manager", (3,))
    assert str(reject.place) == "list.csv:3"
    for language in ("en", "nl"):
        assert "p2" in reject.text(language)
        assert reference not in reject.text(language)
    assert len(reading.document["people"]) == 2


def test_an_unknown_number_is_quoted() -> None:
    (reject,) = read_csv_text(f"{HEADER}{TOP}p2;Bo;;;Tester;9999\n").report.rejects
    assert "(9999)" in reject.text()


def test_a_name_that_two_people_bear_is_rejected_with_their_ids() -> None:
    reading = read_csv_text("id;naam;manager\n1;An Bos;none\n2;An Bos;none\n3;Cy Dam;An Bos\n4;Di Els;A. Bos\n")
    assert kinds(reading.report.rejects) == ["manager-ambiguous", "manager-ambiguous"]
    assert all("1, 2" in n.text() for n in reading.report.rejects)
    assert kinds(reading.report.remarks).count("same-name") == 1


def test_many_candidates_are_not_all_listed() -> None:
    rows = "".join(f"{k};An Bos;none\n" for k in range(1, 8))
    (reject,) = read_csv_text(f"id;naam;manager\n{rows}9;Cy Dam;An Bos\n").report.rejects
    assert "1, 2, 3, 4 …" in reject.text()


def test_of_two_managers_in_a_cell_the_unknown_one_is_rejected() -> None:
    reading = read_csv_text('id;naam;manager\n1;An;none\n2;Bo;none\n3;Cy;"1; 2"\n4;Di;"1;77;geen"\n')
    assert line_managers(reading.document) == {"1": set(), "2": set(), "3": {"1", "2"}, "4": {"1"}}
    assert kinds(reading.report.rejects) == ["manager-unknown"]


def test_two_manager_columns_that_differ_are_told_and_the_surer_counts() -> None:
    reading = read_csv_text("id;naam;manager id;manager naam\n1;An;none;\n2;Bo;1;\n3;Cy;1;Bo\n4;Di;88;Bo\n")
    assert line_managers(reading.document)["3"] == {"1"}
    assert line_managers(reading.document)["4"] == {"2"}
    assert [n.rows for n in reading.report.guesses if n.kind == "manager-differs"] == [(4,)]


def test_a_circle_of_managers_is_cut_and_told() -> None:
    reading = read_csv_text("id;naam;manager\n1;An;3\n2;Bo;1\n3;Cy;2\n4;Di;3\n")
    assert "manager-cycle" in kinds(reading.report.rejects)
    assert line_managers(reading.document) == {"1": set(), "2": set(), "3": set(), "4": {"3"}}, "only the circle itself is cut"


@pytest.mark.parametrize("nobody", ["none", "geen", "keine", "NO_MANAGER", "-", "n.v.t.", "self"])
def test_nobody_above_somebody_is_no_reject(nobody: str) -> None:
    reading = read_csv_text(f"id;naam;manager\n1;An;{nobody}\n2;Bo;1\n")
    assert line_managers(reading.document) == {"1": set(), "2": {"1"}}
    assert not reading.report.rejects


def test_somebody_called_none_can_be_a_manager() -> None:
    assert bosses("id;naam;manager\n1;Geen;-\n2;Bo;Geen\n") == {"1": set(), "2": {"1"}}
