"""Shows a head count against its limit: cells for a squad, a bar for a tribe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import digits, phrase

__all__ = ["CapacityStrip", "tribe_bar"]

_CELL, _PITCH, _HEIGHT, _BEYOND = 6.2, 7.15, 9.0, 2
_NUMBER = 9.0


@dataclass(frozen=True, slots=True)
class CapacityStrip:
    """One cell per seat up to the limit, a tick at the limit, red cells beyond it, and the number.

    Parameters
    ----------
    limit : int
        Most people that a squad may have.
    width : float
        Width in points, numbers and all; the same for every squad of a picture.
    rest : float
        Width kept for "+n", where a squad is far over.
    """

    limit: int
    width: float
    rest: float

    @classmethod
    def for_counts(cls, counts: Sequence[int], limit: int, theme: Theme, language: str) -> CapacityStrip:
        """Measure the strip that suits some head counts."""
        most = max(counts, default=0)
        beyond = min(max(most - limit, 0), _BEYOND)
        rest = 0.0
        if most - limit > _BEYOND:
            rest = text_width(f"+{digits(most - limit - _BEYOND, language)}", theme.small, True) + 4
        number = text_width(digits(most, language), _NUMBER, True)
        heading = text_width(phrase(language, "max_per_squad", n=limit), theme.name)
        cells = limit * _PITCH + (3.0 + beyond * _PITCH if beyond else 0.0)
        return cls(limit, max(cells + rest + 10 + number + 8, heading + 8), rest)

    def heading(self, pen: Pen, x: float, y: float) -> None:
        """Write what the cells mean."""
        pen.text(x, y, phrase(pen.language, "max_per_squad", n=self.limit), pen.theme.name, fill=pen.theme.muted)

    def draw(self, pen: Pen, x: float, right: float, middle: float, count: int, of: str) -> None:
        """Draw the cells from ``x`` and the number up to ``right``, centred on a line."""
        theme, top = pen.theme, middle - _HEIGHT / 2
        for cell in range(self.limit):
            if cell < count:
                pen.box(x + cell * _PITCH, top, _CELL, _HEIGHT, theme.capacity, of=of)
            else:
                pen.box(x + cell * _PITCH + 0.3, top + 0.3, _CELL - 0.6, _HEIGHT - 0.6, None, theme.outline, width=0.6, of=of)
        over = count - self.limit
        if over > 0:
            tick = x + self.limit * _PITCH + 0.6
            for cell in range(min(over, _BEYOND)):
                pen.box(tick + 1.5 + cell * _PITCH, top, _CELL, _HEIGHT, theme.bad, of=of)
            pen.add(Line(((tick, top - 2.5), (tick, top + _HEIGHT + 2.5)), theme.ink, 1.1, of=of))
            if over > _BEYOND:
                rest = f"+{digits(over - _BEYOND, pen.language)}"
                pen.text(
                    tick + 1.5 + _BEYOND * _PITCH + 1.5, middle + MIDDLE * theme.small, rest, theme.small, bold=True, fill=theme.bad, of=of
                )
        ink = theme.bad if over > 0 else theme.ink
        pen.text(right, middle + MIDDLE * _NUMBER, digits(count, pen.language), _NUMBER, bold=True, fill=ink, anchor="end", of=of)


def tribe_bar(pen: Pen, left: float, right: float, middle: float, count: int, limit: int, over: bool, of: str) -> None:
    """Draw ``24 / 150`` and a bar of that length; beyond the limit the bar is red and a tick marks the limit."""
    theme = pen.theme
    words = f"{digits(count, pen.language)} / {digits(limit, pen.language)}"
    x = (
        left
        + pen.text(left, middle + MIDDLE * theme.legend, words, theme.legend, bold=True, fill=theme.bad if over else theme.ink, of=of)
        + 7
    )
    height = 6.0
    whole, bars = max(limit, count, 1), f"w:{of}"
    pen.box(x, middle - height / 2, right - x, height, theme.capacity_track, radius=2.2, of=of, amount=whole, scale=bars)
    scale = (right - x) / whole
    if count:
        ink, long = theme.bad if over else theme.capacity, max(count * scale, 1.0)
        pen.box(x, middle - height / 2, long, height, ink, radius=2.2, of=of, amount=count, scale=bars)
    if count > limit:
        tick = x + limit * scale
        pen.add(Line(((tick, middle - height / 2 - 2), (tick, middle + height / 2 + 2)), theme.ink, 1.1, of=of))
