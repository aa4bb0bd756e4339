"""Puts squads beside each other: those that share people come next to each other, in rows that run to and fro."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

__all__ = ["LEAST_WIDTH", "masonry", "neighbourly", "shelves"]

#: Widths that are tried, as width to height of the sheet were it filled without waste; and the shape that is aimed at.
_ASPECTS, _SHAPE, LEAST_WIDTH = (1.0, 1.2, 1.4, 1.6, 1.8, 2.0, 2.3, 2.7, 3.2), 1.5, 400.0


def neighbourly(members: Sequence[frozenset[str]]) -> list[int]:
    """Return the squads in an order in which each shares as many people as possible with the ones just before it.

    Where nothing is shared the order stays as it was.

    Examples
    --------
    >>> neighbourly([frozenset("ab"), frozenset("cd"), frozenset("be")])
    [0, 2, 1]
    """
    left = list(range(len(members)))
    order: list[int] = []
    pull = [0.0] * len(members)
    while left:
        chosen = max(left, key=lambda i: (pull[i], -i))
        left.remove(chosen)
        order.append(chosen)
        # What was placed long ago is far away by now, so its pull fades.
        for i in left:
            pull[i] = 0.5 * pull[i] + len(members[i] & members[chosen])
    return order


def shelves(
    sizes: Sequence[tuple[float, float]], gap: float, width: float | None = None, least: float = LEAST_WIDTH
) -> tuple[list[tuple[float, float]], float, float]:
    """Return the left top corner of every cell, in rows that alternate in direction, and width and height of the whole.

    Parameters
    ----------
    sizes : sequence of (width, height)
    gap : float
        Least distance between cells.
    width : float, optional
        Width to fill; otherwise one that makes a sheet in landscape.
    least : float
        Width that is filled at least where none is given.
    """
    area = sum((w + gap) * (h + gap) for w, h in sizes)
    widest = max(w for w, _ in sizes)
    whole = sum(w + gap for w, _ in sizes) - gap
    rooms = [width] if width else [min(max(sqrt(area * aspect), least), max(whole, least)) for aspect in _ASPECTS]
    tried = [(max(room, widest), _rows(sizes, gap, max(room, widest))) for room in rooms]
    room, rows = min(tried, key=lambda one: max(one[0], _SHAPE * _height(sizes, gap, one[1])))
    corners = [(0.0, 0.0)] * len(sizes)
    y = 0.0
    for number, row in enumerate(rows):
        height = max(sizes[i][1] for i in row)
        free = room - sum(sizes[i][0] for i in row)
        # A full row is spread over the width; the last one stands as close as the cells of the others, in the middle.
        between = free / (len(row) + 1) if number < len(rows) - 1 else min(free / (len(row) + 1), gap * 2)
        x = (free - between * (len(row) - 1)) / 2
        for i in row if number % 2 == 0 else reversed(row):
            corners[i] = (x, y + (height - sizes[i][1]) / 2)
            x += sizes[i][0] + between
        y += height + gap
    return corners, room, max(y - gap, 0.0)


def masonry(sizes: Sequence[tuple[float, float]], gap: float, width: float | None = None) -> tuple[list[tuple[float, float]], float, float]:
    """Return the left top corner of every cell, each as high as it can stand, and width and height of the whole.

    Like a wall of natural stone: cells of one height make rows, and a low one leaves room for another under it.

    Parameters
    ----------
    sizes : sequence of (width, height)
    gap : float
        Least distance between cells.
    width : float, optional
        Width to fill; otherwise one that makes a sheet in landscape.

    Examples
    --------
    >>> masonry([(10, 10), (10, 4), (10, 4)], 2, 22)
    ([(0.0, 0.0), (12.0, 0.0), (12.0, 6.0)], 22.0, 10.0)
    """
    area = sum((w + gap) * (h + gap) for w, h in sizes)
    widest = max(w for w, _ in sizes)
    rooms = [width] if width else [sqrt(area * aspect) for aspect in _ASPECTS]
    tried = [_stacked(sizes, gap, max(room, widest)) for room in rooms]
    return min(tried, key=lambda one: max(one[1], _SHAPE * one[2]))


def _stacked(sizes: Sequence[tuple[float, float]], gap: float, room: float) -> tuple[list[tuple[float, float]], float, float]:
    """Put every cell where it stands highest, the leftmost of such places."""
    # What is taken from the top, as spans of equal depth: where each begins, and how deep it is.
    skyline = [(0.0, 0.0)]
    corners = []
    for w, h in sizes:
        ends = [*(at for at, _ in skyline[1:]), float("inf")]
        places = []
        for x, _ in skyline:
            if x + w <= room + 1e-6:
                under = [d for (at, d), end in zip(skyline, ends, strict=True) if at < x + w + gap - 1e-6 and end > x + 1e-6]
                places.append((max(under, default=0.0), x))
        y, x = min(places)
        corners.append((x, y))
        end = x + w + gap
        behind = max((span for span in skyline if span[0] <= end), default=(0.0, 0.0))
        skyline = sorted([*(span for span in skyline if span[0] < x or span[0] > end), (x, y + h + gap), (end, behind[1])])
    wide = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
    high = max(y + h for (_, y), (_, h) in zip(corners, sizes, strict=True))
    return corners, wide, high


def _rows(sizes: Sequence[tuple[float, float]], gap: float, room: float) -> list[list[int]]:
    """Break the cells into rows, each as full as it goes."""
    rows: list[list[int]] = []
    used = 0.0
    for i, (w, _) in enumerate(sizes):
        if not rows or used + gap + w > room + 1e-6:
            rows.append([i])
            used = w
        else:
            rows[-1].append(i)
            used += gap + w
    return rows


def _height(sizes: Sequence[tuple[float, float]], gap: float, rows: list[list[int]]) -> float:
    return sum(max(sizes[i][1] for i in row) + gap for row in rows) - gap
