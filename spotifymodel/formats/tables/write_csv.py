"""A chart as CSV that Excel may open: one row per person and squad, no cell that runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from .formulas import guard
from .table_rows import Cell, table_rows
from .xlsx_cells import number_text

__all__ = ["write_csv"]


def write_csv(document: Mapping[str, Any], *, separator: str = ",", mark: bool = False) -> tuple[bytes, tuple[str, ...]]:
    r"""Return a chart as CSV, and what a table cannot hold.

    Parameters
    ----------
    document : mapping
        A chart in the file format.
    separator : str
        Between cells; Excel with Dutch or German settings wants ``;``.
    mark : bool
        Begin with the mark by which Excel knows UTF-8.

    Returns
    -------
    bytes
        UTF-8 with CR LF; the same chart gives the same bytes.
    tuple of str
        What is lost, such as ``"squads: mission (13)"``.

    Notes
    -----
    Cells that a spreadsheet would run begin with an apostrophe, which reading takes off again.

    Examples
    --------
    >>> data, lost = write_csv({"people": [{"id": "p1", "name": "=cmd", "fte": 0.8}], "organisation": "Polderbank"})
    >>> data, lost
    (b"id,name,fte\r\np1,'=cmd,0.8\r\n", ('organisation',))
    """
    table = table_rows(document)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(table.header)
    for row in table.rows:
        writer.writerow([_text(cell) for cell in row])
    return (b"\xef\xbb\xbf" if mark else b"") + text.getvalue().encode("utf-8"), table.lost


def _text(cell: Cell) -> str:
    return guard(cell) if isinstance(cell, str) else number_text(cell)
