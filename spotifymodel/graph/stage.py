"""Charts in sequence: the states that a transition passes through, each seen at its instants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .index import ORGANISATION, Index
from .moments import intervals, moments
from .relation import BEGIN, END
from .view import View

__all__ = ["Stage", "Stages", "stages_of"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of the organisation between two changes.

    Attributes
    ----------
    number : int
        Place of its chart in the sequence, from 0. A chart that carries dates is several states with one number.
    name : str
        What a plan calls it; may be empty.
    start, until : datetime.date or None
        From when until when, half-open; ``None`` where that is not known.
    view : View
        What is true then.
    """

    number: int
    name: str
    start: dt.date | None
    until: dt.date | None
    view: View


Stages = Sequence[Stage]


def stages_of(charts: Iterable[tuple[Index, str, dt.date | None]]) -> tuple[Stage, ...]:
    """Return the states that charts in sequence pass through, in order.

    Parameters
    ----------
    charts : iterable of (Index, str, datetime.date or None)
        Each with its name and the day on which it begins, where known. A chart ends when the next one begins.

    Returns
    -------
    tuple of Stage
        One per chart without dates; a chart with dates is cut at each of them within its time.

    Notes
    -----
    O(changes) views over indexes that exist already; nothing is copied.
    """
    charts = list(charts)
    found: list[Stage] = []
    for number, ((index, name, start), following) in enumerate(zip_longest(charts, charts[1:])):
        until = following[2] if following is not None else None
        if not index.dated:
            found.append(Stage(number, name, start, until, View(index)))
            continue
        for first, last in intervals(moments(index, ORGANISATION, ORGANISATION, "own"), (start or BEGIN, until or END)):
            found.append(Stage(number, name, None if first == BEGIN else first, None if last == END else last, View(index, first)))
    return tuple(found)
