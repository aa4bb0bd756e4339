"""Lays out the line as silos below whom they report to, and paints it: a head with name and manager, people as tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.grid.tokens import Tokens
from spotifymodel.plot.grid.view import Seat
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import shortened, wrapped
from spotifymodel.plot.theme import Hue, Theme
from spotifymodel.words.pictures import digits

__all__ = ["LinePlan", "Silo", "paint_line", "plan_line"]

_PAD, _GAP, _ROW, _LINE, _MANAGER, _INDENT, _RISE = 7.0, 14.0, 9.0, 10.2, 10.0, 10.0, 20.0
_ACROSS: Final = {"names": 1, "initials": 3, "dots": 7}


@dataclass(frozen=True, slots=True)
class Silo:
    """A unit with the people who sit in it, or another place outside the tribes that are drawn.

    Parameters
    ----------
    path : str
        Such as ``unit:it``, ``tribe:saving``, or ``bench`` for nowhere.
    depth : int
        How many of the units shown stand above it.
    manager : str
        Names of who manages it, in one line; empty where nobody does.
    """

    path: str
    name: str
    depth: int
    manager: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class _Box:
    silo: Silo
    x: float
    y: float
    w: float
    h: float
    title: tuple[str, ...]
    root: bool


@dataclass(frozen=True, slots=True)
class LinePlan:
    """Boxes and the lines that connect them, from the upper left corner of the whole."""

    boxes: tuple[_Box, ...]
    wires: tuple[tuple[tuple[float, float], ...], ...]
    width: float
    height: float


def plan_line(silos: Sequence[Silo], tokens: Tokens, labels: Labels, theme: Theme, across: int) -> LinePlan:
    """Lay the line out with so many columns.

    Parameters
    ----------
    silos : sequence of Silo
        Every unit before its parts.
    across : int
    """
    room = max((tokens.room(seat, labels, theme) for silo in silos for seat in silo.seats), default=tokens.height)
    fitting = _ACROSS[tokens.level]
    width = max(fitting * (room + tokens.across) - tokens.across, 96.0) + 2 * _PAD
    boxes: list[_Box] = []
    wires: list[tuple[tuple[float, float], ...]] = []
    y = 0.0
    loose: list[list[Silo]] = []
    for top, branches in _trees(silos):
        if not branches:
            loose.append([top])
            continue
        y = _tree(top, branches, y, across, width, (tokens, labels, theme), boxes, wires) + _GAP
    if loose:
        y = (
            _columns(
                loose, _GAP / 2 if wires and any(box.x for box in boxes) else 0.0, y, across, width, (tokens, labels, theme), boxes, []
            )[0]
            + _GAP
        )
    right = max((box.x + box.w for box in boxes), default=0.0)
    return LinePlan(tuple(boxes), tuple(wires), right, max(y - _GAP, 0.0))


_Looks = tuple[Tokens, Labels, Theme]


def _trees(silos: Sequence[Silo]) -> list[tuple[Silo, list[list[Silo]]]]:
    """Return every top with its branches, a branch being a part of it with all that stands below that."""
    trees: list[tuple[Silo, list[list[Silo]]]] = []
    for silo in silos:
        if silo.depth == 0 or not trees:
            trees.append((silo, []))
        elif silo.depth == 1 or not trees[-1][1]:
            trees[-1][1].append([silo])
        else:
            trees[-1][1][-1].append(silo)
    return trees


def _tree(
    top: Silo, branches: list[list[Silo]], y: float, across: int, width: float, looks: _Looks, boxes: list[_Box],
    wires: list[tuple[tuple[float, float], ...]],
) -> float:  # fmt: skip
    """Place a top above its branches, and wire them; return where the tree ends."""
    columns = min(across, len(branches))
    single = len(branches) <= columns
    left = 0.0 if single else _GAP / 2  # where the wires of a first column run
    head = _box(top, left + (columns * (width + _GAP) - _GAP - width) / 2, y, width, looks, root=True)
    boxes.append(head)
    start = head.y + head.h + _RISE
    firsts: list[_Box] = []
    bottom, lasts = _columns(branches, left, start, across, width, looks, boxes, firsts)
    bus, middle = start - _RISE / 2, head.x + head.w / 2
    drops = [box.x + box.w / 2 if single else box.x - _GAP / 2 for box in firsts[:columns]]
    wires.append(((middle, head.y + head.h), (middle, bus)))
    wires.append(((min(*drops, middle), bus), (max(*drops, middle), bus)))
    if single:
        wires += [((x, bus), (x, start)) for x in drops]
    else:
        for column, x in enumerate(drops):
            wires.append(((x, bus), (x, lasts[column])))
        wires += [((box.x - _GAP / 2, box.y + 12), (box.x, box.y + 12)) for box in firsts]
    return bottom


def _columns(
    branches: list[list[Silo]], x: float, y: float, across: int, width: float, looks: _Looks, boxes: list[_Box], firsts: list[_Box]
) -> tuple[float, dict[int, float]]:
    """Place branches, each in the column that is shortest so far; return where the lowest ends, and where each last begins."""
    ends = [y] * min(across, len(branches))
    lasts: dict[int, float] = {}
    for branch in branches:
        column = ends.index(min(ends))
        for silo in branch:
            shift = min(silo.depth - branch[0].depth, 4) * _INDENT
            box = _box(silo, x + column * (width + _GAP) + shift, ends[column], width - shift, looks)
            boxes.append(box)
            if silo is branch[0]:
                firsts.append(box)
                lasts[column] = box.y + 12
            ends[column] += box.h + _ROW
    return max(ends) - _ROW, lasts


def _fitting(width: float, seats: Sequence[Seat], looks: _Looks) -> tuple[int, float]:
    """Return how many tokens stand side by side in a box, and how wide each is."""
    tokens, labels, theme = looks
    inner = width - 2 * _PAD
    if tokens.level == "names":
        return 1, inner
    room = max((tokens.room(seat, labels, theme) for seat in seats), default=tokens.height)
    return max(1, int((inner + tokens.across + 0.01) // (room + tokens.across))), room


def _box(silo: Silo, x: float, y: float, width: float, looks: _Looks, *, root: bool = False) -> _Box:
    tokens, _, theme = looks
    title = tuple(wrapped(silo.name, width - 2 * _PAD, theme.head, True, 2))
    high = _head_height(title)
    if silo.seats:
        rows = -(-len(silo.seats) // _fitting(width, silo.seats, looks)[0])
        high += rows * (tokens.height + tokens.gap) - tokens.gap + 2 * _PAD
    return _Box(silo, x, y, width, high, title, root)


def _head_height(title: Sequence[str]) -> float:
    return 6 + len(title) * _LINE + _MANAGER + 2


def paint_line(
    pen: Pen, plan: LinePlan, tokens: Tokens, labels: Labels, x: float, y: float, hue: Callable[[Silo, Seat], Hue], names: Mapping[str, str]
) -> None:
    """Paint a laid out line with its upper left corner at a point.

    Parameters
    ----------
    hue : callable
        Colours of somebody's token.
    names : mapping of str to str
        Path of a silo → the words beside its number, such as who manages it.
    """
    theme = pen.theme
    for wire in plan.wires:
        pen.add(Line(tuple((x + px, y + py) for px, py in wire), theme.outline, 0.9))
    for box in plan.boxes:
        of = box.silo.path
        left, top = x + box.x, y + box.y
        head = _head_height(box.title)
        ground, ink, quiet = (theme.node, theme.paper, theme.paper) if box.root else (theme.row_head, theme.ink, theme.muted)
        pen.box(left, top, box.w, box.h, theme.paper, theme.node if box.root else theme.frame, width=0.9, radius=4, of=of)
        pen.box(left, top, box.w, head, ground, radius=4, corners="top" if box.silo.seats else "all", of=of)
        for i, line in enumerate(box.title):
            whole = box.silo.name if box.title != (box.silo.name,) else ""
            at = top + 6 + _LINE * (i + 0.5) + MIDDLE * theme.head
            pen.text(left + _PAD, at, line, theme.head, bold=True, fill=ink, backdrop=ground, of=of, stands_for=whole)
        below = top + head - 2 - _MANAGER / 2 + MIDDLE * theme.name - 1
        count = digits(len(box.silo.seats), pen.language)
        pen.text(left + box.w - _PAD, below, count, theme.name, fill=quiet, anchor="end", backdrop=ground, of=of)
        words = names.get(box.silo.path, "")
        if words:
            room = box.w - 2 * _PAD - 6 - text_width(count, theme.name)
            pen.text(left + _PAD, below, shortened(words, room, theme.name), theme.name, fill=quiet, backdrop=ground, of=of)
        _people(pen, box, tokens, labels, left, top + head + _PAD, of, hue)


def _people(
    pen: Pen, box: _Box, tokens: Tokens, labels: Labels, left: float, top: float, of: str, hue: Callable[[Silo, Seat], Hue]
) -> None:
    across, wide = _fitting(box.w, box.silo.seats, (tokens, labels, pen.theme))
    for i, seat in enumerate(box.silo.seats):
        x = left + _PAD + i % across * (wide + tokens.across)
        y = top + i // across * (tokens.height + tokens.gap)
        tokens.draw(pen, seat, labels, x, y, wide, hue(box.silo, seat), f"{of}/person:{seat.person}")
