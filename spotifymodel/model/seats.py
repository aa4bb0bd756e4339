"""The edges people sit on: a seat in a team, a place in a unit, both with optional dates.

A seat stays a plain id unless more is said about it, in files and in memory: ``"anna"`` or
``Seat(person="anna", allocation=0.5)``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from .fields import ALLOCATION, DATE, ID, in_tuple, listed, optional
from .record import Schema, nested, record, value

__all__ = ["HOLDERS", "LINE_HOLDERS", "Holders", "LineHolders", "Post", "Seat", "each_seat", "holder_id"]


@record
class Seat:
    """Somebody in a role, with a share of their time and dates.

    Parameters
    ----------
    person : str
        Id of the person.
    allocation : float, optional
        Share of the person's contract hours, 0 < allocation ≤ 1. Undeclared: what is left, shared equally.
    start : datetime.date, optional
        First day that counts; key ``from`` in files.
    until : datetime.date, optional
        First day that no longer counts.
    """

    person: str = value(ID)
    allocation: float | None = value(optional(ALLOCATION), default=None)
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)


@record
class Post:
    """Somebody's place in the line: a unit, or the person they report to, with dates.

    Parameters
    ----------
    unit, person : str, optional
        Exactly one of the two.
    allocation : float, optional
        Share of the person's contract hours.
    start, until : datetime.date, optional
        Half-open interval; ``start`` is the key ``from`` in files.
    """

    unit: str | None = value(optional(ID), default=None)
    person: str | None = value(optional(ID), default=None)
    allocation: float | None = value(optional(ALLOCATION), default=None)
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)

    def __post_init__(self) -> None:
        if (self.unit is None) == (self.person is None):
            raise ValueError("exactly one of unit and person")


Holders = tuple[str | Seat, ...]
"""Who holds a role: always a tuple in Python; an id, a mapping, a list of either or null in files."""

LineHolders = str | Post | tuple[str | Post, ...] | None
"""Where somebody sits in the line: an id as a rule; a :class:`Post` or several where dates say so."""


def _either(*choices: Schema) -> Schema:
    """Return the schema of the first choice that fits."""
    return {"type": "union", "mode": "left_to_right", "choices": list(choices)}


_MANY: Final = listed(_either(ID, nested(Seat)))
#: A list is read without calling Python; an id or a mapping is wrapped only where no list stands.
HOLDERS: Final = _either(
    _MANY,
    {"type": "function-before", "function": {"type": "no-info", "function": in_tuple}, "schema": _MANY},
)
_POST: Final = _either(ID, nested(Post))
LINE_HOLDERS: Final = optional(_either(ID, nested(Post), listed(_POST)))


def each_seat(holders: Iterable[str | Seat]) -> Iterator[Seat]:
    """Yield every holder as a full :class:`Seat`.

    Examples
    --------
    >>> [s.person for s in each_seat(["anna", Seat(person="ben", allocation=0.5)])]
    ['anna', 'ben']
    """
    for holder in holders:
        yield Seat(person=holder) if isinstance(holder, str) else holder


def holder_id(holder: str | Seat) -> str:
    """Return the id of the person who holds the seat."""
    return holder if isinstance(holder, str) else holder.person


def whole_time(holder: Seat) -> bool:
    """Tell whether a seat carries no dates."""
    return holder.start is None and holder.until is None


def overlaps(start: dt.date | None, until: dt.date | None, day: dt.date) -> bool:
    """Tell whether a day lies in the half-open interval."""
    return (start is None or start <= day) and (until is None or day < until)
