"""Two parts of a tribe, cut along its weakest links."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from ..graph.view import View

__all__ = ["halves"]

Part = list[str]


def halves(view: View, tribe: str) -> tuple[Part, Part] | None:
    """Return squads and chapters of a tribe in two parts of similar size, as ``squad:id`` and ``chapter:id``.

    Squads that share most people stay together; a chapter goes where most of its people work. ``None`` for a tribe of one
    squad.

    Notes
    -----
    A heuristic, in the manner of Kruskal: the strongest links are joined first, as long as a group stays under 60 % of the
    people; the groups are then dealt out, the largest first. O(squads²).
    """
    index = view.index
    squads = index.squads_in.get(tribe, ())
    people = {s: set(index.squad_people[s]) for s in squads}
    groups = [[s] for s in squads]
    ceiling = 0.6 * len(set().union(*people.values()))
    links = sorted(combinations(squads, 2), key=lambda pair: -len(people[pair[0]] & people[pair[1]]))
    for one, other in links:
        if people[one].isdisjoint(people[other]):
            break
        a = next(g for g in groups if one in g)
        b = next(g for g in groups if other in g)
        if a is not b and len(_union(people, [*a, *b])) <= ceiling:
            a.extend(b)
            groups.remove(b)
    left: Part = []
    right: Part = []
    for group in sorted(groups, key=lambda g: -len(_union(people, g))):
        (left if len(_union(people, left)) <= len(_union(people, right)) else right).extend(group)
    if not left or not right:
        return None
    parts = ([f"squad:{s}" for s in squads if s in left], [f"squad:{s}" for s in squads if s in right])
    here, there = _union(people, left), _union(people, right)
    for chapter in index.chapters_in.get(tribe, ()):
        inside = set(index.chapter_people.people.get(chapter, ()))
        parts[len(inside & there) > len(inside & here)].append(f"chapter:{chapter}")
    return parts


def _union(people: dict[str, set[str]], squads: Iterable[str]) -> set[str]:
    return set().union(*(people[s] for s in squads))
