"""Small questions about order, and every answer to them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

from spotifymodel.transition.road.calendar import Slot
from spotifymodel.transition.road.course import Course, Party, Service

__all__ = ["allowed", "answers", "small_course", "value"]


def small_course(seed: int) -> Course:
    """Return a course of up to five squads and four waves, with every kind of limit now and then."""
    rng = random.Random(seed)
    count = rng.randint(1, 5)
    squads = tuple(f"s{k}" for k in range(count))
    waves = rng.randint(2, 4)
    slots = tuple(Slot(8 * (k + 1) + (4 if k > 1 else 0), None) for k in range(waves + 1))
    parties = [Party((s,), tuple(f"{s}p{k}" for k in range(rng.randint(1, 4)))) for s in squads]
    for k in range(rng.randint(0, 2)):
        several = tuple(s for s in squads if rng.random() < 0.6)
        if len(several) > 1:
            parties.append(Party(several, tuple(f"g{k}p{i}" for i in range(rng.randint(1, 3))), rng.choice((0, 0, 16))))
    pairs = [(a, b) for a in squads for b in squads if a != b]
    services = []
    for k in range(rng.randint(0, 2)):
        lost = {n: rng.choice((50, 100, 180)) for n in range(len(parties)) if rng.random() < 0.5}
        gained = {s: rng.choice((100, 250)) for s in squads if rng.random() < 0.4}
        services.append(Service(f"r{k}", -rng.choice((0, 60, 150)), lost, gained))
    return Course(
        squads=squads,
        slots=slots,
        earliest={s: rng.choice((0, 0, 0, 16, 20)) for s in squads},
        parties=tuple(parties),
        strict=tuple(rng.sample(pairs, min(len(pairs), rng.choice((0, 0, 1, 2))))),
        waiting=tuple(rng.sample(pairs, min(len(pairs), rng.choice((0, 0, 1))))),
        slowing=tuple(rng.sample(pairs, min(len(pairs), rng.choice((0, 1, 2))))),
        max_squads=rng.choice((None, 2, 3)),
        max_people=rng.choice((None, None, 7, 10)),
        front_squads=2,
        front_people=rng.choice((4, 6, 20)),
        heads={s: len(p.people) for s, p in zip(squads, parties, strict=False)},
        services=tuple(services),
    )


def answers(course: Course) -> Iterator[dict[str, int]]:
    """Yield every schedule that keeps every limit, read from the words of the records."""
    for places in product(range(len(course.slots) - 1), repeat=len(course.squads)):
        schedule = dict(zip(course.squads, places, strict=True))
        if allowed(course, schedule):
            yield schedule


def left(course: Course, schedule: dict[str, int], party: Party) -> int:
    ready = min((k for k, slot in enumerate(course.slots) if slot.week >= party.not_before), default=len(course.slots))
    return max(ready, min(schedule[s] for s in party.squads))


def allowed(course: Course, schedule: dict[str, int]) -> bool:
    if any(course.slots[w].week < course.earliest.get(s, 0) for s, w in schedule.items()):
        return False
    if any(schedule[a] >= schedule[b] for a, b in course.strict) or any(schedule[a] > schedule[b] for a, b in course.waiting):
        return False
    last = max(schedule.values())
    for w in range(len(course.slots) - 1):
        going = [s for s in schedule if schedule[s] == w]
        if course.max_squads is not None and len(going) > course.max_squads:
            return False
        people = sum(len(p.people) for p in course.parties if left(course, schedule, p) == w and w <= last)
        if course.max_people is not None and people > course.max_people:
            return False
    second = {b for _, b in course.strict}
    ready = {s: next((k for k, x in enumerate(course.slots) if x.week >= course.earliest.get(s, 0)), 99) for s in course.squads}
    front = min((k for s, k in ready.items() if s not in second), default=0)
    first = [s for s in schedule if schedule[s] == front]
    few = len(first) <= course.front_squads and sum(course.heads[s] for s in first) <= course.front_people
    return len(first) <= 1 or few


def value(course: Course, schedule: dict[str, int]) -> tuple[int, int, int, int]:
    """Return the four terms, counted week by week."""
    last = max(schedule.values())
    missing = 0
    for week in range(course.slots[0].week, course.slots[last + 1].week):
        now = max(k for k, slot in enumerate(course.slots) if slot.week <= week)
        for service in course.services:
            short = service.short + sum(f for p, f in service.lost.items() if left(course, schedule, course.parties[p]) <= now)
            missing += max(0, short - sum(f for s, f in service.gained.items() if schedule[s] <= now))
    if course.services:
        missing += 100 * sum(course.slots[w].week - course.slots[0].week for w in schedule.values())
    slowed = sum(schedule[a] > schedule[b] for a, b in course.slowing)
    order = sum((len(course.squads) - k) * schedule[s] for k, s in enumerate(course.squads))
    return last, missing, slowed, order
