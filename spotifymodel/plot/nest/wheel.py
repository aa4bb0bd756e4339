"""The wheel: tribes or squads around a ring, and a curve through its middle for every two that share people, as wide as they are many.

Curves that bend towards the middle run together where they go the same way, so that hundreds stay one drawing; whoever
shares most is in front. Names stand horizontally at both sides, each on a line of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Final

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.nest.packing import neighbourly
from spotifymodel.plot.nest.sharing import Group, Pair, shared_pairs
from spotifymodel.plot.parts.legend import Drawn, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Anchor, Dot, Line, Ribbon
from spotifymodel.plot.shortening import distinct_lines, shortened
from spotifymodel.plot.theme import Theme, mixed
from spotifymodel.words.network import phrase
from spotifymodel.words.pictures import digits

__all__ = ["WIDEST", "Wheel", "draw_key", "draw_names", "wheel_of"]

#: Height of a line of names: of many, of few, and of few enough to say with whom each shares most.
_TIGHT, _LOOSE, _TALKING = 11.5, 17.0, 26.0
_FEW, _FEWER, _TOLD = 60, 26, 2
_DOT, _BESIDE, _LEAST_RADIUS, _SMALL_RADIUS, _PULL = 3.6, 8.0, 90.0, 55.0, 0.82
#: Most room for a name, and with less than the second only the number of people stands beside it.
WIDEST: Final = 170.0
_BRIEF: Final = 100.0
_COLUMN, _NAME_LINE = 96.0, 9.6
_THIN, _THICK, _PARTNER = 0.6, 5.0, 84.0


@dataclass(frozen=True, slots=True)
class _Spoke:
    """A group at its place on the ring, with its texts at one side."""

    group: Group
    x: float
    y: float
    right: bool
    name: str
    facts: str
    told: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """A finished layout, from (0, 0)."""

    spokes: tuple[_Spoke, ...]
    pairs: tuple[Pair, ...]
    centre: tuple[float, float]
    width: float
    height: float

    def paint(self, pen: Pen, left: float, top: float, lit: frozenset[str] = frozenset()) -> None:
        """Paint curves, dots and names; with ``lit`` only curves of these groups keep their colour."""
        theme = pen.theme
        quiet = [pair for pair in self.pairs if lit and not self._ends(pair) & lit]
        for pair in [*quiet, *(pair for pair in self.pairs if pair not in set(quiet))]:
            ink, wide = self.look(pair.count, theme)
            grey = bool(lit) and not self._ends(pair) & lit
            self._curve(pen, pair, left, top, theme.grid if grey else theme.bad if lit else ink, _THIN if grey else wide)
        for spoke in self.spokes:
            of, pale = spoke.group.of, bool(lit) and spoke.group.of not in lit
            x, y = left + spoke.x, top + spoke.y
            pen.add(Dot(x, y, _DOT, theme.outline if pale else theme.ink, theme.paper, 0.8, of=of))
            self._texts(pen, spoke, x, y, pale)

    def look(self, count: int, theme: Theme) -> tuple[str, float]:
        """Return colour and width of a line for so many people: both grow with them."""
        share = count / max((pair.count for pair in self.pairs[-1:]), default=1)
        return mixed(theme.capacity, theme.paper, 0.2 + 0.8 * share), _THIN + (_THICK - _THIN) * sqrt(share)

    def _ends(self, pair: Pair) -> frozenset[str]:
        return frozenset({self.spokes[pair.one].group.of, self.spokes[pair.other].group.of})

    def _curve(self, pen: Pen, pair: Pair, left: float, top: float, ink: str, width: float) -> None:
        one, other = self.spokes[pair.one], self.spokes[pair.other]
        cx, cy = self.centre
        # Neighbours are linked by a shallow bow; the further apart, the closer to the middle.
        far = hypot(one.x - other.x, one.y - other.y) / max(self.height, 1.0)
        pull = min(_PULL, 0.28 + 0.75 * far)

        def pulled(spoke: _Spoke) -> tuple[float, float]:
            return left + spoke.x + (cx - spoke.x) * pull, top + spoke.y + (cy - spoke.y) * pull

        start, end = (left + one.x, top + one.y), (left + other.x, top + other.y)
        path = ((start,), (pulled(one), pulled(other), end))
        pen.add(Ribbon(path, None, ink, width, closed=False, of=f"{one.group.of}/{other.group.of}"))

    @staticmethod
    def _texts(pen: Pen, spoke: _Spoke, x: float, y: float, pale: bool) -> None:
        theme, of = pen.theme, spoke.group.of
        sign = 1 if spoke.right else -1
        at = x + sign * _BESIDE
        anchor: Anchor = "start" if spoke.right else "end"
        baseline = y + MIDDLE * theme.name - (4.6 if spoke.told else 0.0)
        ink = theme.muted if pale else theme.ink
        long = text_width(spoke.name, theme.name, True)
        facts = text_width(spoke.facts, theme.name)
        # The name comes first at both sides, so that it is read first.
        name_at = at if spoke.right or not spoke.facts else at - facts - 5
        pen.text(
            name_at, baseline, spoke.name, theme.name, bold=True, fill=ink, anchor=anchor,
            of=of, stands_for=spoke.group.name if spoke.name != spoke.group.name else "",
        )  # fmt: skip
        facts_at = at + long + 5 if spoke.right else at
        if spoke.facts:
            pen.text(facts_at, baseline, spoke.facts, theme.name, fill=theme.muted, anchor=anchor, of=of)
        if spoke.told:
            pen.text(at, baseline + 9.2, spoke.told, theme.small, fill=theme.muted, anchor=anchor, of=of)


def wheel_of(groups: Sequence[Group], pen: Pen, widest: float = WIDEST, *, talking: bool = True) -> Wheel:
    """Lay groups out around a ring: those that share most beside each other, from the top clockwise.

    Parameters
    ----------
    groups : sequence of Group
    pen : Pen
        For its sizes and language.
    widest : float
        Room for a name in points; longer ones are cut. With 0 numbers stand around the ring, and :func:`draw_names` tells
        whom they stand for.
    talking : bool
        Whether a few groups say with whom each shares most.
    """
    theme, language = pen.theme, pen.language
    order = neighbourly([group.people for group in groups])
    ringed = [groups[at] for at in order]
    pairs = shared_pairs([group.people for group in ringed])
    count = len(ringed)
    pitch = _TALKING if talking and count <= _FEWER else _LOOSE if count <= _FEW else _TIGHT
    right = (count + 1) // 2
    tall = max(right, count - right, 1)
    half = max(tall * pitch / 2, _LEAST_RADIUS)
    names = [str(at) for at in range(1, count + 1)]
    if widest:
        names = [lines[0] for lines in distinct_lines([group.name for group in ringed], widest, theme.name, True, 1)]
    told = [_told(at, ringed, pairs, pen) if talking and count <= _FEWER else "" for at in range(count)]
    homes = Counter(person for group in ringed for person in group.people)
    facts = [_facts(group, homes, language, brief=widest < _BRIEF) if widest else "" for group in ringed]
    wide = [
        max(text_width(name, theme.name, True) + 5 + text_width(fact, theme.name), text_width(tale, theme.small)) + _BESIDE
        for name, fact, tale in zip(names, facts, told, strict=True)
    ]
    across = max(half * 0.92, _LEAST_RADIUS) if widest >= _BRIEF else _SMALL_RADIUS
    cx, cy = max(wide[right:], default=0.0) + across, half + pitch / 2
    spokes = []
    for at, group in enumerate(ringed):
        on_right = at < right
        rows, row = (right, at) if on_right else (count - right, count - 1 - at)
        y = cy + half * (2 * (row + 0.5) / rows - 1)
        x = cx + (1 if on_right else -1) * across * sqrt(max(1 - ((y - cy) / (half * 1.04)) ** 2, 0.0))
        spokes.append(_Spoke(group, x, y, on_right, names[at], facts[at], told[at]))
    edge = max((spoke.x + (wide[at] if spoke.right else 0.0) for at, spoke in enumerate(spokes)), default=0.0)
    return Wheel(tuple(spokes), pairs, (cx, cy), edge, 2 * half + pitch)


def _facts(group: Group, homes: Mapping[str, int], language: str, *, brief: bool) -> str:
    if brief:
        return digits(len(group.people), language)
    shared = sum(homes[person] > 1 for person in group.people)
    more = phrase(language, "shared", n=shared) if shared else phrase(language, "no_links")
    return f"{phrase(language, 'people', n=len(group.people))} · {more}"


def _told(at: int, groups: Sequence[Group], pairs: Sequence[Pair], pen: Pen) -> str:
    """Say with whom a group shares most."""
    own = [(pair.count, pair.other if pair.one == at else pair.one) for pair in reversed(pairs) if at in (pair.one, pair.other)]
    words = [f"{shortened(groups[other].name, _PARTNER, pen.theme.small)} {count}" for count, other in own[:_TOLD]]
    if len(own) > _TOLD:
        words.append(phrase(pen.language, "and_more", n=len(own) - _TOLD))
    return ", ".join(words)


def draw_names(pen: Pen, wheel: Wheel, left: float, right: float, top: float) -> float:
    """Write whom the numbers of a wheel without names stand for, in columns from top to bottom; return the height."""
    theme = pen.theme
    columns = max(1, min(3, int((right - left) // _COLUMN)))
    rows = -(-len(wheel.spokes) // columns)
    room = (right - left) / columns - 6
    number = max(text_width(spoke.name, theme.name, True) for spoke in wheel.spokes) + 5
    counts = [digits(len(spoke.group.people), pen.language) for spoke in wheel.spokes]
    beside = max(text_width(count, theme.name) for count in counts) + 6
    names = distinct_lines([spoke.group.name for spoke in wheel.spokes], room - number - beside, theme.name, False, 1)
    for at, (spoke, count, name) in enumerate(zip(wheel.spokes, counts, names, strict=True)):
        x, y, of = left + at // rows * (right - left) / columns, top + 8 + at % rows * _NAME_LINE, spoke.group.of
        pen.text(x, y, spoke.name, theme.name, bold=True, of=of, stands_for=spoke.group.name)
        pen.text(x + number, y, name[0], theme.name, of=of, stands_for=spoke.group.name if name[0] != spoke.group.name else "")
        pen.text(x + room, y, count, theme.name, fill=theme.muted, anchor="end", of=of)
    return rows * _NAME_LINE + 6


def draw_key(pen: Pen, wheel: Wheel, left: float, right: float, top: float) -> float:
    """Explain the width of a line by lines of some widths; return the height."""
    theme = pen.theme
    if not wheel.pairs:
        pen.text(left, top + 8, shortened(phrase(pen.language, "nobody"), right - left, theme.legend), theme.legend, fill=theme.muted)
        return 10.0
    counts = [pair.count for pair in wheel.pairs]
    steps = sorted({counts[0], counts[-1], round(sqrt(counts[0] * counts[-1]))})
    signs = [Drawn(phrase(pen.language, "in_both", n=step), 22.0, _sample(wheel, step, theme)) for step in steps]
    return draw_legend(pen, signs, left, right, top)


def _sample(wheel: Wheel, count: int, theme: Theme) -> Callable[[Pen, float, float], object]:
    ink, width = wheel.look(count, theme)
    return lambda pen, x, y: pen.add(Line(((x, y), (x + 22, y)), ink, width))
