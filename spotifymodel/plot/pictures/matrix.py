"""The matrix: one tribe, squads as rows, chapters as columns, people where they cross, findings in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from spotifymodel.checking.report import Report
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.grid.choosing import chosen_tribe, paths_of, require_content
from spotifymodel.plot.grid.composing import DETAILS, Detail, Sheet, compose
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["matrix"]


@overload
def matrix(
    org: Org,
    *,
    tribe: str | None = None,
    language: str | None = None,
    ax: None = None,
    detail: Detail = "auto",
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure: ...
@overload
def matrix(
    org: Org,
    *,
    tribe: str | None = None,
    language: str | None = None,
    ax: Axes,
    detail: Detail = "auto",
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> Axes: ...
def matrix(
    org: Org,
    *,
    tribe: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
    detail: Detail = "auto",
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw a tribe as a matrix of squads and chapters, with the findings of the rules marked in place.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of the tribe; needed where there are several. ``"outside"`` draws the squads outside all tribes.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the level of detail.
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown. ``auto``: names, and less where a size is given that names do not fit.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people, squads or chapters that keep their colour while the rest turns grey; ``squad:app`` where a bare id is
        not clear.
    title : str, optional
        Instead of the tribe's name.
    report : Report, optional
        Findings to show; otherwise the chart is checked under its own profile.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; the picture fills it without shrinking any text. Without it the figure grows to fit.

    Returns
    -------
    OrgFigure
        Shows itself in a notebook; ``save``, ``savefig``, ``alt_text``, ``layout``, ``audit``. With ``ax``: the axes.

    Raises
    ------
    UsageError
        Where there are several tribes and none was chosen, or no squads at all, or an argument is unknown.
    NotFoundError
        For a tribe that does not exist.
    FigureTooSmallError
        Where a size was given that not even counts fit; names the least size.

    Warns
    -----
    MissingGlyphWarning
        When a raster or PDF is made and no installed font has a sign for some characters.

    Notes
    -----
    Everybody stands in each of their squads exactly once. The number at the right is that of the squad's fullest instant,
    as the rules count. 16 squads × 8 chapters with names: some 20 ms for an SVG, 0.4 s for a PNG.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> picture = sm.plot.matrix(sm.example("hypotheek"), language="en")
    >>> picture.audit()
    ()
    """
    require_detail(detail, DETAILS)
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    view = read_tribe(frame.org, chosen_tribe(frame.org, tribe), frame.report, frame.language)
    require_content(view, "matrix")
    sheet = Sheet(frame.theme, frame.language, frame.title, frame.page, frame.highlighted(paths_of(view)))
    return frame.finished(compose(view, detail, sheet))
