"""Lists as they seldom come: of another kind than their name says, too large, torn, or at odds with themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from openpyxl.chart import BarChart, Reference

import spotifymodel as sm
from spotifymodel.formats.loading import load_bytes

from .workbooks import raw_workbook, workbook


def refusal(data: bytes, name: str = "list.csv") -> str:
    with pytest.raises(sm.errors.InputRefusedError) as caught:
        load_bytes(data, name)
    return str(caught.value)


def told(org: sm.Org) -> str:
    return str(org.reading)


def read(text: str) -> sm.Org:
    return load_bytes(text.encode(), "list.csv")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Excel file (.xls), not a CSV file"),
        (b"%PDF-1.7\n", "this is a PDF file, not a CSV file"),
        (b" <!DOCTYPE html><table>", "this is a web page or XML, not a CSV file"),
        (b"<html><table>", "this is a web page or XML, not a CSV file"),
        (b"<?xml version='1.0'?>", "this is a web page or XML, not a CSV file"),
        (b"Naam\n" + b"a\n" * 25_000_000, "the file has 50,000,005 bytes; expected at most 50,000,000"),
        (b"Naam,Afdeling\n" + b"a" * 131_073 + b",b\n", "list.csv:2: a cell is longer than any cell of a list should be"),
        (b'Naam,Afdeling\n"An" Bos,Sales\n', "list.csv:2: text stands behind a closing quotation mark; expected a separator"),
        (b"Naam;a,Naam\nAn;b,Bo\n", "could be separated by a comma or a semicolon; expected one separator"),
    ],
)
def test_what_only_looks_like_a_list_is_refused_with_the_reason(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_workbook_with_a_password_on_a_part_is_refused_with_that_reason() -> None:
    data = bytearray(raw_workbook("<sheetData/>"))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    assert "protected with a password" in refusal(bytes(data), "list.xlsx")


def test_a_zip_file_of_something_else_and_a_huge_one_are_no_workbooks() -> None:
    assert "this zip file is no spreadsheet" in refusal(raw_workbook("").replace(b"[Content_Types].xml", b"[Content_Tapes].xml"), "a.xlsx")
    assert "the file has 50,000,001 bytes" in refusal(b"PK\x03\x04" + b"\0" * 49_999_997, "a.xlsx")


def test_a_sheet_that_is_named_and_holds_no_list_or_no_rows_says_so() -> None:
    data = workbook(("A", [["Naam", "Afdeling"]]), ("B", [["x", "y"], [1, 2]]))
    for sheet, words in (("A", "A!A1: the list has column names and no rows"), ("B", "none of the sheets 'B' looks like a list")):
        with pytest.raises(sm.errors.InputRefusedError) as caught:
            load_bytes(data, "list.xlsx", sheet=sheet)
        assert words in str(caught.value)


def test_line_breaks_times_and_empty_cells_of_a_workbook_are_read_as_text() -> None:
    above = ["Naam", "Afdeling", "Functie", "Locatie"]
    rows = [["An\nBos", None, dt.time(8, 30), ""], [None, None, None, None], ["Bo", "IT", 3, None]]
    org = load_bytes(workbook(("Lijst", [above, *rows])), "list.xlsx")
    assert [p.label for p in org.people] == ["An Bos", "Bo"]
    assert [p.job_title for p in org.people] == ["08:30:00", "3"]
    assert "A line break or tab inside a cell became a space: row 2" in told(org)


def test_a_chart_sheet_is_no_list_and_the_list_beside_it_is_found() -> None:
    def with_chart(book: Any) -> None:
        chart = BarChart()
        chart.add_data(Reference(book["Lijst"], min_col=1, min_row=1, max_row=2))
        book.create_chartsheet("Grafiek", 0).add_chart(chart)

    data = workbook(("Lijst", [["Naam", "Afdeling"], ["An", "IT"]]), change=with_chart)
    assert [p.label for p in load_bytes(data, "a.xlsx").people] == ["An"]


def test_a_style_that_a_workbook_does_not_define_shows_its_number_plainly() -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>Naam</t></is></c><c r="B1" t="inlineStr"><is><t>Personeelsnummer</t></is></c>'
    below = '<c r="A2" t="inlineStr"><is><t>An</t></is></c><c r="B2" s="999"><v>7</v></c>'
    org = load_bytes(raw_workbook(f'<sheetData><row r="1">{cells}</row><row r="2">{below}</row></sheetData>'), "a.xlsx")
    assert [p.id for p in org.people] == ["7"]


def test_a_line_break_inside_a_cell_is_told_and_a_column_without_a_name_is_left_alone() -> None:
    org = read('Naam,,Afdeling\n"An\nBos",x,IT\n')
    assert org.people[0].label == "An Bos"
    assert "A line break or tab inside a cell became a space: row 2" in told(org)


def test_dates_of_the_line_that_end_before_they_start_are_not_used() -> None:
    org = read("id,naam,afdeling,van,tot\n1,An,IT,2027-05-01,2027-04-01\n2,Bo,IT,,\n")
    assert "Row 2: the dates end before they start" in told(org)


def test_two_managers_at_once_and_two_facts_about_one_unit_are_rejected_with_both_rows() -> None:
    org = read("id,naam,afdeling,manager\n1,An,IT,\n2,Bo,HR,\n3,Cy,IT,1\n3,Cy,IT,2\n")
    assert "Row 5" in told(org)
    assert "row 4" in told(org)


def test_spans_that_meet_are_one_stay_in_the_line() -> None:
    org = read("id,naam,afdeling,van,tot\n1,An,IT,2026-01-01,2026-06-01\n1,An,IT,2026-06-01,2027-01-01\n1,An,HR,2027-01-01,\n")
    spans = [(h.unit, h.start, h.until) for h in org.people[0].unit]
    assert spans == [("it", dt.date(2026, 1, 1), dt.date(2027, 1, 1)), ("hr", dt.date(2027, 1, 1), None)]


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (("36", "18", "9"), (1.0, 0.5, 0.25)),
        (("0,8 fte", "1 FTE", "0,5"), (0.8, 1.0, 0.5)),
        (("80%", "100%", "50 %"), (0.8, 1.0, 0.5)),
        (("36 uur", "18 uur", "9 uur"), (1.0, 0.5, 0.25)),
    ],
)
def test_contracts_in_hours_percentages_and_fte_are_shares_of_full_time(cells: tuple[str, ...], shares: tuple[float, ...]) -> None:
    org = read("id;naam;afdeling;fte\n" + "".join(f"{k};N{k};IT;{cell}\n" for k, cell in enumerate(cells)))
    assert tuple(p.fte for p in org.people) == shares


def test_names_that_make_the_same_id_are_numbered_past_those_that_are_taken() -> None:
    org = read("naam,squad,tribe\nAn,A B,t1\nBo,a-b,t2\nCy,a b,t3\nDi,a b 2,t1\n")
    assert len({s.id for _, s in org.all_squads()}) == len(list(org.all_squads())) == 4


def test_a_desk_that_sounds_like_a_second_line_is_not_taken_for_one() -> None:
    org = read("id,naam,afdeling\n1,An,Second line support desk\n2,Bo,Tweedelijns helpdesk\n")
    assert not any(p.second_line for p in org.people)


@pytest.mark.parametrize(("usual", "other"), [(",", ";"), (";", ","), (",", "|")])
def test_a_row_with_another_separator_is_left_out_and_told_and_never_becomes_a_person(usual: str, other: str) -> None:
    rows = [usual.join(row) for row in (("id", "naam", "afdeling"), ("1", "An", "IT"), ("3", "Cy", "IT"))]
    rows.insert(2, other.join(("2", "Bo", "IT")))
    org = read("\n".join(rows) + "\n")
    assert [p.id for p in org.people] == ["1", "3"]
    assert "Row 3: another separator than in the rest of the list" in told(org)


def test_a_single_cell_that_holds_a_separator_is_no_row_of_another_one() -> None:
    org = read("naam,afdeling,functie\nSmit; Jan,IT,tester\nBos; An\n")
    assert [p.label for p in org.people] == ["Smit; Jan", "Bos; An"]
