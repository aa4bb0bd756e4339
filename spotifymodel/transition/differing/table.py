"""A difference as a table and as a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from ...checking.frames import frame_of_columns
from .person import PersonChange, Place

if TYPE_CHECKING:
    from .difference import Difference

__all__ = ["COLUMNS", "document_of", "frame_of", "rows_of"]

COLUMNS: Final = ("person", "status", "field", "before", "after")


def rows_of(people: Iterable[PersonChange]) -> list[tuple[str, str, str, str, str]]:
    """Return person, status, field, before, after; a row per field that changed, one for who came or went without a place."""
    rows: list[tuple[str, str, str, str, str]] = []
    for one in people:
        for name in one.fields or ("",):
            was, now = ("", "") if not name else (joined(getattr(p, name)) for p in (one.before, one.after))
            rows.append((one.person, one.status, name, was, now))
    return rows


def joined(value: Any) -> str:
    """Return ids, or squads with shares, on one line."""
    return ", ".join(one if isinstance(one, str) else f"{one[0]} {one[1]:g}" for one in value)


def frame_of(people: Iterable[PersonChange]) -> Any:
    """Return the rows with the columns of :data:`COLUMNS`; pandas if installed, else polars."""
    rows = rows_of(people)
    columns = {name: [row[k] for row in rows] for k, name in enumerate(COLUMNS)}
    return frame_of_columns(columns, "a table of changes")


def document_of(difference: Difference, language: str) -> dict[str, Any]:
    """Return a difference as JSON holds it."""
    count = Counter(one.status for one in difference.people)
    return {
        "version": 1,
        "summary": {**{status: count[status] for status in ("new", "gone", "changed")}, "changes": len(difference.changes)},
        "people": [
            {"person": one.person, "status": one.status, "before": _document(one.before), "after": _document(one.after)}
            for one in difference.people
        ],
        "changes": [edit.to_dict(language) for edit in difference.changes],
    }


def _document(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {name: list(getattr(place, name)) for name in Place.__dataclass_fields__ if name != "allocation"}
    return found | {"allocation": dict(place.allocation)}
