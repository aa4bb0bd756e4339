"""Puts heading, grid, legend and findings on one sheet, at the level of detail that fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.grid.alt_text import described
from spotifymodel.plot.grid.columns import A_SERIES, page_cost
from spotifymodel.plot.grid.counts import counts_scene
from spotifymodel.plot.grid.painting import GridPainter
from spotifymodel.plot.grid.plan import GridPlan, plan
from spotifymodel.plot.grid.promises import promised
from spotifymodel.plot.grid.tokens import DOTS, INITIALS, NAMES, Pills, Tokens
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.heading import Heading, Holder, at_most, counted
from spotifymodel.plot.parts.legend import Sign, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

__all__ = ["DETAILS", "Detail", "Level", "Sheet", "compose"]

Level = Literal["names", "initials", "dots", "counts"]
Detail = Literal["auto", "names", "initials", "dots", "counts"]
DETAILS: Final = ("auto", "names", "initials", "dots", "counts")

#: More people than this are not named unless asked for: nobody reads so many names in one picture.
_MOST_NAMES = 2_000
_LEAST_WIDTH, _WIDEST_HOLDER = 340.0, 190.0
#: Panels beside each other: how many at most, for how many rows each at least, the white between, and the price of one more.
_MOST_PANELS, _ROWS_PER_PANEL, _BETWEEN, _PANEL_PRICE = 4, 9, 22.0, 0.12
#: Narrower pills, with names abbreviated, come before initials.
_STEPS: dict[Level, tuple[Tokens, ...]] = {
    "names": (NAMES, Pills("names", widest=88, narrowest=46), Pills("names", widest=70, narrowest=46)),
    "initials": (INITIALS,),
    "dots": (DOTS,),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a picture is asked for: looks, language, title, and the page it must fit, if any."""

    theme: Theme
    language: str
    title: str | None = None
    page: tuple[float, float] | None = None
    highlight: frozenset[str] = frozenset()


def compose(view: MatrixView, detail: Detail, sheet: Sheet) -> Scene:
    """Return the picture at the highest level of detail that fits.

    Parameters
    ----------
    view : MatrixView
    detail : {"auto", "names", "initials", "dots", "counts"}
    sheet : Sheet

    Raises
    ------
    FigureTooSmallError
        When a page is given and not even the lowest level that was allowed fits it.
    """
    page = sheet.page
    labels = Labels(view.people)
    if page is None:
        level: Level = detail if detail != "auto" else "names" if len(view.people) <= _MOST_NAMES else "dots"
        return next(iter(_attempts(view, level, labels, sheet)))
    levels: Sequence[Level] = ("names", "initials", "dots", "counts") if detail == "auto" else (detail,)
    smallest: tuple[float, float] | None = None
    for level in levels:
        for scene in _attempts(view, level, labels, sheet):
            if scene.width <= page[0] + 0.01 and scene.height <= page[1] + 0.01:
                return scene
            smallest = (scene.width, scene.height)
    assert smallest is not None
    raise FigureTooSmallError((smallest[0] / 72, smallest[1] / 72), (page[0] / 72, page[1] / 72))


def _attempts(view: MatrixView, level: Level, labels: Labels, sheet: Sheet) -> Iterable[Scene]:
    if level == "counts":
        return [counts_scene(view, labels, sheet.theme, sheet.language, sheet.title, sheet.page)]
    # What stands above the grid is only known when it is drawn, so the free layout is a second attempt for the same page.
    free = replace(sheet, page=None)
    return (_grid(view, tokens, labels, one) for tokens in _STEPS[level] for one in (sheet, free))


def _grid(view: MatrixView, tokens: Tokens, labels: Labels, sheet: Sheet) -> Scene:
    """Compose the picture with a token per person."""
    theme, language, margin = sheet.theme, sheet.language, sheet.theme.margin
    pen = Pen(theme, language)
    heading = _heading(view, labels, sheet)
    grids = _panels(view, tokens, labels, sheet)
    left = margin
    right = left + sum(grid.width for grid in grids) + _BETWEEN * (len(grids) - 1)
    y = margin + heading.draw(pen, left, right, margin) + 12
    x = left
    for grid in grids:
        GridPainter(pen, view, grid, labels, x, y, x + grid.width, sheet.highlight).paint()
        x += grid.width + _BETWEEN
    y += max(grid.height for grid in grids) + 6
    y += draw_legend(pen, _signs(view, tokens, language), left, right, y)
    if view.outsiders:
        y += _outsiders(pen, view, labels, left, right, y + 3) + 3
    if view.notes:
        y += 7
        y += draw_findings(pen, view.notes, left, right, y)
    return Scene(
        right + margin, y + margin - 4, heading.title, described(view, labels, language, named=tokens.level == "names"), tuple(pen.marks),
        theme.paper, language, promised(view, tokens),
    )  # fmt: skip


def _panels(view: MatrixView, tokens: Tokens, labels: Labels, sheet: Sheet) -> tuple[GridPlan, ...]:
    """Lay the grid out in one piece, or in panels beside each other where many squads would make a strip of it."""
    page, margin = sheet.page or A_SERIES, sheet.theme.margin
    above = 2 * margin + 92 + 11.0 * min(len(view.notes), 8)
    best: tuple[float, tuple[GridPlan, ...]] | None = None
    for count in range(1, _MOST_PANELS + 1):
        if count > 1 and len(view.rows) < _ROWS_PER_PANEL * count:
            break
        shape = (page[0] / count, page[1] * count)
        least = (_LEAST_WIDTH - 2 * margin) / count
        whole = plan(view, tokens, labels, sheet.theme, sheet.language, page=shape, beside=2 * margin / count, above=above, least=least)
        grids = whole.panels(count) if count > 1 else (whole,)
        width = sum(grid.width for grid in grids) + _BETWEEN * (len(grids) - 1) + 2 * margin
        cost = page_cost(width, max(grid.height for grid in grids) + above, page) * (1 + _PANEL_PRICE * (count - 1))
        if best is None or cost < best[0]:
            best = cost, grids
    assert best is not None
    return best[1]


def _heading(view: MatrixView, labels: Labels, sheet: Sheet) -> Heading:
    language = sheet.language
    shape = " × ".join(
        counted(
            language, [("squads", len(view.squads)), ("chapters", len(view.chapters))] if view.chapters else [("squads", len(view.squads))]
        )
    )
    people = phrase(language, "people", n=view.count)
    parts = [shape, at_most(language, people, view.limit) if view.limit else people, *filter(None, [view.remark])]
    holders = [_holder("TL", p, view, labels, sheet.theme) for p in view.leads]
    if view.leadless and not view.leads:
        holders.append(Holder(phrase(language, "no_TL"), ""))
    holders += [_holder("AC", p, view, labels, sheet.theme) for p in view.coaches]
    holders += [_holder("" if i else phrase(language, "support"), p, view, labels, sheet.theme) for i, p in enumerate(view.support)]
    title = (
        sheet.title if sheet.title is not None else phrase(language, "tribe", name=view.name) if view.tribe else phrase(language, "outside")
    )
    return Heading(title, " · ".join(parts), tuple(holders), view.count, view.limit, view.over, f"tribe:{view.tribe}" if view.tribe else "")


def _holder(role: str, person: str, view: MatrixView, labels: Labels, theme: Theme) -> Holder:
    label = labels.fit(person, _WIDEST_HOLDER, theme.legend)
    return Holder(role, label, f"tribe:{view.tribe}/person:{person}", labels.name(person), person in view.vacancies)


def _signs(view: MatrixView, tokens: Tokens, language: str) -> list[Sign]:
    """Return the signs that this picture really uses."""
    seats = [seat for row in view.rows for cell in row.cells for seat in cell]
    dots = tokens.level == "dots"
    signs = []
    if view.leads:
        signs.append(Sign("badge", "TL", phrase(language, "TL")))
    if view.coaches:
        signs.append(Sign("badge", "AC", phrase(language, "AC")))
    if any(column.leads for column in view.columns):
        signs.append(Sign("framed", "CL", phrase(language, "CL")))
    if any("PO" in seat.roles for seat in seats):
        signs.append(Sign("badge", "PO", phrase(language, "PO")))
    if dots and any(seat.squads > 1 for seat in seats):
        signs.append(Sign("half_dot", "", phrase(language, "half_dot")))
    if not dots and any(seat.squads == 2 for seat in seats):
        signs.append(Sign("text", "½", phrase(language, "half")))
    if not dots and any(seat.squads > 2 for seat in seats):
        signs.append(Sign("text", "⅓ 1/4 …", phrase(language, "third")))
    if view.vacancies or any(seat.vacancy for seat in seats):
        signs.append(Sign("dashed_dot" if dots else "dashed_pill", "", phrase(language, "vacancy")))
    if not dots and any(seat.second_line for seat in seats):
        signs.append(Sign("text", "2L", phrase(language, "second_line_seat")))
    return signs


def _outsiders(pen: Pen, view: MatrixView, labels: Labels, left: float, right: float, top: float) -> float:
    """Name the second-line people who are linked to squads, outside the grid; return the height."""
    theme = pen.theme
    x, middle = left, top + 7.0
    x += pen.text(x, middle + MIDDLE * theme.legend, phrase(pen.language, "second_line"), theme.legend, fill=theme.muted) + 8
    start = x
    for outsider in view.outsiders:
        of = f"person:{outsider.person}"
        name = labels.fit(outsider.person, min(right - start - 60, _WIDEST_HOLDER) - 10, theme.name)
        pill = text_width(name, theme.name) + 10
        squads = "→ " + ", ".join(outsider.squads)
        if x > start and x + pill + 3 + text_width(squads, theme.name) > right:
            x, middle = start, middle + 16
        pen.box(x, middle - 6.25, pill, 12.5, theme.band, theme.node, radius=3, of=of)
        pen.text(x + 5, middle + MIDDLE * theme.name, name, theme.name, backdrop=theme.band, of=of, stands_for=labels.name(outsider.person))
        x += pill + 3
        lines = wrapped(squads, right - x, theme.name, lines=3)
        for i, line in enumerate(lines):
            pen.text(x, middle + MIDDLE * theme.name + i * 9.6, line, theme.name, fill=theme.muted)
        x += max(text_width(line, theme.name) for line in lines) + 14
        if len(lines) > 1:
            x, middle = right, middle + (len(lines) - 1) * 9.6
    return middle + 9 - top
