"""The company wall: one card per tribe with its lead, its squads, its head count against the limit and its findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.paging import page_remark, turned_to
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme
from spotifymodel.plot.wall.composing import WALL_DETAILS, WallDetail, wall_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["company"]


def company(
    org: Org,
    *,
    page: int = 1,
    detail: WallDetail = "auto",
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw all tribes as a wall of cards.

    Parameters
    ----------
    org : Org
    page : int, default 1
        Which page, where there are more than 250 tribes, or more than fit the size.
    detail : {"auto", "names", "counts"}
        ``names``: cards that name the lead; ``counts``: smaller cards without. ``auto``: the first, and the second where a
        size is given that the first do not fit.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of tribes that keep their colour.
    title : str, optional
        Instead of the organisation's name.
    report : Report, optional
        Its limits are drawn; otherwise the chart is checked under its own profile.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        Without tribes, or for a page or detail that does not exist.
    FigureTooSmallError
        Where a size was given that not even one card fits.

    Notes
    -----
    People are counted as the rules count them, at the fullest instant of the tribe and of each squad. The number in the
    corner counts errors and warnings about the tribe, its squads, its chapters and the people in its squads; a finding about
    somebody in squads of two tribes is on both cards. 103 tribes, 15 000 people: under a second with the check.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.company(sm.example("hypotheek"), language="en").audit()
    ()
    """
    require_detail(detail, WALL_DETAILS)
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    if not frame.org.tribes:
        raise UsageError("this chart has no tribes, so there is no wall of tribes to draw; a chart without tribes suits network or units")
    wall = wall_of(frame, frame.highlighted(f"tribe:{tribe.id}" for tribe in frame.org.tribes))
    level, chunks = wall.paged(detail)
    return frame.finished(wall.page(turned_to(chunks, page), level, page_remark(page, len(chunks), frame.language)))
