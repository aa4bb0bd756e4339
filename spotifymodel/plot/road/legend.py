"""The legend of a roadmap: only what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence

from spotifymodel.plot.framing import Frame
from spotifymodel.plot.parts.lettering import draw_running
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import Swatch
from spotifymodel.plot.road.ladder import rung_swatch
from spotifymodel.plot.road.milestones import Placed
from spotifymodel.plot.road.reading import RUNGS, Road, Row
from spotifymodel.words.pictures import digits
from spotifymodel.words.roadmap import phrase

__all__ = ["draw_wave_names", "signs_of"]


def signs_of(frame: Frame, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], marks: Sequence[Placed], limit: int) -> list[Swatch]:
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
    signs += [Swatch(phrase(language, "key_learning"), "ring", theme.ink)] if "learning" in known else []
    signs += [Swatch(phrase(language, "key_open"), "ring", theme.ink, dash=(1.6, 1.2))] if "open" in known else []
    signs += [Swatch(phrase(language, "key_unknown"), "half_ring", theme.ink)] if "unknown" in known else []
    if 0 < limit < 2 * max(p.people for p in road.periods):
        signs.append(Swatch(phrase(language, "key_limit", limit=limit), "line", theme.bad, width=1.0, dash=(3.0, 2.0)))
    return signs


def draw_wave_names(pen: Pen, road: Road, left: float, right: float, top: float) -> float:
    """Write which number of a wave stands for which name; return the height."""
    named = [(digits(number, pen.language), f"stage:{k}", road.periods[k].name) for number, (k, _) in enumerate(road.waves, 1)]
    return draw_running(pen, named, left, right, top) + 4
