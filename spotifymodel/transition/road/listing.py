"""A schedule in one pass: wave after wave takes the squads that should go first and still fit."""

from __future__ import annotations

from collections.abc import Mapping

from .course import Course, Schedule

__all__ = ["list_schedule"]


def list_schedule(course: Course) -> Schedule | None:
    """Return a schedule that keeps every limit; ``None`` where this pass finds none, which proves nothing.

    Notes
    -----
    A squad that others wait for is taken along with the first of them. O(squads × waves × parties of a squad).
    """
    earlier = _before(course.strict)
    along = _before(course.waiting)
    place: dict[str, int] = {}
    arrived: set[int] = set()
    left, front = list(course.squads), course.front
    for number, slot in enumerate(course.slots[:-1]):
        room = _Room(course, slot.week, first=number == front)
        room.people = sum(
            len(party.people)
            for k, party in enumerate(course.parties)
            if k not in arrived and party.not_before and party.not_before <= slot.week and any(s in place for s in party.squads)
        )
        for squad in left:
            bundle = _bundle(squad, along, place)
            ready = all(
                course.earliest.get(s, 0) <= slot.week and all(place.get(f, number) < number for f in earlier.get(s, ())) for s in bundle
            )
            if ready and squad not in place and room.takes(bundle, arrived):
                place.update(dict.fromkeys(bundle, number))
        left = [s for s in left if s not in place]
        if not left:
            return {s: place[s] for s in course.squads}
        arrived |= {
            k
            for k, party in enumerate(course.parties)
            if party.not_before <= slot.week and any(place.get(s) is not None for s in party.squads)
        }
    return None


class _Room:
    """What one wave still has room for."""

    def __init__(self, course: Course, week: int, first: bool) -> None:
        self.course, self.week, self.first = course, week, first
        self.squads = self.people = self.heads = 0
        self.taken: set[int] = set()

    def takes(self, bundle: tuple[str, ...], arrived: set[int]) -> bool:
        """Take squads in if they fit together; the first wave always has room for one."""
        course = self.course
        new = {k for s in bundle for k in course.by_squad[s]} - self.taken - arrived
        new = {k for k in new if course.parties[k].not_before <= self.week}
        squads, people = self.squads + len(bundle), self.people + sum(len(course.parties[k].people) for k in new)
        if course.max_squads is not None and squads > course.max_squads:
            return False
        if course.max_people is not None and people > course.max_people:
            return False
        heads = self.heads + sum(course.heads.get(s, 0) for s in bundle)
        if self.first and squads > 1 and (squads > course.front_squads or heads > course.front_people):
            return False
        self.squads, self.people, self.heads = squads, people, heads
        self.taken |= new
        return True


def _before(pairs: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for first, then in pairs:
        found.setdefault(then, []).append(first)
    return {then: tuple(firsts) for then, firsts in found.items()}


def _bundle(squad: str, along: Mapping[str, tuple[str, ...]], place: Mapping[str, int]) -> tuple[str, ...]:
    """Return a squad with every squad that must be live when it is and is not yet, in the order in which they are reached."""
    found = {squad: None}
    rest = [squad]
    while rest:
        for other in along.get(rest.pop(0), ()):
            if other not in found and other not in place:
                found[other] = None
                rest.append(other)
    return tuple(found)
