"""The traditional department: departments as frames around their silos, with managers, people and job titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.grid.composing import DETAILS, Detail
from spotifymodel.plot.paging import page_remark, turned_to
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.silos.blocks import blocks_of, onto_pages, part_below
from spotifymodel.plot.silos.box import Level
from spotifymodel.plot.silos.composing import UnitSheet
from spotifymodel.plot.silos.reading import read_units
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["units"]

#: Units on one page; beyond that no box can be found again.
PAGE: Final = 250


def units(
    org: Org,
    *,
    unit: str | None = None,
    page: int = 1,
    detail: Detail = "auto",
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw the line organisation: a frame per department, its parts as silos in it, and everybody where they sit.

    Parameters
    ----------
    org : Org
    unit : str, optional
        Id of a unit to draw with everything below it, instead of the whole organisation.
    page : int, default 1
        Which page, where there are more than 250 units; a department that runs on stands at the head of every page.
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown. ``auto``: a dot each, and numbers only where a size is given that dots do not fit.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people or units that keep their colour.
    title : str, optional
        Instead of the organisation's name.
    report : Report, optional
        Its day is drawn.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For a chart without units, a page that does not exist, or an unknown level of detail.
    NotFoundError
        For a unit that does not exist.
    FigureTooSmallError
        Where a size was given that not even numbers fit.

    Notes
    -----
    Who came from a unit (``from_unit``) and sits in it no more is a small grey dot there, and counted apart.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> line = sm.Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": [{"id": "an", "unit": "it"}]})
    >>> sm.plot.units(line, language="en").audit()
    ()
    """
    require_detail(detail, DETAILS)
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    if not frame.org.units:
        raise UsageError("this chart has no units, so there is no line organisation to draw; a chart with squads suits matrix or network")
    cards = read_units(frame.org)
    if unit is not None:
        cards = part_below(cards, frame.org.unit(unit).id)
    paths = [f"unit:{card.id}" for card in cards]
    paths += [f"person:{person.id}" for card in cards for person in (*card.people, *card.left)]
    pages = onto_pages(blocks_of(cards), PAGE)
    shown = turned_to(pages, page)
    people = {person.id for card in cards for person in card.people}
    left = {person.id for card in cards for person in card.left} - people
    facts = [phrase(frame.language, "units", n=len(cards)), phrase(frame.language, "people", n=len(people))]
    facts += [phrase(frame.language, "left_unit", n=len(left))] if left else []
    facts += page_remark(page, len(pages), frame.language)
    heading = frame.titled(phrase(frame.language, "line")) if unit is None else frame.title or cards[0].name
    levels: Sequence[Level] = ("dots", "counts") if detail == "auto" else (detail,)
    sheet = UnitSheet(frame, heading, tuple(facts), tuple(shown), frame.highlighted(paths))
    return frame.finished(sheet.scene(levels))
