"""Duties × roles, before, during and after: who holds what of product management, and what nobody holds any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import Frame, frame_of
from spotifymodel.plot.heat.duties import Held, read_duties
from spotifymodel.plot.heat.measure import Detail, HeatDetail, Measure, fitting
from spotifymodel.plot.heat.painting import draw_heat, draw_key, heat_width
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.heading import Heading
from spotifymodel.plot.parts.swatches import Swatch, draw_swatches
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.road.naming import called
from spotifymodel.transition.road.stage import Stage
from spotifymodel.words.coverage import phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["duties"]

#: Columns that still carry their names where nobody asked for a detail or a size.
_MANY: Final = 24


def duties(
    *charts: Org | Stage | Plan,
    detail: HeatDetail = "auto",
    language: Literal["en", "nl"] | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw which role holds which duty of product management, at one moment or along a transition.

    A row is a block of the product life cycle or a duty of the product manager 1.0, a column a role at a stage. A number
    counts the people who hold it; a red frame is a duty that somebody held and nobody holds any more.

    Parameters
    ----------
    *charts : Org, Stage or Plan
        One chart, several in sequence, or a plan: then all of its stages.
    detail : {"auto", "names", "initials", "counts", "dots"}, default "auto"
        How much a cell says; ``auto`` takes the fullest that fits, and ``counts`` for many stages.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the last chart. Stages keep the names that the plan gave them.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Keys of blocks or duties, such as ``3b`` or ``compliance``, that keep their colour.
    title : str, optional
        Instead of the picture's own.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches; it decides the detail.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        Without a chart, and where nobody holds any duty: where no ``pm_type``, ``duties`` or ``blocks`` are told, no job title
        is that of a product manager, and no squad has an end-to-end mandate.
    FigureTooSmallError
        Where a size was given that not even dots fit.

    Notes
    -----
    Dark is a tie that the whitepaper or the chart states, light one that the whitepaper implies. Who owns a squad counts as
    product owner, whatever their type. Where no chart tells a type, block or duty of anybody, types are read from job titles, and
    the picture says so.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> before = sm.Org(people=[{"id": "lotte", "pm_type": "marketing"}, {"id": "anna", "pm_type": "technical"}])
    >>> figure = sm.plot.duties(before, before.change("person", "lotte", pm_type=None), language="en")
    >>> figure.audit()
    ()
    >>> figure.alt_text.split(". ")[1]
    '1 duty dropped: 3b introduction'
    """
    stages = _stages(charts)
    if not stages:
        raise UsageError("duties are drawn from a chart, from several in sequence, or from a plan with stages; there is none")
    frame = frame_of(stages[-1][1], language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    held = read_duties(_called(stages, frame.language), frame.language)
    if all(cell.level == 0 for row in held.heat.cells for cell in row):
        raise UsageError(
            "nobody holds a duty of product management in these charts. Tell pm_type (technical, strategic, marketing or manager), "
            "duties or blocks of people, or let a squad have mandate: end_to_end"
        )
    wanted = frame.highlighted(row.of for row in held.heat.rows)
    quiet = frozenset(
        (r, c) for r, row in enumerate(held.heat.rows) for c in range(len(held.heat.columns)) if wanted and row.of not in wanted
    )
    if detail == "auto" and frame.page is None and len(held.heat.columns) > _MANY:
        detail = "counts"
    return frame.finished(fitting(lambda one: _composed(frame, held, one, quiet), detail, frame.page))


def _stages(charts: tuple[Org | Stage | Plan, ...]) -> list[tuple[str, Org]]:
    """Return name and chart of every stage; a chart has no name of its own."""
    found: list[tuple[str, Org]] = []
    for one in charts:
        if isinstance(one, Plan):
            found += [(stage.name, stage.org) for stage in one.stages]
        else:
            found.append((one.name, one.org) if isinstance(one, Stage) else ("", one))
    return found


def _called(stages: list[tuple[str, Org]], language: str) -> list[tuple[str, Org]]:
    """Name the stages in the language; those that have no name today, or before and after with numbers between."""
    last = len(stages) - 1
    ends = {0: "duties_before" if last else "duties_one", last: "duties_after" if last else "duties_one"}
    return [
        (clean(called(name, language)) or (phrase(language, ends[k]) if k in ends else phrase(language, "stage", n=k)), org)
        for k, (name, org) in enumerate(stages)
    ]


def _composed(frame: Frame, held: Held, detail: Detail, quiet: frozenset[tuple[int, int]]) -> Scene:
    pen, theme, language, heat = frame.pen(), frame.theme, frame.language, held.heat
    measure, left = Measure.of(heat, detail, theme), frame.theme.margin
    width = 2 * left + max(heat_width(heat, measure), 220.0)
    heading = frame.title or phrase(language, "duties")
    drops = phrase(language, "drops", n=len(held.dropped))
    organisation = clean(frame.org.organisation or "")
    facts = [organisation] if organisation else []
    facts += [phrase(language, "duties_count", n=len(heat.rows))]
    facts += [drops] if len(held.stages) > 1 else []
    y = left + Heading(heading, " · ".join(facts)).draw(pen, left, width - left, left) + 8
    y = draw_heat(pen, heat, measure, left, y, quiet) + 10
    if detail != "names":
        y += draw_key(pen, heat, left, width - left, y) + 4
    signs = [
        Swatch(phrase(language, "sure"), "area", theme.levels[3], theme.outline),
        Swatch(phrase(language, "possible"), "area", theme.levels[1], theme.outline),
        Swatch(phrase(language, "never"), "area", theme.levels[0], theme.outline),
    ]
    signs += [Swatch(phrase(language, "dropped"), "area", theme.paper, theme.bad, width=1.6)] if held.dropped else []
    y += draw_swatches(pen, signs, left, width - left, y)
    for key in ("duties_how", "duties_guessed") if held.guessed else ("duties_how",):
        for line in wrapped(phrase(language, key), width - 2 * left, theme.legend, lines=3):
            pen.text(left, y + 9, line, theme.legend, fill=theme.muted)
            y += 10
    told = f"{heading}. {_told(held, drops)}"
    promises = (*(row.of for row in heat.rows), *(column.of for column in heat.columns))
    return Scene(width, y + theme.margin - 4, heading, told, tuple(pen.marks), theme.paper, language, promises)


def _told(held: Held, drops: str) -> str:
    """Say in words what is dropped, and of every duty how many hold it at every stage."""
    heat = held.heat
    lost = [row.name for row in heat.rows if row.of.partition(":")[2] in held.dropped]
    said = [f"{drops}: {', '.join(lost)}. "] if lost else [f"{drops}. "] if len(held.stages) > 1 else []
    across = len(heat.columns) // len(held.stages)
    lines = []
    for row, cells in zip(heat.rows, heat.cells, strict=True):
        counts = ", ".join(f"{name} {cells[k * across].short.replace('·', '0')}" for k, name in enumerate(held.stages))
        lines.append(f"{row.name}: {counts}")
    return "".join(said) + "; ".join(lines) + "."
