"""The sheet of a roadmap: how wide names and weeks are at every level of detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from spotifymodel.plot.framing import Frame
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.road.axis import Axis
from spotifymodel.plot.road.reading import Period, Road, Row
from spotifymodel.words.roadmap import phrase

__all__ = ["TAG", "RoadDetail", "RoadSheet", "moving"]

RoadDetail: TypeAlias = Literal["names", "counts", "dots"]
#: Width of the tag of a wave, of the number of people, and the white before the weeks.
TAG, _NUMBER, _BESIDE = 15.0, 20.0, 14.0
#: Width of a name at most, and of all weeks: at least, and wished for.
_NAME: Final = {"names": 150.0, "counts": 96.0, "dots": 0.0}
_WEEKS: Final = {"names": (430.0, 640.0), "counts": (170.0, 300.0), "dots": (130.0, 165.0)}


@dataclass(frozen=True, slots=True)
class RoadSheet:
    """Where things stand, in points.

    Parameters
    ----------
    left : float
        Where tags begin.
    names : float
        Where names begin.
    numbers : float
        Where numbers of people end.
    axis : Axis
    narrow : bool
        Whether there is no room for words beside the weeks: then titles stand above, and names in a key.
    """

    left: float
    names: float
    numbers: float
    axis: Axis
    narrow: bool

    @property
    def room(self) -> float:
        """Room of a name."""
        return self.numbers - _NUMBER - self.names

    @classmethod
    def of(cls, frame: Frame, road: Road, waves: Sequence[tuple[int, Sequence[Row]]], detail: RoadDetail) -> RoadSheet:
        """Measure what a road takes at a level of detail."""
        theme, left = frame.theme, frame.theme.margin
        names = [text_width(row.name, theme.legend) for _, rows in waves for row in rows]
        if detail == "names":
            heads = [text_width(f"{p.name} ", theme.legend, True) for p in road.periods]
            names += [h + text_width(moving(p, frame.language), theme.small) - 12 for h, p in zip(heads, road.periods, strict=True)]
        titles = [text_width(phrase(frame.language, key), theme.head, True) - TAG for key in ("people", "mandates", "findings")]
        room = min(max(names + titles), _NAME[detail])
        start = left + TAG + 7 + room + _NUMBER + _BESIDE
        least, most = _WEEKS[detail]
        width = min(max(least, 13.0 * road.end), most)
        if frame.page is not None:  # a wide sheet is filled, a narrow one gets what fits
            beyond = 0.0 if detail == "dots" else 70.0  # the words of the last milestone stand beyond the last week
            most = most if detail == "dots" else 1.5 * _WEEKS["names"][1]
            width = min(max(frame.page[0] - start - theme.margin - beyond, least), most)
        axis = Axis(start, start + width, road.end, road.origin)
        return cls(left, left + TAG + 7, start - _BESIDE, axis, detail == "dots")


def moving(period: Period, language: str) -> str:
    """Say how many people move at the beginning of a period."""
    return phrase(language, "move", n=period.moved)
