"""A legend of areas and signs: a small piece of the picture itself, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from spotifymodel.plot.parts.legend import Drawn, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Hatch, Line, Ribbon

__all__ = ["Swatch", "diamond", "draw_swatches"]

_W, _H = 15.0, 9.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """A sign of a picture and what it means.

    Parameters
    ----------
    meaning : str
    shape : {"area", "pips", "diamond", "open_diamond", "ring", "half_ring", "line"}
    fill : str
        Colour of the area, the dots or the diamond.
    edge : str
        Colour of the frame, empty for none.
    hatch : str
        Colour of the lines across the area, empty for none.
    width : float
        Width of frame or line in points.
    dash : tuple of float
        Of a line or a ring.
    """

    meaning: str
    shape: Literal["area", "pips", "diamond", "open_diamond", "ring", "half_ring", "line"] = "area"
    fill: str = ""
    edge: str = ""
    hatch: str = ""
    width: float = 0.6
    dash: tuple[float, ...] = ()


def draw_swatches(pen: Pen, signs: Sequence[Swatch], left: float, right: float, top: float) -> float:
    """Draw signs from left to right, in as many lines as it takes; return the height."""
    return draw_legend(pen, [Drawn(sign.meaning, _width(sign), partial(_draw, sign)) for sign in signs], left, right, top)


def diamond(x: float, y: float, r: float, fill: str, of: str = "") -> Ribbon:
    """Return a diamond around a point."""
    return Ribbon((((x, y - r),), ((x + r, y),), ((x, y + r),), ((x - r, y),)), fill, of=of)


def _width(sign: Swatch) -> float:
    return {"area": _W, "pips": 11.0, "line": _W}.get(sign.shape, 9.0)


def _draw(sign: Swatch, pen: Pen, x: float, middle: float) -> None:
    theme = pen.theme
    if sign.shape == "area":
        pen.box(x, middle - _H / 2, _W, _H, sign.fill or None, sign.edge or None, width=sign.width, radius=1.4)
        if sign.hatch:
            pen.add(Hatch(x, middle - _H / 2, _W, _H, sign.hatch, step=4.0))
    elif sign.shape == "pips":
        for k in range(3):
            pen.add(Dot(x + 1.6 + 4 * k, middle, 1.1, sign.fill))
    elif sign.shape in ("diamond", "open_diamond"):
        pen.add(diamond(x + 4.5, middle, 4.2, sign.fill))
        if sign.shape == "open_diamond":
            pen.add(diamond(x + 4.5, middle, 2.6, theme.paper))
    elif sign.shape == "half_ring":
        pen.add(Dot(x + 4.5, middle, 3.0, sign.fill, sign.fill, 1.0, half=True))
    elif sign.shape == "ring":
        pen.add(Dot(x + 4.5, middle, 3.0, theme.paper, sign.fill, 1.0, dash=sign.dash))
    else:
        pen.add(Line(((x, middle), (x + _W, middle)), sign.fill, sign.width, sign.dash))
