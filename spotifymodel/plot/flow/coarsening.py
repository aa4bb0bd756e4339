"""Takes places together where there are too many to follow: squads by their tribe, then all but the largest as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spotifymodel.plot.flow.paths import Journey, Path
from spotifymodel.plot.flow.streams import streams_of

__all__ = ["MOST_PLACES", "coarsened"]

#: So many streams between so many places may be drawn; beyond that places are taken together.
_MOST_STREAMS, MOST_PLACES = 240, 45
#: So many flows side by side can be looked through.
_MOST_CHAPTERS: Final = 48
_OTHERS: Final = "fate:others"


def coarsened(journey: Journey, most: int = MOST_PLACES) -> Journey:
    """Return the journey itself where it can be followed; otherwise one between fewer places.

    Parameters
    ----------
    journey : Journey
    most : int
        Places at either side.

    Notes
    -----
    Chapters have a flow of their own where there are many; where there are too many even for that, ways lead straight. Nobody
    is lost: shares only change places. O(paths).
    """
    if len(journey.chapters) > _MOST_CHAPTERS:
        journey = replace(journey, chapters=(), coarse=True)
    elif journey.chapters and max(map(len, _sides(journey.paths))) <= 4 * most:
        return journey
    if _fine(journey.paths, most):
        return journey
    paths = journey.paths
    if len({home for home in journey.tribe_of.values() if home is not None}) > 1:
        paths = tuple(replace(p, origin=_tribe(journey, p.origin), goal=_tribe(journey, p.goal)) for p in paths)
    if not _fine(paths, most):
        kept = [_largest(places, most) for places in _sides(paths)]
        paths = tuple(replace(p, origin=_or_others(p.origin, kept[0]), goal=_or_others(p.goal, kept[1])) for p in paths)
    return replace(journey, paths=paths, coarse=True)


def _sides(paths: Iterable[Path]) -> tuple[Counter[str], Counter[str]]:
    """Count the paths at every place of both sides."""
    found = list(paths)
    return Counter(path.origin for path in found), Counter(path.goal for path in found)


def _fine(paths: tuple[Path, ...], most: int) -> bool:
    if max(map(len, _sides(paths))) > most:
        return False
    return streams_of(paths, chapters=False).count <= _MOST_STREAMS


def _tribe(journey: Journey, place: str) -> str:
    home = journey.tribe_of.get(place) if place.startswith("squad:") else None
    return place if home is None else f"tribe:{home}"


def _largest(side: Counter[str], most: int) -> set[str]:
    ranked = sorted(side, key=lambda place: (place.startswith("fate:"), -side[place], place))
    fates = {place for place in side if place.startswith("fate:")}
    return set(ranked[: most - len(fates) - 1]) | fates


def _or_others(place: str, kept: set[str]) -> str:
    return place if place in kept else _OTHERS
