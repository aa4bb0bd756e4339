"""Decides where every squad and everybody in it stands, and which places a bridge links."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from spotifymodel.plot.grid.view import MatrixView, Row, Seat
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.nest.packing import LEAST_WIDTH, neighbourly, shelves
from spotifymodel.plot.nest.rings import rings
from spotifymodel.plot.shortening import distinct_lines
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

__all__ = ["Bridge", "Circle", "Nest", "Place", "Style", "nested"]

_NAME_WIDTH, _NAME_LINE, _COUNT_LINE, _GAP = 92.0, 10.0, 11.0, 16.0
#: With more bridges than this they are too many to draw all of them boldly.
_MANY = 60


@dataclass(frozen=True, slots=True)
class Style:
    """How people are shown: radius of a dot, distance between two, width and height of a name under it (0 without names)."""

    level: str
    dot: float
    pitch: float
    wide: float = 0.0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody at a spot; ``column`` is the place of the chapter in the view. Without a seat: nobody owns the squad."""

    seat: Seat | None
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A squad around its people; ``lines`` is its name, broken, of which the first baseline is ``name_y``."""

    row: Row
    of: str
    x: float
    y: float
    r: float
    lines: tuple[str, ...]
    name_y: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """Two places of one person: indices of circles, and the spots."""

    person: str
    circles: tuple[int, int]
    ends: tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Nest:
    """All circles and bridges, and how large they are together, from (0, 0)."""

    circles: tuple[Circle, ...]
    bridges: tuple[Bridge, ...]
    width: float
    height: float

    @property
    def crowded(self) -> bool:
        """Whether there are so many bridges that they are drawn thin and light, so that the squads stay in front."""
        return len(self.bridges) > _MANY


def nested(view: MatrixView, style: Style, theme: Theme, language: str, width: float | None = None, least: float = LEAST_WIDTH) -> Nest:
    """Return the layout of a tribe.

    Parameters
    ----------
    view : MatrixView
    style : Style
    theme : Theme
    language : str
        Language of the counts under the names.
    width : float, optional
        Width to fill.
    least : float
        Width that is filled at least where none is given.
    """
    head = theme.head
    rows = [row for row in view.rows if not row.bench or any(row.cells)]
    people = [frozenset(seat.person for cell in row.cells for seat in cell) for row in rows]
    rows = [rows[i] for i in neighbourly(people)]
    names = distinct_lines([row.name for row in rows], _NAME_WIDTH, head, True, 2)
    spots = [rings(_seats(row) + _vacant(row), style.pitch) for row in rows]
    reach = [max((hypot(x, y) for x, y in places), default=0.0) for places in spots]
    radii = [max(far + max(style.wide / 2, style.dot + style.below) + 5, 15.0) for far in reach]
    tops = [_NAME_LINE * len(lines) + _COUNT_LINE + 3 for lines in names]
    counts = [text_width(phrase(language, "people", n=row.count), theme.name) + 6 for row in rows]
    sizes = [
        (max(2 * r, counted, *(text_width(line, head, True) + 6 for line in lines)), 2 * r + top)
        for r, lines, top, counted in zip(radii, names, tops, counts, strict=True)
    ]
    corners, wide, high = shelves(sizes, _GAP, width, least)
    centres = [(x + w / 2, y + top + r) for (x, y), (w, _), top, r in zip(corners, sizes, tops, radii, strict=True)]
    homes: dict[str, list[int]] = defaultdict(list)
    for i, row in enumerate(rows):
        for cell in row.cells:
            for seat in cell:
                homes[seat.person].append(i)
    circles = tuple(
        Circle(
            row,
            view.place(row),
            *centres[i],
            radii[i],
            names[i],
            corners[i][1] + _NAME_LINE - 2,
            _seated(row, i, spots[i], centres, homes, style.below / 2),
        )
        for i, row in enumerate(rows)
    )
    return Nest(circles, _bridges(circles, homes), wide, high)


def _seats(row: Row) -> int:
    return sum(len(cell) for cell in row.cells)


def _vacant(row: Row) -> bool:
    """Whether the middle stays open for a product owner."""
    return row.ownerless


def _seated(
    row: Row,
    at: int,
    spots: tuple[tuple[float, float], ...],
    centres: list[tuple[float, float]],
    homes: Mapping[str, list[int]],
    lift: float,
) -> tuple[Place, ...]:
    """Give everybody a spot: the owner in the middle, shared people at the side of their other squad, the rest by chapter."""
    x, y = centres[at]
    free = [(x + dx, y + dy - lift) for dx, dy in spots]
    seats = [(seat, column) for column, cell in enumerate(row.cells) for seat in cell]
    seats.sort(key=lambda one: ("PO" not in one[0].roles, one[1]))
    found: list[Place] = []
    if _vacant(row):
        found.append(Place(None, -1, *free.pop(0)))
    elif seats:
        seat, column = seats.pop(0)
        found.append(Place(seat, column, *free.pop(0)))
    # Whose other squad is nearest chooses first: short bridges are the ones that can be straight.
    shared = sorted(
        (
            (min((hypot(cx - x, cy - y), cx, cy) for cx, cy in _elsewhere(seat, at, centres, homes)), n)
            for n, (seat, _) in enumerate(seats)
            if len(homes[seat.person]) > 1
        ),
    )
    for (_, cx, cy), n in shared:
        spot = min(free, key=lambda place: (hypot(place[0] - cx, place[1] - cy), place))
        free.remove(spot)
        found.append(Place(*seats[n], *spot))
    rest = [one for one in seats if len(homes[one[0].person]) == 1]
    found.extend(Place(seat, column, *spot) for (seat, column), spot in zip(rest, free, strict=True))
    return tuple(found)


def _elsewhere(seat: Seat, at: int, centres: list[tuple[float, float]], homes: Mapping[str, list[int]]) -> list[tuple[float, float]]:
    """Return the centres of the other squads of somebody."""
    return [centres[i] for i in homes[seat.person] if i != at]


def _bridges(circles: tuple[Circle, ...], homes: Mapping[str, list[int]]) -> tuple[Bridge, ...]:
    """Link the places of everybody who has several: one bridge for two, a chain for more."""
    where = {(i, place.seat.person): (place.x, place.y) for i, circle in enumerate(circles) for place in circle.places if place.seat}
    return tuple(
        Bridge(person, (one, other), (where[one, person], where[other, person]))
        for person, at in sorted(homes.items())
        for one, other in itertools.pairwise(at)
    )
