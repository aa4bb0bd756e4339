"""Frames bring values of many types; each is the cell that a person would have typed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy
import pandas
import polars
import pytest

from spotifymodel.errors import InputRefusedError, UsageError
from spotifymodel.formats.tables import frame_table, read_table

from .lines import kinds


def test_a_pandas_frame_of_odd_types_reads_as_text() -> None:
    frame = pandas.DataFrame(
        {
            "id": pandas.array([1, None], dtype="Int64"),
            "naam": pandas.Categorical(["An", "Bo"]),
            "fte": numpy.array([0.8, float("nan")], dtype="float32").astype("float64").round(2),
            "vanaf": pandas.to_datetime(["2027-01-01", None]),
            "extern": [numpy.bool_(True), None],
            "skills": [["sql:2", "python:3"], ()],
            "jaren": [numpy.int64(4), numpy.float64(2.0)],
            "bytes": [b"x", None],
        }
    )
    table = frame_table(frame)
    assert table.rows[0][:2] == ("1", "An")
    assert table.rows[0][2] == "0.8"
    assert table.rows[0][3].startswith("2027-01-01")
    assert table.rows[0][4:7] == ("TRUE", "sql:2;python:3", "4")
    assert table.rows[1][:7] == ("", "Bo", "", "", "", "", "2")


def test_a_polars_frame_of_odd_types_reads_the_same_eager_and_lazy() -> None:
    frame = polars.DataFrame({"id": [1, 2], "naam": ["An", None], "vanaf": [dt.date(2027, 1, 1), None], "s": [["a", "b"], []]})
    assert frame_table(frame).rows == (("1", "An", "2027-01-01", "a;b"), ("2", "", "", ""))
    assert frame_table(frame.lazy()).rows == frame_table(frame).rows


def test_a_named_index_is_a_column_and_that_is_told() -> None:
    table = frame_table(pandas.DataFrame({"naam": ["An", "Bo"]}, index=pandas.Index([7, 8], name="id")))
    assert (table.header, table.rows) == (("id", "naam"), (("7", "An"), ("8", "Bo")))
    assert kinds(table.guesses) == ["index-as-column"]
    levels = pandas.MultiIndex.from_tuples([("T", "S"), ("T", "R")], names=["tribe", "squad"])
    assert frame_table(pandas.DataFrame({"naam": ["An", "Bo"]}, index=levels)).rows == (("T", "S", "An"), ("T", "R", "Bo"))


def test_column_names_of_two_levels_are_joined() -> None:
    frame = pandas.DataFrame([["1", "An"]], columns=pandas.MultiIndex.from_tuples([("manager", "id"), ("naam", "")]))
    assert frame_table(frame).header == ("manager id", "naam")


def test_blank_rows_keep_the_numbers_of_the_others_and_broken_cells_are_told() -> None:
    table = frame_table(pandas.DataFrame({"naam": ["An", None, "Bo\nSmit"]}))
    assert table.numbers == (1, 3)
    assert kinds(table.remarks) == ["break-in-cell"]


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (pandas.DataFrame({"naam": []}), "the frame has no rows"),
        (pandas.DataFrame({"naam": [None]}), "the frame has no rows"),
        (pandas.DataFrame([["An", "Bo"]], columns=["naam", "Naam"]), "same name"),
        (pandas.DataFrame([["x"] * 2000], columns=[f"c{k}" for k in range(2000)]), "2000 columns"),
    ],
)
def test_a_frame_that_is_no_list_is_refused(frame: Any, words: str) -> None:
    with pytest.raises(InputRefusedError, match=words):
        frame_table(frame)


def test_a_file_is_read_from_its_path_and_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("naam;afdeling\nAn;IT\n", encoding="utf-8")
    assert read_table(path, kind="csv").name == str(path)
    assert read_table(path, "de lijst", kind="csv").name == "de lijst"
    assert read_table(b"naam;afdeling\nAn;IT\n", kind="csv").name == "list"


def test_a_file_that_cannot_be_opened_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="the file cannot be opened: No such file"):
        read_table(tmp_path / "weg.csv", kind="csv")
    with pytest.raises(InputRefusedError, match="the file cannot be opened: Is a directory"):
        read_table(tmp_path, "map", kind="xlsx")


def test_sheets_of_csv_and_unknown_kinds_are_refused() -> None:
    with pytest.raises(UsageError, match="a CSV file has no sheets"):
        read_table(b"naam\nAn\n", kind="csv", sheet="Een")
    with pytest.raises(UsageError, match="known are csv and xlsx"):
        read_table(b"naam\nAn\n", kind="ods")  # type: ignore[arg-type]
