"""Paints the rungs of the mandate ladder: a bar of a squad, a box of a strip, a swatch of the legend, all alike."""

from __future__ import annotations

from typing import Final

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import Swatch
from spotifymodel.plot.road.reading import Rung
from spotifymodel.plot.scene import Hatch
from spotifymodel.plot.theme import Theme
from spotifymodel.words.roadmap import phrase

__all__ = ["draw_rung", "rung_swatch"]

#: Lines apart, on every hatched area.
_STEP: Final = 5.0


def _inks(rung: Rung, theme: Theme) -> tuple[str, str, str]:
    """Return fill, ink of words, and hatch (empty for none)."""
    if rung in ("end_to_end", "live"):
        return theme.agile, theme.paper, ""
    if rung == "prepared":
        return theme.prepared, theme.ink, ""
    return (theme.hybrid if rung == "soft" else theme.warn_tint), theme.ink, theme.warn


def draw_rung(
    pen: Pen, rung: Rung, area: tuple[float, float, float, float], words: str, of: str, *, told: str = "", quiet: bool = False
) -> None:
    """Fill an area (left, top, width, height) as a rung, with words in the middle where they fit; ``told`` says them in full."""
    theme, (x, y, w, h) = pen.theme, area
    fill, ink, hatch = (theme.row_head, theme.muted, "") if quiet else _inks(rung, theme)
    pen.box(x, y, w, h, fill, theme.outline if quiet else theme.warn if hatch else None, width=0.6, of=of)
    if hatch:
        pen.add(Hatch(x, y, w, h, hatch, 0.6, _STEP, of=of))
    length = text_width(words, theme.small, True)
    if not words or length + 8 > w or h < theme.small + 3:
        return
    if hatch:  # words on a hatch cannot be read: they get a plate
        plate = min(h - 2, theme.small + 3.4)
        pen.box(x + (w - length) / 2 - 2.5, y + (h - plate) / 2, length + 5, plate, theme.warn_tint, radius=1.4, of=of)
        fill = theme.warn_tint
    baseline = y + h / 2 + MIDDLE * theme.small
    pen.text(x + w / 2, baseline, words, theme.small, bold=True, fill=ink, anchor="middle", backdrop=fill, of=of, stands_for=told)


def rung_swatch(rung: Rung, theme: Theme, language: str) -> Swatch:
    """Return the piece of legend that explains a rung."""
    fill, _, hatch = _inks(rung, theme)
    return Swatch(phrase(language, f"key_{rung}"), "area", fill, hatch, hatch)
