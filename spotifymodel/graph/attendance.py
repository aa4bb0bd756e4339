"""Who sits in a squad over time, as member or owner: worked out once per squad, for all rules that ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from .relation import BEGIN, END
from .stepping import Count, Interval, counts, together

if TYPE_CHECKING:
    from .index import Index

__all__ = ["Attendance", "Intervals"]

Intervals = tuple[Interval, ...]
_ALWAYS: Intervals = ((BEGIN, END),)


class Attendance:
    """The seats of squads over time, of members and owners alike; remembered until a seat changes.

    Parameters
    ----------
    index : Index

    Notes
    -----
    A squad costs O(its stretches) on the first question. A draft tells which seats change (:meth:`forget`).
    """

    __slots__ = ("_counts", "_index", "_stays")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._stays: dict[str, dict[str, Intervals]] = {}
        self._counts: dict[str, list[Count]] = {}

    def stays(self, squad: str) -> Mapping[str, Intervals]:
        """Return from when until when everybody sits in a squad: intervals in order that neither overlap nor touch."""
        known = self._stays.get(squad)
        if known is None:
            index = self._index
            people, dated = index.squad_people.get(squad, ()), index.members.spans.get(squad)
            owned = index.owners.people.get(squad, ())
            if dated is None:
                known = {person: self._stay(squad, person) for person in people}
            else:  # most are members only, for one stretch
                known = {
                    person: ((mine[0][0], mine[0][1]),)
                    if person not in owned and len(mine := dated[person]) == 1
                    else self._stay(squad, person)
                    for person in people
                }
            self._stays[squad] = known
        return known

    def counts(self, squad: str) -> Sequence[Count]:
        """Return how many people sit in a squad over all time, nobody included."""
        known = self._counts.get(squad)
        if known is None:
            known = self._counts[squad] = counts(self.stays(squad).values())
        return known

    def used(self, squad: str) -> list[Interval]:
        """Return when anybody sits in a squad, in order."""
        found: list[Interval] = []
        for start, until, number in self.counts(squad):
            if number and found and found[-1][1] == start:
                found[-1] = (found[-1][0], until)
            elif number:
                found.append((start, until))
        return found

    def fewest(self, squad: str) -> int:
        """Return how many people sit in a squad at least while anybody does; 0 where nobody ever does."""
        return min((number for _, _, number in self.counts(squad) if number), default=0)

    def seats_of(self, person: str) -> list[Interval]:
        """Return from when until when somebody sits in any squad, once per stay."""
        squads = self._index.squads_of.get(person, ())
        if len(squads) == 1:
            return list(self.stays(squads[0])[person])
        return [stay for squad in squads for stay in self.stays(squad)[person]]

    def forget(self, squad: str, person: str) -> None:
        """Take in that a seat of somebody in a squad has changed."""
        self._counts.pop(squad, None)
        known = self._stays.get(squad)
        if known is not None:
            if person in self._index.squad_people.get(squad, ()):
                known[person] = self._stay(squad, person)
            else:
                known.pop(person, None)

    def _stay(self, squad: str, person: str) -> Intervals:
        index = self._index
        found: list[tuple[dt.date, dt.date, float | None]] = []
        for relation in (index.members, index.owners):
            dated = relation.spans.get(squad)
            if dated is not None:
                found.extend(dated.get(person, ()))
            elif person in relation.people.get(squad, ()):
                return _ALWAYS
        start, until, _ = found[0]
        if len(found) == 1 or (len(found) == 2 and found[1][0] == start and found[1][1] == until):
            return ((start, until),)
        return tuple(together(_plain(found)))


def _plain(spans: Iterable[tuple[dt.date, dt.date, float | None]]) -> Iterable[Interval]:
    return ((start, until) for start, until, _ in spans)
