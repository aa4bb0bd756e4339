"""The measures of a chart, as one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..checking.frames import frame_of_columns
from ..errors import UsageError
from ..graph.index import ORGANISATION
from .comparison import Comparison
from .labels import LABELS
from .row import Row
from .shortest_paths import Sample
from .showing import Names, as_html, as_text, number, shown

__all__ = ["Metrics"]


@dataclass(frozen=True, slots=True, repr=False)
class Metrics:
    """Rows of measure, kind and id of the subject, value and unit, in the order of the chart.

    Parameters
    ----------
    rows : tuple of Row
    language : {"en", "nl"}
        Of the table that is printed.
    sample : Sample, optional
        From how many sources betweenness was found, where it was: from all of them it is exact, else an estimate.
    names : mapping of (kind, id) to str
        What subjects are called in the printed table.
    """

    rows: tuple[Row, ...]
    language: str = "en"
    sample: Sample | None = None
    names: Names = field(default_factory=dict, compare=False)

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

    def compare(self, other: Metrics) -> Comparison:
        """Return pairs of (row here, row in the other) that differ; ``None`` where one has no such row.

        Printed, and in a notebook, it is a table of before, after and the difference.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> org = sm.Org(people=[{"id": "lotte"}], squads=[{"id": "kopen", "members": ["lotte"]}])
        >>> print(sm.metrics(org).compare(sm.metrics(org.add("person", id="bram"))))
        measure   subject       before  after  difference  unit
        people    organisation       1      2          +1  people
        contract  organisation       1      2          +1  fte
        """
        mine, theirs = ({r[:3]: r for r in m.rows} for m in (self, other))
        keys = dict.fromkeys((*mine, *theirs))
        pairs = ((mine.get(k), theirs.get(k)) for k in keys)
        return Comparison(tuple(pair for pair in pairs if pair[0] != pair[1]), self.language, {**other.names, **self.names})

    def to_dict(self) -> dict[str, Any]:
        """Return the rows as plain data."""
        made: dict[str, Any] = {"version": 1, "metrics": [row._asdict() for row in self.rows]}
        if self.sample is not None:
            how = {"exact": self.sample.exact, "sources": self.sample.sources, "points": self.sample.points}
            made["betweenness"] = how
        return made

    def to_frame(self) -> Any:
        """Return one line per row; pandas if installed, else polars."""
        return frame_of_columns({n: [r[k] for r in self.rows] for k, n in enumerate(Row._fields)}, "a table of measures")

    def _cells(self) -> list[tuple[str, ...]]:
        say = LABELS[self.language]
        cells: list[tuple[str, ...]] = [tuple(say[k] for k in ("measure", "subject", "value", "unit"))]
        for r in self.rows:
            subject = shown(r.kind, r.subject, self.language, self.names)
            cells.append((say[r.measure], subject, number(r.value, r.unit, self.language), say[f"unit.{r.unit}"]))
        return cells

    def _how(self) -> str:
        """Return in words how betweenness was found; nothing where it was not measured."""
        if self.sample is None:
            return ""
        words = LABELS[self.language]["exact" if self.sample.exact else "sampled"]
        return words.format(sources=self.sample.sources, points=self.sample.points)

    def __repr__(self) -> str:
        return f"<Metrics: {len(self.rows)} rows>"

    def __str__(self) -> str:
        table = as_text(self._cells(), numbers=(2,))
        return f"{table}\n\n{how}" if (how := self._how()) else table

    def _repr_html_(self) -> str:
        how = f"<p>{how}</p>" if (how := self._how()) else ""
        return as_html(self._cells(), numbers=(2,)) + how
