"""Which chapter is the one of products: where the former product managers are."""

from __future__ import annotations

from typing import Final

from ..graph.index import Index
from .spelling import folded

__all__ = ["product_chapters"]

#: What charts call it or its discipline, folded. The paper says *producten*; ING's product managers are journey experts.
NAMES: Final = frozenset(
    {
        *("product", "producten", "products", "productmanagement", "productmanager", "productmanagers", "productspecialist"),
        *("productspecialisten", "customerjourney", "customerjourneys", "customerjourneyexpert", "customerjourneyexperts", "klantreis"),
        *("klantreizen", "propositie", "proposities"),
    }
)


def product_chapters(index: Index) -> frozenset[str]:
    """Return the chapters of products, by discipline, name or id; empty where the chart has none that can be recognised.

    O(chapters) once per index, then remembered.

    Examples
    --------
    >>> from spotifymodel.graph.index import index_of
    >>> from spotifymodel.model import Org
    >>> org = Org(chapters=[{"id": "c1", "name": "Producten"}, {"id": "bouw"}, {"id": "c3", "discipline": "product"}])
    >>> sorted(product_chapters(index_of(org)))
    ['c1', 'c3']
    """
    known: frozenset[str] | None = index.__dict__.get("_product_chapters")
    if known is not None:
        return known
    found = set()
    for chapter, record in index.chapters.items():
        labels = [chapter, record.label, *record.disciplines]
        labels += [index.skills[skill].label for skill in index.knowledge.keys(record.disciplines) if skill in index.skills]
        if any(folded(label) in NAMES for label in labels):
            found.add(chapter)
    known = index.__dict__["_product_chapters"] = frozenset(found)
    return known
