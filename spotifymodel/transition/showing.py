"""A plan in a notebook: its terms as a table, everything else below it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from ..measuring.showing import as_html
from .telling import further_lines, head_line, term_cells

if TYPE_CHECKING:
    from .plan import Plan

__all__ = ["plan_html"]

_HEAD: Final = {
    "en": ("tier", "counted", "today", "proposed", "proof"),
    "nl": ("trede", "geteld", "nu", "voorstel", "bewijs"),
}
#: Columns of numbers.
_NUMBERS: Final = frozenset({2, 3})


def plan_html(plan: Plan) -> str:
    """Return a plan as HTML that follows the notebook's theme; everything is text, nothing is markup."""
    rows = list(term_cells(plan))
    table = as_html([_HEAD[plan.language], *rows], _NUMBERS) if rows else ""
    further = "\n".join(further_lines(plan))
    below = f"<pre style='white-space:pre-wrap'>{escape(further)}</pre>" if further else ""
    return f"<div><b>{escape(head_line(plan))}</b>{table}{below}</div>"
