"""Composes before and after: the same dots twice, coloured by the chapter to come, on a sheet of a good shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from spotifymodel.plot.change.blocks import LineBlock, TribeBlock
from spotifymodel.plot.change.futures import Futures
from spotifymodel.plot.change.line import Silo
from spotifymodel.plot.change.sides import Side
from spotifymodel.plot.flow.composing import FlowSheet
from spotifymodel.plot.flow.crosstab import crosstab_scenes
from spotifymodel.plot.framing import headed
from spotifymodel.plot.grid.columns import page_cost
from spotifymodel.plot.grid.surroundings import signs_of
from spotifymodel.plot.grid.tokens import DOTS, INITIALS, NAMES, Dots, Tokens
from spotifymodel.plot.grid.view import Seat
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.legend import Sign, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.parts.shelves import Block, Shelves, height_of, paint_shelves, shared_out, width_of
from spotifymodel.plot.scene import Box, Line, Mark, Scene
from spotifymodel.plot.sheets import first_fitting
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import Hue, Theme
from spotifymodel.words.changing import phrase

__all__ = ["Pair", "compose"]

#: White between the halves, height of their names, least width of a half, and height of heading and key.
_BETWEEN, _TAG, _LEAST, _AROUND = 44.0, 18.0, 120.0, 130.0
#: A sheet of the proportion to fill where none was asked for, wider than paper because the halves are to be seen side by side.
_SHEET: Final = (1191.0, 750.0)
#: More squads than this, of both sides together, are counted unless asked for otherwise: no sheet holds all their people.
_MOST_SQUADS: Final = 320
_STEPS: Final[dict[str, tuple[Tokens, ...]]] = {
    "names": (NAMES,),
    "initials": (INITIALS,),
    "dots": (DOTS, Dots(pad=4.0, leads="initials", tight=True)),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides, and how the picture is asked for.

    Parameters
    ----------
    highlight : frozenset of str
        Paths that keep their colour; all do where it is empty.
    title, subtitle, described : str
    counted : FlowSheet
        The same change in numbers.
    """

    before: Side
    after: Side
    futures: Futures
    theme: Theme
    language: str
    title: str
    subtitle: str
    described: str
    counted: FlowSheet
    highlight: frozenset[str] = frozenset()
    page: tuple[float, float] | None = None


def compose(pair: Pair, detail: str) -> Scene:
    """Return the picture at a level of detail, or at the highest that fits the page.

    Raises
    ------
    FigureTooSmallError
        Where not even the lowest level that was allowed fits.
    """
    return first_fitting(_attempts(pair, detail), pair.page)


def _attempts(pair: Pair, detail: str) -> Iterator[Scene]:
    """Yield the picture with ever less detail, as far as that was allowed."""
    squads = sum(len(view.squads) for side in (pair.before, pair.after) for view in side.views)
    level = detail if detail != "auto" else "dots" if squads <= _MOST_SQUADS else "counts"
    for tokens in _STEPS.get(level, ()) if pair.page else _STEPS.get(level, ())[:1]:
        yield _drawn(pair, tokens)
    if level == "counts" or (detail == "auto" and pair.page):
        yield from crosstab_scenes(pair.counted, beside=True)


def _drawn(pair: Pair, tokens: Tokens) -> Scene:
    theme, language = pair.theme, pair.language
    labels = Labels({**pair.before.people, **pair.after.people})
    halves = _best(pair, tokens, labels)
    widths = [_width(half) for half in halves]
    pen = Pen(theme, language)
    width = max(sum(widths) + _BETWEEN, 320.0) + 2 * theme.margin
    top = headed(pen, width, pair.title, pair.subtitle)
    x, bottom = theme.margin, top
    for half, wide, name, first in zip(halves, widths, ("now", "then"), (True, False), strict=True):
        own = Pen(theme, language)
        own.text(x, top + 6, phrase(language, name), theme.head, bold=True, fill=theme.muted)
        own.add(Line(((x, top + 11), (x + wide, top + 11)), theme.grid, 0.8))
        bottom = max(bottom, _painted(own, half, x, top + _TAG + 4))
        pen.marks += [_before(mark) for mark in own.marks] if first else own.marks
        x += wide + _BETWEEN
    bottom = _explained(pen, pair, tokens, width, bottom + 4)
    promises = tuple(dict.fromkeys(_promised(pair)))
    words = f"{pair.title}. {pair.subtitle}. {pair.described}"
    return Scene(width, bottom + theme.margin - 6, pair.title, words, tuple(pen.marks), theme.paper, language, promises)


def _before(mark: Mark) -> Mark:
    """Say of a mark that it stands for something as it was; a bar of then has a scale of its own."""
    if isinstance(mark, Box) and mark.scale:
        return replace(mark, of=f"before/{mark.of}", scale=f"{mark.scale} before")
    return replace(mark, of=f"before/{mark.of}") if mark.of else mark


def _best(pair: Pair, tokens: Tokens, labels: Labels) -> tuple[Shelves, Shelves]:
    """Return both halves as columns of blocks, in the numbers of columns that suit the page best."""
    left, right = _halves(pair, pair.before, tokens, labels, now=True), _halves(pair, pair.after, tokens, labels, now=False)
    page = pair.page or _SHEET

    def cost(halves: tuple[Shelves, Shelves]) -> float:
        width, height = sum(map(_width, halves)) + _BETWEEN + 2 * pair.theme.margin, max(map(height_of, halves)) + _AROUND
        return page_cost(width, height, page, must_fit=pair.page is not None)

    return min(product(left, right), key=cost)


def _halves(pair: Pair, side: Side, tokens: Tokens, labels: Labels, *, now: bool) -> list[Shelves]:
    """Return the ways to set one side."""
    tribes: list[Block] = [TribeBlock(v, tokens, labels, pair.theme, pair.language, pair.highlight) for v in side.views]
    found: list[Shelves] = []
    widest = max(1, min(8, len(side.silos)))
    for across in range(1, widest + 1) if side.silos else (0,):
        line: list[Block] = [LineBlock(side.silos, tokens, labels, pair.theme, across, _hue(pair, now=now))] if across else []
        blocks = line + tribes if now else tribes + line
        found += [shared_out(blocks, columns) for columns in range(1, max(len(blocks), 1) + 1)]
    return found


def _hue(pair: Pair, *, now: bool) -> Callable[[Silo, Seat], Hue]:
    """Return a function that tells the colours of a token in the line; grey where something else is highlighted."""
    theme = pair.theme

    def colours(silo: Silo, seat: Seat) -> Hue:
        mine = {f"person:{seat.person}", silo.path} | pair.futures.places(seat.person)
        if pair.highlight and pair.highlight.isdisjoint(mine):
            return Hue(theme.outline, theme.band, theme.frame)
        return pair.futures.hue(seat.person, theme) if now else Hue(theme.node, theme.paper, theme.frame, hollow=True)

    return colours


def _width(half: Shelves) -> float:
    return max(width_of(half), _LEAST)


def _painted(pen: Pen, half: Shelves, x: float, top: float) -> float:
    """Paint one side; return where it ends."""
    if any(half):
        return paint_shelves(pen, half, x, top)
    pen.text(x, top + 8, phrase(pen.language, "empty_side"), pen.theme.name, fill=pen.theme.muted)
    return top + 14


def _explained(pen: Pen, pair: Pair, tokens: Tokens, width: float, y: float) -> float:
    """Explain the signs that were used; return where that ends."""
    theme, language = pair.theme, pair.language
    signs: dict[Sign, None] = {}
    for side in (pair.before, pair.after):
        for view in side.views:
            signs.update(dict.fromkeys(sign for sign in signs_of(view, tokens, language) if sign.kind not in ("dashed_dot", "dashed_pill")))
    left, right = theme.margin, width - theme.margin
    y += draw_legend(pen, list(signs), left, right, y)
    seats = [(True, s) for silo in pair.before.silos for s in silo.seats] + [(False, s) for silo in pair.after.silos for s in silo.seats]
    keys = ["dots_colour"] if any(now for now, _ in seats) and pair.futures.hues else []
    keys += ["dots_open"] if any(_open(pair, seat, now) for now, seat in seats) else []
    keys += (
        ["dots_dark"]
        if any(
            now and pair.futures.hue(s.person, theme).ink == theme.node and not _open(pair, s, now) and not s.vacancy for now, s in seats
        )
        else []
    )
    keys += ["dots_dashed"] if _dashed(pair) else []
    for line in wrapped("; ".join(phrase(language, key) for key in keys), right - left, theme.legend, lines=3) if keys else ():
        y += 10
        pen.text(left, y + 2, line, theme.legend, fill=theme.muted)
    return y + 10


def _open(pair: Pair, seat: Seat, now: bool) -> bool:
    return not now or (pair.futures.hue(seat.person, pair.theme).hollow and not seat.vacancy)


def _dashed(pair: Pair) -> bool:
    sides = (pair.before, pair.after)
    return any(s.vacancy for side in sides for silo in side.silos for s in silo.seats) or any(v.vacancies for s in sides for v in s.views)


def _promised(pair: Pair) -> Iterator[str]:
    """Yield whom and what must be seen on each side."""
    for side, by in ((pair.before, "before/"), (pair.after, "")):
        for silo in side.silos:
            yield from (f"{by}{silo.path}/person:{seat.person}" for seat in silo.seats)
            yield f"{by}{silo.path}"
        for view in side.views:
            yield from (f"{by}squad:{row.squad}" for row in view.squads)
            for row in view.rows:
                place = view.place(row)
                yield from (f"{by}{place}/person:{seat.person}" for cell in row.cells for seat in cell)
