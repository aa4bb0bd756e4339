"""In which tribes people work, over all time."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .index import Index

__all__ = ["WorkTribes", "work_tribes"]


class WorkTribes(NamedTuple):
    """Where people ever sit in a squad of a tribe.

    Parameters
    ----------
    there : dict of str to set of str
        Tribe → everybody who ever works in it.
    several : set of str
        Those who ever work in several.
    """

    there: dict[str, set[str]]
    several: set[str]


def work_tribes(index: Index) -> WorkTribes:
    """Return where everybody ever works; O(seats), in C but for a loop over tribes."""
    there = {t: set(chain.from_iterable([index.squad_people.get(s, ()) for s in squads])) for t, squads in index.squads_in.items()}
    met, several = set[str](), set[str]()
    for here in there.values():
        if not met.isdisjoint(here):
            several |= met & here
        met |= here
    return WorkTribes(there, several)
