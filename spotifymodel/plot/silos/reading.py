"""Reads what the box of a unit says: who manages it, who is in it, and under which job titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from spotifymodel.model.line import Unit
from spotifymodel.model.org import Org
from spotifymodel.model.people import Person
from spotifymodel.model.seats import holder_id
from spotifymodel.plot.names import clean

__all__ = ["UnitCard", "read_units"]


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One unit as its box shows it.

    Parameters
    ----------
    depth : int
        How many units stand above it.
    managers : tuple of str
        Names of who manages it.
    people : tuple of Person
        Its managers first, then in the order of the chart.
    bosses : frozenset of str
        Ids of the managers.
    titles : tuple of (str, int)
        Job titles and how many people hold them, the most frequent first; people without a title are left out.
    left : tuple of Person
        Who came from it and sits in it no more.
    """

    id: str
    name: str
    depth: int
    managers: tuple[str, ...]
    people: tuple[Person, ...]
    bosses: frozenset[str]
    titles: tuple[tuple[str, int], ...]
    left: tuple[Person, ...] = ()


def read_units(chart: Org) -> tuple[UnitCard, ...]:
    """Return a card for every unit, every parent before its parts."""
    staff: dict[str, list[Person]] = defaultdict(list)
    left: dict[str, list[Person]] = defaultdict(list)
    for person in chart.people:
        held = person.unit
        posts = () if held is None else held if isinstance(held, tuple) else (held,)
        homes = dict.fromkeys(post if isinstance(post, str) else post.unit or "" for post in posts)
        for home in homes:
            staff[home].append(person)
        if person.from_unit is not None and person.from_unit not in homes:
            left[person.from_unit].append(person)
    names = {person.id: clean(person.name or person.id) or person.id for person in chart.people}
    found = []
    for unit, depth in _ordered(chart):
        bosses = dict.fromkeys(holder_id(holder) for holder in unit.manager)
        titles = Counter(clean(person.job_title) for person in staff[unit.id] if person.job_title)
        found.append(
            UnitCard(
                unit.id,
                clean(unit.name or unit.id) or unit.id,
                depth,
                tuple(names.get(boss, boss) for boss in bosses),
                tuple(sorted(staff[unit.id], key=lambda person: person.id not in bosses)),
                frozenset(bosses),
                tuple(sorted(titles.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))),
                tuple(left[unit.id]),
            )
        )
    return tuple(found)


def _ordered(chart: Org) -> list[tuple[Unit, int]]:
    """Return every unit once with its depth, parents first; units in a circle count as tops."""
    found = chart.units
    ids = {u.id for u in found}
    below: dict[str, list[Unit]] = defaultdict(list)
    for unit in found:
        if unit.parent in ids:
            below[unit.parent or ""].append(unit)
    done: dict[str, tuple[Unit, int]] = {}
    for top in (*(u for u in found if u.parent not in ids), *found):
        waiting = [(top, 0)]
        while waiting:
            unit, depth = waiting.pop()
            if unit.id not in done:
                done[unit.id] = unit, depth
                waiting += [(child, depth + 1) for child in reversed(below[unit.id])]
    return list(done.values())
