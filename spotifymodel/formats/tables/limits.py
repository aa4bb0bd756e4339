"""How large a table may be before it is refused; one frozen record, so that nobody has to look for numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["LIMITS", "TableLimits"]


@dataclass(frozen=True, slots=True)
class TableLimits:
    """What reading a table may cost.

    Parameters
    ----------
    bytes : int
        Size of a CSV file, and of a spreadsheet once unpacked.
    rows, columns : int
        Size of the list.
    cell : int
        Characters in one cell.
    zip_entries : int
        Files inside a spreadsheet.
    zip_ratio : int
        How many times larger a file inside a spreadsheet may become when it is unpacked.
    header_within : int
        The column names must stand in one of the first so many rows.
    """

    bytes: int = 50_000_000
    rows: int = 1_000_000
    columns: int = 512
    cell: int = 20_000
    zip_entries: int = 1_000
    zip_ratio: int = 200
    header_within: int = 30


#: The limits that hold everywhere.
LIMITS: Final = TableLimits()
