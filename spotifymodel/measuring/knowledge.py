"""Bus factor: on how many people a skill rests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..graph.view import View
from .row import Row

__all__ = ["bus_factors"]


def bus_factors(view: View) -> Iterator[Row]:
    """Yield how many people have each skill, at whatever level above none."""
    known = view.index.knowledge
    holders = Counter(s for p in view.index.people for s, level in known.levels(p).items() if level > 0)
    for skill in sorted(holders):
        yield Row("bus_factor", "skill", skill, holders[skill], "people")
