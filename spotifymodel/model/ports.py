"""Where methods reach up: the only by-name import in the house.

``Org.load``, ``to_networkx`` or ``_repr_html_`` need rooms above the model. They ask for a port by name; the room that
serves it is loaded on first use. A plug-in may replace a port by registering another function under its name.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

__all__ = ["port", "register"]

#: Port name -> "module:attribute" of the room that serves it.
SERVED_BY: Final[dict[str, str]] = {
    "load": "spotifymodel.formats.loading:load",
    "save": "spotifymodel.formats.loading:save",
    "from_frame": "spotifymodel.formats.loading:from_frame",
    "from_tree": "spotifymodel.formats.document:org_from_tree",
    "to_tree": "spotifymodel.formats.document:tree_from_org",
    "index": "spotifymodel.graph.index:index_of",
    "to_networkx": "spotifymodel.graph.networkx_view:to_networkx",
    "from_networkx": "spotifymodel.graph.networkx_view:from_networkx",
    "org_html": "spotifymodel.report.org_html:org_html",
    "gap_report": "spotifymodel.transition.gap_report.report:gap_report_of",
    "gap_report_html": "spotifymodel.report.gap_page:gap_html",
    "gap_report_save": "spotifymodel.report.gap_page:save_gap_report",
    "repair_html": "spotifymodel.report.repair_html:repair_html",
    "report_html": "spotifymodel.report.html:report_html",
    "report_save": "spotifymodel.report.saving:save_report",
    "report_text": "spotifymodel.report.text:report_text",
    "difference_html": "spotifymodel.report.difference_html:difference_html",
    "finding_html": "spotifymodel.report.html:finding_html",
    "plan_alternatives": "spotifymodel.transition.options.asking:AlternativesOf",
    "plan_front": "spotifymodel.transition.options.front:front",
    "plan_from_document": "spotifymodel.transition.recalling:plan_from_document",
    "plan_with_lock": "spotifymodel.transition.whatif.locking:with_lock",
    "plan_without": "spotifymodel.transition.whatif.leaving:without",
    "robustness": "spotifymodel.transition.whatif.robustness:robustness",
}
_open: dict[str, Callable[..., Any]] = {}


def register(name: str, function: Callable[..., Any]) -> None:
    """Serve a port with this function from now on."""
    _open[name] = function


def port(name: str) -> Callable[..., Any]:
    """Return the function that serves a port, loading its room on first use."""
    found = _open.get(name)
    if found is None:
        module, _, attribute = SERVED_BY[name].partition(":")
        found = _open[name] = getattr(import_module(module), attribute)
    return found
