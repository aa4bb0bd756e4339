"""The report of a reading says everything in two languages, as text, as a page and as data, and no name of anybody."""

from __future__ import annotations

import json

import pytest

from spotifymodel.errors import InputRefusedError
from spotifymodel.formats.tables import read_table
from spotifymodel.formats.tables.limits import LIMITS

from .lines import read_csv_text

LIST = """id;naam;afdeling;manager;extern;vanaf;tribe;squad;rol;fte;kleur <b>;salaris
1;Quirijn Bos;IT;none;ja;31-3-2027;T;S;PO;80;x;999
2;Xaviera Dam;IT;Yolanthe;;;;;CL;;x;999
3;Zebedeus Els;IT;77;misschien;;;S;baas;100;x;999
Totaal;;;;;;;;;;;
"""
OPENING = """list.csv: 4 rows read as 3 people, 1 unit, 1 tribe, 1 squad.
Read as UTF-8 with semicolons between the cells; the column names stand in row 1."""
REJECTS = """Not taken over
  Row 4: extern is neither yes nor no; it is not used.
  Row 3: the manager of 2 is not in the list; 2 stays, without this manager.
  Row 4: the manager of 3 is not in the list (77); 3 stays, without this manager.
  Row 3: a chapter lead without a chapter in the row; the role of 2 is not used.
  Row 5: a line that adds up others; it is left out."""


def test_the_text_opens_with_what_was_read_and_ends_with_what_was_not() -> None:
    text = str(read_csv_text(LIST).report)
    assert text.startswith(OPENING)
    assert sorted(text[text.index("Not taken over") :].splitlines()) == sorted(REJECTS.splitlines())
    assert "Left out to protect people's privacy\n  salaris" in text
    assert "Columns not used\n  kleur <b>" in text


@pytest.mark.parametrize("language", ["en", "nl"])
def test_text_page_and_data_name_nobody_and_hold_the_same_notes(language: str) -> None:
    report = read_csv_text(LIST, language=language).report
    page, data = report._repr_html_(), report.to_dict()
    for said in (str(report), page, json.dumps(data)):
        assert not any(secret in said for secret in ("Quirijn", "Xaviera", "Yolanthe", "Zebedeus", "999"))
    assert "kleur &lt;b&gt;" in page
    assert "<b>" not in page
    notes = (*report.guesses, *report.remarks, *report.rejects)
    written = [*data["guesses"], *data["remarks"], *data["rejects"]]  # type: ignore[misc]
    assert [n["text"] for n in written] == [n.text(language) for n in notes]  # type: ignore[arg-type,call-overload,index]
    assert data["counts"] == dict(report.counts)
    assert data["dropped"] == ["salaris"]
    assert (data["file"], data["header_row"], data["rows"], data["separator"]) == ("list.csv", 1, 4, "semicolon")
    assert ("Niet overgenomen" in str(report)) is (language == "nl")


def test_a_long_series_of_one_kind_is_cut_in_the_text_and_whole_in_the_data() -> None:
    rows = "".join(f"p{k};A{k};m{k}\n" for k in range(30))
    report = read_csv_text(f"id;naam;manager\n{rows}").report
    assert "… and 18 more of these" in str(report)
    assert "… en nog 18 van dit soort" in str(read_csv_text(f"id;naam;manager\n{rows}", language="nl").report)
    assert len(report.to_dict()["rejects"]) == 30  # type: ignore[arg-type]


def test_a_column_whose_second_name_is_private_is_dropped_and_one_whose_second_name_is_known_is_read() -> None:
    text = (
        "userId;firstName;lastName;department;fte;cust1;cust2\n"
        "User ID;First Name;Last Name;;;Salary;Location\n"
        "1;An;Bos;IT;1;98765;Ede\n2;Bo;Smit;IT;1;98765;Ede\n"
    )
    reading = read_csv_text(text)
    assert reading.report.dropped == ("cust1",)
    assert [p["location"] for p in reading.document["people"]] == ["Ede", "Ede"]
    assert "98765" not in f"{reading.document} {reading.report}"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfen\x00a\x00m", "says that it is UTF-16"),
        (b"n\0a\0a\0m\0", "NUL"),
        ("naam;afdeling\nZoë;IT\n".encode() + "Zoë;IT\n".encode("cp1252"), "written in two ways"),
        (b"naam;afdeling\n\x81\x8d;IT\n", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_text_in_no_one_encoding_is_refused_with_its_line(data: bytes, words: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_table(data, "list.csv", kind="csv")
    assert words in str(caught.value)
    assert str(caught.value).startswith("list.csv")


def test_a_list_wider_than_the_limit_is_refused() -> None:
    wide = ";".join(["naam", *(f"c{k}" for k in range(LIMITS.columns))])
    with pytest.raises(InputRefusedError, match=f"the list has {LIMITS.columns + 1} columns"):
        read_table(f"{wide}\n{';'.join(['x'] * (LIMITS.columns + 1))}\n".encode(), "list.csv", kind="csv")


@pytest.mark.parametrize("separator", [";", ","])
def test_a_row_with_more_cells_than_columns_is_rejected(separator: str) -> None:
    text = "id;naam;afdeling\n1;An;IT\n2;Bo;IT;te;veel\n3;Cy;IT\n".replace(";", separator)
    reading = read_csv_text(text)
    assert [p["id"] for p in reading.document["people"]] == ["1", "3"]
    assert [(n.kind, n.rows) for n in reading.report.rejects] == [("row-too-long-comma" if separator == "," else "row-too-long", (3,))]
