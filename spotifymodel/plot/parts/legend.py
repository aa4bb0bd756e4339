"""One line, or as many as it takes, that explains the signs of a picture with the signs themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot

__all__ = ["Sign", "draw_legend"]

_LINE, _GAP = 15.0, 16.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and what it means.

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


def draw_legend(pen: Pen, signs: Sequence[Sign], left: float, right: float, top: float) -> float:
    """Draw signs from left to right, in lines; return the height."""
    theme, x, y = pen.theme, left, top
    for sign in signs:
        length = _sign_width(pen, sign) + 5 + text_width(sign.meaning, theme.legend)
        if x > left and x + length > right:
            x, y = left, y + _LINE
        middle = y + _LINE / 2
        x += _draw_sign(pen, sign, x, middle) + 5
        x += pen.text(x, middle + MIDDLE * theme.legend, sign.meaning, theme.legend, fill=theme.muted) + _GAP
    return y + _LINE - top if signs else 0.0


def _sign_width(pen: Pen, sign: Sign) -> float:
    if sign.kind in ("badge", "framed"):
        return pen.badge_width(sign.letters)
    return text_width(sign.letters, pen.theme.legend, True) if sign.kind == "text" else 16.0 if sign.kind == "dashed_pill" else 10.0


def _draw_sign(pen: Pen, sign: Sign, x: float, middle: float) -> float:
    theme = pen.theme
    if sign.kind == "badge":
        return pen.badge(x, middle, sign.letters)
    if sign.kind == "framed":
        return pen.badge(x, middle, sign.letters, theme.ink)
    if sign.kind == "text":
        return pen.text(x, middle + MIDDLE * theme.legend, sign.letters, theme.legend, bold=True, fill=theme.muted)
    if sign.kind == "dashed_pill":
        pen.box(x, middle - 4.6, 16, 9.2, theme.paper, theme.muted, radius=2.6, dash=(3, 1.8))
        return 16.0
    if sign.kind == "dashed_dot":
        pen.add(Dot(x + 5, middle, 4.3, theme.paper, theme.muted, 1.1, dash=(2.0, 1.4)))
    else:
        pen.add(Dot(x + 5, middle, 4.3, theme.muted, theme.muted, 1.1, half=True))
    return 10.0
