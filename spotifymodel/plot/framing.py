"""What the pictures of a whole organisation share: language, the day, heading, sheet and the form of the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spotifymodel.checking.report import Report
from spotifymodel.checking.run import check
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size, axes_size, on_sheet, sheet_size
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import DEFAULT, Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Subject", "finished", "headed", "highlighted", "subject_of", "theme_or_default", "title_of"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A chart on the day of its report, with the report and the language to speak."""

    org: Org
    report: Report
    language: str

    @property
    def squad_limit(self) -> int:
        """Most people in a squad."""
        return int(self.report.limits.get("squad.max", 0))

    @property
    def tribe_limit(self) -> int:
        """Most people in a tribe."""
        return int(self.report.limits.get("tribe.max", 0))


def subject_of(org: Org, report: Report | None, language: str | None) -> Subject:
    """Check the chart where no report was given, and settle the language."""
    told = report if report is not None else check(org, language=language)
    speak = language or told.language
    if speak not in ("en", "nl"):
        raise UsageError(f"no language {speak!r}; there are en and nl", str(speak), ("en", "nl"))
    return Subject(org if told.as_of is None else org.at(told.as_of), told, speak)


def highlighted(wanted: str | Iterable[str] | None, present: Iterable[str]) -> frozenset[str]:
    """Return the paths (``squad:app``) that the wanted ids stand for.

    Raises
    ------
    UsageError
        For an id that is not in the picture.
    """
    there = set(present)
    found: set[str] = set()
    for one in [] if wanted is None else [wanted] if isinstance(wanted, str) else wanted:
        matches = {full for full in there if full == one or full.partition(":")[2] == one}
        if not matches:
            raise UsageError(f"nothing to highlight: {one!r} is not in this picture", one)
        found |= matches
    return frozenset(found)


def headed(pen: Pen, width: float, title: str, subtitle: str) -> float:
    """Write title and subtitle within the margins; return where the picture itself may begin."""
    theme = pen.theme
    room = width - 2 * theme.margin
    pen.text(theme.margin, theme.margin + 14, shortened(title, room, theme.title, True), theme.title, bold=True)
    pen.text(theme.margin, theme.margin + 28, shortened(subtitle, room, theme.subtitle), theme.subtitle, fill=theme.muted)
    return theme.margin + 42


def title_of(subject: Subject, title: str | None, otherwise: str) -> str:
    """Return the title that was asked for, or the name of the organisation."""
    return clean(title if title is not None else subject.org.organisation or otherwise) or otherwise


def finished(scene: Scene, ax: Axes | None, size: Size | None) -> OrgFigure | Axes:
    """Put a scene on its sheet and hand it out, or draw it on axes."""
    page = axes_size(ax) if ax is not None else sheet_size(size)
    placed = scene if page is None else on_sheet(scene, page)
    if ax is None:
        return OrgFigure(placed)
    from spotifymodel.plot.mpl import draw

    return draw(placed, ax)


def theme_or_default(theme: Theme | None) -> Theme:
    """Return the theme to draw with."""
    return theme or DEFAULT
