"""Spreadsheets: what people see in them is what is read, and whoever means harm is refused before anything is unpacked."""

from __future__ import annotations

import datetime as dt
import io
import time
import warnings
import zipfile
from typing import Any

import pytest

from spotifymodel.errors import InputRefusedError, UsageError
from spotifymodel.formats.tables import Table, document_from_table, read_table

from .lines import kinds
from .workbooks import HEADER_ROW, raw_workbook, text_cell, workbook

PEOPLE = [["id", "naam", "afdeling"], ["1", "Anna", "IT"], ["2", "Ben", "IT"]]


def read(data: bytes, **options: Any) -> Table:
    return read_table(data, "list.xlsx", kind="xlsx", **options)


def refusal(data: bytes, **options: Any) -> str:
    with pytest.raises(InputRefusedError) as caught:
        read(data, **options)
    return str(caught.value)


def test_cells_are_read_as_a_person_reads_them() -> None:
    def formats(book: Any) -> None:
        sheet = book["L"]
        sheet["A2"].number_format = "00000"
        sheet["C2"].number_format = "0%"

    header = ["id", "naam", "fte", "vanaf", "extern", "standplaats"]
    data = workbook(("L", [header, [42, "Anna", 0.8, dt.date(2027, 3, 1), True, 1.0]]), change=formats)
    assert read(data).rows == (("00042", "Anna", "80%", "2027-03-01", "TRUE", "1"),)


def test_places_are_cells() -> None:
    table = read(workbook(("Team", [["Lijst per 1 januari"], [], *PEOPLE])))
    assert table.header_number == 3
    assert str(table.where(1, 1)) == "list.xlsx: Team!B5"
    assert str(document_from_table(table).places["people", 0]) == "list.xlsx: Team!A4"


def test_the_first_sheet_that_looks_like_a_list_is_read() -> None:
    data = workbook(("Toelichting", [["Dit is de personeelslijst"], ["Vraag het HR"]]), ("Mensen", PEOPLE), ("Oud", PEOPLE))
    table = read(data)
    assert table.sheet == "Mensen"
    assert kinds(table.guesses) == ["sheet-chosen"]
    assert "Oud" in table.guesses[0].text()
    assert read(data, sheet="Oud").sheet == "Oud"
    with pytest.raises(UsageError, match="'Toelichting', 'Mensen', 'Oud'"):
        read(data, sheet="Nieuw")


def test_hidden_sheets_come_last() -> None:
    def hide(book: Any) -> None:
        book["A"].sheet_state = "hidden"

    data = workbook(("A", PEOPLE), ("B", PEOPLE), change=hide)
    assert read(data).sheet == "B"


def test_merged_cells_count_for_every_row_they_cover() -> None:
    def merge(book: Any) -> None:
        book["L"].merge_cells("C2:C3")

    table = read(workbook(("L", [PEOPLE[0], ["1", "Anna", "IT"], ["2", "Ben", None], ["3", "Eva", None]]), change=merge))
    assert [row[2] for row in table.rows] == ["IT", "IT", ""]
    assert kinds(table.guesses) == ["merged-cells"]


def test_formulas_count_with_their_stored_value_and_others_are_reported() -> None:
    sheet = (
        f'<sheetData>{HEADER_ROW}<row r="2">{text_cell("A2", "1")}<c r="B2" t="str"><f>A2&amp;"x"</f><v>Anna</v></c></row>'
        f'<row r="3">{text_cell("A3", "2")}<c r="B3"><f>C3</f></c></row></sheetData>'
    )
    table = read(raw_workbook(sheet))
    assert table.rows == (("1", "Anna"), ("2", ""))
    assert table.guesses[0].text() == "Formulas that were never calculated count as empty (B3); open and save the file in Excel."


def test_error_values_count_as_empty_and_are_reported() -> None:
    sheet = f'<sheetData>{HEADER_ROW}<row r="2">{text_cell("A2", "1")}<c r="B2" t="e"><v>#N/A</v></c></row></sheetData>'
    table = read(raw_workbook(sheet))
    assert table.rows == (("1", ""),)
    assert "B2" in table.guesses[0].text()


def test_duplicate_column_names_are_refused_with_both_places() -> None:
    text = refusal(workbook(("L", [["id", "Naam", "naam "], ["1", "a", "b"]])))
    assert "L!C1" in text and "column B and column C" in text


def test_numbers_that_are_ids_meet_managers_that_are_numbers() -> None:
    data = workbook(("L", [["id", "name", "unit", "manager"], [1, "Anna", "IT", 2.0], [2, "Ben", "IT", None]]))
    document = document_from_table(read(data)).document
    assert document["units"] == [{"id": "it", "name": "IT", "manager": "2"}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"id,name\n1,Anna\n", "not an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04broken", "damaged"),
        (raw_workbook("<sheetData/>"), "empty"),
        (raw_workbook(f"<sheetData>{HEADER_ROW}</sheetData>"), "looks like a list"),
        (raw_workbook("<sheetData><row"), "cannot be read"),
        (raw_workbook("", **{"xl/workbook.bin": "x"}), "xlsb"),
        (raw_workbook("", **{"content.xml": "x"}), "OpenDocument"),
        (raw_workbook("", **{"xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a "b">]><sst/>'}), "document type"),
        (raw_workbook("", **{"xl/bomb.xml": b"\0" * 20_000_000}), "times larger"),
        (raw_workbook("", **{f"x{k}.bin": b"" for k in range(1001)}), "1,0"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_workbook_of_more_than_fifty_megabytes_is_refused_unread() -> None:
    import random

    noise = random.Random(0).randbytes(64)
    data = raw_workbook("", **{f"p{k}.bin": noise * 100_000 for k in range(9)})
    started = time.process_time()
    assert "unpacks to" in refusal(data) or "times larger" in refusal(data)
    assert time.process_time() - started < 2


def test_rows_and_columns_far_away_cost_nothing() -> None:
    rows = f'<row r="2">{text_cell("A2", "1")}<c r="XFD2"><v>1</v></c></row><row r="900000000">{text_cell("A900000000", "2")}</row>'
    far = f"<sheetData>{HEADER_ROW}{rows}</sheetData>"
    started = time.process_time()
    assert "more than 1,000,000 rows" in refusal(raw_workbook(far))
    assert time.process_time() - started < 5


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(raw_workbook(f"<sheetData>{HEADER_ROW}</sheetData>"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46 + 24  # the size in the directory at the end
    data[at : at + 4] = (part.file_size - 50).to_bytes(4, "little")
    assert refusal(bytes(data))


def test_warnings_of_the_reader_do_not_reach_the_user() -> None:
    data = raw_workbook(
        f'<sheetData>{HEADER_ROW}<row r="2">{text_cell("A2", "1")}{text_cell("B2", "Anna")}</row></sheetData>'
        '<extLst><ext uri="{unknown}"/></extLst>'
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(data).rows == (("1", "Anna"),)


def test_columns_that_the_caller_explains_make_a_sheet_a_list() -> None:
    data = workbook(("L", [["wie dan", "waar dan"], ["Anna", "IT"]]))
    assert "looks like a list" in refusal(data)
    columns = {"wie dan": "name", "waar dan": "unit"}
    assert document_from_table(read(data, columns=columns), columns=columns).document["people"] == [
        {"id": "anna", "name": "Anna", "unit": "it"}
    ]
