"""A table as text with addresses: what every reader of this room makes, and what the rest of it reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...errors import Place
from .report import Note

__all__ = ["Kind", "Table", "column_letters"]

Kind = Literal["csv", "xlsx", "frame"]


def column_letters(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0.

    Examples
    --------
    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(701), column_letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Table:
    """A list of text cells under one header, with the place of every cell.

    Parameters
    ----------
    name : str
        Name of the file as the user gave it.
    kind : {"csv", "xlsx", "frame"}
        Where it came from.
    header : tuple of str
        Column names as written; empty for a column without one.
    rows : tuple of tuple of str
        Every row exactly as long as the header, blank rows left out.
    numbers : tuple of int
        For each row its number as a spreadsheet shows it, counted from 1.
    lines : tuple of int
        For each row its line in the text file; differs from the number where cells hold line breaks. Empty: the same.
    header_number, header_line : int
        Number of the header's row, and its line in the text file.
    labels : tuple of str
        A second header row, as SuccessFactors writes it; empty where there is none.
    sheet : str or None
        Name of the worksheet.
    encoding, separator : str or None
        What a text file was read with.
    guesses, remarks : tuple of Note
        What was assumed or noticed on the way.
    rejects : tuple of Note
        Rows that could not be read as rows.
    """

    name: str
    kind: Kind
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    lines: tuple[int, ...] = ()
    header_number: int = 1
    header_line: int = 1
    labels: tuple[str, ...] = ()
    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    guesses: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()
    rejects: tuple[Note, ...] = ()

    def where(self, row: int, column: int | None = None) -> Place:
        """Return the place of a row (counted from 0 in :attr:`rows`), or of one of its cells.

        Examples
        --------
        >>> str(Table("a.xlsx", "xlsx", ("id",), (("p1",),), (2,), sheet="Team").where(0, 0))
        'a.xlsx: Team!A2'
        """
        return self._place(self.numbers[row], self.lines[row] if self.lines else self.numbers[row], column)

    def where_header(self, column: int | None = None) -> Place:
        """Return the place of the header, or of one column name."""
        return self._place(self.header_number, self.header_line, column)

    def _place(self, number: int, line: int, column: int | None) -> Place:
        if self.kind == "xlsx":
            return Place(self.name, sheet=self.sheet, cell=f"{column_letters(column or 0)}{number}")
        if self.kind == "csv":
            return Place(self.name, line)
        return Place(self.name, path=f"row {number}") if number else Place(self.name)  # the names of a frame stand in no row
