"""A difference at the lowest level of detail: how many stay, come and go, per squad and chapter."""

from __future__ import annotations

from dataclasses import dataclass

from spotifymodel.plot.change.comparison import DiffColumn, DiffRow, DiffSheet, Entry
from spotifymodel.plot.change.diff_look import said_total
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.lettering import columned_height, draw_columned, lettered
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import distinct_lines, shortened
from spotifymodel.plot.theme import Theme
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import digits
from spotifymodel.words.pictures import phrase as of_pictures

__all__ = ["CountsBlock", "UnitCounts"]

_LINE, _CELL, _GAP, _NAME, _PART = 12.6, 10.8, 2.2, 62.0, 3.0


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a cell says: who stays, comes, goes."""

    same: str
    plus: str
    minus: str

    def width(self, theme: Theme) -> float:
        said = [text for text in (self.same, self.plus, self.minus) if text]
        return sum(text_width(text, theme.name, True) for text in said) + _PART * (len(said) - 1) if said else 0.0


def _parts(cell: tuple[Entry, ...], language: str) -> _Parts:
    kinds = [entry.kind for entry in cell]
    same = sum(kind in ("same", "shift") for kind in kinds)
    plus, minus = kinds.count("plus"), kinds.count("minus")
    return _Parts(
        digits(same, language) if same else "", f"+{digits(plus, language)}" if plus else "", f"−{digits(minus, language)}" if minus else ""
    )


class _Table:
    """Rows of counts that know their width."""

    def __init__(self, rows: tuple[DiffRow, ...], columns: int, over: frozenset[str], theme: Theme, language: str) -> None:
        self.rows, self.over, self.theme, self.language = rows, over, theme, language
        self._cells = [[_parts(cell, language) for cell in row.cells] for row in rows]
        self._totals = [said_total(row, language) for row in rows]
        widest = max((parts.width(theme) for cells in self._cells for parts in cells), default=8.0)
        self.cell = max(widest + 5, 13.0)
        self.total = max((text_width(total, theme.legend, True) for total in self._totals), default=10.0) + 6
        names = max((text_width(row.name, theme.legend, True) for row in rows), default=20.0) + 7
        self.head = min(max(names, _NAME), max(234.0 - columns * (self.cell + _GAP) - self.total, _NAME + 30))
        self.width = self.head + columns * (self.cell + _GAP) + self.total

    def paint_rows(self, pen: Pen, x: float, y: float, kind: str, bench: str) -> float:
        """Draw the rows; return where they end."""
        theme = self.theme
        names = [lines[0] for lines in distinct_lines([row.name for row in self.rows], self.head - 4, theme.legend, True, 1)]
        for row, name, cells, total in zip(self.rows, names, self._cells, self._totals, strict=True):
            of = f"{kind}:{row.id}" if row.id else bench
            middle = y + _CELL / 2
            ink = theme.bad if of in self.over else theme.ink if row.id else theme.muted
            pen.text(x, middle + MIDDLE * theme.legend, name, theme.legend, bold=True, fill=ink, of=of, stands_for=row.name)
            for c, parts in enumerate(cells):
                self._cell(pen, parts, x + self.head + c * (self.cell + _GAP), y, of)
            changed = row.was != row.now
            quiet = theme.ink if changed else theme.muted
            pen.text(
                x + self.width, middle + MIDDLE * theme.legend, total, theme.legend, bold=changed,
                fill=theme.bad if of in self.over else quiet, anchor="end", of=of,
            )  # fmt: skip
            y += _LINE
        return y

    def _cell(self, pen: Pen, parts: _Parts, x: float, y: float, of: str) -> None:
        theme = self.theme
        pen.box(x, y, self.cell, _CELL, theme.band, radius=1.4, of=of)
        left = x + (self.cell - parts.width(theme)) / 2
        for text, ink, bold in ((parts.same, theme.muted, False), (parts.plus, theme.added, True), (parts.minus, theme.removed, True)):
            if text:
                pen.text(left, y + _CELL / 2 + MIDDLE * theme.name, text, theme.name, bold=bold, fill=ink, backdrop=theme.band, of=of)
                left += text_width(text, theme.name, True) + _PART


class CountsBlock:
    """One tribe in counts, with letters for its chapters and a key."""

    def __init__(self, sheet: DiffSheet, over: frozenset[str], theme: Theme, language: str) -> None:
        self.sheet = sheet
        self._table = _Table(sheet.rows, len(sheet.columns), over, theme, language)
        self.width = max(self._table.width, 200.0)
        self._across = max(1, int(self.width // 95))
        self.height = 12 + 12 + _LINE * len(sheet.rows) + 4 + columned_height(len(sheet.columns), self._across)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint name, letters, rows and key."""
        theme, of = pen.theme, f"tribe:{self.sheet.tribe}" if self.sheet.tribe else ""
        tribe = self.sheet.tribe
        name = of_pictures(pen.language, "tribe", name=self.sheet.name) if tribe else of_pictures(pen.language, "outside")
        pen.text(x, y + 7, shortened(name, self.width, theme.head, True), theme.head, bold=True, of=of, stands_for=name)
        y += 18
        for c, column in enumerate(self.sheet.columns):
            left = x + self._table.head + c * (self._table.cell + _GAP)
            pen.centred(left + self._table.cell / 2, y, lettered(c), theme.small, bold=True, of=f"chapter:{column.chapter}")
        y = self._table.paint_rows(pen, x, y + 6, "squad", f"bench:{self.sheet.tribe}") + 2
        named = [(f"chapter:{column.chapter}", _named(column, pen.language)) for column in self.sheet.columns]
        draw_columned(pen, named, x, x + self.width, y, self._across)


class UnitCounts:
    """The line in counts."""

    def __init__(self, rows: tuple[DiffRow, ...], theme: Theme, language: str) -> None:
        self._table = _Table(rows, 1, frozenset(), theme, language)
        self.width = max(self._table.width, 200.0)
        self.height = 18 + _LINE * len(rows)

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint the rows below the words *In the line*."""
        pen.text(x, y + 7, phrase(pen.language, "in_line"), pen.theme.head, bold=True)
        self._table.paint_rows(pen, x, y + 16, "unit", "")


def _named(column: DiffColumn, language: str) -> str:
    return column.name if column.fate == "kept" else f"{column.name} ({phrase(language, f'tag_{column.fate}')})"
