"""From JSON to a verdict, and YAML with lines, against the bare parsers."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pydantic_core
import yaml

from spotifymodel.formats.document import org_from_tree
from spotifymodel.formats.kinds import json as json_kind
from spotifymodel.formats.scalars import CHART_SCALARS
from spotifymodel.formats.trees.collector import collector_paused
from spotifymodel.formats.trees.emit_yaml import write_yaml
from spotifymodel.formats.trees.json_tree import read_json
from spotifymodel.formats.trees.yaml_tree import read_yaml
from spotifymodel.graph.building import build
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.rules.judging import judge_chart
from spotifymodel.testing import company_document

from .measure import Row, side_by_side
from .six_rules import SIX, six

__all__ = ["reading_rows"]

MUST = {(10_000, 0.0): 4.6, (100_000, 0.0): 5.0, (10_000, 0.1): 5.6, (100_000, 0.1): 5.6, (10_000, 1.0): 7.0, (100_000, 1.0): 7.0}
STRETCH = {(10_000, 0.0): 3.6, (100_000, 0.0): 4.2, (10_000, 0.1): 4.4, (100_000, 0.1): 4.6, (10_000, 1.0): 5.3, (100_000, 1.0): 5.5}


def reading_rows() -> Iterator[Row]:
    """Yield load to verdict at 10 000 and 100 000 people, and YAML."""
    rules = six()
    for (people, dated), must in MUST.items():
        data = json.dumps(company_document(people, seed=1, dated=dated)).encode()

        def verdict(data: bytes = data) -> object:
            with collector_paused():
                index = index_of(json_kind.read(data, "c.json"))
                return index, [v for rule, limits in rules for v in judge_chart(rule, index, limits)]  # both are kept, as the tree is

        tree = read_json(data)
        org = org_from_tree(tree)
        parts = side_by_side(
            {
                "floor": lambda data=data: pydantic_core.from_json(data),  # type: ignore[misc]
                "verdict": verdict,
                "tree": lambda data=data: read_json(data, limited=False),  # type: ignore[misc]
                "records and index": lambda tree=tree: org_from_tree(tree),  # type: ignore[misc]
                "index": lambda org=org: build(org, "design"),  # type: ignore[misc]
                "rules": lambda org=org: _judge(org, rules),  # type: ignore[misc]
            },
            seconds=6.0 if people > 10_000 else 4.0,
        )
        ratio = parts["verdict"] / parts["floor"]
        inside = ", ".join(f"{k} {v / parts['floor']:.2f}" for k, v in parts.items() if k not in ("floor", "verdict"))
        dates = {0.0: "undated", 0.1: "10 % dated", 1.0: "all dated"}[dated]
        yield Row(
            f"JSON → verdict, {people:,} people, {dates}, over `pydantic_core.from_json`",
            f"{ratio:.2f} ({inside})",
            f"≤ {must}",
            f"≤ {STRETCH[people, dated]}",
            ratio <= must,
        )
    text = write_yaml(company_document(2_000, seed=1)).encode()
    speeds = side_by_side(
        {"CSafeLoader": lambda: yaml.load(text, Loader=yaml.CSafeLoader), "ours": lambda: read_yaml(text, "c.yaml", CHART_SCALARS)},
        seconds=8.0,
        most=8,
    )
    ratio = speeds["CSafeLoader"] / speeds["ours"]
    yield Row("YAML, 2,000 people, against PyYAML's CSafeLoader", f"{ratio:.1f} × faster", "≥ 2 ×", "≥ 3 ×", ratio >= 2)


def _judge(org: Org, rules: SIX) -> int:
    index = build(org, "design")
    return sum(1 for rule, limits in rules for _ in judge_chart(rule, index, limits))
