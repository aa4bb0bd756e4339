"""Bundles bridges: where two squads share many people, one wide line with their number says more than twenty thin ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from spotifymodel.plot.nest.layout import Bridge, Circle, Nest

__all__ = ["Bundle", "bundles_of", "edge_of", "free_spot"]

#: From so many bridges on they are one bundle.
LEAST: Final = 4
#: Where on a bundle its number is looked for, the middle first.
_TRIED: Final = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
_NAME_HALF, _NAME_ABOVE = 50.0, 36.0


@dataclass(frozen=True, slots=True)
class Bundle:
    """Bridges between the same two squads; the ends are where the line between their centres leaves their circles."""

    circles: tuple[int, int]
    bridges: tuple[Bridge, ...]
    ends: tuple[tuple[float, float], tuple[float, float]]

    @property
    def width(self) -> float:
        """Width of the line in points, by how many people it stands for."""
        return min(1.4 + 0.22 * len(self.bridges), 6.0)


def bundles_of(nest: Nest) -> tuple[Bundle, ...]:
    """Return the bundles of a nest, in the order of its bridges."""
    pairs: dict[tuple[int, int], list[Bridge]] = defaultdict(list)
    for bridge in nest.bridges:
        pairs[bridge.circles].append(bridge)
    found = []
    for (one, other), bridges in pairs.items():
        if len(bridges) >= LEAST:
            a, b = nest.circles[one], nest.circles[other]
            ends = edge_of(a, (a.x, a.y), (b.x, b.y)), edge_of(b, (b.x, b.y), (a.x, a.y))
            found.append(Bundle((one, other), tuple(bridges), ends))
    return tuple(found)


def edge_of(circle: Circle, inside: tuple[float, float], to: tuple[float, float]) -> tuple[float, float]:
    """Return where the line from a spot in a circle leaves it."""
    length = hypot(to[0] - inside[0], to[1] - inside[1]) or 1.0
    ux, uy = (to[0] - inside[0]) / length, (to[1] - inside[1]) / length
    fx, fy = inside[0] - circle.x, inside[1] - circle.y
    along = fx * ux + fy * uy
    far = -along + max(along * along - (fx * fx + fy * fy - circle.r**2), 0.0) ** 0.5
    far = min(far, length)
    return inside[0] + far * ux, inside[1] + far * uy


def free_spot(
    bundle: Bundle, circles: Sequence[Circle], taken: Sequence[tuple[float, float]], half: tuple[float, float]
) -> tuple[float, float] | None:
    """Return a spot on the line of a bundle for a text of a half size, clear of squads, names and other spots; or none."""
    (ax, ay), (bx, by) = bundle.ends
    w, h = half
    for t in _TRIED:
        x, y = ax + (bx - ax) * t, ay + (by - ay) * t
        clear = all(abs(x - c.x) > c.r + w or y - c.y > c.r + h or c.y - y > c.r + h for c in circles)
        named = any(abs(x - c.x) < _NAME_HALF + w and c.y - c.r - _NAME_ABOVE - h < y < c.y - c.r + h for c in circles)
        apart = all(abs(x - left) > 2 * w or abs(y - top) > 2 * h for left, top in taken)
        if clear and not named and apart:
            return x, y
    return None
