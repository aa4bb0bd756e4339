"""Reads what the box of a unit says: who manages it, who is in it, and under which job titles."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import each_post
from spotifymodel.model.line import Unit
from spotifymodel.model.org import Org
from spotifymodel.model.people import Person
from spotifymodel.model.seats import holder_id
from spotifymodel.plot.names import called, clean

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
    names = index_of(chart).names
    resolve, known = names["unit"].resolve, names["person"].resolve
    staff: dict[str | None, list[Person]] = defaultdict(list)
    left: dict[str | None, list[Person]] = defaultdict(list)
    for person in chart.people:
        homes = dict.fromkeys(resolve(post.unit) for post in each_post(person.unit, "unit") if post.unit is not None)
        for home in homes:
            staff[home].append(person)
        origin = None if person.from_unit is None else resolve(person.from_unit)
        if origin not in homes:
            left[origin].append(person)
    people = {person.id: called(person.label, person.id) for person in chart.people}
    found = []
    for unit, depth in _ordered(chart):
        bosses = dict.fromkeys(known(held) or held for held in map(holder_id, unit.manager))
        titles = Counter(clean(person.job_title) for person in staff[unit.id] if person.job_title)
        found.append(
            UnitCard(
                unit.id,
                called(unit.label, unit.id),
                depth,
                tuple(people.get(boss, boss) for boss in bosses),
                tuple(sorted(staff[unit.id], key=lambda person: person.id not in bosses)),
                frozenset(bosses),
                tuple(sorted(titles.items(), key=lambda item: (-item[1], item[0].casefold(), item[0]))),
                tuple(left[unit.id]),
            )
        )
    return tuple(found)


def _ordered(chart: Org) -> list[tuple[Unit, int]]:
    """Return every unit with its depth, parents first."""
    resolve = index_of(chart).names["unit"].resolve
    below: dict[str | None, list[Unit]] = defaultdict(list)
    for unit in chart.units:
        below[None if unit.parent is None else resolve(unit.parent)].append(unit)
    found: list[tuple[Unit, int]] = []
    waiting = [(top, 0) for top in reversed(below[None])]
    while waiting:
        unit, depth = waiting.pop()
        found.append((unit, depth))
        waiting += [(part, depth + 1) for part in reversed(below[unit.id])]
    return found
