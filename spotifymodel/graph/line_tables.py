"""Tables of the line organisation, made only when a rule asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .relation import Relation
from .tabling import Faults, Names, table
from .view import each_post

if TYPE_CHECKING:
    from .index import Index

__all__ = ["bosses", "management_teams", "people_below", "unit_managers"]


def unit_managers(index: Index) -> Relation:
    """Return unit → managers; in live mode without vacancies."""
    relation = Relation()
    people: Names = index.names["person"]
    for unit in index.units.values():
        if unit.manager:
            table(relation, unit.id, unit.manager, people, None, (), "manager", Faults())
    return relation


def management_teams(index: Index) -> Relation:
    """Return tribe → its declared management team; in live mode without vacancies."""
    relation = Relation()
    people: Names = index.names["person"]
    for tribe in index.tribes.values():
        if tribe.management_team:
            table(relation, tribe.id, tribe.management_team, people, None, (), "management_team", Faults())
    return relation


def bosses(index: Index) -> frozenset[str]:
    """Return everybody who ever manages a unit or is named in ``reports_to``; O(people), in C where no post carries dates."""
    resolve = index.names["person"].resolve
    named = {p.reports_to for p in index.people.values()}
    ids = (post.person if post.person is not None else "" for to in named for post in each_post(to, "person"))
    return frozenset().union((resolve(one) or one for one in ids if one), *index.unit_managers.people.values())


def people_below(index: Index) -> dict[str, tuple[str, ...]]:
    """Return person → everybody who may report to them at some instant.

    People of the chapters they lead, of the units they manage, managers of the units right below these, and whoever names
    them in ``reports_to``. A superset: whether it is so at an instant is asked of the view.
    """
    found: dict[str, dict[str, None]] = {}

    def add(manager: str, person: str) -> None:
        if manager != person:
            found.setdefault(manager, {})[person] = None

    for chapter, leads in index.chapter_leads.people.items():
        for lead in leads:
            for person in index.chapter_people.people.get(chapter, ()):
                add(lead, person)
    resolve_person, resolve_unit = index.names["person"].resolve, index.names["unit"].resolve
    for person, record in index.people.items():
        to, place = record.reports_to, record.unit
        if type(to) is str:
            add(resolve_person(to) or to, person)
        elif to is not None:
            for post in each_post(to, "person"):
                if post.person is not None:
                    add(resolve_person(post.person) or post.person, person)
        if place is not None:
            for name in (place,) if type(place) is str else (post.unit for post in each_post(place, "unit")):
                for manager in _managers_above(index, resolve_unit(name) if name is not None else None, person):
                    add(manager, person)
    return {m: tuple(p) for m, p in found.items()}


def _managers_above(index: Index, unit: str | None, person: str) -> Iterator[str]:
    """Yield whoever ever manages a unit; for somebody who manages it at some time, the parent unit's managers too."""
    while unit is not None:  # circles are refused when the index is built
        managers = index.unit_managers.people.get(unit, ())
        yield from managers
        parent = index.units[unit].parent
        unit = index.names["unit"].resolve(parent) if parent is not None and person in managers else None
