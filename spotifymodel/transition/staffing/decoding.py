"""From classes of people to people: who of a class takes which seat, in a fixed order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..solver.highs import Key
from .columns import FULL, HALF, HIRE, OPEN, OWNER, PART
from .instance import Ask, Instance
from .terms import TERMS

__all__ = ["Seating", "Vacancy", "decode", "score"]


@dataclass(frozen=True, slots=True)
class Seating:
    """One seat of somebody: the squad, whether as owner, and whether it takes half of them."""

    squad: str
    owner: bool = False
    half: bool = False


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat for somebody who is still to be found; without a chapter it is the owner's."""

    squad: str
    chapter: str | None
    half: bool = False


def decode(instance: Instance, seats: Mapping[Key, int]) -> tuple[dict[str, tuple[Seating, ...]], tuple[Vacancy, ...]]:
    """Return everybody's seats, and the vacancies.

    Notes
    -----
    Members of a class are interchangeable for every term, so any order of handing out does; by id it is always the same.
    Half seats are laid out in a row, sorted by squad, and dealt in two rounds: as no squad has more halves than there are
    people for them, nobody gets the same squad twice.
    """
    found: dict[str, tuple[Seating, ...]] = {}
    for k, folk in enumerate(instance.folk):
        waiting = list(folk.people)
        for kind in (OWNER, FULL):
            for squad in instance.squads:
                for _ in range(seats.get((kind, k, squad), 0)):
                    found[waiting.pop(0)] = (Seating(squad, kind == OWNER),)
        tokens = [squad for squad in instance.squads for _ in range(seats.get((HALF, k, squad), 0))]
        sharing = seats.get(("split", k), 0) + seats.get(("idle", k), 0)
        for at in range(sharing):
            mine = tokens[at : at + 1] + tokens[at + sharing : at + sharing + 1]
            found[waiting.pop(0)] = tuple(Seating(squad, half=True) for squad in mine)
        found |= dict.fromkeys(waiting, ())
    vacancies: list[Vacancy] = []
    for squad in instance.squads:
        vacancies += [Vacancy(squad, None)] * seats.get((OPEN, squad), 0)
        for chapter in instance.chapters():
            vacancies += [Vacancy(squad, chapter)] * seats.get((HIRE, squad, chapter), 0)
            vacancies += [Vacancy(squad, chapter, half=True)] * seats.get((PART, squad, chapter), 0)
    return found, tuple(vacancies)


def score(instance: Instance, seating: Mapping[str, tuple[Seating, ...]], vacancies: tuple[Vacancy, ...]) -> dict[str, int]:
    """Return the terms of a staffing, counted from the people alone: a second reading of what the solver says."""
    folk = {person: one for one in instance.folk for person in one.people}
    filled: dict[tuple[str, str], int] = {}
    for person, mine in seating.items():
        for seat in mine:
            key = (seat.squad, folk[person].chapter)
            filled[key] = filled.get(key, 0) + (1 if seat.half else 2)
    skills: dict[str, set[Ask]] = {}
    for person, mine in seating.items():
        for seat in mine:
            skills.setdefault(seat.squad, set()).update(folk[person].skills)
    hired: dict[tuple[str, str], int] = {}
    for one in vacancies:
        if one.chapter is not None:
            hired[one.squad, one.chapter] = hired.get((one.squad, one.chapter), 0) + (1 if one.half else 2)
    owners = [folk[p].owner for p, mine in seating.items() for seat in mine if seat.owner]
    keys = {*instance.needs, *filled, *hired}
    unmet = {key: max(0, instance.needs.get(key, 0) - filled.get(key, 0)) for key in keys}
    found = {
        "unplaced": sum(not mine for mine in seating.values()),
        "open_owner_seats": sum(v.chapter is None for v in vacancies),
        "owners_not_fit": owners.count("no"),
        "owners_unknown": owners.count("unknown"),
        "owners_of_another_trade": sum(seat.owner and not folk[p].trade for p, mine in seating.items() for seat in mine),
        "unmet_needs": sum(unmet.values()),
        "unmet_skills": sum(instance.price(squad) * len({*asks} - skills.get(squad, set())) for squad, asks in instance.asks.items()),
        "dropped_needs": sum(max(0, short - hired.get(key, 0)) for key, short in unmet.items()),
        "hires": sum(v.chapter is not None for v in vacancies),
        "other_tribe": instance.guests,
        "two_squads": sum(len(mine) == 2 for mine in seating.values()),
        "half_idle": sum(len(mine) == 1 and mine[0].half for mine in seating.values()),
        "preferences": sum(_steps(instance, person, seat.squad) for person, mine in seating.items() for seat in mine),
        "other_site": sum(folk[p].site != instance.site.get(seat.squad, folk[p].site) for p, mine in seating.items() for seat in mine),
        "beyond_need": sum(max(0, filled.get(k, 0) + hired.get(k, 0) - instance.needs.get(k, 0)) for k in keys),
    }
    return {term.name: found[term.name] for term in TERMS}


def _steps(instance: Instance, person: str, squad: str) -> int:
    ranked = instance.preferences.get(person, ())
    return ranked.index(squad) if squad in ranked else len(ranked)
