"""Spreads a tribe over as many pages as it takes, at the highest level of detail at which every squad fits a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final, TypeAlias

from spotifymodel.errors import FigureTooSmallError
from spotifymodel.plot.grid.composing import Detail, Sheet, compose
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.volume.notes import notes_pages
from spotifymodel.plot.volume.parting import Span, part_of, weight
from spotifymodel.words.pictures import phrase as said

__all__ = ["tribe_pages"]

_LEVELS: Final[tuple[Detail, ...]] = ("names", "initials", "dots", "counts")
#: Chapters are shared out over at most so many pages beside each other; a squad on more pages is lost from sight.
_MOST_BESIDE: Final[dict[Detail, int]] = {"names": 3, "initials": 1, "dots": 1, "counts": 12}

#: Where the search for the first page's number of squads begins; later pages begin at that of the page before.
_GUESS: Final = 24
_MOST_TRIED: Final = 120

Beside: TypeAlias = tuple[Scene, ...]
"""Pages that lie beside each other: the same squads, other chapters."""


def tribe_pages(view: MatrixView, detail: Detail, sheet: Sheet) -> tuple[Scene, ...]:
    """Return the pages of a tribe, each no larger than the page of the sheet.

    Parameters
    ----------
    view : MatrixView
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown; ``auto`` tries each in this order.
    sheet : Sheet
        With a page.

    Raises
    ------
    FigureTooSmallError
        When a single squad does not fit a page at the lowest level that was allowed.

    Notes
    -----
    Squads that do not fit one page go on on the next; chapters that do not fit beside each other go on on a page to be laid
    at the right of it. Where findings take too much room beside the squads they get pages of their own behind them.
    """
    bare = replace(view, notes=())
    levels: Sequence[Detail] = _LEVELS if detail == "auto" else (detail,)
    for level in levels:
        for beside in range(1, _MOST_BESIDE[level] + 1 if detail == "auto" else 13):
            if beside > max(len(view.columns), 1):
                break
            columns = _evenly([1.0] * len(view.columns), beside)
            # What is too wide for one squad is too wide for all, and one squad is soon laid out.
            if _fitting(bare, (0, min(1, len(view.rows))), columns, level, sheet) is None:
                continue
            found = _spread(view, columns, level, sheet)
            if found:
                return found
            found = _spread(bare, columns, level, sheet) if view.notes else ()
            if found:
                title = said(sheet.language, "tribe", name=view.name) if view.tribe else said(sheet.language, "outside")
                return (*found, *notes_pages(title, view.notes, sheet))
    # Nothing fits, not even one squad: this says how large the page must be for that.
    least = part_of(bare, (0, min(1, len(view.rows))), (0, len(view.columns)), sheet.language)
    return (compose(least, levels[-1], sheet),)


def _spread(view: MatrixView, columns: Sequence[Span], level: Detail, sheet: Sheet) -> tuple[Scene, ...]:
    """Return the pages at a level of detail; none where a squad does not fit a page."""
    count = len(view.rows)
    # Hundreds of squads are on several pages in any case; laying all of them out only to see that takes seconds.
    whole = _fitting(view, (0, count), columns, level, sheet) if count <= _MOST_TRIED else None
    if whole is not None or count < 2:
        return whole or ()
    start, guess = 0, min(count, _GUESS)
    sets: list[Beside] = []
    while start < count:
        found = _fullest(view, start, guess, columns, level, sheet)
        if found is None:
            return ()
        pages, end = found
        guess, start = end - start, end
        sets.append(pages)
    # Pages that are equally full read better than full ones and a last one with a single squad.
    even = [_fitting(view, rows, columns, level, sheet) for rows in _evenly([weight(row) for row in view.rows], len(sets))]
    kept = [pages for pages in even if pages is not None]
    return tuple(chain.from_iterable(kept if len(kept) == len(sets) else sets))


def _fullest(view: MatrixView, start: int, guess: int, columns: Sequence[Span], level: Detail, sheet: Sheet) -> tuple[Beside, int] | None:
    """Return the pages that begin at a row and hold as many as they can, and where the next ones begin."""
    best: tuple[Beside, int] | None = None
    low, high = start, len(view.rows) + 1
    # A page holds about as much as the one before it, so the search begins there.
    end = min(start + guess, len(view.rows))
    while high - low > 1:
        pages = _fitting(view, (start, end), columns, level, sheet)
        if pages is None:
            high = end
        else:
            best, low = (pages, end), end
        end = min((low + high) // 2, low + 1 + (low - start) // 4) if best else (low + high) // 2
    return best


def _fitting(view: MatrixView, rows: Span, columns: Sequence[Span], level: Detail, sheet: Sheet) -> Beside | None:
    """Return the pages with these rows, one for each span of columns; nothing where one does not fit."""
    try:
        return tuple(compose(part_of(view, rows, span, sheet.language), level, sheet) for span in columns)
    except FigureTooSmallError:
        return None


def _evenly(weights: Sequence[float], count: int) -> list[Span]:
    """Share things out over so many parts, each with about the same weight and none empty; in order."""
    return list(pairwise([0, *_cuts(weights, count), len(weights)]))


def _cuts(weights: Sequence[float], count: int) -> Iterator[int]:
    share, used, cut = sum(weights) / count, 0.0, 0
    for at, one in enumerate(weights):
        left = len(weights) - at
        due = used + one / 2 > share * (cut + 1) or left == count - cut - 1
        if at and cut < count - 1 and due:
            cut += 1
            yield at
        used += one
