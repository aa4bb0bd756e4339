"""The lowest level of detail: one number per squad and chapter, readable from 9 cm wide."""

from __future__ import annotations

from spotifymodel.plot.grid.alt_text import described
from spotifymodel.plot.grid.promises import promised
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.findings_footer import draw_findings
from spotifymodel.plot.parts.lettering import draw_columned, lettered
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.shortening import distinct_lines, wrapped
from spotifymodel.plot.theme import Theme, contrast, mixed
from spotifymodel.words.pictures import digits, phrase

__all__ = ["counts_scene"]

_WIDTH, _LINE, _CELL_GAP, _HEIGHT = 252.0, 12.6, 2.2, 10.8
_LEAST_CELL, _WIDEST_CELL = 11.5, 42.0
_MARGIN = 9.0


def counts_scene(
    view: MatrixView, labels: Labels, theme: Theme, language: str, title: str | None = None, page: tuple[float, float] | None = None
) -> Scene:
    """Compose the picture of counts.

    Parameters
    ----------
    page : tuple of float, optional
        Page to stay within; the natural width is 252 points (89 mm), more where there are many chapters.
    """
    pen = Pen(theme, language)
    columns = view.columns
    total = max((text_width(digits(row.count, language), theme.legend, True) for row in view.rows), default=8.0) + 4
    flags = max((text_width(phrase(language, "no_PO"), theme.smallest, True) + 4 for row in view.rows if row.ownerless), default=0.0)
    most = max((len(cell) for row in view.rows for cell in row.cells), default=1)
    least = max(_LEAST_CELL, text_width(digits(most, language), theme.legend) + 4)
    names = max((text_width(row.name, theme.legend, True) for row in view.rows), default=0.0)
    width = max(_WIDTH, min(page[0], 430.0) if page else 0.0)
    if page and page[0] < _WIDTH:
        width = max(page[0], 2 * _MARGIN + 40 + len(columns) * (least + _CELL_GAP) + flags + total)
    width = max(width, 2 * _MARGIN + 60 + len(columns) * (least + _CELL_GAP) + flags + total)
    room = width - 2 * _MARGIN - flags - total - 4
    head = min(names + 7, max(room - len(columns) * (least + _CELL_GAP), 40.0), room * 0.62)
    cell = min((room - head) / max(len(columns), 1) - _CELL_GAP, _WIDEST_CELL if len(columns) > 1 else 4 * _WIDEST_CELL)
    left, right = _MARGIN, width - _MARGIN
    heading = title if title is not None else phrase(language, "tribe", name=view.name) if view.tribe else phrase(language, "outside")
    y = _MARGIN + 9
    for line in wrapped(heading, right - left, 10.5, True, 2) if heading else ():
        pen.text(left, y, line, 10.5, bold=True, stands_for=heading)
        y += 12.5
    squads, chapters = view.counts
    parts = [phrase(language, "squads", n=squads)] + ([phrase(language, "chapters", n=chapters)] if chapters else [])
    size = f"{digits(view.count, language)} / {digits(view.limit, language)}" if view.limit else phrase(language, "people", n=view.count)
    shape = f"{' × '.join(parts)} · {size}"
    for line in wrapped(shape, right - left, theme.name, lines=2):
        pen.text(left, y, line, theme.name, fill=theme.bad if view.over else theme.muted, bold=view.over)
        y += 9
    y += 8
    letters = not all(text_width(column.name, theme.small, True) <= cell + 1 for column in columns)
    for c, column in enumerate(columns):
        x = left + head + c * (cell + _CELL_GAP)
        word = lettered(c) if letters else column.name
        pen.centred(x + cell / 2, y, word, theme.small, bold=True, of=f"chapter:{column.chapter}")
        hue = theme.hue(column.hue)
        if hue.hollow:
            for step in range(max(int(cell // 4), 1)):
                pen.box(x + step * 4, y + 4.6, 2.4, 1.8, hue.ink, of=f"chapter:{column.chapter}")
        else:
            pen.box(x, y + 4.6, cell, 1.8, hue.ink, of=f"chapter:{column.chapter}")
    y += 9.4
    titles = [lines[0] for lines in distinct_lines([row.name for row in view.rows], head - 4, theme.legend, True, 1)]
    for r, row in enumerate(view.rows):
        middle, of = y + _HEIGHT / 2, view.place(row)
        ink = theme.bad if row.bad else theme.muted if row.bench else theme.ink
        name = titles[r]
        pen.text(left, middle + MIDDLE * theme.legend, name, theme.legend, bold=True, fill=ink, of=of, stands_for=row.name)
        for c, (column, seats) in enumerate(zip(columns, row.cells, strict=True)):
            x = left + head + c * (cell + _CELL_GAP)
            ground = mixed(theme.hue(column.hue).ink, theme.paper, 0.12 + 0.36 * len(seats) / max(most, 4)) if seats else theme.band
            pen.box(x, y, cell, _HEIGHT, ground, radius=1.4, of=of)
            if seats:
                dark = theme.ink if contrast(theme.ink, ground) >= 4.5 else theme.paper
                pen.centred(x + cell / 2, middle, digits(len(seats), language), theme.legend, fill=dark, backdrop=ground, of=of)
        x = left + head + len(columns) * (cell + _CELL_GAP) + 2
        if row.ownerless:
            pen.text(
                right - total,
                middle + MIDDLE * theme.smallest,
                phrase(language, "no_PO"),
                theme.smallest,
                bold=True,
                fill=theme.bad,
                anchor="end",
                of=of,
            )
        pen.text(right, middle + MIDDLE * theme.legend, digits(row.count, language), theme.legend, bold=True, fill=ink, anchor="end", of=of)
        y += _LINE
    y += 5
    if letters:
        named = [(f"chapter:{column.chapter}", column.name) for column in columns]
        y += draw_columned(pen, named, left, right, y, 2 if right - left >= 200 else 1) + 2
    if view.notes:
        y += draw_findings(pen, view.notes, left, right, y + 4) + 4
    return Scene(
        width,
        y + _MARGIN - 2,
        heading or shape,
        described(view, labels, language, named=False),
        tuple(pen.marks),
        theme.paper,
        language,
        promised(view),
    )
