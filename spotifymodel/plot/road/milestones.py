"""Sets the milestones above a roadmap: no label lies on another, and no line runs through a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.swatches import diamond
from spotifymodel.plot.road.axis import Axis
from spotifymodel.plot.road.reading import Milestone
from spotifymodel.plot.scene import Line
from spotifymodel.words.roadmap import TEXTS, phrase

__all__ = ["Placed", "draw_milestones", "height_of", "placed", "said"]

_LEVEL: Final = 12.5
_MARK: Final = 3.6


@dataclass(frozen=True, slots=True)
class Placed:
    """A milestone with its words, on a level above the axis: 0 is the lowest."""

    milestone: Milestone
    words: str
    level: int


def said(milestone: Milestone, language: str) -> str:
    """Return the words of a milestone."""
    if milestone.kind == "gate":
        known = f"gate_{milestone.name}"
        return phrase(language, known) if known in TEXTS[language] else milestone.name
    if milestone.kind in ("go_live", "stage"):
        return milestone.name
    return phrase(language, f"{milestone.kind}_n", n=milestone.count)


def placed(milestones: Sequence[Milestone], axis: Axis, size: float, language: str, *, silent: bool = False) -> list[Placed]:
    """Return every milestone on the lowest level on which its label is free.

    From right to left: a label reaches to the right, so what comes later lies lower and its line runs through nothing. Without
    words (``silent``) the first of every week stands for all of that week.
    """
    if silent:
        return [Placed(one, "", 0) for k, one in enumerate(milestones) if not k or milestones[k - 1].week != one.week]
    free: list[float] = []
    found = []
    for one in reversed(milestones):
        words = said(one, language)
        end = axis.x(one.week) + _MARK + 3 + text_width(words, size, one.kind == "gate") + 6
        level = next((k for k in range(len(free)) if all(end <= edge for edge in free[k:])), len(free))
        free[level:] = [axis.x(one.week) - _MARK - 2]
        found.append(Placed(one, words, level))
    return found[::-1]


def height_of(found: Sequence[Placed]) -> float:
    """Return how high milestones stand."""
    return _levels(found) * _LEVEL + 3


def _levels(found: Sequence[Placed]) -> int:
    return 1 + max((one.level for one in found), default=-1)


def draw_milestones(pen: Pen, found: Sequence[Placed], axis: Axis, top: float, edges: tuple[float, float, float]) -> None:
    """Draw diamonds and labels, and a dotted line from each down to the last edge; not between the first two, where the weeks stand."""
    theme = pen.theme
    levels = _levels(found)
    for k, one in enumerate(found):
        x, y = axis.x(one.milestone.week), top + (levels - one.level) * _LEVEL - _LEVEL / 2
        of = f"milestone:{k + 1}/gate:{k + 1}" if one.milestone.stage < 0 else f"milestone:{k + 1}/stage:{one.milestone.stage}"
        if k == 0 or found[k - 1].milestone.week != one.milestone.week:  # those of one week stand under each other on one line
            for start, end in ((y + _MARK + 1, edges[0]), edges[1:]):
                pen.add(Line(((x, start), (x, end)), theme.muted, 0.8, (1.6, 1.8), of=of))
        gate = one.milestone.kind == "gate"
        pen.add(diamond(x, y, _MARK, theme.bad if gate else theme.ink, of))
        if one.milestone.kind not in ("gate", "go_live"):
            pen.add(diamond(x, y, _MARK - 1.3, theme.paper, of))
        if one.words:
            pen.text(x + _MARK + 3, y + 2.6, one.words, theme.legend, bold=gate, of=of)
