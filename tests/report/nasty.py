"""A chart whose names try to break out of every output, with findings about each of them."""

from __future__ import annotations

import spotifymodel as sm
from spotifymodel.formats.document import org_from_tree

#: Formulas, markup, quotes, wide and right-to-left scripts, emoji, workflow commands, and what moves a cursor.
NAMES = (
    "$x^2$ & costs $5",
    "<script>alert(1)</script>",
    "</body></html><img src=x onerror=alert(1)>",
    "\"double\" 'single' `back`",
    "a|b *c* _d_ [e](javascript:f) #g ~h~",
    "百分之百 株式会社",
    "فريق التسويق",
    "👩🏽‍💻🏳️‍🌈",
    "50%::error file=x,line=1::y",
    "C:\\temp\\new {subject} {0} %s",
)


def nasty_chart() -> sm.Org:
    """Return one squad without an owner per name, and people and a tribe that are called so too."""
    people = [{"id": f"p{k}", "name": name} for k, name in enumerate(NAMES)]
    squads = [{"id": name, "name": name, "members": [f"p{k}"]} for k, name in enumerate(NAMES)]
    return org_from_tree(
        {
            "format": "spotifymodel/1",
            "organisation": NAMES[1],
            "people": people,
            "tribes": [{"id": "t", "name": NAMES[2], "purpose": NAMES[1], "squads": squads}],
        }
    )
