"""How many people and how much contract there are, as a whole, per squad and per tribe."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..graph.index import ORGANISATION
from ..graph.view import View, exact
from .row import Row

__all__ = ["heads_and_fte"]


def heads_and_fte(view: View) -> Iterator[Row]:
    """Yield heads and contract; in a squad the part of each contract that is spent there."""
    index = view.index
    everybody = [i for i, p in index.people.items() if not (p.vacancy and index.mode == "live")]
    yield Row("heads", ORGANISATION, ORGANISATION, len(everybody), "people")
    yield Row("fte", ORGANISATION, ORGANISATION, float(sum((exact(view.fte(p)) for p in everybody), Fraction(0))), "fte")
    for tribe in index.tribes:
        yield Row("heads", "tribe", tribe, len(view.tribe_people(tribe)), "people")
    for squad in index.squads:
        people = view.squad_people(squad)
        spent = sum((exact(view.fte(p)) * view.allocation(p, squad) for p in people), Fraction(0))
        yield Row("heads", "squad", squad, len(people), "people")
        yield Row("fte", "squad", squad, float(spent), "fte")
