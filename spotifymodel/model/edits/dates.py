"""Dates of edits: ISO text or ``datetime.date``, half-open intervals."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeVar

from ...errors import EditError
from ..fields import DATE_PATTERN
from ..replacing import replaced
from ..seats import Post, Seat

__all__ = ["alive", "clipped", "day", "interval", "outside", "overlap"]

Day = dt.date | None
_ISO = re.compile(DATE_PATTERN)
E = TypeVar("E", Seat, Post)


def day(op: str, value: dt.date | str | None, what: str) -> dt.date | None:
    """Return a date from a date or ISO text; ``None`` stays ``None``.

    Raises
    ------
    EditError
        For anything else; a ``datetime`` has a time and a zone, which no interval here has.
    """
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    if isinstance(value, str) and _ISO.match(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise EditError(op, f"{what} is not a date", "Give a datetime.date or text such as '2027-03-01'")


def interval(op: str, start: dt.date | str | None, until: dt.date | str | None) -> tuple[Day, Day]:
    """Return both ends of a half-open interval as dates; raises when it ends before it begins."""
    first, last = day(op, start, "start"), day(op, until, "until")
    if first is not None and last is not None and first >= last:
        raise EditError(
            op,
            f"the interval ends on {last} but begins on {first}",
            "Let until come after start: it is the first day that no longer counts",
        )
    return first, last


def alive(start: Day, until: Day, on: dt.date) -> bool:
    """Tell whether a day lies in the half-open interval."""
    return (start is None or start <= on) and (until is None or on < until)


def overlap(a: tuple[Day, Day], b: tuple[Day, Day]) -> bool:
    """Tell whether two half-open intervals share a day.

    Examples
    --------
    >>> march, april = dt.date(2027, 3, 1), dt.date(2027, 4, 1)
    >>> overlap((None, march), (march, april)), overlap((None, None), (march, april))
    (False, True)
    """
    starts_late = a[0] is not None and b[1] is not None and a[0] >= b[1]
    ends_early = a[1] is not None and b[0] is not None and a[1] <= b[0]
    return not (starts_late or ends_early)


def clipped(holder: str | E, make: type[E], start: Day, until: Day) -> str | E | None:
    """Return a holder limited to an interval; itself where that changes nothing, ``None`` where no day is left."""
    first, last = ends(holder)
    late = start if first is None or (start is not None and start > first) else first
    early = until if last is None or (until is not None and until < last) else last
    if late == first and early == last:
        return holder
    if late is not None and early is not None and late >= early:
        return None
    whole = make(person=holder) if isinstance(holder, str) else holder
    return replaced(whole, start=late, until=early)


def outside(holder: str | Seat, start: Day, until: Day) -> list[str | Seat]:
    """Return what is left of a holder when the interval is taken out of it: nothing, one stretch or two."""
    before = clipped(holder, Seat, None, start) if start is not None else None
    after = clipped(holder, Seat, until, None) if until is not None else None
    if not overlap(ends(holder), (start, until)):
        return [holder]
    return [part for part in (before, after) if part is not None]


def ends(holder: str | Seat | Post) -> tuple[Day, Day]:
    """Return start and until of a holder; a plain id has none."""
    return (None, None) if isinstance(holder, str) else (holder.start, holder.until)
