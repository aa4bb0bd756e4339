"""A matrix of rows × columns, ready for a heat map."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from spotifymodel.errors import NotFoundError
from spotifymodel.model.citation import Confidence
from spotifymodel.whitepaper.headings import heading
from spotifymodel.whitepaper.phrase import Language, Phrase
from spotifymodel.whitepaper.table import frame_of

__all__ = ["Matrix"]

_SIGNS: Final = {"stated": "●", "inferred": "○", "guess": "·"}
_WEIGHTS: Final = {"stated": 2, "inferred": 1, "guess": 1}


class Matrix:
    """Who holds what: a cell is empty, or says how the tie is known.

    Parameters
    ----------
    title : Phrase
        What the matrix shows.
    rows, columns : mapping of str to Phrase
        Keys and labels, in order.
    cells : mapping of (str, str) to {'stated', 'inferred', 'guess'}
        By row key and column key; absent where there is no tie.
    language : {'en', 'nl'}
        Language of `to_rows`, `to_frame` and the notebook view.

    Examples
    --------
    >>> from spotifymodel.whitepaper import blocks_by_role
    >>> blocks_by_role.holders("3b", "stated", version="1.0")
    ('marketing 1.0',)
    """

    def __init__(
        self,
        title: Phrase,
        rows: Mapping[str, Phrase],
        columns: Mapping[str, Phrase],
        cells: Mapping[tuple[str, str], Confidence],
        language: Language = "en",
    ) -> None:
        assert all(row in rows and column in columns for row, column in cells), "a cell outside the matrix"
        self.title, self.language = title, language
        self._rows, self._columns, self._cells = dict(rows), dict(columns), dict(cells)

    @property
    def rows(self) -> tuple[str, ...]:
        """Keys of the rows, from top to bottom."""
        return tuple(self._rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """Keys of the columns, from left to right."""
        return tuple(self._columns)

    @property
    def row_labels(self) -> tuple[str, ...]:
        """Labels of the rows in the matrix’s language."""
        return tuple(label.said(self.language) for label in self._rows.values())

    @property
    def column_labels(self) -> tuple[str, ...]:
        """Labels of the columns in the matrix’s language."""
        return tuple(label.said(self.language) for label in self._columns.values())

    def cell(self, row: str, column: str) -> Confidence | None:
        """Return how a tie is known, or ``None`` where there is none.

        Raises
        ------
        NotFoundError
            When there is no such row or column.
        """
        for kind, wanted, known in (("row", row, self._rows), ("column", column, self._columns)):
            if wanted not in known:
                raise NotFoundError(kind, wanted, within=self.title.en)
        return self._cells.get((row, column))

    def holders(self, row: str, *known: Confidence, version: str = "") -> tuple[str, ...]:
        """Return the columns that hold a row.

        Parameters
        ----------
        row : str
            Key of the row.
        *known : {'stated', 'inferred', 'guess'}
            Only ties that are known like this; all when none is given.
        version : str
            Only columns whose key ends with this, such as ``1.0``.
        """
        return tuple(c for c in self._columns if c.endswith(version) and (sure := self.cell(row, c)) and (not known or sure in known))

    def numbers(self) -> tuple[tuple[int, ...], ...]:
        """Return the cells as numbers for a heat map: 2 stated, 1 inferred or guessed, 0 none."""
        return tuple(tuple(_WEIGHTS.get(self._cells.get((row, column), ""), 0) for column in self._columns) for row in self._rows)

    def in_language(self, language: Language) -> Matrix:
        """Return the same matrix, shown in Dutch (``nl``) or English (``en``)."""
        return Matrix(self.title, self._rows, self._columns, self._cells, language)

    def to_rows(self) -> list[dict[str, str]]:
        """Return one dictionary per row: its key and label, then a sign per column (● stated, ○ inferred, · guess)."""
        return [
            {"key": row, "label": label.said(self.language)}
            | {column: _SIGNS.get(self._cells.get((row, column), ""), "") for column in self._columns}
            for row, label in self._rows.items()
        ]

    def to_frame(self) -> Any:
        """Return the rows as a data frame of pandas, else of polars.

        Raises
        ------
        MissingDependencyError
            When neither is installed.
        """
        return frame_of(self.to_rows())

    def __repr__(self) -> str:
        return f"<Matrix {self.title.en}: {len(self._rows)} × {len(self._columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(label)}</th>" for label in ("", "", *self.column_labels))
        body = "".join(
            "<tr>"
            + "".join(f"<th>{escape(row[key])}</th>" for key in ("key", "label"))
            + "".join(f'<td style="text-align:center">{row[column]}</td>' for column in self._columns)
            + "</tr>"
            for row in self.to_rows()
        )
        used = set(self._cells.values())
        legend = ", ".join(f"{sign} {heading(name).said(self.language)}" for name, sign in _SIGNS.items() if name in used)
        caption = f"{escape(self.title.said(self.language))} ({escape(legend)})"
        return f'<table lang="{self.language}"><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
