"""Chooses how many people stand side by side in each column, so that the page is well filled.

Every column may be one person wide or more; wider columns make shorter rows. The best page is the one that is shrunk
least when it is printed; among pages that are nearly as good the smallest wins, so that no column is wide for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import prod
from typing import Final

__all__ = ["A_SERIES", "page_cost", "side_by_side"]

#: Width and height in points of a page in the shape that printers and slides have (A3 landscape).
A_SERIES: Final = (1191.0, 842.0)
#: Up to this many combinations all are tried; beyond it one column at a time is improved until nothing helps.
_ALL: Final = 700
_AREA_WEIGHT: Final = 0.6
_BEYOND: Final = 10.0


def page_cost(width: float, height: float, page: tuple[float, float], *, must_fit: bool = False) -> float:
    """Return how badly a picture of a size suits a page: by how much it is shrunk on it, and what it covers.

    Where it ``must_fit``, nothing is as bad as sticking out.
    """
    share = max(width / page[0], height / page[1])
    beyond = _BEYOND * (share - 1) if must_fit and share > 1 else 0.0
    return share + _AREA_WEIGHT * width * height / (page[0] * page[1]) + beyond


def side_by_side(
    heads: Sequence[Sequence[int]],
    width: Callable[[int, int], float],
    height: Callable[[int, int], float],
    *,
    beside: float,
    above: float,
    page: tuple[float, float] = A_SERIES,
    must_fit: bool = False,
    most: int = 12,
) -> tuple[int, ...]:
    """Return the number of people side by side, per column.

    Parameters
    ----------
    heads : sequence of sequence of int
        People per column and row.
    width : callable
        Width of a column in points, from its number and the people side by side.
    height : callable
        Height of a row in points, from its number and the lines it must hold.
    beside, above : float
        Width and height that the rest of the picture takes.
    page : tuple of float
        Width and height of the page to fill.
    must_fit : bool
        Whether the picture may not be larger than the page; otherwise only the page's proportion matters much.
    most : int
        Largest number side by side.

    Notes
    -----
    Up to 700 combinations are all tried (1-4 ms for 16 × 8); beyond that columns are improved one at a time from several
    starts, so O(columns² × choices × rows) each and without a guarantee that the best is found.
    """
    choices = [_choices(column, most) for column in heads]
    widths = [{k: width(c, k) for k in ks} for c, ks in enumerate(choices)]
    heights = [{k: [height(r, -(-n // k)) for r, n in enumerate(column)] for k in ks} for column, ks in zip(heads, choices, strict=True)]

    floor = [0.0] * len(heads[0]) if heads else []  # so that map(max, …) works with a single column too

    def cost(combination: Sequence[int]) -> float:
        wide = beside + sum(w[k] for w, k in zip(widths, combination, strict=True))
        high: float = above + sum(map(max, *(h[k] for h, k in zip(heights, combination, strict=True)), floor))
        return page_cost(wide, high, page, must_fit=must_fit)

    if not choices:
        return ()
    if prod(map(len, choices)) <= _ALL:
        return min(product(*choices), key=cost)
    pairs = [ks[:2] for ks in choices]
    # Columns must often widen together to make a row lower, which single steps cannot do: so start once from every height.
    fullest = [max(column, default=0) for column in heads]
    starts = [tuple(_for_lines(ks, n, lines) for ks, n in zip(choices, fullest, strict=True)) for lines in range(1, max(*fullest, 1) + 1)]
    if prod(map(len, pairs)) <= _ALL:
        starts.append(min(product(*pairs), key=cost))
    return min((_improved(start, choices, cost) for start in starts), key=cost)


def _choices(column: Sequence[int], most: int) -> list[int]:
    """Return the numbers side by side that make a difference to any row."""
    found: list[int] = []
    lines = None
    for k in range(1, min(most, max(column, default=1) or 1) + 1):
        now = [-(-n // k) for n in column]
        if now != lines:
            lines = now
            found.append(k)
    return found


def _for_lines(choices: Sequence[int], people: int, lines: int) -> int:
    """Return the least number side by side that puts so many people on so many lines."""
    return next((k for k in choices if -(-people // k) <= lines), choices[-1])


def _improved(start: Sequence[int], choices: Sequence[Sequence[int]], cost: Callable[[Sequence[int]], float]) -> tuple[int, ...]:
    """Change one column at a time for the better until none can be."""
    best, least = list(start), cost(start)
    changed = True
    while changed:
        changed = False
        for c, ks in enumerate(choices):
            for k in ks:
                trial = [*best[:c], k, *best[c + 1 :]]
                value = cost(trial)
                if value < least - 1e-9:
                    best, least, changed = trial, value, True
    return tuple(best)
