"""The network: tribes hold squads, squads are rings of people, whoever works in several squads is a bridge between them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.model.seats import holder_id
from spotifymodel.model.teams import Squad, Tribe
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.framing import frame_of, headed
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.names import clean
from spotifymodel.plot.nest.tribe import tribe_network
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line, Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import digits, phrase

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["network"]

_R, _PITCH, _FIRST, _RING = 4.0, 10.5, 17.0, 11.0
_LABEL, _GAP, _HEAD = 14.0, 12.0, 20.0
_LEAST: Final = 92.0


@dataclass(frozen=True, slots=True)
class _Ring:
    """A squad with its people, the owner first, and the place of each around the centre."""

    squad: Squad
    people: tuple[str, ...]
    spots: tuple[tuple[float, float], ...]
    radius: float

    @property
    def side(self) -> float:
        return max(2 * self.radius, _LEAST)


def network(
    org: Org,
    *,
    tribe: str | None = None,
    language: str | None = None,
    ax: Axes | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size | None = None,
) -> OrgFigure | Axes:
    """Draw squads within tribes, and the people whom squads share as lines between them.

    Parameters
    ----------
    org : Org
    tribe : str, optional
        Id of one tribe to draw instead of all, with everybody's name or initials as far as they fit; ``"outside"`` draws
        the squads outside all tribes. The only tribe of a chart is drawn so as well.
    language : {"en", "nl"}, optional
        Language of the picture's own words; otherwise that of the chart.
    ax : matplotlib.axes.Axes, optional
        Draw here instead of on a new figure.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of people or squads that keep their colour.
    title : str, optional
        Instead of the name of the organisation or the tribe.
    report : Report, optional
        Its limit of people per squad is marked.
    size : {"a4", "a3", "slide"} or (width, height), optional
        Size of the sheet, in inches.

    Returns
    -------
    OrgFigure
        With ``ax``: the axes.

    Raises
    ------
    UsageError
        For a chart or tribe without squads.
    NotFoundError
        For a tribe that does not exist.

    Notes
    -----
    The layout is computed from the order of the chart, never simulated: the same chart gives the same picture.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.plot.network(sm.example("hypotheek"), language="en").audit()
    ()
    """
    if tribe is not None or len(org.tribes) == 1:
        return tribe_network(
            org, tribe=tribe, language=language, ax=ax, theme=theme, highlight=highlight, title=title, report=report, size=size
        )
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size, ax=ax)
    groups: dict[str, tuple[Tribe | None, list[_Ring]]] = {}
    for home, squad in frame.org.all_squads():
        groups.setdefault(home.id if home else "", (home, []))[1].append(_ring(squad))
    if not groups:
        raise UsageError("this chart has no squads, so there is no network to draw")
    pen = frame.pen()
    rings = [ring for _, members in groups.values() for ring in members]
    everybody = dict.fromkeys(p for ring in rings for p in ring.people)
    wanted = frame.highlighted([*(f"squad:{r.squad.id}" for r in rings), *(f"person:{p}" for p in everybody)])
    area = sum((r.side + _GAP) * (r.side + _LABEL + _GAP) for r in rings)
    room = max(320.0, (area * 1.7) ** 0.5, max(r.side for r in rings) + 2 * _GAP)
    width = room + 2 * pen.theme.margin
    shared = sum(1 for count in _counts(rings).values() if count > 1)
    facts = [
        phrase(frame.language, "squads", n=len(rings)),
        phrase(frame.language, "people", n=len(everybody)),
        phrase(frame.language, "shared", n=shared),
    ]
    heading = frame.titled(phrase(frame.language, "network"))
    y = headed(pen, width, heading, " · ".join(facts))
    seats: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    placed: list[tuple[_Ring, float, float]] = []
    names: list[tuple[Tribe | None, float, float, float]] = []
    x, row_end = pen.theme.margin, y
    for key, (home, members) in groups.items():
        w, h, inside = _packed(members, room)
        if x > pen.theme.margin and x + w > pen.theme.margin + room:
            x, y = pen.theme.margin, row_end + _GAP
        pen.box(x, y, w, h, pen.theme.paper, pen.theme.frame, width=1.0, radius=6, of=f"tribe:{key}")
        names.append((home, x, y, w))
        for ring, cx, cy in inside:
            placed.append((ring, x + cx, y + cy))
            for person, (dx, dy) in zip(ring.people, ring.spots, strict=True):
                seats[person].append((x + cx + dx, y + cy + dy, key))
        row_end, x = max(row_end, y + h), x + w + _GAP
    for person, spots in seats.items():
        for (x0, y0, one), (x1, y1, other) in itertools.pairwise(spots):
            faded = bool(wanted) and f"person:{person}" not in wanted
            ink = pen.theme.grid if faded else pen.theme.outline if one == other else pen.theme.bad
            pen.add(Line(((x0, y0), (x1, y1)), ink, 0.9, of=f"bridge:{person}"))
    for home, left, top, w in names:
        name = clean(home.name or home.id) if home else phrase(frame.language, "outside")
        label = shortened(name, w - 16, pen.theme.head, True)
        _plate(pen, left + 8, top + 13, label, pen.theme.head, f"tribe:{home.id if home else ''}", name)
    for ring, cx, cy in placed:
        _squad(pen, ring, cx, cy, frame.squad_limit, seats, wanted)
    end = row_end + 16
    pen.text(
        pen.theme.margin,
        end,
        shortened(phrase(frame.language, "network_key"), room, 7.0),
        7.0,
        fill=pen.theme.muted,
    )
    promises = tuple(f"squad:{r.squad.id}/person:{p}" for r in rings for p in r.people)
    words = f"{heading}. {', '.join(facts)}."
    scene = Scene(width, end + pen.theme.margin, heading, words, tuple(pen.marks), pen.theme.paper, frame.language, promises)
    return frame.finished(scene)


def _counts(rings: list[_Ring]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for ring in rings:
        for person in ring.people:
            counts[person] += 1
    return counts


def _ring(squad: Squad) -> _Ring:
    """Put people on rings around the squad's number, as many rings as it takes."""
    people = tuple(dict.fromkeys(holder_id(h) for h in (*squad.product_owner, *squad.members)))
    spots: list[tuple[float, float]] = []
    radius = _FIRST
    while len(spots) < len(people):
        here = min(int(2 * pi * radius / _PITCH), len(people) - len(spots))
        spots += [(radius * sin(2 * pi * i / here), -radius * cos(2 * pi * i / here)) for i in range(here)]
        radius += _RING
    return _Ring(squad, people, tuple(spots), max(radius - _RING, _FIRST) + _R + 4)


def _packed(members: list[_Ring], room: float) -> tuple[float, float, list[tuple[_Ring, float, float]]]:
    """Put the squads of a tribe on shelves; return width, height and the centre of each ring."""
    area = sum((r.side + _GAP) * (r.side + _LABEL + _GAP) for r in members)
    wide = min(max((area * 1.4) ** 0.5, max(r.side for r in members) + _GAP), room - _GAP)
    x, y, shelf, right = _GAP, _HEAD, 0.0, 0.0
    inside: list[tuple[_Ring, float, float]] = []
    for ring in members:
        if x > _GAP and x + ring.side > wide:
            x, y, shelf = _GAP, y + shelf + _GAP / 2, 0.0
        inside.append((ring, x + ring.side / 2, y + ring.radius))
        x += ring.side + _GAP
        shelf, right = max(shelf, 2 * ring.radius + _LABEL), max(right, x)
    return right, y + shelf + _GAP / 2, inside


def _plate(pen: Pen, x: float, y: float, label: str, size: float, of: str, name: str) -> None:
    """Write a label on white, so that no bridge runs through its letters."""
    long = pen.text(x, y, label, size, bold=True, of=of, stands_for=name)
    written = pen.marks.pop()
    pen.box(x - 2, y - size, long + 4, size * 1.35, pen.theme.paper)
    pen.marks.append(written)


def _squad(
    pen: Pen, ring: _Ring, x: float, y: float, limit: int, seats: dict[str, list[tuple[float, float, str]]], wanted: frozenset[str]
) -> None:
    theme, of = pen.theme, f"squad:{ring.squad.id}"
    over = bool(limit) and len(ring.people) > limit
    pen.add(Dot(x, y, ring.radius, theme.paper, theme.bad if over else theme.outline, 0.9, of=of))
    owners = {holder_id(h) for h in ring.squad.product_owner}
    for person, (dx, dy) in zip(ring.people, ring.spots, strict=True):
        quiet = bool(wanted) and not wanted & {of, f"person:{person}"}
        homes = {tribe for _, _, tribe in seats[person]}
        ink = theme.outline if quiet else theme.bad if len(homes) > 1 else theme.ink if person in owners else theme.palette[0]
        pen.add(Dot(x + dx, y + dy, _R, ink, ink, 0.8, half=len(seats[person]) > 1, of=f"{of}/person:{person}"))
    number = digits(len(ring.people), pen.language)
    pen.centred(x, y, number, theme.head, bold=True, fill=theme.bad if over else theme.ink, of=of)
    name = clean(ring.squad.name or ring.squad.id)
    label = shortened(name, ring.side - 6, theme.name, True)
    width = text_width(label, theme.name, True)
    _plate(pen, x - width / 2, y + ring.radius + 10, label, theme.name, of, name)
