"""Sets a roadmap on the sheet: milestones and weeks above, a bar per squad, strips of people, mandates and findings below."""

from __future__ import annotations

from math import ceil

from spotifymodel.plot.framing import Frame
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.heading import Heading
from spotifymodel.plot.parts.swatches import draw_swatches
from spotifymodel.plot.road.below import depth, draw_strips
from spotifymodel.plot.road.legend import draw_wave_names, signs_of
from spotifymodel.plot.road.milestones import draw_milestones, height_of, placed
from spotifymodel.plot.road.reading import Road
from spotifymodel.plot.road.rows import draw_waves, rows_height, together
from spotifymodel.plot.road.sheet import RoadDetail, RoadSheet
from spotifymodel.plot.road.telling import described
from spotifymodel.plot.scene import Scene
from spotifymodel.words.pictures import phrase as general
from spotifymodel.words.roadmap import phrase

__all__ = ["compose"]


def compose(frame: Frame, road: Road, detail: RoadDetail, limit: int) -> Scene:
    """Draw a roadmap; ``limit`` is that of people in a tribe, 0 where it does not apply."""
    pen, theme, language = frame.pen(), frame.theme, frame.language
    waves = road.waves if detail == "names" else tuple((k, (together(road, k, rows),)) for k, rows in road.waves)
    sheet = RoadSheet.of(frame, road, waves, detail)
    axis = sheet.axis
    marks = placed(road.milestones, axis, theme.legend, language, silent=sheet.narrow)
    reach = max((axis.x(m.milestone.week) + 8 + text_width(m.words, theme.legend, m.milestone.kind == "gate") for m in marks), default=0.0)
    width = max(axis.right, reach) + theme.margin
    wanted = frame.highlighted([row.of for _, rows in road.waves for row in rows])
    wanted |= {f"stage:{k}" for k, rows in road.waves if wanted.intersection(row.of for row in rows)}
    heading = frame.title or _heading(road, language)
    facts = _facts(road, language)
    y = theme.margin + Heading(heading, " · ".join(facts)).draw(pen, sheet.left, width - theme.margin, theme.margin) + 8
    body = y + height_of(marks)
    strips = body + axis.height + rows_height(waves) + 16
    foot = strips + depth(sheet, road)
    axis.draw_lines(pen, body + axis.height - 13, foot, body + axis.height)
    draw_milestones(pen, marks, axis, y, (body, body + axis.height, foot))
    axis.draw_head(pen, body)
    draw_waves(pen, sheet, road, waves, body + axis.height, wanted)
    y = draw_strips(pen, sheet, road, strips, limit)
    if sheet.narrow:
        y += draw_wave_names(pen, road, sheet.left, width - theme.margin, y)
    y += draw_swatches(pen, signs_of(frame, road, waves, marks, limit), sheet.left, width - theme.margin, y)
    words = f"{heading}. {', '.join(facts)}. {described(road, language)}"
    promises = tuple(row.of for _, rows in waves for row in rows)
    return Scene(width, y + theme.margin - 4, heading, words, tuple(pen.marks), theme.paper, language, promises)


def _heading(road: Road, language: str) -> str:
    if len(road.tribes) == 1:
        return phrase(language, "to_tribe", name=road.tribes[0])
    return phrase(language, "to_tribes", n=len(road.tribes)) if road.tribes else phrase(language, "to_squads", n=road.squads)


def _facts(road: Road, language: str) -> list[str]:
    last = road.periods[-1]
    parts = f"{general(language, 'squads', n=road.squads)} {phrase(language, 'waves', n=len(road.waves))}"
    facts = [parts, general(language, "people", n=last.people), phrase(language, "weeks", n=ceil(last.start))]
    if road.gap is None:
        return facts
    return [*facts, phrase(language, "unproven", n=ceil(100 * road.gap)) if road.gap else phrase(language, "proven")]
