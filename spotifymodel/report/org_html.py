"""A chart as it shows itself in a notebook."""

from __future__ import annotations

from ..errors import InputRefusedError
from ..graph.index import index_of
from ..graph.view import View
from ..model.org import Org
from .escaping import escaped
from .style import STYLE

__all__ = ["org_html"]

MOST_TRIBES = 30


def org_html(org: Org) -> str:
    """Return a summary: who and what is in the chart, and a row per tribe."""
    counts = {
        "people": len(org.people),
        "units": len(org.units),
        "tribes": len(org.tribes),
        "squads": sum(1 for _ in org.all_squads()),
        "chapters": sum(1 for _ in org.all_chapters()),
        "products": len(org.products),
    }
    shown = " · ".join(f"{n} {name if n != 1 else _one(name)}" for name, n in counts.items() if n)
    kind = f" <span class='quiet'>({org.kind.replace('_', ' ')})</span>" if org.kind else ""
    title = f"<p><b>{escaped(org.organisation or 'Org')}</b>{kind}<br>{shown or 'empty'}</p>"
    return f"{STYLE}<div class='spotifymodel'>{title}{_tribes(org)}</div>"


def _one(name: str) -> str:
    return "person" if name == "people" else name[:-1]


def _tribes(org: Org) -> str:
    if not org.tribes:
        return ""
    try:
        view = View(index_of(org))
    except InputRefusedError:  # a chart made in Python may refer to what it does not declare; showing it must not fail
        return ""
    rows = "".join(
        f"<tr><td>{escaped(t.label)}</td><td>{len(t.squads)}</td><td>{len(t.chapters)}</td><td>{len(view.tribe_people(t.id))}</td>"
        f"<td>{escaped(t.purpose or '')}</td></tr>"
        for t in org.tribes[:MOST_TRIBES]
    )
    more = len(org.tribes) - MOST_TRIBES
    tail = f"<p class='quiet'>and {more} more tribes</p>" if more > 0 else ""
    head = "<tr><th>tribe</th><th>squads</th><th>chapters</th><th>people</th><th>purpose</th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{tail}"
