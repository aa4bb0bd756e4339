"""The network of people and what they meet in: squads, chapters, units, management teams, products, named managers."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.view import View

__all__ = ["Point", "ties"]

#: Kind and id of a point of the network; `team` is the management team of a tribe.
Point = tuple[str, str]


def ties(view: View) -> Iterator[tuple[Point, Point]]:
    """Yield every tie of the network; one that two facts give comes twice.

    A person is tied to each squad, chapter and unit they sit in, to the management team they belong to, to the manager whom
    they report to by name, and to a product that they answer for or lead a project on. A unit is tied to the unit it lies
    in, a product to whoever owns it.
    """
    index = view.index
    for squad in index.squads:
        yield from ((("person", p), ("squad", squad)) for p in view.squad_people(squad))
    for chapter in index.chapters:
        yield from ((("person", p), ("chapter", chapter)) for p in view.chapter_people(chapter))
    for tribe in index.tribes:
        yield from ((("person", p), ("team", tribe)) for p in view.management_team(tribe))
    yield from _line(view)
    yield from _products(view)


def _line(view: View) -> Iterator[tuple[Point, Point]]:
    index = view.index
    for unit in index.units:
        yield from ((("person", p), ("unit", unit)) for p in index.unit_managers.at(unit, view.day))
        for above in view.units_above(unit)[1:2]:
            yield ("unit", unit), ("unit", above)
    for person, record in index.people.items():
        if record.vacancy and index.mode == "live":
            continue
        yield from ((("person", person), ("unit", unit)) for unit, _ in view.posts(person))
        if record.reports_to is not None:
            yield from ((("person", person), ("person", manager)) for manager in view.line_above(person))


def _products(view: View) -> Iterator[tuple[Point, Point]]:
    for product in view.index.products:
        here = ("product", product)
        yield from ((here, ("squad", squad)) for squad in view.owning_squads(product))
        yield from ((here, ("unit", unit)) for unit in view.owning_units(product))
        yield from ((("person", p), here) for p in view.review_owners(product))
        for project in view.running_projects(product):
            yield from ((("person", p), here) for p in view.project_managers(project))
