"""A chart as a ``networkx.MultiDiGraph``, and back without loss.

Nodes are called ``kind:id``, such as ``squad:hypotheek-app``, and carry

``kind``, ``label``
    What they are, and what a reader sees.
``record``
    The record of the chart; ``None`` for a skill that people have and nobody declared.
``order``
    Their place among their kind.

Edges point from whoever stands somewhere to where they stand (a person to a squad, a squad to its tribe), and from whoever
refers to what they refer to (a squad to what it owns). The key of an edge is the relation: a role such as ``member``,
``product_owner``, ``chapter_lead``, or the field that refers, such as ``owns``, ``needs``, ``reports_to``,
``decision_rights.priority``; ``in_tribe`` for squads and chapters, ``dependency`` between squads. Edges carry

``records``
    What the chart says of the edge: seats, posts, dependencies, or the reference itself with its value (level, seats). Somebody
    with two stretches in one role has one edge with two records.
``order``
    The place of each record in its list.

What stands at the top of a file, and records without an id that are no edge (gates, waivers), are attributes of the graph.
Loading networkx costs more than a check: nothing here is imported before somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..model.edits.roles import STANDING
from ..model.ids import KINDS, id_key
from ..model.org import Org
from ..model.seats import Post, holder_id
from .index import index_of
from .networkx_chart import from_networkx
from .networkx_relations import DECIDERS, REFERENCES, RIGHTS, TOP, Item

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["from_networkx", "to_networkx"]


def to_networkx(org: Org) -> nx.MultiDiGraph[str]:
    """Return a chart as a graph; see the module for what nodes and edges carry.

    Raises
    ------
    InputRefusedError
        When the chart refers to what it does not declare.

    Notes
    -----
    O(records + edges), some ten times slower than building the index: this is a view for analysis, not what rules read.

    Examples
    --------
    >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "app", "product_owner": "anna"}])
    >>> list(to_networkx(org).edges(keys=True))
    [('person:anna', 'squad:app', 'product_owner')]
    """
    import networkx as nx

    index_of(org)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**{name: getattr(org, name) for name in TOP})
    for kind in KINDS:
        for order, record in enumerate(org.records(kind)):
            graph.add_node(f"{kind}:{record.id}", kind=kind, label=record.label, record=record, order=order)
    for order, (tribe, squad) in enumerate(org.all_squads()):
        if tribe is not None:
            graph.add_edge(f"squad:{squad.id}", f"tribe:{tribe.id}", "in_tribe", records=(), order=(order,))
    for order, (tribe, chapter) in enumerate(org.all_chapters()):
        if tribe is not None:
            graph.add_edge(f"chapter:{chapter.id}", f"tribe:{tribe.id}", "in_tribe", records=(), order=(order,))
    for kind in KINDS:
        for record in org.records(kind):
            _link_record(graph, org, kind, record)
    for order, dependency in enumerate(org.dependencies):
        source, target = (_node(graph, org, ("squad",), one) for one in (dependency.source, dependency.target))
        _link(graph, source, target, "dependency", dependency, order)
    return graph


def _link_record(graph: nx.MultiDiGraph[str], org: Org, kind: str, record: Any) -> None:
    node = f"{kind}:{record.id}"
    for field, role in STANDING.get(kind, {}).items():
        for order, seat in enumerate(getattr(record, field)):
            _link(graph, _node(graph, org, ("person",), holder_id(seat)), node, role, seat, order)
    for field, kinds in REFERENCES.get(kind, {}).items():
        for order, item in enumerate(_items(getattr(record, field))):
            reference, meant = item.reference, kinds
            if isinstance(reference, Post):
                reference, meant = (reference.unit, ("unit",)) if reference.unit is not None else (reference.person, ("person",))
            else:
                meant = kinds[:1]
            _link(graph, node, _node(graph, org, meant, reference), field, item, order)
    if kind == "squad" and record.decision_rights is not None:
        for right in RIGHTS:
            reference = getattr(record.decision_rights, right)
            if reference is not None:
                _link(graph, node, _node(graph, org, DECIDERS, reference), f"decision_rights.{right}", Item(reference), 0)


def _items(value: Any) -> Iterator[Item]:
    if value is None:
        return
    if isinstance(value, Mapping):
        yield from (Item(reference, number) for reference, number in value.items())
    elif isinstance(value, tuple):
        yield from map(Item, value)
    else:
        yield Item(value, alone=True)


def _node(graph: nx.MultiDiGraph[str], org: Org, kinds: tuple[str, ...], reference: str) -> str:
    """Return the name of the node that a reference means; a skill that nobody declared gets one."""
    for kind in kinds:
        found = org.canonical(kind, reference)
        if found is not None:
            return f"{kind}:{found}"
    node = f"{kinds[0]}:{id_key(reference)}"
    if node not in graph:
        graph.add_node(node, kind=kinds[0], label=reference, record=None, order=graph.number_of_nodes())
    return node


def _link(graph: nx.MultiDiGraph[str], source: str, target: str, relation: str, record: Any, order: int) -> None:
    if graph.has_edge(source, target, relation):
        data = graph.edges[source, target, relation]
        data["records"] += (record,)
        data["order"] += (order,)
    else:
        graph.add_edge(source, target, relation, records=(record,), order=(order,))
