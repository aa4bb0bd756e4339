"""From when until when a fix holds: no longer than what it mends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ..graph.relation import BEGIN, END, Relation
from ..graph.stepping import without
from ..graph.view import View

__all__ = ["ALWAYS", "Interval", "bounds", "empty_stretch", "free_stretch", "until_next_seat"]

Interval = tuple[dt.date, dt.date]
ALWAYS: Interval = (BEGIN, END)


def bounds(interval: Interval) -> dict[str, dt.date]:
    """Return an interval as arguments of an edit; open ends are left out.

    Examples
    --------
    >>> bounds((BEGIN, dt.date(2027, 1, 1)))
    {'until': datetime.date(2027, 1, 1)}
    """
    start, until = interval
    return ({} if start == BEGIN else {"from": start}) | ({} if until == END else {"until": until})


def empty_stretch(view: View, relation: Relation, holder: str) -> Interval:
    """Return the stretch around the instant in which nobody stands on a holder; all time without an instant."""
    return free_stretch(view, [(start, until) for _, start, until in relation.stretches(holder)])


def until_next_seat(view: View, person: str) -> Interval:
    """Return the stretch from the instant until somebody's next seat in any squad."""
    start, until = free_stretch(view, view.index.attendance.seats_of(person))
    return (view.day or start, until)


def free_stretch(view: View, taken: Iterable[Interval]) -> Interval:
    """Return the stretch around the instant that some intervals leave free; all time without an instant."""
    day = view.day
    if day is None:
        return ALWAYS
    return next(((a, b) for a, b in without([ALWAYS], taken) if a <= day < b), (day, END))
