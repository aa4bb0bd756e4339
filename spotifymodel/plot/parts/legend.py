"""One line, or as many as it takes, that explains the signs of a picture with the signs themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.shortening import wrapped

__all__ = ["Drawn", "Explained", "Sign", "draw_legend"]

_LINE, _GAP, _BESIDE = 15.0, 16.0, 5.0
#: More lines than this no meaning takes, however narrow the picture.
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that several pictures share, and what it means.

    Parameters
    ----------
    kind : {"badge", "framed", "text", "half_dot", "dashed_pill", "dashed_dot"}
    letters : str
        What stands in the badge, or the text itself.
    meaning : str
    """

    kind: Literal["badge", "framed", "text", "half_dot", "dashed_pill", "dashed_dot"]
    letters: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sign that one picture draws as it draws the thing itself, and what it means.

    Parameters
    ----------
    meaning : str
    width : float
        In points.
    paint : callable
        Draws it with a pen, from an ``x`` on and centred on a height; no higher than a line of the legend, 15 points.
    of : str
        Path of the thing that the meaning names, where it is one.
    """

    meaning: str
    width: float
    paint: Callable[[Pen, float, float], object]
    of: str = ""


Explained: TypeAlias = Sign | Drawn


def draw_legend(pen: Pen, signs: Sequence[Explained], left: float, right: float, top: float) -> float:
    """Draw signs from left to right, in lines; return the height."""
    theme, x, y = pen.theme, left, top
    for sign in signs:
        beside = _sign_width(pen, sign) + _BESIDE
        if x > left and x + beside + text_width(sign.meaning, theme.legend) > right:
            x, y = left, y + _LINE
        middle = y + _LINE / 2
        _draw_sign(pen, sign, x, middle)
        x += beside
        lines = wrapped(sign.meaning, right - x, theme.legend, lines=_MOST_LINES)
        of = sign.of if isinstance(sign, Drawn) else ""
        whole = sign.meaning if of and lines != [sign.meaning] else ""
        for i, line in enumerate(lines):
            baseline = middle + MIDDLE * theme.legend + i * theme.legend * 1.3
            pen.text(x, baseline, line, theme.legend, fill=theme.muted, of=of, stands_for=whole)
        x += max(text_width(line, theme.legend) for line in lines) + _GAP
        if len(lines) > 1:
            x, y = right, y + (len(lines) - 1) * theme.legend * 1.3
    return y + _LINE - top if signs else 0.0


def _sign_width(pen: Pen, sign: Explained) -> float:
    if isinstance(sign, Drawn):
        return sign.width
    if sign.kind in ("badge", "framed"):
        return pen.badge_width(sign.letters)
    return text_width(sign.letters, pen.theme.legend, True) if sign.kind == "text" else 16.0 if sign.kind == "dashed_pill" else 10.0


def _draw_sign(pen: Pen, sign: Explained, x: float, middle: float) -> None:
    theme = pen.theme
    if isinstance(sign, Drawn):
        sign.paint(pen, x, middle)
    elif sign.kind == "badge":
        pen.badge(x, middle, sign.letters)
    elif sign.kind == "framed":
        pen.badge(x, middle, sign.letters, theme.ink)
    elif sign.kind == "text":
        pen.text(x, middle + MIDDLE * theme.legend, sign.letters, theme.legend, bold=True, fill=theme.muted)
    elif sign.kind == "dashed_pill":
        pen.box(x, middle - 4.6, 16, 9.2, theme.paper, theme.muted, radius=2.6, dash=(3, 1.8))
    elif sign.kind == "dashed_dot":
        pen.add(Dot(x + 5, middle, 4.3, theme.paper, theme.muted, 1.1, dash=(2.0, 1.4)))
    else:
        pen.add(Dot(x + 5, middle, 4.3, theme.muted, theme.muted, 1.1, half=True))
