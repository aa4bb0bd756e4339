"""The traditional department: units as a tree of silos, a dot per person, managers dark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.line import Unit
from spotifymodel.model.org import Org
from spotifymodel.model.people import Person
from spotifymodel.model.seats import holder_id
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import finished, headed, highlighted, subject_of, theme_or_default, title_of
from spotifymodel.plot.names import clean
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import digits, phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["units"]

_W, _GAP, _INDENT, _PITCH, _R = 132.0, 12.0, 8.0, 10.0, 3.9
_ROW: Final = 11


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
    """Draw the line organisation: a silo per unit at the top, its parts inside, a dot per person.

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
    subject = subject_of(org, report, language)
    chart = subject.org
    if not chart.units:
        raise UsageError("this chart has no units, so there is no line organisation to draw")
    staff: dict[str, list[Person]] = defaultdict(list)
    for person in chart.people:
        held = person.unit
        posts = () if held is None else held if isinstance(held, tuple) else (held,)
        for home in dict.fromkeys(post if isinstance(post, str) else post.unit or "" for post in posts):
            staff[home].append(person)
    order = _ordered(chart.units)
    paths = [f"unit:{u.id}" for u, _ in order] + [f"person:{p.id}" for p in chart.people]
    wanted = highlighted(highlight, paths)
    pen = Pen(theme_or_default(theme), subject.language)
    silos: list[list[tuple[Unit, int]]] = []
    for unit, depth in order:
        if depth == 0 or not silos:
            silos.append([])
        silos[-1].append((unit, depth))
    if len(silos) == 1 and len(order) > 1:  # one department: its parts are the silos
        head, *rest = silos[0]
        silos = [[head]]
        for unit, depth in rest:
            if depth == 1:
                silos.append([])
            silos[-1].append((unit, depth - 1))
    across = min(len(silos), max(4, round((len(silos) * 2.0) ** 0.5)))
    width = 2 * pen.theme.margin + max(across * (_W + _GAP) - _GAP, 300)
    known = {u.id for u in chart.units}
    drawn = {p.id for home in known for p in staff[home]}
    facts = [phrase(subject.language, "units", n=len(order)), phrase(subject.language, "people", n=len(drawn))]
    heading = title_of(subject, title, phrase(subject.language, "line"))
    y = headed(pen, width, heading, " · ".join(facts))
    for row in range(0, len(silos), across):
        ends = []
        for i, silo in enumerate(silos[row : row + across]):
            at = y
            for unit, depth in silo:
                at = _unit(pen, unit, staff[unit.id], pen.theme.margin + i * (_W + _GAP) + min(depth, 5) * _INDENT, at, depth, wanted)
            ends.append(at)
        y = max(ends) + 8
    key = shortened(phrase(subject.language, "units_key"), width - 2 * pen.theme.margin, 7.0)
    pen.text(pen.theme.margin, y + 6, key, 7.0, fill=pen.theme.muted)
    promises = tuple(f"unit:{u.id}" for u in chart.units) + tuple(
        f"unit:{home.id}/person:{p.id}" for home in chart.units for p in staff[home.id]
    )
    scene = Scene(
        width,
        y + 6 + pen.theme.margin,
        heading,
        f"{heading}. {', '.join(facts)}.",
        tuple(pen.marks),
        pen.theme.paper,
        subject.language,
        promises,
    )
    return finished(scene, ax, size)


def _ordered(found: tuple[Unit, ...]) -> list[tuple[Unit, int]]:
    """Return every unit once with its depth, parents first; units in a circle count as tops."""
    ids = {u.id for u in found}
    below: dict[str, list[Unit]] = defaultdict(list)
    for unit in found:
        if unit.parent in ids:
            below[unit.parent or ""].append(unit)
    done: dict[str, tuple[Unit, int]] = {}
    for top in (*(u for u in found if u.parent not in ids), *found):
        waiting = [(top, 0)]
        while waiting:
            unit, depth = waiting.pop()
            if unit.id not in done:
                done[unit.id] = unit, depth
                waiting += [(child, depth + 1) for child in reversed(below[unit.id])]
    return list(done.values())


def _unit(pen: Pen, unit: Unit, people: list[Person], x: float, y: float, depth: int, wanted: frozenset[str]) -> float:
    """Draw one unit: its name, its number and its dots; return where the next begins."""
    theme, of = pen.theme, f"unit:{unit.id}"
    width = _W - min(depth, 5) * _INDENT
    per_row = max(1, min(_ROW, int((width - 8) // _PITCH)))
    height = 18 + -(-len(people) // per_row) * _PITCH + (2 if people else 0)
    pen.box(x, y, width, height, theme.paper, theme.frame, radius=3, of=of)
    pen.box(x, y, width, 15, theme.row_head, radius=3, corners="top", of=of)
    used = pen.text(
        x + width - 5, y + 10.5, digits(len(people), pen.language), theme.name, bold=True, anchor="end", backdrop=theme.row_head, of=of
    )
    name = clean(unit.name or unit.id)
    label = shortened(name, width - 16 - used, theme.name, depth == 0)
    pen.text(x + 5, y + 10.5, label, theme.name, bold=depth == 0, backdrop=theme.row_head, of=of, stands_for=name)
    managers = {holder_id(h) for h in unit.manager}
    for i, person in enumerate(sorted(people, key=lambda p: p.id not in managers)):
        quiet = bool(wanted) and not wanted & {of, f"person:{person.id}"}
        ink = theme.outline if quiet else theme.ink if person.id in managers else theme.palette[0]
        fill = theme.paper if person.vacancy else ink
        where = x + 8 + i % per_row * _PITCH, y + 22 + i // per_row * _PITCH
        pen.add(Dot(*where, _R, fill, ink, 0.8, of=f"{of}/person:{person.id}"))
    return y + height + 4
