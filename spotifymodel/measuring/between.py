"""How far product owners stand between the others: betweenness on the graph of people, squads and chapters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..graph.view import View
from .row import Row

__all__ = ["betweenness"]


def betweenness(view: View) -> Iterator[Row]:
    """Yield normalised betweenness of everybody who owns a squad; without owners the graph is not made."""
    index = view.index
    owners = [p for p in index.people if view.owned_by(p)]
    if not owners:
        return
    import networkx as nx  # loaded only where it is asked for

    graph: Any = nx.Graph()
    for squad in index.squads:
        graph.add_edges_from((("person", p), ("squad", squad)) for p in view.squad_people(squad))
    for chapter in index.chapters:
        graph.add_edges_from((("person", p), ("chapter", chapter)) for p in view.chapter_people(chapter))
    found = nx.betweenness_centrality(graph)
    for person in owners:
        yield Row("betweenness", "person", person, float(found["person", person]), "share")
