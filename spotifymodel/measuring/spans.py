"""How many people each manager and chapter lead has."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.view import View
from .row import Row

__all__ = ["spans"]


def spans(view: View) -> Iterator[Row]:
    """Yield the number of people whose line manager somebody is, for those who have any."""
    for person in view.index.people:
        if below := len(view.reports_of(person)):
            yield Row("span", "person", person, below, "people")
