"""Which tribes somebody may go to, by what the blueprint says of units, and which chapters there they fit in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...graph.index import Index
from ..blueprint.dividing import tribes_open_to
from ..blueprint.records import Blueprint, WantedTribe
from ..origin import Origin
from ..people.candidate import Candidate
from .kinds import Bank, Kind, Trait
from .returning import wished_for
from .searching import Together

__all__ = ["bank_of", "settled"]

Fits = tuple[tuple[int, tuple[str, ...]], ...]


def bank_of(origin: Origin, index: Index) -> Bank:
    """Return the tribes of a blueprint, and who may go from one to another.

    Notes
    -----
    Who holds a role beside squads, and of whom a wish speaks, stays in their tribe.
    """
    completed = origin.completed
    blueprint = completed.blueprint
    tribes = {k: instance for k, (_, _, instance) in enumerate(origin.jobs)}
    if len(tribes) < 2:
        return Bank(tribes, ())
    bound = wished_for(blueprint)
    asks = sorted({ask for instance in tribes.values() for those in instance.asks.values() for ask in those})
    fitting = _Fitting(blueprint, index)
    found: dict[tuple[int, str, Trait], list[str]] = {}
    for k, (inside, _, instance) in enumerate(origin.jobs):
        working = {person for folk in instance.folk for person in folk.people}
        for one in inside:
            fits = () if one.id in bound or one.id not in working else fitting.of(one)
            if not any(tribe != k for tribe, _ in fits):
                continue
            met = tuple((skill, level) for skill, level in asks if one.level(skill) >= level)
            trait = Trait(one.person.location or "", one.owner.answer, one.manages_products, met, fits)
            found.setdefault((k, completed.home[one.id], trait), []).append(one.id)
    kinds = tuple(Kind(tribe, chapter, trait, tuple(sorted(found[tribe, chapter, trait]))) for tribe, chapter, trait in sorted(found))
    return Bank(tribes, kinds)


def settled(origin: Origin, found: Together) -> Origin:
    """Return what was asked with everybody in the tribe where they were staffed."""
    if not found.away:
        return replace(origin, jobs=[(inside, roles, found.instances[k]) for k, (inside, roles, _) in enumerate(origin.jobs)])
    completed, jobs = origin.completed, origin.jobs
    ids = [tribe.id for tribe in completed.blueprint.tribes]
    at = {c.id: (c, ids[k]) for k, (inside, _, _) in enumerate(jobs) for c in inside if c.id in found.away}
    guests: list[list[Candidate]] = [[] for _ in jobs]
    for person in sorted(found.away):
        guests[found.away[person][0]].append(at[person][0])
    seated = [tuple(c for c in inside if c.id not in found.away) + tuple(guests[k]) for k, (inside, _, _) in enumerate(jobs)]
    return replace(
        origin,
        completed=replace(
            completed,
            people={tribe: tuple(c.id for c in inside) for tribe, inside in zip(ids, seated, strict=True)},
            home=completed.home | {person: chapter for person, (_, chapter) in found.away.items()},
            elsewhere={person: (tribe, completed.home[person]) for person, (_, tribe) in sorted(at.items())},
        ),
        jobs=[(inside, roles, found.instances[k]) for k, (inside, (_, roles, _)) in enumerate(zip(seated, jobs, strict=True))],
    )


class _Fitting:
    """Where people fit, remembered by title and unit: a bank has few of either."""

    def __init__(self, blueprint: Blueprint, index: Index) -> None:
        self._blueprint, self._index = blueprint, index
        self._tribes: dict[str | None, tuple[int, ...]] = {}
        self._titles: Sequence[Mapping[str, str]] = [_titles(tribe) for tribe in blueprint.tribes]
        self._fits: dict[tuple[str, str, tuple[int, ...]], Fits] = {}

    def of(self, one: Candidate) -> Fits:
        """Return the tribes that somebody may go to, each with the chapters of their title or specialism."""
        if one.unit not in self._tribes:
            self._tribes[one.unit] = tribes_open_to(one.unit, self._blueprint.tribes, self._index)
        title = (one.person.job_title or "").casefold()
        key = (title, one.discipline, self._tribes[one.unit])
        if key not in self._fits:
            found = [(k, self._chapters(k, title, one.discipline)) for k in self._tribes[one.unit]]
            self._fits[key] = tuple((k, chapters) for k, chapters in found if chapters)
        return self._fits[key]

    def _chapters(self, tribe: int, title: str, discipline: str) -> tuple[str, ...]:
        by_title = self._titles[tribe].get(title)
        if by_title is not None:
            return (by_title,)
        return tuple(c.id for c in self._blueprint.tribes[tribe].chapters if discipline in c.disciplines)


def _titles(tribe: WantedTribe) -> Mapping[str, str]:
    return {job.casefold(): chapter.id for chapter in tribe.chapters for job in chapter.jobs}
