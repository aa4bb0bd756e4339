"""Explains the signs of a difference with the signs themselves, and only those that are drawn."""

from __future__ import annotations

from functools import partial

from spotifymodel.plot.change.comparison import Comparison, Entry
from spotifymodel.plot.change.entries import draw_role, draw_sign, sign_width
from spotifymodel.plot.parts.legend import Drawn, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.words.changing import phrase

__all__ = ["draw_key"]


def draw_key(pen: Pen, comparison: Comparison, left: float, right: float, top: float) -> float:
    """Draw the key from left to right, in lines; return its height."""
    return draw_legend(pen, [_drawn(pen, *sign) for sign in _used(comparison)], left, right, top)


def _drawn(pen: Pen, name: str, kind: str, outside: bool, letters: str) -> Drawn:
    words = phrase(pen.language, f"sign_{name}")
    if letters:
        return Drawn(words, pen.badge_width(letters), partial(draw_role, letters=letters))
    return Drawn(words, sign_width(pen.theme, kind, outside=outside), partial(draw_sign, kind=kind, outside=outside))


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
