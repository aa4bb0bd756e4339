"""A repair as it shows itself in a notebook. Everything from a chart is escaped."""

from __future__ import annotations

from ..transition.repairing.repair import Repair
from ..transition.repairing.telling import headline
from .escaping import escaped
from .style import STYLE

__all__ = ["repair_html"]

#: A notebook should not drown; `changes` has them all.
MOST_ROWS = 200


def repair_html(fix: Repair) -> str:
    """Return the headline, the changes, and what remains."""
    language = fix.language
    edits = "".join(f"<li>{escaped(edit.text(language))}</li>" for edit in fix.changes[:MOST_ROWS])
    more = max(len(fix.changes) - MOST_ROWS, 0) + max(len(fix.remaining) - MOST_ROWS, 0)
    tail = f"<p class='quiet'>+ {more}</p>" if more else ""
    left = "".join(f"<li>{escaped(f.code)} {escaped(f.message)}</li>" for f in fix.remaining[:MOST_ROWS])
    left = f"<ul class='quiet'>{left}</ul>" if left else ""
    head = f"<p><b>{escaped(headline(fix, language))}</b></p>"
    return f"{STYLE}<div class='spotifymodel' lang='{language}'>{head}<ol>{edits}</ol>{left}{tail}</div>"
