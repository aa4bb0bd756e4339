"""The strips under the bars of a roadmap: people by phase, squads by mandate, backfill and findings, stage by stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import BADGE_HEIGHT, Pen
from spotifymodel.plot.road.axis import Axis
from spotifymodel.plot.road.ladder import draw_rung
from spotifymodel.plot.road.reading import Period, Rung
from spotifymodel.plot.road.sheet import RoadSheet
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import shortened
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.words.pictures import digits
from spotifymodel.words.roadmap import phrase

__all__ = ["TITLE", "draw_findings_by_stage", "draw_numbers", "draw_steps", "draw_title"]


#: Height of a title that stands above its strip.
TITLE: Final = 14.0


def draw_title(pen: Pen, sheet: RoadSheet, top: float, title: str, notes: Sequence[str] = ()) -> float:
    """Write at the left of a strip what it is, and what there is to say of it; above it on a narrow sheet. Return what it takes."""
    theme, left = pen.theme, sheet.left
    room = (sheet.axis.right if sheet.narrow else sheet.axis.left - 24) - left
    used = pen.text(left, top + 8, shortened(title, room, theme.head, True), theme.head, bold=True)
    if sheet.narrow:
        if notes and used + 8 + text_width(notes[0], theme.small) <= room:
            pen.text(sheet.axis.right, top + 8, notes[0], theme.small, fill=theme.muted, anchor="end")
        return TITLE
    for k, note in enumerate(notes):
        pen.text(left, top + 18.5 + 9.5 * k, shortened(note, room, theme.small), theme.small, fill=theme.muted)
    return 0.0


def draw_steps(
    pen: Pen,
    axis: Axis,
    periods: Sequence[Period],
    stacks: Sequence[Sequence[tuple[Rung, int]]],
    top: float,
    height: float,
    most: int,
    of: str,
) -> None:
    """Draw one stack per period, from the bottom up, as high as its counts are of ``most``; with ticks at the left."""
    theme, bottom = pen.theme, top + height
    for value in dict.fromkeys((0, most // 2, most)):
        y = bottom - height * value / most
        pen.add(Line(((axis.left - 3, y), (axis.left, y)), theme.muted, 0.7))
        pen.text(axis.left - 6, y + 2.3, digits(value, pen.language), theme.small, fill=theme.muted, anchor="end")
    for k, (period, stack) in enumerate(zip(periods, stacks, strict=True)):
        y = bottom
        x, end = axis.x(period.start), axis.x(period.until)
        for rung, count in stack:
            tall = height * count / most
            if count:
                y -= tall
                words = phrase(pen.language, f"{of}_{rung}", n=count)
                draw_rung(pen, rung, (x, y, end - x, tall), digits(count, pen.language), f"{of}:{rung}/stage:{k}", told=words)
    pen.add(Line(((axis.left, bottom), (axis.right, bottom)), theme.ink, 0.9))


def draw_numbers(pen: Pen, axis: Axis, periods: Sequence[Period], numbers: Sequence[str], middle: float, of: str) -> None:
    """Write a word per period at its beginning; empty ones are left out."""
    theme = pen.theme
    for k, (period, words) in enumerate(zip(periods, numbers, strict=True)):
        room = axis.x(period.until) - axis.x(period.start) - 4
        if words and text_width(words, theme.small) <= room:
            pen.text(axis.x(period.start) + 2, middle + 2.3, words, theme.small, of=f"{of}/stage:{k}")


def draw_findings_by_stage(pen: Pen, axis: Axis, periods: Sequence[Period], middle: float) -> None:
    """Draw the codes of the rules that find something at a stage, errors first; what does not fit is counted."""
    theme = pen.theme
    heavy = {"error": 0, "warning": 1}
    for k, period in enumerate(periods):
        x, end = axis.x(period.start) + 2, axis.x(period.until) - 2
        found = sorted(period.findings.items(), key=lambda item: (heavy.get(_severity(item[0]), 2), item[0]))
        if not found:
            words = phrase(pen.language, "sound")
            if text_width(words, theme.small) <= end - x:
                pen.text(x, middle + 2.3, words, theme.small, fill=theme.muted, of=f"stage:{k}")
            continue
        for i, (code, count) in enumerate(found):
            words = code if count == 1 else f"{code} ×{digits(count, pen.language)}"
            rest = phrase(pen.language, "many_findings", n=len(found) - i)
            last = i + 1 == len(found)
            need = text_width(words, theme.badge, True) + 7
            if x + need + (0 if last else 4 + text_width(f"+ {rest}", theme.small)) > end:
                words = next((w for w in (f"+ {rest}", f"+{len(found) - i}") if text_width(w, theme.small) <= end - x), "") if i else rest
                if not i and text_width(rest, theme.small) > end - x:
                    words = digits(len(found), pen.language)
                if words and text_width(words, theme.small) <= end - x:
                    pen.text(x, middle + 2.3, words, theme.small, fill=theme.muted, of=f"stage:{k}")
                break
            ink = {"error": theme.bad, "warning": theme.warn}.get(_severity(code), theme.outline)
            pen.box(x, middle - BADGE_HEIGHT / 2, need, BADGE_HEIGHT, theme.paper, ink, width=0.9, radius=1.8, of=f"stage:{k}")
            pen.centred(x + need / 2, middle, words, theme.badge, bold=True, of=f"stage:{k}")
            x += need + 3


def _severity(code: str) -> str:
    rule = all_rules().get(code)
    return rule.severity if rule else "advice"
