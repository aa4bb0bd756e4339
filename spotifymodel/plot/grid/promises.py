"""What a matrix must show, said from the view alone: the audit compares it with what was painted."""

from __future__ import annotations

from spotifymodel.plot.grid.tokens import Tokens
from spotifymodel.plot.grid.view import MatrixView

__all__ = ["promised"]


def promised(view: MatrixView, tokens: Tokens | None = None) -> tuple[str, ...]:
    """Return the ``of`` of everything that must be seen: squads, chapters, findings, and people where they are shown.

    Parameters
    ----------
    view : MatrixView
    tokens : Tokens, optional
        How people are shown; without it they are only counted.
    """
    found = [f"squad:{row.squad}" for row in view.squads]
    found += [f"chapter:{column.chapter}" for column in view.columns]
    found += [f"finding:{note.code}" for note in view.notes if note.severity != "advice"]
    if tokens is not None:
        for row in view.rows:
            place = view.place(row)
            found += [f"{place}/person:{seat.person}" for cell in row.cells for seat in cell]
        found += [f"chapter:{column.chapter}/person:{lead}" for column in view.columns for lead in column.leads]
        found += [f"tribe:{view.tribe}/person:{person}" for person in (*view.leads, *view.coaches, *view.support)]
        found += [f"person:{outsider.person}" for outsider in view.outsiders]
    return tuple(dict.fromkeys(found))
