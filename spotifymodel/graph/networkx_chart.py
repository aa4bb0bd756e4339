"""The chart of a graph: the way back from networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..errors import UsageError
from ..model.edits.roles import ROLES, STANDING
from ..model.fields import NOTHING
from ..model.ids import KINDS
from ..model.line import Dependency
from ..model.org import Org
from ..model.positions import FIELD_OF
from ..model.replacing import replaced
from ..model.teams import DecisionRights
from .index import index_of
from .networkx_relations import NUMBERED, ONE, ONE_OR_MORE, REFERENCES, RIGHTS, TOP, Item

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["from_networkx"]

#: Behind everything that has a place.
_LAST: Final = 1 << 60
#: What was found, each with its place.
Placed = list[tuple[int, Any]]


def from_networkx(graph: nx.MultiDiGraph[str]) -> Org:
    """Return the chart of a graph that :func:`to_networkx` made, also after nodes or edges were taken out or put in.

    Who stands where, and what refers to what, is read from the edges; everything else from the records of the nodes. A node or
    edge that is gone is gone from the chart; an edge without ``records`` is a plain seat or reference, last in its list.

    Raises
    ------
    UsageError
        When a node carries no record, or an edge means nothing in a chart.
    InputRefusedError
        When what is left refers to what is not there.

    Examples
    --------
    >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": ["anna"]}])
    >>> graph = org.to_networkx()
    >>> Org.from_networkx(graph) == org
    True
    >>> graph.remove_node("person:anna")
    >>> Org.from_networkx(graph).squad("app").members
    ()
    """
    given: dict[str, dict[str, Placed]] = {}
    homes: dict[str, tuple[int, str]] = {}
    dependencies: Placed = []
    for source, target, relation, data in graph.edges(keys=True, data=True):
        if relation == "in_tribe":
            homes[source] = (data.get("order", (_LAST,))[0], target)
        elif relation == "dependency":
            plain = Dependency(source=_id(graph, source), target=_id(graph, target))
            dependencies += _placed(data, plain)
        else:
            holder, field = _meaning(graph, source, target, relation)
            given.setdefault(holder, {}).setdefault(field, []).extend(_placed(data, _plain(graph, source, target, field)))
    lists: dict[str, Placed] = {kind: [] for kind in KINDS}
    inside: dict[str, dict[str, Placed]] = {}
    for node, data in graph.nodes(data=True):
        kind, record = data.get("kind"), data.get("record")
        if kind == "skill" and record is None:
            continue
        if record is None or kind not in lists:
            raise UsageError(f"node {node!r} carries no record of a chart; give it kind and record, or take it out", str(node))
        rebuilt = _rebuilt(kind, record, given.get(node, {}))
        if node in homes and kind in {"squad", "chapter"}:
            order, tribe = homes[node]
            inside.setdefault(tribe, {}).setdefault(FIELD_OF[kind], []).append((order, rebuilt))
        else:
            lists[kind].append((data.get("order", _LAST), rebuilt))
    top = {name: graph.graph[name] for name in TOP if name in graph.graph}
    fields = {FIELD_OF[kind]: _in_order(records) for kind, records in lists.items()}
    fields["tribes"] = tuple(_with_teams(tribe, inside.get(f"tribe:{tribe.id}", {})) for tribe in fields["tribes"])
    org = Org(**top)._with(**fields, dependencies=_in_order(dependencies))
    index_of(org)
    return org


def _meaning(graph: nx.MultiDiGraph[str], source: str, target: str, relation: str) -> tuple[str, str]:
    """Return which node an edge belongs to, and in which field: a role to where it is held, a reference to who refers."""
    at, to = str(graph.nodes[source].get("kind")), str(graph.nodes[target].get("kind"))
    if at == "person" and to in ROLES.get(relation, {}):
        return target, ROLES[relation][to]
    right = relation.removeprefix("decision_rights.")
    if relation in REFERENCES.get(at, {}) or (at == "squad" and right != relation and right in RIGHTS):
        return source, relation
    raise UsageError(f"the edge {relation!r} from {source!r} to {target!r} means nothing in a chart", str(relation))


def _placed(data: dict[str, Any], plain: Any) -> Placed:
    """Return the records of an edge with their places; one plain record where it carries none."""
    records = data.get("records")
    if not records:
        return [(_LAST, plain)]
    return list(zip(data.get("order") or (_LAST,) * len(records), records, strict=True))


def _plain(graph: nx.MultiDiGraph[str], source: str, target: str, field: str) -> Any:
    """Return what an edge says that somebody put in without records; ``None`` where it would need a number."""
    if field in NUMBERED:
        return None
    if field in REFERENCES.get(str(graph.nodes[source].get("kind")), {}) or field.startswith("decision_rights."):
        return Item(_id(graph, target) if not field.startswith("decision_rights.") else target, alone=True)
    return _id(graph, source)


def _id(graph: nx.MultiDiGraph[str], node: str) -> str:
    record = graph.nodes[node].get("record")
    return node.partition(":")[2] if record is None else str(record.id)


def _rebuilt(kind: str, record: Any, given: dict[str, Placed]) -> Any:
    """Return a record in which holders and references are those of the edges; itself where they are the same."""
    changed: dict[str, Any] = {}
    for field in STANDING.get(kind, {}):
        changed[field] = _in_order(given.get(field, []))
    for field in REFERENCES.get(kind, {}):
        items = _in_order(given.get(field, []))
        if None in items:
            raise UsageError(f"an edge {field!r} of {kind} {record.id!r} needs a record: Item(reference, number)", field)
        changed[field] = _value(field, items, getattr(record, field))
    if kind == "squad":
        rights = {right: one[0][1].reference for right in RIGHTS if (one := given.get(f"decision_rights.{right}"))}
        changed["decision_rights"] = DecisionRights(**rights) if rights or record.decision_rights is not None else None
    if kind == "tribe":
        changed |= {"squads": (), "chapters": ()}
    different = {field: value for field, value in changed.items() if value != getattr(record, field)}
    return replaced(record, **different) if different else record


def _value(field: str, items: tuple[Any, ...], before: Any) -> Any:
    if field in NUMBERED:
        return {item.reference: item.number for item in items} or NOTHING
    if field in ONE:
        return items[0].reference if items else None
    if field in ONE_OR_MORE:
        if not items:
            return before if before == () else None
        return items[0].reference if len(items) == 1 and items[0].alone else tuple(item.reference for item in items)
    return tuple(item.reference for item in items)


def _with_teams(tribe: Any, teams: dict[str, Placed]) -> Any:
    fields = {field: _in_order(records) for field, records in teams.items()}
    return replaced(tribe, **fields) if fields else tribe


def _in_order(placed: Placed) -> tuple[Any, ...]:
    return tuple(record for _, record in sorted(placed, key=lambda one: one[0]))
