"""A schedule made better step by step: one squad in another wave, or two that change places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from .course import Course, Schedule, Worth, moving, worth_of

__all__ = ["improve", "keeps"]

#: How many steps are tried at most: the answer may not depend on a clock.
_STEPS: Final = 4_000


def improve(course: Course, schedule: Schedule) -> Schedule:
    """Return a schedule that is as good or better in the order of the terms, and keeps every limit that the given one kept.

    Notes
    -----
    The first better neighbour is taken, until there is none or the steps are spent: at most 4 000 looks, each O(parties × waves).
    """
    best, worth, left = dict(schedule), _key(worth_of(course, schedule)), _STEPS
    better = True
    while better:
        better = False
        for step in _neighbours(course, best):
            left -= 1
            if left < 0:
                return best
            tried = {**best, **step}
            if keeps(course, tried) and (now := _key(worth_of(course, tried))) < worth:
                best, worth, better = tried, now, True
                break
    return best


def keeps(course: Course, schedule: Schedule) -> bool:
    """Tell whether a schedule keeps every limit of a course."""
    if any(course.slots[w].week < course.earliest.get(s, 0) for s, w in schedule.items()):
        return False
    if any(schedule[a] >= schedule[b] for a, b in course.strict) or any(schedule[a] > schedule[b] for a, b in course.waiting):
        return False
    going: dict[int, list[str]] = {}
    for squad, w in schedule.items():
        going.setdefault(w, []).append(squad)
    if course.max_squads is not None and any(len(squads) > course.max_squads for squads in going.values()):
        return False
    first = going.get(course.front, [])
    if len(first) > 1 and (len(first) > course.front_squads or sum(course.heads.get(s, 0) for s in first) > course.front_people):
        return False
    last = max(going, default=-1)
    return course.max_people is None or all(people <= course.max_people for people in moving(course, schedule)[: last + 1])


def _neighbours(course: Course, schedule: Schedule) -> Iterator[dict[str, int]]:
    last = max(schedule.values(), default=-1)
    for squad in course.squads:
        yield from ({squad: w} for w in range(last + 1) if w != schedule[squad])
    for one, other in combinations(course.squads, 2):
        if schedule[one] != schedule[other]:
            yield {one: schedule[other], other: schedule[one]}


def _key(worth: Worth) -> tuple[int, int, int, int]:
    return worth.last, worth.price, worth.slowed, worth.order
