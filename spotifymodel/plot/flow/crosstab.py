"""Streams at the lowest level of detail: how many go from every place to every chapter, and on to every squad, as numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.flow.coarsening import MOST_PLACES
from spotifymodel.plot.flow.composing import FlowSheet, colours_of
from spotifymodel.plot.flow.ordering import by_size
from spotifymodel.plot.flow.painting import mark_of
from spotifymodel.plot.flow.paths import Path
from spotifymodel.plot.flow.streams import Streams, streams_of
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.lettering import draw_columned, lettered
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.shortening import distinct_lines, shortened, wrapped
from spotifymodel.plot.theme import Theme, contrast, mixed
from spotifymodel.words.changing import amount
from spotifymodel.words.pictures import digits

__all__ = ["crosstab_scenes"]

_WIDTH, _MARGIN, _LINE, _CELL, _GAP, _BETWEEN = 252.0, 9.0, 12.6, 10.8, 2.2, 20.0
_LEAST_CELL, _WIDEST_CELL, _LEAST_NAME, _WIDEST_NAME, _KEY = 11.5, 42.0, 62.0, 130.0, 115.0
#: More chapters than this are taken together by tribe.
_MOST_COLUMNS: Final = 18
#: Places at either side where a page has no room for all: squads are taken together by tribe, small ones as one.
_FEW: Final = 9


@dataclass(frozen=True, slots=True)
class _Column:
    key: str
    name: str
    hue: int


@dataclass(frozen=True, slots=True)
class _Row:
    of: str
    name: str
    counts: tuple[tuple[float, bool], ...]
    total: str
    over: bool


@dataclass(frozen=True, slots=True)
class _Table:
    head: str
    rows: tuple[_Row, ...]


def crosstab_scenes(sheet: FlowSheet, *, beside: bool = False) -> Iterator[Scene]:
    """Yield the two tables below each other, or beside each other first.

    Parameters
    ----------
    sheet : FlowSheet
        From 252 points (89 mm) wide.
    beside : bool
        Whether the tables stand side by side where the page allows it.
    """
    for most in (MOST_PLACES, _FEW) if sheet.page else (MOST_PLACES,):
        few = sheet.coarser(most)
        if not few.wording.journey.chapters:  # then the places at the right are the columns
            few = sheet.coarser(min(most, _MOST_COLUMNS))
        streams = streams_of(few.wording.journey.paths, chapters=bool(few.wording.journey.chapters))
        columns, key_of = _columns(few, streams)
        tables = _tables(few, streams, columns, key_of)
        if beside and len(tables) > 1:
            yield _drawn(few, columns, [tables[:1], tables[1:]], streams)
        yield _drawn(few, columns, [tables], streams)


def _columns(sheet: FlowSheet, streams: Streams) -> tuple[list[_Column], Callable[[Path], str]]:
    """Return the columns, and in which of them a path counts: chapters, tribes where these are many, else where it ends."""
    wording = sheet.wording
    journey = wording.journey
    labels = wording.labels(streams)
    if not journey.chapters:
        goals = by_size(streams.stages[1], labels[1])
        return [_Column(stop.id, labels[1][stop.id].name, -1) for stop in goals], lambda path: path.goal
    hues = colours_of(wording, streams).hues
    if len(streams.stages[1]) <= _MOST_COLUMNS:
        places = [*journey.chapters, *(stop.id for stop in streams.stages[1] if stop.rank)]
        return [_Column(place, labels[1][place].name, hues.get(place, -1)) for place in places], lambda path: path.chapter

    def tribe(path: Path) -> str:
        home = journey.tribe_of.get(path.chapter)
        return path.chapter if home is None else f"tribe:{home}"

    found = dict.fromkeys(tribe(path) for path in journey.paths)
    order = [f"tribe:{t}" for t in journey.tribes] + sorted(place for place in found if not place.startswith("tribe:"))
    used = [place for place in order if place in found]
    return [
        _Column(place, journey.names.get(place) or wording.name(place), n if place.startswith("tribe:") else -1)
        for n, place in enumerate(used)
    ], tribe


def _tables(sheet: FlowSheet, streams: Streams, columns: Sequence[_Column], key_of: Callable[[Path], str]) -> list[_Table]:
    """Return the counts from the left, and those at the right where the ways lead through chapters."""
    heads = sheet.wording.heads(streams)
    tables = [_Table(heads[0], _rows(sheet, streams, 0, columns, key_of))]
    if sheet.wording.journey.chapters:
        tables.append(_Table(heads[-1], _rows(sheet, streams, len(streams.stages) - 1, columns, key_of)))
    return tables


def _rows(sheet: FlowSheet, streams: Streams, stage: int, columns: Sequence[_Column], key_of: Callable[[Path], str]) -> tuple[_Row, ...]:
    """Count the people (or FTE) of every place of a stage per column."""
    wording = sheet.wording
    labels = wording.labels(streams)[stage]
    cells: dict[tuple[str, str], list[Path]] = {}
    for path in wording.journey.paths:
        cells.setdefault((path.origin if stage == 0 else path.goal, key_of(path)), []).append(path)
    rows = []
    for stop in by_size(streams.stages[stage], labels):
        counts = []
        for column in columns:
            paths = cells.get((stop.id, column.key), [])
            number = float(sum(p.share for p in paths)) if wording.fte else float(len({p.person for p in paths}))
            counts.append((number, any(map(sheet.shines, paths))))
        over = stage > 0 and stop.id in sheet.over
        rows.append(_Row(mark_of(stop.id, stage, len(streams.stages)), labels[stop.id].name, tuple(counts), labels[stop.id].number, over))
    return tuple(rows)


def _drawn(sheet: FlowSheet, columns: Sequence[_Column], sides: Sequence[Sequence[_Table]], streams: Streams) -> Scene:
    wording, theme = sheet.wording, sheet.theme
    pen = Pen(theme, wording.language)
    rows = [row for tables in sides for table in tables for row in table.rows]
    total = max(text_width(row.total, theme.legend, True) for row in rows) + 5
    widest = max((text_width(_said(number, sheet), theme.legend) for row in rows for number, _ in row.counts if number), default=5.0)
    least = max(_LEAST_CELL, widest + 4)
    names = max(text_width(row.name, theme.legend, True) for row in rows) + 7
    roomy = _LEAST_NAME if sheet.page else min(names, _WIDEST_NAME)
    wide = max(_WIDTH - 2 * _MARGIN, roomy + len(columns) * (least + _GAP) + total)
    if sheet.page:
        each = (sheet.page[0] - 2 * _MARGIN - _BETWEEN * (len(sides) - 1)) / len(sides)
        wide = max(wide, min(each, 412.0))
    head = min(names, max(wide - total - len(columns) * (least + _GAP), _LEAST_NAME))
    cell = min((wide - total - head) / len(columns) - _GAP, _WIDEST_CELL)
    width = len(sides) * wide + _BETWEEN * (len(sides) - 1) + 2 * _MARGIN
    title, subtitle = sheet.title or wording.title(sheet.lit), wording.subtitle(sheet.shown, sheet.lit, sheet.remark)
    y = _MARGIN + 9
    for line in wrapped(title, width - 2 * _MARGIN, 10.5, True, 2):
        pen.text(_MARGIN, y, line, 10.5, bold=True, stands_for=title)
        y += 12.5
    for line in wrapped(subtitle, width - 2 * _MARGIN, theme.name, lines=2):
        pen.text(_MARGIN, y, line, theme.name, fill=theme.muted)
        y += 9
    y += 5
    letters = any(text_width(column.name, theme.small, True) > cell + 1 for column in columns)
    bottom = y
    for i, tables in enumerate(sides):
        x, down = _MARGIN + i * (wide + _BETWEEN), y
        for table in tables:
            down = _table(pen, sheet, table, columns, (x, down, head, cell, x + wide), letters=letters) + 6
        bottom = max(bottom, down)
    if letters:
        across = max(1, int((width - 2 * _MARGIN) // _KEY))
        bottom += draw_columned(pen, [(column.key, column.name) for column in columns], _MARGIN, width - _MARGIN, bottom, across)
    stages = [by_size(stage, said) for stage, said in zip(streams.stages, wording.labels(streams), strict=True)]
    words = f"{title}. {subtitle}. {wording.described(streams, stages)}"
    promises = tuple(row.of for row in rows)
    return Scene(width, bottom + _MARGIN, title, words, tuple(pen.marks), theme.paper, wording.language, promises)


def _table(
    pen: Pen, sheet: FlowSheet, table: _Table, columns: Sequence[_Column], at: tuple[float, float, float, float, float], *, letters: bool
) -> float:
    """Draw one table; return where it ends."""
    theme = pen.theme
    x, y, head, cell, right = at
    y += 8
    pen.text(x, y, shortened(table.head, head - 4, theme.name), theme.name, fill=theme.muted)
    for c, column in enumerate(columns):
        left = x + head + c * (cell + _GAP)
        pen.centred(left + cell / 2, y - 2.4, lettered(c) if letters else column.name, theme.small, bold=True, of=column.key)
        pen.box(left, y + 2.6, cell, 1.8, theme.hue(column.hue).ink, of=column.key)
    y += 7.4
    names = [lines[0] for lines in distinct_lines([row.name for row in table.rows], head - 4, theme.legend, True, 1)]
    most = max((number for row in table.rows for number, _ in row.counts), default=1.0)
    for row, name in zip(table.rows, names, strict=True):
        middle = y + _CELL / 2
        ink = theme.bad if row.over else theme.ink
        pen.text(x, middle + MIDDLE * theme.legend, name, theme.legend, bold=True, fill=ink, of=row.of, stands_for=row.name)
        for c, (number, lit) in enumerate(row.counts):
            left = x + head + c * (cell + _GAP)
            ground = _ground(theme, columns[c], number / max(most, 4.0), lit=lit) if number else theme.band
            pen.box(left, y, cell, _CELL, ground, radius=1.4, of=row.of)
            if number:
                dark = theme.ink if contrast(theme.ink, ground) >= 4.5 else theme.paper
                pen.centred(left + cell / 2, middle, _said(number, sheet), theme.legend, fill=dark, backdrop=ground, of=row.of)
        pen.text(right, middle + MIDDLE * theme.legend, row.total, theme.legend, bold=True, fill=ink, anchor="end", of=row.of)
        y += _LINE
    return y


def _ground(theme: Theme, column: _Column, share: float, *, lit: bool) -> str:
    ink = theme.hue(column.hue).ink if lit else theme.outline
    return mixed(ink, theme.paper, 0.12 + 0.36 * share)


def _said(number: float, sheet: FlowSheet) -> str:
    language = sheet.wording.language
    return amount(number, language) if sheet.wording.fte else digits(int(number), language)
