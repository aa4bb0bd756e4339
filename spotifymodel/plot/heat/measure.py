"""How large the cells of a heat map are, at every level of detail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from spotifymodel.plot.framing import require_detail
from spotifymodel.plot.heat.heat import Heat
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.lettering import lettered
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import fits
from spotifymodel.plot.shortening import distinct_lines, wrapped
from spotifymodel.plot.theme import Theme

__all__ = ["DETAILS", "Detail", "HeatDetail", "Measure", "fitting", "row_head"]

Detail: TypeAlias = Literal["names", "initials", "counts", "dots"]
HeatDetail: TypeAlias = Literal["auto", "names", "initials", "counts", "dots"]
#: The fullest first.
DETAILS: Final[tuple[Detail, ...]] = ("names", "initials", "counts", "dots")
_LINE: Final = 9.8
#: Widest column in points; a word that is longer is broken.
_COLUMN: Final = 96.0
#: From so many columns on they are no wider than their words.
_MANY: Final = 15
#: Widest head of a row in points, by detail.
_ROW_HEAD: Final = {"names": 190.0, "initials": 150.0, "counts": 120.0, "dots": 96.0}


@dataclass(frozen=True, slots=True)
class Measure:
    """Sizes in points.

    Parameters
    ----------
    detail : str
    across : tuple of float
        Width of every column.
    down : float
        Height of a cell.
    gap : float
        White between cells.
    head : float
        Width of the heads of the rows.
    labels : tuple of tuple of str
        Lines of every row's head.
    tops : tuple of tuple of str
        Lines of every column's head: its name, or a letter.
    size : float
        Font size of the cells.
    """

    detail: Detail
    across: tuple[float, ...]
    down: float
    gap: float
    head: float
    labels: tuple[tuple[str, ...], ...]
    tops: tuple[tuple[str, ...], ...]
    size: float

    @classmethod
    def of(cls, heat: Heat, detail: Detail, theme: Theme) -> Measure:
        """Measure a heat map at a level of detail."""
        size, room = row_head(detail, theme)
        fitted = any(row.whole for row in heat.rows)
        broken = [] if fitted else distinct_lines([row.name for row in heat.rows], room, size, True, lines=1 if detail == "dots" else 3)
        labels = [(row.name,) for row in heat.rows] if fitted else broken
        head = max((text_width(line, size, True) for lines in labels for line in lines), default=0.0)
        texts = [cell.full if detail in ("names", "initials") else cell.short for row in heat.cells for cell in row]
        widest = max((text_width(text, theme.name, True) for text in texts), default=0.0)
        letters = [lettered(heat.kind(k)) for k in range(len(heat.columns))]
        letter = max((text_width(one, theme.small, True) for one in letters), default=0.0)
        if detail == "names":
            longest = [max((text_width(word, theme.head, True) for word in c.name.split()), default=0.0) for c in heat.columns]
            dots = any(cell.asked for row in heat.cells for cell in row)
            least = max(widest + (22 if dots else 12), 50.0 if len(longest) < _MANY else 0.0)
            across = tuple(max(least, min(word + 4, _COLUMN)) for word in longest)
            tops = tuple(_head(c.name, width, theme) for c, width in zip(heat.columns, across, strict=True))
            return cls(detail, across, 17.5, 2.4, head, tuple(labels), tops, theme.name)
        tops = tuple((one,) for one in letters)

        def alike(width: float) -> tuple[float, ...]:
            return (width,) * len(letters)

        if detail == "initials":
            return cls(detail, alike(max(widest + 14, letter + 4)), 15.0, 2.0, head, tuple(labels), tops, theme.name)
        if detail == "counts":
            return cls(detail, alike(max(widest + 9, letter + 2, 15.0)), 12.5, 1.6, head, tuple(labels), tops, theme.name)
        return cls(detail, alike(max(8.6, letter)), 8.6, 1.8, head, tuple(labels), tops, theme.small)

    def height(self, row: int) -> float:
        """Return how high a row is: a head of two lines takes more than a cell."""
        return max(self.down, len(self.labels[row]) * _LINE + 1 if len(self.labels[row]) > 1 else 0.0)


def _head(name: str, width: float, theme: Theme) -> tuple[str, ...]:
    return tuple(wrapped(name, width, theme.head, True, lines=3))


def row_head(detail: Detail, theme: Theme) -> tuple[float, float]:
    """Return font size and room of the heads of rows, in points."""
    return theme.name if detail == "dots" else theme.head, _ROW_HEAD[detail]


def fitting(compose: Callable[[Detail], Scene], detail: str, page: tuple[float, float] | None) -> Scene:
    """Compose at the detail that was asked for; with ``auto`` at the fullest that the page holds.

    Raises
    ------
    UsageError
        For a detail that heat maps do not have.
    """
    for one in DETAILS:
        if one == detail:
            return compose(one)
    require_detail(detail, ("auto", *DETAILS))
    for one in DETAILS:
        scene = compose(one)
        if fits(scene, page):
            break
    return scene
