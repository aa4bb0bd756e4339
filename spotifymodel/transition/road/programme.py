"""The order of squads as an integer programme over waves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from ..solver.highs import Key, Programme
from .course import Course, Schedule, worth_of

__all__ = ["Bounds", "possible", "schedule_in"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What no schedule with the same last wave can be better than, given the terms before."""

    backfill: int
    slowed: int
    order: int


def possible(course: Course, last: int, stop: Callable[[], bool] | None = None) -> bool | None:
    """Tell whether every squad can be live by a slot; ``None`` where the search was stopped before it knew."""
    solved = _programme(course, last, counted=False).solve(stop=stop)
    return None if solved.status == "limit" else solved.status != "infeasible"


def schedule_in(
    course: Course, last: int, known: Schedule | None, stop: Callable[[], bool] | None = None
) -> tuple[Schedule, Bounds] | None:
    """Return the best schedule whose last wave is in a slot at the latest, with its bounds; ``None`` where none was found."""
    programme = _programme(course, last, counted=True)
    start: Mapping[Key, float] | None = None if known is None else _columns(course, known, last, programme)
    bound = 0
    if course.services:
        shorts: dict[Key, float] = {("short", k, w): float(_weeks(course, w)) for k in range(len(course.services)) for w in range(last + 1)}
        solved = programme.solve(shorts, known=start, stop=stop)
        if not solved.values:
            return None
        bound = max(0, ceil(solved.bound - 1e-6))
        programme.row([(cost, key) for key, cost in shorts.items()], high=round(solved.objective))
        start = solved.values
    heavy = sum(course.weight(s) for s in course.squads) * (last + 1) + 1
    costs: dict[Key, float] = {("live", s, w): float(course.weight(s) * w) for s in course.squads for w in range(last + 1)}
    costs |= {("slow", k): float(heavy) for k in range(len(course.slowing))}
    solved = programme.solve(costs, known=start, stop=stop)
    if not solved.values:
        return None
    schedule = {s: next(w for w in range(last + 1) if solved.values.get(("live", s, w), 0.0) > 0.5) for s in course.squads}
    least = max(0, ceil(solved.bound - 1e-6))
    worth = worth_of(course, schedule)
    slowed = min(worth.slowed, least // heavy)
    order = least - heavy * slowed if slowed == worth.slowed else 0
    return schedule, Bounds(min(bound, worth.backfill), slowed, min(max(order, 0), worth.order))


def _programme(course: Course, last: int, counted: bool) -> Programme:
    programme = Programme()
    slots = range(last + 1)
    for squad in course.squads:
        for w in slots:
            programme.column(("live", squad, w), most=1.0 if w >= course.open_from(squad) else 0.0)
        programme.row([(1.0, ("live", squad, w)) for w in slots], low=1.0, high=1.0)
    for first, then in course.strict:
        for w in slots:
            programme.row([(1.0, ("live", then, v)) for v in range(w + 1)] + [(-1.0, ("live", first, v)) for v in range(w)], high=0.0)
    for first, then in course.waiting:
        for w in slots:
            programme.row([(1.0, ("live", then, v)) for v in range(w + 1)] + [(-1.0, ("live", first, v)) for v in range(w + 1)], high=0.0)
    for k, (first, then) in enumerate(course.slowing):
        programme.column(("slow", k))
        for w in slots:
            late = [(1.0, ("live", then, v)) for v in range(w + 1)] + [(-1.0, ("live", first, v)) for v in range(w + 1)]
            programme.row([*late, (-1.0, ("slow", k))], high=0.0)
    if course.max_squads is not None:
        for w in slots:
            programme.row([(1.0, ("live", s, w)) for s in course.squads], high=float(course.max_squads))
    if course.front <= last:
        _front_runners(programme, course)
    if course.max_people is not None or (counted and course.services):
        _count_people(programme, course, last)
    return programme


def _front_runners(programme: Programme, course: Course) -> None:
    """Rows about the first wave: one squad, or a few that are few people together."""
    front, several = course.front, programme.column(("several",))
    live = [(s, ("live", s, front)) for s in course.squads]
    everybody = float(sum(course.heads.values()))
    programme.row([*((1.0, key) for _, key in live), (1.0 - course.front_squads, several)], high=1.0)
    heads = [(float(course.heads.get(s, 0)), key) for s, key in live]
    programme.row([*heads, (everybody - course.front_people, several)], high=everybody)


def _count_people(programme: Programme, course: Course, last: int) -> None:
    """Rows about people: how many move in a wave, and what services lose and gain."""
    slots = range(last + 1)
    for k, party in enumerate(course.parties):
        since = course.slot_from(party.not_before)
        for w in slots:
            gone = programme.column(("gone", k, w), whole=False, most=1.0 if w >= since else 0.0)
            if w < since:
                continue
            live = [[(1.0, ("live", s, v)) for v in range(w + 1)] for s in party.squads]
            for one in live:
                programme.row([(1.0, gone), *((-f, key) for f, key in one)], low=0.0)
            programme.row([(1.0, gone), *((-f, key) for one in live for f, key in one)], high=0.0)
    if course.max_people is not None:
        for w in slots:
            programme.row(_moving(course, w), high=float(course.max_people))
    for k, service in enumerate(course.services):
        most = float(max(0, service.short + sum(service.lost.values())))
        for w in slots:
            short = programme.column(("short", k, w), most=most)
            lost = [(-float(f), ("gone", p, w)) for p, f in service.lost.items()]
            gained = [(float(f), ("live", s, v)) for s, f in service.gained.items() for v in range(w + 1)]
            programme.row([(1.0, short), *lost, *gained], low=float(service.short))


def _moving(course: Course, w: int) -> list[tuple[float, Key]]:
    """Terms of the people who move in a slot."""
    now = [(float(len(party.people)), ("gone", k, w)) for k, party in enumerate(course.parties)]
    earlier = [(-float(len(party.people)), ("gone", k, w - 1)) for k, party in enumerate(course.parties) if w]
    return [*now, *earlier]


def _weeks(course: Course, w: int) -> int:
    return course.slots[w + 1].week - course.slots[w].week


def _columns(course: Course, schedule: Schedule, last: int, programme: Programme) -> dict[Key, float]:
    """Return a schedule as values of the columns."""
    found: dict[Key, float] = {("live", s, w): 1.0 for s, w in schedule.items()}
    for k, party in enumerate(course.parties):
        since = max(min(schedule[s] for s in party.squads), course.slot_from(party.not_before))
        found |= {("gone", k, w): 1.0 for w in range(since, last + 1)}
    found |= {("slow", k): 1.0 for k, (first, then) in enumerate(course.slowing) if schedule[first] > schedule[then]}
    if sum(w == course.front for w in schedule.values()) > 1:
        found["several",] = 1.0
    for k, service in enumerate(course.services):
        for w in range(last + 1):
            short = service.short + sum(f for p, f in service.lost.items() if found.get(("gone", p, w)))
            short -= sum(f for s, f in service.gained.items() if schedule[s] <= w)
            found["short", k, w] = float(max(0, short))
    return {key: value for key, value in found.items() if key in programme and value}
