"""Sets blocks of known sizes in columns, in their order, so that the tallest column is as low as can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias, TypeVar

from spotifymodel.plot.parts.pen import Pen

__all__ = ["ACROSS", "DOWN", "Block", "Shelves", "height_of", "paint_shelves", "portioned", "shared_out", "width_of"]

_T = TypeVar("_T")

#: White between blocks, across and down.
ACROSS, DOWN = 26.0, 22.0


class Block(Protocol):
    """Something of a known size that paints itself."""

    @property
    def width(self) -> float:
        """Width in points."""
        ...

    @property
    def height(self) -> float:
        """Height in points."""
        ...

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint with the upper left corner at a point."""
        ...


Shelves: TypeAlias = list[list[Block]]


def shared_out(blocks: Sequence[Block], columns: int, down: float = DOWN) -> Shelves:
    """Share blocks out over at most so many columns."""
    return portioned(blocks, [block.height for block in blocks], columns, down)


def portioned(things: Sequence[_T], heights: Sequence[float], columns: int, down: float) -> list[list[_T]]:
    """Share things of known heights out over at most so many columns, in their order.

    Examples
    --------
    >>> portioned("abcd", [9, 3, 3, 3], 2, 1)
    [['a'], ['b', 'c', 'd']]
    """
    low, high = max(heights, default=0.0), sum(height + down for height in heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(things, heights, middle, down)) <= columns else (middle, high)
    return _filled(things, heights, high, down)


def _filled(things: Sequence[_T], heights: Sequence[float], limit: float, down: float) -> list[list[_T]]:
    """Fill columns one after the other up to a height."""
    columns: list[list[_T]] = [[]]
    used = 0.0
    for thing, height in zip(things, heights, strict=True):
        if columns[-1] and used + height > limit:
            columns.append([])
            used = 0.0
        columns[-1].append(thing)
        used += height + down
    return columns


def width_of(shelves: Shelves, across: float = ACROSS) -> float:
    """Return how wide all columns are."""
    return sum(max((b.width for b in column), default=0.0) for column in shelves) + across * (len(shelves) - 1)


def height_of(shelves: Shelves, down: float = DOWN) -> float:
    """Return how high the tallest column is."""
    return max(sum(b.height + down for b in column) - down if column else 0.0 for column in shelves)


def paint_shelves(pen: Pen, shelves: Shelves, x: float, top: float, across: float = ACROSS, down: float = DOWN) -> float:
    """Paint all blocks; return where the lowest ends."""
    bottom = top
    for column in shelves:
        y = top
        for block in column:
            block.paint(pen, x, y)
            y += block.height + down
        bottom = max(bottom, y - down)
        x += max((block.width for block in column), default=0.0) + across
    return bottom
