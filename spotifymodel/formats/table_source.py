"""From a table that was read to a chart that knows its rows and what was guessed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Literal

from ..errors import Place
from ..model.org import Org
from ..model.source import Path, Source
from .document import org_from_tree
from .tables.cells import Table
from .tables.document import document_from_table
from .tables.headers import Overrides
from .trees.paths import format_path

__all__ = ["org_from_table"]


def org_from_table(
    table: Table,
    *,
    columns: Overrides | None = None,
    language: Literal["en", "nl"] | None = None,
) -> Org:
    """Return the chart that a table describes; ``org.reading`` says what was guessed, dropped, ignored or rejected."""
    reading = document_from_table(table, columns=columns, language=language)
    source = Source(table.name, partial(_place, reading.places, table.name))
    source.reading = reading.report
    return org_from_tree(reading.document, source)


def _place(places: Mapping[Path, Place], name: str, path: Path) -> Place:
    """Return the row of the nearest record at or above a path."""
    for length in range(len(path), 0, -1):
        found = places.get(path[:length])
        if found is not None:
            return Place(found.file, found.line, found.column, format_path(path), found.sheet, found.cell)
    return Place(name, path=format_path(path))
