"""Puts heading, grid, legend and findings on one sheet, at the level of detail that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from spotifymodel.plot.grid.alt_text import described
from spotifymodel.plot.grid.counts import counts_scene
from spotifymodel.plot.grid.painting import GridPainter
from spotifymodel.plot.grid.panels import BETWEEN, Panels, arrangements
from spotifymodel.plot.grid.promises import promised
from spotifymodel.plot.grid.surroundings import draw_outsiders, heading_of, signs_of
from spotifymodel.plot.grid.tokens import DOTS, INITIALS, NAMES, Dots, Pills, Tokens
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.legend import draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits, too_small
from spotifymodel.plot.theme import Theme

__all__ = ["DETAILS", "Detail", "Level", "Sheet", "compose"]

Level = Literal["names", "initials", "dots", "counts"]
Detail = Literal["auto", "names", "initials", "dots", "counts"]
DETAILS: Final = ("auto", "names", "initials", "dots", "counts")

#: More people than this are not named unless asked for: nobody reads so many names in one picture.
_MOST_NAMES = 2_000
#: Heading, heads of columns and margins take at least this height.
_LEAST_AROUND = 130.0
#: Within a level: narrower pills, with names abbreviated; then initials; for dots a last step with initials in the heads.
_STEPS: dict[Level, tuple[Tokens, ...]] = {
    "names": (
        NAMES,
        Pills("names", widest=88, narrowest=46, gap=2.0, pad=4.4, tight=True),
        Pills("names", widest=70, narrowest=40, gap=2.0, pad=4.4, tight=True),
    ),
    "initials": (INITIALS,),
    "dots": (DOTS, Dots(pad=4.0, leads="initials", tight=True)),
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
        return next(_attempts(view, level, labels, sheet))
    levels: Sequence[Level] = ("names", "initials", "dots", "counts") if detail == "auto" else (detail,)
    for level in levels:
        for scene in _attempts(view, level, labels, sheet):
            if fits(scene, page):
                return scene
    least = next(_attempts(view, levels[-1], labels, replace(sheet, page=None)))
    raise too_small(least, page)


def _attempts(view: MatrixView, level: Level, labels: Labels, sheet: Sheet) -> Iterator[Scene]:
    """Yield the ways to show a tribe at a level of detail, the best first; most that cannot fit the page are left out."""
    page, margin = sheet.page, sheet.theme.margin
    if level == "counts":
        yield counts_scene(view, labels, sheet.theme, sheet.language, sheet.title, page)
        return
    for tokens in _STEPS[level]:
        arranged = arrangements(view, tokens, labels, sheet.theme, sheet.language, page)
        scene = _grid(view, tokens, arranged[0], labels, sheet)
        yield scene
        if page is not None:
            # What stands around the grid is only known when it is drawn; now the rest of the page can be filled exactly.
            around = scene.height - arranged[0].rows_height
            for panels in arrangements(view, tokens, labels, sheet.theme, sheet.language, page, around):
                if panels.width + 2 * margin <= page[0] and panels.rows_height <= page[1] - _LEAST_AROUND:
                    yield _grid(view, tokens, panels, labels, sheet)


def _grid(view: MatrixView, tokens: Tokens, panels: Panels, labels: Labels, sheet: Sheet) -> Scene:
    """Compose the picture with a token per person."""
    theme, language, margin = sheet.theme, sheet.language, sheet.theme.margin
    pen = Pen(theme, language)
    heading = heading_of(view, labels, theme, language, sheet.title)
    left, right = margin, margin + panels.width
    y = margin + heading.draw(pen, left, right, margin) + 12
    x = left
    for each in panels.plans:
        GridPainter(pen, view, each, labels, x, y, x + each.width, sheet.highlight).paint()
        x += each.width + BETWEEN
    y += panels.height + 6
    y += draw_legend(pen, signs_of(view, tokens, language), left, right, y)
    if view.outsiders:
        y += draw_outsiders(pen, view, labels, left, right, y + 3) + 3
    if view.notes:
        y += 7
        y += draw_findings(pen, view.notes, left, right, y)
    description = described(view, labels, language, named=tokens.level == "names")
    marks, promises = tuple(pen.marks), promised(view, tokens)
    return Scene(right + margin, y + margin - 4, heading.title or heading.subtitle, description, marks, theme.paper, language, promises)
