"""Draws one unit as a box: name and head count, manager, a dot per person, job titles with counts."""

from __future__ import annotations

from typing import Final

from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.shortening import shortened
from spotifymodel.plot.silos.reading import UnitCard
from spotifymodel.words.pictures import digits, phrase

__all__ = ["draw_unit", "unit_height"]

_HEAD, _LINE, _PITCH, _R, _PAD = 15.0, 9.2, 10.0, 3.9, 5.0
#: Job titles listed in a box; the rest is counted.
_TITLES: Final = 6


def _rows(card: UnitCard, width: float) -> tuple[int, int]:
    """Return how many dots stand in a row, and how many rows there are."""
    across = max(1, int((width - 8) // _PITCH))
    return across, -(-len(card.people) // across)


def _lines(card: UnitCard) -> int:
    return min(len(card.titles), _TITLES) + (len(card.titles) > _TITLES)


def unit_height(card: UnitCard, width: float) -> float:
    """Return how high the box of a unit is."""
    rows, lines = _rows(card, width)[1], _lines(card)
    return _HEAD + (11 if card.managers else 0) + (rows * _PITCH + 4 if rows else 0) + (lines * _LINE + 4 if lines else 0) + 2


def draw_unit(pen: Pen, card: UnitCard, x: float, y: float, width: float, wanted: frozenset[str]) -> None:
    """Draw a unit with its left top at a point; where some are ``wanted``, everybody else is grey."""
    theme, of = pen.theme, f"unit:{card.id}"
    pen.box(x, y, width, unit_height(card, width), theme.paper, theme.frame, radius=3, of=of)
    pen.box(x, y, width, _HEAD, theme.row_head, theme.frame, radius=3, corners="top", of=of)
    number = digits(len(card.people), pen.language)
    used = pen.text(x + width - _PAD, y + 10.5, number, theme.name, bold=True, anchor="end", backdrop=theme.row_head, of=of)
    label = shortened(card.name, width - 16 - used, theme.name, True)
    pen.text(x + _PAD, y + 10.5, label, theme.name, bold=True, backdrop=theme.row_head, of=of, stands_for=card.name)
    y += _HEAD
    if card.managers:
        words = phrase(pen.language, "unit_manager", who=", ".join(card.managers))
        pen.text(x + _PAD, y + 9, shortened(words, width - 2 * _PAD, theme.small), theme.small, of=of, stands_for=words)
        y += 11
    across, rows = _rows(card, width)
    for i, person in enumerate(card.people):
        path = f"person:{person.id}"
        quiet = bool(wanted) and not wanted & {of, path}
        ink = theme.outline if quiet else theme.ink if person.id in card.bosses else theme.palette[0]
        where = x + 9 + i % across * _PITCH, y + 7 + i // across * _PITCH
        pen.add(Dot(*where, _R, theme.paper if person.vacancy else ink, ink, 0.8, of=f"{of}/{path}"))
    y += rows * _PITCH + 4 if rows else 0
    for title, count in card.titles[:_TITLES]:
        room = width - 2 * _PAD - 6
        taken = pen.text(x + width - _PAD, y + 7, digits(count, pen.language), theme.small, fill=theme.muted, anchor="end", of=of)
        line = shortened(title, room - taken, theme.small)
        pen.text(x + _PAD, y + 7, line, theme.small, fill=theme.muted, of=of, stands_for=title)
        y += _LINE
    if len(card.titles) > _TITLES:
        more = phrase(pen.language, "more_titles", n=len(card.titles) - _TITLES)
        pen.text(x + _PAD, y + 7, more, theme.small, fill=theme.muted, of=of)
