"""Measures whether the streams of a picture keep their mass: from the drawn outlines, not from what was meant.

A stream is a ribbon with a ``mass``. It must be as wide as it says, at both ends and by one scale in the whole picture; and
at a place where streams enter and leave, as much must leave as enters, on the whole height of the place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from spotifymodel.plot.scene import Box, Ribbon, Scene

__all__ = ["leaks", "widths"]

_SLACK = 0.05


def widths(stream: Ribbon) -> tuple[float, float]:
    """Return how wide a stream is where it leaves and where it enters, in points.

    Examples
    --------
    >>> widths(Ribbon((((0, 0),), ((5, 0), (5, 9), (10, 9)), ((10, 12),), ((5, 12), (5, 3), (0, 3))), mass=3))
    (3, 3)
    """
    upper_start, upper_end, lower_end, lower_start = (step[-1] for step in stream.path)
    return lower_start[1] - upper_start[1], lower_end[1] - upper_end[1]


def leaks(scene: Scene) -> Iterator[tuple[str, str, float]]:
    """Yield what is wrong with the streams of a picture: what, where, and by how many points."""
    streams = [mark for mark in scene.marks if isinstance(mark, Ribbon) and mark.mass]
    if not streams:
        return
    scale = median(widths(stream)[0] / stream.mass for stream in streams)
    into: dict[str, float] = defaultdict(float)
    out: dict[str, float] = defaultdict(float)
    for stream in streams:
        for end in widths(stream):
            if abs(end - stream.mass * scale) > _SLACK:
                yield "a stream is not as wide as what flows in it", stream.of, end - stream.mass * scale
        out[stream.leaves] += widths(stream)[0]
        into[stream.enters] += widths(stream)[1]
    for place in sorted(into.keys() & out.keys()):
        if abs(into[place] - out[place]) > _SLACK:
            yield "not as much leaves a place as enters it", place, out[place] - into[place]
    heights = {mark.of: mark.h for mark in reversed(scene.marks) if isinstance(mark, Box)}
    for place in sorted(into.keys() | out.keys()):
        wide = max(into.get(place, 0.0), out.get(place, 0.0))
        if abs(heights.get(place, 0.0) - wide) > _SLACK:
            yield "a place is not as high as what flows through it", place, heights.get(place, 0.0) - wide
