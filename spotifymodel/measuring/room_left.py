"""How many more people or squads fit under the limits of a profile; below zero where a limit is passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..graph.view import View
from .row import Row

__all__ = ["room_left"]


def room_left(view: View, limits: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the room of squads, tribes and people who sit in a squad; none where the profile has no such limit."""
    index = view.index
    if (most := limits.get("squad.max")) is not None:
        for squad in index.squads:
            yield Row("room_left", "squad", squad, most - len(view.squad_people(squad)), "people")
    if (most := limits.get("tribe.max")) is not None:
        for tribe in index.tribes:
            yield Row("room_left", "tribe", tribe, most - len(view.tribe_people(tribe)), "people")
    if (most := limits.get("membership.max")) is not None:
        for person in index.people:
            if seats := len(view.squads_of(person)):
                yield Row("room_left", "person", person, most - seats, "squads")
