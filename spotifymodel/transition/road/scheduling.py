"""The best order that is found, and what is proven of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from ..solver.patience import Patience
from .course import Course, Schedule, Worth, worth_of
from .improving import improve
from .listing import list_schedule
from .programme import Bounds, possible, relaxed, schedule_in

__all__ = ["Found", "find_schedule", "least_last", "passable"]

#: Up to so many squads the order is searched to the proof where people or services bind; beyond, one pass stands with a bound.
_PROVEN: Final = 40
#: Without them squads fill waves, which the solver proves at once: up to so many squads × waves.
_EASY: Final = 20_000
#: How often the solver may ask whether to go on, times squads × waves, and at least: a clock would make the answer depend on the
#: machine.
_PATIENCE: Final = 4_000
_LEAST_PATIENCE: Final = 30


@dataclass(frozen=True)
class Found:
    """A schedule, what it is worth, and what no schedule can be better than, term by term."""

    schedule: Schedule
    worth: Worth
    bound: Worth


def find_schedule(course: Course) -> Found | None:
    """Return the best schedule found; ``None`` where there is none, or none was found.

    Notes
    -----
    First the last wave as early as can be, then the least price of temporary staff and of squads that wait, then the fewest
    dependencies the wrong way round, then the order of gains; each given the ones before.
    """
    listed = list_schedule(course)
    if listed is not None and (course.services or course.slowing):
        listed = improve(course, listed)
    least = least_last(course)
    if not _searchable(course, listed):
        return None if listed is None else _bounded(course, listed, least)
    last = None if listed is None else worth_of(course, listed).last
    if last is None:
        last = len(course.slots) - 2
        if last < 0 or not possible(course, last, _patience(course, last)):
            return None
    proven = True
    for earlier in range(least, last):
        answer = possible(course, earlier, _patience(course, earlier))
        if answer is None:
            proven = False
        elif answer:
            last = earlier
            break
        elif proven:
            least = earlier + 1
    least = last if proven else least
    known = listed if listed is not None and worth_of(course, listed).last == last else None
    solved = schedule_in(course, last, known, _patience(course, last))
    if solved is None:
        return None if listed is None else _bounded(course, listed, least)
    schedule, bounds = solved
    return Found(schedule, worth_of(course, schedule), Worth(least, bounds.price, bounds.slowed, bounds.order))


def _bounded(course: Course, schedule: Schedule, least: int) -> Found:
    """Return a schedule that was not searched for, with bounds that cost little."""
    worth = worth_of(course, schedule)
    small = len(course.squads) * (worth.last + 1) <= _EASY
    bounds = relaxed(course, worth.last) if small else Bounds(0, 0, 0)
    order = min(worth.order, max(bounds.order, _least_order(course)))
    return Found(schedule, worth, Worth(least, min(worth.price, bounds.price), 0, order))


def passable(course: Course) -> bool | None:
    """Tell whether there is any schedule; ``None`` where nobody knows."""
    if list_schedule(course) is not None:
        return True
    last = len(course.slots) - 2
    if last < 0 or least_last(course) > last:
        return False
    return possible(course, last, _patience(course, last)) if _searchable(course, None) else None


def _searchable(course: Course, listed: Schedule | None) -> bool:
    """Tell whether the programme is small enough to be asked."""
    if len(course.squads) <= _PROVEN:
        return True
    waves = len(course.slots) if listed is None else max(listed.values(), default=0) + 1
    return course.max_people is None and not course.services and len(course.squads) * waves <= _EASY


def least_last(course: Course) -> int:
    """Return the number of a slot before which no schedule can have its last wave.

    Notes
    -----
    The longest chain of precedences from when each squad is ready, and how many squads and people fit into the slots that are
    left once some are ready.
    """
    opens = {s: course.open_from(s) for s in course.squads}
    for _ in course.squads:  # a chain is no longer than there are squads; a circle ends here too
        changed = False
        for pairs, step in ((course.strict, 1), (course.waiting, 0)):
            for first, then in pairs:
                if opens[then] < opens[first] + step:
                    opens[then] = opens[first] + step
                    changed = True
        if not changed:
            break
    found = max(opens.values(), default=0)
    starts = sorted(opens.values(), reverse=True)
    for k, start in enumerate(starts, 1):  # k squads go live in this slot or later
        if course.max_squads is not None:
            found = max(found, start + ceil(k / course.max_squads) - 1)
    if course.max_people:
        people = sum(len(p.people) for p in course.parties if not p.not_before)
        found = max(found, min(starts, default=0) + ceil(people / course.max_people) - 1)
    return found


def _least_order(course: Course) -> int:
    """Return what the order costs at least: every squad as early as it is ready, or in parts into full waves, the dearest first.

    Notes
    -----
    Of a squad only the people count who move with no other: however the others are shared out, these fill its wave.
    """
    size = len(course.squads)
    weight = {s: size - k for k, s in enumerate(course.squads)}
    opens = {s: course.open_from(s) for s in course.squads}
    found = sum(weight[s] * opens[s] for s in course.squads)
    begin = min(opens.values(), default=0)
    if course.max_squads is not None:
        found = max(found, _in_parts([(weight[s], 1) for s in course.squads], course.max_squads, begin))
    if course.max_people:
        alone = {s: sum(len(course.parties[k].people) for k in course.by_squad[s] if len(course.parties[k].squads) == 1) for s in weight}
        found = max(found, _in_parts([(weight[s], alone[s]) for s in course.squads], course.max_people, begin))
    return found


def _in_parts(squads: list[tuple[int, int]], most: int, begin: int) -> int:
    """Return the least cost of filling waves with parts of squads, each with a weight and a size: the dearest by size first."""
    found, filled = Fraction(0), 0
    for weight, size in sorted(squads, key=lambda s: Fraction(s[1], s[0])):
        left = size
        if not size:
            found += weight * begin
        while left:
            part = min(left, most - filled % most)
            found += Fraction(weight * part, size) * (begin + filled // most)
            filled, left = filled + part, left - part
    return ceil(found)


def _patience(course: Course, last: int) -> Patience:
    return Patience(max(_LEAST_PATIENCE, _PATIENCE // max(1, len(course.squads) * (last + 1))))
