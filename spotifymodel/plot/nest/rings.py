"""Places for people in a circle: one in the middle, the others on rings around it; two stand side by side."""

from __future__ import annotations

from math import cos, pi, sin

__all__ = ["rings"]

#: As many as this still make one ring around the middle, which looks calmer than two.
_ONE_RING = 9


def rings(count: int, pitch: float) -> tuple[tuple[float, float], ...]:
    """Return the places of ``count`` people, from the middle outwards, none closer to another than ``pitch``.

    Examples
    --------
    >>> rings(2, 10.0)
    ((-5.0, 0.0), (5.0, 0.0))
    >>> len(rings(75, 10.0)), len(set(rings(75, 10.0)))
    (75, 75)
    """
    if count == 2:  # side by side takes half the room
        return (-pitch / 2, 0.0), (pitch / 2, 0.0)
    places = [(0.0, 0.0)][:count]
    rest, ring = count - 1, 0
    while rest > 0:
        ring += 1
        here = rest if ring == 1 and rest <= _ONE_RING else min(rest, 6 * ring)
        radius = max(ring * pitch, pitch / (2 * sin(pi / max(here, 2))))
        for i in range(here):
            turn = 2 * pi * i / here
            places.append((round(radius * sin(turn), 6) + 0.0, round(-radius * cos(turn), 6) + 0.0))
        rest -= here
    return tuple(places)
