"""Which tribes are looked at together: those that people may go between, and no more than can be looked at at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from .kinds import Bank

__all__ = ["districts", "linked", "pairs"]


def linked(bank: Bank) -> tuple[tuple[int, ...], ...]:
    """Return the sets of tribes between which somebody may go; a tribe that nobody enters or leaves is a set of its own.

    Notes
    -----
    No term of the objective speaks of two sets at once, so the best of the whole is the best of each.
    """
    above = {tribe: tribe for tribe in bank.tribes}

    def top(tribe: int) -> int:
        while above[tribe] != tribe:
            above[tribe] = above[above[tribe]]
            tribe = above[tribe]
        return tribe

    seen: set[object] = set()
    for kind in bank.kinds:
        if kind.trait in seen:
            continue
        seen.add(kind.trait)
        together = [tribe for tribe, _ in kind.trait.fits] + [k.home for k in (kind,) if k.home is not None]
        for tribe in together[1:]:
            above[top(tribe)] = top(together[0])
    for kind in bank.kinds:
        if kind.home is not None and kind.trait.fits:
            above[top(kind.home)] = top(kind.trait.fits[0][0])
    found: dict[int, list[int]] = {}
    for tribe in bank.tribes:
        found.setdefault(top(tribe), []).append(tribe)
    return tuple(tuple(inside) for inside in found.values())


def districts(tribes: Sequence[int], most: int, apart: bool = False) -> tuple[tuple[int, ...], ...]:
    """Cut tribes into districts of at most so many, as equal as can be: of neighbours in the list, or of tribes far apart in it."""
    number = -(-len(tribes) // most)
    if apart:
        return tuple(tuple(tribes[k::number]) for k in range(number))
    return tuple(tuple(tribes[len(tribes) * k // number : len(tribes) * (k + 1) // number]) for k in range(number))


def pairs(worst: Mapping[int, int], among: Sequence[Sequence[int]], dice: Random, tried: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return disjoint pairs of linked tribes that were not tried since one of them changed, those with most to gain first."""
    found: list[tuple[int, int]] = []
    for inside in among:
        free = sorted(inside, key=lambda tribe: (-worst.get(tribe, 0), tribe))
        while len(free) > 1:
            first = free.pop(0)
            if not worst.get(first, 0):
                break
            others = [other for other in free if _pair(first, other) not in tried]
            if not others:
                continue
            other = dice.choice(others)
            free.remove(other)
            found.append(_pair(first, other))
    return found


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
