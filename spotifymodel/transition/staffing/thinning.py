"""Only the seats that can matter: where squads ask for skills, most people have nothing to bring to most squads.

Somebody who meets no ask of a squad, and whose chapter it does not need, is there one of all who are no different otherwise. Such
seats are taken through a pool: people leave their class for the pool of their chapter, site and fitness as owner, and seats are
given to the pool. With hundreds of people, each with skills of their own, and hundreds of squads that leaves a tenth of the columns.

Nothing is lost. A full seat or an owner's seat of the pool is that of anybody in it, and half a seat where nothing is brought is
never best: the other half, made a full seat, fills as much, takes no more room and leaves one person less in two squads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..solver.highs import Key
from .columns import FULL, OWNER, POOLED
from .instance import Folk, Instance

__all__ = ["Brought", "Thinned", "pooled", "thinned", "unpooled"]

#: Class and squad → how many of the class bring their skills there.
Brought = Mapping[tuple[int, str], int]


@dataclass(frozen=True)
class Thinned:
    """An instance of which only some seats are looked at.

    Attributes
    ----------
    instance : Instance
        With a further class, of nobody, for every pool.
    own : tuple of frozenset of str
        Class → squads in which it has seats of its own; pools have them in all.
    pool : mapping of int to int
        Class → its pool, for classes that do not have seats everywhere.
    """

    instance: Instance
    own: tuple[frozenset[str], ...]
    pool: Mapping[int, int]

    def classes(self) -> dict[int, list[int]]:
        """Return the pools with the classes of each, in their order."""
        found: dict[int, list[int]] = {}
        for k, pool in self.pool.items():
            found.setdefault(pool, []).append(k)
        return found


def thinned(instance: Instance, brought: Brought | None = None) -> Thinned:
    """Return an instance with seats only where somebody brings something, and pools for all others.

    Parameters
    ----------
    instance : Instance
    brought : mapping, optional
        Where people are kept to bring their skills: they have seats of their own there and nowhere else.

    Notes
    -----
    Who is wished for, or wishes something, keeps every seat.
    """
    apart = {p for wish in instance.wishes for p in wish.people} | set(instance.preferences)
    everywhere = frozenset(instance.squads)
    own: list[frozenset[str]] = []
    pools: dict[tuple[str, str, str, bool], int] = {}
    pool: dict[int, int] = {}
    samples: list[Folk] = []
    asked = {squad: frozenset(asks) for squad, asks in instance.asks.items()}
    needed = {chapter: {s for s, c in instance.needs if c == chapter} for chapter in instance.chapters()}
    for k, folk in enumerate(instance.folk):
        bringing = needed[folk.chapter] | {
            squad for squad, asks in asked.items() if (brought.get((k, squad)) if brought is not None else not asks.isdisjoint(folk.skills))
        }
        if len(bringing) == len(everywhere) or not apart.isdisjoint(folk.people):
            own.append(everywhere)
            continue
        own.append(frozenset(bringing))
        key = (folk.chapter, folk.site, folk.owner, folk.trade)
        if key not in pools:
            pools[key] = len(instance.folk) + len(pools)
            samples.append(Folk(("pool", *key[:3], str(folk.trade)), *key[:3], (), folk.trade))
        pool[k] = pools[key]
    return Thinned(replace(instance, folk=(*instance.folk, *samples)), (*own, *(everywhere for _ in samples)), pool)


def pooled(thin: Thinned, seats: Mapping[Key, int]) -> dict[Key, int]:
    """Return seats of classes in the columns of a thinned instance: where a class has none of its own it takes one of its pool."""
    found: dict[Key, int] = {}
    for key, number in seats.items():
        assert isinstance(key, tuple)
        k = key[1]
        names: tuple[Key, ...] = (key,)
        if len(key) == 3 and isinstance(k, int) and key[2] not in thin.own[k]:
            names = ((key[0], thin.pool[k], key[2]), (POOLED, k))
        for name in names:
            found[name] = found.get(name, 0) + number
    return found


def unpooled(thin: Thinned, seats: Mapping[Key, int]) -> dict[Key, int]:
    """Return the seats with those of pools given to the classes whose people went there, in their order."""
    found: dict[Key, int] = {}
    waiting = {pool: [k for k in classes for _ in range(seats.get((POOLED, k), 0))] for pool, classes in thin.classes().items()}
    for key, number in seats.items():
        assert isinstance(key, tuple)
        if key[0] != POOLED and key[1] not in waiting:
            found[key] = number
    for pool, classes in waiting.items():
        for kind in (OWNER, FULL):
            for squad in thin.instance.squads:
                for _ in range(seats.get((kind, pool, squad), 0)):
                    key = (kind, classes.pop(0), squad)
                    found[key] = found.get(key, 0) + 1
        assert not classes, pool
    return found
