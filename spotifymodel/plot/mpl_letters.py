"""All texts of a scene as one matplotlib artist.

On a raster the letters are drawn as one outline per colour, placed by the library's own metrics: measured, this takes a
third of the time of a ``Text`` each, and the widths are those of the layout. In PDF and in matplotlib's own SVG they stay
text that can be selected and searched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from unicodedata import bidirectional

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_rgba
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path
from matplotlib.textpath import TextToPath
from matplotlib.transforms import Bbox, Transform
from numpy.typing import NDArray

from spotifymodel.plot.fallback import boxed, families, missing, warn_of_missing
from spotifymodel.plot.font_file import FAMILY, bundled
from spotifymodel.plot.metrics import foreign
from spotifymodel.plot.scene import Text

__all__ = ["Letters"]

_Glyph = tuple[NDArray[np.float64], NDArray[np.uint8]]


class Letters(Artist):
    """All texts of a scene, in the data units of the axes they are put on.

    Parameters
    ----------
    texts : iterable of Text

    Warns
    -----
    MissingGlyphWarning
        Once, naming the characters that no font on this machine has.
    """

    def __init__(self, texts: Iterable[Text]) -> None:
        super().__init__()
        self._plain: list[Text] = []
        self._foreign: list[Text] = []
        written = [text for text in texts if text.text]
        lacking = missing("".join(text.text for text in written))
        if lacking:
            warn_of_missing(lacking)
            written = [replace(text, text=boxed(text.text, lacking)) for text in written]
        for text in written:
            (self._foreign if foreign(text.text) else self._plain).append(text)
        self.set_zorder(2)
        _register()

    def get_window_extent(self, renderer: RendererBase | None = None) -> Bbox:
        """Return the area of the axes: texts never reach beyond it."""
        return self.axes.get_window_extent() if self.axes is not None else Bbox.null()

    def draw(self, renderer: RendererBase) -> None:
        """Draw outlines on a raster and text elsewhere."""
        if not self.get_visible() or self.axes is None:
            return
        place = self.axes.transData
        gc = renderer.new_gc()
        if isinstance(renderer, RendererAgg):
            self._draw_outlines(renderer, gc, place)
            self._draw_texts(renderer, gc, place, self._foreign)
        else:
            self._draw_texts(renderer, gc, place, [*self._plain, *self._foreign])
        gc.restore()

    def _draw_outlines(self, renderer: RendererBase, gc: GraphicsContextBase, place: Transform) -> None:
        by_colour: dict[str, list[_Glyph]] = defaultdict(list)
        for text in self._plain:
            by_colour[text.fill].extend(_placed(text))
        gc.set_linewidth(0)
        for colour, glyphs in by_colour.items():
            if glyphs:
                path = Path(np.concatenate([points for points, _ in glyphs]), np.concatenate([codes for _, codes in glyphs]))
                gc.set_foreground(colour)
                renderer.draw_path(gc, path, place, to_rgba(colour))

    def _draw_texts(self, renderer: RendererBase, gc: GraphicsContextBase, place: Transform, texts: Iterable[Text]) -> None:
        ends = place.transform(np.array([(0.0, 0.0), (1.0, 0.0)]))
        scale = float(ends[1, 0] - ends[0, 0]) / float(np.asarray(renderer.points_to_pixels(1.0)))
        for text in texts:
            font = _font(text, scale * _squeezed(text))
            x, y = place.transform((text.left, text.y))
            if renderer.flipy():
                y = renderer.get_canvas_width_height()[1] - y
            gc.set_foreground(text.fill)
            renderer.draw_text(gc, x, y, _from_the_left(text.text), font, 0, ismath=False)


def _placed(text: Text) -> Iterator[_Glyph]:
    """Yield the outlines of a text's glyphs where they stand."""
    font = bundled(text.bold)
    scale = text.size / font.units
    x, before = text.left, 0
    for char in text.text:
        glyph = font.charmap[ord(char)]
        x += font.kerning.get(before << 16 | glyph, 0) * scale
        outline = _outline(text.bold, glyph)
        if outline is not None:
            yield outline[0] * (scale, -scale) + (x, text.y), outline[1]
        x += font.advance(glyph) * scale
        before = glyph


@cache
def _outline(bold: bool, glyph: int) -> _Glyph | None:
    """Return a glyph's outline in font units, or nothing for a blank."""
    face = _face(bold)
    face.load_glyph(glyph, flags=LoadFlags.NO_SCALE)
    points, codes = face.get_path()
    # Without scaling FreeType counts in whole units where matplotlib expects 64ths.
    return (np.asarray(points) * 64, np.asarray(codes, np.uint8)) if len(points) else None


@cache
def _face(bold: bool) -> Any:
    return FT2Font(str(bundled(bold).path))


def _font(text: Text, scale: float) -> FontProperties:
    helped = bool(foreign(text.text))
    return FontProperties(family=[FAMILY, *families(helped)], weight=700 if text.bold else 400, size=text.size * scale)


def _from_the_left(text: str) -> str:
    """Return a text that reads from the left as in an SVG, also where it begins with a name that reads from the right.

    matplotlib turns a whole text round when its first letter is Arabic or Hebrew, and a sentence then ends with its subject.
    """
    first = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return text if first == "L" else f"\u200e{text}"


def _squeezed(text: Text) -> float:
    """Return by how much a text with foreign characters must shrink to keep to the width of the plan."""
    if not foreign(text.text):
        return 1.0
    width = TextToPath().get_text_width_height_descent(text.text, _font(text, 1.0), False)[0]
    return min(1.0, text.length / width) if width else 1.0


def _register() -> None:
    """Make the bundled fonts known to matplotlib under their private name; its own list of fonts is a stale cache."""
    if not any(entry.name == FAMILY for entry in fontManager.ttflist):
        for bold in (False, True):
            fontManager.addfont(str(bundled(bold).path))
