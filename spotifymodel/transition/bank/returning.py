"""Everybody in the tribe of their unit again: from a staffing in which some are elsewhere to what could have been staffed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..blueprint.records import Blueprint
from ..origin import Job, Origin
from ..people.candidate import Candidate
from ..staffing.preparing import instance_of

__all__ = ["guests_of", "returned", "wished_for"]


def guests_of(tribe: str, inside: Iterable[Candidate], elsewhere: Mapping[str, tuple[str, str]]) -> int:
    """Count who is in a tribe that is not that of their unit."""
    return sum(one.id in elsewhere and elsewhere[one.id][0] != tribe for one in inside)


def wished_for(blueprint: Blueprint) -> set[str]:
    """Return of whom a wish speaks: they stay in their tribe."""
    found = {lock.person for lock in blueprint.locks} | {f.person for f in blueprint.forbid} | {w.person for w in blueprint.preferences}
    return found.union(*blueprint.keep_together)


def returned(origin: Origin) -> Origin:
    """Return a question with everybody who may be elsewhere in the tribe of their unit again, and everything else as it is.

    Notes
    -----
    Roles stay with who holds them, and sites with their squads. Who holds a role in another tribe than that of their unit, and
    of whom a wish speaks, is no guest who could go back: they count as in another tribe, wherever the others go.
    """
    completed = origin.completed
    holding = {person for _, roles, _ in origin.jobs for person in roles.everybody()}
    staying = holding | wished_for(completed.blueprint)
    back = {person: to for person, to in completed.elsewhere.items() if person not in staying}
    if not back:
        return origin
    tribe_of = {person: tribe for tribe, inside in completed.people.items() for person in inside}
    home = completed.home | {person: chapter for person, (_, chapter) in back.items()}
    candidates = {one.id: one for inside, _, _ in origin.jobs for one in inside}
    inside_of: dict[str, list[Candidate]] = {tribe: [] for tribe in completed.people}
    for person, one in candidates.items():
        inside_of[back[person][0] if person in back else tribe_of[person]].append(one)
    jobs: list[Job] = []
    for tribe, (_, roles, instance) in zip(completed.blueprint.tribes, origin.jobs, strict=True):
        inside = tuple(inside_of[tribe.id])
        made = instance_of(tribe, inside, home, roles, completed.blueprint, origin.limits)
        guests = guests_of(tribe.id, inside, completed.elsewhere)
        jobs.append((inside, roles, replace(made, site=instance.site, guests=guests)))
    kept = {person: to for person, to in completed.elsewhere.items() if person not in back}
    people = {tribe: tuple(one.id for one in inside) for tribe, inside in inside_of.items()}
    return replace(origin, completed=replace(completed, people=people, home=home, elsewhere=kept), jobs=jobs)
