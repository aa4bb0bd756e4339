"""Skills as pictures list and write them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from spotifymodel.graph.index import Index
from spotifymodel.plot.names import called

__all__ = ["named_skills"]


def named_skills(index: Index, wanted: AbstractSet[str]) -> list[tuple[str, str]]:
    """Return (skill, name) of some skills: in the order of the chart, then by spelling."""
    declared = [skill for skill in index.skills if skill in wanted]
    every = declared + sorted(wanted - set(declared))
    return [(skill, called(index.skills[skill].label if skill in index.skills else "", skill)) for skill in every]
