"""Explains the signs of a difference with the signs themselves, and only those that are drawn."""

from __future__ import annotations

from spotifymodel.plot.change.comparison import Comparison, Entry
from spotifymodel.plot.change.entries import draw_role, draw_sign, sign_width
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.words.changing import phrase

__all__ = ["draw_key"]

_LINE, _GAP = 15.0, 16.0


def draw_key(pen: Pen, comparison: Comparison, left: float, right: float, top: float) -> float:
    """Draw the key from left to right, in lines; return its height."""
    theme = pen.theme
    x, y = left, top
    for name, kind, outside, letters in _used(comparison):
        words = phrase(pen.language, f"sign_{name}")
        sign = pen.badge_width(letters) if letters else sign_width(theme, kind, outside=outside)
        wide = sign + 5 + text_width(words, theme.legend)
        if x > left and x + wide > right:
            x, y = left, y + _LINE
        middle = y + _LINE / 2
        if letters:
            draw_role(pen, x, middle, letters)
        else:
            draw_sign(pen, x, middle, kind, outside=outside)
        pen.text(x + sign + 5, middle + MIDDLE * theme.legend, words, theme.legend, fill=theme.muted)
        x += wide + _GAP
    return y + _LINE - top


def _used(comparison: Comparison) -> list[tuple[str, str, bool, str]]:
    """Return name, kind, whether from outside, and letters of every sign in the picture."""
    rows = [row for sheet in comparison.sheets for row in sheet.rows] + list(comparison.units)
    entries: list[Entry] = [entry for row in rows for cell in row.cells for entry in cell]
    held = [h for sheet in comparison.sheets for h in (*sheet.holders, *(lead for column in sheet.columns for lead in column.leads))]
    kinds = {(entry.kind, entry.outside) for entry in entries} | {(one.kind, one.outside) for one in held}
    signs = [
        ("plus", "plus", False, "", ("plus", False) in kinds),
        ("minus", "minus", False, "", ("minus", False) in kinds),
        ("joined", "plus", True, "", ("plus", True) in kinds),
        ("left", "minus", True, "", ("minus", True) in kinds),
        ("shift", "shift", False, "", ("shift", False) in kinds),
        ("owner", "", False, "PO", any(e.owner and not e.gained for e in entries)),
        ("gained", "", False, "+PO", any(e.gained for e in entries)),
        ("lost", "", False, "−PO", any(e.lost for e in entries)),
    ]
    return [(name, kind, outside, letters) for name, kind, outside, letters, drawn in signs if drawn]
