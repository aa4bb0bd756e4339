"""The same trial with every staffing in one array: fast enough for six people and ten thousand departments."""

from __future__ import annotations

from itertools import product

import numpy as np

from spotifymodel.transition.staffing.instance import Folk, Instance

from .tiny import AFTER, BEFORE, Place, places_of

__all__ = ["best_at_once"]

Row = np.ndarray[tuple[int], np.dtype[np.int16]]


class _Count:
    """What a place of somebody adds to the counts of a staffing, by name; staffings are sums of the counts of their people."""

    def __init__(self, instance: Instance) -> None:
        squads = instance.squads
        chapters = sorted({f.chapter for f in instance.folk} | {c for _, c in instance.needs})
        names = ["unplaced", "two", "idle", "no", "unknown", "other_trade", "steps", "away", "bad"]
        names += [f"heads {s}" for s in squads] + [f"owners {s}" for s in squads]
        self.filled = {(s, c): f"filled {s} {c}" for s in squads for c in chapters}
        self.skilled = {(s, ask): f"skilled {s} {ask}" for s, asks in instance.asks.items() for ask in asks}
        self.apart = [f"apart {k}" for k, wish in enumerate(instance.wishes) if wish.kind == "together"]
        names += [*self.filled.values(), *self.skilled.values(), *self.apart]
        self.at = {name: k for k, name in enumerate(names)}
        self.instance = instance

    def row(self, person: str, one: Folk, place: tuple[Place, ...]) -> Row:
        instance, found = self.instance, np.zeros(len(self.at), dtype=np.int16)

        def add(name: str, number: int = 1) -> None:
            found[self.at[name]] += number

        add("unplaced", not place)
        add("two", len(place) == 2)
        add("idle", len(place) == 1 and place[0][2] == 1)
        ranked = instance.preferences.get(person, ())
        for squad, owner, halves in place:
            add(f"heads {squad}")
            add(self.filled[squad, one.chapter], halves)
            add("steps", ranked.index(squad) if squad in ranked else len(ranked))
            add("away", one.site != instance.site[squad])
            for (where, ask), name in self.skilled.items():
                add(name, where == squad and ask in one.skills)
            if owner:
                add(f"owners {squad}")
                add("other_trade", not one.trade)
                if one.owner != "yes":
                    add(one.owner)
        self._wishes(person, place, add)
        return found

    def _wishes(self, person: str, place: tuple[Place, ...], add: object) -> None:
        there = {squad for squad, _, _ in place}
        code = sum(1 << k for k, squad in enumerate(self.instance.squads) if squad in there)
        for k, wish in enumerate(self.instance.wishes):
            if person not in wish.people:
                continue
            if wish.kind == "together":
                add(f"apart {k}", code if wish.people[0] == person else -code)  # type: ignore[operator]
            elif wish.kind == "forbid":
                add("bad", wish.squad in there)  # type: ignore[operator]
            else:
                met = any(s == wish.squad and (o or wish.role != "product_owner") for s, o, _ in place)
                add("bad", not met)  # type: ignore[operator]


def best_at_once(instance: Instance) -> dict[str, int] | None:
    """Return the terms of the best of all staffings, or ``None`` where there is none."""
    count, places = _Count(instance), places_of(instance)
    everything = np.zeros((1, len(count.at)), dtype=np.int16)
    for one in instance.folk:
        for person in one.people:
            rows = np.array([count.row(person, one, place) for place in places])
            everything = (everything[:, None, :] + rows[None, :, :]).reshape(-1, len(count.at))
    at = {name: everything[:, k] for name, k in count.at.items()}
    owned = [at[f"owners {s}"] for s in instance.squads]
    opened = sum((1 - one for one in owned), np.zeros(len(everything), dtype=np.int16))
    allowed = (at["bad"] == 0) & (opened <= instance.room)
    for squad, owners in zip(instance.squads, owned, strict=True):
        allowed &= (owners <= 1) & (at[f"heads {squad}"] + (owners == 0) <= instance.squad_max)
    for name in count.apart:
        allowed &= at[name] == 0
    if not allowed.any():
        return None
    unmet = sum((np.maximum(0, need - at[count.filled[key]]) for key, need in instance.needs.items()), np.zeros_like(opened))
    lacking = sum((at[name] == 0 for name in count.skilled.values()), np.zeros_like(opened))
    terms = dict(zip(BEFORE, (at["unplaced"], unmet, lacking, opened, at["no"], at["unknown"], at["other_trade"]), strict=True))
    best = np.flatnonzero(allowed)
    found: dict[str, int] = {}
    for name, values in terms.items():
        found[name] = int(values[best].min())
        best = best[values[best] == found[name]]
    after = min(min(_after(instance, count, row), default=_NEVER) for row in np.unique(everything[best], axis=0))
    return found | dict(zip(AFTER, after, strict=True))


_NEVER = (10**6,) * len(AFTER)


def _after(instance: Instance, count: _Count, row: Row) -> list[tuple[int, ...]]:
    """Return what every way to hire for a staffing comes to."""
    at = {name: int(row[k]) for name, k in count.at.items()}
    over = {key: at[name] - instance.needs.get(key, 0) for key, name in count.filled.items()}
    opened = sum(1 - at[f"owners {s}"] for s in instance.squads)
    missing = {key: -n for key, n in over.items() if n < 0}
    ways = [_ways(instance.needs[key], n) for key, n in missing.items()]
    found = []
    for way in product(*ways):
        new = {s: at[f"heads {s}"] + (at[f"owners {s}"] == 0) for s in instance.squads}
        for (squad, _), (whole, half) in zip(missing, way, strict=True):
            new[squad] += whole + half
        hires = sum(whole + half for whole, half in way)
        if opened + hires <= instance.room and all(n <= instance.squad_max for n in new.values()):
            dropped = sum(n - 2 * whole - half for n, (whole, half) in zip(missing.values(), way, strict=True))
            beyond = sum(max(0, n) for n in over.values())
            found.append((dropped, hires, instance.guests, at["two"], at["idle"], at["steps"], at["away"], beyond))
    return found


def _ways(need: int, short: int) -> list[tuple[int, int]]:
    """Return how many full and half vacancies may stand for what a need is short of."""
    return [(whole, half) for whole in range(need // 2 + 1) for half in range(need % 2 + 1) if 2 * whole + half <= short]
