"""The line of a difference as a block: a row per unit in which somebody came or went, and how many stay."""

from __future__ import annotations

from spotifymodel.plot.change.comparison import DiffRow, Entry
from spotifymodel.plot.change.diff_look import HEAD_PAD, HEADING, LINE, ROW_GAP, ROW_PAD, DiffLook, draw_total, total_width
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import distinct_lines
from spotifymodel.words.changing import phrase

__all__ = ["UnitBlock"]

_HEAD_MAX = 140.0
#: With more comings and goings than this they are only counted: everybody who moves is named where they go.
_MOST_NAMED, _SUMS = 60, 150.0


class UnitBlock:
    """Units with their comings and goings; who stays is counted, because the line is only where people come from.

    Parameters
    ----------
    rows : tuple of DiffRow
    look : DiffLook
    width : float
        Points from edge to edge.
    """

    def __init__(self, rows: tuple[DiffRow, ...], look: DiffLook, width: float) -> None:
        self.look, self.width = look, width
        theme = look.theme
        self.rows = tuple(row for row in rows if not row.quiet)
        self.quiet = tuple(row for row in rows if row.quiet)
        names = [row.name for row in self.rows]
        room = min(max((text_width(name, theme.head, True) for name in names), default=0.0), _HEAD_MAX)
        self._titles, self._head = distinct_lines(names, max(room, 60.0), theme.head, True, 3), max(room, 60.0) + HEAD_PAD + 8
        self._total = total_width(rows, look)
        entries = [entry for row in self.rows for entry in _changed(row)]
        self._summed = len(entries) > _MOST_NAMED
        if self._summed:
            self.width = width = min(width, self._head + self._total + _SUMS)
        self._token = max((look.pills.room(entry, theme) for entry in entries), default=40.0)
        inner = width - self._head - self._total
        self._across = max(1, int((inner + look.pills.across) // (self._token + look.pills.across)))
        self._heights = [self._row_height(r) for r in range(len(self.rows))]
        self._notes = look.unchanged_rows(self.quiet, self.width)
        self.height = HEADING + 9 + sum(h + ROW_GAP for h in self._heights) + (10 * len(self._notes) + 2 if self._notes else 0)

    @property
    def named(self) -> bool:
        """Whether people are named, not counted."""
        return not self._summed

    def _row_height(self, r: int) -> float:
        pills, row = self.look.pills, self.rows[r]
        slots = 1 if self._summed else len(_changed(row)) + bool(self._rest(row))
        lines = -(-slots // self._across)
        return max(21.0, len(self._titles[r]) * LINE + 9, lines * (pills.height + pills.gap) - pills.gap + 2 * ROW_PAD)

    def _rest(self, row: DiffRow) -> str:
        stay = sum(entry.quiet for cell in row.cells for entry in cell)
        return phrase(self.look.language, "unchanged", n=stay) if stay else ""

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint the rows below the words *In the line*."""
        theme, pills = pen.theme, self.look.pills
        pen.text(x, y + HEADING * 0.78, phrase(pen.language, "in_line"), HEADING, bold=True)
        y += HEADING + 9
        for row, title, h in zip(self.rows, self._titles, self._heights, strict=True):
            of = f"unit:{row.id}"
            frame, dash = (theme.removed, (3.4, 2.2)) if row.fate == "gone" else (theme.added if row.fate == "new" else theme.outline, ())
            pen.box(x, y, self.width, h, None, frame, width=0.9, radius=5, dash=dash, of=of)
            base = y + h / 2 - (len(title) - 1) * LINE / 2 + MIDDLE * theme.head
            for i, line in enumerate(title):
                whole = row.name if title != (row.name,) else ""
                pen.text(x + HEAD_PAD, base + i * LINE, line, theme.head, bold=True, of=of, stands_for=whole)
            draw_total(pen, row, x + self.width - 9, y + h / 2, self.look, of)
            if self._summed:
                self._sums(pen, row, x + self._head, y + h / 2, of)
                y += h + ROW_GAP
                continue
            changed, rest = _changed(row), self._rest(row)
            lines = -(-(len(changed) + bool(rest)) // self._across)
            top = y + (h - lines * (pills.height + pills.gap) + pills.gap) / 2
            for i, entry in enumerate(changed):
                left = x + self._head + i % self._across * (self._token + pills.across)
                pale = self.look.pale(of, f"person:{entry.person}")
                pills.draw(
                    pen,
                    entry,
                    left,
                    top + i // self._across * (pills.height + pills.gap),
                    self._token,
                    f"{of}/person:{entry.person}",
                    pale=pale,
                )
            if rest:
                i = len(changed)
                left = x + self._head + i % self._across * (self._token + pills.across)
                middle = top + i // self._across * (pills.height + pills.gap) + pills.height / 2
                pen.text(left, middle + MIDDLE * theme.small, rest, theme.small, fill=theme.muted, of=of)
            y += h + ROW_GAP
        for i, line in enumerate(self._notes):
            pen.text(x, y + 7 + i * 10, line, theme.name, fill=theme.muted)

    def _sums(self, pen: Pen, row: DiffRow, x: float, middle: float, of: str) -> None:
        """Write how many come, go and stay, where the names would be a wall of their own."""
        theme = pen.theme
        kinds = [entry.kind for entry in _changed(row)]
        for key, kind, ink in (("unit_plus", "plus", theme.added), ("unit_minus", "minus", theme.removed)):
            if kind in kinds:
                words = phrase(pen.language, key, n=kinds.count(kind))
                x += pen.text(x, middle + MIDDLE * theme.name, words, theme.name, bold=True, fill=ink, of=of) + 12
        rest = self._rest(row)
        if rest:
            pen.text(x, middle + MIDDLE * theme.name, rest, theme.name, fill=theme.muted, of=of)


def _changed(row: DiffRow) -> list[Entry]:
    return [entry for cell in row.cells for entry in cell if not entry.quiet]
