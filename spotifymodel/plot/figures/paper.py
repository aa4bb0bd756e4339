"""The way in and out of a figure of the whitepaper: language, looks, sheet; no chart is drawn, so none is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spotifymodel.errors import UsageError
from spotifymodel.model.citation import WHITEPAPER, WHITEPAPER_SECTIONS
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import finished, highlighted, hues_of, theme_or_default
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size, axes_size, on_sheet, sheet_size
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
class Paper:
    """How a figure is asked for."""

    language: Language
    theme: Theme
    title: str | None
    size: Size | None
    ax: Axes | None
    wanted: tuple[str, ...]

    def said(self, phrase: Phrase) -> str:
        """Return a phrase of the paper as a heading or a cell says it: with a capital."""
        words = phrase.said(self.language)
        return words[:1].upper() + words[1:]

    def lit(self, present: Iterable[str]) -> frozenset[str]:
        """Return the paths that are to keep their colour; empty for all."""
        return highlighted(self.wanted, present)

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
        page = axes_size(self.ax) if self.ax is not None else sheet_size(self.size)
        scene = compose(widths[0])
        if page is not None:
            for width in widths[1:]:
                if scene.width <= page[0] + 0.01 and scene.height <= page[1] + 0.01:
                    break
                scene = compose(width)
        told = replace(scene, hues=hues_of(scene, self.theme))
        if self.ax is not None:
            return finished(told, self.ax, self.size)
        return OrgFigure(told if page is None else on_sheet(told, page), self._telling)

    def _telling(self, things: Iterable[str]) -> Mapping[str, Fact]:
        from spotifymodel.plot.figures.telling import told_by_paper

        return told_by_paper(things, self.language)


def paper_of(
    language: str,
    theme: Theme | None,
    highlight: str | Iterable[str] | None,
    title: str | None,
    size: Size | None,
    ax: Axes | None,
) -> Paper:
    """Settle what a figure of the whitepaper is asked for.

    Raises
    ------
    UsageError
        For an unknown language.
    """
    if language not in ("en", "nl"):
        raise UsageError(f"no language {language!r}; there are en and nl", str(language), ("en", "nl"))
    wanted = () if highlight is None else (highlight,) if isinstance(highlight, str) else tuple(highlight)
    speak: Language = "nl" if language == "nl" else "en"
    return Paper(speak, theme_or_default(theme), None if title is None else clean(title), size, ax, wanted)
