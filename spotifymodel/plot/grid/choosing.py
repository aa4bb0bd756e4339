"""What a caller may choose of a tribe: which one, and whom or what to highlight; the same for every picture of one tribe."""

from __future__ import annotations

from collections.abc import Iterator

from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.grid.reading import OUTSIDE
from spotifymodel.plot.grid.view import MatrixView

__all__ = ["chosen_tribe", "paths_of", "require_content"]


def chosen_tribe(org: Org, tribe: str | None) -> str:
    """Return the id of the tribe to draw, empty for the squads outside all tribes."""
    ids = [t.id for t in org.tribes]
    if tribe is not None:
        if tribe == OUTSIDE and not org.has("tribe", tribe):
            return ""
        return org.tribe(tribe).id
    if len(ids) > 1:
        shown = ", ".join(ids[:12]) + (f" and {len(ids) - 12} more" if len(ids) > 12 else "")
        raise UsageError(
            f"this chart has {len(ids)} tribes: choose one with tribe= (on the command line --tribe); there are {shown}", known=ids
        )
    return ids[0] if ids else ""


def require_content(view: MatrixView, picture: str) -> None:
    """Refuse a tribe in which there is nothing to draw."""
    if any(cell for row in view.rows for cell in row.cells) or view.squads:
        return
    where = f"tribe {view.tribe!r}" if view.tribe else "this chart"
    raise UsageError(
        f"{where} has no squads and no people in chapters, so there is no {picture} to draw. Add squads to it, or let a transition "
        "be proposed and draw its target"
    )


def paths_of(view: MatrixView) -> Iterator[str]:
    """Yield everybody and everything in the picture of a tribe that can be highlighted."""
    yield from (f"person:{person}" for person in view.people)
    yield from (f"squad:{row.squad}" for row in view.squads)
    yield from (f"chapter:{column.chapter}" for column in view.chapters)
