"""Sets a roadmap on the sheet: milestones and weeks above, a bar per squad, strips of people, mandates and findings below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from spotifymodel.plot.framing import Frame
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.heading import Heading, at_most
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import Swatch, draw_swatches
from spotifymodel.plot.road.axis import Axis
from spotifymodel.plot.road.ladder import draw_rung, rung_swatch
from spotifymodel.plot.road.milestones import Placed, draw_milestones, placed
from spotifymodel.plot.road.reading import RUNGS, Bar, Period, Road, Row, Rung
from spotifymodel.plot.road.strips import draw_findings_by_stage, draw_numbers, draw_steps, draw_title
from spotifymodel.plot.road.telling import described
from spotifymodel.plot.scene import Dot, Line, Scene
from spotifymodel.plot.shortening import distinct_lines, shortened
from spotifymodel.words.pictures import digits
from spotifymodel.words.pictures import phrase as general
from spotifymodel.words.roadmap import phrase

__all__ = ["RoadDetail", "compose"]

RoadDetail: TypeAlias = Literal["names", "counts"]
_TAG, _NUMBER, _BESIDE = 15.0, 20.0, 30.0
_ROW, _BAR, _GROUP, _PEOPLE, _MANDATES = 15.5, 12.0, 12.0, 96.0, 58.0
#: Width of a name at most, and of all weeks: at least, and wished for.
_NAME: Final = {"names": 150.0, "counts": 96.0}
_WEEKS: Final = {"names": (430.0, 640.0), "counts": (170.0, 300.0)}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where things stand: left edge, edge of the names, and the axis."""

    left: float
    names: float
    room: float
    axis: Axis


def compose(frame: Frame, road: Road, detail: RoadDetail, limit: int) -> Scene:
    """Draw a roadmap; ``limit`` is that of people in a tribe, 0 where it does not apply."""
    pen, theme, language = frame.pen(), frame.theme, frame.language
    waves = road.waves if detail == "names" else tuple((k, (_together(road, k, rows),)) for k, rows in road.waves)
    sheet = _sheet(frame, road, waves, detail)
    axis = sheet.axis
    marks = placed(road.milestones, axis, theme.legend, language)
    reach = max((axis.x(m.milestone.week) + 8 + text_width(m.words, theme.legend) for m in marks), default=0.0)
    width = max(axis.right, reach) + theme.margin
    wanted = frame.highlighted([row.of for _, rows in road.waves for row in rows])
    wanted |= {f"stage:{k}" for k, rows in road.waves if wanted.intersection(row.of for row in rows)}
    heading = frame.title or _heading(road, language)
    facts = _facts(road, language)
    y = theme.margin + Heading(heading, " · ".join(facts)).draw(pen, sheet.left, width - theme.margin, theme.margin) + 8
    body = y + (1 + max((m.level for m in marks), default=-1)) * 12.5 + 3
    bottom = body + axis.height + _rows_height(waves)
    strips = bottom + 16
    below = strips + _PEOPLE + (_MANDATES + 22 if road.told else 0)
    axis.draw_lines(pen, body + axis.height - 13, below, body + axis.height)
    draw_milestones(pen, marks, axis, y, (body, body + axis.height, below))
    axis.draw_head(pen, body)
    _draw_waves(pen, sheet, road, waves, body + axis.height, wanted)
    y = _draw_strips(pen, sheet, road, strips, limit)
    y += draw_swatches(pen, _signs(frame, road, waves, marks, limit), sheet.left, width - theme.margin, y)
    words = f"{heading}. {', '.join(facts)}. {described(road, language)}"
    promises = tuple(row.of for _, rows in waves for row in rows)
    return Scene(width, y + theme.margin - 4, heading, words, tuple(pen.marks), theme.paper, language, promises)


def _sheet(frame: Frame, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], detail: RoadDetail) -> _Sheet:
    theme, left = frame.theme, frame.theme.margin
    names = [text_width(row.name, theme.legend) for _, rows in waves for row in rows]
    if detail == "names":
        names += [
            text_width(f"{p.name} ", theme.legend, True) + text_width(_moving(p, frame.language), theme.small) - 12 for p in road.periods
        ]
    titles = [text_width(phrase(frame.language, key), theme.head, True) - _TAG for key in ("people", "mandates", "findings")]
    room = min(max(names + titles), _NAME[detail]) + _TAG + 7
    start = left + room + _NUMBER + _BESIDE - 16
    least, most = _WEEKS[detail]
    width = min(max(least, 13.0 * road.end), most)
    if frame.page is not None:  # a wide sheet is filled, a narrow one gets what fits
        room_for_last = 70.0  # the words of the last milestone stand beyond the last week
        width = min(max(frame.page[0] - start - theme.margin - room_for_last, least), 1.5 * _WEEKS["names"][1])
    return _Sheet(left, left + _TAG + 7, room, Axis(start, start + width, road.end, road.origin))


def _heading(road: Road, language: str) -> str:
    if len(road.tribes) == 1:
        return phrase(language, "to_tribe", name=road.tribes[0])
    return phrase(language, "to_tribes", n=len(road.tribes)) if road.tribes else phrase(language, "to_squads", n=road.squads)


def _facts(road: Road, language: str) -> list[str]:
    last = road.periods[-1]
    parts = f"{general(language, 'squads', n=road.squads)} {phrase(language, 'waves', n=len(road.waves))}"
    return [parts, general(language, "people", n=last.people), phrase(language, "weeks", n=round(last.start))]


def _together(road: Road, k: int, rows: Sequence[Row]) -> Row:
    """Return the squads of a wave as one row, on the lowest rung that any of them stands on."""
    weeks = [*(p.start for p in road.periods), road.end]
    bars: list[Bar] = []
    for start, until in pairwise(weeks):
        rungs = [bar.rung for row in rows for bar in row.bars if bar.start <= start < bar.until]
        if rungs:
            lowest = min(rungs, key=RUNGS.index)
            if bars and bars[-1].rung == lowest:
                bars[-1] = replace(bars[-1], until=until)
            else:
                bars.append(Bar(lowest, start, until))
    return Row(f"stage:{k}", road.periods[k].name, frozenset[str]().union(*(row.members for row in rows)), tuple(bars))


def _rows_height(waves: Sequence[tuple[int, Sequence[Row]]]) -> float:
    return sum(_headed(rows) + 4 + len(rows) * _ROW for _, rows in waves)


def _headed(rows: Sequence[Row]) -> float:
    """Return the height of the heading of a wave; the only row of a wave is its own."""
    return 0.0 if rows[0].of.startswith("stage:") else _GROUP


def _draw_waves(
    pen: Pen, sheet: _Sheet, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], top: float, wanted: frozenset[str]
) -> None:
    """Draw every wave: a dark tag with its number, its name, who moves; then its squads."""
    theme, y = pen.theme, top
    every = distinct_lines([row.name for _, rows in waves for row in rows], sheet.room - _TAG - 7, theme.legend, lines=1)
    labels = iter([lines[0] for lines in every])
    for number, (k, rows) in enumerate(waves, 1):
        y += 4
        height = _headed(rows) + len(rows) * _ROW - 2.5
        pen.box(sheet.left, y, _TAG, height, theme.node, radius=2.4, of=f"stage:{k}")
        tag, middle = digits(number, pen.language), (sheet.left + _TAG / 2, y + height / 2)
        pen.centred(*middle, tag, theme.legend, bold=True, fill=theme.paper, backdrop=theme.node)
        if _headed(rows):
            _draw_heading(pen, sheet, road.periods[k], y + 8, f"stage:{k}")
        y += _headed(rows)
        for row in rows:
            _draw_row(pen, sheet, row, next(labels), y, bool(wanted) and row.of not in wanted)
            y += _ROW


def _draw_heading(pen: Pen, sheet: _Sheet, period: Period, baseline: float, of: str) -> None:
    """Write the name of a wave, and how many people move where there is room beside it."""
    theme, end = pen.theme, sheet.left + sheet.room + _NUMBER
    name = shortened(period.name, end - sheet.names, theme.legend, True)
    used = pen.text(sheet.names, baseline, name, theme.legend, bold=True, of=of, stands_for=period.name if name != period.name else "")
    moving = _moving(period, pen.language)
    if sheet.names + used + 6 + text_width(moving, theme.small) <= end:
        pen.text(end, baseline, moving, theme.small, fill=theme.muted, anchor="end", of=of)


def _moving(period: Period, language: str) -> str:
    return phrase(language, "move", n=period.moved)


def _draw_row(pen: Pen, sheet: _Sheet, row: Row, label: str, y: float, quiet: bool) -> None:
    theme, axis = pen.theme, sheet.axis
    middle = y + _ROW / 2 - 0.7
    baseline = middle + MIDDLE * theme.legend
    end = sheet.left + sheet.room + _NUMBER
    pen.text(sheet.names, baseline, label, theme.legend, of=row.of, stands_for=row.name if label != row.name else "")
    pen.text(end, baseline, digits(len(row.members), pen.language), theme.legend, fill=theme.muted, anchor="end", of=row.of)
    for bar in row.bars:
        area = axis.x(bar.start), middle - _BAR / 2, axis.x(bar.until) - axis.x(bar.start), _BAR
        draw_rung(pen, bar.rung, area, phrase(pen.language, bar.rung), row.of, quiet=quiet)
    for week, known in row.ready:
        dash = () if known else (1.6, 1.2)
        x = min(max(axis.x(week), axis.left + 3.4), axis.right - 3.4)
        pen.add(Dot(x, middle - _BAR / 2 - 1.2, 2.5, theme.paper, theme.outline if quiet else theme.ink, 1.0, dash=dash, of=row.of))


def _draw_strips(pen: Pen, sheet: _Sheet, road: Road, top: float, limit: int) -> float:
    """Draw people, mandates, backfill and findings under each other; return where they end."""
    theme, language, axis, periods = pen.theme, pen.language, sheet.axis, road.periods
    room = axis.left - sheet.left - 24
    total = max(p.people for p in periods)
    notes = [at_most(language, phrase(language, "total", n=total), limit) if limit else phrase(language, "total", n=total)]
    most_hybrid = max(p.hybrid for p in periods)
    notes += [phrase(language, "at_once", n=most_hybrid)] if most_hybrid else []
    rooms = [p.room for p in periods if p.room is not None]
    notes += [phrase(language, "most", n=max(rooms))] if rooms else []
    inside: Rung = "end_to_end" if road.told else "live"
    stacks: list[list[tuple[Rung, int]]] = [[(inside, p.inside), ("soft", p.hybrid), ("prepared", p.line)] for p in periods]
    draw_title(pen, sheet.left, room, top, phrase(language, "people"), notes)
    most = max(total, limit if total * 2 > limit else 0, 1)
    draw_steps(pen, axis, periods, stacks, top, _PEOPLE, most, "people")
    if 0 < limit <= most:
        y = top + _PEOPLE * (1 - limit / most)
        pen.add(Line(((axis.left, y), (axis.right, y)), theme.bad, 1.0, (3.0, 2.0), of="limit"))
    y = top + _PEOPLE + 8
    if road.told:
        y += 14
        draw_title(pen, sheet.left, room, y, phrase(language, "mandates"))
        ladder: tuple[Rung, ...] = ("end_to_end", "live", "soft", "none", "prepared")
        steps = [[(rung, p.rungs[rung]) for rung in ladder] for p in periods]
        draw_steps(pen, axis, periods, steps, y, _MANDATES, max(road.squads, 1), "mandates")
        y += _MANDATES + 8
    if any(p.backfill for p in periods):
        draw_title(pen, sheet.left, room, y + 2, phrase(language, "backfill"))
        fte = [phrase(language, "fte", n=_fte(p.backfill, language)) if p.backfill else "" for p in periods]
        draw_numbers(pen, axis, periods, fte, y + 8, "backfill")
        y += 15
    draw_title(pen, sheet.left, room, y + 2, phrase(language, "findings"))
    draw_findings_by_stage(pen, axis, periods, y + 8)
    return y + 24


def _fte(number: float, language: str) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "nl" else text


def _signs(frame: Frame, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], marks: Sequence[Placed], limit: int) -> list[Swatch]:
    """Return the legend: only what the picture shows."""
    theme, language = frame.theme, frame.language
    used = {bar.rung for _, rows in waves for row in rows for bar in row.bars} | {"prepared"}
    if any(p.hybrid for p in road.periods):
        used.add("soft")
    signs = [rung_swatch(rung, theme, language) for rung in RUNGS if rung in used]
    kinds = {one.milestone.kind for one in marks}
    if "gate" in kinds:
        signs.append(Swatch(phrase(language, "key_gate"), "diamond", theme.bad))
    if "go_live" in kinds:
        signs.append(Swatch(phrase(language, "key_stage"), "diamond", theme.ink))
    if kinds - {"gate", "go_live"}:
        signs.append(Swatch(phrase(language, "key_other"), "open_diamond", theme.ink))
    known = {state for _, rows in waves for row in rows for _, state in row.ready}
    for state, key in ((True, "key_ready"), (False, "key_open")):
        if state in known:
            signs.append(Swatch(phrase(language, key), "ring", theme.ink, dash=() if state else (1.6, 1.2)))
    if 0 < limit < 2 * max(p.people for p in road.periods):
        signs.append(Swatch(phrase(language, "key_limit", limit=limit), "line", theme.bad, width=1.0, dash=(3.0, 2.0)))
    return signs
