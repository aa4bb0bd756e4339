"""One tribe of a difference as a block: squads across chapters, every change in place, head counts before and after."""

from __future__ import annotations

from dataclasses import dataclass

from spotifymodel.plot.change.comparing import DiffColumn, DiffRow, DiffSheet, Entry, Holding
from spotifymodel.plot.change.entries import EntryPills, draw_sign, sign_width
from spotifymodel.plot.grid.columns import side_by_side
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import distinct_lines, shortened, wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import digits
from spotifymodel.words.pictures import phrase as of_pictures

__all__ = ["DiffLook", "SheetBlock", "draw_total", "total_width"]

HEAD_PAD, ROW_GAP, COLUMN_GAP, COLUMN_PAD, LINE, ROW_PAD = 9.0, 6.5, 6.5, 6.0, 10.2, 6.0
_HEAD_MIN, _HEAD_MAX, _TITLE, _LEAST_ROW, _TAG = 76.0, 140.0, 11.5, 21.0, 11.0
_LEAD = 11.5


@dataclass(frozen=True, slots=True)
class DiffLook:
    """How a difference is drawn.

    Parameters
    ----------
    pills : EntryPills
    changes_only : bool
        Whether only who changed is named, and the others are counted.
    over : frozenset of str
        Squads with more people than they may have.
    highlight : frozenset of str
        Paths that keep their colour; all do where it is empty.
    """

    theme: Theme
    language: str
    pills: EntryPills
    changes_only: bool = False
    over: frozenset[str] = frozenset()
    highlight: frozenset[str] = frozenset()

    def pale(self, *paths: str) -> bool:
        """Tell whether something is to be grey."""
        return bool(self.highlight) and self.highlight.isdisjoint(paths)

    def named(self, cell: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Return the entries of a cell that are drawn as pills."""
        return tuple(entry for entry in cell if not entry.quiet) if self.changes_only else cell

    def rest(self, cell: tuple[Entry, ...]) -> str:
        """Return the words for who is only counted; empty where that is nobody."""
        count = len(cell) - len(self.named(cell))
        return phrase(self.language, "unchanged", n=count) if count else ""


def total_width(rows: tuple[DiffRow, ...], look: DiffLook) -> float:
    """Return how much room the head counts of rows take."""
    return max((text_width(_total(row, look.language), 9.0, True) for row in rows), default=10.0) + 14


def _total(row: DiffRow, language: str) -> str:
    now = digits(row.now, language)
    return now if row.was == row.now else f"{digits(row.was, language)} → {now}"


def draw_total(pen: Pen, row: DiffRow, right: float, middle: float, look: DiffLook, of: str) -> None:
    """Write the head count, and that of before where it was another."""
    theme = pen.theme
    over, changed = of in look.over, row.was != row.now
    ink = theme.bad if over else theme.ink if changed else theme.muted
    pen.text(right, middle + MIDDLE * 9, _total(row, pen.language), 9.0, bold=changed or over, fill=ink, anchor="end", of=of)


class SheetBlock:
    """One tribe.

    Parameters
    ----------
    sheet : DiffSheet
    look : DiffLook
    """

    def __init__(self, sheet: DiffSheet, look: DiffLook) -> None:
        self.sheet, self.look = sheet, look
        theme = look.theme
        self._name = of_pictures(look.language, "tribe", name=sheet.name) if sheet.tribe else of_pictures(look.language, "outside")
        self.rows = tuple(row for row in sheet.rows if not (look.changes_only and row.quiet and row.id))
        self.quiet = tuple(row for row in sheet.rows if row not in self.rows)
        self._titles, self._head = self._row_titles()
        self._total = total_width(sheet.rows, look)
        self._wants = [self._want(c) for c in range(len(sheet.columns))]
        self._inner = [max(self._column_least(column), self._rest_room(c)) for c, column in enumerate(sheet.columns)]
        heads = [[self._slots(row.cells[c]) for row in self.rows] for c in range(len(sheet.columns))] if self.rows else []
        self._across = side_by_side(heads, self._column_width, self._row_height, beside=self._head + self._total, above=120.0, most=6)
        if not self.rows:
            self._across = tuple(1 for _ in sheet.columns)
        self._names = [
            wrapped(column.name, self._column_width(c, self._across[c]) - COLUMN_GAP - 2 * COLUMN_PAD, theme.head, True, 3)
            for c, column in enumerate(sheet.columns)
        ]
        self._top = self._heads_height()
        self.width = max(
            self._head + 6 + sum(self._column_width(c, k) for c, k in enumerate(self._across)) + self._total, 230.0
        )  # fmt: skip
        self._heading = self._heading_height()
        self._heights = [self._row_height(r, self._lines(row)) for r, row in enumerate(self.rows)]
        self._notes = self._note_lines()
        self.height = (
            self._heading
            + self._top
            + sum(self._heights)
            + ROW_GAP * len(self.rows)
            + 4
            + (10 * len(self._notes) + 4 if self._notes else 0)
        )

    # -- sizes ------------------------------------------------------------------------------------------------------------

    def _row_titles(self) -> tuple[list[tuple[str, ...]], float]:
        theme = self.look.theme
        names = [row.name for row in self.rows]
        widest = max((text_width(name, theme.head, True) for name in names), default=0.0)
        tags = max((self._tag_width(row) for row in self.rows), default=0.0)
        room = min(max(widest, tags, _HEAD_MIN), _HEAD_MAX)
        return distinct_lines(names, room, theme.head, True, 3), room + HEAD_PAD + 6

    def _tag_width(self, row: DiffRow) -> float:
        words = self._tag(row)
        return text_width(words, self.look.theme.badge, True) + 8 if words else 0.0

    def _tag(self, row: DiffRow) -> str:
        return "" if row.fate == "kept" or not row.id else phrase(self.look.language, f"tag_{row.fate}")

    def _slots(self, cell: tuple[Entry, ...]) -> int:
        return len(self.look.named(cell)) + bool(self.look.rest(cell))

    def _want(self, c: int) -> float:
        entries = [entry for row in self.rows for entry in self.look.named(row.cells[c])]
        return max((self.look.pills.room(entry, self.look.theme) for entry in entries), default=20.0)

    def _rest_room(self, c: int) -> float:
        return max((text_width(self.look.rest(row.cells[c]), self.look.theme.small) for row in self.rows), default=0.0)

    def _column_least(self, column: DiffColumn) -> float:
        theme = self.look.theme
        words = max((text_width(word, theme.head, True) for word in column.name.split()), default=0.0)
        leads = max((self._holding_least(holding) for holding in column.leads), default=0.0)
        tag = text_width(phrase(self.look.language, f"tag_{column.fate}"), theme.badge, True) + 8 if column.fate != "kept" else 0.0
        return max(min(words, 100.0), leads, tag, 40.0) + 0.5

    def _holding_least(self, holding: Holding) -> float:
        theme, labels = self.look.theme, self.look.pills.labels
        short = min((text_width(form, theme.name) for form in labels.candidates(holding.person)), default=60.0)
        return text_width("CL", theme.badge, True) + 10.8 + sign_width(theme, holding.kind, outside=holding.outside) + 3 + min(short, 80.0)

    def _column_width(self, c: int, k: int) -> float:
        want = max(self._wants[c], self._rest_room(c)) if k > 1 else self._wants[c]
        tokens = k * want + (k - 1) * self.look.pills.across
        return max(self._inner[c], tokens) + 2 * COLUMN_PAD + COLUMN_GAP

    def _lines(self, row: DiffRow) -> int:
        return max((-(-self._slots(cell) // k) for cell, k in zip(row.cells, self._across, strict=True)), default=0)

    def _row_height(self, r: int, lines: int) -> float:
        row, pills = self.rows[r], self.look.pills
        title = len(self._titles[r]) * LINE + (_TAG if self._tag(row) else 0) + (LINE if row.formerly else 0) + 9
        return max(_LEAST_ROW, title, lines * (pills.height + pills.gap) - pills.gap + 2 * ROW_PAD if lines else 0.0)

    def _heads_height(self) -> float:
        names = max((len(lines) for lines in self._names), default=0)
        tags = any(column.fate != "kept" for column in self.sheet.columns)
        leads = max((len(column.leads) for column in self.sheet.columns), default=0)
        return 6 + names * LINE + (_TAG if tags else 0) + leads * _LEAD + 5

    def _heading_height(self) -> float:
        return _TITLE + 5 + (len(self._holder_lines()) * 13 if self.sheet.holders else 0) + 4

    def _note_lines(self) -> list[str]:
        if not self.quiet:
            return []
        told = ", ".join(f"{row.name} ({digits(row.now, self.look.language)})" for row in self.quiet)
        return wrapped(phrase(self.look.language, "rows_unchanged", list=told), self.width, self.look.theme.name, lines=4)

    def _holder_lines(self) -> list[list[Holding]]:
        """Break who leads, coaches and supports into lines."""
        lines: list[list[Holding]] = [[]]
        used = 0.0
        for holding in self.sheet.holders:
            wide = self._holding_width(holding) + 12
            if lines[-1] and used + wide > self.width:
                lines.append([])
                used = 0.0
            lines[-1].append(holding)
            used += wide
        return lines

    def _holding_width(self, holding: Holding) -> float:
        theme = self.look.theme
        label = self._holder_label(holding)
        badge = text_width(holding.role, theme.badge, True) + 6.8 + 4
        if holding.role == "support":
            badge = text_width(of_pictures(self.look.language, "support"), theme.name) + 4
        sign = sign_width(theme, holding.kind, outside=holding.outside)
        return badge + (sign + 3 if sign else 0.0) + text_width(label, theme.name)

    def _holder_label(self, holding: Holding) -> str:
        return self.look.pills.labels.fit(holding.person, min(150.0, self.width - 40), self.look.theme.name)

    # -- painting ---------------------------------------------------------------------------------------------------------

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint the tribe: columns as grounds, rows as frames across them, everybody where they cross."""
        of = f"tribe:{self.sheet.tribe}" if self.sheet.tribe else ""
        self._heading_of(pen, x, y, of)
        top = y + self._heading
        bottom = top + self._top + sum(self._heights) + ROW_GAP * len(self.rows)
        lefts = []
        left = x + self._head + 6
        for c, column in enumerate(self.sheet.columns):
            wide = self._column_width(c, self._across[c]) - COLUMN_GAP
            self._column(pen, column, self._names[c], left, top, wide, bottom)
            lefts.append(left)
            left += wide + COLUMN_GAP
        y = top + self._top
        for r, row in enumerate(self.rows):
            self._row(pen, row, self._titles[r], x, y, self._heights[r], lefts)
            y += self._heights[r] + ROW_GAP
        for i, line in enumerate(self._notes):
            pen.text(x, y + 8 + i * 10, line, pen.theme.name, fill=pen.theme.muted)

    def _heading_of(self, pen: Pen, x: float, y: float, of: str) -> None:
        theme = pen.theme
        tag = "" if self.sheet.fate == "kept" else phrase(pen.language, f"tag_{self.sheet.fate}")
        room = self.width - (text_width(tag, theme.badge, True) + 14 if tag else 0)
        name = self._name
        used = pen.text(x, y + _TITLE * 0.78, shortened(name, room, _TITLE, True), _TITLE, bold=True, of=of, stands_for=name)
        if tag:
            self._tag_at(pen, x + used + 6, y + _TITLE * 0.42, tag, self.sheet.fate, of)
        middle = y + _TITLE + 11
        for line in self._holder_lines() if self.sheet.holders else ():
            left = x
            for holding in line:
                path = f"{of}/person:{holding.person}" if of else f"person:{holding.person}"
                left += self._holding(pen, holding, self._holder_label(holding), left, middle, theme.paper, path) + 12
            middle += 13

    def _tag_at(self, pen: Pen, x: float, middle: float, words: str, fate: str, of: str) -> None:
        theme = pen.theme
        ink = theme.added if fate == "new" else theme.removed
        wide = text_width(words, theme.badge, True) + 7
        pen.box(x, middle - 4.6, wide, 9.2, theme.paper, ink, width=0.9, radius=2, dash=() if fate == "new" else (2.6, 1.6), of=of)
        pen.centred(x + wide / 2, middle, words, theme.badge, bold=True, fill=ink, of=of)

    def _holding(self, pen: Pen, holding: Holding, label: str, x: float, middle: float, ground: str, of: str) -> float:
        """Draw badge, sign and name of who holds a role; return the width."""
        theme, start = pen.theme, x
        if holding.role == "support":
            words = of_pictures(pen.language, "support")
            x += pen.text(x, middle + MIDDLE * theme.name, words, theme.name, fill=theme.muted, backdrop=ground) + 4
        else:
            x += pen.badge(x, middle, holding.role, theme.ink if holding.role == "CL" else "", of) + 4
        if holding.kind != "same":
            x += draw_sign(pen, x, middle, holding.kind, outside=holding.outside, ground=ground, of=of) + 3
        ink = theme.ink if holding.kind == "plus" else theme.muted
        whole = self.look.pills.labels.name(holding.person)
        used = pen.text(x, middle + MIDDLE * theme.name, label, theme.name, fill=ink, backdrop=ground, of=of, stands_for=whole)
        if holding.kind == "minus":
            pen.add(Line(((x - 0.5, middle + 0.4), (x + used + 0.5, middle + 0.4)), theme.removed, 0.7, of=of))
        return x + used - start

    def _column(self, pen: Pen, column: DiffColumn, names: list[str], x: float, top: float, wide: float, bottom: float) -> None:
        theme, of = pen.theme, f"chapter:{column.chapter}"
        edge = {"kept": None, "new": theme.added, "gone": theme.removed}[column.fate]
        pen.box(x, top, wide, bottom - top, theme.band, edge, width=1.0, radius=4, dash=(3, 2) if column.fate == "gone" else (), of=of)
        y = top + 6 + LINE / 2 + MIDDLE * theme.head
        for line in names:
            pen.text(
                x + COLUMN_PAD, y, line, theme.head, bold=True, backdrop=theme.band, of=of, stands_for=column.name if len(names) > 1 else ""
            )  # fmt: skip
            y += LINE
        middle = y - LINE / 2 - MIDDLE * theme.head + 5.5
        if column.fate != "kept":
            self._tag_at(pen, x + COLUMN_PAD, middle, phrase(pen.language, f"tag_{column.fate}"), column.fate, of)
            middle += _TAG
        for holding in column.leads:
            room = (
                wide
                - 2 * COLUMN_PAD
                - (text_width("CL", theme.badge, True) + 10.8)
                - sign_width(theme, holding.kind, outside=holding.outside)
                - 3
            )
            label = self.look.pills.labels.fit(holding.person, room, theme.name)
            self._holding(pen, holding, label, x + COLUMN_PAD, middle, theme.band, f"{of}/person:{holding.person}")
            middle += _LEAD

    def _row(self, pen: Pen, row: DiffRow, title: tuple[str, ...], x: float, y: float, h: float, lefts: list[float]) -> None:
        theme = pen.theme
        of = f"squad:{row.id}" if row.id else f"bench:{self.sheet.tribe}"
        pale = self.look.pale(
            of, *(f"person:{e.person}" for cell in row.cells for e in cell), *(f"chapter:{c.chapter}" for c in self.sheet.columns)
        )
        frame, width = theme.outline if not pale else theme.frame, 0.9
        dash: tuple[float, ...] = ()
        if row.fate != "kept" and not pale:
            frame, width, dash = (theme.added, 1.3, ()) if row.fate == "new" else (theme.removed, 1.1, (3.4, 2.2))
        elif not row.id:
            dash = (3, 2.4)
        pen.box(x, y, self.width, h, None, frame, width=width, radius=5, dash=dash, of=of)
        tag = self._tag(row)
        high = len(title) * LINE + (_TAG if tag else 0) + (LINE if row.formerly else 0)
        base = y + h / 2 - high / 2 + LINE / 2 + MIDDLE * theme.head
        for line in title:
            ink = theme.muted if pale or not row.id else theme.ink
            whole = row.name if title != (row.name,) else ""
            pen.text(x + HEAD_PAD, base, line, theme.head, bold=bool(row.id), fill=ink, of=of, stands_for=whole)
            base += LINE
        if row.formerly:
            words = shortened(phrase(pen.language, "formerly", name=row.formerly), self._head - HEAD_PAD - 4, theme.small)
            pen.text(x + HEAD_PAD, base - 0.5, words, theme.small, fill=theme.muted, of=of)
            base += LINE
        if tag:
            self._tag_at(pen, x + HEAD_PAD, base - MIDDLE * theme.head + 0.5, tag, row.fate, of)
        for c, cell in enumerate(row.cells):
            self._cell(pen, cell, c, lefts[c] + COLUMN_PAD, y, h, of, self.sheet.place(row))
        draw_total(pen, row, x + self.width - 9, y + h / 2, self.look, of)

    def _cell(self, pen: Pen, cell: tuple[Entry, ...], c: int, left: float, y: float, h: float, of: str, place: str) -> None:
        """Draw the people of a squad who belong to a chapter."""
        theme, pills, k = pen.theme, self.look.pills, self._across[c]
        named, rest = self.look.named(cell), self.look.rest(cell)
        lines = -(-self._slots(cell) // k)
        top = y + (h - lines * (pills.height + pills.gap) + pills.gap) / 2
        inner = self._column_width(c, k) - COLUMN_GAP - 2 * COLUMN_PAD
        token = min((inner - (k - 1) * pills.across) / k, max(self._wants[c] * 1.2, self._wants[c] + 10))
        chapter = f"chapter:{self.sheet.columns[c].chapter}"
        for i, entry in enumerate(named):
            at = left + i % k * (token + pills.across), top + i // k * (pills.height + pills.gap)
            pale = self.look.pale(of, chapter, f"person:{entry.person}")
            pills.draw(pen, entry, *at, token, f"{place}/person:{entry.person}", pale=pale)
        if rest:
            i = len(named)
            middle = top + i // k * (pills.height + pills.gap) + pills.height / 2
            x = left + i % k * (token + pills.across)
            pen.text(x, middle + MIDDLE * theme.small, rest, theme.small, fill=theme.muted, backdrop=theme.band, of=of)
