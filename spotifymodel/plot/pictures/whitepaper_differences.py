"""The whitepaper's table of differences between the product manager 1.0 and 2.0."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.figures.contrast import WIDTHS, contrast_scene
from spotifymodel.plot.figures.paper import paper_of
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["whitepaper_differences"]


def whitepaper_differences(
    *,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw the eleven differences between the product manager 1.0 and 2.0 as the whitepaper tells them.

    Parameters
    ----------
    language : {"en", "nl"}, default "en"
        Dutch is short quotes, English a translation.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides how the lines break.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Keys of differences that keep their colour, such as ``mandate``.
    title : str, optional
        Instead of the table's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides how the lines break.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For an unknown language or key.
    FigureTooSmallError
        Where a size was given that not even the narrowest table fits.

    See Also
    --------
    spotifymodel.whitepaper.differences : the table as data, with citations.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.whitepaper_differences(language="nl").audit()
    ()
    """
    paper = paper_of(language, theme, highlight, title, size, ax)
    return paper.handed(lambda width: contrast_scene(paper, width), WIDTHS)
