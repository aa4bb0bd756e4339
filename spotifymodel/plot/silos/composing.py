"""Puts departments on a sheet: heading, a frame per department around its silos, what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.framing import Frame, headed
from spotifymodel.plot.names import Labels, called
from spotifymodel.plot.parts.legend import draw_legend
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import too_small
from spotifymodel.plot.silos.blocks import Block
from spotifymodel.plot.silos.box import WIDTHS, BoxPainter, Level
from spotifymodel.plot.silos.key import signs_of
from spotifymodel.plot.silos.reading import UnitCard
from spotifymodel.words.pictures import phrase

__all__ = ["UnitSheet"]

_GAP, _INDENT, _FRAME = 12.0, 8.0, 8.0
#: Least width for the boxes of a page; with numbers only, and on a page that was asked for, they fit a column of text.
_LEAST_WIDTH, _COLUMN = 300.0, 190.0
#: Boxes deeper than this are not indented further.
_DEEPEST: Final = 5


@dataclass(frozen=True)
class UnitSheet:
    """One page of the line organisation.

    Parameters
    ----------
    frame : Frame
    heading : str
    facts : tuple of str
        Counts, for the line below the heading.
    blocks : tuple of Block
        What stands on the page.
    wanted : frozenset of str
        Paths of who and what keeps its colour; empty for all.
    """

    frame: Frame
    heading: str
    facts: tuple[str, ...]
    blocks: tuple[Block, ...]
    wanted: frozenset[str]

    def scene(self, levels: Sequence[Level]) -> Scene:
        """Return the page at the first of these levels of detail that fits; the first where no page was asked for.

        Raises
        ------
        FigureTooSmallError
            Where not even the last one fits.
        """
        page = self.frame.page
        if page is None:
            return self._composed(levels[0], self._freely())
        for level in levels:
            narrow = [across for across in self._columns() if self._width(level, across) <= page[0] + 0.01]
            fitting = [(filled, across) for across in narrow if (filled := self._filled(level, across, page)) >= 1]
            if fitting:
                return self._composed(level, max(fitting, key=lambda one: (one[0], -one[1]))[1])
        # The size that would do and is nearest to the one that was asked for: often a higher column, not a wider sheet.
        tried = [self._composed(levels[-1], across) for across in sorted({*narrow, self._columns()[0], self._freely()})]
        least = min(tried, key=lambda scene: (max(scene.width / page[0], scene.height / page[1]), scene.width))
        raise too_small(least, page)

    def _columns(self) -> range:
        """Return how many columns of silos can be tried."""
        return range(1, max(len(block.silos) for block in self.blocks) + 1)

    def _freely(self) -> int:
        """Return how many columns make a sheet of the usual shape."""
        widest = self._columns()[-1]
        return min(widest, max(4, round(float((widest * 2.0) ** 0.5))))

    def _filled(self, level: Level, across: int, page: tuple[float, float]) -> float:
        """Return by how much the page could be enlarged onto the one that was asked for; under 1 where it does not fit."""
        scene = self._composed(level, across)
        return min(page[0] / scene.width, page[1] / scene.height) + 1e-9

    def _width(self, level: Level, across: int) -> float:
        """Return the width of the page with so many columns."""
        least = _COLUMN if level == "counts" and self.frame.page is not None else _LEAST_WIDTH
        return 2 * (self.frame.theme.margin + _FRAME) + max(across * (WIDTHS[level] + _GAP) - _GAP, least)

    def _composed(self, level: Level, across: int) -> Scene:
        frame, pen = self.frame, self.frame.pen()
        theme, language = pen.theme, frame.language
        cards = [card for block in self.blocks for card in block.cards]
        people = {person.id: called(person.label, person.id) for card in cards for person in card.people}
        painter = BoxPainter(pen, Labels(people), level, self.wanted)
        width = self._width(level, across)
        room = width - 2 * theme.margin
        y = headed(pen, width, self.heading, " · ".join(self.facts))
        for block in self.blocks:
            y = _draw_block(painter, block, theme.margin, y, room, across) + _GAP
        y += draw_legend(pen, list(signs_of(level, cards, language)), theme.margin, width - theme.margin, y - 4) - 4
        words = f"{self.heading}. {', '.join(self.facts)}. {_described(cards, language)}"
        marks, promises = tuple(pen.marks), tuple(dict.fromkeys(_promises(level, cards)))
        return Scene(width, y + theme.margin - 4, self.heading, words, marks, theme.paper, language, promises)


def _draw_block(painter: BoxPainter, block: Block, x: float, y: float, room: float, across: int) -> float:
    """Draw a department around its silos, each in the column that is shortest so far; return where the block ends."""
    pen, narrow, head = painter.pen, (room - 2 * _FRAME + _GAP) / across - _GAP, block.head
    wide = min(room - 2 * _FRAME, 2 * narrow + _GAP)
    top = y + (painter.height(head, wide) + 2 * _FRAME if head else 0)
    ends = [top] * across
    placed: list[tuple[UnitCard, float, float, float]] = []
    for silo in block.silos:
        column = ends.index(min(ends))
        for card in silo:
            shift = min(card.depth - (1 if head else 0), _DEEPEST) * _INDENT
            placed.append((card, x + _FRAME + column * (narrow + _GAP) + shift, ends[column], narrow - shift))
            ends[column] += painter.height(card, narrow - shift) + 4
        ends[column] += 4
    bottom = max(ends) + (_FRAME - 8 if head else -8)
    if head:
        pen.box(x, y, room, bottom - y, pen.theme.band, pen.theme.outline, radius=4, of=f"unit:{head.id}")
        painter.draw(head, x + (room - wide) / 2, y + _FRAME, wide)
    for card, left, at, width in placed:
        painter.draw(card, left, at, width)
    return bottom


def _promises(level: Level, cards: Sequence[UnitCard]) -> Iterator[str]:
    for card in cards:
        yield f"unit:{card.id}"
        if level != "counts":
            yield from (f"unit:{card.id}/person:{person.id}" for person in card.people)
        if level == "dots":
            yield from (f"unit:{card.id}/person:{person.id}" for person in card.left)


def _described(cards: Sequence[UnitCard], language: str) -> str:
    """Say every unit's numbers in words."""
    said = []
    for card in dict.fromkeys(cards):
        parts = [phrase(language, "people", n=len(card.people))]
        parts += [phrase(language, "unit_manager", who=", ".join(card.managers))] if card.managers else []
        parts += [phrase(language, "left_unit", n=len(card.left))] if card.left else []
        parts += [f"{title} {count}" for title, count in card.titles]
        said.append(f"{card.name}: {', '.join(parts)}.")
    return " ".join(said)
