"""Computes where places and streams stand: heights are true to scale, and every place has room for its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from spotifymodel.plot.flow.streams import Stop, Stream, Streams
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.shortening import distinct_lines
from spotifymodel.plot.theme import Theme

__all__ = ["BAR", "LINE", "Course", "FlowPlan", "Label", "Labels", "Measures", "Spot", "plan_flow"]

#: Width of the bars at both sides, of those of a place in the middle, and the height of a line of a label.
BAR, MIDDLE_BAR, LINE = 12.0, 5.5, 10.2
_LEAST_GAP, _LABEL_PAD, _BESIDE = 7.0, 4.8, 8.0
#: What the edges of a place in the middle take of its width; labels narrower than this may have three lines; how much wider
#: room may become for the sake of a long word.
_FRAME, _NARROW, _WIDENED = 2 * MIDDLE_BAR + 10, 120.0, 1.5
#: Streams between two stages only run so much longer.
_ALONE = 1.6


class Label(NamedTuple):
    """What is written at a place: its name, and how many there are."""

    name: str
    number: str


#: Per stage the label of every place.
Labels: TypeAlias = tuple[dict[str, Label], ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a flow is drawn.

    Parameters
    ----------
    unit : float
        Points per person.
    span : float
        Width in which streams run, between two stages.
    middle : float
        Width of the places in the middle; 0: none is written there, as where the heading names the chapter.
    room : float
        Most width of a label.
    """

    unit: float
    span: float = 190.0
    middle: float = 128.0
    room: float = 150.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the sheet, counted from the upper left corner of the flow."""

    stop: Stop
    y: float
    h: float
    lines: tuple[str, ...]
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class Course:
    """Where a stream runs: the tops of its ends, and its width."""

    stream: Stream
    stage: int
    start: float
    end: float
    h: float


@dataclass(frozen=True, slots=True)
class FlowPlan:
    """Everything in its place.

    Parameters
    ----------
    left : float
        Width of the labels at the left.
    xs : tuple of float
        Left edges of the bars.
    middle : float
        Width of the places in the middle; 0 where nothing is written there.
    """

    measures: Measures
    stages: tuple[tuple[Spot, ...], ...]
    courses: tuple[Course, ...]
    left: float
    xs: tuple[float, ...]
    middle: float
    width: float
    height: float


def plan_flow(
    streams: Streams,
    stages: Sequence[Sequence[Stop]],
    labels: Labels,
    measures: Measures,
    theme: Theme,
) -> FlowPlan:
    """Lay out a flow.

    Parameters
    ----------
    streams : Streams
    stages : sequence of sequence of Stop
        The places in their order.
    labels : tuple of dict of str to Label
        What is written of every place, per stage.
    measures : Measures
    theme : Theme

    Notes
    -----
    Heights are never enlarged to make room for a name; the gaps are. O(places + streams).
    """
    last = len(stages) - 1
    placed = []
    middle = measures.middle
    for i, stage in enumerate(stages):
        inner = 0 < i < last
        lines = 3 if measures.room < _NARROW or inner else 2
        room = _room(labels[i].values(), middle - _FRAME if inner else measures.room, theme)
        if inner and middle:
            middle = room + _FRAME
        placed.append(_column(stage, labels[i], measures.unit, theme, room, lines if middle or not inner else 0))
    height = max(bottom for _, bottom in placed)
    columns = tuple(
        tuple(Spot(s.stop, s.y + (height - bottom) / 2, s.h, s.lines, s.name, s.count) for s in spots) for spots, bottom in placed
    )
    left, right = _label_width(columns[0], theme), _label_width(columns[-1], theme)
    xs = [left]
    for i in range(1, len(columns)):
        before = BAR if i == 1 else middle or MIDDLE_BAR
        xs.append(xs[-1] + before + measures.span * (1.0 if last > 1 else _ALONE))
    return FlowPlan(measures, columns, _courses(streams, columns, measures.unit), left, tuple(xs), middle, xs[-1] + BAR + right, height)


def _column(
    stage: Sequence[Stop],
    labels: Mapping[str, Label],
    unit: float,
    theme: Theme,
    room: float,
    lines: int,
) -> tuple[list[Spot], float]:
    """Return the places of a stage below each other, and where they end."""
    heights = [float(stop.mass) * unit for stop in stage]
    if not lines:
        broken: list[tuple[str, ...]] = [() for _ in stage]
    else:
        broken = distinct_lines([labels[stop.id].name for stop in stage], room - _beside(labels.values(), theme), theme.head, True, lines)
    needs = [max(len(label) * LINE + _LABEL_PAD, h) if label else h for label, h in zip(broken, heights, strict=True)]
    spots: list[Spot] = []
    y = 0.0
    for i, (stop, h, label) in enumerate(zip(stage, heights, broken, strict=True)):
        if i:
            y += max(_LEAST_GAP, (needs[i - 1] + needs[i]) / 2 - (heights[i - 1] + h) / 2)
        else:
            y += (needs[i] - h) / 2
        spots.append(Spot(stop, y, h, label, *labels[stop.id]))
        y += h
    return spots, y + (needs[-1] - heights[-1]) / 2 if spots else 0.0


def _beside(labels: Iterable[Label], theme: Theme) -> float:
    """Return how much room the numbers of some labels take beside the names."""
    return 6 + max((text_width(label.number, theme.head) for label in labels), default=0.0)


def _room(labels: Iterable[Label], room: float, theme: Theme) -> float:
    """Return the room for labels, wider where a single word asks for it, so that words are broken only where they are very long."""
    labels = list(labels)
    words = [text_width(word, theme.head, True) for label in labels for word in label.name.split()]
    return max(room, min(max(words, default=0.0) + _beside(labels, theme) + 0.5, _WIDENED * room))


def _label_width(spots: Sequence[Spot], theme: Theme) -> float:
    """Return how much room the labels of a stage at the side take."""
    names = [text_width(line, theme.head, True) for spot in spots for line in spot.lines]
    counts = [text_width(spot.count, theme.head) for spot in spots]
    return max(names, default=0.0) + 6 + max(counts, default=0.0) + _BESIDE if names else 0.0


def _courses(streams: Streams, columns: Sequence[Sequence[Spot]], unit: float) -> tuple[Course, ...]:
    """Return where every stream runs; at both ends streams leave in the order in which they arrive at the other."""
    found = []
    for i, links in enumerate(streams.between):
        left = {spot.stop.id: (place, spot.y) for place, spot in enumerate(columns[i])}
        right = {spot.stop.id: (place, spot.y) for place, spot in enumerate(columns[i + 1])}
        starts, ends = _stacked(links, left, right, unit, outgoing=True), _stacked(links, left, right, unit, outgoing=False)
        found += [Course(link, i, starts[link], ends[link], float(link.mass) * unit) for link in links]
    return tuple(found)


def _stacked(
    links: Sequence[Stream],
    left: Mapping[str, tuple[int, float]],
    right: Mapping[str, tuple[int, float]],
    unit: float,
    *,
    outgoing: bool,
) -> dict[Stream, float]:
    """Return where every stream begins (or ends) on the height of its place."""
    here, there = (left, right) if outgoing else (right, left)
    tops = {place: y for place, (_, y) in here.items()}
    found = {}

    def turn(link: Stream) -> tuple[int, bool, bool]:
        return there[link.right if outgoing else link.left][0], not link.lit, link.open

    for link in sorted(links, key=turn):
        place = link.left if outgoing else link.right
        found[link] = tops[place]
        tops[place] += float(link.mass) * unit
    return found
