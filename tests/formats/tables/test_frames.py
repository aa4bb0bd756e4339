"""A pandas and a polars frame read like the CSV file with the same rows."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas
import polars
import pytest

import spotifymodel as sm
from spotifymodel.formats.loading import load_bytes

ROWS: list[dict[str, Any]] = [
    {"Naam": "An Bos", "Tribe": "T", "Squad": "S1", "Chapter": "Data", "Rol": "PO", "Fte": 0.8, "Vanaf": dt.date(2027, 1, 1)},
    {"Naam": "An Bos", "Tribe": "T", "Squad": "S2", "Chapter": "Data", "Rol": "", "Fte": 0.8, "Vanaf": None},
    {"Naam": "Bo Smit", "Tribe": "T", "Squad": "S1", "Chapter": "Dev", "Rol": "member", "Fte": None, "Vanaf": None},
    {"Naam": "Cé 百分", "Tribe": "T", "Squad": "S2", "Chapter": "Dev", "Rol": "CL", "Fte": 1.0, "Vanaf": None},
]
FRAMES = {"pandas": pandas.DataFrame, "polars": polars.DataFrame}


def as_csv() -> bytes:
    lines = [";".join(ROWS[0]), *(";".join("" if v is None else str(v).replace(".", ",") for v in row.values()) for row in ROWS)]
    return "\n".join(lines).encode()


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_reads_like_the_file_with_the_same_rows(library: str) -> None:
    org = sm.Org.from_frame(FRAMES[library](ROWS))
    assert org == load_bytes(as_csv(), "list.csv")
    assert [p.label for p in org.people] == ["An Bos", "Bo Smit", "Cé 百分"]
    assert [p.fte for p in org.people] == [0.8, None, 1.0]
    squad = next(s for t in org.tribes for s in t.squads if s.label == "S1")
    assert [seat.start for seat in squad.product_owner] == [dt.date(2027, 1, 1)]


@pytest.mark.parametrize("library", FRAMES)
def test_what_is_no_number_or_date_is_an_empty_cell(library: str) -> None:
    rows = [{"name": "a", "unit": "u", "fte": float("nan")}, {"name": "b", "unit": "u", "fte": 1.0}]
    org = sm.Org.from_frame(FRAMES[library](rows))
    assert [p.fte for p in org.people] == [None, 1.0]


@pytest.mark.parametrize("library", FRAMES)
def test_columns_of_a_frame_can_be_named(library: str) -> None:
    frame = FRAMES[library]({"wie": ["An", "Bo"], "waar": ["Sales", "Sales"]})
    org = sm.Org.from_frame(frame, columns={"wie": "name", "waar": "unit"})
    assert [p.label for p in org.people] == ["An", "Bo"]
    assert [u.label for u in org.units] == ["Sales"]


@pytest.mark.parametrize("given", [[{"name": "An"}], {"name": ["An"]}, "name", 3, None])
def test_what_is_no_frame_is_refused(given: object) -> None:
    with pytest.raises(sm.errors.UsageError):
        sm.Org.from_frame(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("library", FRAMES)
def test_an_empty_frame_and_an_unknown_option_are_refused(library: str) -> None:
    with pytest.raises(sm.errors.InputRefusedError):
        sm.Org.from_frame(FRAMES[library]({"name": []}))
    with pytest.raises(sm.errors.UsageError, match="has no option 'sheet'"):
        sm.Org.from_frame(FRAMES[library](ROWS), sheet="x")


def test_two_columns_with_one_name_are_refused() -> None:
    frame = pandas.DataFrame([["An", "Bo"]], columns=["name", "name"])
    with pytest.raises(sm.errors.InputRefusedError, match="name"):
        sm.Org.from_frame(frame)


@pytest.mark.parametrize("library", FRAMES)
def test_the_column_names_of_a_frame_are_not_said_to_stand_in_a_row(library: str) -> None:
    assert "stand in row" not in str(sm.Org.from_frame(FRAMES[library](ROWS)).reading)
    with pytest.raises(sm.errors.InputRefusedError, match=r"^frame: no column says who somebody is"):
        sm.Org.from_frame(FRAMES[library]([{"Squad": "S1"}]))
