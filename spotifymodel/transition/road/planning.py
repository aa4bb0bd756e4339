"""From the chart of today and the chart to be to the road between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal

from ...model.ids import nearest
from ...model.org import Org
from ...profiles import Profile
from ...rules.consultation import asks_works_council
from ..blueprint.records import Blueprint, Waves
from ..people.candidate import Candidate
from .backfilling import services_of
from .binding import Binding, Ground, course_of
from .calendar import Slot, slots, step_of, week_of
from .contradicting import Contradiction, contradiction
from .course import Course, Party, arrival
from .gains import by_gains
from .preparing import Preparation, Role, earliest_of, preparation_of
from .road import Road, RoadStatus, RoadTerm, Wait
from .saving import savings_of
from .scheduling import Found, find_schedule
from .seating import Seats, parties_of, seats_of
from .stage import Stage
from .stages import Route, stages_of

__all__ = ["Departure", "Planned", "plan_road"]

_UNKNOWN: Final = {
    "en": "a precedence names squad {squad}, which the plan does not have",
    "nl": "een volgorde noemt squad {squad}, die het voorstel niet heeft",
}
_MEANT: Final = {"en": "; did you mean {near}?", "nl": "; bedoelde u {near}?"}
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Departure:
    """What a road is planned from.

    Attributes
    ----------
    before, target : Org
    people : sequence of Candidate
    trainings : sequence of mapping
        What owners have to learn, with ``person``, ``squad``, ``months``.
    blueprint : Blueprint
    limits : Profile
    profile : str or path
        As it was asked for.
    language : {"en", "nl"}
    """

    before: Org
    target: Org
    people: Sequence[Candidate]
    trainings: Sequence[Mapping[str, Any]]
    blueprint: Blueprint
    limits: Profile
    profile: str | Path
    language: Literal["en", "nl"]

    @property
    def waves(self) -> Waves:
        """What the blueprint says of the waves."""
        return self.blueprint.waves or Waves()

    @property
    def lacking(self) -> set[str]:
        """Who surely lacks something of the profile of an owner."""
        return {c.id for c in self.people if c.owner.answer == "no"}


@dataclass(frozen=True)
class Planned:
    """A road with its stages, or why there is none; and the chart to be as the last stage has it."""

    road: Road
    org: Org
    stages: tuple[Stage, ...] = ()
    conflict: tuple[Mapping[str, Any], ...] = ()
    remedies: tuple[Mapping[str, Any], ...] = ()


def plan_road(departure: Departure) -> Planned:
    """Return the road from the chart of today to the chart to be.

    Notes
    -----
    The order of up to 40 squads is proven by an integer programme over waves, without a clock: the same question has the same
    answer everywhere. More squads are put in order in one pass, with a bound. Then every stage is drawn and checked.
    """
    said, before = departure.waves, departure.before
    seats = seats_of(departure.target)
    unknown = _unknown(departure, seats)
    if unknown:
        return Planned(Road("infeasible"), departure.target, conflict=unknown)
    fit = {c.id: c.owner.answer for c in departure.people}
    preparation = preparation_of(seats, {p.id: p for p in before.people}, departure.trainings, fit, said)
    placed = _placed(seats)
    moving = [p.id for p in before.people if p.id in placed and not p.vacancy and not p.second_line]
    ground = _ground(departure, seats, preparation, parties_of(seats, moving, preparation.late_coaches()))
    waits = earliest_of(seats, preparation, _wanted_from(departure))
    found, binding, notes = _found(ground, _binding(departure, seats, waits))
    course = course_of(ground, binding)
    if said.start is None and (departure.blueprint.freeze or any(s.start for t in departure.blueprint.tribes for s in t.squads)):
        notes += ("dates_without_start",)
    if found is None:
        why = contradiction(ground, binding, {s: role for s, (_, role) in waits.items()}, departure.language)
        return _no_road(departure, why, notes)
    terms = _terms(course, found)
    waves = _waves(course, found, binding, moving)
    stages = stages_of(_route(departure, seats, preparation, course, waves))
    status: RoadStatus = "proven" if all(t.proven for t in terms) else "feasible"
    savings = savings_of(ground, binding, course, found, waits) if found.schedule else ()
    road = Road(status, terms, _waits(waits, course), savings, _breaks(stages, departure.limits), notes)
    return Planned(road, stages[-1].org, stages)


def _ground(departure: Departure, seats: Seats, preparation: Preparation, parties: tuple[Party, ...]) -> Ground:
    return Ground(
        squads=by_gains(departure.target, preparation.owners, departure.lacking),
        parties=parties,
        heads={s: len(inside) for s, inside in seats.squads.items()},
        services=services_of(departure.before, departure.target, seats, parties),
        slowing=_dependencies(departure.before, seats, "slowing"),
    )


def _binding(departure: Departure, seats: Seats, waits: Mapping[str, tuple[int, Role | None]]) -> Binding:
    return Binding(
        waves=departure.waves,
        freeze=departure.blueprint.freeze,
        not_before=_advice(departure.before),
        earliest={s: week for s, (week, _) in waits.items() if week},
        strict=tuple((p.first, p.then) for p in departure.waves.precedences),
        waiting=_dependencies(departure.before, seats, "blocking"),
    )


def _breaks(stages: Sequence[Stage], limits: Profile) -> tuple[str, ...]:
    """Return the rules that are errors of a profile, that a stage breaks and today does not."""
    found = {code for stage in stages[1:] for code in stage.findings} - stages[0].findings.keys()
    return tuple(sorted(code for code in found if limits.severity(code) == "error"))


def _no_road(departure: Departure, why: Contradiction, notes: tuple[str, ...]) -> Planned:
    notes += () if why.proven else ("not_proven_infeasible",)
    return Planned(Road("infeasible", notes=notes), departure.target, conflict=why.conflict, remedies=why.remedies)


def _found(ground: Ground, binding: Binding) -> tuple[Found | None, Binding, tuple[str, ...]]:
    """Search with the careful defaults, and without them where they leave no road and nobody asked for them."""
    found = find_schedule(course_of(ground, binding))
    if found is not None:
        return found, binding, ()
    bold = replace(binding, bold=True)
    found = find_schedule(course_of(ground, bold))
    return found, bold, ("defaults_given_up",) if found is not None else ()


def _terms(course: Course, found: Found) -> tuple[RoadTerm, ...]:
    value, bound = found.worth, found.bound
    week = [s.week for s in course.slots]
    last, least = (week[value.last], week[bound.last]) if found.schedule else (0, 0)
    return (
        RoadTerm("weeks", "weeks", last, least, value.last <= bound.last),
        RoadTerm("price", "fte_weeks", value.price / 100, bound.price / 100, value.price <= bound.price),
        RoadTerm("slowed", "dependencies", value.slowed, bound.slowed, value.slowed <= bound.slowed),
        RoadTerm("order", "weighted_waves", value.order, bound.order, value.order <= bound.order),
    )


def _waves(course: Course, found: Found, binding: Binding, moving: Sequence[str]) -> list[tuple[Slot, tuple[str, ...], tuple[str, ...]]]:
    """Return the waves with who moves in each; who has no seat in a squad moves behind them, no more at once than may."""
    used = sorted(set(found.schedule.values()))
    movers: dict[int, list[str]] = {k: [] for k in used}
    placed: set[str] = set()
    for party in course.parties:
        when = next((k for k in used if k >= arrival(course, party, found.schedule)), None)
        if when is not None:
            movers[when] += party.people
            placed.update(party.people)
    order = {p: k for k, p in enumerate(moving)}
    waves = [
        (course.slots[k], tuple(s for s in course.squads if found.schedule[s] == k), tuple(sorted(movers[k], key=order.__getitem__)))
        for k in used
    ]
    rest = [p for p in moving if p not in placed]
    steady = _steady(course, found, binding)
    most = binding.waves.max_people or max(1, len(rest))
    parts = [tuple(rest[k : k + most]) for k in range(0, len(rest), most)] or [()]
    closing = list(islice((s for s in slots(binding.waves, binding.freeze, binding.not_before) if s.week >= steady.week), len(parts)))
    if len(closing) < len(parts):  # a freeze without an end comes first: who is left moves before it
        parts = [*parts[: len(closing) - 1], tuple(p for part in parts[len(closing) - 1 :] for p in part)]
    return waves + [(slot, (), part) for slot, part in zip(closing, parts, strict=True)]


def _steady(course: Course, found: Found, binding: Binding) -> Slot:
    """Return the slot of the steady state: the first after the last wave in which all who come later are ready too."""
    after = course.slots[found.worth.last + 1]
    ready = max((party.not_before for party in course.parties), default=0)
    behind = (s for s in slots(binding.waves, binding.freeze, binding.not_before) if s.week >= after.week)
    return next((s for s in behind if s.week >= ready), after)


def _route(
    departure: Departure,
    seats: Seats,
    preparation: Preparation,
    course: Course,
    waves: Sequence[tuple[Slot, tuple[str, ...], tuple[str, ...]]],
) -> Route:
    before, said = departure.before, departure.waves
    consulted = departure.limits.value("locale") == "nl"
    gates = list(before.to_dict().get("gates", ()))
    if consulted and not any(asks_works_council(g["kind"]) for g in gates):
        first = waves[0][0].day
        gates.append({"kind": "works_council", "wave": 1} | ({} if first is None else {"date": first.isoformat()}))
    return Route(
        before=before,
        target=departure.target,
        seats=seats,
        preparation=preparation,
        lacking=departure.lacking,
        waves=waves,
        max_squads=course.max_squads,
        max_people=course.max_people,
        price=said.backfill_price,
        consulted=consulted,
        gates=gates,
        step=step_of(said),
        profile=departure.profile,
        language=departure.language,
        start=Slot(0, said.start),
    )


def _advice(before: Org) -> dt.date | None:
    """Return the day of the works council's advice, where the chart of today names one."""
    return max((g.date for g in before.gates if g.date is not None and asks_works_council(g.kind)), default=None)


def _placed(seats: Seats) -> set[str]:
    """Return everybody who has a place in a tribe."""
    found = {p for group in (seats.squads, seats.chapters, seats.with_tribe) for inside in group.values() for p in inside}
    return found | {p for leads in seats.leads.values() for p in leads}


def _dependencies(before: Org, seats: Seats, severity: str) -> Pairs:
    """Return the dependencies of today between squads that are still there tomorrow: what is waited for, and who waits."""
    found = [(d.target, d.source) for d in before.dependencies if (d.severity or "slowing") == severity]
    return tuple(dict.fromkeys(pair for pair in found if pair[0] != pair[1] and set(pair) <= seats.squads.keys()))


def _wanted_from(departure: Departure) -> dict[str, int]:
    """Return squad → week from which the blueprint wants it, where both dates are known."""
    start = departure.waves.start
    squads = [s for tribe in departure.blueprint.tribes for s in tribe.squads]
    return {} if start is None else {s.id: week_of(s.start, start) for s in squads if s.start is not None}


def _unknown(departure: Departure, seats: Seats) -> tuple[Mapping[str, Any], ...]:
    """Return the precedences that name a squad that the plan does not have; the plan may have invented the others."""
    found: list[Mapping[str, Any]] = []
    for pair in departure.waves.precedences:
        for squad in (pair.first, pair.then):
            if squad not in seats.squads:
                near = nearest(squad, seats.squads)
                hint = _MEANT[departure.language].format(near=", ".join(near)) if near else ""
                found.append({"code": "precedence", "subject": squad, "message": _UNKNOWN[departure.language].format(squad=squad) + hint})
    return tuple(found)


def _waits(waits: Mapping[str, tuple[int, Role | None]], course: Course) -> tuple[Wait, ...]:
    """Return the squads that are not ready for the first wave, in the order of their weeks."""
    first = course.slots[0].week if course.slots else 0
    late = [
        Wait(squad, week, None if role is None else role.role, None if role is None else role.person)
        for squad, (week, role) in waits.items()
        if week > first
    ]
    return tuple(sorted(late, key=lambda w: w.week))
