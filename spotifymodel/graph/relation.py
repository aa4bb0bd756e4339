"""One relation of the graph: who stands on which holder, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

__all__ = ["BEGIN", "END", "People", "Relation", "Span"]

#: The ends of time: an interval that is open on one side reaches here.
BEGIN: Final = dt.date.min
END: Final = dt.date.max

People = tuple[str, ...]


#: One stretch of an edge: start, until (half-open, clipped to the life of its holder), declared allocation.
#: A plain tuple: a company with dates everywhere has hundreds of thousands.
Span = tuple[dt.date, dt.date, float | None]


def _covers(spans: tuple[Span, ...], day: dt.date) -> bool:
    """Tell whether one of some stretches holds on a day; a loop, for it is what rules over time ask most."""
    for start, until, _ in spans:  # noqa: SIM110
        if start <= day < until:
            return True
    return False


class Relation:
    """Edges holder → person, such as squad → member.

    Attributes
    ----------
    people : dict of str to tuple of str
        Per holder the distinct people who ever stand there, in the order of the chart.
    spans : dict of str to dict of str to tuple of Span
        Per holder *with dates* every person's stretches; a holder without dates is absent here.
    shares : dict of str to dict of str to float
        Declared allocations of holders without dates.
    """

    __slots__ = ("people", "shares", "spans")

    def __init__(self) -> None:
        self.people: dict[str, People] = {}
        self.spans: dict[str, dict[str, tuple[Span, ...]]] = {}
        self.shares: dict[str, dict[str, float]] = {}

    def at(self, holder: str, day: dt.date | None) -> People:
        """Return who stands there on a day; ``None`` stands for a holder without dates, and costs one look-up."""
        ever = self.people.get(holder, ())
        if day is None or not ever:
            return ever
        dated = self.spans.get(holder)
        if dated is None:
            return ever
        return tuple([p for p in ever if _covers(dated[p], day)])

    def holds(self, holder: str, person: str, day: dt.date | None) -> bool:
        """Tell whether one person stands there on a day."""
        dated = self.spans.get(holder) if day is not None else None
        if dated is None:
            return person in self.people.get(holder, ())
        spans = dated.get(person)
        return spans is not None and _covers(spans, day)  # type: ignore[arg-type]

    def share(self, holder: str, person: str, day: dt.date | None) -> float | None:
        """Return the declared allocation on a day, the largest where several stretches overlap; ``None`` if undeclared."""
        dated = self.spans.get(holder) if day is not None else None
        if dated is None:
            return self.shares.get(holder, {}).get(person)
        largest: float | None = None
        for start, until, a in dated.get(person, ()):
            if a is not None and start <= day < until and (largest is None or a > largest):  # type: ignore[operator]
                largest = a
        return largest

    def at_least(self, holder: str, day: dt.date | None, share: float) -> People:
        """Return who stands there on a day by an edge with no declared allocation, or with one of at least `share`."""
        ever = self.people.get(holder, ())
        dated = self.spans.get(holder) if day is not None else None
        if dated is None:
            shares = self.shares.get(holder)
            return ever if shares is None else tuple(p for p in ever if shares.get(p, share) >= share)
        return tuple(
            p
            for p in ever
            if any(start <= day < until and (a is None or a >= share) for start, until, a in dated[p])  # type: ignore[operator]
        )

    def stretches(self, holder: str, share: float | None = None) -> Iterator[tuple[str, dt.date, dt.date]]:
        """Yield everybody with their stretches; without dates from the beginning to the end of time.

        Parameters
        ----------
        holder : str
        share : float, optional
            Leave out edges with a declared allocation below it.
        """
        ever = self.people.get(holder, ())
        dated = self.spans.get(holder)
        if dated is None:
            for person in ever if share is None else self.at_least(holder, None, share):
                yield person, BEGIN, END
            return
        for person in ever:
            for start, until, a in dated[person]:
                if share is None or a is None or a >= share:
                    yield person, start, until

    def stints(self, holder: str, person: str) -> list[tuple[dt.date, dt.date]]:
        """Return from when until when one person stands there, in the order of the chart; the whole of time without dates."""
        if person not in self.people.get(holder, ()):
            return []
        dated = self.spans.get(holder)
        return [(BEGIN, END)] if dated is None else [(start, until) for start, until, _ in dated[person]]

    def by_person(self) -> dict[str, list[tuple[dt.date, dt.date]]]:
        """Return everybody's stretches over all holders; O(edges)."""
        found: dict[str, list[tuple[dt.date, dt.date]]] = {}
        for holder in self.people:
            for person, start, until in self.stretches(holder):
                found.setdefault(person, []).append((start, until))
        return found

    def moments(self, holder: str) -> Iterator[dt.date]:
        """Yield every date at which somebody comes or goes."""
        for spans in self.spans.get(holder, {}).values():
            for start, until, _ in spans:
                yield start
                yield until

    def forget(self, holder: str) -> None:
        """Take all edges of a holder away."""
        self.people.pop(holder, None)
        self.spans.pop(holder, None)
        self.shares.pop(holder, None)
