"""One tribe of a difference as a block: squads across chapters, every change in place, head counts before and after."""

from __future__ import annotations

from spotifymodel.plot.change.comparison import DiffColumn, DiffRow, DiffSheet, Entry
from spotifymodel.plot.change.diff_grid import COLUMN_PAD, LEAD, TAG, DiffGrid
from spotifymodel.plot.change.diff_heads import SheetHeading, draw_holding, draw_tag, holding_beside
from spotifymodel.plot.change.diff_look import HEAD_PAD, LINE, ROW_GAP, DiffLook, draw_total
from spotifymodel.plot.metrics import MIDDLE
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import shortened
from spotifymodel.words.changing import phrase

__all__ = ["SheetBlock"]


class SheetBlock:
    """One tribe.

    Parameters
    ----------
    sheet : DiffSheet
    look : DiffLook
    """

    def __init__(self, sheet: DiffSheet, look: DiffLook) -> None:
        self.sheet, self.look = sheet, look
        self.grid = DiffGrid(sheet, look)
        self.width = self.grid.width
        self._heading = SheetHeading(sheet, look, self.width)
        self._notes = look.unchanged_rows(self.grid.quiet, self.width)
        self.height = self._heading.height + self.grid.height + 4 + (10 * len(self._notes) + 4 if self._notes else 0)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tribe: columns as grounds, rows as frames across them, everybody where they cross."""
        grid = self.grid
        self._heading.paint(pen, x, y)
        top = y + self._heading.height
        for c, column in enumerate(self.sheet.columns):
            self._column(pen, column, c, x + grid.lefts[c], top)
        y = top + grid.top
        for r, row in enumerate(grid.rows):
            self._row(pen, row, r, x, y)
            y += grid.heights[r] + ROW_GAP
        for i, line in enumerate(self._notes):
            pen.text(x, y + 8 + i * 10, line, pen.theme.name, fill=pen.theme.muted)

    def _column(self, pen: Pen, column: DiffColumn, c: int, x: float, top: float) -> None:
        """Paint the ground and the head of a chapter."""
        theme, of, wide, names = pen.theme, f"chapter:{column.chapter}", self.grid.widths[c], self.grid.names[c]
        edge = {"kept": None, "new": theme.added, "gone": theme.removed}[column.fate]
        dash = (3.0, 2.0) if column.fate == "gone" else ()
        pen.box(x, top, wide, self.grid.height, theme.band, edge, width=1.0, radius=4, dash=dash, of=of)
        whole = column.name if len(names) > 1 else ""
        middle = top + 6 + LINE / 2
        for line in names:
            pen.text(
                x + COLUMN_PAD, middle + MIDDLE * theme.head, line, theme.head, bold=True, backdrop=theme.band, of=of, stands_for=whole
            )  # fmt: skip
            middle += LINE
        middle += 5.5 - LINE / 2
        if column.fate != "kept":
            draw_tag(pen, x + COLUMN_PAD, middle, self.look, column.fate, of)
            middle += TAG
        for holding in column.leads:
            room = wide - 2 * COLUMN_PAD - holding_beside(self.look, holding)
            draw_holding(pen, self.look, holding, room, x + COLUMN_PAD, middle, theme.band, f"{of}/person:{holding.person}")
            middle += LEAD

    def _row(self, pen: Pen, row: DiffRow, r: int, x: float, y: float) -> None:
        """Paint the frame of a squad, its head, its people and its head count."""
        theme, h = pen.theme, self.grid.heights[r]
        of = f"squad:{row.id}" if row.id else f"bench:{self.sheet.tribe}"
        pale = self._pale(row, of)
        frame, width = theme.frame if pale else theme.outline, 0.9
        dash: tuple[float, ...] = () if row.id else (3, 2.4)
        if row.fate != "kept" and not pale:
            frame, width, dash = (theme.added, 1.3, ()) if row.fate == "new" else (theme.removed, 1.1, (3.4, 2.2))
        pen.box(x, y, self.width, h, None, frame, width=width, radius=5, dash=dash, of=of)
        self._title(pen, row, r, x + HEAD_PAD, y + (h - self.grid.title_height(r)) / 2, of, pale=pale)
        for c, cell in enumerate(row.cells):
            self._cell(pen, cell, c, x, (y, h), of, self.sheet.place(row))
        draw_total(pen, row, x + self.width - HEAD_PAD, y + h / 2, self.look, of)

    def _pale(self, row: DiffRow, of: str) -> bool:
        """Tell whether nothing of a row is highlighted where something else is."""
        people = (f"person:{entry.person}" for cell in row.cells for entry in cell)
        return self.look.pale(of, *people, *(f"chapter:{column.chapter}" for column in self.sheet.columns))

    def _title(self, pen: Pen, row: DiffRow, r: int, x: float, top: float, of: str, *, pale: bool) -> None:
        theme, title = pen.theme, self.grid.titles[r]
        whole = row.name if title != (row.name,) else ""
        middle = top + LINE / 2
        for line in title:
            ink = theme.muted if pale or not row.id else theme.ink
            pen.text(x, middle + MIDDLE * theme.head, line, theme.head, bold=bool(row.id), fill=ink, of=of, stands_for=whole)
            middle += LINE
        if row.formerly:
            words = shortened(phrase(pen.language, "formerly", name=row.formerly), self.grid.head - HEAD_PAD - 4, theme.small)
            pen.text(x, middle + MIDDLE * theme.small, words, theme.small, fill=theme.muted, of=of)
            middle += LINE
        if row.fate != "kept":
            draw_tag(pen, x, middle + 0.5, self.look, row.fate, of)

    def _cell(self, pen: Pen, cell: tuple[Entry, ...], c: int, x: float, row: tuple[float, float], of: str, place: str) -> None:
        """Draw the people of a squad who belong to a chapter, centred on the height of the row."""
        theme, pills, k = pen.theme, self.look.pills, self.grid.across[c]
        named, rest = self.look.named(cell), self.look.rest(cell)
        pitch = pills.height + pills.gap
        left = x + self.grid.lefts[c] + COLUMN_PAD
        top = row[0] + (row[1] - -(-self.grid.slots(cell) // k) * pitch + pills.gap) / 2
        token = self.grid.token(c)
        chapter = f"chapter:{self.sheet.columns[c].chapter}"
        for i, entry in enumerate(named):
            at = left + i % k * (token + pills.across), top + i // k * pitch
            pale = self.look.pale(of, chapter, f"person:{entry.person}")
            pills.draw(pen, entry, *at, token, f"{place}/person:{entry.person}", pale=pale)
        if rest:
            i = len(named)
            middle = top + i // k * pitch + pills.height / 2
            pen.text(
                left + i % k * (token + pills.across), middle + MIDDLE * theme.small, rest, theme.small, fill=theme.muted,
                backdrop=theme.band, of=of,
            )  # fmt: skip
