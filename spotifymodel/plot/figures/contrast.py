"""Composes the table of differences: what an aspect of the work was with the product manager 1.0, and is with 2.0."""

from __future__ import annotations

from typing import Final

from spotifymodel.plot.figures.paper import Paper
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.scene import Line, Scene
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import mixed
from spotifymodel.whitepaper.differences import Difference, differences
from spotifymodel.whitepaper.setting import provenance
from spotifymodel.words.paper_figures import phrase

__all__ = ["WIDTHS", "contrast_scene"]

#: From the widest to the narrowest: longer lines first, then more of them, then the aspect above its two cells.
WIDTHS: Final = (640.0, 560.0, 480.0, 400.0, 345.0, 300.0, 252.0)
_ABOVE: Final = 340.0
_PAD, _LINE, _ARROW, _HEAD, _GAP, _MOST_LINES = 9.0, 10.4, 22.0, 20.0, 4.0, 12
_SHARE: Final = 0.28


def contrast_scene(paper: Paper, width: float) -> Scene:
    """Return the table at a width in points; rows are as high as their words need."""
    table = _Table(paper, width)
    pen = table.pen
    title, y = paper.headed(pen, width, paper.said(differences.title), paper.said(provenance["interviews"].text))
    y = table.heads(y + 8)
    for row in differences:
        y += table.row(row, y)
    height = paper.sourced(pen, width, y + 14, "differences")
    told = " ".join(
        phrase(
            paper.language,
            "alt_row",
            aspect=paper.said(row.aspect),
            before=row.before.said(paper.language),
            after=row.after.said(paper.language),
        )
        for row in differences
    )
    return Scene(width, height, title, f"{title}. {told}", tuple(pen.marks), paper.theme.paper, paper.language, table.promises)


class _Table:
    """Where the columns stand, and the rows one by one; on a narrow sheet an aspect stands above its cells, not beside them."""

    def __init__(self, paper: Paper, width: float) -> None:
        self.paper, self.theme = paper, paper.theme
        self.pen = paper.pen()
        self.promises = tuple(f"difference:{row.key}" for row in differences)
        self.lit = paper.highlighted(self.promises)
        self.above = width < _ABOVE
        self.pad = 6.0 if self.above else _PAD
        self.left = paper.theme.margin
        room = width - 2 * paper.theme.margin - _ARROW
        # No word of an aspect is broken, and the two versions share what is left.
        words = (word for row in differences for word in paper.said(row.aspect).replace("/", "/ ").split())
        longest = max(text_width(word, paper.theme.head, True) for word in words)
        beside = 0.0 if self.above else max(_SHARE * room, longest + _PAD + 1) + _GAP
        self.aspect = room + _ARROW if self.above else beside - _GAP
        self.cell = (room - beside) / 2
        self.before, self.after = self.left + beside, self.left + beside + self.cell + _ARROW

    def heads(self, top: float) -> float:
        """Draw which column is which; return where the rows begin."""
        theme, pen = self.theme, self.pen
        versions = {version: phrase(self.paper.language, "version", version=version) for version in ("1.0", "2.0")}
        brief = any(text_width(words, theme.head, True) > self.cell - 2 * self.pad for words in versions.values())
        for x, version, ink in ((self.before, "1.0", theme.muted), (self.after, "2.0", theme.added)):
            words = version if brief else versions[version]
            pen.box(x, top, self.cell, _HEAD, ink, radius=4, corners="top")
            pen.text(x + self.pad, top + _HEAD / 2 + MIDDLE * theme.head, words, theme.head, bold=True, fill=theme.paper, backdrop=ink)
        return top + _HEAD

    def row(self, row: Difference, top: float) -> float:
        """Draw a row; return its height."""
        theme, pen, of = self.theme, self.pen, f"difference:{row.key}"
        quiet = bool(self.lit) and of not in self.lit
        aspect = wrapped(self.paper.said(row.aspect), self.aspect - (0 if self.above else _PAD), theme.head, True, _MOST_LINES)
        cells = [self._broken(self.paper.said(words)) for words in (row.before, row.after)]
        head = len(aspect) * _LINE + 7 if self.above else 0.0
        height = max(map(len, [*cells, *([] if self.above else [aspect])])) * _LINE + 11
        middle = top + head + height / 2
        ink = theme.muted if quiet else theme.ink
        self._lines(aspect, self.left, top + head / 2 + 2 if self.above else middle, theme.head, True, ink, theme.paper, of)
        lit = theme.paper if quiet else mixed(theme.added, theme.paper, 0.08)
        for x, words, ground in ((self.before, cells[0], theme.band), (self.after, cells[1], lit)):
            pen.box(x, top + head, self.cell, height - 1.5, ground, of=of)
            self._lines(words, x + self.pad, middle, theme.legend, False, ink, ground, of)
        self._arrow(middle, theme.outline if quiet else theme.added, of)
        if not self.above:
            pen.add(Line(((self.left, top + height - 0.75), (self.before - _GAP, top + height - 0.75)), theme.grid, 0.7))
        return head + height

    def _broken(self, words: str) -> list[str]:
        return wrapped(words, self.cell - 2 * self.pad, self.theme.legend, lines=_MOST_LINES)

    def _lines(self, lines: list[str], x: float, middle: float, size: float, bold: bool, ink: str, ground: str, of: str) -> None:
        first = middle - (len(lines) - 1) * _LINE / 2 + MIDDLE * size
        for i, line in enumerate(lines):
            self.pen.text(x, first + i * _LINE, line, size, bold=bold, fill=ink, backdrop=ground, of=of)

    def _arrow(self, middle: float, ink: str, of: str) -> None:
        start, end = self.before + self.cell + 5, self.after - 5
        self.pen.add(Line(((start, middle), (end, middle)), ink, 1.2, of=of))
        self.pen.add(Line(((end - 3.5, middle - 3.5), (end, middle), (end - 3.5, middle + 3.5)), ink, 1.2, of=of))
