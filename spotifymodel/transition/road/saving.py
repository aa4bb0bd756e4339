"""Who holds up the road as a whole, and how much sooner it would end without waiting for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .binding import Binding, Ground, course_of
from .course import Course
from .listing import list_schedule
from .preparing import Role
from .road import Saving
from .scheduling import Found

__all__ = ["savings_of"]


def savings_of(
    ground: Ground, binding: Binding, course: Course, found: Found, waits: Mapping[str, tuple[int, Role | None]]
) -> tuple[Saving, ...]:
    """Return who could be waited for no longer so that the last wave comes sooner, the largest saving first.

    Notes
    -----
    One pass over the squads for each person that the last wave waits for: the week is one by which a road is known to end. Where two
    people hold up the last wave, neither alone saves anything.
    """
    last = found.worth.last
    roles = {role.person: role for squad, (_, role) in waits.items() if role is not None and found.schedule[squad] == last}
    savings = []
    for person, role in roles.items():
        earliest = {s: week for s, week in binding.earliest.items() if (other := waits[s][1]) is None or other.person != person}
        looser = course_of(ground, replace(binding, earliest=earliest))
        schedule = list_schedule(looser)
        if schedule is not None:
            week = looser.slots[max(schedule.values())].week
            if week < course.slots[last].week:
                savings.append(Saving(person, role.role, week, course.slots[last].week))
    return tuple(sorted(savings, key=lambda s: s.week))
