"""Tables of the line organisation, made only when a rule asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .relation import Relation
from .tabling import Faults, Names, table
from .view import each_post

if TYPE_CHECKING:
    from .index import Index

__all__ = ["people_below", "unit_managers"]


def unit_managers(index: Index) -> Relation:
    """Return unit → managers; in live mode without vacancies."""
    relation = Relation()
    people: Names = index.names["person"]
    for unit in index.units.values():
        if unit.manager:
            table(relation, unit.id, unit.manager, people, None, (), "manager", Faults())
    return relation


def people_below(index: Index) -> dict[str, tuple[str, ...]]:
    """Return person → everybody who may report to them at some instant.

    People of the chapters they lead, of the units they manage and of the units right below these, and whoever names them
    in ``reports_to``. A superset: whether it is so at an instant is asked of the view.
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
        for post in each_post(record.reports_to, "person"):
            if post.person is not None:
                add(resolve_person(post.person) or post.person, person)
        for post in each_post(record.unit, "unit"):
            unit = resolve_unit(post.unit) if post.unit is not None else None
            seen: set[str] = set()
            while unit is not None and unit not in seen:
                seen.add(unit)
                for manager in index.unit_managers.people.get(unit, ()):
                    add(manager, person)
                parent = index.units[unit].parent
                unit = resolve_unit(parent) if parent is not None else None
    return {m: tuple(p) for m, p in found.items()}
