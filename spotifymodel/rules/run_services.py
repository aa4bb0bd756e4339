"""What squads and units give a run service."""

from __future__ import annotations

from fractions import Fraction

from ..graph.view import View, exact

__all__ = ["line_hours", "service_fte"]


def service_fte(view: View, product: str) -> Fraction:
    """Return the full-time equivalents that squads and units owning a product give it at an instant.

    In a squad the share of each member times the contract. In a unit, with the units below it, the declared share of a post, or
    what squads and declared shares leave; a squad takes what is left first, as everywhere. People on leave give nothing.
    """
    total = Fraction(0)
    for squad in view.owning_squads(product):
        for person in view.squad_people(squad):
            if not view.on_leave(person):
                total += view.allocation(person, squad) * exact(view.fte(person))
    return total + sum(line_hours(view, product).values(), Fraction(0))


def line_hours(view: View, product: str) -> dict[str, Fraction]:
    """Return what everybody in the units that own a product, and below them, gives it: full-time equivalents."""
    owning = set(view.owning_units(product))
    people = dict.fromkeys(p for unit in view.owning_units(product) for p in view.index.work.unit_people.get(unit, ()))
    return {p: _share_in(view, p, owning) * exact(view.fte(p)) for p in people if not view.on_leave(p)}


def _share_in(view: View, person: str, owning: set[str]) -> Fraction:
    """Return the share of somebody's hours in some units and the units below them."""
    posts = view.posts(person)
    untold = sum(1 for _, share in posts if share is None)
    left = Fraction(0)
    if untold and all(view.declared(person, squad) is not None for squad in view.squads_of(person)):
        left = max(1 - view.declared_load(person), Fraction(0)) / untold
    return sum((left if share is None else exact(share) for unit, share in posts if owning & set(view.units_above(unit))), Fraction(0))
