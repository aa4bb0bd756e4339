"""The whitepaper's figure of the tribe: squads across chapters, with who leads what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.figures.paper import paper_of
from spotifymodel.plot.figures.tribe import WIDTHS, tribe_scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["whitepaper_tribe"]


def whitepaper_tribe(
    *,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw the whitepaper's tribe ‘Hypotheek’: squads as rows, chapters as columns, a lead per chapter, an owner per squad.

    Parameters
    ----------
    language : {"en", "nl"}, default "en"
        Language of the captions; names of squads and chapters are as printed.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides how much of the figure is shown.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Names of chapters and squads that keep their colour, such as ``Producten``.
    title : str, optional
        Instead of the figure's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides how much of the figure is shown.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For an unknown language, squad or chapter.
    FigureTooSmallError
        Where a size was given that not even the narrowest figure fits.

    See Also
    --------
    spotifymodel.whitepaper.reference_figure : the same as data.

    Notes
    -----
    The paper's figure does not tell who sits where: the dots say that a squad draws people from the chapters. ``…`` stands
    for more squads and chapters, as in the paper. The example ``hypotheek`` is a chart of this tribe.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.whitepaper_tribe(language="nl").audit()
    ()
    """
    paper = paper_of(language, theme, highlight, title, size, ax)
    return paper.handed(lambda width: tribe_scene(paper, width), WIDTHS)
