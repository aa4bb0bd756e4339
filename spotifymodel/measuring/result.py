"""The measures of a chart, as one table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from ..checking.frames import frame_of_columns
from ..errors import UsageError
from ..graph.index import ORGANISATION
from .labels import LABELS
from .row import Row

__all__ = ["Metrics"]


@dataclass(frozen=True, slots=True)
class Metrics:
    """Rows of measure, kind and id of the subject, value and unit, in the order of the chart."""

    rows: tuple[Row, ...]
    language: str = "en"

    def value(self, measure: str, subject: str = ORGANISATION, kind: str | None = None) -> float:
        """Return one number; ``kind`` tells a squad from a person that has the same id.

        Raises
        ------
        UsageError
            Where that was not measured.
        """
        for row in self.rows:
            if row.measure == measure and row.subject == subject and kind in (None, row.kind):
                return row.value
        raise UsageError(f"no measure {measure!r} of {subject!r}; the rows say what was measured", measure)

    def compare(self, other: Metrics) -> tuple[tuple[Row | None, Row | None], ...]:
        """Return pairs of (row here, row in the other) that differ; ``None`` where one has no such row."""
        mine, theirs = ({r[:3]: r for r in m.rows} for m in (self, other))
        keys = dict.fromkeys((*mine, *theirs))
        return tuple((mine.get(k), theirs.get(k)) for k in keys if mine.get(k) != theirs.get(k))

    def to_dict(self) -> dict[str, Any]:
        """Return the rows as plain data."""
        return {"version": 1, "metrics": [row._asdict() for row in self.rows]}

    def to_frame(self) -> Any:
        """Return one line per row; pandas if installed, else polars."""
        return frame_of_columns({n: [r[k] for r in self.rows] for k, n in enumerate(Row._fields)}, "a table of measures")

    def _cells(self) -> list[tuple[str, ...]]:
        say = LABELS[self.language]
        cells: list[tuple[str, ...]] = [tuple(say[k] for k in ("measure", "subject", "value", "unit"))]
        for r in self.rows:
            subject = say[r.kind] if r.kind == ORGANISATION else f"{say[r.kind]} {r.subject}"
            number = f"{r.value:.4g}" if r.unit == "share" else f"{round(r.value, 2):.12g}"
            cells.append((say[r.measure], subject, number.replace(".", "," if self.language == "nl" else "."), say[f"unit.{r.unit}"]))
        return cells

    def __str__(self) -> str:
        cells = self._cells()
        wide = [max(len(row[k]) for row in cells) for k in range(3)]
        return "\n".join(f"{a:<{wide[0]}}  {b:<{wide[1]}}  {c:>{wide[2]}}  {d}" for a, b, c, d in cells)

    def _repr_html_(self) -> str:
        head, *body = self._cells()
        return f"<table><thead>{_line(head, 'th')}</thead><tbody>{''.join(_line(row, 'td') for row in body)}</tbody></table>"


def _line(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
