"""XLSX as people have it: the list somewhere in it, titles above, merged cells, formulas, ids that are numbers.

openpyxl is imported here alone, on first use, and reads cells one row at a time.
"""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from ...errors import InputRefusedError, Place, SpotifyModelError, Trouble, UsageError
from .cells import Table, column_letters
from .characters import clean, printable
from .formulas import unguard
from .header_words import meaning
from .headers import WHO, Overrides, find_header, header_score, refuse_duplicates
from .ledger import Ledger
from .limits import LIMITS
from .xlsx_archive import inspect_archive, merged_ranges, refused
from .xlsx_cells import shown

if TYPE_CHECKING:
    from openpyxl import Workbook

__all__ = ["read_xlsx"]

#: openpyxl warns of what it will not keep; silencing warnings is global, so only one thread does it at a time.
_SILENCE = threading.Lock()

#: Rows looked at to find out whether a sheet holds a list and how wide it is.
_PEEKED: Final = 500

Cells = list[str]


def read_xlsx(data: bytes, name: str, *, sheet: str | None = None, columns: Overrides | None = None) -> Table:
    """Return the list in a spreadsheet.

    Parameters
    ----------
    data : bytes
        The file, at most 50 MB packed or unpacked.
    name : str
        What the user calls it; stands in every place.
    sheet : str, optional
        Worksheet to read; else the first visible one that looks like a list of people.
    columns : mapping of str to str or None
        Names of columns that the caller explains; they help to recognise the header.

    Raises
    ------
    InputRefusedError
        Not an .xlsx, encrypted, broken, oversized, or without a list.
    UsageError
        No such sheet.

    Notes
    -----
    O(cells). Formulas count with the value that Excel stored.
    """
    inspect_archive(data, name)
    with _SILENCE, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _read(data, name, sheet, columns)
        except SpotifyModelError:
            raise
        except Exception as wrong:  # openpyxl raises whatever its parsing runs into; its text may quote cells
            raise refused(
                f"the spreadsheet cannot be read ({type(wrong).__name__})",
                name,
                "an .xlsx file as Excel writes it",
                "Open it in Excel and save it again, or save the list as CSV UTF-8",
            ) from None


def _read(data: bytes, name: str, wanted: str | None, columns: Overrides | None) -> Table:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    ledger = Ledger()
    try:
        title = _choose(book, name, wanted, columns, ledger)
        sheet = _Sheet(book, title, name)
        return _table(sheet, data, name, columns, ledger)
    finally:
        book.close()


class _Sheet:
    """One worksheet as rows of text; remembers where formulas had errors."""

    def __init__(self, book: Workbook, title: str, name: str, width: int | None = None) -> None:
        self.book, self.title, self.name = book, title, name
        self.errors: list[str] = []
        self.broken: list[int] = []
        self._sheet: Any = book[title]
        self._formats: dict[int, str] = {}
        # the size that the file declares may be wrong or absurd
        self._sheet.reset_dimensions()
        self.width = width or max((len(cells) for cells in self.peek()), default=0)

    @property
    def part(self) -> str:
        """The file inside the archive that holds the sheet."""
        path: str = self._sheet._worksheet_path
        return path

    def peek(self) -> list[Cells]:
        """Return the first rows, as wide as they are."""
        self.width = LIMITS.columns
        first = [cells for _, cells in self.rows(_PEEKED)]
        self.errors.clear()
        self.broken.clear()
        return first

    def rows(self, most: int | None = None) -> Iterator[tuple[int, Cells]]:
        """Yield the number and the cells of every row that says something, trailing empty cells taken off."""
        blank: Sequence[Any] | None = None
        for number, row in enumerate(islice(self._sheet.iter_rows(max_col=self.width or None), most), 1):
            if number > LIMITS.rows:
                raise refused(f"the sheet has more than {LIMITS.rows:,} rows", self.name, f"at most {LIMITS.rows:,}", "", "limit")
            if row is blank:
                continue  # rows that the file skips are one and the same tuple, and there may be a million of them
            cells = self._texts(row, number)
            if cells:
                yield number, cells
            else:
                blank = row

    def _texts(self, row: Sequence[Any], number: int) -> Cells:
        cells: Cells = []
        for k, cell in enumerate(row):
            value = cell.value
            if value is None:
                cells.append("")
            elif cell.data_type == "e":
                self.errors.append(f"{column_letters(k)}{number}")
                cells.append("")
            elif isinstance(value, str):
                text, broken = clean(unguard(shown(value)))
                if broken:
                    self.broken.append(number)
                cells.append(text)
            else:
                cells.append(shown(value, self._format(cell)))
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _format(self, cell: Any) -> str:
        style: int = cell._style_id
        known = self._formats.get(style)
        if known is None:
            try:
                known = str(cell.number_format or "General")
            except (IndexError, KeyError, AttributeError):  # a style that the file does not define
                known = "General"
            self._formats[style] = known
        return known


def _choose(book: Workbook, name: str, wanted: str | None, columns: Overrides | None, ledger: Ledger) -> str:
    """Return the sheet to read: the named one, else the first visible one with column names that tell people apart."""
    titles = [s.title for s in book.worksheets]
    if wanted is not None:
        if wanted not in titles:
            raise UsageError(f"{name} has no sheet {wanted!r}; it has {', '.join(map(repr, titles))}", wanted, titles)
        return wanted
    lists = [t for t in titles if book[t].sheet_state == "visible" and _looks_like_a_list(book, t, name, columns)]
    if not lists:
        lists = [t for t in titles if book[t].sheet_state != "visible" and _looks_like_a_list(book, t, name, columns)]
    if not lists:
        raise _no_list(book, titles, name, columns)
    if len(lists) > 1:
        others = ", ".join(printable(t) for t in lists[1:])
        ledger.guess("sheet-chosen", sheet=printable(lists[0]), others=others)
    return lists[0]


def _looks_like_a_list(book: Workbook, title: str, name: str, columns: Overrides | None) -> bool:
    rows = _Sheet(book, title, name).peek()
    found = find_header(rows, columns)
    if found is None or len(rows) < found[0] + 2:
        return False
    header = rows[found[0]]
    who = any(meaning(c)[0] in WHO or set(meaning(c)[1]) & set(WHO) for c in header if c) or bool(columns)
    return who and header_score(header, columns) >= min(3, sum(1 for c in header if c))


def _no_list(book: Workbook, titles: list[str], name: str, columns: Overrides | None) -> InputRefusedError:
    empty = all(not _Sheet(book, t, name).peek() for t in titles)
    sheets = ", ".join(repr(printable(t)) for t in titles) or "none"
    return refused(
        f"the workbook is empty (sheets {sheets})" if empty else f"none of the sheets {sheets} looks like a list of people",
        name,
        "a row with column names such as id, name, unit, manager, job title, tribe, squad (English, Dutch or German), and rows below it",
        ""
        if empty
        else "Name the sheet with sheet='…', or say what a column means: columns={'…': 'name'} (on the command line --sheet and --column)",
        "missing",
    )


def _table(sheet: _Sheet, data: bytes, name: str, columns: Overrides | None, ledger: Ledger) -> Table:
    rows = list(sheet.rows())
    found = find_header([cells for _, cells in rows[: LIMITS.header_within + 1]], columns)
    if found is None:
        raise _no_list(sheet.book, [sheet.title], name, columns)
    start, again = found
    header_number, header = rows[start]
    width = len(header)
    refuse_duplicates(header, [Place(name, sheet=sheet.title, cell=f"{column_letters(k)}{header_number}") for k in range(width)], name)
    below = rows[start + 1 + again :]
    if not below:
        place = Place(name, sheet=sheet.title, cell=f"A{header_number}")
        raise InputRefusedError([Trouble("the list has column names and no rows", place, "a row per person", "", "missing")], name)
    if start:
        ledger.remark("rows-above", *(number for number, _ in rows[:start]))
    squared = {number: (cells + [""] * (width - len(cells)))[:width] for number, cells in below}
    _fill_merged(sheet, squared, width, ledger)
    _note_formulas(sheet, data, squared, width, ledger)
    if sheet.errors:
        ledger.guess("error-value", cells=_cells_phrase(sheet.errors))
    if sheet.broken:
        ledger.remark("break-in-cell", *sheet.broken)
    labels = tuple((rows[start + 1][1] + [""] * width)[:width]) if again else ()
    return Table(
        name,
        "xlsx",
        tuple(header),
        tuple(map(tuple, squared.values())),
        tuple(squared),
        (),
        header_number,
        header_number,
        labels,
        sheet.title,
        guesses=ledger.guesses,
        remarks=ledger.remarks,
    )


def _fill_merged(sheet: _Sheet, rows: dict[int, Cells], width: int, ledger: Ledger) -> None:
    """Give every row under a vertically merged cell its text, as the eye does."""
    from openpyxl.utils import column_index_from_string

    filled = []
    for first, top, last, bottom in merged_ranges(sheet.book._archive, sheet.part):  # type: ignore[attr-defined]
        column = column_index_from_string(first) - 1
        text = rows[top][column] if first == last and column < width and top in rows else ""
        if not text or bottom <= top:
            continue
        for number in range(top + 1, min(bottom, top + LIMITS.rows) + 1):
            if number in rows and not rows[number][column]:
                rows[number][column] = text
        filled.append(f"{first}{top}:{last}{bottom}")
    if filled:
        ledger.guess("merged-cells", cells=_cells_phrase(filled))


def _note_formulas(sheet: _Sheet, data: bytes, rows: dict[int, Cells], width: int, ledger: Ledger) -> None:
    """Note formulas that nobody ever calculated; a second look at the file, only where it holds formulas at all."""
    import openpyxl

    with sheet.book._archive.open(sheet.part) as stream:  # type: ignore[attr-defined]
        if not _holds(stream, b"<f"):
            return
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    try:
        again: Any = book[sheet.title]
        again.reset_dimensions()
        missing = [
            f"{column_letters(k)}{number}"
            for number, row in enumerate(again.iter_rows(max_col=width), 1)
            if number in rows
            for k, cell in enumerate(row)
            if cell.data_type == "f" and not rows[number][k] and f"{column_letters(k)}{number}" not in sheet.errors
        ]
    finally:
        book.close()
    if missing:
        ledger.guess("formula-without-value", cells=_cells_phrase(missing))


def _holds(stream: Any, wanted: bytes) -> bool:
    tail = b""
    while chunk := stream.read(1 << 20):
        if wanted in tail + chunk:
            return True
        tail = chunk[-len(wanted) :]
    return False


def _cells_phrase(cells: Sequence[str]) -> str:
    shown_cells = ", ".join(cells[:8])
    return f"{shown_cells} … +{len(cells) - 8}" if len(cells) > 8 else shown_cells
