"""Who covers which skill where, with everything else left out: how far skills can be covered at all.

Owners, halves, pools and vacancies are two thirds of the columns of a staffing and change nothing of what a skill is covered by.
Without them the proof comes several times sooner. What is found is then completed to a staffing; where that is possible, nothing
covers more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..solver.highs import Key, Programme, least
from .columns import FULL, HALF, LACKING, OPEN, OWNER
from .instance import Instance
from .model import costs_of, programme
from .thinning import Brought, Thinned, thinned

__all__ = ["Covered", "Kept", "covered", "kept"]


@dataclass(frozen=True, slots=True)
class Covered:
    """Who goes where to bring their skills, what that leaves lacking, and what no staffing lacks less than.

    Attributes
    ----------
    brought : mapping of (int, str) to int
    value, bound : int
    ended : bool
        Whether the search came to its end.
    """

    brought: Brought
    value: int
    bound: int
    ended: bool


@dataclass(frozen=True)
class Kept:
    """A staffing with people kept where they bring their skills, and the programme of all such staffings."""

    thin: Thinned
    model: Programme
    values: Mapping[Key, float]


def covered(instance: Instance, seconds: float | None, stop: Callable[[], bool] | None) -> Covered | None:
    """Return who goes where so that as little as possible is lacking; ``None`` where nothing was found in time.

    Notes
    -----
    Everybody may be in as many squads as the limit says, and no squad holds more people than the limit says; all other limits are
    left out, so what is lacking here is lacking in every staffing.
    """
    made = Programme()
    at: dict[str, list[Key]] = {squad: [] for squad in instance.asks}
    for k, folk in enumerate(instance.folk):
        mine: list[tuple[float, Key]] = []
        for squad, asks in instance.asks.items():
            if not folk.skills.isdisjoint(asks):
                key = made.column((k, squad), most=len(folk.people))
                mine.append((1.0, key))
                at[squad].append(key)
        made.row(mine, high=float(min(2, instance.seats_max) * len(folk.people)))
    costs: dict[Key, float] = {}
    for squad, asks in instance.asks.items():
        made.row(((1.0, key) for key in at[squad]), high=float(instance.squad_max))
        for ask in asks:
            able = [(1.0, key) for key in at[squad] if ask in instance.folk[key[0]].skills]  # type: ignore[index]
            lacking = made.column((LACKING, squad, *ask), whole=False)
            costs[lacking] = float(instance.price(squad))
            made.row([*able, (1.0, lacking)], low=1.0)
    found = made.solve(costs, seconds, None, stop)
    if found.status not in ("optimal", "feasible"):
        return None
    value = round(sum(costs.get(key, 0.0) * amount for key, amount in found.values.items()))
    brought = {key: round(n) for key, n in found.values.items() if key not in costs and round(n)}
    return Covered(brought, value, min(value, least(found.bound)), found.status == "optimal")  # type: ignore[arg-type]


def kept(instance: Instance, found: Covered, most: Sequence[tuple[str, int]], seconds: float | None) -> Kept | None:
    """Return a staffing with these people where they bring their skills; ``None`` where there is none.

    Parameters
    ----------
    instance : Instance
    found : Covered
    most : sequence of (str, int)
        Names of terms before the skills, with what they may come to.
    seconds : float or None

    Notes
    -----
    One with as few squads without an owner as there can be: where the search for that goes on from.
    """
    thin = thinned(instance, found.brought)
    model = programme(instance, instance.wishes, thin=thin)
    for (k, squad), number in found.brought.items():
        model.row([(1.0, (kind, k, squad)) for kind in (FULL, OWNER, HALF)], low=float(number))
    for name, value in (*most, ("unmet_skills", found.value)):
        model.row([(price, key) for key, price in costs_of(thin.instance, name).items() if key in model], high=float(value))
    solved = model.solve({key: 1.0 for key in model.columns if key[0] == OPEN}, seconds)  # type: ignore[index]
    return Kept(thin, model, solved.values) if solved.status in ("optimal", "feasible") else None
