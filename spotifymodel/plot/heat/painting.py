"""Paints a heat map: heads, cells, gaps, and the key to lettered columns."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from spotifymodel.plot.heat.heat import Cell, Heat, Lane
from spotifymodel.plot.heat.measure import Measure, row_head
from spotifymodel.plot.metrics import MIDDLE
from spotifymodel.plot.parts.lettering import draw_running, lettered
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import Theme, contrast

__all__ = ["draw_heat", "draw_key", "heat_width", "inks"]

#: Width of the frame of a gap.
_FRAME: Final = 1.6
#: White between the heads of rows and the cells, between groups of columns, above a group of rows; height of a line.
_BESIDE, _BETWEEN, _ABOVE, _LINE = 12.0, 12.0, 17.0, 9.8


def inks(level: int, theme: Theme) -> tuple[str, str]:
    """Return fill and ink of a cell at a level; the ink is the one that stands out more."""
    fill = theme.row_head if level < 0 else theme.levels[min(level, len(theme.levels) - 1)]
    return fill, max((theme.ink, theme.paper), key=lambda ink: contrast(ink, fill))


def heat_width(heat: Heat, measure: Measure) -> float:
    """Return how wide a heat map is drawn."""
    return measure.head + _BESIDE + _offsets(heat.columns, measure)[-1]


def draw_heat(pen: Pen, heat: Heat, measure: Measure, left: float, top: float, quiet: frozenset[tuple[int, int]]) -> float:
    """Draw a heat map with its left top at a point; ``quiet`` cells (row, column) are grey. Return where it ends."""
    lefts = [left + measure.head + _BESIDE + x for x in _offsets(heat.columns, measure)]
    y = _draw_tops(pen, heat, measure, lefts, top)
    shown = ""
    for r, row in enumerate(heat.rows):
        if row.group != shown:
            shown = row.group
            if shown:
                room = lefts[-1] - left
                pen.text(left, y + _ABOVE - 6.5, shortened(shown, room, pen.theme.legend), pen.theme.legend, fill=pen.theme.muted)
                y += _ABOVE
        height = measure.height(r)
        _draw_label(pen, measure, r, row, left, y + height / 2)
        for c, cell in enumerate(heat.cells[r]):
            area = (lefts[c], y + (height - measure.down) / 2, measure.across[c], measure.down)
            _draw_cell(pen, cell, measure, area, (heat.of(r, c), heat.told(r, c)), (r, c) in quiet)
        y += height + measure.gap
    return y - measure.gap


def draw_key(pen: Pen, heat: Heat, left: float, right: float, top: float) -> float:
    """Write which letter stands for which column; return the height."""
    return draw_running(pen, [(lettered(k), column.of, column.name) for k, column in enumerate(heat.kinds)], left, right, top)


def _offsets(columns: tuple[Lane, ...], measure: Measure) -> list[float]:
    """Return where every column begins, and where the last one ends; groups stand apart."""
    found, x = [], 0.0
    for k, column in enumerate(columns):
        if k and column.group != columns[k - 1].group:
            x += _BETWEEN
        found.append(x)
        x += measure.across[k] + measure.gap
    return [*found, x - measure.gap]


def _draw_tops(pen: Pen, heat: Heat, measure: Measure, lefts: list[float], top: float) -> float:
    """Draw the headings of groups, then the heads of the columns, standing on one line; return where the rows begin."""
    theme = pen.theme
    if any(column.group for column in heat.columns):
        for name, group in groupby(range(len(heat.columns)), key=lambda k: heat.columns[k].group):
            of_group = list(group)
            x, end = lefts[of_group[0]], lefts[of_group[-1]] + measure.across[of_group[-1]]
            words = shortened(name, max(end - x, 8.0), theme.legend)
            pen.text(x, top + 8, words, theme.legend, fill=theme.muted, stands_for=name if words != name else "")
            pen.add(Line(((x, top + 11.5), (end, top + 11.5)), theme.outline, 0.7))
        top += 15
    size = theme.head if measure.detail == "names" else theme.small
    most = max((len(lines) for lines in measure.tops), default=1)
    for k, (column, lines) in enumerate(zip(heat.columns, measure.tops, strict=True)):
        baseline = top + (most - len(lines)) * _LINE + size
        for line in lines:
            middle = lefts[k] + measure.across[k] / 2
            whole = column.name if lines != (column.name,) else ""
            pen.text(middle, baseline, line, size, bold=True, anchor="middle", of=column.of, stands_for=whole)
            baseline += _LINE
    return top + most * _LINE + 4


def _draw_label(pen: Pen, measure: Measure, r: int, row: Lane, left: float, middle: float) -> None:
    theme = pen.theme
    size, lines = row_head(measure.detail, theme)[0], measure.labels[r]
    whole = row.whole or (row.name if lines != (row.name,) else "")
    baseline = middle + MIDDLE * size - (len(lines) - 1) * _LINE / 2
    for line in lines:
        pen.text(left, baseline, line, size, bold=True, of=row.of, stands_for=whole)
        baseline += _LINE


def _draw_cell(pen: Pen, cell: Cell, measure: Measure, area: tuple[float, float, float, float], what: tuple[str, str], quiet: bool) -> None:
    theme, (x, y, w, h), (of, names) = pen.theme, area, what
    fill, ink = (theme.band, theme.muted) if quiet else inks(cell.level, theme)
    inset = 0.0
    if cell.gap:  # white between frame and fill, so that red also stands out from the deepest blue
        edge = theme.outline if quiet else theme.bad
        pen.box(x + _FRAME / 2, y + _FRAME / 2, w - _FRAME, h - _FRAME, theme.paper, edge, width=_FRAME, radius=2.2, of=of)
        inset = _FRAME + 0.9
    outline = theme.outline if cell.level < 0 else None
    pen.box(x + inset, y + inset, w - 2 * inset, h - 2 * inset, fill, outline, width=0.6, radius=1.4, of=of)
    if measure.detail == "dots":
        return
    words = cell.full if measure.detail in ("names", "initials") else cell.short
    # An empty cell says nothing of its row and column; a full one says of which, to who points at it.
    pen.text(
        x + w / 2,
        y + h / 2 + MIDDLE * measure.size,
        words,
        measure.size,
        bold=cell.gap,
        fill=ink,
        anchor="middle",
        backdrop=fill,
        of="" if words == "·" else of,
        stands_for=f"{names} {cell.full}" if names else "",
    )
    for k in range(cell.asked if measure.detail == "names" else 0):
        pen.add(Dot(x + w - 5.2, y + h / 2 + 3.9 - 3.9 * k, 1.1, ink, of=of))
