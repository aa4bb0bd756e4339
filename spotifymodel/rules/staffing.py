"""Who could be brought into a squad: the proposals of fixes that add somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..graph.view import View
from ..model.edits import Edit
from .rule import Limits, Parameter, Wording

__all__ = ["ROOM", "bring_in", "tribe_mates"]

#: What a proposal to bring somebody in keeps to; rules that make one declare these.
ROOM: Final = (
    Parameter(
        "squad.max",
        "people",
        Wording(
            "The most people in a squad, for somebody who is proposed to join", "Het maximum in een squad, voor wie erbij wordt voorgesteld"
        ),
    ),
    Parameter(
        "membership.max",
        "squads",
        Wording("The most squads of somebody who is proposed to join", "In hoeveel squads iemand hoogstens werkt die wordt voorgesteld"),
    ),
)


def bring_in(view: View, squad: str, able: Iterable[str], limits: Limits) -> Iterator[Edit]:
    """Yield edits that let one of some people join a squad, the least busy first; none where that breaks another limit.

    Somebody who sat there before comes back from the instant on.
    """
    inside = view.squad_people(squad)
    if len(inside) >= limits["squad.max"]:
        return
    free = [p for p in able if p not in inside and len(view.squads_of(p)) < limits["membership.max"]]
    for person in sorted(free, key=lambda p: len(view.squads_of(p))):
        stints = view.index.members.stints(squad, person)
        if not stints:
            yield Edit("join", {"person": person, "squad": squad})
        elif view.day is not None and all(until <= view.day for _, until in stints):
            yield Edit("join", {"person": person, "squad": squad, "from": view.day})


def tribe_mates(view: View, squad: str) -> tuple[str, ...]:
    """Return the people of the tribe that a squad belongs to, vacancies left out; nobody for a squad outside tribes."""
    tribe, people = view.index.tribe_of.get(squad), view.index.people
    return () if tribe is None else tuple(p for p in view.tribe_people(tribe) if not people[p].vacancy)
