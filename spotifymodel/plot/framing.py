"""The way in and out of every picture: what all of them are asked for in the same words, settled once.

A new picture begins with :func:`frame_of` and ends with :meth:`Frame.finished`; what lies between is its own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from spotifymodel.checking.report import Report
from spotifymodel.checking.run import check
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size, on_sheet, page_size
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import DEFAULT, Theme
from spotifymodel.rules.rule import Limits

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from spotifymodel.plot.page.composing import Telling
    from spotifymodel.plot.page.facts import Fact

__all__ = ["Frame", "Look", "frame_of", "headed", "hues_of", "require_detail"]


@dataclass(frozen=True, slots=True)
class Look(ABC):
    """How a picture is to be drawn, whatever it shows.

    Parameters
    ----------
    language : str
    theme : Theme
    title : str or None
        The title that was asked for, on one line; None where the picture chooses.
    page : (float, float) or None
        Width and height in points that the picture must fit; None where the sheet grows to fit the picture.
    ax : matplotlib.axes.Axes or None
        Axes to draw on instead of a new figure.
    wanted : tuple of str
        Ids to highlight, as they were asked for.
    """

    language: str
    theme: Theme
    title: str | None
    page: tuple[float, float] | None
    ax: Axes | None
    wanted: tuple[str, ...]

    @classmethod
    def asked(
        cls,
        language: str,
        theme: Theme | None,
        highlight: str | Iterable[str] | None,
        title: str | None,
        page: tuple[float, float] | None,
        ax: Axes | None,
        **own: Any,
    ) -> Self:
        """Settle what was asked for; ``own`` are the fields that this kind of picture adds.

        Raises
        ------
        UsageError
            For an unknown language, or a theme that is none.
        """
        if language not in ("en", "nl"):
            raise UsageError(f"no language {language!r}; there are en and nl", str(language), ("en", "nl"))
        if theme is not None and not isinstance(theme, Theme):
            raise UsageError(f"theme takes a Theme, not {theme!r}: Theme(…) makes one, and its values have defaults", theme)
        return cls(
            language=language,
            theme=theme or DEFAULT,
            title=None if title is None else clean(title),
            page=page,
            ax=ax,
            wanted=() if highlight is None else (highlight,) if isinstance(highlight, str) else tuple(highlight),
            **own,
        )

    def pen(self) -> Pen:
        """Return a pen in the inks of the theme and the language of the picture."""
        return Pen(self.theme, self.language)

    def highlighted(self, present: Iterable[str]) -> frozenset[str]:
        """Return the paths among ``present`` (such as ``squad:app``) that are to keep their colour; empty for all.

        Raises
        ------
        UsageError
            For an id that is not in the picture.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> frame = frame_of(sm.example("hypotheek"), highlight=["app", "person:anna"])
        >>> sorted(frame.highlighted(["squad:app", "person:app", "person:anna", "person:ben"]))
        ['person:anna', 'person:app', 'squad:app']
        """
        if not self.wanted:
            return frozenset()
        named: dict[str, set[str]] = {}
        for path in present:
            named.setdefault(path, set()).add(path)
            named.setdefault(path.partition(":")[2], set()).add(path)
        for one in self.wanted:
            if one not in named:
                raise UsageError(f"nothing to highlight: {one!r} is not in this picture", one)
        return frozenset().union(*(named[one] for one in self.wanted))

    @abstractmethod
    def telling(self, things: Iterable[str]) -> Mapping[str, Fact]:
        """Return what is known of things (``person:anna``) besides the picture, for who points at them in a page."""

    def finished(self, scene: Scene, telling: Telling | None = None) -> OrgFigure | Axes:
        """Put a scene on the page that was asked for and hand it out, or draw it on the axes that were given.

        With a ``telling`` its page tells of things what that says, instead of what :meth:`telling` does.
        """
        told = scene if scene.hues else replace(scene, hues=hues_of(scene, self.theme))
        placed = told if self.page is None else on_sheet(told, self.page)
        if self.ax is None:
            return OrgFigure(placed, telling or self.telling)
        from spotifymodel.plot.mpl import draw

        return draw(placed, self.ax)


@dataclass(frozen=True, slots=True)
class Frame(Look):
    """A chart on the day of its report, with the report, and how it is to be drawn."""

    org: Org
    report: Report

    @property
    def squad_limit(self) -> int:
        """Most people in a squad."""
        return int(self.report.limits.get("squad.max", 0))

    @property
    def tribe_limit(self) -> int:
        """Most people in a tribe."""
        return int(self.report.limits.get("tribe.max", 0))

    @property
    def limits(self) -> Limits:
        """Limits and readings of the report's profile, as rules are given them."""
        return Limits({**self.report.readings, **self.report.limits})

    def titled(self, otherwise: str) -> str:
        """Return the title that was asked for, else the name of the organisation, else the picture's own."""
        return (self.title if self.title is not None else clean(self.org.organisation or "")) or otherwise

    def telling(self, things: Iterable[str]) -> Mapping[str, Fact]:
        """Return what the chart and its report say of things."""
        from spotifymodel.plot.page.facts import Teller

        return Teller(self.org, self.report, self.language).tell(things)


def frame_of(
    org: Org,
    *,
    report: Report | None = None,
    language: str | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
    ax: Axes | None = None,
) -> Frame:
    """Settle what every picture is asked for: the chart on the day of its report, language, looks and sheet.

    Raises
    ------
    UsageError
        For an unknown language or size.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> frame = frame_of(sm.example("hypotheek"), language="nl", size="a4", highlight="anna")
    >>> frame.language, frame.page, frame.wanted
    ('nl', (841.89, 595.28), ('anna',))
    """
    page = page_size(size, ax)
    told = report if report is not None else check(org, language=language)
    day = org if told.as_of is None else org.at(told.as_of)
    return Frame.asked(language or told.language, theme, highlight, title, page, ax, org=day, report=told)


def require_detail(detail: str, known: Sequence[str]) -> None:
    """Refuse a level of detail that a picture does not have.

    Raises
    ------
    UsageError
        Says which there are.
    """
    if detail not in known:
        raise UsageError(f"detail takes {', '.join(known)}, not {detail!r}", str(detail), known)


def hues_of(scene: Scene, theme: Theme) -> tuple[str, ...]:
    """Return the colours of the theme's palette that a picture uses."""
    used = {colour for mark in scene.marks for colour in (getattr(mark, "fill", None), getattr(mark, "stroke", None))}
    return tuple(hue for hue in dict.fromkeys(theme.palette) if hue in used)


def headed(pen: Pen, width: float, title: str, subtitle: str) -> float:
    """Write title and subtitle within the margins; return where the picture itself may begin."""
    theme = pen.theme
    room = width - 2 * theme.margin
    pen.text(theme.margin, theme.margin + 14, shortened(title, room, theme.title, True), theme.title, bold=True)
    pen.text(theme.margin, theme.margin + 28, shortened(subtitle, room, theme.subtitle), theme.subtitle, fill=theme.muted)
    return theme.margin + 42
