"""Who could take something over: a role, or one more seat."""

from __future__ import annotations

from collections.abc import Collection

from ..graph.relation import People
from ..graph.view import View

__all__ = ["free_id", "possible_owners", "squads_with_room"]


def possible_owners(view: View, squad: str, besides: Collection[str] = ()) -> People:
    """Return the members of a squad who could own it: people, not vacancies or second line, who own no other squad.

    Seniors first, then in the order of the chart. Experience and skills are looked at by PO007, not here.
    """
    people = view.index.people
    able = [p for p in view.members(squad) if p not in besides and not people[p].vacancy and not people[p].second_line]
    free = [p for p in able if not set(view.owned_by(p)) - {squad} and not view.tribes_led(p)]
    return tuple(sorted(free, key=lambda p: people[p].seniority != "senior"))


def squads_with_room(view: View, tribe: str | None, most: int, person: str) -> tuple[str, ...]:
    """Return the squads of a tribe that may take somebody who never sits there, the smallest first."""
    if tribe is None:
        return ()
    ever = view.index.squads_of.get(person, ())
    open_ = [s for s in view.squads_in(tribe) if s not in ever and len(view.squad_people(s)) < most]
    return tuple(sorted(open_, key=lambda s: len(view.squad_people(s))))


def free_id(taken: Collection[str], wanted: str) -> str:
    """Return an id that is not taken: the one wanted with the first number from 2 that is free.

    Examples
    --------
    >>> free_id({"aanvraag", "aanvraag-2"}, "aanvraag")
    'aanvraag-3'
    """
    keys = {one.casefold() for one in taken}
    number = 2
    while f"{wanted}-{number}".casefold() in keys:
        number += 1
    return f"{wanted}-{number}"
