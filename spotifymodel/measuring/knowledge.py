"""Bus factor: on how many people a skill rests."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.index import Index
from ..graph.view import View
from .row import Row

__all__ = ["bus_factors", "carriers"]


def carriers(index: Index, level: int) -> dict[str, tuple[str, ...]]:
    """Return who has each skill at a level or above, by skill; also the skills that are named somewhere and nobody has."""
    known = index.knowledge
    asked = known.keys(skill for tribe in index.tribes.values() for skill in tribe.critical_skills or ())
    found: dict[str, list[str]] = {skill: [] for skill in (*index.skills, *asked)}
    for person, record in index.people.items():
        if record.vacancy and index.mode == "live":
            continue
        for skill, have in known.levels(person).items():
            mine = found.setdefault(skill, [])
            if have >= level:
                mine.append(person)
    return {skill: tuple(found[skill]) for skill in sorted(found)}


def bus_factors(view: View, level: int) -> Iterator[Row]:
    """Yield how many people carry each skill from a level on."""
    for skill, people in carriers(view.index, level).items():
        yield Row("bus_factor", "skill", skill, len(people), "people")
