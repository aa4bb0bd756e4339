"""The staffing of a tribe as an integer programme.

Everything is counted in half heads. Of a class of people, so many take a full seat in a squad, a full seat as its owner, or half
seats in two squads; every need and every owner's seat has a priced slack, so there is always a staffing, and the slack is the
hiring plan. A need of an odd number of halves takes one more head than its half: said as a row, that cut makes the relaxation
nearly whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ..solver.highs import Key, Programme
from .columns import ARRIVED, BEYOND, DROPPED, FORMED, FULL, HALF, HIRE, IDLE, LACKING, OPEN, OUT, OWNER, PART, POOLED, SPLIT
from .instance import Folk, Instance, Wish
from .thinning import Thinned

__all__ = ["costs_of", "fixed_of", "programme"]

NOBODY: Final[Mapping[int, int]] = {}


def programme(instance: Instance, wishes: Sequence[Wish], arriving: Mapping[int, int] = NOBODY, thin: Thinned | None = None) -> Programme:
    """Return the programme of an instance under some of its wishes.

    Parameters
    ----------
    instance : Instance
    wishes : sequence of Wish
    arriving : mapping of int to int
        Number of a class → how many may come to it beside who is there; how many do is a column that is left to others to bind.
    thin : Thinned, optional
        The instance with seats only where they can matter.
    """
    made = Programme()
    if thin is not None:
        instance = thin.instance
    pools = {} if thin is None else thin.classes()
    for k, folk in enumerate(instance.folk):
        if k not in pools:
            _supply(made, instance, k, folk, arriving.get(k, 0), thin)
    for k, classes in sorted(pools.items()):
        _pool(made, instance, k, classes)
    for squad in instance.squads:
        _squad(made, instance, squad)
        _skills(made, instance, squad)
    vacancies = [(1.0, key) for key in made.columns if key[0] in (HIRE, PART, OPEN, ARRIVED)]  # type: ignore[index]
    if vacancies:
        made.row(vacancies, high=float(max(0, instance.room)))
    _wish(made, instance, wishes)
    return made


def _supply(made: Programme, instance: Instance, k: int, folk: Folk, arriving: int, thin: Thinned | None) -> None:
    there = len(folk.people)
    number = there + arriving
    halves = instance.seats_max > 1
    split, idle, out = (made.column((kind, k), most=number) for kind in (SPLIT, IDLE, OUT))
    terms: list[tuple[float, Key]] = [(1.0, split), (1.0, idle), (1.0, out)]
    tokens: list[tuple[float, Key]] = [(-2.0, split), (-1.0, idle)]
    if thin is not None and k in thin.pool:
        terms.append((1.0, made.column((POOLED, k), most=number)))
    for squad in instance.squads:
        if thin is not None and squad not in thin.own[k]:
            continue
        terms.append((1.0, made.column((FULL, k, squad), most=number)))
        terms.append((1.0, made.column((OWNER, k, squad))))
        half = made.column((HALF, k, squad), most=number if halves else 0)
        tokens.append((1.0, half))
        made.row([(1.0, half), (-1.0, split), (-1.0, idle)], high=0.0)  # nobody sits twice in one squad
    if arriving:
        terms.append((-1.0, made.column((ARRIVED, k), most=arriving)))
    made.row(terms, low=there, high=there)
    made.row(tokens, low=0.0, high=0.0)


def _pool(made: Programme, instance: Instance, k: int, classes: Sequence[int]) -> None:
    most = sum(len(instance.folk[class_].people) for class_ in classes)
    seats: list[tuple[float, Key]] = []
    for squad in instance.squads:
        seats.append((1.0, made.column((FULL, k, squad), most=most)))
        seats.append((1.0, made.column((OWNER, k, squad))))
    made.row([*seats, *((-1.0, (POOLED, class_)) for class_ in classes)], low=0.0, high=0.0)


def _squad(made: Programme, instance: Instance, squad: str) -> None:
    heads: list[tuple[float, Key]] = [(1.0, made.column((OPEN, squad)))]
    owners = [*heads, *((1.0, key) for k in range(len(instance.folk)) if (key := (OWNER, k, squad)) in made)]
    if squad in instance.optional:
        made.row([*owners, (-1.0, made.column((FORMED, squad)))], low=0.0, high=0.0)
    else:
        made.row(owners, low=1.0, high=1.0)
    for chapter in instance.chapters():
        need = instance.needs.get((squad, chapter), 0)
        of = [k for k, folk in enumerate(instance.folk) if folk.chapter == chapter]
        seated = [key for k in of for kind in (FULL, OWNER, HALF) if (key := (kind, k, squad)) in made]
        hire, part = made.column((HIRE, squad, chapter), most=need // 2), made.column((PART, squad, chapter), most=need % 2 if need else 0)
        dropped = made.column((DROPPED, squad, chapter), most=need)
        beyond = made.column((BEYOND, squad, chapter), most=2.0 * instance.squad_max, whole=False)
        supply: list[tuple[float, Key]] = [(1.0 if key[0] == HALF else 2.0, key) for key in seated]
        filled = [*supply, (2.0, hire), (1.0, part), (1.0, dropped)]
        made.row(filled, low=need)
        made.row([*filled, (-1.0, beyond)], high=need)
        if need % 2:
            made.row([*((1.0, key) for key in seated), (1.0, hire), (1.0, part), (1.0, dropped)], low=(need + 1) // 2)
        heads += [*((1.0, key) for key in seated), (1.0, hire), (1.0, part)]
    if squad in instance.optional:
        made.row([*heads, (-float(instance.squad_max), (FORMED, squad))], high=0.0)
    else:
        made.row(heads, high=float(instance.squad_max))


def _skills(made: Programme, instance: Instance, squad: str) -> None:
    for ask in instance.asks.get(squad, ()):
        able = [k for k, folk in enumerate(instance.folk) if ask in folk.skills]
        seated: list[tuple[float, Key]] = [(1.0, key) for k in able for kind in (FULL, OWNER, HALF) if (key := (kind, k, squad)) in made]
        # Left to its price the slack is whole where the seats are.
        lacking = made.column((LACKING, squad, *ask), whole=False)
        made.row([*seated, (1.0, lacking)], low=1.0)
        if squad in instance.optional:
            made.row([(1.0, lacking), (1.0, (FORMED, squad))], low=1.0)  # follows, and makes the relaxation closer


def _wish(made: Programme, instance: Instance, wishes: Sequence[Wish]) -> None:
    at = {folk.people[0]: k for k, folk in enumerate(instance.folk) if len(folk.people) == 1}

    def there(person: str, squad: str | None) -> list[tuple[float, Key]]:
        return [(1.0, (kind, at[person], squad)) for kind in (FULL, OWNER, HALF)]

    for wish in wishes:
        if wish.kind == "lock" and wish.role == "product_owner":
            made.row([(1.0, (OWNER, at[wish.people[0]], wish.squad))], low=1.0)
        elif wish.kind == "lock":
            made.row(there(wish.people[0], wish.squad), low=1.0)
        elif wish.kind == "forbid":
            made.row(there(wish.people[0], wish.squad), high=0.0)
        else:
            first, *others = wish.people
            for other in others:
                for squad in instance.squads:
                    made.row([*there(first, squad), *((-f, key) for f, key in there(other, squad))], low=0.0, high=0.0)


def costs_of(instance: Instance, name: str) -> dict[Key, float]:
    """Return the cost of every column in one term of the objective."""
    return dict(_costs(instance, name))


def fixed_of(instance: Instance, name: str) -> int:
    """Return what one term of the objective counts wherever anybody sits: who is not in the tribe of their unit."""
    return instance.guests if name == "other_tribe" else 0


def _costs(instance: Instance, name: str) -> Iterator[tuple[Key, float]]:
    every = range(len(instance.folk))
    simple = {"unplaced": OUT, "two_squads": SPLIT, "half_idle": IDLE}
    if name in simple:
        yield from (((simple[name], k), 1.0) for k in every)
    elif name == "unmet_skills":
        for squad, asks in instance.asks.items():
            yield from (((LACKING, squad, *ask), float(instance.price(squad))) for ask in asks)
    elif name == "other_tribe":
        return  # no seat of the tribe changes it
    elif name == "open_owner_seats":
        yield from (((OPEN, squad), 1.0) for squad in instance.squads)
    elif name in ("owners_not_fit", "owners_unknown"):
        wanted = "no" if name == "owners_not_fit" else "unknown"
        yield from (((OWNER, k, s), 1.0) for k in every if instance.folk[k].owner == wanted for s in instance.squads)
    elif name == "owners_of_another_trade":
        yield from (((OWNER, k, s), 1.0) for k in every if not instance.folk[k].trade for s in instance.squads)
    elif name in ("unmet_needs", "dropped_needs", "hires", "beyond_need"):
        prices: dict[str, tuple[tuple[str, float], ...]] = {
            "unmet_needs": ((HIRE, 2.0), (PART, 1.0), (DROPPED, 1.0)),
            "dropped_needs": ((DROPPED, 1.0),),
            "hires": ((HIRE, 1.0), (PART, 1.0)),
            "beyond_need": ((BEYOND, 1.0),),
        }
        yield from (((kind, s, c), price) for s in instance.squads for c in instance.chapters() for kind, price in prices[name])
    else:
        yield from _seat_costs(instance, name)


def _seat_costs(instance: Instance, name: str) -> Iterator[tuple[Any, float]]:
    """Yield what a seat costs for who takes it: steps down from the first preference, or a seat away from the squad's site."""
    for k, folk in enumerate(instance.folk):
        ranked = instance.preferences.get(folk.people[0], ()) if len(folk.people) == 1 else ()
        for squad in instance.squads:
            if name == "other_site":
                price = float(folk.site != instance.site.get(squad, folk.site))
            else:
                price = float(ranked.index(squad) if squad in ranked else len(ranked)) if ranked else 0.0
            if price:
                yield from (((kind, k, squad), price) for kind in (FULL, OWNER, HALF))
