"""The way in and out of a figure of the whitepaper: language, looks, sheet; no chart is drawn, so none is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spotifymodel.model.citation import WHITEPAPER, WHITEPAPER_SECTIONS
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import Look
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size, fits, page_size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.whitepaper.phrase import Language, Phrase
from spotifymodel.words.paper_figures import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from spotifymodel.plot.page.facts import Fact

__all__ = ["Paper", "paper_of"]

_TITLE_LINE = 19.0


@dataclass(frozen=True, slots=True)
class Paper(Look):
    """How a figure is asked for."""

    language: Language

    def said(self, phrase: Phrase) -> str:
        """Return a phrase of the paper as a heading or a cell says it: with a capital."""
        words = phrase.said(self.language)
        return words[:1].upper() + words[1:]

    def headed(self, pen: Pen, width: float, otherwise: str, subtitle: str) -> tuple[str, float]:
        """Write title and subtitle; return the title and where the figure may begin."""
        theme, room = pen.theme, width - 2 * pen.theme.margin
        title = self.title or otherwise
        y = theme.margin + 14
        for line in wrapped(title, room, theme.title, True, 3):
            pen.text(theme.margin, y, line, theme.title, bold=True, stands_for=title)
            y += _TITLE_LINE
        y -= 4
        for line in wrapped(subtitle, room, theme.subtitle, lines=3):
            pen.text(theme.margin, y, line, theme.subtitle, fill=theme.muted)
            y += 11
        return title, y + 3

    def sourced(self, pen: Pen, width: float, y: float, section: str) -> float:
        """Write where the figure stands in the paper; return the bottom of the sheet."""
        theme = pen.theme
        words = phrase(self.language, "source", document=WHITEPAPER, section=WHITEPAPER_SECTIONS[section])
        for line in wrapped(words, width - 2 * theme.margin, theme.small, lines=4):
            pen.text(theme.margin, y, line, theme.small, fill=theme.muted)
            y += 9
        return y - 9 + theme.margin

    def handed(self, compose: Callable[[float], Scene], widths: Sequence[float]) -> OrgFigure | Axes:
        """Hand out the figure at the first of these widths that fits the page that was asked for; the last is the narrowest.

        Raises
        ------
        FigureTooSmallError
            Where not even the narrowest fits.
        """
        page = self.page
        scene = compose(widths[0])
        if page is not None:
            for width in widths[1:]:
                if fits(scene, page):
                    break
                scene = compose(width)
        return self.finished(scene)

    def telling(self, things: Iterable[str]) -> Mapping[str, Fact]:
        """Return what the whitepaper says of things."""
        from spotifymodel.plot.figures.telling import told_by_paper

        return told_by_paper(things, self.language)


def paper_of(
    language: str | None,
    theme: Theme | None,
    highlight: str | Iterable[str] | None,
    title: str | None,
    size: Size | None,
    ax: Axes | None,
) -> Paper:
    """Settle what a figure of the whitepaper is asked for; in English unless said.

    Raises
    ------
    UsageError
        For an unknown language.
    """
    return Paper.asked(language or "en", theme, highlight, title, page_size(size, ax), ax)
