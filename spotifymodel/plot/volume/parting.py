"""Takes a part of a tribe for one page: some of its squads, some of its chapters, and the findings that belong to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from spotifymodel.plot.grid.view import MatrixView, Note, Row
from spotifymodel.words.book import phrase

__all__ = ["Span", "part_of", "weight"]

Span: TypeAlias = tuple[int, int]
"""First row or column, and the one behind the last."""


def part_of(view: MatrixView, rows: Span, columns: Span, language: str) -> MatrixView:
    """Return the view with some rows and columns only; the whole is returned as it is.

    Parameters
    ----------
    view : MatrixView
    rows, columns : (int, int)
    language : str
        Language of the remark that says which part this is.

    Notes
    -----
    The pages of a tribe can be laid beside each other: rows and columns stay in their order. A finding about somebody stands
    on every page that shows them, one about a squad with its first columns, one about a chapter with its first rows, and all
    others on the first page.
    """
    all_rows, all_columns = (0, len(view.rows)), (0, len(view.columns))
    if (rows, columns) == (all_rows, all_columns):
        return view
    taken = tuple(replace(row, cells=row.cells[slice(*columns)]) for row in view.rows[slice(*rows)])
    said = []
    if rows != all_rows:
        said += _said(language, "squads", len(view.squads), view.rows, rows)
    shown = view.columns[slice(*columns)]
    if columns != all_columns:
        before = sum(column.kind == "chapter" for column in view.columns[: columns[0]])
        here = sum(column.kind == "chapter" for column in shown)
        said += [phrase(language, "chapters", first=before + 1, last=before + here, n=here, all=len(view.chapters))] if here else []
    first = rows[0] == columns[0] == 0
    seen = _people(taken)
    seated = _people(view.rows)
    if columns[0] == 0:
        seen |= {("squad", row.squad) for row in taken if not row.bench}
    if rows[0] == 0:
        seen |= {("chapter", column.chapter) for column in shown}
    placed = seated | {("squad", row.squad) for row in view.squads} | {("chapter", column.chapter) for column in view.columns}
    return replace(
        view,
        rows=taken,
        columns=shown,
        notes=tuple(note for note in view.notes if _place(note) in seen or (first and _place(note) not in placed)),
        outsiders=view.outsiders if first else (),
        whole=(len(view.squads), len(view.chapters)),
        remark=" · ".join(filter(None, [*said, view.remark])),
    )


def weight(row: Row) -> float:
    """Return about how much of a page a row takes: what it holds where it is fullest, and its frame."""
    return 1.5 + max(map(len, row.cells), default=0)


def _said(language: str, key: str, count: int, rows: tuple[Row, ...], span: Span) -> list[str]:
    before = sum(not row.bench for row in rows[: span[0]])
    here = sum(not row.bench for row in rows[slice(*span)])
    return [phrase(language, key, first=before + 1, last=before + here, n=here, all=count)] if here else []


def _people(rows: Iterable[Row]) -> set[tuple[str, str]]:
    return {("person", seat.person) for row in rows for cell in row.cells for seat in cell}


def _place(note: Note) -> tuple[str, str]:
    return note.kind, note.subject
