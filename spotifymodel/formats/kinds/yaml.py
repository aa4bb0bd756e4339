"""YAML: the format to write by hand."""

from __future__ import annotations

from ...model.org import Org
from ..document import org_from_tree, tree_from_org
from ..format import Format, option_names
from ..scalars import CHART_SCALARS
from ..tree_source import tree_source
from ..trees.collector import collector_paused
from ..trees.emit_yaml import write_yaml
from ..trees.yaml_tree import read_yaml

__all__ = ["FORMAT"]


def read(data: bytes, name: str, **options: object) -> Org:
    """Return the chart of a YAML document."""
    option_names(dict(options), (), "yaml")
    with collector_paused():
        return org_from_tree(read_yaml(data, name, CHART_SCALARS), tree_source(data, name, "yaml"))


def write(org: Org, **options: object) -> tuple[bytes, tuple[str, ...]]:
    """Return the chart as YAML; it holds everything."""
    option_names(dict(options), (), "yaml")
    return write_yaml(tree_from_org(org)).encode("utf-8"), ()


FORMAT = Format("yaml", (".yaml", ".yml"), "YAML, the format to write by hand", read, write)
