"""A field that no record carries makes the rules that need it answer unknown, and nothing else does."""

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

import spotifymodel as sm

from ..depth import examples
from .rich_charts import rich_charts

#: Rule → what its subjects are, and the kinds and fields of which one must be told somewhere.
NEEDS = {
    "SQ003": ("squad", [("chapter", "id")]),
    "SQ005": ("squad", [("squad", "mission")]),
    "SQ006": ("squad", [("squad", "owns")]),
    "SQ007": ("product", [("squad", "owns")]),
    "MB002": ("person", [("chapter", "id")]),
    "MB004": ("person", [("chapter", "id")]),
    "CL003": ("squad", [("squad", "steered_by")]),
    "TR003": ("tribe", [("tribe", "purpose")]),
    "TR004": ("tribe", [("squad", "kind")]),
    "TL003": ("tribe", [("tribe", "management_team")]),
    "AC001": ("squad", [("squad", "agile_coaches"), ("tribe", "agile_coaches")]),
}


def of_kind(graph: nx.MultiDiGraph, kind: str) -> list[object]:
    return [data["record"] for _, data in graph.nodes(data=True) if data["kind"] == kind]


@pytest.mark.parametrize("code", NEEDS)
@settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(org=rich_charts(people=4, squads=3))
def test_a_rule_is_unknown_where_nobody_tells_what_it_needs(code: str, org: sm.Org) -> None:
    graph = org.to_networkx()
    kind, fields = NEEDS[code]
    told = any(getattr(record, field) for owner, field in fields for record in of_kind(graph, owner))
    report = sm.check(org, select=code)
    if not told:
        assert not report.findings
        assert [u.code for u in report.unknown] == [code] * bool(of_kind(graph, kind))
    elif code not in {"SQ003", "TR004"}:
        assert not report.unknown
