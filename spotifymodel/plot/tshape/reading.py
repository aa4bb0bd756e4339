"""Reads how deep and how broad people are: their levels, and the shape that the profile calls that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.plot.names import called
from spotifymodel.plot.skills import named_skills
from spotifymodel.rules.rule import Limits

__all__ = ["Profile", "Shape", "members_of", "read_profiles", "shape_of", "skills_of"]

#: A T is deep in one skill and steps in on others; an I is deep only; ``open`` where no skills are told.
Shape: TypeAlias = Literal["t", "i", "broad", "none", "open"]


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody's levels, in the order of the skills of the picture, and their shape.

    Parameters
    ----------
    id, name : str
    group : str
        Name of the squad under which they stand.
    levels : tuple of int
        0 to 3.
    shape : str
    """

    id: str
    name: str
    group: str
    levels: tuple[int, ...]
    shape: Shape


def members_of(org: Org, squads: Iterable[str]) -> list[tuple[str, str]]:
    """Return (name of the squad, person) for everybody in squads, each once, under the first squad; people by name."""
    view, found = View(index_of(org)), dict[str, str]()
    for squad in squads:
        inside = sorted(view.squad_people(squad), key=lambda p: (_said(org, p).casefold(), p))
        for person in inside:
            found.setdefault(person, called(org.squad(squad).label, squad))
    return [(group, person) for person, group in found.items()]


def skills_of(org: Org, people: Iterable[str]) -> list[tuple[str, str]]:
    """Return (skill, name) for every skill that any of some people has: in the order of the chart, then by spelling."""
    index = index_of(org)
    held = {skill for person in people for skill, level in index.knowledge.levels(person).items() if level > 0}
    return named_skills(index, held)


def read_profiles(org: Org, placed: Sequence[tuple[str, str]], skills: Sequence[str], limits: Limits) -> tuple[Profile, ...]:
    """Return the profile of everybody in ``placed``, which names group and person."""
    knowledge = index_of(org).knowledge
    return tuple(
        Profile(
            person,
            _said(org, person),
            group,
            tuple(knowledge.level(person, skill) for skill in skills),
            shape_of(knowledge.levels(person), limits),
        )
        for group, person in placed
    )


def shape_of(levels: Mapping[str, int], limits: Limits) -> Shape:
    """Return the shape of somebody's skills, as the rule MB009 judges it.

    Examples
    --------
    >>> asked = Limits({"tshape.depth": 1, "tshape.breadth": 2, "tshape.depth_level": 3, "tshape.breadth_level": 1})
    >>> [shape_of(one, asked) for one in ({"a": 3, "b": 1, "c": 1}, {"a": 3}, {"a": 2, "b": 1, "c": 1}, {"a": 1}, {})]
    ['t', 'i', 'broad', 'none', 'open']
    """
    if not levels:
        return "open"
    depth, breadth = limits["tshape.depth"], limits["tshape.breadth"]
    deep = sum(level >= limits["tshape.depth_level"] for level in levels.values())
    further = sum(level >= limits["tshape.breadth_level"] for level in levels.values()) - min(deep, depth)
    if deep >= depth:
        return "t" if further >= breadth else "i"
    return "broad" if further >= breadth else "none"


def _said(org: Org, person: str) -> str:
    return called(org.person(person).label, person)
