"""CSV as people have it: any of four separators, any of three encodings, titles above the header, ragged rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...errors import InputRefusedError, Place, Trouble
from .cells import Table
from .characters import clean
from .formulas import unguard
from .headers import Overrides, find_header, header_score, refuse_duplicates
from .ledger import Ledger
from .limits import LIMITS
from .text_encoding import decode

__all__ = ["SEPARATORS", "read_csv"]

SEPARATORS: Final = (",", ";", "\t", "|")
_SPOKEN: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}

#: Characters looked at to find the separator.
_SAMPLE: Final = 64_000


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the list: its number in a spreadsheet, its line in the file, its cells, whether a cell held a line break."""

    number: int
    line: int
    cells: list[str]
    broken: bool = False


def read_csv(data: bytes, name: str, *, columns: Overrides | None = None) -> Table:
    """Return the table in a CSV file.

    Parameters
    ----------
    data : bytes
        The file, at most 50 MB.
    name : str
        What the user calls it; stands in every place.
    columns : mapping of str to str or None
        Names of columns that the caller explains; they help to recognise the header.

    Raises
    ------
    InputRefusedError
        Too large, not text, no header, an open quote, two columns with one name, a separator that nobody can tell.

    Notes
    -----
    O(size).
    """
    ledger = Ledger()
    if len(data) > LIMITS.bytes:
        raise _refusal(f"the file has {len(data):,} bytes", name, None, f"at most {LIMITS.bytes:,}", "limit")
    _refuse_other_kinds(data, name)
    text, encoding, guessed = decode(data, name)
    if not text.strip():
        raise _refusal("the file is empty", name, None, "a row with column names and a row per person", "missing")
    if guessed:
        ledger.guess("encoding", encoding=encoding)
    declared, text = _declared_separator(text)
    separator = declared or _find_separator(text, name, columns)
    records = list(_records(text, separator, name, skipped=1 if declared else 0))
    found = find_header([r.cells for r in records[: LIMITS.header_within + 1]], columns)
    if found is None:
        raise _no_header(records, name)
    start, again = found
    if start:
        ledger.remark("rows-above", *(r.number for r in records[:start]))
    header = records[start]
    width = len(header.cells)
    if width > LIMITS.columns:
        raise _refusal(f"the list has {width} columns", name, header.line, f"at most {LIMITS.columns}", "limit")
    refuse_duplicates(header.cells, [Place(name, header.line)] * width, name)
    below = records[start + 1 + again :]
    rows = [r for r in below if _fits(r, width, separator, name, ledger)]
    if not below:
        raise _refusal("the list has column names and no rows", name, header.line, "a row per person", "missing")
    numbers, lines = tuple(r.number for r in rows), tuple(r.line for r in rows)
    return Table(
        name,
        "csv",
        tuple(header.cells),
        tuple((*r.cells, *[""] * (width - len(r.cells))) for r in rows),
        numbers,
        lines if lines != numbers else (),
        header.number,
        header.line,
        tuple((*records[start + 1].cells, *[""] * width)[:width]) if again else (),
        None,
        encoding,
        _SPOKEN[separator],
        ledger.guesses,
        ledger.remarks,
        ledger.rejects,
    )


def _fits(record: _Record, width: int, separator: str, name: str, ledger: Ledger) -> bool:
    """Tell whether a record fits under the header; note what had to be overlooked."""
    cells = len(record.cells)
    if cells > width:
        kind = "row-too-long-comma" if separator == "," else "row-too-long"
        ledger.reject(kind, record.number, Place(name, record.line), cells=str(cells), columns=str(width))
        return False
    if cells == 1 and 2 < width <= 1 + max(record.cells[0].count(other) for other in SEPARATORS if other != separator):
        ledger.reject("row-of-another-separator", record.number, Place(name, record.line))
        return False
    if record.broken:
        ledger.remark("break-in-cell", record.number)
    return True


def _records(text: str, separator: str, name: str, skipped: int, *, most: int = LIMITS.rows, strict: bool = True) -> Iterator[_Record]:
    """Yield the records that say something, trailing empty cells taken off."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    line, number, yielded = 1, 0, 0
    while True:
        try:
            raw = next(reader, None)
        except csv.Error as wrong:
            raise _broken_record(str(wrong), name, line + skipped) from None
        if raw is None:
            return
        number += 1
        cells, broken = _tidy(raw)
        if cells:
            yielded += 1
            if yielded > most:
                raise _refusal(f"the list has more than {LIMITS.rows:,} rows", name, None, f"at most {LIMITS.rows:,}", "limit")
            yield _Record(number, line + skipped, cells, broken)
        line = reader.line_num + 1


def _tidy(raw: list[str]) -> tuple[list[str], bool]:
    """Return cells trimmed, on one line and without the mark against formulas; and whether a line break went."""
    cells, broken = [], False
    for cell in raw:
        text, had_break = clean(unguard(cell))
        cells.append(text)
        broken |= had_break
    while cells and not cells[-1]:
        cells.pop()
    return cells, broken


def _declared_separator(text: str) -> tuple[str | None, str]:
    """Return the separator that Excel's first line ``sep=;`` declares, and the text without that line."""
    first, _, rest = text.partition("\n")
    said = first.strip("\r\"' ").lower() if first[-1:] != "\t" else first.lower()
    for separator in SEPARATORS:
        if said.strip() == f"sep={separator}".strip() and (separator != "\t" or first.rstrip("\r\n").endswith("\t")):
            return separator, rest
    return None, text


def _find_separator(text: str, name: str, columns: Overrides | None) -> str:
    """Return the separator under which most column names are known and the rows are equally long."""
    sample = text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1] or text[:_SAMPLE]
    ranked = []
    for separator in SEPARATORS:
        try:
            records = list(_records(sample, separator, name, 0, strict=False))
        except InputRefusedError:
            continue
        rows = [r.cells for r in records[:200]]
        found = find_header(rows[: LIMITS.header_within + 1], columns)
        if found is None:
            continue
        header = rows[found[0]]
        after = rows[found[0] + 1 :]
        even = sum(1 for r in after if len(r) <= len(header)) / len(after) if after else 1.0
        ranked.append((header_score(header, columns), even, len(header), separator))
    if not ranked:
        return max(SEPARATORS, key=lambda s: sample[:2000].count(s))
    ranked.sort(key=lambda r: r[:3], reverse=True)
    best = ranked[0]
    rivals = [r for r in ranked if r[:2] == best[:2] and r[2] > 1]
    if len(rivals) > 1:
        spoken = " or a ".join(_SPOKEN[r[3]] for r in rivals)
        raise InputRefusedError(
            [
                Trouble(
                    f"the cells could be separated by a {spoken}",
                    Place(name, 1),
                    "one separator",
                    f"Write the line sep={rivals[0][3]} above the column names",
                    "ambiguous-separator",
                )
            ],
            name,
        )
    return best[3]


# -- refusals ------------------------------------------------------------------------------------------------------------


def _refusal(message: str, name: str, line: int | None, expected: str, kind: str, fix: str = "") -> InputRefusedError:
    return InputRefusedError([Trouble(message, Place(name, line), expected, fix, kind)], name)


def _broken_record(said: str, name: str, line: int) -> InputRefusedError:
    if "field limit" in said:
        return _refusal(
            "a cell is longer than any cell of a list should be", name, line, "at most 131,072 characters", "limit", _OPEN_QUOTE
        )
    if "end of data" in said:
        return _refusal("a quotation mark opened in this row is never closed", name, line, "a second quotation mark", "syntax", _OPEN_QUOTE)
    return _refusal(
        "text stands behind a closing quotation mark", name, line, "a separator", "syntax", "Double the quotation marks inside a cell"
    )


_OPEN_QUOTE: Final = "Look for a single quotation mark in or above this row"


def _refuse_other_kinds(data: bytes, name: str) -> None:
    """Refuse spreadsheets and pages that somebody renamed to .csv."""
    kinds = ((b"PK\x03\x04", "an Excel file (.xlsx)"), (b"\xd0\xcf\x11\xe0", "an old Excel file (.xls)"), (b"%PDF", "a PDF file"))
    for magic, what in kinds:
        if data.startswith(magic):
            raise _refusal(
                f"this is {what}, not a CSV file", name, None, "text", "encoding", "Give the file its own ending, or save the list as CSV"
            )
    if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise _refusal(
            "this is a web page or XML, not a CSV file", name, 1, "text", "encoding", "Open it in Excel and save it as CSV or .xlsx"
        )


def _no_header(records: list[_Record], name: str) -> InputRefusedError:
    # the row is not quoted: without a header its cells are somebody's data
    widths = f"; read with {len(records[0].cells)} column{'s' if len(records[0].cells) != 1 else ''} in the first row" if records else ""
    return _refusal(
        f"no row with column names was found{widths}",
        name,
        records[0].line if records else 1,
        "names such as id, name, unit, manager, job title, tribe, squad (English, Dutch or German) in one of the first rows",
        "missing",
        "Put column names above the list, or say what they mean: columns={'…': 'name'} (on the command line --column …=name)",
    )
