"""Which squads go live when: a few front runners first, then the others, what runs the shop last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from ...model.org import Org
from ...model.teams import Squad
from ..blueprint.records import Freeze, Waves
from ..people.candidate import Candidate

__all__ = ["Wave", "plan_waves"]

#: Weeks of a wave, front runners and waves after them, where the blueprint says nothing. A guess.
_WEEKS: Final = 8
_FRONT: Final = 2
_LATER: Final = 3
#: Share of the people that the front runners take at most.
_FRONT_SHARE: Final = 0.2


@dataclass(frozen=True, slots=True)
class Wave:
    """Squads that go live together.

    Attributes
    ----------
    squads : tuple of str
    week : int
        Weeks after the start.
    start : datetime.date or None
        The day, where the blueprint names a start.
    """

    squads: tuple[str, ...]
    week: int
    start: dt.date | None


def plan_waves(target: Org, people: Sequence[Candidate], waves: Waves | None, freeze: Sequence[Freeze]) -> tuple[Wave, ...]:
    """Return the waves in which the squads of a target go live.

    Parameters
    ----------
    target : Org
    people : sequence of Candidate
    waves : Waves, optional
        Limits of the blueprint: weeks a wave, squads and people at most in one.
    freeze : sequence of Freeze
        A wave that would begin in one of these begins when it ends.

    Notes
    -----
    A squad is ready the sooner its owner fits the profile and the fewer vacancies it has; squads that run the shop go last
    (the organisation keeps running meanwhile). Equally ready squads go in the order of the target. Squads that need the same
    people may go in different waves: somebody moves once, with the first of them.
    """
    fit = {c.id: c.owner.answer for c in people}
    vacant = {p.id for p in target.people if p.vacancy}
    ready = sorted((s for _, s in target.all_squads()), key=lambda s: _readiness(s, fit, vacant))
    said = waves or Waves()
    in_all = len({p for s in ready for p in _inside(s)})
    front, later = _FRONT, ceil(max(0, len(ready) - _FRONT) / _LATER)
    most_people = said.max_people or in_all
    found: list[list[Squad]] = []
    rest = list(ready)
    while rest:
        first = not found
        most = min(said.max_squads or len(ready), front if first else max(1, later))
        room = min(most_people, max(1, int(_FRONT_SHARE * in_all))) if first else most_people
        wave = [rest.pop(0)]
        while rest and len(wave) < most and len({p for s in (*wave, rest[0]) for p in _inside(s)}) <= room:
            wave.append(rest.pop(0))
        found.append(wave)
    return _dated(found, said, freeze)


def _readiness(squad: Squad, fit: Mapping[str, str], vacant: set[str]) -> tuple[int, int, int]:
    owners = [p if isinstance(p, str) else p.person for p in squad.product_owner]
    ranks = {"yes": 0, "unknown": 1, "no": 2}
    owner = min((ranks.get(fit.get(p, ""), 3) for p in owners), default=3)
    return (int(squad.kind == "run"), owner, sum(p in vacant for p in _inside(squad)))


def _inside(squad: Squad) -> list[str]:
    return [h if isinstance(h, str) else h.person for h in squad.members]


def _dated(found: Sequence[Sequence[Squad]], said: Waves, freeze: Sequence[Freeze]) -> tuple[Wave, ...]:
    waves: list[Wave] = []
    day, week = said.start, 0
    step = said.weeks or _WEEKS
    for squads in found:
        week += step
        if day is not None:
            day = _after_freeze(day + dt.timedelta(weeks=step), freeze)
            week = ceil((day - said.start).days / 7) if said.start else week
        waves.append(Wave(tuple(s.id for s in squads), week, day))
    return tuple(waves)


def _after_freeze(day: dt.date, freeze: Sequence[Freeze]) -> dt.date:
    """Return the first day from one on that lies in no freeze; one without an end freezes nothing that could ever thaw."""
    for _ in freeze:
        for cold in freeze:
            if (cold.start or dt.date.min) <= day and cold.until is not None and day < cold.until:
                day = cold.until
    return day
