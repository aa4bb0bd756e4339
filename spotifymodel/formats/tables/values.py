"""The cells of one list as values: what a column counts is decided once, what does not fit goes to the reject list."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from .cells import Table
from .characters import FORBIDDEN, printable, spell_character
from .dates import Order, day_order, has_short_year, is_ambiguous, read_day
from .flags import is_blank_word, truth, truth_of_contract
from .folding import slug
from .headers import Columns
from .ledger import Ledger
from .shares import Scale, read_number, read_share, scale_of

__all__ = ["ALWAYS", "Interval", "Values"]

#: Where a word such as "none" may be somebody's name or number, or has a meaning of its own.
_SIGNS_SPEAK: Final = frozenset({"manager", "manager_id", "manager_name", "manager_email", "unit_manager", "vacancy", "external"})
_TAKEN_LITERALLY: Final = frozenset({"id", "name", "first_name", "infix", "last_name"}) | _SIGNS_SPEAK
_DATES: Final = ("from", "until", "last_day")
_LONGEST: Final = 500
_SKILL = re.compile(r"^(.+?)\s*(?:[:=]\s*([0-9.,]+)|\(([0-9.,]+)\))?$")
#: Systems write this where nothing ends.
_NEVER: Final = dt.date(9990, 1, 1)
_SECOND = re.compile(r"2|second|tweede|zweite", re.IGNORECASE)
_OTHER_LINE = re.compile(r"1|3|first|third|eerste|derde|erste|dritte", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Interval:
    """When a row counts: half-open, ``None`` where an end is open."""

    start: dt.date | None = None
    until: dt.date | None = None

    @property
    def dated(self) -> bool:
        """Whether any end is given."""
        return self.start is not None or self.until is not None

    @property
    def empty(self) -> bool:
        """Whether it ends before it starts."""
        return self.start is not None and self.until is not None and self.start >= self.until

    def meets(self, other: Interval) -> bool:
        """Tell whether there is an instant in both."""
        return (self.start is None or other.until is None or self.start < other.until) and (
            other.start is None or self.until is None or other.start < self.until
        )


#: What a row without dates says.
ALWAYS: Final = Interval()


class Values:
    """Typed access to the cells of a table by row index and field."""

    def __init__(self, table: Table, columns: Columns, ledger: Ledger) -> None:
        self.table, self.columns, self.ledger = table, columns, ledger
        self._used = sorted(set(columns.at.values()) | set(columns.logins))
        self._intervals: dict[int, Interval] = {}
        self._dated = self.has(*_DATES)
        days = [v for field in _DATES for v in self._column(field)]
        self._order: Order = day_order(days)
        self._order_is_certain = any(read_day(v, "day-first") and not read_day(v, "month-first") for v in days)
        if self._order == "month-first":
            ledger.guess("month-first")
        self._fte = scale_of(self._column("fte"))
        self._hours = scale_of(self._column("hours"), hours=True)
        self._allocation = scale_of(self._column("allocation"), allocation=True)
        for field, scale in (("fte", self._fte), ("hours", self._hours), ("allocation", self._allocation)):
            self._note_scale(field, scale)

    def has(self, *fields: str) -> bool:
        """Tell whether the list has a column for any of these."""
        return any(field in self.columns.at for field in fields)

    def header(self, field: str) -> str:
        """Return what the list calls the column of a field."""
        column = self.columns.at.get(field)
        return printable(self.table.header[column]) if column is not None else field

    def number(self, row: int) -> int:
        """Return a row's number as a spreadsheet shows it."""
        return self.table.numbers[row]

    def text(self, row: int, field: str) -> str:
        """Return a cell; empty where the column is missing or the cell says nothing."""
        column = self.columns.at.get(field)
        if column is None:
            return ""
        text = self.table.rows[row][column]
        if not text:
            return ""
        if field in _TAKEN_LITERALLY:
            return text if field in _SIGNS_SPEAK or text.strip("-–—?. ") else ""
        if is_blank_word(text):
            self.ledger.guess("counts-as-empty", self.number(row), word=text, column=self.header(field))
            return ""
        return text

    def label(self, row: int, field: str) -> str:
        """Return a cell that becomes a label; one that is too long is rejected."""
        text = self.text(row, field)
        if len(text) > _LONGEST:
            self.reject("text-too-long", row, field, column=self.header(field))
            return ""
        return text

    def logins(self, row: int) -> list[str]:
        """Return what else a person can be referred to by."""
        cells = self.table.rows[row]
        return [cells[c] for c in self.columns.logins if cells[c]]

    def refused_character(self, row: int) -> tuple[str, str] | None:
        """Return the column and the spelt character where a used cell holds one that no chart may hold."""
        cells = self.table.rows[row]
        for column in self._used:
            text = cells[column]
            if text and not text.isprintable() and (found := FORBIDDEN.search(text)):
                return printable(self.table.header[column]), spell_character(found[0])
        return None

    def reject(self, kind: str, row: int, field: str | None = None, **facts: str) -> None:
        """Put a row, or the value of one field in it, on the reject list."""
        column = self.columns.at.get(field) if field else None
        self.ledger.reject(kind, self.number(row), self.table.where(row, column), field, **facts)

    # -- values ------------------------------------------------------------------------------------------------------

    def fte(self, row: int) -> float | None:
        """Return the contract as a share of a full week, from the FTE column or else the hours."""
        for field, scale in (("fte", self._fte), ("hours", self._hours)):
            text = self.text(row, field)
            if not text:
                continue
            share = read_share(text, scale)
            if share is not None and 0 <= share <= 1.5:
                return share
            self.reject("bad-number", row, field, column=self.header(field), expected="0–1.5 FTE")
        return None

    def allocation(self, row: int) -> float | None:
        """Return the share of somebody's contract that goes to the squad of this row."""
        text = self.text(row, "allocation")
        if not text:
            return None
        share = read_share(text, self._allocation)
        if share is not None and 0 < share <= 1:
            return share
        self.reject("bad-number", row, "allocation", column=self.header("allocation"), expected="> 0–1")
        return None

    def agile_years(self, row: int) -> float | None:
        """Return years of scrum or agile experience."""
        text = self.text(row, "agile_years")
        if not text:
            return None
        years = read_number(re.sub(r"\s*(?:jaren|jaar|years?|yrs?|jahre?|j|y)\.?$", "", text, flags=re.IGNORECASE))
        if years is not None and years <= 80:
            return years
        self.reject("bad-number", row, "agile_years", column=self.header("agile_years"), expected="0–80")
        return None

    def interval(self, row: int) -> Interval:
        """Return when the row counts."""
        if not self._dated:
            return ALWAYS
        known = self._intervals.get(row)
        if known is None:
            known = self._intervals[row] = self._read_interval(row)
        return known

    def _read_interval(self, row: int) -> Interval:
        start = self._day(row, "from")
        until = self._day(row, "until")
        last = self._day(row, "last_day") if until is None else None
        if last is not None and last < _NEVER:
            self.ledger.guess("last-day", self.number(row), column=self.header("last_day"))
            until = last + dt.timedelta(days=1)
        return Interval(start, until if until is None or until < _NEVER else None)

    def flag(self, row: int, field: str) -> bool | None:
        """Return a yes/no cell; ``None`` where it is empty."""
        text = self.text(row, field)
        if not text or is_blank_word(text):
            return None
        if field == "external":
            said = truth_of_contract(text)
        elif field == "second_line":
            said = _is_second_line(text)
        else:
            said = truth(text)
        if said is None:
            self.reject("bad-flag", row, field, column=self.header(field))
        return said

    def skills(self, row: int) -> dict[str, int]:
        """Return skill ids with levels from cells such as ``sql:2; python:3``."""
        text = self.text(row, "skills")
        levels: dict[str, int] = {}
        for part in re.split(r"[;,]\s*(?![0-9])", text) if text else ():
            found = _SKILL.match(part.strip())
            if not found:
                continue
            digits = found[2] or found[3]
            level = read_number(digits) if digits else 2.0
            name = slug(found[1])
            if not name or level is None or level not in (0, 1, 2, 3):
                self.reject("bad-skill", row, "skills")
                continue
            if not digits:
                self.ledger.guess("skill-level-2", self.number(row))
            levels.setdefault(name, int(level))
        return levels

    # -- columns as a whole --------------------------------------------------------------------------------------------

    def _column(self, field: str) -> list[str]:
        column = self.columns.at.get(field)
        return [] if column is None else [row[column] for row in self.table.rows if row[column]]

    def _day(self, row: int, field: str) -> dt.date | None:
        text = self.text(row, field)
        if not text:
            return None
        day = read_day(text, self._order)
        if day is None:
            self.reject("bad-date", row, field, column=self.header(field))
            return None
        if is_ambiguous(text) and self._order == "day-first" and not self._order_is_certain:
            self.ledger.guess("day-first", self.number(row), column=self.header(field))
        if has_short_year(text):
            self.ledger.guess("short-year", self.number(row), column=self.header(field))
        return day

    def _note_scale(self, field: str, scale: Scale) -> None:
        if scale.hours:
            self.ledger.guess("hours-to-fte", column=self.header(field), full=f"{scale.full:g}")
        elif scale.counts == "percent":
            self.ledger.guess("percent", column=self.header(field))


def _is_second_line(text: str) -> bool | None:
    """Return what a column about the second line says: yes or no, or the number of the line of defence."""
    said = truth(text)
    if said is None or text.strip().isdigit():
        return True if _SECOND.search(text) else False if _OTHER_LINE.search(text) else said
    return said
