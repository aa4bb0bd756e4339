"""What is true of the work at one instant: products, projects, dependencies, demand, decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from ..model.line import Dependency
from .index import Index
from .relation import People

__all__ = ["WorkView"]

Ids = tuple[str, ...]


class WorkView:
    """The questions about work that a :class:`~spotifymodel.graph.view.View` answers; what is gone at the instant is left out."""

    __slots__ = ()

    index: Index
    day: dt.date | None

    def owned_products(self, squad: str) -> Ids:
        """Return the products that a squad owns."""
        return self.index.work.owned.get(squad, ())

    def owning_squads(self, product: str) -> Ids:
        """Return the squads that own a product."""
        return tuple(s for s in self.index.owning_squads.get(product, ()) if self._lives("squad", s))

    def owning_units(self, product: str) -> Ids:
        """Return the units of the line that own a product."""
        return self.index.work.owning_units.get(product, ())

    def product_in_use(self, product: str) -> bool:
        """Tell whether a squad or unit owns a product now; also where none ever does, so that nothing is passed over."""
        if self.owning_squads(product) or self.owning_units(product):
            return True
        return not self.index.owning_squads.get(product)

    def review_owners(self, product: str) -> People:
        """Return who answers for the approval and review of a product."""
        return self.index.work.review_owners.at(product, self.day)

    def running_projects(self, product: str) -> Ids:
        """Return the projects that change a product now."""
        lives, day = self.index.work.project_life, self.day
        return tuple(
            p for p in self.index.work.projects_on.get(product, ()) if day is None or p not in lives or lives[p][0] <= day < lives[p][1]
        )

    def project_managers(self, project: str) -> People:
        """Return the managers of a project."""
        return self.index.work.project_managers.at(project, self.day)

    def waits_for(self, squad: str) -> tuple[tuple[str, Dependency], ...]:
        """Return the squads that block a squad or slow it down, each with the dependency."""
        return tuple((s, d) for s, d in self.index.work.waits_for.get(squad, ()) if self._lives("squad", s))

    def demand(self, chapter: str) -> tuple[tuple[str, float], ...]:
        """Return the squads that ask for people of a chapter, with the number of full seats."""
        return tuple((s, n) for s, n in self.index.work.demand.get(chapter, ()) if n > 0 and self._lives("squad", s))

    def deciders(self, squad: str) -> Mapping[str, tuple[str, str]]:
        """Return who decides on priority, scope and budget of a squad, as far as it says: kind and id."""
        return {right: one for right, one in self.index.work.deciders.get(squad, {}).items() if self._lives(*one)}

    def squad_in_use(self, squad: str) -> bool:
        """Tell whether anybody sits in a squad now; also where nobody ever does, so that an empty squad is not passed over."""
        index = self.index
        if index.members.at(squad, self.day) or index.owners.at(squad, self.day):
            return True
        return not index.squad_people.get(squad)

    def _lives(self, kind: str, one: str) -> bool:
        lives = self.index.life if kind == "squad" else self.index.chapter_life if kind == "chapter" else {}
        life = lives.get(one)
        return life is None or self.day is None or life[0] <= self.day < life[1]
