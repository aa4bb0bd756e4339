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
    of : dict of str to str
        Person → a tribe; the last one for those who ever work in several.
    several : frozenset of str
        Those who ever work in several.
    """

    of: dict[str, str]
    several: frozenset[str]


def work_tribes(index: Index) -> WorkTribes:
    """Return where everybody ever works; O(seats), in C but for a loop over tribes."""
    of: dict[str, str] = {}
    several: set[str] = set()
    for tribe, squads in index.squads_in.items():
        here = set(chain.from_iterable([index.squad_people.get(s, ()) for s in squads]))
        several |= here & of.keys()
        of.update(dict.fromkeys(here, tribe))
    return WorkTribes(of, frozenset(several))
