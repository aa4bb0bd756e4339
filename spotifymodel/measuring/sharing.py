"""How many people work in more than one squad."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.index import ORGANISATION
from ..graph.view import View
from .row import Row

__all__ = ["sharing"]


def sharing(view: View) -> Iterator[Row]:
    """Yield who is shared, and their part of all who sit in a squad; no part where nobody does."""
    seats = [n for p in view.index.people if (n := len(view.squads_of(p)))]
    shared = sum(n > 1 for n in seats)
    yield Row("shared_people", ORGANISATION, ORGANISATION, shared, "people")
    if seats:
        yield Row("shared_share", ORGANISATION, ORGANISATION, shared / len(seats), "share")
