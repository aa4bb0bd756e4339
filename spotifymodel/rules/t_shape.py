"""How broad and how deep somebody's skills are, by the limits of a profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from .rule import Limits, Parameter, Wording

__all__ = ["BREADTH", "DEPTH", "EXPERT", "PARAMETERS", "STEPS_IN", "Form", "Shape", "at_least", "shape_of"]

DEPTH, BREADTH = "tshape.depth", "tshape.breadth"
EXPERT, STEPS_IN = "tshape.depth_level", "tshape.breadth_level"

#: What a T is asked to be; the rule and the transition read the same.
PARAMETERS: Final = (
    Parameter(
        DEPTH, "skills", Wording("Skills in which somebody is an expert, at least", "In hoeveel vaardigheden iemand minstens expert is")
    ),
    Parameter(
        BREADTH,
        "skills",
        Wording("Further skills in which somebody can step in, at least", "Op hoeveel andere vaardigheden iemand minstens kan bijspringen"),
    ),
    Parameter(EXPERT, "level", Wording("The level of an expert", "Het niveau van een expert")),
    Parameter(STEPS_IN, "level", Wording("The level from which somebody can step in", "Vanaf welk niveau iemand kan bijspringen")),
)

#: A T, deep in too little beside it (an I), broad without depth, neither, or nothing told.
Form = Literal["T", "I", "broad", "neither", "unknown"]


@dataclass(frozen=True, slots=True)
class Shape:
    """The form of somebody's skills, and in how many further ones they can step in."""

    form: Form
    further: int = 0


def shape_of(levels: Iterable[int], limits: Limits | Mapping[str, Any]) -> Shape:
    """Return the shape of somebody with these levels of skills, one per skill.

    Examples
    --------
    >>> limits = {"tshape.depth": 1, "tshape.breadth": 2, "tshape.depth_level": 3, "tshape.breadth_level": 1}
    >>> shape_of([3, 1, 2], limits).form, shape_of([3, 1], limits), shape_of([], limits).form
    ('T', Shape(form='I', further=1), 'unknown')
    """
    told = tuple(levels)
    if not told:
        return Shape("unknown")
    deep = at_least(told, limits[EXPERT])
    further = at_least(told, limits[STEPS_IN]) - min(deep, limits[DEPTH])
    is_deep, is_broad = deep >= limits[DEPTH], further >= limits[BREADTH]
    return Shape("T" if is_deep and is_broad else "I" if is_deep else "broad" if is_broad else "neither", further)


def at_least(levels: tuple[int, ...], least: int) -> int:
    """Return how many levels are at least so high."""
    return len([level for level in levels if level >= least])
