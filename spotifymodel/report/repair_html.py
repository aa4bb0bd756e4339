"""A repair as it shows itself in a notebook. Everything from a chart is escaped."""

from __future__ import annotations

from html import escape

from ..transition.repairing.repair import Repair
from ..transition.repairing.telling import headline
from .style import STYLE
from .terminal import printable

__all__ = ["repair_html"]

#: A notebook should not drown; `changes` has them all.
MOST_ROWS = 200


def repair_html(fix: Repair) -> str:
    """Return the headline, the changes, and what remains."""
    language = fix.language
    edits = "".join(f"<li>{_text(edit.text(language))}</li>" for edit in fix.changes[:MOST_ROWS])
    more = len(fix.changes) - MOST_ROWS
    tail = f"<p class='quiet'>+ {more}</p>" if more > 0 else ""
    left = "".join(f"<li>{_text(f.code)} {_text(f.message)}</li>" for f in fix.remaining[:MOST_ROWS])
    left = f"<ul class='quiet'>{left}</ul>" if left else ""
    head = f"<p><b>{_text(headline(fix, language))}</b></p>"
    return f"{STYLE}<div class='spotifymodel' lang='{language}'>{head}<ol>{edits}</ol>{tail}{left}</div>"


def _text(text: str) -> str:
    return escape(printable(text), quote=True)
