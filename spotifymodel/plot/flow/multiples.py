"""A small flow per chapter, all to one scale: where its people come from at the left, its squads at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.flow.composing import FlowSheet, colours_of, flow_key, natural_unit, promised
from spotifymodel.plot.flow.layout import FlowPlan, Labels, Measures, plan_flow
from spotifymodel.plot.flow.ordering import ordered
from spotifymodel.plot.flow.painting import Colours, FlowPainter
from spotifymodel.plot.flow.streams import Stop, Streams, streams_of
from spotifymodel.plot.framing import headed
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.shelves import Block, Shelves, height_of, paint_shelves, shared_out, width_of
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits
from spotifymodel.plot.shortening import shortened
from spotifymodel.words.changing import phrase

__all__ = ["compose_multiples"]

_ACROSS, _DOWN, _TITLE, _PAD = 22.0, 14.0, 15.0, 9.0
#: Width of the streams on either side, and of the labels; narrower where the page is.
_WIDTHS: Final = ((50.0, 96.0), (40.0, 80.0), (30.0, 64.0))
#: Shape of a sheet; heading and key take at least this height.
_PAGE, _AROUND = 1.41, 76.0


@dataclass(frozen=True, slots=True)
class _Part:
    """What flows through one chapter, in order."""

    chapter: str
    streams: Streams
    stages: list[list[Stop]]
    labels: Labels


class _Panel:
    """One chapter as a block: its name and head count, and the flow through it."""

    def __init__(self, sheet: FlowSheet, part: _Part, plan: FlowPlan, colours: Colours, left: float, width: float) -> None:
        self.sheet, self.part, self._plan, self._colours, self._left = sheet, part, plan, colours, left
        self.width, self.height = width, _TITLE + plan.height + 2 * _PAD

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint frame, name and flow."""
        theme, of = pen.theme, self.part.chapter
        name, count = self.part.labels[1][of]
        pen.box(x, y, self.width, self.height, None, theme.grid, radius=4, of=of)
        room = self.width - 2 * _PAD - 12 - text_width(count, theme.head)
        used = pen.text(x + _PAD, y + 13, shortened(name, room, theme.head, True), theme.head, bold=True, of=of, stands_for=name)
        used += 6 + pen.text(x + _PAD + used + 6, y + 13, count, theme.head, fill=theme.muted, of=of)
        journey = self.sheet.wording.journey
        tribe, left_over = journey.tribe_of.get(of), self.width - 2 * _PAD - used - 8
        if tribe is not None and len(journey.tribes) > 1 and left_over > 40:
            words = phrase(pen.language, "of_tribe", name=journey.names[f"tribe:{tribe}"])
            pen.text(
                x + self.width - _PAD, y + 13, shortened(words, left_over, theme.name), theme.name, fill=theme.muted, anchor="end"
            )  # fmt: skip
        at = x + _PAD + self._left - self._plan.left, y + _TITLE + _PAD
        FlowPainter(pen, self._plan, self._colours, *at, within=f"{of}/", fte=self.sheet.wording.fte, alone=True).paint()


def compose_multiples(sheet: FlowSheet) -> Scene:
    """Return a picture with a flow per chapter, in columns in the order of the chart.

    Raises
    ------
    FigureTooSmallError
        When the page is too small for the narrowest flows.
    """
    parts, page = _parts(sheet), sheet.page
    everything = sheet.streams()
    colours = colours_of(sheet.wording, everything)
    least = (float("inf"), float("inf"))
    for span, room in _WIDTHS if page else _WIDTHS[:1]:
        for shrunk in (1.0, 0.7, 0.5) if page else (1.0,):
            panels = _panels(sheet, parts, colours, span, room, shrunk)
            shelves = _best(sheet, panels)
            size = width_of(shelves, _ACROSS) + 2 * sheet.theme.margin, height_of(shelves, _DOWN) + _AROUND + 2 * sheet.theme.margin
            least = min(least, size, key=max)
            if page is None or (size[0] <= page[0] and size[1] <= page[1]):
                scene = _drawn(sheet, shelves, parts, everything, colours)
                if fits(scene, page):
                    return scene
                least = (scene.width, scene.height)
    assert page is not None
    raise FigureTooSmallError((least[0] / 72, least[1] / 72), (page[0] / 72, page[1] / 72))


def _parts(sheet: FlowSheet) -> list[_Part]:
    """Return what flows through every chapter, and at last past all of them."""
    journey = sheet.wording.journey
    places = [*journey.chapters, *(["fate:none"] if any(path.chapter == "fate:none" for path in journey.paths) else [])]
    parts = []
    for place in places:
        streams = streams_of((path for path in journey.paths if path.chapter == place), sheet.shines if sheet.lit else None)
        labels = sheet.wording.labels(streams)
        parts.append(_Part(place, streams, ordered(streams, labels), labels))
    return parts


def _panels(sheet: FlowSheet, parts: list[_Part], colours: Colours, span: float, room: float, shrunk: float) -> list[Block]:
    """Lay every part out to one scale, with the bars of all in one line."""
    largest = max(float(part.streams.mass) for part in parts)
    unit = min(max(natural_unit(largest) * 0.6, 2.4), 6.0) * shrunk
    plans = [plan_flow(part.streams, part.stages, part.labels, Measures(unit, span, 0.0, room), sheet.theme) for part in parts]
    left = max(plan.left for plan in plans)
    width = max(plan.width - plan.left for plan in plans) + left + 2 * _PAD
    return [_Panel(sheet, part, plan, colours, left, width) for part, plan in zip(parts, plans, strict=True)]


def _best(sheet: FlowSheet, panels: list[Block]) -> Shelves:
    """Return the panels in the number of columns that suits the page best."""
    shape = sheet.page[0] / sheet.page[1] if sheet.page else _PAGE

    def cost(shelves: Shelves) -> float:
        return max((width_of(shelves, _ACROSS) + 2 * sheet.theme.margin) / shape, height_of(shelves, _DOWN) + _AROUND)

    return min((shared_out(panels, columns, _DOWN) for columns in range(1, len(panels) + 1)), key=cost)


def _drawn(sheet: FlowSheet, shelves: Shelves, parts: list[_Part], everything: Streams, colours: Colours) -> Scene:
    wording, theme = sheet.wording, sheet.theme
    pen = Pen(theme, wording.language)
    width = max(width_of(shelves, _ACROSS), 320.0) + 2 * theme.margin
    title, subtitle = sheet.title or wording.title(sheet.lit), wording.subtitle(sheet.shown, sheet.lit, sheet.remark)
    top = headed(pen, width, title, subtitle) + 2
    bottom = paint_shelves(pen, shelves, theme.margin, top, _ACROSS, _DOWN)
    y = flow_key(pen, sheet, everything, colours, width, bottom + 20, phrase(wording.language, "panels"))
    promises = tuple(mark for part in parts for mark in promised(part.streams, f"{part.chapter}/"))
    words = f"{title}. {subtitle}. {wording.described(everything, ordered(everything, wording.labels(everything)))}"
    return Scene(width, y - 10 + theme.margin, title, words, tuple(pen.marks), theme.paper, wording.language, promises)
