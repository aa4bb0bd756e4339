"""Draws the squads of a roadmap, wave by wave, each with a bar that climbs the mandate ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.road.ladder import draw_rung
from spotifymodel.plot.road.reading import RUNGS, Bar, Period, Road, Row
from spotifymodel.plot.road.sheet import TAG, RoadSheet, moving
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.shortening import distinct_lines, shortened
from spotifymodel.words.pictures import digits
from spotifymodel.words.roadmap import phrase

__all__ = ["draw_waves", "rows_height", "together"]

_ROW, _BAR, _GROUP = 15.5, 12.0, 12.0


def together(road: Road, k: int, rows: Sequence[Row]) -> Row:
    """Return the squads of a wave as one row, on the lowest rung that any of them stands on."""
    weeks = [*(p.start for p in road.periods), road.end]
    bars: list[Bar] = []
    for start, until in pairwise(weeks):
        rungs = [bar.rung for row in rows for bar in row.bars if bar.start <= start < bar.until]
        if rungs:
            lowest = min(rungs, key=RUNGS.index)
            if bars and bars[-1].rung == lowest:
                bars[-1] = replace(bars[-1], until=until)
            else:
                bars.append(Bar(lowest, start, until))
    return Row(f"stage:{k}", road.periods[k].name, frozenset[str]().union(*(row.members for row in rows)), tuple(bars))


def rows_height(waves: Sequence[tuple[int, Sequence[Row]]]) -> float:
    """Return how high all waves are together."""
    return sum(_headed(rows) + 4 + len(rows) * _ROW for _, rows in waves)


def _headed(rows: Sequence[Row]) -> float:
    """Return the height of the heading of a wave; the only row of a wave is its own."""
    return 0.0 if rows[0].of.startswith("stage:") else _GROUP


def draw_waves(
    pen: Pen, sheet: RoadSheet, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], top: float, wanted: frozenset[str]
) -> None:
    """Draw every wave: a dark tag with its number, its name, who moves; then its squads."""
    theme, y = pen.theme, top
    names = [row.name for _, rows in waves for row in rows]
    every = [("",)] * len(names) if sheet.narrow else distinct_lines(names, sheet.room, theme.legend, lines=1)
    labels = iter([lines[0] for lines in every])
    for number, (k, rows) in enumerate(waves, 1):
        y += 4
        height = _headed(rows) + len(rows) * _ROW - 2.5
        pen.box(sheet.left, y, TAG, height, theme.node, radius=2.4, of=f"stage:{k}")
        tag, middle = digits(number, pen.language), (sheet.left + TAG / 2, y + height / 2)
        pen.centred(*middle, tag, theme.legend, bold=True, fill=theme.paper, backdrop=theme.node)
        if _headed(rows):
            _draw_heading(pen, sheet, road.periods[k], y + 8, f"stage:{k}")
        y += _headed(rows)
        for row in rows:
            _draw_row(pen, sheet, row, next(labels), y, bool(wanted) and row.of not in wanted)
            y += _ROW


def _draw_heading(pen: Pen, sheet: RoadSheet, period: Period, baseline: float, of: str) -> None:
    """Write the name of a wave, and how many people move where there is room beside it."""
    theme, end = pen.theme, sheet.numbers
    name = shortened(period.name, end - sheet.names, theme.legend, True)
    used = pen.text(sheet.names, baseline, name, theme.legend, bold=True, of=of, stands_for=period.name if name != period.name else "")
    words = moving(period, pen.language)
    if sheet.names + used + 6 + text_width(words, theme.small) <= end:
        pen.text(end, baseline, words, theme.small, fill=theme.muted, anchor="end", of=of)


def _draw_row(pen: Pen, sheet: RoadSheet, row: Row, label: str, y: float, quiet: bool) -> None:
    theme, axis = pen.theme, sheet.axis
    middle = y + _ROW / 2 - 0.7
    baseline = middle + MIDDLE * theme.legend
    if label:
        pen.text(sheet.names, baseline, label, theme.legend, of=row.of, stands_for=row.name if label != row.name else "")
    pen.text(sheet.numbers, baseline, digits(len(row.members), pen.language), theme.legend, fill=theme.muted, anchor="end", of=row.of)
    for bar in row.bars:
        area = axis.x(bar.start), middle - _BAR / 2, axis.x(bar.until) - axis.x(bar.start), _BAR
        draw_rung(pen, bar.rung, area, phrase(pen.language, bar.rung), row.of, quiet=quiet)
    ink = theme.outline if quiet else theme.ink
    for week, state in row.ready:
        x = min(max(axis.x(week), axis.left + 3.4), axis.right - 3.4)
        dash, half = (1.6, 1.2) if state == "open" else (), state == "unknown"
        pen.add(Dot(x, middle - _BAR / 2 - 1.2, 2.5, ink if half else theme.paper, ink, 1.0, half=half, dash=dash, of=row.of))
