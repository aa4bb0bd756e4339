"""Paints a laid out grid: columns as grounds, rows as frames across them, people where they cross."""

from __future__ import annotations

from spotifymodel.plot.grid.plan import BAR, COLUMN_PAD, HEAD_PAD, LEAD_LINE, LINE, SLOT, ColumnPlan, GridPlan, RowPlan
from spotifymodel.plot.grid.view import MatrixView, Seat
from spotifymodel.plot.metrics import CAP_HEIGHT, MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Hatch
from spotifymodel.plot.theme import Hue
from spotifymodel.words.pictures import digits, phrase

__all__ = ["GridPainter"]

_RADIUS = 5.0


class GridPainter:
    """Paints one grid with its upper left corner at a point.

    Parameters
    ----------
    pen : Pen
    view : MatrixView
    plan : GridPlan
    labels : Labels
    x, y : float
        Where the grid begins.
    right : float
        Where the row frames end.
    highlight : frozenset of str
        Ids (``person:…``, ``squad:…``, ``chapter:…``) that keep their colour; all do where it is empty.
    """

    def __init__(
        self, pen: Pen, view: MatrixView, plan: GridPlan, labels: Labels, x: float, y: float, right: float, highlight: frozenset[str]
    ) -> None:
        self.pen, self.view, self.plan, self.labels = pen, view, plan, labels
        self.x, self.y, self.right = x, y, right
        self.highlight = highlight

    def paint(self) -> None:
        """Put everything on the sheet, from the ground up."""
        bottom = self.y + self.plan.height
        for column in self.plan.columns:
            self._ground(column, bottom)
        for row in sorted(self.plan.rows, key=lambda r: r.row.bad):
            self._frame(row)
        for column in self.plan.columns:
            self._head(column)
        squads = [row for row in self.plan.rows if not row.row.bench]
        if squads:
            self.plan.capacity.heading(self.pen, self._strip, self.y + self.plan.top - 10)
        for row in self.plan.rows:
            self._row(row)

    @property
    def _strip(self) -> float:
        """Where the capacity cells begin."""
        return self.right - self.plan.capacity.width

    def _hue(self, index: int, *ids: str) -> Hue:
        """Return the colours of a chapter, or neutral ones where something else is highlighted."""
        hue = self.pen.theme.hue(index)
        if not self.highlight or self.highlight.intersection(ids):
            return hue
        theme = self.pen.theme
        return Hue(theme.outline, theme.band, theme.frame, hue.hollow)

    def _ground(self, column: ColumnPlan, bottom: float) -> None:
        theme, hue = self.pen.theme, self._hue(column.column.hue, f"chapter:{column.column.chapter}")
        x, of = self.x + column.x, f"chapter:{column.column.chapter}"
        edge, heavy = (theme.bad, 1.2) if column.column.bad else (hue.edge, 0.9)
        self.pen.box(x, self.y, column.w, bottom - self.y, hue.tint, edge, width=heavy, radius=4, of=of)
        if column.column.kind == "none":
            self.pen.add(Hatch(x, self.y, column.w, BAR + 1.4, theme.node, 0.7, 3.2, of=of))
        elif hue.hollow:
            for step in range(int(column.w // 6)):
                self.pen.box(x + step * 6 + 1, self.y - 0.4, 3.6, BAR, hue.ink, of=of)
        else:
            self.pen.box(x, self.y - 0.4, column.w, BAR, hue.ink, radius=2, corners="top", of=of)

    def _head(self, column: ColumnPlan) -> None:
        """Write the chapter's name, its lead and its head count."""
        pen, theme = self.pen, self.pen.theme
        what = column.column
        hue = self._hue(what.hue, f"chapter:{what.chapter}")
        of = f"chapter:{what.chapter}"
        left, right = self.x + column.x + COLUMN_PAD, self.x + column.x + column.w - COLUMN_PAD
        y = self.y + BAR + 5 + theme.head * CAP_HEIGHT + 1
        for line in column.title:
            pen.text(left, y, line, theme.head, bold=True, backdrop=hue.tint, of=of, stands_for=what.name if len(column.title) > 1 else "")
            y += LINE
        lines = self.plan.lead_lines
        first = self.y + self.plan.top - 5 - LEAD_LINE * (lines - 0.5) if lines else self.y + BAR + 5 + LINE / 2
        count = digits(what.count, pen.language)
        pen.text(right, first + MIDDLE * theme.name, count, theme.name, fill=theme.muted, anchor="end", backdrop=hue.tint, of=of)
        room = right - text_width(count, theme.name) - 5
        if what.leadless:
            pen.slot(left, first, phrase(pen.language, "no_CL"), of)
        for i, person in enumerate(what.leads):
            middle = first + i * LEAD_LINE
            start = left + pen.badge(left, middle, "CL", hue.ink, of) + 4
            self._name(person, start, middle, (room if not i else right) - start, hue.tint, f"{of}/person:{person}")

    def _name(self, person: str, x: float, middle: float, room: float, backdrop: str, of: str) -> None:
        theme = self.pen.theme
        initials = self.plan.tokens.leads == "initials"
        label = self.labels.initials(person) if initials else self.labels.fit(person, room, theme.name)
        ink = theme.muted if person in self.view.vacancies else theme.ink
        self.pen.text(
            x, middle + MIDDLE * theme.name, label, theme.name, fill=ink, backdrop=backdrop, of=of, stands_for=self.labels.name(person)
        )

    def _frame(self, row: RowPlan) -> None:
        """Draw the head's ground and the frame of a row."""
        theme = self.pen.theme
        y, of = self.y + row.y, f"squad:{row.row.squad}"
        ground = theme.bad_tint if row.row.bad else theme.row_head
        if not row.row.bench:
            self.pen.box(self.x, y, self.plan.head, row.h, ground, radius=_RADIUS, corners="left", of=of)
        frame, heavy = (theme.bad, 1.3) if row.row.bad else (theme.frame, 0.9)
        self.pen.box(
            self.x, y, self.right - self.x, row.h, None, frame, width=heavy, radius=_RADIUS, dash=(3, 2.4) if row.row.bench else (), of=of
        )

    def _row(self, row: RowPlan) -> None:
        """Write the name of a row, its people and its head count."""
        pen, theme = self.pen, self.pen.theme
        what = row.row
        of = self.view.place(what)
        y = self.y + row.y
        middle = y + row.h / 2
        ground = theme.paper if what.bench else theme.bad_tint if what.bad else theme.row_head
        high = (len(row.title) - 1) * LINE + (SLOT + 1 if what.ownerless else 0)
        baseline = middle - high / 2 + MIDDLE * theme.head
        for line in row.title:
            pen.text(
                self.x + HEAD_PAD, baseline, line, theme.head, bold=not what.bench, fill=theme.muted if what.bench else theme.ink,
                backdrop=ground, of=of, stands_for=what.name if row.title != (what.name,) else "",
            )  # fmt: skip
            baseline += LINE
        if what.ownerless:
            pen.slot(self.x + HEAD_PAD, baseline - LINE - MIDDLE * theme.head + SLOT + 1, phrase(pen.language, "no_PO"), of)
        for column, seats in zip(self.plan.columns, what.cells, strict=True):
            self._cell(column, row, seats, of)
        if what.bench:
            pen.text(self.right - 8, middle + MIDDLE * 9, digits(what.count, pen.language), 9, fill=theme.muted, anchor="end", of=of)
        else:
            self.plan.capacity.draw(pen, self._strip, self.right - 8, middle, what.count, of)
            if not what.count and self.plan.columns:
                column = self.plan.columns[0]
                pen.text(
                    self.x + column.x + COLUMN_PAD, middle + MIDDLE * theme.name, phrase(pen.language, "nobody"), theme.name,
                    fill=theme.muted, backdrop=theme.hue(column.column.hue).tint, of=of,
                )  # fmt: skip

    def _cell(self, column: ColumnPlan, row: RowPlan, seats: tuple[Seat, ...], of: str) -> None:
        """Draw the people of a squad who belong to a chapter."""
        tokens = self.plan.tokens
        lines = -(-len(seats) // column.across)
        high = lines * tokens.height + max(lines - 1, 0) * tokens.gap
        top = self.y + row.y + (row.h - high) / 2
        left = self.x + column.x + COLUMN_PAD
        for i, seat in enumerate(seats):
            x = left + (i % column.across) * (column.token + tokens.across)
            y = top + (i // column.across) * (tokens.height + tokens.gap)
            ids = (f"person:{seat.person}", f"squad:{row.row.squad}", f"chapter:{column.column.chapter}")
            hue = self._hue(column.column.hue, *ids)
            tokens.draw(self.pen, seat, self.labels, x, y, column.token, hue, f"{of}/person:{seat.person}")
