"""The signs of a wall, drawn small: a squad's bar and its line, a cut bar, the tribe's bar, a red card, the number of findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spotifymodel.plot.parts.findings_footer import draw_pill
from spotifymodel.plot.parts.legend import Drawn
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.wall.reading import TribeCard
from spotifymodel.words.pictures import phrase

__all__ = ["signs_of"]

_HIGH = 5.5


def signs_of(cards: Sequence[TribeCard], squad_limit: int, tribe_limit: int, cut: int, language: str) -> Iterator[Drawn]:
    """Yield the signs that these cards really carry.

    Parameters
    ----------
    cards : sequence of TribeCard
    squad_limit, tribe_limit : int
        0 where there is none.
    cut : int
        Head count at which bars are cut; 0 where none is.
    language : str
    """
    if any(card.squads for card in cards):
        words = phrase(language, "wall_bars", limit=squad_limit) if squad_limit else phrase(language, "wall_bars_free")
        yield Drawn(words, 19.0, _bars_with_line if squad_limit else _bars)
    if cut:
        yield Drawn(phrase(language, "wall_cut", limit=cut), 6.0, _cut_bar)
    if tribe_limit:
        yield Drawn(phrase(language, "wall_tribe", limit=tribe_limit), 22.0, _tribe)
    over = (card.count > tribe_limit > 0 or any(count > squad_limit > 0 for _, count in card.squads) for card in cards)
    if any(over):
        yield Drawn(phrase(language, "wall_red"), 13.0, _red)
    if any(card.findings for card in cards):
        yield Drawn(phrase(language, "wall_pill"), 11.0, _errors if any(card.errors for card in cards) else _warnings)


def _bars(pen: Pen, x: float, middle: float) -> None:
    for i, high in enumerate((7.0, 9.0, 5.0)):
        pen.box(x + 1.5 + 6 * i, middle + _HIGH - high, 4.4, high, pen.theme.capacity)
    pen.add(Line(((x, middle + _HIGH), (x + 19, middle + _HIGH)), pen.theme.outline, 0.5))


def _bars_with_line(pen: Pen, x: float, middle: float) -> None:
    _bars(pen, x, middle)
    pen.add(Line(((x, middle - 4.5), (x + 19, middle - 4.5)), pen.theme.ink, 0.6, (2.0, 1.5)))


def _cut_bar(pen: Pen, x: float, middle: float) -> None:
    pen.box(x + 0.8, middle - _HIGH, 4.4, 2 * _HIGH, pen.theme.bad)
    pen.box(x + 0.8, middle - _HIGH + 3, 4.4, 1.6, pen.theme.paper)


def _tribe(pen: Pen, x: float, middle: float) -> None:
    pen.box(x, middle - 2, 22, 4, pen.theme.capacity_track)
    pen.box(x, middle - 2, 14, 4, pen.theme.capacity)


def _red(pen: Pen, x: float, middle: float) -> None:
    pen.box(x, middle - 5, 13, 10, pen.theme.bad_tint, pen.theme.bad, radius=2)


def _errors(pen: Pen, x: float, middle: float) -> None:
    draw_pill(pen, x, middle, 11, "3", "error")


def _warnings(pen: Pen, x: float, middle: float) -> None:
    draw_pill(pen, x, middle, 11, "3", "warning")
