"""Reads the stages of a plan as a roadmap: when every squad climbs which rung, where everybody works meanwhile, and the gates."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.names import called, clean
from spotifymodel.transition.road.facts import Ready
from spotifymodel.transition.road.stage import Stage

__all__ = ["RUNGS", "Bar", "Milestone", "Period", "Road", "Row", "Rung", "read_road"]

#: The mandate ladder after preparation; ``live`` where nobody tells the mandate.
Rung: TypeAlias = Literal["prepared", "none", "soft", "end_to_end", "live"]
RUNGS: Final[tuple[Rung, ...]] = ("prepared", "none", "soft", "end_to_end", "live")


@dataclass(frozen=True, slots=True)
class Bar:
    """A squad on one rung, from one week until another."""

    rung: Rung
    start: float
    until: float


@dataclass(frozen=True, slots=True)
class Row:
    """A squad, or all squads of a wave together.

    Parameters
    ----------
    of, name : str
    members : frozenset of str
        Of the target.
    bars : tuple of Bar
        Neighbours follow each other without a gap.
    ready : tuple of (float, str)
        Weeks in which an owner will have learned the role (``learning``), or in which it begins though the seat is ``open`` or
        nobody knows how long learning takes (``unknown``).
    """

    of: str
    name: str
    members: frozenset[str]
    bars: tuple[Bar, ...]
    ready: tuple[tuple[float, Ready], ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that happens in a week.

    Parameters
    ----------
    week : float
    kind : {"go_live", "end_to_end", "hand_over", "dissolved", "gate", "stage"}
        ``stage``: one at which no squads go live, such as the steady state.
    name : str
        Of the stage or the gate; for what is counted its number is enough.
    count : int
        Squads, projects or units.
    stage : int
        Number of the stage at which it happens; -1 for a gate of the chart.
    """

    week: float
    kind: Literal["go_live", "end_to_end", "hand_over", "dissolved", "gate", "stage"]
    name: str = ""
    count: int = 0
    stage: int = -1


@dataclass(frozen=True, slots=True)
class Period:
    """What is so from a stage until the next.

    Parameters
    ----------
    name : str
    start, until : float
        Weeks after the start.
    squads, moved : int
        That go live and move at its beginning.
    line, hybrid, inside : int
        People in the line; in a squad that does not decide for itself yet, or in line and squad; in squads and tribes.
    rungs : mapping of str to int
        Squads on every rung; of the target, ``prepared`` are those still to come.
    findings : mapping of str to int
    backfill : float
        Full-time equivalents of people who keep a service above its floor meanwhile.
    room : int or None
        People who may move at its beginning.
    """

    name: str
    start: float
    until: float
    squads: int
    moved: int
    line: int
    hybrid: int
    inside: int
    rungs: Mapping[Rung, int]
    findings: Mapping[str, int]
    backfill: float
    room: int | None

    @property
    def people(self) -> int:
        """Everybody."""
        return self.line + self.hybrid + self.inside


@dataclass(frozen=True, slots=True)
class Road:
    """The whole way.

    Parameters
    ----------
    periods : tuple of Period
        One per stage.
    waves : tuple of (int, tuple of Row)
        Number of the period at which squads go live, and those squads.
    milestones : tuple of Milestone
        In order.
    origin : datetime.date or None
        The day of week 0.
    end : float
        The week at which the picture ends, some time after the last stage.
    tribes : tuple of str
        Names of the tribes of the target.
    gap : float or None
        How far the order of waves may be from the best, as a share; 0 where it is proven, None where nobody says.
    """

    periods: tuple[Period, ...]
    waves: tuple[tuple[int, tuple[Row, ...]], ...]
    milestones: tuple[Milestone, ...]
    origin: dt.date | None
    end: float
    tribes: tuple[str, ...]
    gap: float | None = None

    @property
    def squads(self) -> int:
        """How many squads go live."""
        return sum(len(rows) for _, rows in self.waves)

    @property
    def told(self) -> bool:
        """Whether the mandate of any live squad is told."""
        return any(bar.rung in ("none", "soft", "end_to_end") for _, rows in self.waves for row in rows for bar in row.bars)


def read_road(stages: Sequence[Stage], gap: float | None = None) -> Road:
    """Return the stages as a roadmap; the first is the organisation of today, the last the target."""
    origin = _origin(stages)
    weeks = [_week(stage.week, stage.start, origin) for stage in stages]
    end = weeks[-1] + max(4.0, round(0.2 * weeks[-1]))
    target = stages[-1].org
    names = _names(target)
    members = index_of(target).squad_people
    climbed = [{squad: _rung(stage, squad) for squad in names if _is_live(stage, squad)} for stage in stages]
    waves = []
    for k, stage in enumerate(stages):
        if stage.squads:
            rows = tuple(
                Row(
                    f"squad:{squad}",
                    names.get(squad, squad),
                    frozenset(members.get(squad, ())),
                    _bars(squad, climbed, k, [*weeks, end]),
                    _ready(stage, squad, weeks[k]),
                )
                for squad in stage.squads
            )
            waves.append((k, rows))
    periods = []
    for k, (stage, until) in enumerate(zip(stages, [*weeks[1:], end], strict=True)):
        line, hybrid, inside = _places(stage, climbed[k])
        rungs: dict[Rung, int] = {rung: sum(one == rung for one in climbed[k].values()) for rung in RUNGS}
        rungs["prepared"] = len(names) - len(climbed[k])
        found = Period(
            called(stage.name, str(k)),
            weeks[k],
            until,
            len(stage.squads),
            len(stage.people),
            line,
            hybrid,
            inside,
            rungs,
            stage.findings,
            sum(max(one.floor - one.there, 0.0) for one in stage.backfill),
            None if stage.capacity is None else stage.capacity.max_people,
        )
        periods.append(found)
    return Road(
        tuple(periods),
        tuple(waves),
        tuple(one for one in _milestones(stages, weeks, origin) if 0 <= one.week <= end),
        origin,
        end,
        tuple(called(tribe.label, tribe.id) for tribe in target.tribes),
        gap,
    )


def _names(target: Org) -> dict[str, str]:
    """Return squad → name; where tribes have squads of one name, with that of its tribe."""
    names = {squad.id: called(squad.label, squad.id) for _, squad in target.all_squads()}
    times = Counter(names.values())
    return {
        squad.id: names[squad.id] if home is None or times[names[squad.id]] < 2 else f"{names[squad.id]} ({called(home.label, home.id)})"
        for home, squad in target.all_squads()
    }


def _origin(stages: Sequence[Stage]) -> dt.date | None:
    """Return the day of week 0: weeks of a stage are rounded up, so the latest answer is the nearest."""
    return max((stage.start - dt.timedelta(weeks=stage.week) for stage in stages if stage.start is not None), default=None)


def _week(week: float, day: dt.date | None, origin: dt.date | None) -> float:
    return (day - origin).days / 7 if day is not None and origin is not None else float(week)


def _is_live(stage: Stage, squad: str) -> bool:
    return stage.org.has("squad", squad)


def _rung(stage: Stage, squad: str) -> Rung:
    """Return how far a live squad has climbed."""
    return stage.mandates.get(squad) or stage.org.squad(squad).mandate or "live"


def _bars(squad: str, climbed: Sequence[Mapping[str, Rung]], k: int, weeks: Sequence[float]) -> tuple[Bar, ...]:
    """Return the rungs of a squad in time: preparation from the stage before it goes live, neighbours of one rung as one."""
    bars = [Bar("prepared", weeks[k - 1], weeks[k])] if k else []
    for stage in range(k, len(climbed)):
        rung = climbed[stage].get(squad, "live")
        if bars and bars[-1].rung == rung:
            bars[-1] = Bar(rung, bars[-1].start, weeks[stage + 1])
        else:
            bars.append(Bar(rung, weeks[stage], weeks[stage + 1]))
    return tuple(bars)


def _ready(stage: Stage, squad: str, week: float) -> tuple[tuple[float, Ready], ...]:
    """Return when the owners of a squad that goes live in a week are ready, and how; of who is ready anyway nothing is said."""
    found = {
        (week if one.ready is None or one.state != "learning" else float(one.ready), one.state)
        for one in stage.readiness
        if one.of == squad and one.role == "product_owner" and one.state != "ready"
    }
    return tuple(sorted(found))


def _places(stage: Stage, climbed: Mapping[str, Rung]) -> tuple[int, int, int]:
    """Count the people in the line, in between, and in squads or tribes; vacancies are nobody."""
    index = index_of(stage.org)
    view = View(index)
    relations = (index.chapter_people, index.tribe_leads, index.tribe_coaches, index.support)
    placed = {person for relation in relations for people in relation.people.values() for person in people}
    line = hybrid = inside = 0
    for person, record in index.people.items():
        if record.vacancy:
            continue
        squads = view.squads_of(person)
        if squads and (view.in_line(person) or all(climbed.get(s) in ("none", "soft") for s in squads)):
            hybrid += 1
        elif squads or person in placed:
            inside += 1
        else:
            line += 1
    return line, hybrid, inside


def _milestones(stages: Sequence[Stage], weeks: Sequence[float], origin: dt.date | None) -> tuple[Milestone, ...]:
    found = []
    for k, (stage, week) in enumerate(zip(stages, weeks, strict=True)):
        if k:
            found.append(Milestone(week, "go_live" if stage.squads else "stage", called(stage.name, str(k)), stage=k))
        for moment in stage.gates:
            when = _week(moment.week, moment.date, origin)
            if moment.kind == "works_council":
                found.append(Milestone(when, "gate", moment.kind))
            elif moment.kind != "go_live":
                found.append(Milestone(when, moment.kind, "", len(moment.subjects), k))
        if stage.dissolved:
            found.append(Milestone(week, "dissolved", "", len(stage.dissolved), k))
    told = {m.kind for m in found}
    for gate in stages[-1].org.gates if "gate" not in told else ():
        by_wave = weeks[gate.wave] if gate.wave is not None and 0 <= gate.wave < len(weeks) else None
        when_known = by_wave if gate.date is None or origin is None else _week(0, gate.date, origin)
        if when_known is not None:
            found.append(Milestone(when_known, "gate", clean(gate.kind)))
    order = ("gate", "stage", "go_live", "end_to_end", "hand_over", "dissolved")
    return tuple(sorted(dict.fromkeys(found), key=lambda m: (m.week, order.index(m.kind), m.name)))
