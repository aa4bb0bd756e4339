"""The blueprint that a bare list of people suggests; every invented name is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from ...formats.tables.folding import Slugs
from ...graph.index import Index
from ...profiles import Profile
from ..people.candidate import Candidate
from ..people.roles import choose_roles
from .dividing import cut_along_units, divided
from .records import Blueprint, WantedChapter, WantedSquad, WantedTribe

__all__ = ["Completed", "complete"]

#: A tribe is planned below its limit, so that hires and coaches still fit (contract of the blueprint).
_FILLED = 140 / 150
#: People below which a specialism is no chapter of its own.
_SMALL = 4


@dataclass(frozen=True, slots=True)
class Completed:
    """A blueprint in which nothing is open, and what was filled in.

    Attributes
    ----------
    blueprint : Blueprint
    people : dict of str to tuple of str
        Tribe → the people it takes, second line left out.
    home : dict of str to str
        Person → chapter.
    placeholders : tuple of str
        Names that nobody gave.
    elsewhere : dict of str to (str, str)
        Person → tribe of their unit and their chapter there, for who goes to another one.
    """

    blueprint: Blueprint
    people: dict[str, tuple[str, ...]]
    home: dict[str, str]
    placeholders: tuple[str, ...]
    elsewhere: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def complete(blueprint: Blueprint | None, index: Index, candidates: Sequence[Candidate], profile: Profile) -> Completed:
    """Return a blueprint with everything filled in that was left open.

    Parameters
    ----------
    blueprint : Blueprint or None
    index : Index
        The chart of today.
    candidates : sequence of Candidate
    profile : Profile
        Whose limits the proposal keeps.

    Notes
    -----
    Chapters follow the specialisms of job titles; one with too few people joins the largest of the same unit, one with more
    than a lead can manage is split. Squads follow the products where there are any; their needs are in proportion to supply.
    """
    wanted = blueprint or Blueprint()
    own = [c for c in candidates if not c.person.second_line]
    taken: list[str] = []
    ids = Slugs(name for t in wanted.tribes for name in (t.id, *(c.id for c in t.chapters), *(s.id for s in t.squads)))
    tribes, placeholders = _tribes(wanted, index, own, profile, ids)
    made: list[WantedTribe] = []
    people: dict[str, tuple[str, ...]] = {}
    home: dict[str, str] = {}
    for tribe, inside in tribes:
        chapters = tribe.chapters
        missing = [c for c in inside if c.id not in _home(chapters, inside) and not c.beside]
        spare = set()
        if not missing and not chapters:  # directors and coaches alone: who of them gets no role works in a squad
            missing = _without_role(tribe, own, inside, wanted, profile)
            spare = {c.id for c in missing}
        if missing:  # specialisms of which the blueprint says nothing
            chapters = (*chapters, *_chapters(missing, profile, ids))
            placeholders += [f"chapter {c.id}" for c in chapters[len(tribe.chapters) :]]
        of = _home(chapters, inside) | _locked_home(wanted, chapters, inside)
        home |= of
        held = choose_roles(replace(tribe, chapters=chapters), inside, of, wanted.locks, profile).everybody()
        free = [c for c in inside if c.id not in held and (not c.beside or c.id in spare)]
        squads, invented = _squads(tribe, chapters, free, of, index, profile, ids, taken)
        placeholders += invented
        made.append(replace(tribe, chapters=chapters, squads=squads))
        people[tribe.id] = tuple(c.id for c in inside)
    if any(tribe.chapters for tribe in made):  # a vacant seat needs a chapter too, as soon as there are chapters
        for k, tribe in enumerate(made):
            if not tribe.chapters:
                name = f"{tribe.name or tribe.id} general"
                made[k] = replace(tribe, chapters=(WantedChapter(id=ids.new(name, "chapter"), name=name),))
                placeholders.append(f"chapter {made[k].chapters[0].id}")
    return Completed(replace(wanted, tribes=tuple(made)), people, home, tuple(placeholders))


def _without_role(
    tribe: WantedTribe, own: Sequence[Candidate], inside: Sequence[Candidate], wanted: Blueprint, profile: Profile
) -> list[Candidate]:
    """Return who would hold no role beside the squads; who is locked into a squad of the tribe comes to it."""
    squads = {s.id for s in tribe.squads}
    locked = {lock.person for lock in wanted.locks if lock.squad in squads}
    held = choose_roles(tribe, inside, {}, wanted.locks, profile).everybody()
    here = {c.id for c in inside}
    return [c for c in own if c.id in locked or (c.id in here and c.id not in held)]


def _locked_home(wanted: Blueprint, chapters: Sequence[WantedChapter], inside: Sequence[Candidate]) -> dict[str, str]:
    """Give who is locked into a chapter that one, whatever their title says."""
    here, known = {c.id for c in inside}, {c.id for c in chapters}
    return {
        lock.person: lock.chapter for lock in wanted.locks if lock.chapter in known and lock.chapter is not None and lock.person in here
    }


# -- tribes ---------------------------------------------------------------------------------------------------------------


def _tribes(
    wanted: Blueprint, index: Index, own: Sequence[Candidate], profile: Profile, ids: Slugs
) -> tuple[list[tuple[WantedTribe, list[Candidate]]], list[str]]:
    """Give every person a tribe."""
    if wanted.tribes:
        return list(zip(wanted.tribes, divided(wanted, index, own), strict=True)), []
    most = max(1, int(profile.value("tribe.max") * _FILLED))
    groups = cut_along_units(index, own, most) if len(own) > most else [list(own)]
    found, placeholders = [], []
    for k, inside in enumerate(groups):
        name = index.chart.organisation if len(groups) == 1 and index.chart.organisation else f"Tribe {k + 1}"
        tribe = WantedTribe(id=ids.new(name, "tribe"), name=name)
        placeholders.append(f"tribe {tribe.id}")
        found.append((tribe, inside))
    return found, placeholders


# -- chapters -------------------------------------------------------------------------------------------------------------


def _chapters(people: Sequence[Candidate], profile: Profile, ids: Slugs) -> tuple[WantedChapter, ...]:
    """Return chapters for people by what their titles say, small specialisms together, large ones cut."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for one in people:
        groups.setdefault((one.discipline,), []).append(one)
    most = int(profile.value("chapter.max")) + 1
    merged = _merge_small(groups, most)
    found: list[WantedChapter] = []
    for disciplines, colleagues in merged.items():
        parts = ceil(len(colleagues) / most)
        name = " & ".join(d.replace("-", " ").capitalize() if k == 0 else d.replace("-", " ") for k, d in enumerate(disciplines))
        for k in range(parts):
            label = name if parts == 1 else f"{name} {k + 1}"
            found.append(
                WantedChapter(id=ids.new(label, "chapter"), name=label, discipline=disciplines if len(disciplines) > 1 else disciplines[0])
            )
    return tuple(found)


def _merge_small(groups: dict[tuple[str, ...], list[Candidate]], most: int) -> dict[tuple[str, ...], list[Candidate]]:
    """Let specialisms of few people share a chapter with the nearest: the one with most colleagues from the same units."""
    while len(groups) > 1:
        small = min(groups, key=lambda g: (len(groups[g]), g))
        if len(groups[small]) >= _SMALL:
            break
        people = groups.pop(small)
        units = {c.unit for c in people}

        def nearness(other: tuple[str, ...], units: set[str | None] = units, size: int = len(people)) -> tuple[bool, bool, int, int]:
            near = sum(c.unit in units for c in groups[other])
            return (len(groups[other]) + size > most, near == 0, len(groups[other]), -near)

        into = min(sorted(groups), key=nearness)
        joined = groups.pop(into) + people
        groups[tuple(sorted({*into, *small}))] = joined
    return {g: groups[g] for g in sorted(groups)}


def _home(chapters: Sequence[WantedChapter], inside: Sequence[Candidate]) -> dict[str, str]:
    """Give people a chapter: by title, else by specialism, among several of one specialism the emptiest; nobody without either."""
    load = {c.id: 0 for c in chapters}
    titles = {job.casefold(): c.id for c in chapters for job in c.jobs}
    found: dict[str, str] = {}
    for one in inside:
        by_title = titles.get((one.person.job_title or "").casefold())
        fitting = [by_title] if by_title else [c.id for c in chapters if one.discipline in c.disciplines]
        if fitting:
            chapter = min(fitting, key=lambda c: (load[c], c))
            load[chapter] += 1
            found[one.id] = chapter
    return found


# -- squads ---------------------------------------------------------------------------------------------------------------


def _squads(
    tribe: WantedTribe,
    chapters: Sequence[WantedChapter],
    free: Sequence[Candidate],
    home: dict[str, str],
    index: Index,
    profile: Profile,
    ids: Slugs,
    taken: list[str],
) -> tuple[tuple[WantedSquad, ...], list[str]]:
    """Return the squads of a tribe, and the names that nobody gave; what they need is who is free: without a role beside squads."""
    seats = len(free)
    invented: list[str] = []
    squads = tribe.squads
    if not squads:
        products = [p for p in index.products.values() if p.id not in taken]
        fewest = max(1, ceil(seats / (int(profile.value("squad.max")) - 1)))
        if fewest <= len(products) <= seats // 3:
            taken += [p.id for p in products]
            squads = tuple(WantedSquad(id=ids.new(p.label, "squad"), name=p.label, owns=(p.id,)) for p in products)
        else:
            squads = tuple(WantedSquad(id=ids.new(f"{tribe.id} squad {k + 1}"), name=f"Squad {k + 1}") for k in range(fewest))
        invented = [f"squad {s.id}" for s in squads]
    if not any(s.needs or s.required_skills for s in squads):
        squads = _with_needs(squads, chapters, free, home)
    return squads, invented


def _with_needs(
    squads: Iterable[WantedSquad], chapters: Sequence[WantedChapter], free: Sequence[Candidate], home: dict[str, str]
) -> tuple[WantedSquad, ...]:
    """Deal the supply of every chapter out over the squads, like cards: whole seats, and squads of equal size within one."""
    found = list(squads)
    needs: list[dict[str, float]] = [{} for _ in found]
    at = 0
    for chapter in chapters:
        for _ in range(sum(home.get(c.id) == chapter.id for c in free)):
            hand = needs[at % len(found)]
            hand[chapter.id] = hand.get(chapter.id, 0) + 1
            at += 1
    return tuple(replace(s, needs=n) for s, n in zip(found, needs, strict=True))
