"""From a completed blueprint and the roles of a tribe to an instance for the solver."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ...profiles import Profile
from ..blueprint.records import Blueprint, WantedSquad, WantedTribe
from ..people.candidate import Candidate
from ..people.roles import Roles
from .instance import Ask, Folk, Instance, Wish
from .pricing import price_of, whole_of

__all__ = ["instance_of"]

#: With no more ways than this to bring a skill to a squad everything is proven in a moment.
_FEW = 60


def instance_of(
    tribe: WantedTribe, inside: Sequence[Candidate], home: Mapping[str, str], roles: Roles, blueprint: Blueprint, profile: Profile
) -> Instance:
    """Return what the solver is asked for one tribe."""
    outside = roles.everybody()
    working = [c for c in inside if c.id not in outside]
    squads = tuple(s.id for s in tribe.squads)
    here = {c.id for c in working}
    wishes = _wishes(blueprint, here, squads)
    preferences = {w.person: tuple(s for s in w.squads if s in squads) for w in blueprint.preferences if w.person in here}
    alone = {p for wish in wishes for p in wish.people} | set(preferences)
    asks = {s.id: _asks(s, inside) for s in tribe.squads if s.required_skills}
    asked = sorted({ask for those in asks.values() for ask in those})
    classes: dict[tuple[str, ...], list[Candidate]] = {}
    for one in working:
        chapter, site = home[one.id], one.person.location or ""
        trade = "product" if one.manages_products else "other"
        able = tuple(f"{skill} {level}" for skill, level in asked if one.level(skill) >= level)
        key = (chapter, site, one.owner.answer, trade, *able, *([one.id] if one.id in alone else ()))
        classes.setdefault(key, []).append(one)
    folk = tuple(_folk(key, classes[key], asked) for key in sorted(classes))
    coverage = blueprint.coverage
    most = int(profile.value("membership.max"))
    if coverage is not None and coverage.squads_per_person is not None:
        most = min(most, coverage.squads_per_person)
    whole = whole_of(blueprint)
    needs = {(s.id, chapter): round(2 * seats) for s in tribe.squads for chapter, seats in s.needs.items() if seats}
    return Instance(
        folk,
        squads,
        needs,
        _sites(working, squads),
        int(profile.value("squad.max")),
        most,
        int(profile.value("tribe.max")) - len(inside) - roles.vacant,
        wishes,
        preferences,
        asks,
        optional=frozenset(s.id for s in tribe.squads if s.optional),
        prices={} if whole is None else {squad: price_of(whole, len(those)) for squad, those in asks.items()},
        brief=coverage is not None and coverage.proof == "skills" and not needs and _ways(folk, asks) > _FEW,
    )


def _ways(folk: Sequence[Folk], asks: Mapping[str, tuple[Ask, ...]]) -> int:
    """Return how many pairs there are of a class and a squad where it would bring a skill."""
    return sum(not one.skills.isdisjoint(those) for one in folk for those in asks.values())


def _asks(squad: WantedSquad, inside: Sequence[Candidate]) -> tuple[Ask, ...]:
    """Return the skills that a squad asks; one that is spelled in two ways is one, at the higher level."""
    levels: dict[str, int] = {}
    for reference, level in squad.required_skills.items():
        skill = inside[0].knowledge.key(reference) if inside else reference
        levels[skill] = max(level, levels.get(skill, 0))
    return tuple((skill, level) for skill, level in levels.items() if level)


def _folk(key: tuple[str, ...], people: Sequence[Candidate], asked: Sequence[Ask]) -> Folk:
    """Return a class of people: everything in the key holds for each of them."""
    met = frozenset(ask for ask in asked if people[0].level(ask[0]) >= ask[1])
    return Folk(key, key[0], key[1], key[2], tuple(sorted(c.id for c in people)), key[3] == "product", met)


def _wishes(blueprint: Blueprint, working: set[str], squads: tuple[str, ...]) -> tuple[Wish, ...]:
    found = [
        Wish("lock", (lock.person,), lock.squad, lock.role) for lock in blueprint.locks if lock.squad in squads and lock.person in working
    ]
    found += [Wish("forbid", (f.person,), f.squad) for f in blueprint.forbid if f.squad in squads and f.person in working]
    for group in blueprint.keep_together:
        here = tuple(dict.fromkeys(p for p in group if p in working))
        if len(here) > 1:
            found.append(Wish("together", here))
    return tuple(found)


def _sites(working: Sequence[Candidate], squads: tuple[str, ...]) -> dict[str, str]:
    """Give squads a site each, in proportion to where people sit: the largest remainders get what is left."""
    there = Counter(c.person.location or "" for c in working)
    if not there:
        return {}
    exact = {site: n * len(squads) / there.total() for site, n in there.items()}
    share = {site: int(x) for site, x in exact.items()}
    for site in sorted(exact, key=lambda s: (share[s] - exact[s], s))[: len(squads) - sum(share.values())]:
        share[site] += 1
    row = [site for site in sorted(share, key=lambda s: (-share[s], s)) for _ in range(share[site])]
    return dict(zip(squads, row, strict=True))
