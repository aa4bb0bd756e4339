"""Who counts towards a tribe: one definition, for an instant and for all time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from .relation import Relation
from .stepping import Stretch

if TYPE_CHECKING:
    from .index import Index

__all__ = ["COUNTED", "SHARED_COACH", "always_in_tribe", "ever_in_tribe", "ties_beside_squads", "tribe_heads", "tribe_stretches"]

#: A coach edge with a declared allocation under this share is shared with other tribes (contract of the file format).
SHARED_COACH: Final = 0.5
#: Ties that make somebody one of the people of a tribe.
COUNTED: Final = ("members", "owners", "chapter_members", "chapter_leads", "lead", "support", "coaches")


def tribe_heads(
    index: Index,
    tribe: str,
    day: dt.date | None,
    shared_below: float = SHARED_COACH,
    counted: Collection[str] = COUNTED,
) -> dict[str, None]:
    """Return the distinct people who count towards a tribe at an instant, as an ordered set; second line left out."""
    found: dict[str, None] = {}
    for relation, holder, coaching in _edges(index, tribe, counted):
        there = relation.at_least(holder, day, shared_below) if coaching else relation.at(holder, day)
        found.update(dict.fromkeys(there))
    for person in index.second_line:
        found.pop(person, None)
    return found


def tribe_stretches(
    index: Index,
    tribe: str,
    shared_below: float = SHARED_COACH,
    counted: Collection[str] = COUNTED,
) -> Iterator[Stretch]:
    """Yield who counts towards a tribe, and from when until when; somebody comes up once per edge."""
    outside = frozenset(index.second_line)
    for relation, holder, coaching in _edges(index, tribe, counted):
        stretches = relation.stretches(holder, shared_below if coaching else None)
        yield from (one for one in stretches if one[0] not in outside) if outside else stretches


def ever_in_tribe(index: Index, tribe: str) -> set[str]:
    """Return everybody who ever has a tie to a tribe, shared coaches and second line among them; a bound, in C."""
    squads, held = index.squads_in.get(tribe, ()), index.squad_people
    parts = [held.get(squad, ()) for squad in squads]
    if index.coaches.people:
        parts += [index.coaches.people.get(squad, ()) for squad in squads]
    inside = index.chapter_people.people
    parts += [inside.get(chapter, ()) for chapter in index.chapters_in.get(tribe, ())]
    return set().union(*parts, *(r.people.get(tribe, ()) for r in (index.tribe_leads, index.support, index.tribe_coaches)))


def always_in_tribe(index: Index, tribe: str) -> set[str]:
    """Return people who are tied to a tribe at every instant, whatever coaches share: a lower bound, in C."""
    edges = _edges(index, tribe, COUNTED)
    return set().union(*[r.people.get(holder, ()) for r, holder, coaching in edges if not coaching and holder not in r.spans])


def ties_beside_squads(index: Index, tribe: str) -> tuple[frozenset[str], int]:
    """Return who is ever tied to a tribe by something else than a seat in a squad, and how many of them always are.

    Edits of seats do not touch these ties: they are looked up once per index and remembered.
    """
    known: dict[str, tuple[frozenset[str], int]] = index.__dict__.setdefault("_ties_beside_squads", {})
    if tribe not in known:
        ever, always = set[str](), set[str]()
        for relation, holder, coaching in _edges(index, tribe, frozenset(COUNTED) - {"members", "owners"}):
            people = relation.people.get(holder, ())
            ever.update(people)
            if not coaching and holder not in relation.spans:
                always.update(people)
        known[tribe] = (frozenset(ever), len(always))
    return known[tribe]


def _edges(index: Index, tribe: str, counted: Collection[str]) -> Iterator[tuple[Relation, str, bool]]:
    """Yield relation and holder of every tie that counts, and whether it is one of coaching."""
    members, owners, coaches = "members" in counted, "owners" in counted, "coaches" in counted
    for squad in index.squads_in.get(tribe, ()):
        if members:
            yield index.members, squad, False
        if owners:
            yield index.owners, squad, False
        if coaches and squad in index.coaches.people:
            yield index.coaches, squad, True
    for chapter in index.chapters_in.get(tribe, ()):
        if "chapter_members" in counted:
            yield index.chapter_people, chapter, False
        elif "chapter_leads" in counted:
            yield index.chapter_leads, chapter, False
    if "lead" in counted:
        yield index.tribe_leads, tribe, False
    if "support" in counted:
        yield index.support, tribe, False
    if coaches:
        yield index.tribe_coaches, tribe, True
