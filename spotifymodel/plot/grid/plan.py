"""Where everything of the grid stands: columns, rows and their sizes, in points from the grid's upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from spotifymodel.plot.grid.columns import A_SERIES, side_by_side
from spotifymodel.plot.grid.tokens import Tokens
from spotifymodel.plot.grid.view import Column, MatrixView, Row
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.capacity import CapacityStrip
from spotifymodel.plot.parts.shelves import portioned
from spotifymodel.plot.shortening import distinct_lines, wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import digits, phrase

__all__ = ["ColumnPlan", "GridPlan", "RowPlan", "plan"]

#: Distances in points.
ROW_GAP, COLUMN_GAP, COLUMN_PAD, BAR = 5.0, 6.5, 6.0, 3.2
HEAD_PAD, HEAD_MIN, HEAD_MAX, BELOW = 9.0, 84.0, 150.0, 9.0
LINE, LEAD_LINE, SLOT = 10.2, 13.0, 12.0
_LOWEST_ROW, _LEAD_SLACK = 20.0, 12.0


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column: its left edge, its width, people side by side and the width of each."""

    column: Column
    x: float
    w: float
    across: int
    token: float
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row: its top, its height, and its name in lines."""

    row: Row
    y: float
    h: float
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridPlan:
    """The grid's geometry.

    Parameters
    ----------
    head : float
        Width of the row heads.
    top : float
        Height of the column heads.
    lead_lines : int
        Lines kept for chapter leads; where there is none, head counts stand beside the chapters' names.
    width, height : float
        Of the whole grid with capacity strip.
    """

    tokens: Tokens
    columns: tuple[ColumnPlan, ...]
    rows: tuple[RowPlan, ...]
    head: float
    top: float
    lead_lines: int
    width: float
    height: float
    capacity: CapacityStrip

    def panels(self, count: int) -> tuple[GridPlan, ...]:
        """Return the grid as panels to be set beside each other, the rows shared out so that the tallest is lowest.

        May return fewer than asked for. The columns are the same in each.
        """
        return tuple(self._with_rows(rows) for rows in portioned(self.rows, [row.h for row in self.rows], count, ROW_GAP))

    def _with_rows(self, rows: Sequence[RowPlan]) -> GridPlan:
        shift = rows[0].y - self.top
        moved = tuple(replace(row, y=row.y - shift) for row in rows)
        return replace(self, rows=moved, height=moved[-1].y + moved[-1].h + BELOW)


def plan(
    view: MatrixView,
    tokens: Tokens,
    labels: Labels,
    theme: Theme,
    language: str,
    *,
    page: tuple[float, float] = A_SERIES,
    must_fit: bool = False,
    beside: float = 0.0,
    above: float = 0.0,
    least: float = 0.0,
) -> GridPlan:
    """Lay out the grid at its natural size.

    Parameters
    ----------
    view : MatrixView
    tokens : Tokens
        How people are shown.
    labels : Labels
    theme : Theme
    language : str
    page : tuple of float
        Page to fill as well as possible, in points.
    must_fit : bool
        Whether the grid may not be larger than the page.
    beside, above : float
        Width that the page needs outside the grid, and height outside the rows.
    least : float
        The grid is made at least this wide, for headings that need it.
    """
    titles, head = _row_titles(view, theme, language)
    capacity = CapacityStrip.for_counts([row.count for row in view.squads], view.squad_limit, theme, language)
    wants = [
        max((tokens.room(seat, labels, theme) for row in view.rows for seat in row.cells[c]), default=tokens.height)
        for c in range(len(view.columns))
    ]
    lead_lines = max((max(len(column.leads), int(column.leadless)) for column in view.columns), default=0)
    count = 0.0 if lead_lines else 20.0
    inner = [
        _least_inner(column, wanted, tokens, labels, theme, language) + count for column, wanted in zip(view.columns, wants, strict=True)
    ]
    width = partial(_column_width, wants, inner, tokens)
    height = partial(_row_height, [_head_height(row, title) for row, title in zip(view.rows, titles, strict=True)], tokens)
    heads = [[len(row.cells[c]) for row in view.rows] for c in range(len(view.columns))]
    fixed = head + 8 + capacity.width + 4
    across = side_by_side(
        heads, width, height,
        beside=beside + fixed, above=above + ROW_GAP * len(view.rows), page=page, must_fit=must_fit,
        most=12 if tokens.level == "names" else 24,
    )  # fmt: skip
    spare = max(0.0, least - fixed - sum(width(c, k) for c, k in enumerate(across)))
    columns = _columns(view, across, width, wants, tokens, theme, head + 8, spare, count)
    title_lines = max((len(c.title) for c in columns), default=1)
    top = BAR + 5 + title_lines * LINE + lead_lines * LEAD_LINE + 5
    rows = _rows(view, titles, across, height, top)
    right = columns[-1].x + columns[-1].w + COLUMN_GAP if columns else head + 8
    bottom = rows[-1].y + rows[-1].h if rows else top + _LOWEST_ROW
    return GridPlan(tokens, columns, rows, head, top, lead_lines, right + 4 + capacity.width, bottom + BELOW, capacity)


def _columns(
    view: MatrixView,
    across: Sequence[int],
    width: partial[float],
    wants: Sequence[float],
    tokens: Tokens,
    theme: Theme,
    x: float,
    spare: float,
    count: float,
) -> tuple[ColumnPlan, ...]:
    """Place the columns side by side; room to spare is shared among them, and ``count`` is kept beside their names."""
    placed = []
    for c, (column, k) in enumerate(zip(view.columns, across, strict=True)):
        w = width(c, k) - COLUMN_GAP + spare / len(across)
        room = w - 2 * COLUMN_PAD
        token = (room - (k - 1) * tokens.across) / k if tokens.level != "dots" else wants[c]
        title = wrapped(column.name, room - count, theme.head, True, 3 if tokens.level != "names" or tokens.tight else 2)
        placed.append(ColumnPlan(column, x, w, k, min(token, max(wants[c] * 1.25, wants[c] + 12)), tuple(title)))
        x += w + COLUMN_GAP
    return tuple(placed)


def _rows(
    view: MatrixView, titles: Sequence[tuple[str, ...]], across: Sequence[int], height: partial[float], top: float
) -> tuple[RowPlan, ...]:
    """Place the rows below each other."""
    placed = []
    y = top
    for r, (row, title) in enumerate(zip(view.rows, titles, strict=True)):
        lines = max((-(-len(cell) // k) for cell, k in zip(row.cells, across, strict=True)), default=0)
        h = height(r, lines)
        placed.append(RowPlan(row, y, h, title))
        y += h + ROW_GAP
    return tuple(placed)


def _row_titles(view: MatrixView, theme: Theme, language: str) -> tuple[list[tuple[str, ...]], float]:
    """Return every squad's name in lines, and the narrowest head in which they fit two lines, or three in the widest."""
    slot = text_width(phrase(language, "no_PO"), theme.badge, True) + 12 if any(row.ownerless for row in view.rows) else 0.0
    titles, room = _broken_names(tuple(row.name for row in view.rows), slot, theme.head)
    return list(titles), room + HEAD_PAD + 5


@lru_cache(maxsize=128)
def _broken_names(names: tuple[str, ...], slot: float, size: float) -> tuple[tuple[tuple[str, ...], ...], float]:
    """Break names into lines; kept, because the same rows are laid out in many ways before one is drawn."""
    widths = [text_width(name, size, True) for name in names]
    room, widest = HEAD_MIN - HEAD_PAD - 5, HEAD_MAX - HEAD_PAD - 5
    while room < widest and any(w > room and len(wrapped(name, room, size, True, 3)) > 2 for name, w in zip(names, widths, strict=True)):
        room += 6
    one_line = max((w for w in widths if w <= room * 1.25), default=0.0)
    room = max(room, min(one_line + 0.5, widest), slot)
    return tuple(distinct_lines(names, room, size, True, 3 if room >= widest else 2)), room


def _head_height(row: Row, title: tuple[str, ...]) -> float:
    return len(title) * LINE + (SLOT if row.ownerless else 0) + 9


def _least_inner(column: Column, wanted: float, tokens: Tokens, labels: Labels, theme: Theme, language: str) -> float:
    """Return the least inner width that the head of a column needs."""
    longest = max((text_width(word, theme.head, True) for word in column.name.split()), default=0.0)
    title = min(longest, 96.0)
    if tokens.level == "names" and not tokens.tight:
        title = max(title, min(text_width(column.name, theme.head, True) * 0.62, 96.0))
    count = text_width(digits(column.count, language), theme.name) + 5
    lead = text_width("CL", theme.badge, True) + 10.5 + count
    if column.leadless:
        lead = text_width(phrase(language, "no_CL"), theme.badge, True) + 9 + count
    beside = text_width("CL", theme.badge, True) + 10.8 + count
    cap = 92.0 if tokens.level == "names" else 52.0
    for person in column.leads:
        written = labels.candidates(person) if tokens.leads == "names" else [labels.initials(person)]
        forms = [text_width(form, theme.name) for form in written]
        # The full name where it costs the column a few points at most, else the shortest way to write it.
        cheap = [form for form in forms if beside + form <= max(title, wanted) + (0 if tokens.tight else _LEAD_SLACK)]
        lead = max(lead, beside + (max(cheap) if cheap else min([*forms, cap])))
    return max(title, lead) + 0.5


def _column_width(wants: Sequence[float], inner: Sequence[float], tokens: Tokens, c: int, k: int) -> float:
    return max(inner[c], k * wants[c] + (k - 1) * tokens.across) + 2 * COLUMN_PAD + COLUMN_GAP


def _row_height(heads: Sequence[float], tokens: Tokens, r: int, lines: int) -> float:
    people = lines * tokens.height + max(lines - 1, 0) * tokens.gap + 2 * tokens.pad
    return max(_LOWEST_ROW, heads[r], people if lines else 0.0)
