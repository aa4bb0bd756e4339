"""With whom a product manager or owner has to align, and how many layers of management there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..graph.index import ORGANISATION
from ..graph.view import View
from .product_managers import connectors, product_managers
from .row import Row

__all__ = ["alignment", "layers"]


def alignment(view: View) -> Iterator[Row]:
    """Yield the number of people and squads that each has to align with, and its mean over the product managers.

    Line managers, the owners of the squads they sit in, who leads a project on a product of theirs, and the squads that a
    squad of theirs waits for. A product is theirs when they answer for it, or when their squad or unit owns it.
    """
    answers: dict[str, list[str]] = {}
    for product in view.index.products:
        for person in view.review_owners(product):
            answers.setdefault(person, []).append(product)
    found = {one: len(_partners(view, one, answers.get(one, ()))) for one in connectors(view)}
    for one, number in found.items():
        yield Row("alignment", "person", one, number, "contacts")
    managers = product_managers(view)
    if managers:
        mean = sum(found[one] for one in managers) / len(managers)
        yield Row("alignment_mean", ORGANISATION, ORGANISATION, mean, "contacts")


def _partners(view: View, person: str, answers_for: Iterable[str]) -> set[tuple[str, str]]:
    """Return whom somebody has to align with, as kind and id."""
    squads, units = view.squads_of(person), [unit for unit, _ in view.posts(person)]
    products = {*answers_for}
    products.update(p for s in squads for p in view.owned_products(s))
    products.update(p for u in units for p in view.index.work.owned_by_units.get(u, ()))
    people = {*view.line_managers(person), *(owner for s in squads for owner in view.owners(s))}
    people.update(m for product in products for project in view.running_projects(product) for m in view.project_managers(project))
    people.discard(person)
    waits = {other for s in squads for other, _ in view.waits_for(s)}
    return {*(("person", one) for one in people), *(("squad", one) for one in waits - {*squads})}


def layers(view: View) -> Iterator[Row]:
    """Yield the longest chain of line managers above anybody; nothing where nobody has one.

    Of a chart in which people manage each other in a circle, the circle counts once.
    """
    above: dict[str, int] = {}
    for person in view.index.people:
        _climb(view, person, above)
    most = max(above.values(), default=0)
    if most:
        yield Row("layers", ORGANISATION, ORGANISATION, most, "layers")


def _climb(view: View, person: str, above: dict[str, int]) -> None:
    """Note for somebody, and for everybody above them, how many layers they have above them."""
    trail = [person]
    while trail:
        one = trail[-1]
        if one in above:
            trail.pop()
            continue
        managers = [m for m in view.line_managers(one) if m not in trail]
        waiting = [m for m in managers if m not in above]
        if waiting:
            trail.append(waiting[0])
            continue
        above[one] = 1 + max(above[m] for m in managers) if managers else 0
        trail.pop()
