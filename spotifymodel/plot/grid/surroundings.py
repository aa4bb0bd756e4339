"""What stands around the grid: its heading, the signs of its legend, and the second line outside the tribe."""

from __future__ import annotations

from spotifymodel.plot.grid.tokens import Tokens, share_sign
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.heading import Heading, Holder, at_most, counted
from spotifymodel.plot.parts.legend import Sign
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Theme
from spotifymodel.words.pictures import phrase

__all__ = ["draw_outsiders", "heading_of", "signs_of"]

_WIDEST_HOLDER = 190.0


def heading_of(view: MatrixView, labels: Labels, theme: Theme, language: str, title: str | None) -> Heading:
    """Return the heading: what it is, how large, who leads, and how full it is."""
    squads, chapters = view.counts
    counts = [("squads", squads), *([("chapters", chapters)] if chapters else [])]
    shape = " × ".join(counted(language, counts))
    people = phrase(language, "people", n=view.count)
    parts = [shape, at_most(language, people, view.limit) if view.limit else people, *filter(None, [view.remark])]
    holders = [_holder("TL", p, view, labels, theme) for p in view.leads]
    if view.leadless and not view.leads:
        holders.append(Holder(phrase(language, "no_TL"), ""))
    holders += [_holder("AC", p, view, labels, theme) for p in view.coaches]
    holders += [_holder("" if i else phrase(language, "support"), p, view, labels, theme) for i, p in enumerate(view.support)]
    if title is None:
        title = phrase(language, "tribe", name=view.name) if view.tribe else phrase(language, "outside")
    return Heading(title, " · ".join(parts), tuple(holders), view.count, view.limit, view.over, f"tribe:{view.tribe}" if view.tribe else "")


def _holder(role: str, person: str, view: MatrixView, labels: Labels, theme: Theme) -> Holder:
    label = labels.fit(person, _WIDEST_HOLDER, theme.legend)
    return Holder(role, label, f"tribe:{view.tribe}/person:{person}", labels.name(person), person in view.vacancies)


def signs_of(view: MatrixView, tokens: Tokens, language: str) -> list[Sign]:
    """Return the signs that this picture really uses."""
    seats = [seat for row in view.rows for cell in row.cells for seat in cell]
    dots = tokens.level == "dots"
    signs = []
    if view.leads:
        signs.append(Sign("badge", "TL", phrase(language, "TL")))
    if view.coaches:
        signs.append(Sign("badge", "AC", phrase(language, "AC")))
    if any(column.leads for column in view.columns):
        signs.append(Sign("framed", "CL", phrase(language, "CL")))
    if any("PO" in seat.roles for seat in seats):
        signs.append(Sign("badge", "PO", phrase(language, "PO")))
    if dots and any(seat.squads > 1 for seat in seats):
        signs.append(Sign("half_dot", "", phrase(language, "half_dot")))
    if not dots:
        signs += _shares(sorted({seat.squads for seat in seats if seat.squads > 1}), language)
    if view.vacancies or any(seat.vacancy for seat in seats):
        signs.append(Sign("dashed_dot" if dots else "dashed_pill", "", phrase(language, "vacancy")))
    if not dots and any(seat.second_line for seat in seats):
        signs.append(Sign("text", "2L", phrase(language, "second_line_seat")))
    return signs


def _shares(counts: list[int], language: str) -> list[Sign]:
    """Return a sign for every fraction that stands in the picture; those without a glyph of their own share one."""
    glyphs = [n for n in counts if len(share_sign(n)) == 1]
    signs = [Sign("text", share_sign(n), phrase(language, "shares", n=n)) for n in glyphs]
    rest = [n for n in counts if n not in glyphs]
    if len(rest) == 1:
        signs.append(Sign("text", share_sign(rest[0]), phrase(language, "shares", n=rest[0])))
    elif rest:
        span = f"{share_sign(rest[0])} – {share_sign(rest[-1])}"
        signs.append(Sign("text", span, phrase(language, "shares_among", least=rest[0], most=rest[-1])))
    return signs


def draw_outsiders(pen: Pen, view: MatrixView, labels: Labels, left: float, right: float, top: float) -> float:
    """Name the second-line people who are linked to squads, outside the grid; return the height."""
    theme = pen.theme
    x, middle = left, top + 7.0
    x += pen.text(x, middle + MIDDLE * theme.legend, phrase(pen.language, "second_line"), theme.legend, fill=theme.muted) + 8
    start = x
    for outsider in view.outsiders:
        of = f"person:{outsider.person}"
        name = labels.fit(outsider.person, min(right - start - 60, _WIDEST_HOLDER) - 10, theme.name)
        pill = text_width(name, theme.name) + 10
        squads = "→ " + ", ".join(outsider.squads)
        if x > start and x + pill + 3 + text_width(squads, theme.name) > right:
            x, middle = start, middle + 16
        pen.box(x, middle - 6.25, pill, 12.5, theme.band, theme.node, radius=3, of=of)
        pen.text(x + 5, middle + MIDDLE * theme.name, name, theme.name, backdrop=theme.band, of=of, stands_for=labels.name(outsider.person))
        x += pill + 3
        lines = wrapped(squads, right - x, theme.name, lines=3)
        for i, line in enumerate(lines):
            pen.text(x, middle + MIDDLE * theme.name + i * 9.6, line, theme.name, fill=theme.muted)
        x += max(text_width(line, theme.name) for line in lines) + 14
        if len(lines) > 1:
            x, middle = right, middle + (len(lines) - 1) * 9.6
    return middle + 9 - top
