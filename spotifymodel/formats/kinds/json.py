"""JSON: the same document, for programs."""

from __future__ import annotations

from ...model.org import Org
from ..document import holds_extra, org_from_tree, tree_from_org
from ..format import Format, option_names
from ..tree_source import tree_source
from ..trees.collector import collector_paused
from ..trees.emit_json import write_json
from ..trees.json_texts import is_plain
from ..trees.json_tree import check_limits, read_json

__all__ = ["FORMAT"]


def read(data: bytes, name: str, **options: object) -> Org:
    """Return the chart of a JSON document."""
    option_names(dict(options), (), "json")
    with collector_paused():
        tree = read_json(data, name, limited=False)
        org = org_from_tree(tree, tree_source(data, name, "json"), plain=is_plain(data))
    if holds_extra(org):
        check_limits(data, name)
    return org


def write(org: Org, **options: object) -> tuple[bytes, tuple[str, ...]]:
    """Return the chart as JSON; it holds everything."""
    option_names(dict(options), (), "json")
    return write_json(tree_from_org(org)).encode("utf-8"), ()


FORMAT = Format("json", (".json",), "JSON, the same document for programs", read, write)
