"""The traditional department: departments as frames around their silos, with managers, people and job titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, headed
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.silos.box import draw_unit, unit_height
from spotifymodel.plot.silos.reading import UnitCard, read_units
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["units"]

_W, _GAP, _INDENT, _FRAME = 140.0, 12.0, 8.0, 8.0


def units(
    org: Org,
    *,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw the line organisation: a frame per department, its parts as silos in it, a dot per person.

    Parameters
    ----------
    org : Org
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
        For a chart without units.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> line = sm.Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": [{"id": "an", "unit": "it"}]})
    >>> sm.plot.units(line, language="en").audit()
    ()
    """
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    chart = frame.org
    if not chart.units:
        raise UsageError("this chart has no units, so there is no line organisation to draw")
    cards = read_units(chart)
    paths = [f"unit:{card.id}" for card in cards] + [f"person:{p.id}" for p in chart.people]
    wanted = frame.highlighted(paths)
    pen = frame.pen()
    blocks = _blocks(cards)
    widest = max(len(parts) for _, parts in blocks)
    across = min(widest, max(4, round((widest * 2.0) ** 0.5)))
    room = max(across * (_W + _GAP) - _GAP, 300) + 2 * _FRAME
    width = 2 * pen.theme.margin + room
    everybody = {p.id for card in cards for p in card.people}
    facts = [phrase(frame.language, "units", n=len(cards)), phrase(frame.language, "people", n=len(everybody))]
    heading = frame.titled(phrase(frame.language, "line"))
    y = headed(pen, width, heading, " · ".join(facts))
    for head, parts in blocks:
        y = _block(pen, head, parts, pen.theme.margin, y, room, across, wanted) + _GAP
    for line in wrapped(phrase(frame.language, "units_key"), room, pen.theme.legend, lines=3):
        pen.text(pen.theme.margin, y + 6, line, pen.theme.legend, fill=pen.theme.muted)
        y += 10
    promises = tuple(f"unit:{card.id}" for card in cards)
    promises += tuple(f"unit:{card.id}/person:{p.id}" for card in cards for p in card.people)
    words = f"{heading}. {', '.join(facts)}. {_described(cards, frame.language)}"
    scene = Scene(width, y - 4 + pen.theme.margin, heading, words, tuple(pen.marks), pen.theme.paper, frame.language, promises)
    return frame.finished(scene)


def _blocks(cards: tuple[UnitCard, ...]) -> list[tuple[UnitCard | None, list[list[UnitCard]]]]:
    """Return every department with its silos; units without parts that stand alone share one block, at the end."""
    tops: list[list[UnitCard]] = []
    for card in cards:
        if card.depth == 0:
            tops.append([])
        tops[-1].append(card)
    blocks: list[tuple[UnitCard | None, list[list[UnitCard]]]] = []
    for head, *rest in tops:
        silos: list[list[UnitCard]] = []
        for card in rest:
            if card.depth == 1:
                silos.append([])
            silos[-1].append(card)
        if silos:
            blocks.append((head, silos))
    alone = [top for top in tops if len(top) == 1]
    return blocks + ([(None, alone)] if alone else [])


def _block(
    pen: Pen, head: UnitCard | None, silos: list[list[UnitCard]], x: float, y: float, room: float, across: int, wanted: frozenset[str]
) -> float:
    """Draw a department around its silos, each in the column that is shortest so far; return where the block ends."""
    wide = min(room - 2 * _FRAME, 2 * _W + _GAP)
    top = y + (unit_height(head, wide) + 2 * _FRAME if head else 0)
    ends = [top] * across
    placed: list[tuple[UnitCard, float, float, float]] = []
    for silo in silos:
        column = ends.index(min(ends))
        for card in silo:
            shift = min(card.depth - silo[0].depth, 5) * _INDENT
            left = x + _FRAME + column * (_W + _GAP) + shift
            placed.append((card, left, ends[column], _W - shift))
            ends[column] += unit_height(card, _W - shift) + 4
        ends[column] += 4
    bottom = max(ends) + (_FRAME - 8 if head else -8)
    if head:
        pen.box(x, y, room, bottom - y, pen.theme.band, pen.theme.outline, radius=4, of=f"unit:{head.id}")
        draw_unit(pen, head, x + (room - wide) / 2, y + _FRAME, wide, wanted)
    for card, left, at, narrow in placed:
        draw_unit(pen, card, left, at, narrow, wanted)
    return bottom


def _described(cards: tuple[UnitCard, ...], language: str) -> str:
    """Say every unit's numbers in words."""
    said = []
    for card in cards:
        parts = [phrase(language, "people", n=len(card.people))]
        parts += [phrase(language, "unit_manager", who=", ".join(card.managers))] if card.managers else []
        parts += [f"{title} {count}" for title, count in card.titles]
        said.append(f"{card.name}: {', '.join(parts)}.")
    return " ".join(said)
