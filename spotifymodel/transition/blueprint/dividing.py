"""Which tribe takes whom: by the units that tribes name, and along the tree of units where nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from ...graph.index import Index
from ...graph.view import View
from ..people.candidate import Candidate
from .records import Blueprint, WantedTribe

__all__ = ["cut_along_units", "divided", "tribes_open_to"]

#: A unit of at most so many people goes to one tribe as a whole, where several may have it.
_TEAM = 20


def tribes_open_to(unit: str | None, tribes: Sequence[WantedTribe], index: Index) -> tuple[int, ...]:
    """Return the tribes that take people of a unit.

    Notes
    -----
    The unit itself, else the nearest above it that some tribe names, decides: every tribe that names it may have its people.
    Who works in a unit that no tribe names may go to every tribe that names none; where all name some, to the last.
    """
    for one in () if unit is None else View(index).units_above(unit):
        naming = tuple(k for k, tribe in enumerate(tribes) if one in tribe.from_units)
        if naming:
            return naming
    return tuple(k for k, tribe in enumerate(tribes) if not tribe.from_units) or (len(tribes) - 1,)


def divided(wanted: Blueprint, index: Index, own: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the people of every tribe of a blueprint, in the order of the list.

    Notes
    -----
    Whom several tribes may have goes where, for what is asked there, fewest are: teams as a whole, larger units by specialism.
    """
    tribes, named = wanted.tribes, _named(wanted)
    open_to: dict[str | None, tuple[int, ...]] = {}
    at: dict[str, int] = {}
    shared: dict[tuple[tuple[int, ...], str | None], list[Candidate]] = {}
    for one in own:
        if one.unit not in open_to:
            open_to[one.unit] = tribes_open_to(one.unit, tribes, index)
        if one.id in named:
            at[one.id] = named[one.id]
        elif len(open_to[one.unit]) == 1:
            at[one.id] = open_to[one.unit][0]
        else:
            shared.setdefault((open_to[one.unit], one.unit), []).append(one)
    asked = _asked(tribes)
    load = [0] * len(tribes)
    for tribe in at.values():
        load[tribe] += 1
    for (among, _), people in sorted(shared.items(), key=lambda part: (-len(part[1]), part[1][0].id)):
        parts = [people] if len(people) <= _TEAM else [[one] for one in sorted(people, key=lambda c: c.discipline)]
        for part in parts:
            emptiest = min(among, key=lambda k: ((load[k] + len(part)) / asked[k], k))
            load[emptiest] += len(part)
            at |= {one.id: emptiest for one in part}
    return [[one for one in own if at[one.id] == k] for k in range(len(tribes))]


def _asked(tribes: Sequence[WantedTribe]) -> list[float]:
    """Return how large tribes are to be in proportion to each other: by seats, else by squads, else all alike."""
    seats = [sum(sum(squad.needs.values()) for squad in tribe.squads) for tribe in tribes]
    squads = [float(len(tribe.squads)) for tribe in tribes]
    return seats if all(seats) else squads if all(squads) else [1.0] * len(tribes)


def _named(wanted: Blueprint) -> dict[str, int]:
    """Return the tribe of everybody whom the blueprint names for a role of one; the lead's comes first."""
    named: dict[str, int] = {}
    for k, tribe in enumerate(wanted.tribes):
        if tribe.lead is not None:
            named[tribe.lead] = k
    for k, tribe in enumerate(wanted.tribes):
        chapters = {c.id for c in tribe.chapters}
        coaches = tribe.agile_coaches if isinstance(tribe.agile_coaches, tuple) else ()
        locked = [lock.person for lock in wanted.locks if lock.tribe == tribe.id or lock.chapter in chapters]
        for person in (*coaches, *locked):
            named.setdefault(person, k)
    return named


def cut_along_units(index: Index, own: Sequence[Candidate], most: int) -> list[list[Candidate]]:
    """Cut people into groups of at most so many along the tree of units: what is near in it stays together.

    Notes
    -----
    A unit with everything below it is cut only where it is too large for one group. The parts stand in a row as in the tree;
    groups are closed where that makes them as equal as can be.
    """
    view = View(index)
    paths: dict[str | None, tuple[str, ...]] = {}
    for one in own:
        if one.unit not in paths:
            paths[one.unit] = () if one.unit is None else view.units_above(one.unit)[::-1]
    parts = list(_parts([(paths[one.unit], one) for one in own], 0, most))
    number = max(1, ceil(len(own) / most))
    groups: list[list[Candidate]] = [[]]
    left = len(own)
    for part in parts:
        here = groups[-1]
        target = (left + len(here)) / max(1, number - len(groups) + 1)
        # A handful more than planned is better than a tribe of a handful: there is room for hires in every tribe.
        full = len(here) + len(part) > most + (most // 30 if min(len(here), len(part)) <= most // 30 else 0)
        if here and (full or (len(here) + len(part) / 2 > target and len(groups) < number)):
            groups.append(here := [])
        here.extend(part)
        left -= len(part)
    order = {c.id: k for k, c in enumerate(own)}
    return [sorted(group, key=lambda c: order[c.id]) for group in groups if group]


def _parts(people: Sequence[tuple[tuple[str, ...], Candidate]], depth: int, most: int) -> Iterator[list[Candidate]]:
    """Yield people in parts of at most so many: a unit with all below it, or, where that is too large, each of these units."""
    if len(people) <= most:
        yield [one for _, one in people]
        return
    here = [one for path, one in people if len(path) <= depth]
    pieces = ceil(len(here) / most)
    for k in range(pieces):
        yield here[len(here) * k // pieces : len(here) * (k + 1) // pieces]
    below: dict[str, list[tuple[tuple[str, ...], Candidate]]] = {}
    for path, one in people:
        if len(path) > depth:
            below.setdefault(path[depth], []).append((path, one))
    for inside in below.values():
        yield from _parts(inside, depth + 1, most)
