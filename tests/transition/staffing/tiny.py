"""Departments small enough to try every staffing, and that trial: an oracle that shares no code with the solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from random import Random

from hypothesis import strategies as st

from spotifymodel.transition.staffing.instance import Folk, Instance, Wish

__all__ = ["AFTER", "BEFORE", "Place", "best_by_trial", "every_by_trial", "places_of", "tiny_instances"]

BEFORE = ("unplaced", "unmet_needs", "unmet_skills", "open_owner_seats", "owners_not_fit", "owners_unknown", "owners_of_another_trade")
AFTER = ("dropped_needs", "hires", "other_tribe", "two_squads", "half_idle", "preferences", "other_site", "beyond_need")
#: A seat of somebody in the trial: squad, whether as owner, half heads.
Place = tuple[str, bool, int]


@st.composite
def tiny_instances(draw: st.DrawFn, people: int = 5, wishes: bool = True, coverage: bool = False) -> Instance:
    """Draw a tribe of few people, one or two squads and one or two chapters; shrinks to fewer people.

    With `coverage` squads need no seats: they ask for skills, at a price each, and some may stay empty.
    """
    number = draw(st.integers(0, people))
    dice = Random(draw(st.integers(0, 2**32 - 1)))
    squads, chapters = ("s", "t")[: dice.choice([1, 2, 2])], ("b", "c")[: dice.choice([1, 2])]
    ids = [f"p{k}" for k in range(number)]
    ranked = {p: tuple(dice.sample(squads, dice.randint(1, len(squads)))) for p in ids if dice.random() < 0.2}
    said = tuple(_wish(dice, ids, squads) for _ in range(dice.choice([0, 0, 1, 2]))) if wishes and number > 1 else ()
    alone = set(ranked).union(*(w.people for w in said))
    classes: dict[tuple[str, ...], list[str]] = {}
    for one in ids:
        key = (dice.choice(chapters), dice.choice(["u", "l"]), dice.choice(["yes", "no", "unknown"]), dice.choice(["product", "other"]))
        classes.setdefault((*key, *([one] if one in alone else ())), []).append(one)
    kinds = [("code", 1), ("code", 3), ("data", 2)]
    asks = {s: tuple(dice.sample(kinds, dice.choice([0, 0, 1, 2, 3]))) for s in squads}
    folk = tuple(
        Folk(
            key, key[0], key[1], key[2], tuple(sorted(classes[key])), key[3] == "product", frozenset(dice.sample(kinds, dice.randint(0, 2)))
        )
        for key in sorted(classes)
    )
    needs = {(s, c): need for s in squads for c in chapters if (need := dice.choice([0, 1, 2, 2, 3, 4]))}
    site = {s: dice.choice(["u", "l"]) for s in squads}
    most = dice.choice([1, 2, 2])
    made = Instance(folk, squads, needs, site, dice.choice([2, 3, 4]), most, dice.choice([2, 3, 8]), said, ranked, asks)
    if not coverage:
        return made
    optional = frozenset(s for s in squads if dice.random() < 0.6)
    return replace(made, needs={}, optional=optional, prices={s: dice.choice([1, 2, 5]) for s in squads})


def _wish(dice: Random, ids: list[str], squads: tuple[str, ...]) -> Wish:
    kind = dice.choice(["lock", "forbid", "together"])
    if kind == "together":
        return Wish(kind, tuple(dice.sample(ids, 2)))
    role = dice.choice(["member", "product_owner"]) if kind == "lock" else None
    return Wish(kind, (dice.choice(ids),), dice.choice(squads), role)


def best_by_trial(instance: Instance) -> dict[str, int] | None:
    """Return the terms of the best of all staffings, or ``None`` where there is none."""
    folk = {p: f for f in instance.folk for p in f.people}
    best: list[tuple[tuple[int, ...], dict[str, tuple[Place, ...]]]] = []
    for choice in product(places_of(instance), repeat=len(folk)):
        seated = dict(zip(folk, choice, strict=True))
        if not _allowed(instance, seated):
            continue
        value = _before_hires(instance, folk, seated)
        if not best or value <= best[0][0]:
            best = [b for b in best if b[0] == value]
            best.append((value, seated))
    if not best:
        return None
    after = min(one for _, seated in best for one in _after_hires(instance, folk, seated))
    return dict(zip(BEFORE + AFTER, best[0][0] + after, strict=True))


def every_by_trial(instance: Instance) -> Iterator[tuple[dict[str, int], dict[str, tuple[Place, ...]]]]:
    """Yield the terms of every staffing with every way to hire for it, and where everybody sits."""
    folk = {p: f for f in instance.folk for p in f.people}
    for choice in product(places_of(instance), repeat=len(folk)):
        seated = dict(zip(folk, choice, strict=True))
        if _allowed(instance, seated):
            before = _before_hires(instance, folk, seated)
            for after in sorted(set(_after_hires(instance, folk, seated))):
                yield dict(zip(BEFORE + AFTER, before + after, strict=True)), seated


def places_of(instance: Instance) -> list[tuple[Place, ...]]:
    """Return every way to sit: nowhere, in one squad in full, as owner or by half, or by halves in both."""
    found: list[tuple[Place, ...]] = [()]
    for squad in instance.squads:
        found += [((squad, False, 2),), ((squad, True, 2),)]
        if instance.seats_max > 1:
            found.append(((squad, False, 1),))
    if instance.seats_max > 1 and len(instance.squads) == 2:
        found.append(tuple((squad, False, 1) for squad in instance.squads))
    return found


def _allowed(instance: Instance, seated: dict[str, tuple[Place, ...]]) -> bool:
    for squad in instance.squads:
        here = [place for mine in seated.values() for place in mine if place[0] == squad]
        owners = sum(owner for _, owner, _ in here)
        if owners > 1 or len(here) + (owners == 0) * _formed(instance, squad, seated) > instance.squad_max:
            return False
    if _open(instance, seated) > instance.room:
        return False
    for wish in instance.wishes:
        there = [{s for s, _, _ in seated[p]} for p in wish.people]
        if wish.kind == "together" and there[0] != there[1]:
            return False
        if wish.kind == "forbid" and wish.squad in there[0]:
            return False
        if wish.kind == "lock" and not any(s == wish.squad and (o or wish.role != "product_owner") for s, o, _ in seated[wish.people[0]]):
            return False
    return True


def _open(instance: Instance, seated: dict[str, tuple[Place, ...]]) -> int:
    formed = sum(_formed(instance, squad, seated) for squad in instance.squads)
    return formed - sum(owner for mine in seated.values() for _, owner, _ in mine)


def _formed(instance: Instance, squad: str, seated: dict[str, tuple[Place, ...]]) -> bool:
    return squad not in instance.optional or any(squad == s for mine in seated.values() for s, _, _ in mine)


def _short(instance: Instance, folk: dict[str, Folk], seated: dict[str, tuple[Place, ...]]) -> dict[tuple[str, str], int]:
    """Return half heads that are missing per squad and chapter; below zero where there are too many."""
    short = {(s, c): instance.needs.get((s, c), 0) for s in instance.squads for c in {f.chapter for f in folk.values()} | {"b", "c"}}
    for person, mine in seated.items():
        for squad, _, halves in mine:
            short[squad, folk[person].chapter] -= halves
    return short


def _before_hires(instance: Instance, folk: dict[str, Folk], seated: dict[str, tuple[Place, ...]]) -> tuple[int, ...]:
    chosen = [folk[p] for p, mine in seated.items() for _, owner, _ in mine if owner]
    owners = [one.owner for one in chosen]
    unmet = sum(max(0, n) for n in _short(instance, folk, seated).values())
    unplaced = sum(not mine for mine in seated.values())
    skilled = {(s, ask) for p, mine in seated.items() for s, _, _ in mine for ask in folk[p].skills}
    lacking = sum(instance.prices.get(s, 1) * ((s, ask) not in skilled) for s, asks in instance.asks.items() for ask in asks)
    return (
        unplaced,
        unmet,
        lacking,
        _open(instance, seated),
        owners.count("no"),
        owners.count("unknown"),
        sum(not one.trade for one in chosen),
    )


def _after_hires(instance: Instance, folk: dict[str, Folk], seated: dict[str, tuple[Place, ...]]) -> Iterator[tuple[int, ...]]:
    short = _short(instance, folk, seated)
    missing = {key: n for key, n in short.items() if n > 0}
    beyond = -sum(n for n in short.values() if n < 0)
    two = sum(len(mine) == 2 for mine in seated.values())
    idle = sum(len(mine) == 1 and mine[0][2] == 1 for mine in seated.values())
    steps = sum(_steps(instance.preferences.get(p, ()), s) for p, mine in seated.items() for s, _, _ in mine)
    away = sum(folk[p].site != instance.site[s] for p, mine in seated.items() for s, _, _ in mine)
    options = [
        [(w, h) for w in range(instance.needs[key] // 2 + 1) for h in range(instance.needs[key] % 2 + 1) if 2 * w + h <= n]
        for key, n in missing.items()
    ]
    for choice in product(*options):
        hired = dict(zip(missing, choice, strict=True))
        hires = sum(w + h for w, h in choice)
        if _open(instance, seated) + hires > instance.room or not _fits(instance, seated, hired):
            continue
        dropped = sum(n - 2 * hired[key][0] - hired[key][1] for key, n in missing.items())
        yield dropped, hires, instance.guests, two, idle, steps, away, beyond


def _fits(instance: Instance, seated: dict[str, tuple[Place, ...]], hired: dict[tuple[str, str], tuple[int, int]]) -> bool:
    for squad in instance.squads:
        here = [owner for mine in seated.values() for s, owner, _ in mine if s == squad]
        new = sum(w + h for (s, _), (w, h) in hired.items() if s == squad)
        if len(here) + (not any(here)) + new > instance.squad_max:
            return False
    return True


def _steps(ranked: tuple[str, ...], squad: str) -> int:
    return ranked.index(squad) if squad in ranked else len(ranked)
