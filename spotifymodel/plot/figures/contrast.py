"""Composes the table of differences: what an aspect of the work was with the product manager 1.0, and is with 2.0."""

from __future__ import annotations

from typing import Final

from spotifymodel.plot.figures.paper import Paper
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line, Scene
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import mixed
from spotifymodel.whitepaper.differences import Difference, differences
from spotifymodel.whitepaper.setting import provenance
from spotifymodel.words.paper_figures import phrase

__all__ = ["WIDTHS", "contrast_scene"]

#: From the widest to the narrowest: longer lines first, then more of them.
WIDTHS: Final = (640.0, 560.0, 480.0, 400.0, 330.0, 270.0)
_PAD, _LINE, _ARROW, _HEAD, _GAP = 9.0, 10.4, 22.0, 20.0, 4.0
_SHARE: Final = 0.28


def contrast_scene(paper: Paper, width: float) -> Scene:
    """Return the table at a width in points; rows are as high as their words need."""
    pen = Pen(paper.theme, paper.language)
    theme, left = pen.theme, paper.theme.margin
    lit = paper.lit(f"difference:{row.key}" for row in differences)
    title, y = paper.headed(pen, width, paper.said(differences.title), paper.said(provenance["interviews"].text))
    y += 8
    room = width - 2 * theme.margin - _ARROW - _GAP
    # No word of an aspect is broken, and the two versions share what is left.
    word = max(text_width(word, theme.head, True) for row in differences for word in paper.said(row.aspect).replace("/", "/ ").split())
    first = max(_SHARE * room, word + _PAD + 1)
    widths = [first, (room - first) / 2, (room - first) / 2]
    xs = (left, left + widths[0] + _GAP, left + widths[0] + _GAP + widths[1] + _ARROW)
    for x, w, version, ink in ((xs[1], widths[1], "1.0", theme.muted), (xs[2], widths[2], "2.0", theme.added)):
        words = phrase(paper.language, "version", version=version)
        if text_width(words, theme.head, True) > w - 2 * _PAD:
            words = version
        pen.box(x, y, w, _HEAD, ink, radius=4, corners="top")
        pen.text(x + _PAD, y + _HEAD / 2 + MIDDLE * theme.head, words, theme.head, bold=True, fill=theme.paper, backdrop=ink)
    y += _HEAD
    for row in differences:
        y += _row(pen, paper, row, xs, widths, y, quiet=bool(lit) and f"difference:{row.key}" not in lit)
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
    promises = tuple(f"difference:{row.key}" for row in differences)
    return Scene(width, height, title, f"{title}. {told}", tuple(pen.marks), theme.paper, paper.language, promises)


def _row(pen: Pen, paper: Paper, row: Difference, xs: tuple[float, float, float], widths: list[float], top: float, *, quiet: bool) -> float:
    """Draw a row; return its height."""
    theme, of = pen.theme, f"difference:{row.key}"
    sizes = ((theme.head, True), (theme.legend, False), (theme.legend, False))
    cells = [
        wrapped(paper.said(words), w - 2 * _PAD if i else w - _PAD, size, bold, 12)
        for i, (words, w, (size, bold)) in enumerate(zip((row.aspect, row.before, row.after), widths, sizes, strict=True))
    ]
    height = max(map(len, cells)) * _LINE + 11
    middle = top + height / 2
    grounds = (theme.paper, theme.band, theme.paper if quiet else mixed(theme.added, theme.paper, 0.08))
    for x, w, ground, words, (size, bold) in zip(xs, widths, grounds, cells, sizes, strict=True):
        if x != xs[0]:
            pen.box(x, top, w, height - 1.5, ground, of=of)
        first = middle - (len(words) - 1) * _LINE / 2 + MIDDLE * size
        for i, line in enumerate(words):
            indent = 0.0 if x == xs[0] else _PAD
            ink = theme.muted if quiet else theme.ink
            pen.text(x + indent, first + i * _LINE, line, size, bold=bold, fill=ink, backdrop=ground, of=of)
    start, end = xs[1] + widths[1] + 5, xs[2] - 5
    ink = theme.outline if quiet else theme.added
    pen.add(Line(((start, middle), (end, middle)), ink, 1.2, of=of))
    pen.add(Line(((end - 3.5, middle - 3.5), (end, middle), (end - 3.5, middle + 3.5)), ink, 1.2, of=of))
    pen.add(Line(((xs[0], top + height - 0.75), (xs[1] - _GAP, top + height - 0.75)), theme.grid, 0.7))
    return height
