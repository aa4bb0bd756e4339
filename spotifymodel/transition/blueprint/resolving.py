"""The names in a blueprint in the spelling in which they are declared: ids are compared folded, as everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from ...model.ids import id_key
from ...model.org import Org
from .records import Blueprint, Forbid, Lock, Precedence, Preference, WantedSquad, WantedTribe, Waves

__all__ = ["Declared", "declared_in", "resolved"]

#: Kind → folded spelling → id as it is declared.
Declared = Mapping[str, dict[str, str]]
T = TypeVar("T")


def declared_in(org: Org) -> dict[str, dict[str, str]]:
    """Return the ids of a chart to which a blueprint can refer; it declares tribes, squads and chapters itself."""
    kinds: dict[str, Iterable[str]] = {
        "person": (p.id for p in org.people),
        "unit": (u.id for u in org.units),
        "product": (p.id for p in org.products),
        "skill": (s.id for s in org.skills),
        "tribe": (),
        "squad": (),
        "chapter": (),
    }
    return {kind: {id_key(one): one for one in ids} for kind, ids in kinds.items()}


def resolved(blueprint: Blueprint, known: Declared) -> Blueprint:
    """Return a blueprint whose every reference is spelled as its declaration; what is not declared stays as it is written."""

    def name(kind: str, written: str) -> str:
        return known[kind].get(id_key(written), written)

    def names(kind: str, written: Iterable[str]) -> tuple[str, ...]:
        return tuple(name(kind, one) for one in written)

    def keys(kind: str, written: Mapping[str, T]) -> Mapping[str, T]:
        return {name(kind, one): value for one, value in written.items()}

    def squad(one: WantedSquad) -> WantedSquad:
        needs, skills = keys("chapter", one.needs), keys("skill", one.required_skills)
        return replace(one, owns=names("product", one.owns), needs=needs, required_skills=skills)

    def tribe(one: WantedTribe) -> WantedTribe:
        coaches = names("person", one.agile_coaches) if isinstance(one.agile_coaches, tuple) else one.agile_coaches
        lead = None if one.lead is None else name("person", one.lead)
        return replace(
            one, from_units=names("unit", one.from_units), lead=lead, agile_coaches=coaches, squads=tuple(map(squad, one.squads))
        )

    def lock(one: Lock) -> Lock:
        found = {kind: None if written is None else name(kind, written) for kind, written in _places(one)}
        return replace(one, person=name("person", one.person), **found)

    def waves(one: Waves) -> Waves:
        order = tuple(Precedence(first=name("squad", p.first), then=name("squad", p.then)) for p in one.precedences)
        return replace(one, ready=keys("person", one.ready), precedences=order)

    return replace(
        blueprint,
        tribes=tuple(map(tribe, blueprint.tribes)),
        locks=tuple(map(lock, blueprint.locks)),
        forbid=tuple(Forbid(person=name("person", f.person), squad=name("squad", f.squad)) for f in blueprint.forbid),
        keep_together=tuple(names("person", group) for group in blueprint.keep_together),
        preferences=tuple(Preference(person=name("person", p.person), squads=names("squad", p.squads)) for p in blueprint.preferences),
        stay=keys("unit", blueprint.stay),
        waves=None if blueprint.waves is None else waves(blueprint.waves),
    )


def _places(lock: Lock) -> tuple[tuple[str, str | None], ...]:
    return ("squad", lock.squad), ("chapter", lock.chapter), ("tribe", lock.tribe)
