"""The measures of two charts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from ..checking.frames import frame_of_columns
from ..graph.index import ORGANISATION
from .labels import LABELS
from .row import Row
from .showing import Names, as_html, as_text, number, shown

__all__ = ["Comparison"]

Pair = tuple[Row | None, Row | None]


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Sequence[Pair]):
    """Pairs of (row before, row after) that differ; ``None`` where one chart has no such row.

    Shows itself as a table in a notebook and in print: what concerns the whole organisation first.

    Parameters
    ----------
    pairs : tuple of (Row or None, Row or None)
        In the order of the first chart, then what only the second has.
    language : {"en", "nl"}
        Of the table.
    names : mapping of (kind, id) to str
        What subjects are called in the printed table; the name of the first chart where the two differ.
    """

    pairs: tuple[Pair, ...]
    language: str = "en"
    names: Names = field(default_factory=dict, compare=False)

    @overload
    def __getitem__(self, index: int) -> Pair: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Pair, ...]: ...

    def __getitem__(self, index: int | slice) -> Pair | tuple[Pair, ...]:
        return self.pairs[index]

    def __len__(self) -> int:
        return len(self.pairs)

    def to_dict(self) -> dict[str, Any]:
        """Return the pairs as plain data: each with its value before, after, and the difference where both are known."""
        return {"version": 1, "changes": [dict(zip(_COLUMNS, line, strict=True)) for line in self._lines()]}

    def to_frame(self) -> Any:
        """Return one line per pair; pandas if installed, else polars."""
        lines = list(self._lines())
        return frame_of_columns({name: [line[k] for line in lines] for k, name in enumerate(_COLUMNS)}, "a table of measures")

    def _lines(self) -> Iterator[tuple[Any, ...]]:
        for before, after in self.pairs:
            row = before or after
            assert row is not None
            change = after.value - before.value if before and after else None
            yield row.measure, row.kind, row.subject, before and before.value, after and after.value, change, row.unit

    def _cells(self) -> list[tuple[str, ...]]:
        say = LABELS[self.language]
        cells: list[tuple[str, ...]] = [tuple(say[k] for k in ("measure", "subject", "before", "after", "difference", "unit"))]
        lines = list(self._lines())
        for measure, kind, subject, before, after, change, unit in sorted(lines, key=lambda line: line[1] != ORGANISATION):
            numbers = (
                number(before, unit, self.language),
                number(after, unit, self.language),
                number(change, unit, self.language, sign=True),
            )
            cells.append((say[measure], shown(kind, subject, self.language, self.names), *numbers, say[f"unit.{unit}"]))
        return cells

    def __repr__(self) -> str:
        return f"<Comparison: {len(self.pairs)} rows differ>"

    def __str__(self) -> str:
        return as_text(self._cells(), numbers=(2, 3, 4)) if self.pairs else LABELS[self.language]["same"]

    def _repr_html_(self) -> str:
        return as_html(self._cells(), numbers=(2, 3, 4)) if self.pairs else f"<p>{LABELS[self.language]['same']}</p>"


_COLUMNS = ("measure", "kind", "subject", "before", "after", "difference", "unit")
