"""Bus factor: on how many people a skill rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..graph.view import View
from .row import Row

__all__ = ["bus_factors"]


def bus_factors(view: View, level: int) -> Iterator[Row]:
    """Yield how many people have each skill at a level or above; also the skills that are declared and nobody has."""
    index = view.index
    known = index.knowledge
    people = [one for one, record in index.people.items() if not (record.vacancy and index.mode == "live")]
    holders = Counter(skill for one in people for skill, have in known.levels(one).items() if have >= level)
    asked = known.keys(skill for tribe in index.tribes.values() for skill in tribe.critical_skills or ())
    mentioned = (skill for one in people for skill, have in known.levels(one).items() if have > 0)
    for skill in sorted({*holders, *index.skills, *asked, *mentioned}):
        yield Row("bus_factor", "skill", skill, holders[skill], "people")
