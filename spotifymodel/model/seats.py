"""The edges people sit on: a seat in a team, a place in a unit, both with optional dates.

A seat stays a plain id unless more is said about it, in files and in memory: ``"anna"`` or
``Seat(person="anna", allocation=0.5)``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, GetPydanticSchema
from pydantic.dataclasses import dataclass
from pydantic_core import core_schema

from .fields import RECORD, Allocation, Date, Id, in_tuple

__all__ = ["Holders", "LineHolders", "Post", "Seat", "each_seat", "holder_id"]


@dataclass(frozen=True, slots=True, config=RECORD)
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

    person: Id
    allocation: Allocation | None = None
    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
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

    unit: Id | None = None
    person: Id | None = None
    allocation: Allocation | None = None
    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None

    def __post_init__(self) -> None:
        if (self.unit is None) == (self.person is None):
            raise ValueError("exactly one of unit and person")


def _holders(source: Any, handler: Any) -> core_schema.CoreSchema:
    """Read a list without calling Python; wrap an id or a mapping only where no list stands."""
    many = handler(source)
    return core_schema.union_schema(
        [many, core_schema.no_info_before_validator_function(in_tuple, many)],
        mode="left_to_right",
    )


Holders = Annotated[
    tuple[Annotated[Id | Seat, Field(union_mode="left_to_right")], ...],
    GetPydanticSchema(_holders),
]
"""Who holds a role: always a tuple in Python; an id, a mapping, a list of either or null in files."""

_OnePost = Annotated[Id | Post, Field(union_mode="left_to_right")]
LineHolders = Annotated[
    Id | Post | tuple[_OnePost, ...] | None,
    Field(union_mode="left_to_right"),
]
"""Where somebody sits in the line: an id as a rule; a :class:`Post` or several where dates say so."""


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
