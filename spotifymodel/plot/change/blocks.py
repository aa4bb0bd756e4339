"""The parts of which both halves of a before and after are made: a tribe, and the line; each knows its size and paints itself."""

from __future__ import annotations

from collections.abc import Callable

from spotifymodel.plot.change.line import Silo, paint_line, plan_line
from spotifymodel.plot.grid.painting import GridPainter
from spotifymodel.plot.grid.panels import BETWEEN, arrangements
from spotifymodel.plot.grid.surroundings import draw_outsiders, heading_of
from spotifymodel.plot.grid.tokens import Tokens
from spotifymodel.plot.grid.view import MatrixView, Seat
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.theme import Hue, Theme

__all__ = ["LineBlock", "TribeBlock"]

_TITLE, _BELOW, _LEAST = 11.5, 8.0, 240.0


class TribeBlock:
    """One tribe as a matrix, with its heading.

    Parameters
    ----------
    view : MatrixView
    tokens : Tokens
    labels : Labels
    theme : Theme
    language : str
    highlight : frozenset of str
        Paths that keep their colour.
    """

    def __init__(self, view: MatrixView, tokens: Tokens, labels: Labels, theme: Theme, language: str, highlight: frozenset[str]) -> None:
        self.view, self.labels, self.highlight = view, labels, highlight
        self._quiet = theme.with_(title=_TITLE, subtitle=theme.legend)
        self._heading = heading_of(view, labels, self._quiet, language, None)
        self._panels = arrangements(view, tokens, labels, theme, language)[0]
        self.width = max(self._panels.width, _LEAST)
        self._top = self._drawn_heading(Pen(theme, language), 0.0, 0.0) + 9
        self._outsiders = draw_outsiders(Pen(theme, language), view, labels, 0.0, self.width, 0.0) + 6 if view.outsiders else 0.0
        self.height = self._top + self._panels.height + self._outsiders

    def _drawn_heading(self, pen: Pen, x: float, y: float) -> float:
        """Write the heading smaller than that of the picture; return its height."""
        small = Pen(self._quiet, pen.language)
        small.marks = pen.marks
        return self._heading.draw(small, x, x + self.width, y)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint heading, grid and the second line beside it."""
        self._drawn_heading(pen, x, y)
        left = x
        for plan in self._panels.plans:
            GridPainter(pen, self.view, plan, self.labels, left, y + self._top, left + plan.width, self.highlight).paint()
            left += plan.width + BETWEEN
        if self.view.outsiders:
            draw_outsiders(pen, self.view, self.labels, x, x + self.width, y + self._top + self._panels.height + 2)


class LineBlock:
    """The line, or what is left of it, in so many columns.

    Parameters
    ----------
    hue : callable
        Colours of somebody's token.
    """

    def __init__(
        self, silos: tuple[Silo, ...], tokens: Tokens, labels: Labels, theme: Theme, across: int, hue: Callable[[Silo, Seat], Hue]
    ) -> None:
        self._tokens, self._labels, self._hue = tokens, labels, hue
        self._plan = plan_line(silos, tokens, labels, theme, across)
        self._managers = {silo.path: silo.manager for silo in silos if silo.manager}
        self.width, self.height = self._plan.width, self._plan.height + _BELOW

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint boxes and wires."""
        paint_line(pen, self._plan, self._tokens, self._labels, x, y, self._hue, self._managers)
