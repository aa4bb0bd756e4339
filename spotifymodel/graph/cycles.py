"""Cycles in a line of command."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["shortest_cycle"]


def shortest_cycle(above: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return the shortest cycle of a map "who is above whom", from its first id in order; empty where there is none.

    Everybody has at most one above them, so every walk ends in at most one cycle: O(people).

    Examples
    --------
    >>> shortest_cycle({"a": "b", "b": "c", "c": "b", "d": None})
    ('b', 'c')
    """
    best: tuple[str, ...] = ()
    done: set[str] = set()
    for start in above:
        walked: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done and at not in walked:
            walked[at] = len(walked)
            at = above.get(at)
        if at is not None and at in walked:
            loop = list(walked)[walked[at] :]
            if not best or (len(loop), min(loop)) < (len(best), best[0]):
                turn = loop.index(min(loop))
                best = tuple(loop[turn:] + loop[:turn])
        done.update(walked)
    return best
