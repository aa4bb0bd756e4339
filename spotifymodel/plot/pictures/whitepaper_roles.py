"""The whitepaper's roles of product managers over Haines' product life cycle, 1.0 and 2.0."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.figures.life_cycle import WIDTHS, life_cycle_scene
from spotifymodel.plot.figures.paper import paper_of
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["whitepaper_roles"]


def whitepaper_roles(
    *,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw which blocks of the product life cycle each role of product management holds, before (1.0) and after (2.0).

    Parameters
    ----------
    language : {"en", "nl"}, default "en"
        Language of the figure.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides whether blocks carry names.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Roles and blocks that keep their colour, such as ``strategic-2.0`` or ``3b``.
    title : str, optional
        Instead of the figure's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides whether blocks carry names.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For an unknown language, role or block.
    FigureTooSmallError
        Where a size was given that not even the narrowest figure fits.

    See Also
    --------
    spotifymodel.whitepaper.blocks_by_role : the same as data.

    Notes
    -----
    A filled bar is stated in the paper, a dashed one inferred from what it says of the role. Numbers count the roles that
    hold a block; with 1.0 the introduction is the marketing manager's alone and the management of the cycle the technical
    one's alone.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.whitepaper_roles(language="nl").audit()
    ()
    """
    paper = paper_of(language, theme, highlight, title, size, ax)
    return paper.handed(lambda width: life_cycle_scene(paper, width), WIDTHS)
