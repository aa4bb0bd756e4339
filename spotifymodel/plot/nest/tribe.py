"""One tribe as a network: from chart to picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.checking.report import Report
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of
from spotifymodel.plot.grid.choosing import chosen_tribe, paths_of, require_content
from spotifymodel.plot.grid.composing import Sheet
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.nest.composing import compose
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["tribe_network"]


def tribe_network(
    org: Org,
    *,
    tribe: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw a tribe as nested circles, with a bridge between the places of everybody who is in several squads.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of the tribe; needed where there are several. ``"outside"`` draws the squads outside all tribes.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the level of detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people, squads or chapters that keep their colour while the rest turns grey.
    title : str, optional
        Instead of the tribe's name.
    report : Report, optional
        Findings to show; otherwise the chart is checked under its own profile.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides the level of detail.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        Where there are several tribes and none was chosen, or nobody to draw, or an argument is unknown.
    NotFoundError
        For a tribe that does not exist.
    FigureTooSmallError
        Where a size was given that not even dots fit.

    Notes
    -----
    The layout is computed, not simulated: the same chart always gives the same picture. The product owner stands in the
    middle of a squad. Somebody in three squads or more is a chain of bridges. Up to 60 seats carry names, up to 400
    initials, more are dots.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> tribe_network(sm.example("hypotheek"), language="en").audit()
    ()
    """
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    view = read_tribe(frame.org, chosen_tribe(frame.org, tribe), frame.report, frame.language)
    require_content(view, "network")
    sheet = Sheet(frame.theme, frame.language, frame.title, frame.page, frame.highlighted(paths_of(view)))
    return frame.finished(compose(view, sheet))
