"""A page of a book, and the strip at its foot: whose book it is, and which page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from spotifymodel.plot.framing import hues_of
from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.sheets import placed
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.theme import Theme
from spotifymodel.words.book import phrase

__all__ = ["FOOT", "NOWHERE", "Leaf", "numbered"]

#: Stands for a page that is about no tribe; no id of a chart has a line break.
NOWHERE: Final = "\n"

#: Height of the strip, which the picture of a page does not use.
FOOT: Final = 16.0
_RISE: Final = 13.0
#: A picture smaller than the page grows, but not so far that its letters shout at those of the next page.
_MOST: Final = 1.5


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page before it is numbered.

    Parameters
    ----------
    scene : Scene
        The picture, no larger than the page without its foot.
    title : str
        Its entry in the outline; empty where it goes on with what the page before it began.
    tribe : str or None
        Id of the tribe it shows, empty for the squads outside all tribes, ``NOWHERE`` for a page about none; None for the wall.
    """

    scene: Scene
    title: str
    tribe: str | None = None


def numbered(leaf: Leaf, number: int, count: int, book: str, page: tuple[float, float], theme: Theme) -> Scene:
    """Return a page with its picture on a sheet and the book's name and the page's number at the foot."""
    scene, margin = leaf.scene, theme.margin
    lefts, tops, rights, bottoms = zip(*(mark.region for mark in scene.marks), strict=True)
    # Every page begins at the same corner, as in any book, however wide its picture is.
    width, height = max(rights) - min(lefts), max(bottoms) - min(tops)
    scale = max(1.0, min((page[0] - 2 * margin) / width, (page[1] - FOOT - 2 * margin) / height, _MOST))
    left, top = min(margin, (page[0] - width * scale) / 2), min(margin, (page[1] - FOOT - height * scale) / 2)
    body = placed(scene, page, scale, left - min(lefts) * scale, top - min(tops) * scale)
    pen = Pen(theme, scene.language)
    y = page[1] - _RISE
    words = phrase(scene.language, "number", page=number, n=count)
    room = page[0] - 2 * margin - text_width(words, theme.legend) - 12
    pen.text(margin, y, shortened(book, room, theme.legend), theme.legend, fill=theme.muted, stands_for=book)
    pen.text(page[0] - margin, y, words, theme.legend, fill=theme.muted, anchor="end")
    return replace(body, marks=(*body.marks, *pen.marks), hues=hues_of(scene, theme))
