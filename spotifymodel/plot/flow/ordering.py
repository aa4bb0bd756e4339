"""Puts the places of every stage in an order in which streams cross little.

Sweeps from left to right and back set every place at the weighted mean of its neighbours, as is usual for layered drawings;
then neighbours change places while that helps. The order does not depend on the order of the chart.

References
----------
Sugiyama, Tagawa & Toda, *Methods for visual understanding of hierarchical system structures*, IEEE SMC 11 (1981).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from spotifymodel.plot.flow.layout import Label, Labels
from spotifymodel.plot.flow.streams import Stop, Stream, Streams

__all__ = ["by_size", "crossings", "ordered"]

_SWEEPS: Final = 6
#: Weight of a stream by the place at its other end.
_Ends = dict[str, list[tuple[str, float]]]


def ordered(streams: Streams, labels: Labels) -> list[list[Stop]]:
    """Return the places of every stage from top to bottom; fates stand below the places.

    Notes
    -----
    O(sweeps × streams × places). Finding the least number of crossings is NP-hard, so it is not promised.
    """
    stages = [
        sorted(stage, key=lambda s: (s.rank, -s.mass, _natural(said[s.id].name), s.id))
        for stage, said in zip(streams.stages, labels, strict=True)
    ]
    best = [list(stage) for stage in stages]
    least = crossings(streams, best)
    for sweep in range(_SWEEPS):
        numbers = range(1, len(stages)) if sweep % 2 == 0 else range(len(stages) - 2, -1, -1)
        for i in numbers:
            step = -1 if sweep % 2 == 0 else 1
            stages[i] = _by_mean(stages[i], stages[i + step], _ends(streams.between[min(i, i + step)], left=step > 0))
        _swap(streams, stages)
        now = crossings(streams, stages)
        if now < least - 1e-9:
            best, least = [list(stage) for stage in stages], now
    return best


def by_size(stage: Sequence[Stop], labels: Mapping[str, Label]) -> list[Stop]:
    """Return places by size, the largest first; of one size by name, in which *Squad 9* comes before *Squad 10*."""
    return sorted(stage, key=lambda stop: (stop.rank, -stop.mass, _natural(labels[stop.id].name), stop.id))


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key by which *Squad 9* comes before *Squad 10*."""
    return [(int(part) if part.isdecimal() else -1, part.casefold()) for part in re.split(r"(\d+)", name)]


def crossings(streams: Streams, stages: Sequence[Sequence[Stop]]) -> float:
    """Return how much crosses how much: for every crossing of two streams the product of their masses."""
    total = 0.0
    for i, links in enumerate(streams.between):
        left, right = _places(stages[i]), _places(stages[i + 1])
        above = [0.0] * len(right)
        for _, ends in sorted(_grouped(links, left, right).items()):
            for place, mass in ends:
                total += mass * sum(above[place + 1 :])
            for place, mass in ends:
                above[place] += mass
    return total


def _grouped(links: Sequence[Stream], left: Mapping[str, int], right: Mapping[str, int]) -> dict[int, list[tuple[int, float]]]:
    found: dict[int, list[tuple[int, float]]] = {}
    for link in links:
        found.setdefault(left[link.left], []).append((right[link.right], float(link.mass)))
    return found


def _places(stage: Sequence[Stop]) -> dict[str, int]:
    return {stop.id: place for place, stop in enumerate(stage)}


def _ends(links: Sequence[Stream], *, left: bool) -> _Ends:
    """Return for every place at the left (or right) of some streams where these end, and how much they carry."""
    found: _Ends = {}
    for link in links:
        here, there = (link.left, link.right) if left else (link.right, link.left)
        found.setdefault(here, []).append((there, float(link.mass)))
    return found


def _by_mean(stage: Sequence[Stop], beside: Sequence[Stop], ends: _Ends) -> list[Stop]:
    """Order a stage by the middle of what its places are connected to, measured in mass from the top."""
    middle, top = {}, 0.0
    for stop in beside:
        middle[stop.id] = top + float(stop.mass) / 2
        top += float(stop.mass)

    def mean(stop: Stop) -> float:
        there = ends.get(stop.id, [])
        total = sum(mass for _, mass in there)
        return sum(middle[place] * mass for place, mass in there) / total if total else 0.0

    return sorted(stage, key=lambda stop: (stop.rank, round(mean(stop), 6)))


def _swap(streams: Streams, stages: list[list[Stop]]) -> None:
    """Let neighbours change places while fewer streams cross by it."""
    for i, stage in enumerate(stages):
        sides: list[tuple[_Ends, dict[str, int]]] = []
        if i:
            sides.append((_ends(streams.between[i - 1], left=False), _places(stages[i - 1])))
        if i < len(stages) - 1:
            sides.append((_ends(streams.between[i], left=True), _places(stages[i + 1])))
        for _ in range(2):
            for k in range(len(stage) - 1):
                upper, lower = stage[k], stage[k + 1]
                if upper.rank == lower.rank and sum(_gain(ends, at, upper, lower) for ends, at in sides) > 1e-9:
                    stage[k], stage[k + 1] = lower, upper


def _gain(ends: _Ends, at: Mapping[str, int], upper: Stop, lower: Stop) -> float:
    """Return by how much less crosses when two neighbours change places."""
    gain = 0.0
    for here, first in ends.get(upper.id, ()):
        for there, second in ends.get(lower.id, ()):
            gain += first * second * ((at[here] > at[there]) - (at[here] < at[there]))
    return gain
