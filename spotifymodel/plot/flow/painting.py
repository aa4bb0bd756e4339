"""Paints a laid out flow: streams from large to small, bars of the places, names beside them, counts at the ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spotifymodel.plot.flow.layout import BAR, LINE, MIDDLE_BAR, Course, FlowPlan, Spot
from spotifymodel.plot.flow.streams import Stream
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Ribbon, Text
from spotifymodel.plot.theme import Hue, Theme, mixed
from spotifymodel.words.changing import amount
from spotifymodel.words.pictures import digits

__all__ = ["Colours", "FlowPainter", "mark_of", "stream_colours", "stream_of"]

_DASH = (2.6, 1.8)
#: A stream carries its count where it is at least so high, in points.
_COUNTED = 9.0
#: A thinner stream has no white edge, which would hide it.
_EDGED = 2.5
#: Of one that is thinner than this nothing would be seen without a line in its own colour.
_HAIR = 0.5


@dataclass(frozen=True, slots=True)
class Colours:
    """Which hue a stream has: that of a chapter, or of the place where people come from."""

    hues: Mapping[str, int]
    by_origin: bool = False

    def of(self, stream: Stream) -> int:
        """Return the index of the hue of a stream; negative is neutral."""
        return self.hues.get(stream.left if self.by_origin else stream.chapter, -1)


def stream_colours(theme: Theme, hue: Hue, *, lit: bool, alone: bool = False) -> tuple[str, str]:
    """Return fill and edge of a stream; ``alone`` where everything else is grey, so that no second cue is needed.

    Examples
    --------
    >>> from spotifymodel.plot.theme import DEFAULT
    >>> stream_colours(DEFAULT, DEFAULT.hue(0), lit=True)
    ('#9AB1E8', '#2858CD')
    """
    if not lit:
        return mixed(theme.outline, theme.paper, 0.22), theme.paper
    if hue.ink == theme.node:
        return mixed(theme.outline, theme.paper, 0.5 if alone else 0.3), theme.paper
    if hue.hollow and not alone:
        return mixed(hue.ink, theme.paper, 0.2), hue.ink
    return mixed(hue.ink, theme.paper, 0.47), hue.ink


def mark_of(place: str, stage: int, stages: int, within: str = "") -> str:
    """Return the ``of`` of a place: a squad of today is another thing than that of tomorrow, and so are fates and units.

    Examples
    --------
    >>> mark_of("squad:app", 0, 3), mark_of("fate:others", 1, 3), mark_of("squad:app", 2, 3)
    ('today_squad:app', 'by_fate:others', 'squad:app')
    """
    kind = place.partition(":")[0]
    if stage == 0:
        by = "" if kind == "unit" else "today_"
    elif stage < stages - 1:
        by = "by_" if kind == "fate" else ""
    else:
        by = "later_" if kind == "unit" else ""
    return f"{within}{by}{place}"


def stream_of(left: str, right: str) -> str:
    """Return the name of a stream as a thing."""
    return f"stream:{left}→{right}"


class FlowPainter:
    """Paints one flow with its upper left corner at a point.

    Parameters
    ----------
    pen : Pen
    plan : FlowPlan
    colours : Colours
    x, y : float
    within : str
        What stands before the ``of`` of every mark, where a picture has several flows: ``chapter:data/``.
    over : frozenset of str
        Places whose count is red.
    fte : bool
        Whether masses are written instead of people.
    alone : bool
        Whether all streams are of one chapter.
    """

    def __init__(
        self,
        pen: Pen,
        plan: FlowPlan,
        colours: Colours,
        x: float,
        y: float,
        *,
        within: str = "",
        over: frozenset[str] = frozenset(),
        fte: bool = False,
        alone: bool = False,
    ) -> None:
        self.pen, self.plan, self.colours = pen, plan, colours
        self.x, self.y, self.within = x, y, within
        self.over, self.fte = over, fte
        self.alone = alone or not all(course.stream.lit for course in plan.courses)

    def paint(self) -> None:
        """Put everything on the sheet, from the ground up."""
        courses = sorted(self.plan.courses, key=lambda c: (c.stream.lit, -c.h, c.stage, c.start, c.end))
        for course in courses:
            self._stream(course)
        for stage in range(len(self.plan.stages)):
            for spot in self.plan.stages[stage]:
                self._bars(stage, spot)
        for course in courses:
            self._count(course)
        for stage in range(len(self.plan.stages)):
            for spot in self.plan.stages[stage]:
                self._label(stage, spot)

    def _inner(self, stage: int) -> bool:
        return 0 < stage < len(self.plan.stages) - 1

    def _of(self, stage: int, place: str) -> str:
        return mark_of(place, stage, len(self.plan.stages), self.within)

    def _stream_of(self, course: Course) -> str:
        """Name a stream by its ends, within the places that it connects: who points at one of these sees its streams."""
        stages = len(self.plan.stages)
        start, goal = (
            mark_of(course.stream.left, course.stage, stages), mark_of(course.stream.right, course.stage + 1, stages)
        )  # fmt: skip
        return f"{self.within}{start}/{goal}/{stream_of(course.stream.left, course.stream.right)}"

    def _hue(self, stream: Stream) -> Hue:
        return self.pen.theme.hue(self.colours.of(stream))

    def _inks(self, stream: Stream) -> tuple[str, str]:
        return stream_colours(self.pen.theme, self._hue(stream), lit=stream.lit, alone=self.alone)

    # -- streams ----------------------------------------------------------------------------------------------------

    def _edges(self, course: Course) -> tuple[float, float]:
        """Return where a stream leaves a bar and where it reaches the next."""
        xs = self.plan.xs
        wide = (self.plan.middle or MIDDLE_BAR) if self._inner(course.stage) else BAR
        return self.x + xs[course.stage] + wide, self.x + xs[course.stage + 1]

    def _stream(self, course: Course) -> None:
        stream = course.stream
        left, right = self._edges(course)
        half = (left + right) / 2
        top, end, h = self.y + course.start, self.y + course.end, course.h
        fill, edge = self._inks(stream)
        stroke, width = edge if course.h >= _EDGED else fill if course.h < _HAIR else None, 0.5
        if stream.open:
            stroke, width = self._hue(stream).ink if stream.lit else self.pen.theme.outline, 0.8
        path = (
            ((left, top),),
            ((half, top), (half, end), (right, end)),
            ((right, end + h),),
            ((half, end + h), (half, top + h), (left, top + h)),
        )
        start, goal = self._of(course.stage, stream.left), self._of(course.stage + 1, stream.right)
        self.pen.add(
            Ribbon(
                path, fill, stroke, width, of=self._stream_of(course), dash=_DASH if stream.open else (), mass=float(stream.mass),
                leaves=start, enters=goal,
            )
        )  # fmt: skip

    def _count(self, course: Course) -> None:
        """Write how many flow, at the outer end of a stream that is high enough."""
        if course.h < _COUNTED:
            return
        theme, stream = self.pen.theme, course.stream
        left, right = self._edges(course)
        outward = course.stage == 0
        x, top = (left + 5, course.start) if outward else (right - 5, course.end)
        fill, _ = self._inks(stream)
        said = amount(float(stream.mass), self.pen.language) if self.fte else digits(stream.people, self.pen.language)
        y = self.y + top + course.h / 2 + MIDDLE * theme.small
        ink = theme.ink if stream.lit else theme.muted
        self.pen.marks.append(
            Text(x, y, said, theme.small, False, ink, "start" if outward else "end", fill, self._stream_of(course), on_shapes=True)
        )

    # -- places -----------------------------------------------------------------------------------------------------

    def _bars(self, stage: int, spot: Spot) -> None:
        pen, theme = self.pen, self.pen.theme
        x, y, of = self.x + self.plan.xs[stage], self.y + spot.y, self._of(stage, spot.stop.id)
        if not self._inner(stage):
            if spot.stop.open:
                pen.box(x, y, BAR, spot.h, theme.paper, theme.node, width=1.0, dash=_DASH, of=of)
            else:
                pen.box(x, y, BAR, spot.h, self._side(stage, spot), of=of)
            return
        hue = theme.hue(self.colours.hues.get(spot.stop.id, -1))
        ink = theme.outline if hue.ink == theme.node else hue.ink
        if not self.plan.middle:
            pen.box(x, y, MIDDLE_BAR, spot.h, ink, of=of)
            return
        wide = self.plan.middle
        if self._framed(spot):
            pen.box(x, y, wide, spot.h, mixed(ink, theme.paper, 0.12), of=of)
        for left in (x, x + wide - MIDDLE_BAR):
            pen.box(left, y, MIDDLE_BAR, spot.h, ink, of=of)
            if hue.hollow and spot.h > 3.2:
                pen.box(left + 1.4, y + 1.4, MIDDLE_BAR - 2.8, spot.h - 2.8, theme.paper, of=of)

    def _side(self, stage: int, spot: Spot) -> str:
        """Return the ink of a bar at the side: the place's own hue where streams have that of their origin."""
        theme = self.pen.theme
        if self.colours.by_origin and stage == 0 and spot.stop.id in self.colours.hues:
            return theme.hue(self.colours.hues[spot.stop.id]).ink
        return theme.outline if spot.stop.rank and not (self.colours.by_origin and spot.stop.kind == "tribe") else theme.node

    def _framed(self, spot: Spot) -> bool:
        """Tell whether a place in the middle is high enough to carry its name on its own ground."""
        return spot.h >= len(spot.lines) * LINE + 2

    def _label(self, stage: int, spot: Spot) -> None:
        if not spot.lines:
            return
        pen, theme = self.pen, self.pen.theme
        of = self._of(stage, spot.stop.id)
        middle = self.y + spot.y + spot.h / 2
        first = middle - (len(spot.lines) - 1) * LINE / 2 + MIDDLE * theme.head
        x = self.x + self.plan.xs[stage]
        whole = spot.name if spot.lines != (spot.name,) else ""
        if self._inner(stage):
            self._middle_label(spot, x + self.plan.middle / 2, first, of, whole)
            return
        over = stage > 0 and spot.stop.id in self.over
        ink, at = theme.bad if over else theme.muted, middle + MIDDLE * theme.head
        if stage == 0:
            edge = x - 8
            edge -= pen.text(edge, at, spot.count, theme.head, fill=ink, anchor="end", of=of) + 6
        else:
            edge = x + BAR + 8
            widest = max(text_width(line, theme.head, True) for line in spot.lines)
            pen.text(edge + widest + 6, at, spot.count, theme.head, bold=over, fill=ink, of=of)
        for i, line in enumerate(spot.lines):
            pen.text(edge, first + i * LINE, line, theme.head, bold=True, anchor="end" if stage == 0 else "start", of=of, stands_for=whole)

    def _middle_label(self, spot: Spot, centre: float, first: float, of: str, whole: str) -> None:
        """Write name and count of a place in the middle, the count behind the last line."""
        pen, theme = self.pen, self.pen.theme
        hue = theme.hue(self.colours.hues.get(spot.stop.id, -1))
        ink = theme.outline if hue.ink == theme.node else hue.ink
        ground = mixed(ink, theme.paper, 0.12) if self._framed(spot) else theme.paper
        for i, line in enumerate(spot.lines):
            last = i == len(spot.lines) - 1
            wide = text_width(line, theme.head, True)
            x = centre - (wide + (6 + text_width(spot.count, theme.head) if last else 0.0)) / 2
            pen.text(x, first + i * LINE, line, theme.head, bold=True, backdrop=ground, of=of, stands_for=whole)
            if last:
                pen.text(x + wide + 6, first + i * LINE, spot.count, theme.head, fill=theme.muted, backdrop=ground, of=of)
