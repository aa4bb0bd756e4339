"""Counts who shares people with whom: pairs of groups, be they tribes or squads, and how many are in both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from spotifymodel.graph.index import Index
from spotifymodel.plot.names import called

__all__ = ["Group", "Pair", "shared_pairs", "squads_as_groups", "tribes_as_groups"]


@dataclass(frozen=True, slots=True)
class Group:
    """Some people under a name; ``of`` is the path of what they are, such as ``tribe:hypotheek``."""

    of: str
    name: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two groups, by their places in a sequence, and how many people are in both."""

    count: int
    one: int
    other: int


def shared_pairs(groups: Sequence[Collection[str]]) -> tuple[Pair, ...]:
    """Return every pair of groups that share people, the smallest count first.

    Examples
    --------
    >>> shared_pairs([{"a", "b"}, {"b", "c"}, {"a", "b"}])
    (Pair(count=1, one=0, other=1), Pair(count=1, one=1, other=2), Pair(count=2, one=0, other=2))
    """
    homes: dict[str, list[int]] = defaultdict(list)
    for at, people in enumerate(groups):
        for person in people:
            homes[person].append(at)
    counts = Counter(pair for places in homes.values() for pair in combinations(places, 2))
    return tuple(sorted(Pair(count, *pair) for pair, count in counts.items()))


def tribes_as_groups(index: Index, outside: str) -> tuple[Group, ...]:
    """Return the tribes that have squads, each with the people of its squads; squads outside tribes are one group at the end."""
    people: dict[str, set[str]] = {}
    for squad, tribe in index.tribe_of.items():
        people.setdefault(tribe or "", set()).update(index.squad_people.get(squad, ()))
    order = [*(tribe for tribe in index.tribes if tribe in people), *([""] if "" in people else [])]
    names = {tribe: called(index.tribes[tribe].label, tribe) for tribe in order if tribe}
    return tuple(Group(f"tribe:{tribe}", names.get(tribe, outside), frozenset(people[tribe])) for tribe in order)


def squads_as_groups(index: Index, squads: Sequence[str]) -> tuple[Group, ...]:
    """Return squads, each with its people."""
    return tuple(
        Group(f"squad:{squad}", called(index.squads[squad].label, squad), frozenset(index.squad_people.get(squad, ()))) for squad in squads
    )
