"""Puts a flow on a sheet: all of it in one, or a small one per chapter where there are too many streams to follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spotifymodel.plot.flow.coarsening import MOST_PLACES, coarsened
from spotifymodel.plot.flow.layout import BAR, FlowPlan, Measures, plan_flow
from spotifymodel.plot.flow.ordering import ordered
from spotifymodel.plot.flow.painting import Colours, FlowPainter, mark_of
from spotifymodel.plot.flow.paths import Path
from spotifymodel.plot.flow.streams import Stop, Streams, gathered, streams_of
from spotifymodel.plot.flow.wording import Wording
from spotifymodel.plot.framing import headed
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import first_fitting
from spotifymodel.plot.shortening import shortened, wrapped
from spotifymodel.plot.theme import DEFAULT, Theme

__all__ = ["MOST_STREAMS", "FlowSheet", "colours_of", "compose", "flow_key", "natural_unit", "promised"]

#: With more streams than this nobody follows a single one, so each chapter gets a flow of its own.
MOST_STREAMS: Final = 60
#: So many streams may be grey around a few that are lit; beyond that they are taken together.
_MOST_AROUND: Final = 160
#: Width of the streams, of the places in the middle and of the labels; narrower where the page is.
_WIDTHS: Final = ((190.0, 128.0, 150.0), (120.0, 112.0, 116.0), (76.0, 98.0, 92.0), (48.0, 84.0, 74.0))
#: Points per person: as many as make a flow of a readable height, between these, and never so many that it is taller than this.
_HEIGHT, _LEAST_UNIT, _MOST_UNIT, _TALLEST = 480.0, 1.2, 9.0, 1_000.0
_HEAD: Final = 14.0


@dataclass(frozen=True, slots=True)
class FlowSheet:
    """How a picture of streams is asked for.

    Parameters
    ----------
    lit : tuple of str
        Places and people that keep their colour; all do where it is empty.
    over : frozenset of str
        Squads with more people than they may have.
    """

    theme: Theme
    wording: Wording
    title: str | None = None
    page: tuple[float, float] | None = None
    lit: tuple[str, ...] = ()
    over: frozenset[str] = frozenset()
    remark: str = ""

    def shines(self, path: Path) -> bool:
        """Tell whether a path keeps its colour."""
        return not self.lit or not set(self.lit).isdisjoint((path.origin, path.chapter, path.goal, f"person:{path.person}"))

    def streams(self) -> Streams:
        """Return all streams; where the rest around what is lit is too much, less of it."""
        paths, chapters = self.wording.journey.paths, bool(self.wording.journey.chapters)
        if not self.lit:
            return streams_of(paths, chapters=chapters)
        found = streams_of(paths, self.shines, chapters=chapters)
        return found if found.count <= _MOST_AROUND else streams_of(gathered(paths, self.shines), self.shines, chapters=chapters)

    def coarser(self, most: int = MOST_PLACES) -> FlowSheet:
        """Return the same sheet, between fewer places where there are too many to follow; whoever was lit still is."""
        journey = coarsened(self.wording.journey, most)
        if journey is self.wording.journey:
            return self
        lit = tuple(sorted({f"person:{path.person}" for path in self.shown})) if self.lit else ()
        return replace(self, wording=replace(self.wording, journey=journey), lit=lit)

    @property
    def shown(self) -> tuple[Path, ...]:
        """The paths that keep their colour."""
        return tuple(path for path in self.wording.journey.paths if self.shines(path))


def colours_of(wording: Wording, streams: Streams) -> Colours:
    """Return hues by chapter, in the order of the chart or (where there are many) of its tribe, as in the matrix.

    Without chapters: by where people come from.
    """
    chapters, tribe_of = wording.journey.chapters, wording.journey.tribe_of
    if len(chapters) <= len(DEFAULT.palette):
        hues = {chapter: hue for hue, chapter in enumerate(chapters)}
    else:
        own: dict[str | None, list[str]] = {}
        for chapter in chapters:
            own.setdefault(tribe_of[chapter], []).append(chapter)
        hues = {chapter: hue for those in own.values() for hue, chapter in enumerate(those)}
    if chapters:
        return Colours(hues)
    homes = sorted((stop for stop in streams.stages[0] if stop.kind != "fate"), key=lambda s: (-s.mass, wording.name(s.id), s.id))
    return Colours({stop.id: hue for hue, stop in enumerate(homes)}, by_origin=True)


def compose(sheet: FlowSheet) -> Scene:
    """Return the picture of all streams in one, as large as the page allows.

    Raises
    ------
    FigureTooSmallError
        When the page is too small for the narrowest flow.
    """
    return first_fitting(_attempts(sheet, sheet.streams()), sheet.page)


def _attempts(sheet: FlowSheet, streams: Streams) -> Iterator[Scene]:
    """Yield the flow ever smaller."""
    stages = ordered(streams, sheet.wording.labels(streams))
    natural = natural_unit(float(streams.mass))
    for span, middle, room in _WIDTHS if sheet.page else _WIDTHS[:1]:
        for shrunk in (1.0, 0.8, 0.6, 0.45, 0.3) if sheet.page else (1.0,):
            unit = max(natural * shrunk, min(natural, _LEAST_UNIT))
            yield _drawn(sheet, streams, stages, Measures(unit, span, middle, room))


def natural_unit(mass: float) -> float:
    """Return how many points a person is high in a flow of a mass."""
    return min(max(_HEIGHT / max(mass, 1.0), min(_LEAST_UNIT, _TALLEST / max(mass, 1.0))), _MOST_UNIT)


def _drawn(sheet: FlowSheet, streams: Streams, stages: Sequence[Sequence[Stop]], measures: Measures) -> Scene:
    wording, theme = sheet.wording, sheet.theme
    plan = plan_flow(streams, stages, wording.labels(streams), measures, theme)
    pen = Pen(theme, wording.language)
    width = max(plan.width, 300.0) + 2 * theme.margin
    title, subtitle = sheet.title or wording.title(sheet.lit), wording.subtitle(sheet.shown, sheet.lit, sheet.remark)
    y = headed(pen, width, title, subtitle)
    x = (width - plan.width) / 2
    _stage_heads(pen, plan, wording.heads(streams), x, y + 6)
    y += _HEAD + 4
    colours = colours_of(wording, streams)
    FlowPainter(pen, plan, colours, x, y, over=sheet.over, fte=wording.fte).paint()
    y += plan.height + 18
    y = flow_key(pen, sheet, streams, colours, width, y)
    promises = promised(streams)
    words = f"{title}. {subtitle}. {wording.described(streams, stages)}"
    return Scene(width, y - 10 + theme.margin, title, words, tuple(pen.marks), theme.paper, wording.language, promises)


def _stage_heads(pen: Pen, plan: FlowPlan, heads: Sequence[str], x: float, y: float) -> None:
    """Write what the stages are above them, the outer ones towards the outside."""
    theme = pen.theme
    last = len(heads) - 1
    for i, (head, at) in enumerate(zip(heads, plan.xs, strict=True)):
        if i == 0:
            pen.text(x + at + BAR, y, shortened(head, plan.left + BAR, theme.legend), theme.legend, fill=theme.muted, anchor="end")
        elif i == last:
            room = plan.width - at
            pen.text(x + at, y, shortened(head, room, theme.legend), theme.legend, fill=theme.muted)
        else:
            wide = plan.middle
            room = wide + 2 * plan.measures.span * 0.6
            pen.text(x + at + wide / 2, y, shortened(head, room, theme.legend), theme.legend, fill=theme.muted, anchor="middle")


def promised(streams: Streams, within: str = "") -> tuple[str, ...]:
    """Return the places that must be seen."""
    return tuple(mark_of(stop.id, i, len(streams.stages), within) for i, stage in enumerate(streams.stages) for stop in stage)


def flow_key(pen: Pen, sheet: FlowSheet, streams: Streams, colours: Colours, width: float, y: float, more: str = "") -> float:
    """Write what the signs mean; return where the next line would stand."""
    theme = pen.theme
    there = {stop.id for stop in streams.stages[-1]}
    hollow = not more and any(theme.hue(hue).hollow for hue in colours.hues.values())
    key = sheet.wording.key(streams, over=bool(sheet.over & there) and not more, hollow=hollow)
    for line in wrapped(f"{more}; {key}" if more else key, width - 2 * theme.margin, theme.legend, lines=4):
        pen.text(theme.margin, y, line, theme.legend, fill=theme.muted)
        y += 10
    return y
