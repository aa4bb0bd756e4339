"""Which rectangles of a picture come near each other, without comparing each with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from spotifymodel.plot.metrics import CAP_HEIGHT
from spotifymodel.plot.scene import Region, Text

__all__ = ["letters", "lookup", "meet", "neighbours"]

#: Rectangles are sorted into bands of this height; and less than this is no overlap.
_BAND: Final = 24.0
_TOUCH: Final = 0.5


def letters(text: Text) -> Region:
    """Return the rectangle of the letters without accents and descenders."""
    left = text.left
    return left, text.y - CAP_HEIGHT * text.size, left + text.length, text.y


def meet(a: Region, b: Region) -> bool:
    """Tell whether two rectangles overlap by more than a hair."""
    return min(a[2], b[2]) - max(a[0], b[0]) > _TOUCH and min(a[3], b[3]) - max(a[1], b[1]) > _TOUCH


def lookup(regions: Sequence[Region]) -> Callable[[Region], list[int]]:
    """Return a function that names the regions whose heights come near a region: O(1) per hit after O(n) once."""
    bands: dict[int, list[int]] = defaultdict(list)
    tall: list[int] = []
    for i, (_, top, _, bottom) in enumerate(regions):
        if bottom - top > 20 * _BAND:
            tall.append(i)
        else:
            for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
                bands[band].append(i)

    def near(region: Region) -> list[int]:
        hits = dict.fromkeys(tall)
        for band in range(int(region[1] // _BAND), int(region[3] // _BAND) + 1):
            hits.update(dict.fromkeys(bands.get(band, ())))
        return [i for i in hits if regions[i][0] < region[2] and regions[i][2] > region[0]]

    return near


def neighbours(regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Yield pairs of regions that may overlap, each once."""
    near = lookup(regions)
    for i, region in enumerate(regions):
        yield from ((i, k) for k in sorted(near(region)) if k > i)
