"""Squads × expertise: how deep every squad is in what it needs, and where it falls short."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import Frame, frame_of
from spotifymodel.plot.heat.coverage import Coverage, read_coverage
from spotifymodel.plot.heat.measure import Detail, HeatDetail, Measure, fitting
from spotifymodel.plot.heat.painting import draw_heat, draw_key, heat_width
from spotifymodel.plot.names import called, clean
from spotifymodel.plot.paging import cut, page_remark, turned_to
from spotifymodel.plot.parts.heading import Heading
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import Swatch, draw_swatches
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.coverage import phrase
from spotifymodel.words.pictures import phrase as general

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["coverage"]

#: Squads on one page.
MOST: Final = 60


def coverage(
    org: Org,
    *,
    tribe: str | None = None,
    detail: HeatDetail = "auto",
    page: int = 1,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw which expertise every squad has and lacks.

    A row is a squad, a column a chapter of whom squads ask seats, or a skill. The fill tells the deepest level inside, 0 to
    3; the number who or what is there of what is needed. A red frame is a shortage.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of a tribe; otherwise all squads, under the heading of their tribes.
    detail : {"auto", "names", "initials", "counts", "dots"}, default "auto"
        How much a cell says: with ``initials`` a letter heads the column, with ``counts`` a cell holds one number, with
        ``dots`` none. ``auto`` takes the fullest that fits.
    page : int, default 1
        Which 60 squads, where there are more.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of squads, chapters or skills that keep their colour.
    title : str, optional
        Instead of the picture's own.
    report : Report, optional
        Its day and limits are drawn.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides the detail.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For a chart without squads, or with neither skills nor chapters; for a page or detail that does not exist.
    FigureTooSmallError
        Where a size was given that not even dots fit.

    Notes
    -----
    Skills are short where rule SQ004 finds them short. Seats count somebody who is in two squads as half a seat in each.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> figure = sm.plot.coverage(sm.example("hypotheek-broken"), language="en")
    >>> figure.audit()
    ()
    >>> figure.alt_text.split(". ")[1]
    '4 squads, 3 shortages'
    """
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    squads = _squads(frame, tribe)
    pages = cut(squads, MOST)
    found = read_coverage(frame.org, frame.limits, turned_to(pages, page), frame.language)
    if not found.heat.columns:
        raise UsageError(
            "nobody in these squads is in a chapter or has a skill, so there is no coverage to draw. Add chapters with members, "
            "or skills: {product: 3} to people and required_skills to squads"
        )
    where = (clean(frame.org.tribe(tribe).label) if tribe else "") or clean(frame.org.organisation or "")
    facts = [where] if where else []
    facts += [general(frame.language, "squads", n=len(squads))]
    facts += page_remark(page, len(pages), frame.language)
    facts += [phrase(frame.language, "silent", n=found.silent)] if found.silent else []
    quiet = _quiet(frame, found)
    return frame.finished(fitting(lambda one: _composed(frame, found, one, facts, quiet), detail, frame.page))


def _squads(frame: Frame, tribe: str | None) -> list[tuple[str, str]]:
    """Return the squads to draw, each with the name of its tribe where there are several headings."""
    chosen = None if tribe is None else frame.org.tribe(tribe)
    found = [
        (phrase(frame.language, "outside") if home is None else called(home.label, home.id), squad.id)
        for home, squad in frame.org.all_squads()
        if chosen is None or (home is not None and home.id == chosen.id)
    ]
    if not found:
        raise UsageError("there are no squads, so there is no coverage to draw. Let a transition be proposed and draw its target")
    alone = len({heading for heading, _ in found}) == 1
    return [("" if alone else heading, squad) for heading, squad in found]


def _quiet(frame: Frame, found: Coverage) -> frozenset[tuple[int, int]]:
    """Return the cells that nobody wants to see, where some are highlighted."""
    heat = found.heat
    wanted = frame.highlighted(lane.of for lane in (*heat.rows, *heat.columns))
    if not wanted:
        return frozenset()
    return frozenset((r, c) for r, row in enumerate(heat.rows) for c, column in enumerate(heat.columns) if not wanted & {row.of, column.of})


def _composed(frame: Frame, found: Coverage, detail: Detail, facts: list[str], quiet: frozenset[tuple[int, int]]) -> Scene:
    pen, heat, language = frame.pen(), found.heat, frame.language
    theme = pen.theme
    measure = Measure.of(heat, detail, theme)
    width = 2 * theme.margin + max(heat_width(heat, measure), 330.0 if detail == "names" else 208.0)
    heading = frame.title or phrase(language, "coverage")
    left, right = theme.margin, width - theme.margin
    y = theme.margin + Heading(heading, " · ".join(facts)).draw(pen, left, right, theme.margin) + 8
    y = draw_heat(pen, heat, measure, left, y, quiet) + 12
    if detail != "names":
        y += draw_key(pen, heat, left, right, y) + 4
    y += _legend(pen, found, detail, left, right, y)
    told = f"{heading}. {general(language, 'squads', n=len(heat.rows))}, {phrase(language, 'gaps', n=heat.gaps)}. {_told(found, language)}"
    promises = (*(row.of for row in heat.rows), *(column.of for column in heat.columns))
    return Scene(width, y + theme.margin - 4, heading, told, tuple(pen.marks), theme.paper, language, promises)


def _legend(pen: Pen, found: Coverage, detail: Detail, left: float, right: float, top: float) -> float:
    """Draw what fills, dots and frames mean, and the number of shortages at the right; return the height."""
    theme, language = pen.theme, pen.language
    shown = {cell.level for row in found.heat.cells for cell in row}
    if found.levels:
        signs = [Swatch(phrase(language, f"level_{k}"), "area", theme.levels[k], theme.outline) for k in range(4)]
        if -1 in shown:
            signs.append(Swatch(phrase(language, "level_untold"), "area", theme.row_head, theme.outline))
    else:
        signs = [Swatch(phrase(language, key), "area", theme.levels[k], theme.outline) for key, k in (("level_0", 0), ("level_told", 2))]
    if detail == "names" and any(cell.asked for row in found.heat.cells for cell in row):
        signs.append(Swatch(phrase(language, "asked"), "pips", theme.ink))
    if found.heat.gaps:
        signs.append(Swatch(phrase(language, "gap"), "area", theme.paper, theme.bad, width=1.6))
    height = draw_swatches(pen, signs, left, right, top)
    height += 10
    room = right - left
    if any(True in row for row in found.needs):
        words = phrase(language, "gaps", n=found.heat.gaps)
        ink = theme.bad if found.heat.gaps else theme.muted
        room -= 12 + pen.text(right, top + height, words, theme.subtitle, bold=True, fill=ink, anchor="end")
        how = phrase(language, "coverage_how" if found.levels else "coverage_needs")
    else:
        how = phrase(language, "coverage_people" if found.levels else "coverage_seats")
    for line in wrapped(how, room, theme.legend, lines=4):
        pen.text(left, top + height, line, theme.legend, fill=theme.muted)
        height += 10
    return height - 6


def _told(found: Coverage, language: str) -> str:
    """Say of every squad in words what it lacks."""
    heat, said = found.heat, []
    for r, row in enumerate(heat.rows):
        gaps = [(c, cell) for c, cell in enumerate(heat.cells[r]) if cell.gap]
        if not gaps:
            said.append(phrase(language, "alt_full" if any(found.needs[r]) else "alt_free", squad=row.name))
        for c, cell in gaps:
            have, need = cell.full.split(" / ")
            said.append(phrase(language, "alt_gap", squad=row.name, column=heat.columns[c].name, have=have, need=need))
    return "; ".join(said) + "."
