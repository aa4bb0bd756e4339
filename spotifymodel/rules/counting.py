"""Who counts among the people of a squad, as the profile reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..graph.index import Index
from ..graph.relation import END, People
from ..graph.stepping import Count, Step, Stretch, steps, without
from ..graph.view import View
from .rule import Limits, Parameter, Wording

__all__ = ["COUNT_OWNER", "head_counts", "head_stretches", "heads"]

COUNT_OWNER = Parameter(
    "count.po",
    "reading",
    Wording(
        "Whether the product owner counts: always (union), only where listed as a member (member), or never (exclude)",
        "Of de product owner meetelt: altijd (union), alleen als die ook lid is (member), of nooit (exclude)",
    ),
)


def heads(view: View, squad: str, limits: Limits) -> People:
    """Return the distinct people who count in a squad at an instant; members first."""
    reading = limits[COUNT_OWNER.name]
    if reading == "union":
        return view.squad_people(squad)
    members = view.members(squad)
    if reading == "member":
        return members
    owners = view.owners(squad)
    return tuple(p for p in members if p not in owners)


def head_stretches(index: Index, squad: str, limits: Limits) -> Iterator[Stretch]:
    """Yield who counts in a squad, and from when until when; over all time the same answer as :func:`heads`."""
    reading = limits[COUNT_OWNER.name]
    if reading != "exclude":
        yield from index.members.stretches(squad)
        if reading == "union":
            yield from index.owners.stretches(squad)
        return
    for person in index.members.people.get(squad, ()):
        for start, until in without(index.members.stints(squad, person), index.owners.stints(squad, person)):
            yield person, start, until


def head_counts(index: Index, squad: str, limits: Limits) -> Sequence[Count]:
    """Return how many count in a squad over all time, nobody included."""
    if limits[COUNT_OWNER.name] == "union":
        return index.attendance.counts(squad)
    found = [*steps(head_stretches(index, squad, limits)), Step(END, 0)]
    return [(one.start, other.start, one.number) for one, other in pairwise(found)]
