"""A small flow per chapter, all to one scale: where its people come from at the left, its squads at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.flow.composing import FlowSheet, colours_of, flow_key, natural_unit, promised
from spotifymodel.plot.flow.layout import FlowPlan, Measures, plan_flow
from spotifymodel.plot.flow.ordering import ordered
from spotifymodel.plot.flow.painting import Colours, FlowPainter
from spotifymodel.plot.flow.streams import Streams, streams_of
from spotifymodel.plot.framing import headed
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.shortening import shortened
from spotifymodel.words.changing import phrase

__all__ = ["compose_multiples"]

_GAP_ACROSS, _GAP_DOWN, _TITLE, _PAD = 22.0, 14.0, 15.0, 9.0
#: Width of the streams on either side, and of the labels; narrower where the page is.
_WIDTHS: Final = ((50.0, 96.0), (40.0, 80.0), (30.0, 64.0))
_PAGE: Final = 1.41


@dataclass(frozen=True, slots=True)
class _Panel:
    chapter: str
    name: str
    count: str
    streams: Streams
    plan: FlowPlan

    @property
    def height(self) -> float:
        return _TITLE + self.plan.height + 2 * _PAD


def compose_multiples(sheet: FlowSheet) -> Scene:
    """Return a picture with a flow per chapter; each is a column or a part of one, in the order of the chart.

    Raises
    ------
    FigureTooSmallError
        When the page is too small for the narrowest flows.
    """
    scene = None
    for span, room in _WIDTHS if sheet.page else _WIDTHS[:1]:
        for shrunk in (1.0, 0.7, 0.5) if sheet.page else (1.0,):
            panels = _panels(sheet, span, room, shrunk)
            for across in _columns(sheet, panels):
                scene = _drawn(sheet, panels, across)
                if sheet.page is None or (scene.width <= sheet.page[0] + 0.01 and scene.height <= sheet.page[1] + 0.01):
                    return scene
    assert scene is not None
    assert sheet.page is not None
    raise FigureTooSmallError((scene.width / 72, scene.height / 72), (sheet.page[0] / 72, sheet.page[1] / 72))


def _panels(sheet: FlowSheet, span: float, room: float, shrunk: float) -> list[_Panel]:
    """Lay out a flow for every chapter, and one for who has none."""
    wording = sheet.wording
    journey = wording.journey
    largest = max(sum(path.share for path in journey.paths if path.chapter == chapter) for chapter in _chapters(sheet))
    unit = min(max(natural_unit(float(largest)) * 0.6, 2.4), 6.0) * shrunk
    panels = []
    for chapter in _chapters(sheet):
        streams = streams_of((p for p in journey.paths if p.chapter == chapter), sheet.shines if sheet.lit else None)
        labels = wording.labels(streams)
        plan = plan_flow(streams, ordered(streams, labels), labels, Measures(unit, span, 0.0, room), sheet.theme)
        panels.append(_Panel(chapter, *labels[1][chapter], streams, plan))
    return panels


def _chapters(sheet: FlowSheet) -> list[str]:
    journey = sheet.wording.journey
    rest = ["fate:none"] if any(path.chapter == "fate:none" for path in journey.paths) else []
    return [*journey.chapters, *rest]


def _columns(sheet: FlowSheet, panels: list[_Panel]) -> list[int]:
    """Return how many panels may stand side by side, the best first."""
    wide = max(panel.plan.width for panel in panels) + 2 * _PAD + _GAP_ACROSS

    def shape(across: int) -> float:
        high = max(sum(panel.height + _GAP_DOWN for panel in column) for column in _shared_out(panels, across)) + 90
        width = across * wide + 2 * sheet.theme.margin
        if sheet.page:
            return max(width / sheet.page[0], high / sheet.page[1])
        return max(width / _PAGE, high)

    ranked = sorted(range(1, len(panels) + 1), key=lambda across: (shape(across), across))
    return ranked[: 3 if sheet.page else 1]


def _shared_out(panels: list[_Panel], across: int) -> list[list[_Panel]]:
    """Share panels out over columns in their order, so that the tallest column is as low as can be."""
    low, high = max(panel.height for panel in panels), sum(panel.height + _GAP_DOWN for panel in panels)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(panels, middle)) <= across else (middle, high)
    return _filled(panels, high)


def _filled(panels: list[_Panel], limit: float) -> list[list[_Panel]]:
    """Fill columns one after the other up to a height."""
    columns: list[list[_Panel]] = [[]]
    used = 0.0
    for panel in panels:
        if columns[-1] and used + panel.height > limit:
            columns.append([])
            used = 0.0
        columns[-1].append(panel)
        used += panel.height + _GAP_DOWN
    return columns


def _drawn(sheet: FlowSheet, panels: list[_Panel], across: int) -> Scene:
    wording, theme = sheet.wording, sheet.theme
    journey = wording.journey
    pen = Pen(theme, wording.language)
    left = max(panel.plan.left for panel in panels)
    wide = max(panel.plan.width - panel.plan.left for panel in panels) + left + 2 * _PAD
    width = max(across * (wide + _GAP_ACROSS) - _GAP_ACROSS, 320.0) + 2 * theme.margin
    title, subtitle = sheet.title or wording.title(sheet.lit), wording.subtitle(sheet.shown, sheet.lit, sheet.remark)
    top = headed(pen, width, title, subtitle) + 2
    everything = streams_of(journey.paths, sheet.shines if sheet.lit else None)
    colours = colours_of(wording, everything)
    promises: list[str] = []
    bottom = top
    for column, those in enumerate(_shared_out(panels, across)):
        y = top
        for panel in those:
            _panel(pen, sheet, panel, colours, theme.margin + column * (wide + _GAP_ACROSS), y, wide, left)
            y += panel.height + _GAP_DOWN
            promises += promised(panel.streams, f"{panel.chapter}/")
        bottom = max(bottom, y)
    y = flow_key(pen, sheet, everything, colours, width, bottom + 6, phrase(wording.language, "panels"))
    stages = ordered(everything, wording.labels(everything))
    words = f"{title}. {subtitle}. {wording.described(everything, stages)}"
    return Scene(width, y - 10 + theme.margin, title, words, tuple(pen.marks), theme.paper, wording.language, tuple(promises))


def _panel(pen: Pen, sheet: FlowSheet, panel: _Panel, colours: Colours, x: float, y: float, wide: float, left: float) -> None:
    """Draw one chapter: its name and head count, and the flow through it."""
    theme = pen.theme
    pen.box(x, y, wide, panel.height, None, theme.grid, radius=4, of=panel.chapter)
    room = wide - 2 * _PAD - 12 - text_width(panel.count, theme.head)
    used = pen.text(x + _PAD, y + 13, shortened(panel.name, room, theme.head, True), theme.head, bold=True, of=panel.chapter)
    used += 6 + pen.text(x + _PAD + used + 6, y + 13, panel.count, theme.head, fill=theme.muted, of=panel.chapter)
    journey = sheet.wording.journey
    tribe = journey.tribe_of.get(panel.chapter)
    if tribe is not None and len(journey.tribes) > 1:
        words = phrase(pen.language, "of_tribe", name=journey.names[f"tribe:{tribe}"])
        left_over = wide - 2 * _PAD - used - 8
        if left_over > 40:
            pen.text(x + wide - _PAD, y + 13, shortened(words, left_over, theme.name), theme.name, fill=theme.muted, anchor="end")
    FlowPainter(
        pen,
        panel.plan,
        colours,
        x + _PAD + left - panel.plan.left,
        y + _TITLE + _PAD,
        within=f"{panel.chapter}/",
        fte=sheet.wording.fte,
    ).paint()
