"""Where everything of one tribe of a difference stands: columns, rows and their sizes, in points from the grid's corner."""

from __future__ import annotations

from spotifymodel.plot.change.comparison import DiffColumn, DiffRow, DiffSheet, Entry
from spotifymodel.plot.change.diff_heads import holding_beside, tag_width
from spotifymodel.plot.change.diff_look import HEAD_PAD, LINE, ROW_GAP, ROW_PAD, DiffLook, total_width
from spotifymodel.plot.grid.columns import side_by_side
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.shortening import distinct_lines, wrapped

__all__ = ["COLUMN_PAD", "LEAD", "TAG", "DiffGrid"]

COLUMN_GAP, COLUMN_PAD, TAG, LEAD = 6.5, 6.0, 11.0, 11.5
_HEAD_MIN, _HEAD_MAX, _LEAST_ROW, _LEAST_WIDTH, _MOST_ACROSS = 76.0, 140.0, 21.0, 230.0, 6


class DiffGrid:
    """The geometry of one tribe.

    Attributes
    ----------
    rows, quiet : tuple of DiffRow
        The squads that are drawn, and those that are only named because nothing changed in them.
    titles : list of tuple of str
        Names of the rows in lines.
    names : list of list of str
        Names of the columns in lines.
    head, top : float
        Width of the row heads, height of the column heads.
    across : tuple of int
        How many people stand side by side, per column.
    lefts, widths : list of float
        Left edge and width of every column.
    heights : list of float
        Of the rows.
    width, height : float
    """

    def __init__(self, sheet: DiffSheet, look: DiffLook) -> None:
        self.sheet, self.look = sheet, look
        self.rows = tuple(row for row in sheet.rows if not (look.changes_only and row.quiet and row.id))
        self.quiet = tuple(row for row in sheet.rows if row not in self.rows)
        self.titles, self.head = self._row_titles()
        total = total_width(sheet.rows, look)
        count = range(len(sheet.columns))
        self._wants = [self._want(c) for c in count]
        self._inner = [max(self._column_least(column), self._rest_room(c)) for c, column in enumerate(sheet.columns)]
        heads = [[self.slots(row.cells[c]) for row in self.rows] for c in count] if self.rows else []
        found = side_by_side(heads, self._column_width, self._row_height, beside=self.head + total, above=120.0, most=_MOST_ACROSS)
        self.across = found if self.rows else tuple(1 for _ in count)
        self.widths = [self._column_width(c, k) - COLUMN_GAP for c, k in enumerate(self.across)]
        self.lefts = [self.head + 6 + sum(self.widths[:c]) + c * COLUMN_GAP for c in count]
        self.names = [
            wrapped(column.name, wide - 2 * COLUMN_PAD, look.theme.head, True, 3)
            for column, wide in zip(sheet.columns, self.widths, strict=True)
        ]
        self.top = self._heads_height()
        self.heights = [self._row_height(r, self._lines(row)) for r, row in enumerate(self.rows)]
        self.width = max(self.head + 6 + sum(self.widths) + COLUMN_GAP * len(self.widths) + total, _LEAST_WIDTH)
        self.height = self.top + sum(self.heights) + ROW_GAP * len(self.rows)

    def slots(self, cell: tuple[Entry, ...]) -> int:
        """Count the places that a cell needs: its pills, and one for who is only counted."""
        return len(self.look.named(cell)) + bool(self.look.rest(cell))

    def token(self, c: int) -> float:
        """Return the width of a pill in a column."""
        k, want = self.across[c], self._wants[c]
        inner = self.widths[c] - 2 * COLUMN_PAD
        return min((inner - (k - 1) * self.look.pills.across) / k, max(want * 1.2, want + 10))

    # -- columns ----------------------------------------------------------------------------------------------------------

    def _want(self, c: int) -> float:
        entries = [entry for row in self.rows for entry in self.look.named(row.cells[c])]
        return max((self.look.pills.room(entry, self.look.theme) for entry in entries), default=20.0)

    def _rest_room(self, c: int) -> float:
        return max((text_width(self.look.rest(row.cells[c]), self.look.theme.small) for row in self.rows), default=0.0)

    def _column_least(self, column: DiffColumn) -> float:
        """Return the least inner width that the head of a column needs."""
        theme, labels = self.look.theme, self.look.pills.labels
        words = max((text_width(word, theme.head, True) for word in column.name.split()), default=0.0)
        leads = 0.0
        for holding in column.leads:
            short = min((text_width(form, theme.name) for form in labels.candidates(holding.person)), default=60.0)
            leads = max(leads, holding_beside(self.look, holding) + min(short, 80.0))
        return max(min(words, 100.0), leads, tag_width(self.look, column.fate), 40.0) + 0.5

    def _column_width(self, c: int, k: int) -> float:
        want = max(self._wants[c], self._rest_room(c)) if k > 1 else self._wants[c]
        tokens = k * want + (k - 1) * self.look.pills.across
        return max(self._inner[c], tokens) + 2 * COLUMN_PAD + COLUMN_GAP

    def _heads_height(self) -> float:
        names = max((len(lines) for lines in self.names), default=0)
        tags = any(column.fate != "kept" for column in self.sheet.columns)
        leads = max((len(column.leads) for column in self.sheet.columns), default=0)
        return 6 + names * LINE + (TAG if tags else 0) + leads * LEAD + 5

    # -- rows -------------------------------------------------------------------------------------------------------------

    def _row_titles(self) -> tuple[list[tuple[str, ...]], float]:
        """Return the names of the rows in lines, and how wide the heads are."""
        theme = self.look.theme
        names = [row.name for row in self.rows]
        widest = max((text_width(name, theme.head, True) for name in names), default=0.0)
        tags = max((tag_width(self.look, row.fate) for row in self.rows), default=0.0)
        room = min(max(widest, tags, _HEAD_MIN), _HEAD_MAX)
        return distinct_lines(names, room, theme.head, True, 3), room + HEAD_PAD + 6

    def _lines(self, row: DiffRow) -> int:
        return max((-(-self.slots(cell) // k) for cell, k in zip(row.cells, self.across, strict=True)), default=0)

    def title_height(self, r: int) -> float:
        """Return how high the head of a row is: name, earlier name, tag."""
        row = self.rows[r]
        return len(self.titles[r]) * LINE + (TAG if row.fate != "kept" else 0) + (LINE if row.formerly else 0)

    def _row_height(self, r: int, lines: int) -> float:
        pills = self.look.pills
        people = lines * (pills.height + pills.gap) - pills.gap + 2 * ROW_PAD if lines else 0.0
        return max(_LEAST_ROW, self.title_height(r) + 9, people)
