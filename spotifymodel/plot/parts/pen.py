"""A pen that collects marks on a sheet, in the theme's inks."""

from __future__ import annotations

from typing import Literal

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.scene import Anchor, Box, Corners, Dot, Hatch, Line, Mark, Ribbon, Text
from spotifymodel.plot.theme import Theme

__all__ = ["Pen", "Role"]

Role = Literal["PO", "CL", "TL", "AC"]

#: Size of a badge in points, and the white around its letters.
BADGE_HEIGHT, _BADGE_PAD = 9.4, 3.4


class Pen:
    """Draws on one sheet; knows inks and sizes, not where anything belongs.

    Parameters
    ----------
    theme : Theme
    language : str
        Language of the picture's own words.
    """

    def __init__(self, theme: Theme, language: str) -> None:
        self.theme = theme
        self.language = language
        self.marks: list[Mark] = []

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        stroke: str | None = None,
        *,
        width: float = 0.8,
        radius: float = 0.0,
        corners: Corners = "all",
        dash: tuple[float, ...] = (),
        of: str = "",
        amount: float = 0.0,
        scale: str = "",
    ) -> None:
        """Draw a rectangle; for a bar, say the amount that it stands for and on which scale."""
        self.marks.append(Box(x, y, w, h, fill, stroke, width, radius, corners, dash, of, amount, scale))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        fill: str = "",
        anchor: Anchor = "start",
        backdrop: str = "",
        of: str = "",
        stands_for: str = "",
    ) -> float:
        """Write a line of text with its baseline at ``y``; return its width."""
        self.marks.append(Text(x, y, text, size, bold, fill or self.theme.ink, anchor, backdrop or self.theme.paper, of, stands_for))
        return text_width(text, size, bold)

    def add(self, mark: Dot | Line | Ribbon | Hatch) -> None:
        """Put any other mark on the sheet."""
        self.marks.append(mark)

    # -- badges ---------------------------------------------------------------------------------------------------------

    def badge_width(self, letters: str) -> float:
        """Return how wide a badge with these letters is."""
        return text_width(letters, self.theme.badge, True) + 2 * _BADGE_PAD

    def badge(self, x: float, middle: float, letters: str, hue: str = "", of: str = "") -> float:
        """Draw a role's badge, centred on a line; return its width.

        Ink with white letters; with a ``hue`` white with a frame of that hue and ink letters, because white letters are
        not readable on every hue.
        """
        width = self.badge_width(letters)
        fill, ink = (self.theme.paper, self.theme.ink) if hue else (self.theme.ink, self.theme.paper)
        self.box(x, middle - BADGE_HEIGHT / 2, width, BADGE_HEIGHT, fill, hue or None, width=0.9, radius=1.8, of=of)
        self.centred(x + width / 2, middle, letters, self.theme.badge, bold=True, fill=ink, backdrop=fill, of=of)
        return width

    def slot(self, x: float, middle: float, words: str, of: str = "") -> float:
        """Draw the dashed red place of a role that nobody holds; return its width."""
        width = text_width(words, self.theme.badge, True) + 2 * (_BADGE_PAD + 1)
        self.box(
            x,
            middle - BADGE_HEIGHT / 2,
            width,
            BADGE_HEIGHT,
            self.theme.paper,
            self.theme.bad,
            width=0.9,
            radius=1.8,
            dash=(2.6, 1.6),
            of=of,
        )
        self.centred(x + width / 2, middle, words, self.theme.badge, bold=True, fill=self.theme.bad, of=of)
        return width

    def centred(
        self, x: float, middle: float, text: str, size: float, *, bold: bool = False, fill: str = "", backdrop: str = "", of: str = ""
    ) -> None:
        """Write a text centred on a point, by the height of its capitals."""
        self.text(x, middle + MIDDLE * size, text, size, bold=bold, fill=fill, anchor="middle", backdrop=backdrop, of=of)
