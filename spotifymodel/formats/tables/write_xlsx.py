"""A chart as a workbook: one row per person and squad, every text a text, the header ready to filter."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any, Final

from ...errors import MissingDependencyError
from .formulas import guard
from .table_rows import Rows, table_rows
from .xlsx_cells import number_text

__all__ = ["write_xlsx"]

_CREATED: Final = dt.datetime(2000, 1, 1)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_WIDEST: Final = 40


def write_xlsx(document: Mapping[str, Any]) -> tuple[bytes, tuple[str, ...]]:
    """Return a chart as an .xlsx workbook, and what a table cannot hold.

    Parameters
    ----------
    document : mapping
        A chart in the file format.

    Returns
    -------
    bytes
        The workbook; the same chart gives the same bytes.
    tuple of str
        What is lost, such as ``"squads: mission (13)"``.

    Raises
    ------
    MissingDependencyError
        xlsxwriter is not installed (``spotifymodel[excel]``).

    Notes
    -----
    Texts are stored as texts, so nothing runs; they still carry the mark against formulas where they begin like one,
    because people save sheets as CSV.
    """
    try:
        import xlsxwriter  # type: ignore[import-untyped]
    except ImportError as missing:
        raise MissingDependencyError("xlsxwriter", "excel", "writing .xlsx") from missing
    table = table_rows(document)
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, dict(_OPTIONS)) as book:
        book.set_properties({"created": _CREATED, "title": "", "author": ""})
        _fill(book.add_worksheet("people"), table, book.add_format({"bold": True}))
    return target.getvalue(), table.lost


def _fill(sheet: Any, table: Rows, bold: Any) -> None:
    for column, name in enumerate(table.header):
        sheet.write_string(0, column, name, bold)
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, float):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, guard(value))
    for column, name in enumerate(table.header):
        longest = max((len(_shown(row[column])) for row in table.rows), default=0)
        sheet.set_column(column, column, min(max(len(name), longest) + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.header) - 1)


def _shown(value: str | float) -> str:
    return value if isinstance(value, str) else number_text(value)
