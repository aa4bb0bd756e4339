"""Draws what stands under the bars of a roadmap: people, mandates, backfill and findings, stage by stage."""

from __future__ import annotations

from spotifymodel.plot.parts.heading import at_most
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.road.reading import Road, Rung
from spotifymodel.plot.road.sheet import RoadSheet
from spotifymodel.plot.road.strips import draw_findings_by_stage, draw_numbers, draw_steps, draw_title
from spotifymodel.plot.scene import Line
from spotifymodel.words.changing import amount
from spotifymodel.words.roadmap import phrase

__all__ = ["depth", "draw_strips"]

_PEOPLE, _MANDATES, _BETWEEN = 96.0, 58.0, 22.0


def depth(sheet: RoadSheet, road: Road) -> float:
    """Return how far down lines of weeks and milestones run through the strips; not through titles that stand above them."""
    if sheet.narrow:
        return -8.0
    return _PEOPLE + (_BETWEEN + _MANDATES if road.told else 0.0)


def draw_strips(pen: Pen, sheet: RoadSheet, road: Road, top: float, limit: int) -> float:
    """Draw people, mandates, backfill and findings under each other; return where they end."""
    theme, language, axis, periods = pen.theme, pen.language, sheet.axis, road.periods
    total = max(p.people for p in periods)
    notes = [at_most(language, phrase(language, "total", n=total), limit) if limit else phrase(language, "total", n=total)]
    most_hybrid = max(p.hybrid for p in periods)
    notes += [phrase(language, "at_once", n=most_hybrid)] if most_hybrid else []
    rooms = [p.room for p in periods if p.room is not None]
    notes += [phrase(language, "most", n=max(rooms))] if rooms else []
    inside: Rung = "end_to_end" if road.told else "live"
    stacks: list[list[tuple[Rung, int]]] = [[(inside, p.inside), ("soft", p.hybrid), ("prepared", p.line)] for p in periods]
    top += draw_title(pen, sheet, top, phrase(language, "people"), notes)
    most = max(total, limit if total * 2 > limit else 0, 1)
    draw_steps(pen, axis, periods, stacks, top, _PEOPLE, most, "people")
    if 0 < limit <= most:
        y = top + _PEOPLE * (1 - limit / most)
        pen.add(Line(((axis.left, y), (axis.right, y)), theme.bad, 1.0, (3.0, 2.0), of="limit"))
    y = top + _PEOPLE + 8
    if road.told:
        y += _BETWEEN - 8
        y += draw_title(pen, sheet, y, phrase(language, "mandates"))
        ladder: tuple[Rung, ...] = ("end_to_end", "live", "soft", "none", "prepared")
        steps = [[(rung, p.rungs[rung]) for rung in ladder] for p in periods]
        draw_steps(pen, axis, periods, steps, y, _MANDATES, max(sum(p.rungs.values()) for p in periods), "mandates")
        y += _MANDATES + 8
    if any(p.backfill for p in periods):
        y += draw_title(pen, sheet, y + 2, phrase(language, "backfill"))
        said = [phrase(language, "fte", n=amount(p.backfill, language)) if p.backfill else "" for p in periods]
        draw_numbers(pen, axis, periods, said, y + 8, "backfill")
        y += 15
    y += draw_title(pen, sheet, y + 2, phrase(language, "findings"))
    draw_findings_by_stage(pen, axis, periods, y + 8)
    return y + 24
