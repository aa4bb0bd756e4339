"""Projects on the way: a squad that owns what a project changes takes it over; no project is dropped."""

from __future__ import annotations

from dataclasses import dataclass

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org
from .facts import HandOver

__all__ = ["Takeover", "handed_over", "over_at", "takeovers"]


@dataclass(frozen=True, slots=True)
class Takeover:
    """A project of today: its manager, and the squads that own what it changes."""

    project: str
    manager: str | None
    squads: tuple[str, ...]


def takeovers(before: Org, target: Org) -> tuple[Takeover, ...]:
    """Return the projects of today that still run, each with the squads of the chart to be that own its product."""
    view, tomorrow = View(index_of(before)), View(index_of(target))
    found = []
    for project in before.projects:
        managers = view.project_managers(project.id)
        product = None if project.product is None else tomorrow.index.names["product"].resolve(project.product)
        squads = tomorrow.owning_squads(product) if product is not None else ()
        found.append(Takeover(project.id, managers[0] if managers else None, squads))
    return tuple(found)


def handed_over(projects: tuple[Takeover, ...], live: set[str], now: set[str], moved_now: set[str]) -> tuple[HandOver, ...]:
    """Return what happens to projects in a stage.

    Parameters
    ----------
    live : set of str
        Squads that are live in this stage.
    now, moved_now : set of str
        Squads that go live, and people who move, in this stage.

    Notes
    -----
    The first of the owning squads that is live takes the project over. Where no squad owns what it changes, it goes on as a project
    and its manager takes it along.
    """
    found = []
    for one in projects:
        taking = [s for s in one.squads if s in live]
        if taking and now.issuperset(taking):
            found.append(HandOver(one.project, taking[0], one.manager))
        elif not one.squads and one.manager in moved_now:
            found.append(HandOver(one.project, None, one.manager))
    return tuple(found)


def over_at(projects: tuple[Takeover, ...], live: set[str]) -> set[str]:
    """Return the projects that squads have taken over once these are live."""
    return {one.project for one in projects if any(s in live for s in one.squads)}
