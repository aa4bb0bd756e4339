"""How far product managers and owners stand between the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..graph.index import ORGANISATION
from ..graph.view import View
from .network import ties
from .product_managers import connectors, product_managers
from .row import Row
from .shortest_paths import Sample, betweenness_of

__all__ = ["betweenness"]


def betweenness(view: View) -> tuple[tuple[Row, ...], Sample | None]:
    """Return the betweenness of product managers and owners, the mean of the product managers, and how it was found.

    Without either, the network is not made.
    """
    people = connectors(view)
    if not people:
        return (), None
    found, sample = betweenness_of(ties(view))
    share = {one: found.get(("person", one), 0.0) for one in people}
    return (*_rows(share), *_mean(share[one] for one in product_managers(view))), sample


def _rows(share: dict[str, float]) -> Iterator[Row]:
    return (Row("betweenness", "person", one, value, "share") for one, value in share.items())


def _mean(shares: Iterable[float]) -> Iterator[Row]:
    known = list(shares)
    if known:
        yield Row("betweenness_mean", ORGANISATION, ORGANISATION, sum(known) / len(known), "share")
