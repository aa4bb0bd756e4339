"""Who holds which role and seat in a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org

__all__ = ["Role", "roles_of"]


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role or seat: ``tribe_lead``, ``agile_coach``, ``chapter_lead``, ``product_owner``, ``member`` or ``manager``, and of what."""

    name: str
    kind: str
    of: str


def roles_of(org: Org) -> Mapping[Role, tuple[str, ...]]:
    """Return who holds every role and seat, in the order of the chart; owners are not counted as members too."""
    view = View(index_of(org))
    index = view.index
    found: dict[Role, tuple[str, ...]] = {}
    for tribe in index.tribes:
        found[Role("tribe_lead", "tribe", tribe)] = view.tribe_leads(tribe)
        found[Role("agile_coach", "tribe", tribe)] = view.tribe_coaches(tribe)
    for chapter in index.chapters:
        found[Role("chapter_lead", "chapter", chapter)] = view.chapter_leads(chapter)
    for squad in index.squads:
        owners = view.owners(squad)
        found[Role("product_owner", "squad", squad)] = owners
        found[Role("member", "squad", squad)] = tuple(p for p in view.squad_people(squad) if p not in owners)
    for unit in index.units:
        if managers := index.unit_managers.people.get(unit, ()):
            found[Role("manager", "unit", unit)] = managers
    return found
