"""Adds paths up to streams between places: who flows together, how many, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from spotifymodel.plot.flow.paths import Path

__all__ = ["FATES", "Stop", "Stream", "Streams", "gathered", "streams_of"]

#: Ends of a way that are no place of a chart, in the order in which they stand below the places.
FATES: Final = ("others", "bench", "line", "nowhere", "none", "new", "hire", "gone")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way, or the fate of who has none.

    Parameters
    ----------
    id : str
        Such as ``unit:it``, ``chapter:data``, ``squad:app`` or ``fate:gone``.
    mass : Fraction
        How much flows through it.
    people : int
        Distinct people.
    """

    id: str
    mass: Fraction
    people: int

    @property
    def kind(self) -> str:
        """The part of the id before the colon."""
        return self.id.partition(":")[0]

    @property
    def rank(self) -> int:
        """0 for a place; below the places a tribe as such, then the fates in their order."""
        kind, _, key = self.id.partition(":")
        return 2 + FATES.index(key) if kind == "fate" else int(kind == "tribe")

    @property
    def open(self) -> bool:
        """Whether people come from outside here, or leave."""
        return self.id in ("fate:hire", "fate:new", "fate:gone")


@dataclass(frozen=True, slots=True)
class Stream:
    """What flows between two places of neighbouring stages.

    Parameters
    ----------
    lit : bool
        Whether it keeps its colour.
    open : bool
        Whether these are people who come or leave.
    """

    left: str
    right: str
    mass: Fraction
    people: int
    chapter: str
    lit: bool = True
    open: bool = False


@dataclass(frozen=True, slots=True)
class Streams:
    """Stages from left to right, and the streams between each two."""

    stages: tuple[tuple[Stop, ...], ...]
    between: tuple[tuple[Stream, ...], ...]

    @property
    def mass(self) -> Fraction:
        """How much flows."""
        return sum((stop.mass for stop in self.stages[0]), Fraction(0))

    @property
    def count(self) -> int:
        """How many streams there are."""
        return sum(map(len, self.between))


def streams_of(paths: Iterable[Path], lit: Callable[[Path], bool] | None = None, *, chapters: bool = True) -> Streams:
    """Add paths up.

    Parameters
    ----------
    paths : iterable of Path
    lit : callable, optional
        Which paths keep their colour; where some do and some do not, a stream is split in two.
    chapters : bool
        Whether the ways lead through chapters.

    Notes
    -----
    As much leaves every place in the middle as enters it, because every path is whole. O(paths).
    """
    steps: Sequence[Callable[[Path], str]] = (_origin, _chapter, _goal) if chapters else (_origin, _goal)
    stops: list[dict[str, list[Path]]] = [defaultdict(list) for _ in steps]
    links: list[dict[tuple[str, str, bool, bool], list[Path]]] = [defaultdict(list) for _ in steps[1:]]
    for path in paths:
        places = [step(path) for step in steps]
        shines = lit is None or lit(path)
        for found, place in zip(stops, places, strict=True):
            found[place].append(path)
        for i, found_links in enumerate(links):
            coming = path.new and i == 0
            found_links[places[i], places[i + 1], shines, coming or (path.gone and i == len(links) - 1)].append(path)
    stages = tuple(tuple(Stop(place, _mass(those), _heads(those)) for place, those in found.items()) for found in stops)
    between = tuple(
        tuple(
            Stream(left, right, _mass(those), _heads(those), those[0].chapter, shines, opened)
            for (left, right, shines, opened), those in found_links.items()
        )
        for found_links in links
    )
    return Streams(stages, between)


def gathered(paths: Sequence[Path], lit: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Return the lit paths, and who else goes where they go, as coming from one place; the rest is left out."""
    goals = {path.goal for path in paths if lit(path)}
    return tuple(
        path if lit(path) else replace(path, origin="fate:others", chapter="fate:others", new=False) for path in paths if path.goal in goals
    )


def _origin(path: Path) -> str:
    return path.origin


def _chapter(path: Path) -> str:
    return path.chapter


def _goal(path: Path) -> str:
    return path.goal


def _mass(paths: Iterable[Path]) -> Fraction:
    return sum((path.share for path in paths), Fraction(0))


def _heads(paths: Iterable[Path]) -> int:
    return len({path.person for path in paths})
