"""Tables of the work: who owns which product, which squads wait for which, what is asked of a chapter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from ..model.edits.references import DECIDERS
from ..model.edits.resolving import meanings
from ..model.line import Dependency
from .relation import Relation
from .tabling import Faults, Life, life_of, table
from .view import each_post

if TYPE_CHECKING:
    from .index import Index

__all__ = ["WorkTables"]

Ids = tuple[str, ...]


class WorkTables:
    """What squads, units, tribes and projects have to do with products and with one another; made when a rule asks.

    Ids are the declared ones, however a record spells them. Nothing here changes when a seat does.

    Parameters
    ----------
    index : Index

    Notes
    -----
    Each table costs one pass over the records that it reads.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def owned(self) -> dict[str, Ids]:
        """Squad → the products that it owns."""
        declared, resolve = self._index.products, self._index.names["product"].resolve
        return {
            s: owns if len(owns) == 1 and owns[0] in declared else _distinct(map(resolve, owns))
            for s, record in self._index.squads.items()
            if (owns := record.owns)
        }

    @cached_property
    def owned_by_units(self) -> dict[str, Ids]:
        """Unit → the products that it owns."""
        resolve = self._index.names["product"].resolve
        return {u: _distinct(resolve(one) for one in record.owns) for u, record in self._index.units.items() if record.owns}

    @cached_property
    def owning_units(self) -> dict[str, Ids]:
        """Product → the units that own it."""
        return _inverse(self.owned_by_units)

    @cached_property
    def scoping_tribes(self) -> dict[str, Ids]:
        """Product → the tribes that answer for it."""
        resolve = self._index.names["product"].resolve
        return _inverse({t: _distinct(resolve(one) for one in record.scope) for t, record in self._index.tribes.items() if record.scope})

    @cached_property
    def review_owners(self) -> Relation:
        """Product → who answers for its approval and review; in live mode without vacancies."""
        relation = Relation()
        people = self._index.names["person"]
        for product in self._index.products.values():
            if product.review_owner:
                table(relation, product.id, product.review_owner, people, None, (), "review_owner", Faults())
        return relation

    @cached_property
    def projects_on(self) -> dict[str, Ids]:
        """Product → the projects that ever change it."""
        resolve = self._index.names["product"].resolve
        return _inverse({p: _distinct([resolve(r.product)]) for p, r in self._index.projects.items() if r.product is not None})

    @cached_property
    def project_managers(self) -> Relation:
        """Project → its managers; in live mode without vacancies."""
        relation = Relation()
        people = self._index.names["person"]
        for project in self._index.projects.values():
            if project.manager:
                life = life_of(project, (), Faults())
                table(relation, project.id, project.manager, people, life, (), "manager", Faults())
        return relation

    @cached_property
    def project_life(self) -> dict[str, Life]:
        """Life of projects that carry dates."""
        lives = ((p, life_of(record, (), Faults())) for p, record in self._index.projects.items())
        return {p: life for p, life in lives if life is not None}

    @cached_property
    def demand(self) -> dict[str, tuple[tuple[str, float], ...]]:
        """Chapter → the squads that ask for its people, with the number of full seats."""
        resolve = self._index.names["chapter"].resolve
        found: dict[str, dict[str, float]] = {}
        for squad, record in self._index.squads.items():
            for reference, seats in record.needs.items():
                chapter = resolve(reference)
                if chapter is not None:
                    asked = found.setdefault(chapter, {})
                    asked[squad] = asked.get(squad, 0) + seats
        return {chapter: tuple(asked.items()) for chapter, asked in found.items()}

    @cached_property
    def waits_for(self) -> dict[str, tuple[tuple[str, Dependency], ...]]:
        """Squad → the other squads that block it or slow it down."""
        resolve = self._index.names["squad"].resolve
        found: dict[str, list[tuple[str, Dependency]]] = {}
        for dependency in self._index.chart.dependencies:
            waiting, other = resolve(dependency.source), resolve(dependency.target)
            if waiting is not None and other is not None and waiting != other:
                found.setdefault(waiting, []).append((other, dependency))
        return {squad: tuple(others) for squad, others in found.items()}

    @cached_property
    def deciders(self) -> dict[str, Mapping[str, tuple[str, str]]]:
        """Squad → who decides on its priority, scope and budget, as far as it says: kind and id."""
        found: dict[str, Mapping[str, tuple[str, str]]] = {}
        for squad, record in self._index.squads.items():
            rights = record.decision_rights
            if rights is None:
                continue
            named = {right: getattr(rights, right) for right in ("priority", "scope", "budget")}
            found[squad] = {right: meanings(self._index.chart, DECIDERS, one)[0] for right, one in named.items() if one is not None}
        return found

    @cached_property
    def unit_people(self) -> dict[str, Ids]:
        """Unit → everybody who ever sits in it or in a unit below it; whether they do on a day is asked of the view."""
        found: dict[str, dict[str, None]] = {}
        resolve = self._index.names["unit"].resolve
        for person, record in self._index.people.items():
            for post in each_post(record.unit, "unit"):
                unit = resolve(post.unit) if post.unit is not None else None
                while unit is not None:  # circles are refused when the index is built
                    found.setdefault(unit, {})[person] = None
                    parent = self._index.units[unit].parent
                    unit = resolve(parent) if parent is not None else None
        return {unit: tuple(people) for unit, people in found.items()}


def _distinct(ids: Iterable[str | None]) -> Ids:
    return tuple(dict.fromkeys(i for i in ids if i is not None))


def _inverse(table: Mapping[str, Ids]) -> dict[str, Ids]:
    found: dict[str, list[str]] = {}
    for holder, products in table.items():
        for product in products:
            found.setdefault(product, []).append(holder)
    return {product: tuple(holders) for product, holders in found.items()}
