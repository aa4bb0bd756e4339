"""The small charts that rules carry as examples."""

from __future__ import annotations

from textwrap import dedent

from ..formats.document import FORMAT, org_from_tree
from ..formats.scalars import CHART_SCALARS
from ..formats.trees.yaml_tree import read_yaml
from ..model.org import Org

__all__ = ["chart_of", "charts_of"]


def chart_of(text: str) -> Org:
    """Return the chart that the YAML of an example describes; the format line is understood.

    Examples
    --------
    >>> [person.id for person in chart_of("people: [{id: anna}]").people]
    ['anna']
    """
    tree = read_yaml(f"format: {FORMAT}\n{dedent(text)}".encode(), scalars=CHART_SCALARS)
    return org_from_tree(tree)


def charts_of(text: str) -> list[Org]:
    r"""Return the charts of an example in sequence, with lines ``---`` between them.

    Examples
    --------
    >>> [len(org.people) for org in charts_of("people: [{id: anna}]\n---\npeople: []")]
    [1, 0]
    """
    return [chart_of(one) for one in dedent(text).split("\n---\n")]
