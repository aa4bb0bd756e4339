"""Puts heading, nest, legend and findings on one sheet, with names, initials or dots: the most that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from spotifymodel.plot.grid.alt_text import described
from spotifymodel.plot.grid.composing import Detail, Sheet
from spotifymodel.plot.grid.surroundings import draw_outsiders, heading_of
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.nest.layout import Nest, Style, nested
from spotifymodel.plot.nest.painting import NAME_ROOM, NestPainter
from spotifymodel.plot.nest.signs import nest_signs
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.legend import draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import first_fitting
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

__all__ = ["compose", "styles_of"]

#: More seats than this are shown with initials, and more than the second number with dots only.
_MOST_NAMES, _MOST_INITIALS = 60, 400
_PAD = 14.0


def compose(view: MatrixView, sheet: Sheet, detail: Detail = "auto") -> Scene:
    """Return the picture; on a page the highest level of detail that fits.

    Raises
    ------
    FigureTooSmallError
        When a page is given and not even dots, or the level that was asked for, fit it.
    """
    labels = Labels(view.people)
    seats = [seat.person for row in view.rows for cell in row.cells for seat in cell]
    styles = list(styles_of(seats, labels, sheet.theme, every=sheet.page is not None or detail != "auto"))
    if detail != "auto":
        styles = [style for style in styles if style.level == detail]
    return first_fitting((_scene(view, style, labels, sheet) for style in styles), sheet.page)


def styles_of(seats: Sequence[str], labels: Labels, theme: Theme, *, every: bool = False) -> Iterator[Style]:
    """Yield the ways to show people, the fullest that suits so many people first.

    Parameters
    ----------
    seats : sequence of str
        Who sits in the squads, once for each.
    labels : Labels
    theme : Theme
    every : bool
        Yield the fuller ways for more people as well.
    """
    if every or len(seats) <= _MOST_NAMES:
        wide = max((text_width(labels.fit(p, NAME_ROOM, theme.small), theme.small) for p in seats), default=20.0)
        below = theme.small * 1.35
        yield Style("names", 7.5, hypot(wide + 3, 15.0 + below + 1.5), wide, below)
    if every or len(seats) <= _MOST_INITIALS:
        wide = max((text_width(labels.initials(p), theme.badge, True) for p in seats), default=8.0)
        dot = max(wide / 2 + 1.5, 6.0)
        yield Style("initials", dot, 2 * dot + 2.5)
    yield Style("dots", 3.2, 8.4)


def _scene(view: MatrixView, style: Style, labels: Labels, sheet: Sheet) -> Scene:
    theme, language, margin = sheet.theme, sheet.language, sheet.theme.margin
    width = None if sheet.page is None else sheet.page[0] - 2 * (margin + _PAD)
    nest = nested(view, style, theme, language, width)
    pen = Pen(theme, language)
    left, right = margin, margin + nest.width + 2 * _PAD
    heading = heading_of(view, labels, theme, language, sheet.title)
    y = margin + heading.draw(pen, left, right, margin) + 12
    pen.box(left, y, right - left, nest.height + 2 * _PAD, theme.band, theme.frame, radius=18.0, of=f"tribe:{view.tribe}")
    NestPainter(pen, view, nest, style, labels, left + _PAD, y + _PAD, sheet.highlight).paint()
    y += nest.height + 2 * _PAD + 6
    y += draw_legend(pen, list(nest_signs(view, nest, style, theme, language)), left, right, y)
    if view.outsiders:
        y += draw_outsiders(pen, view, labels, left, right, y + 3) + 3
    if view.notes:
        y += 7
        y += draw_findings(pen, view.notes, left, right, y)
    shared = len({bridge.person for bridge in nest.bridges})
    description = described(view, labels, language, named=style.level == "names")
    if shared:
        description += f" {phrase(language, 'alt_bridges', n=shared)}"
    title = heading.title or heading.subtitle
    return Scene(right + margin, y + margin - 4, title, description, tuple(pen.marks), theme.paper, language, _promised(view, nest))


def _promised(view: MatrixView, nest: Nest) -> tuple[str, ...]:
    """Return the ``of`` of everything that must be seen, said from the view and not from what was painted."""
    found = [f"squad:{row.squad}" for row in view.squads]
    found += [f"chapter:{column.chapter}" for column in view.chapters]
    found += [f"finding:{note.code}" for note in view.notes if note.severity != "advice"]
    for row in view.rows:
        place = view.place(row)
        found += [f"{place}/person:{seat.person}" for cell in row.cells for seat in cell]
    found += [f"bridge:{bridge.person}" for bridge in nest.bridges]
    found += [f"person:{outsider.person}" for outsider in view.outsiders]
    return tuple(dict.fromkeys(found))
