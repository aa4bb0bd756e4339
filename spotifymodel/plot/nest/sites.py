"""Decides where every tribe stands, and which two places somebody who works in several tribes links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import Final

from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.nest.layout import Nest, Style, nested
from spotifymodel.plot.nest.packing import masonry, neighbourly
from spotifymodel.plot.shortening import shortened, wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.network import phrase
from spotifymodel.words.pictures import phrase as general

__all__ = ["HEAD", "LINE", "MOST_ARCS", "PAD", "Arc", "Site", "Sites", "sites_of"]

PAD: Final = 13.0
#: Size of a tribe's name, and height of a line below it.
HEAD, LINE = 10.5, 9.4
_GAP, _NAME, _LINES, _LEAST = 18.0, 17.0, 3, 128.0
#: More arcs between tribes than this are a tangle; then every tribe says in words with whom it shares how many.
MOST_ARCS: Final = 40
_NAMED: Final = 4


@dataclass(frozen=True, slots=True)
class Site:
    """A tribe at its place: its frame, the lines at its head, and the corner of its nest."""

    view: MatrixView
    nest: Nest
    x: float
    y: float
    w: float
    h: float
    name: str
    lines: tuple[str, ...]

    @property
    def inside(self) -> tuple[float, float]:
        """Left top corner of the nest."""
        return self.x + (self.w - self.nest.width) / 2, self.y + self.h - PAD - self.nest.height


@dataclass(frozen=True, slots=True)
class Arc:
    """Two places of one person in two tribes, and the paths of the squads there."""

    person: str
    ends: tuple[tuple[float, float], tuple[float, float]]
    squads: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sites:
    """All tribes and what links them, and how large they are together, from (0, 0)."""

    sites: tuple[Site, ...]
    arcs: tuple[Arc, ...]
    across: frozenset[str]
    width: float
    height: float


def sites_of(views: Sequence[MatrixView], style: Style, theme: Theme, language: str, width: float | None = None) -> Sites:
    """Lay tribes out like stones in a wall, those that share people close to each other.

    Parameters
    ----------
    views : sequence of MatrixView
        Without benches.
    style : Style
    theme : Theme
    language : str
    width : float, optional
        Width to fill.
    """
    people = [frozenset(seat.person for row in view.rows for cell in row.cells for seat in cell) for view in views]
    order = neighbourly(people)
    homes: dict[str, list[int]] = defaultdict(list)
    for place, at in enumerate(order):
        for person in people[at]:
            homes[person].append(place)
    across = frozenset(person for person, places in homes.items() if len(places) > 1)
    many = sum(len(homes[person]) - 1 for person in across) > MOST_ARCS
    plain = []
    for at in order:
        nest = nested(views[at], style, theme, language, least=0.0)
        partners = [(len(people[at] & people[other]), other) for other in order if other != at and people[at] & people[other]]
        told = _told(views[at], people[at], partners if many else [], views, language)
        plain.append(_framed(views[at], nest, told, theme, language))
    corners, wide, high = masonry([(site.w, site.h) for site in plain], _GAP, width)
    sites = tuple(replace(site, x=x, y=y) for (x, y), site in zip(corners, plain, strict=True))
    return Sites(sites, () if many else _arcs(sites, homes, across), across, wide, high)


def _told(
    view: MatrixView, people: frozenset[str], partners: Sequence[tuple[int, int]], views: Sequence[MatrixView], language: str
) -> list[str]:
    """Return the counts of a tribe, and with whom it shares most where no arcs can tell it."""
    said = [f"{general(language, 'squads', n=len(view.squads))} · {phrase(language, 'people', n=len(people))}"]
    if partners:
        best = sorted(partners, key=lambda one: (-one[0], one[1]))
        words = [f"{_name(views[other], language)} {count}" for count, other in best[:_NAMED]]
        if len(best) > _NAMED:
            words.append(phrase(language, "and_more", n=len(best) - _NAMED))
        said.append(phrase(language, "also", list=", ".join(words)))
    return said


def _framed(view: MatrixView, nest: Nest, told: Sequence[str], theme: Theme, language: str) -> Site:
    """Return a tribe with its frame, not yet placed."""
    w = max(nest.width + 2 * PAD, _LEAST)
    room = w - 2 * PAD
    name = _name(view, language)
    if text_width(name, HEAD, True) > room:
        w = min(max(w, text_width(name, HEAD, True) + 2 * PAD), max(w, 220.0))
        room = w - 2 * PAD
    lines = [line for words in told for line in wrapped(words, room, theme.name, lines=_LINES)]
    h = PAD + _NAME + len(lines) * LINE + 6 + nest.height + PAD
    return Site(view, nest, 0.0, 0.0, w, h, shortened(name, room, HEAD, True), tuple(lines))


def _name(view: MatrixView, language: str) -> str:
    return view.name if view.tribe else phrase(language, "tribe_squads")


def _arcs(sites: Sequence[Site], homes: dict[str, list[int]], across: frozenset[str]) -> tuple[Arc, ...]:
    """Link the nearest two places of everybody in every two tribes that follow each other."""
    spots: dict[tuple[int, str], list[tuple[float, float, str]]] = defaultdict(list)
    for at, site in enumerate(sites):
        left, top = site.inside
        for circle in site.nest.circles:
            for place in circle.places:
                if place.seat is not None and place.seat.person in across:
                    spots[at, place.seat.person].append((left + place.x, top + place.y, circle.of))
    found = []
    for person in sorted(across):
        for one, other in pairwise(homes[person]):
            _, a, b = min((hypot(a[0] - b[0], a[1] - b[1]), a, b) for a in spots[one, person] for b in spots[other, person])
            found.append(Arc(person, (a[:2], b[:2]), (a[2], b[2])))
    return tuple(found)
