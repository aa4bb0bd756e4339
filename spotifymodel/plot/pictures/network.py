"""The network: tribes hold squads, squads are rings of people, whoever works in several squads is a bridge between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.grid.composing import DETAILS, Detail
from spotifymodel.plot.grid.reading import OUTSIDE
from spotifymodel.plot.nest.tribe import tribe_scene
from spotifymodel.plot.nest.tribes import groups_with_squads, tribes_scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["network"]


def network(
    org: Org,
    *,
    tribe: str | None = None,
    detail: Detail = "auto",
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw squads within tribes, and the people whom squads share as bridges between them.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of one tribe to draw instead of all; ``"outside"`` draws the squads outside all tribes.
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown. ``counts``: as a wheel of tribes, or of squads where one tribe is drawn, with a curve for every
        two that share people. ``auto``: what suits so many people and, where a size is given, fits.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the level of detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of tribes, squads or people that keep their colour; of one tribe also of chapters.
    title : str, optional
        Instead of the name of the organisation or the tribe.
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
        For a chart or tribe without squads, or an unknown argument.
    NotFoundError
        For a tribe that does not exist.
    FigureTooSmallError
        Where a size was given that not even the lowest level of detail fits.

    Notes
    -----
    The layout is computed, never simulated: the same chart gives the same picture. Squads and tribes that share people
    stand close to each other, the product owner in the middle of a squad. Where more than 40 arcs would run between tribes
    every tribe says in words with whom it shares how many; more than 250 squads are drawn as a wheel of tribes.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.network(sm.example("hypotheek"), language="en").audit()
    ()
    """
    require_detail(detail, DETAILS)
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    groups = groups_with_squads(frame.org)
    if tribe is None and len(groups) == 1:
        tribe = groups[0] or OUTSIDE
    if tribe is not None or len(frame.org.tribes) == 1:
        return frame.finished(tribe_scene(frame, tribe, detail))
    if not groups:
        raise UsageError("this chart has no squads, so there is no network to draw; a chart of departments suits the picture units")
    return frame.finished(tribes_scene(frame, groups, detail))
