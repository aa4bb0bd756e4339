"""A list of people reads the same whatever program wrote it."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.formats.loading import load_bytes

ROWS = [["Naam", "Afdeling", "Functie"], ["Zoë Bos", "Sales", "Adviseur"], ["Bo, Smit", "Sales", 'de "baas"'], ["Cy", "IT", "Tester"]]


def text(separator: str, end: str = "\n") -> str:
    return end.join(separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in ROWS) + end


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separators_line_ends_and_encodings_are_found_out(separator: str, end: str, encoding: str) -> None:
    org = load_bytes(text(separator, end).encode(encoding), "list.csv")
    assert [p.label for p in org.people] == ["Zoë Bos", "Bo, Smit", "Cy"]
    assert [p.job_title for p in org.people] == ["Adviseur", 'de "baas"', "Tester"]
    assert [u.label for u in org.units] == ["Sales", "IT"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"Naam;Afdeling\n", "column names and no rows"),
        (b'Naam;Afdeling\n"An;Sales\nBo;Sales\n', "is never closed"),
        (b"x;y\n1;2\n", "no row with column names was found"),
        (b"Naam;Naam\nAn;Bo\n", "the same name 'Naam': column A and column B"),
        (b"\x00\x01\x02", "NUL characters"),
        (b"PK\x03\x04", "this is an Excel file"),
    ],
)
def test_what_is_no_list_of_people_is_refused_with_a_reason(data: bytes, words: str) -> None:
    with pytest.raises(sm.errors.InputRefusedError) as caught:
        load_bytes(data, "list.csv")
    assert str(caught.value).startswith("list.csv")
    assert words in str(caught.value)


def test_money_is_dropped_by_name_and_the_reader_is_told() -> None:
    org = load_bytes(b"Naam;Afdeling;Salaris\nAn;Sales;99999\n", "list.csv", language="nl")
    assert "99999" not in str(org.reading)
    assert "Salaris" in str(org.reading)


def test_a_cell_that_cannot_be_understood_is_told_with_its_line_and_without_its_value() -> None:
    org = load_bytes(b"Naam;Afdeling;Fte;Vanaf\nAn;Sales;veel;ooit\nBo;Sales;0,8;1-2-2027\n", "list.csv")
    assert "veel" not in str(org.reading)
    assert "Row 2: fte is not a number that fits" in str(org.reading)
    assert "Row 2: vanaf is not a date" in str(org.reading)
    assert [p.fte for p in org.people] == [None, 0.8]


@pytest.mark.parametrize("lead", ["=", "+", "-", "@"])
def test_a_written_list_holds_no_formula_and_reads_back(lead: str, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "a.csv"
    org = sm.Org(people=[{"id": "a", "name": f"{lead}1+1", "job_title": f"{lead}cmd"}], units=[{"id": "u"}])
    org.save(path)
    assert not any(cell.startswith(lead) for line in path.read_text("utf-8-sig").splitlines() for cell in line.replace(",", ";").split(";"))
    assert sm.Org.load(path).people[0].job_title == f"{lead}cmd"
