"""Squads that nobody named and that need the same are one another's mirror image: exchanging two of them makes no other plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..origin import Origin
from ..solver.highs import Key, Programme
from ..staffing.instance import Instance
from .difference import Groups, Seats

__all__ = ["alike", "renamed"]


def alike(origin: Origin) -> tuple[Groups, ...]:
    """Return per tribe the groups of squads that can be exchanged: invented, without products, with equal needs, never wished for."""
    invented = set(origin.completed.placeholders)
    found: list[Groups] = []
    for tribe, (_, _, instance) in zip(origin.completed.blueprint.tribes, origin.jobs, strict=True):
        named = {w.squad for w in instance.wishes} | {s for ranked in instance.preferences.values() for s in ranked}
        groups: dict[object, list[str]] = {}
        for squad in tribe.squads:
            if f"squad {squad.id}" in invented and not squad.owns and squad.id not in named:
                needs = tuple(instance.needs.get((squad.id, c), 0) for c in instance.chapters())
                groups.setdefault((needs, instance.site.get(squad.id), instance.asks.get(squad.id)), []).append(squad.id)
        found.append(tuple(tuple(g) for g in groups.values() if len(g) > 1))
    return tuple(found)


def renamed(instance: Instance, groups: Groups, seats: Seats, model: Seats) -> dict[Key, int]:
    """Return a staffing with the squads of each group exchanged so that it is as close to another as exchanging makes it."""
    names: dict[str, str] = {}
    for group in groups:
        names |= _best(instance, group, seats, model)
    return {_named(key, names): n for key, n in seats.items()}


def _named(key: Key, names: Mapping[str, str]) -> Key:
    """Put the new name of a squad where the key of a column has one: third for seats, second for vacancies."""
    assert isinstance(key, tuple)
    return tuple(names.get(part, part) if isinstance(part, str) and at else part for at, part in enumerate(key))


def _best(instance: Instance, group: Sequence[str], seats: Seats, model: Seats) -> dict[str, str]:
    made = Programme()
    costs: dict[Key, float] = {}
    for squad in group:
        for name in group:
            common = sum(
                min(seats.get((kind, k, squad), 0), model.get((kind, k, name), 0)) * (1 if kind == "half" else 2)
                for k in range(len(instance.folk))
                for kind in ("full", "owner", "half")
            )
            made.column((squad, name))
            # A tie goes to the name that it has.
            costs[squad, name] = float(-(2 * len(group)) * common - (squad == name))
    for squad in group:
        made.row([(1.0, (squad, name)) for name in group], low=1.0, high=1.0)
        made.row([(1.0, (other, squad)) for other in group], low=1.0, high=1.0)
    chosen = made.solve(costs).values
    return {squad: name for squad in group for name in group if (squad, name) in chosen}
