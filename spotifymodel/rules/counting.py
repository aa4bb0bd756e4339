"""Who counts among the people of a squad, as the profile reads it."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph.index import Index
from ..graph.relation import People
from ..graph.stepping import Stretch, without
from ..graph.view import View
from .rule import Limits, Parameter, Wording

__all__ = ["COUNT_OWNER", "head_stretches", "heads"]

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
