"""Pairs of squads, and of tribes, that have somebody in common."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..graph.index import ORGANISATION
from ..graph.view import View
from .row import Row

__all__ = ["links"]


def links(view: View) -> Iterator[Row]:
    """Yield the number of distinct pairs that at least one person connects."""
    squads: set[frozenset[str]] = set()
    tribes: set[frozenset[str]] = set()
    for person in view.index.people:
        squads.update(map(frozenset, combinations(view.squads_of(person), 2)))
        tribes.update(map(frozenset, combinations(view.work_tribes(person), 2)))
    yield Row("squad_links", ORGANISATION, ORGANISATION, len(squads), "pairs")
    yield Row("tribe_links", ORGANISATION, ORGANISATION, len(tribes), "pairs")
