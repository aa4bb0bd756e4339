"""T-profiles: for everybody a bar per skill that hangs as deep as they know it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import Frame, frame_of
from spotifymodel.plot.heat.heat import Cell, Heat, Lane
from spotifymodel.plot.heat.measure import Detail, HeatDetail, Measure, fitting, row_head
from spotifymodel.plot.heat.painting import draw_heat, draw_key, heat_width
from spotifymodel.plot.names import Labels, clean
from spotifymodel.plot.paging import cut, page_remark, turned_to
from spotifymodel.plot.parts.heading import Heading
from spotifymodel.plot.parts.swatches import Swatch, draw_swatches
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.plot.tshape.painting import PERSON, Panel, Slot, columns_of, height_of
from spotifymodel.plot.tshape.reading import Profile, members_of, read_profiles, skills_of
from spotifymodel.words.coverage import phrase
from spotifymodel.words.pictures import phrase as general

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["t_profiles"]

#: People on one page; of so many a sheet is about as high as it is wide.
MOST: Final = 60
_BETWEEN: Final = 26.0
#: What stands for a shape in a table; a dash for every other.
_SIGNS: Final = {"t": "T", "open": "?"}


def t_profiles(
    org: Org,
    *,
    tribe: str | None = None,
    people: str | Iterable[str] | None = None,
    detail: HeatDetail = "auto",
    page: int = 1,
    language: Literal["en", "nl"] | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw how deep and how broad people are.

    From a line hangs a bar per skill, one level deep for basic knowledge, two for advanced and three for an expert; the
    skills are the same for everybody and named once. Beside it stands whether that makes a T, by the limits of the profile.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of a tribe; otherwise everybody who is in a squad.
    people : str or iterable of str, optional
        Ids of people, squads or chapters to draw instead.
    detail : {"auto", "names", "initials", "counts", "dots"}, default "auto"
        ``names`` draws the bars, the others a table of levels. ``auto`` takes the fullest that fits.
    page : int, default 1
        Which 60 people, where there are more.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure; its size decides the detail.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people that keep their colour.
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
        Where there is nobody to draw or the chart tells no skills of them; for a page or detail that does not exist.
    FigureTooSmallError
        Where a size was given that not even dots fit.

    Notes
    -----
    Levels of named people are personal data: a picture for others is drawn with pseudonyms, on the command line with
    ``--pseudonymise``.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> figure = sm.plot.t_profiles(sm.example("hypotheek"), people="hypotheek-app", language="en")
    >>> figure.audit()
    ()
    >>> figure.alt_text.split(". ")[1]
    '8 people, 5 of 8 T-shaped'
    """
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    placed = _placed(frame.org, tribe, people)
    skills = skills_of(frame.org, (person for _, person in placed))
    if not skills:
        raise UsageError("the chart tells no skills of these people, so there is no profile to draw. Add skills: {product: 3} to people")
    every = read_profiles(frame.org, placed, [skill for skill, _ in skills], frame.limits)
    pages = cut(every, MOST)
    shown = turned_to(pages, page)
    where = (clean(frame.org.tribe(tribe).label) if tribe else "") or clean(frame.org.organisation or "")
    facts = [general(frame.language, "people", n=len(every)), _count(every, frame.language)]
    facts += page_remark(page, len(pages), frame.language)
    wanted = frame.highlighted(f"person:{p.id}" for p in shown)
    quiet = frozenset(p.id for p in shown if wanted and f"person:{p.id}" not in wanted)

    def composed(one: Detail) -> Scene:
        return _composed(frame, shown, skills, one, ([where] if where else [], facts), quiet)

    return frame.finished(fitting(composed, detail, frame.page))


def _placed(org: Org, tribe: str | None, people: str | Iterable[str] | None) -> list[tuple[str, str]]:
    """Return the group and id of everybody to draw."""
    if people is None:
        chosen = None if tribe is None else org.tribe(tribe).id
        squads = [squad.id for home, squad in org.all_squads() if chosen is None or (home is not None and home.id == chosen)]
        placed = members_of(org, squads)
    else:
        placed = []
        for one in [people] if isinstance(people, str) else people:
            if org.has("squad", one):
                placed += members_of(org, [org.squad(one).id])
            elif org.has("chapter", one):
                placed += [(clean(org.chapter(one).label), p) for p in _chapter(org, one)]
            else:
                placed.append(("", org.person(one).id))
        groups: dict[str, str] = {}
        for group, person in placed:
            groups.setdefault(person, group)
        placed = [(group, person) for person, group in groups.items()]
    if not placed:
        raise UsageError("nobody is in a squad, so there are no profiles to draw. Name people=, or add members to squads")
    return placed


def _chapter(org: Org, chapter: str) -> Sequence[str]:
    from spotifymodel.graph.index import index_of

    return index_of(org).chapter_people.people.get(org.chapter(chapter).id, ())


def _count(profiles: Sequence[Profile], language: str) -> str:
    return phrase(language, "t_count", n=sum(p.shape == "t" for p in profiles), total=len(profiles))


def _composed(
    frame: Frame,
    shown: Sequence[Profile],
    skills: Sequence[tuple[str, str]],
    detail: Detail,
    facts: tuple[list[str], list[str]],
    quiet: frozenset[str],
) -> Scene:
    pen, theme, language = frame.pen(), frame.theme, frame.language
    heading = frame.title or phrase(language, "t_profiles")
    labels = Labels({p.id: p.name for p in shown})
    subtitle, left = " · ".join([*facts[0], *facts[1]]), theme.margin
    signs = [Swatch(phrase(language, f"level_{k}"), "area", theme.levels[k], theme.outline) for k in (1, 2, 3)]
    if detail == "names":
        panel = Panel.of(skills, shown, theme, language)
        columns = columns_of(_slots(shown), _across(panel, shown, frame.page))
        width = 2 * left + max(len(columns) * (panel.width + _BETWEEN) - _BETWEEN, 300.0)
        y = left + Heading(heading, subtitle).draw(pen, left, width - left, left) + 6
        for k, column in enumerate(columns):
            panel.draw(pen, column, labels, left + k * (panel.width + _BETWEEN), y, quiet)
        y += panel.head + height_of(columns) + 4
    else:
        heat = _heat(shown, skills, labels, detail, frame)
        measure = Measure.of(heat, detail, theme)
        width = 2 * left + max(heat_width(heat, measure), 200.0)
        y = left + Heading(heading, subtitle).draw(pen, left, width - left, left) + 6
        grey = frozenset((r, c) for r, p in enumerate(shown) if p.id in quiet for c in range(len(heat.columns)))
        y = draw_heat(pen, heat, measure, left, y, grey) + 8
        y += draw_key(pen, heat, left, width - left, y) + 4
    y += draw_swatches(pen, signs, left, width - left, y)
    deep, broad = (int(frame.limits[name]) for name in ("tshape.depth", "tshape.breadth"))
    for line in wrapped(phrase(language, "t_asked", deep=deep, broad=broad), width - 2 * left, theme.legend, lines=4):
        pen.text(left, y + 9, line, theme.legend, fill=theme.muted)
        y += 10
    told = f"{heading}. {', '.join(facts[1])}. {_told(shown, skills, language)}"
    return Scene(
        width,
        y + theme.margin - 4,
        heading,
        told,
        tuple(pen.marks),
        theme.paper,
        language,
        (*(f"person:{p.id}" for p in shown), *(f"skill:{skill}" for skill, _ in skills)),
    )


def _slots(shown: Sequence[Profile]) -> list[Slot]:
    """Return people under the names of their squads."""
    found: list[Slot] = []
    for group, inside in groupby(shown, key=lambda p: p.group):
        found += [group] if group else []
        found += inside
    return found


def _across(panel: Panel, shown: Sequence[Profile], page: tuple[float, float] | None) -> int:
    """Return in how many columns people stand, so that the sheet has the form of the page, else is half as wide again as high."""
    form = 1.5 if page is None else page[0] / page[1]
    wished = round(math.sqrt(form * PERSON * len(shown) / panel.width))
    return max(1, min(-(-len(shown) // 4), wished))


def _heat(shown: Sequence[Profile], skills: Sequence[tuple[str, str]], labels: Labels, detail: Detail, frame: Frame) -> Heat:
    """Return levels as a table, and in the last column who is a T where cells say anything."""
    size, room = row_head(detail, frame.theme)
    rows = tuple(Lane(labels.fit(p.id, room, size, True), f"person:{p.id}", p.group, p.name) for p in shown)
    columns = tuple(Lane(name, f"skill:{skill}") for skill, name in skills)
    cells = [tuple(Cell(level, str(level), str(level)) if level else Cell(0, "·", "·") for level in p.levels) for p in shown]
    if detail != "dots":
        columns += (Lane(phrase(frame.language, "shape"), "shape:t"),)
        signs = [_SIGNS.get(p.shape, "–") for p in shown]
        cells = [(*line, Cell(0, sign, sign)) for line, sign in zip(cells, signs, strict=True)]
    return Heat(rows, columns, tuple(cells))


def _told(shown: Sequence[Profile], skills: Sequence[tuple[str, str]], language: str) -> str:
    """Say of everybody in words what they know."""
    said = []
    for profile in shown:
        known = ", ".join(f"{name} {level}" for (_, name), level in zip(skills, profile.levels, strict=True) if level)
        facts = {"name": profile.name, "shape": phrase(language, f"shape_{profile.shape}")}
        said.append(phrase(language, "alt_shape", skills=known, **facts) if known else f"{facts['name']}: {facts['shape']}")
    return "; ".join(said) + "."
