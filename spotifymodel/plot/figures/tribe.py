"""Composes the figure of the tribe: squads as rows, chapters as columns, who leads what, and how large both may be."""

from __future__ import annotations

import re
from typing import Final

from spotifymodel.plot.figures.paper import Paper
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.legend import Sign, draw_legend
from spotifymodel.plot.parts.pen import BADGE_HEIGHT
from spotifymodel.plot.scene import Dot, Scene
from spotifymodel.plot.shortening import wrapped
from spotifymodel.whitepaper.agile import reference_figure
from spotifymodel.whitepaper.phrase import Phrase
from spotifymodel.words.paper_figures import phrase
from spotifymodel.words.pictures import phrase as general

__all__ = ["WIDTHS", "tribe_scene"]

#: Without the strip of seats from the fourth on, and with the least columns at the end.
WIDTHS: Final = (640.0, 560.0, 500.0, 440.0, 380.0, 320.0, 270.0, 252.0)
_WITH_SEATS, _CELL, _PITCH, _STRIP = 500.0, 6.2, 7.2, 78.0
_SNUG = 320.0
_PAD, _GAP, _BAR, _HEAD_TOP, _ROW, _BETWEEN, _DOT, _LINE = 14.0, 6.0, 3.2, 44.0, 40.0, 7.0, 4.6, 10.2
#: What stands in the figure for more of the same.
_MORE: Final = "…"


def tribe_scene(paper: Paper, width: float) -> Scene:
    """Return the figure at a width in points."""
    return _Composer(paper, width).scene()


class _Composer:
    """One figure: where rows and columns stand, and its parts from back to front."""

    def __init__(self, paper: Paper, width: float) -> None:
        self.paper, self.width, self.figure = paper, width, reference_figure
        self.pen = paper.pen()
        margin = paper.theme.margin
        self.left, self.right = margin, width - margin
        self.seats = width >= _WITH_SEATS
        self.pad = _PAD if width >= _SNUG else _PAD / 2
        inner = self.right - self.left - 2 * self.pad
        words = (word for squad in self.figure.squads for part in squad.split("-") for word in part.split())
        longest = max(text_width(word + "-", paper.theme.head, True) for word in words)
        self.head = max(min(0.2 * inner, 118.0), longest + 14)
        self.strip = _STRIP if self.seats else self.pad / 2
        count = len(self.figure.chapters)
        self.first = self.left + self.pad + self.head + 8
        self.pitch = (inner - self.head - 8 - self.strip + _GAP) / count
        room = self.pitch - _GAP - 10
        #: Chapters by letter, where their names would break inside a word.
        self.letters = any(text_width(word, paper.theme.head, True) > room for name in self.figure.chapters for word in name.split())
        self.promises = (
            "tribe:tribe",
            *(f"squad:{squad}" for squad in self.figure.squads if squad != _MORE),
            *(f"chapter:{chapter}" for chapter in self.figure.chapters if chapter != _MORE),
        )
        self.lit = paper.highlighted(self.promises[1:])

    def scene(self) -> Scene:
        paper, pen, theme, figure = self.paper, self.pen, self.paper.theme, self.figure
        caption = paper.said(figure.tribe_caption)
        subtitle = f"{paper.said(figure.squad_caption)} · {phrase(paper.language, 'rows')}"
        title, top = paper.headed(pen, self.width, caption, subtitle)
        top += 6
        lead_end = top + self.pad + self._leads(top + self.pad)
        heads = lead_end + 6
        names = [self._head_of(at, chapter) for at, chapter in enumerate(figure.chapters)]
        head_height = _BAR + 6 + max(map(len, names)) * _LINE + BADGE_HEIGHT + 8
        rows = heads + head_height + 3
        squads = [wrapped(squad, self.head - 12, theme.head, True, 3) for squad in figure.squads]
        row = max(_ROW, max(map(len, squads)) * _LINE + BADGE_HEIGHT + 14)
        bottom = rows + len(figure.squads) * (row + _BETWEEN)
        frame, marks = bottom + self.pad, pen.marks
        pen.marks = []
        pen.box(self.left, top, self.right - self.left, frame - top, theme.band, theme.outline, width=1.1, radius=12, of="tribe:tribe")
        self._columns(names, heads, bottom)
        if self.seats:
            self._caption(rows)
        for at, lines in enumerate(squads):
            self._row(figure.squads[at], lines, rows + at * (row + _BETWEEN), row)
        pen.marks += marks
        y = frame + 8
        y += self._key(y)
        height = paper.sourced(pen, self.width, y + 12, "figure")
        told = phrase(paper.language, "alt_tribe", squads=", ".join(figure.squads), chapters=", ".join(figure.chapters))
        words = f"{title}. {paper.said(figure.squad_caption)}. {told}"
        return Scene(self.width, height, title, words, tuple(pen.marks), theme.paper, paper.language, self.promises)

    def _head_of(self, at: int, chapter: str) -> list[str]:
        if self.letters and chapter != _MORE:
            return [chr(ord("A") + at)]
        return wrapped(chapter, self.pitch - _GAP - 10, self.paper.theme.head, True, 3)

    # -- parts --------------------------------------------------------------------------------------------------------------

    def _leads(self, top: float) -> float:
        """Name who leads and who coaches, and draw how large the tribe may be; return the height."""
        theme, pen, x = self.paper.theme, self.pen, self.left + self.pad
        for letters, role in self.figure.legend[:2]:
            x += pen.badge(x, top + BADGE_HEIGHT / 2, letters) + 5
            x += pen.text(x, top + BADGE_HEIGHT / 2 + MIDDLE * theme.legend, role, theme.legend, backdrop=theme.band) + 14
        limit = _number(self.figure.tribe_caption)
        words = general(self.paper.language, "at_most", n=limit)
        end = self.right - self.pad
        room = end - x - text_width(words, theme.legend, True) - 8
        if room >= 60:
            bar = min(room, 150.0)
            pen.text(
                end - bar - 6, top + BADGE_HEIGHT / 2 + MIDDLE * theme.legend, words, theme.legend, bold=True,
                anchor="end", backdrop=theme.band,
            )  # fmt: skip
            pen.box(end - bar, top + BADGE_HEIGHT / 2 - 3, bar, 6, theme.capacity_track, theme.outline, width=0.7, radius=3)
        return BADGE_HEIGHT

    def _columns(self, names: list[list[str]], top: float, bottom: float) -> None:
        theme, pen = self.paper.theme, self.pen
        for at, (chapter, lines) in enumerate(zip(self.figure.chapters, names, strict=True)):
            more, of = chapter == _MORE, "" if chapter == _MORE else f"chapter:{chapter}"
            x, w = self.first + at * self.pitch, self.pitch - _GAP
            quiet = bool(self.lit) and of not in self.lit
            hue = theme.hue(-1 if more or quiet else at)
            pen.box(x, top, w, bottom - top, hue.tint if not more else theme.paper, hue.edge, width=0.9, radius=4,
                    dash=(3.0, 2.2) if more else (), of=of)  # fmt: skip
            if not more:
                pen.box(x, top, w, _BAR, hue.ink, radius=1.5, corners="top", of=of)
            ground = theme.paper if more else hue.tint
            for i, line in enumerate(lines):
                pen.text(x + min(6.0, w / 4), top + _BAR + 13 + i * _LINE, line, theme.head, bold=True,
                         fill=theme.muted if quiet else theme.ink, backdrop=ground, of=of)  # fmt: skip
            last = max(map(len, names))
            indent = min(6.0, (w - pen.badge_width("CL")) / 2)
            pen.badge(x + indent, top + _BAR + 9 + last * _LINE + BADGE_HEIGHT / 2, "CL", hue.ink, of=of)

    def _row(self, squad: str, lines: list[str], top: float, height: float) -> None:
        theme, pen = self.paper.theme, self.pen
        more, of = squad == _MORE, "" if squad == _MORE else f"squad:{squad}"
        left, right = self.left + self.pad, self.right - self.pad
        lit = not self.lit or of in self.lit
        ground = theme.paper if more else theme.row_head
        pen.box(left, top, self.head, height, ground, None, radius=5, corners="left", of=of)
        pen.box(left, top, right - left, height, None, theme.outline, width=0.9, radius=5, dash=(3.0, 2.2) if more else (), of=of)
        block = len(lines) * _LINE + BADGE_HEIGHT + 3
        y = top + (height - block) / 2
        for i, line in enumerate(lines):
            pen.text(left + 8, y + 7.6 + i * _LINE, line, theme.head, bold=True, fill=theme.ink if lit else theme.muted,
                     backdrop=ground, of=of)  # fmt: skip
        pen.badge(left + 8, y + block - BADGE_HEIGHT / 2, "PO", of=of)
        for at, chapter in enumerate(self.figure.chapters):
            open_ = more or chapter == _MORE
            seen = not self.lit or bool({of, f"chapter:{chapter}"} & self.lit)
            hue = theme.hue(at if seen and chapter != _MORE else -1)
            x = self.first + at * self.pitch + (self.pitch - _GAP) / 2
            pen.add(Dot(x, top + height / 2, _DOT, theme.paper if open_ else hue.ink, hue.ink, 1.0, dash=(2.0, 1.5) if open_ else ()))
        if self.seats:
            x = right - self.strip + 8
            for seat in range(_number(self.figure.squad_caption)):
                pen.box(x + seat * _PITCH, top + height / 2 - 4.5, _CELL, 9, theme.paper, theme.outline, width=0.7)

    def _caption(self, bottom: float) -> None:
        """Write over the strip of seats how many there are at most."""
        theme, pen = self.paper.theme, self.pen
        lines = wrapped(self.figure.squad_caption.said(self.paper.language), self.strip - 10, theme.small, lines=4)
        for i, line in enumerate(lines):
            y = bottom - 6 - (len(lines) - 1 - i) * 8.6
            pen.text(self.right - self.pad - self.strip + 8, y, line, theme.small, fill=theme.muted, backdrop=theme.band)

    def _key(self, top: float) -> float:
        """Explain the letters as the figure does, and what the dots stand for."""
        theme, pen = self.paper.theme, self.pen
        chapters = [chapter for chapter in self.figure.chapters if chapter != _MORE] if self.letters else []
        signs = [Sign("text", chr(ord("A") + at), chapter) for at, chapter in enumerate(chapters)]
        signs += [Sign("framed" if letters == "CL" else "badge", letters, role) for letters, role in self.figure.legend]
        height = draw_legend(pen, signs, self.left, self.right, top)
        for i, line in enumerate(wrapped(phrase(self.paper.language, "member"), self.right - self.left - 14, theme.legend, lines=3)):
            if not i:
                pen.add(Dot(self.left + 5, top + height + 7.5, 4.0, theme.muted, theme.muted, 1.0))
            pen.text(self.left + 15, top + height + 7.5 + MIDDLE * theme.legend + i * 9.6, line, theme.legend, fill=theme.muted)
            height += 9.6 if i else 0.0
        return height + 12


def _number(caption: Phrase) -> int:
    """Return the number that a caption names."""
    found = re.search(r"\d+", caption.nl)
    assert found, f"no number in {caption.nl!r}"
    return int(found[0])
