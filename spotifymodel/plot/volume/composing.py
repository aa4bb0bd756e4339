"""Composes a book: the wall of all tribes, then every tribe on its own page or pages, in the order of the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spotifymodel.errors import UsageError
from spotifymodel.plot.framing import Frame
from spotifymodel.plot.grid.choosing import paths_of
from spotifymodel.plot.grid.composing import Detail, Sheet
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.paging import page_remark
from spotifymodel.plot.scene import Scene
from spotifymodel.plot.volume.leaf import FOOT, NOWHERE, Leaf
from spotifymodel.plot.volume.notes import notes_elsewhere, notes_pages
from spotifymodel.plot.volume.spreading import tribe_pages
from spotifymodel.plot.wall.composing import Wall, wall_of
from spotifymodel.words.book import phrase
from spotifymodel.words.pictures import phrase as said

__all__ = ["leaves_of"]

#: Stands for the numbers of pages while the wall is laid out, so that the real ones fit.
_FAR: Final = 9_999


def leaves_of(frame: Frame, detail: Detail) -> tuple[Leaf, ...]:
    """Return the pages of a book.

    Parameters
    ----------
    frame : Frame
        With a page.
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown on the pages of tribes.

    Raises
    ------
    UsageError
        Where no tribe has a squad or somebody in a chapter, or an id to highlight is nowhere in the book.
    FigureTooSmallError
        When a single squad, or a single card of the wall, does not fit a page.

    Notes
    -----
    A tribe without squads and people has a card on the wall and no page. One tribe alone needs no wall.
    """
    assert frame.page is not None
    frame = replace(frame, page=(frame.page[0], frame.page[1] - FOOT))
    views = list(_views(frame))
    if not views:
        raise UsageError(
            "this chart has no squads and nobody in chapters, so there is no book of tribes to draw; "
            "a chart of departments suits the picture units"
        )
    wanted = frame.highlighted({path for view in views for path in (f"tribe:{view.tribe}", *paths_of(view))})
    leaves: list[Leaf] = []
    for view in views:
        # Whoever is highlighted elsewhere leaves this page grey, and whoever highlights a tribe sees it in colour.
        lit = frozenset() if f"tribe:{view.tribe}" in wanted else wanted
        sheet = Sheet(frame.theme, frame.language, None, frame.page, lit)
        leaves += _titled(view, tribe_pages(view, detail, sheet), frame.language)
    elsewhere = notes_elsewhere(frame.org, frame.report, views)
    if any(note.severity != "advice" for note in elsewhere):
        title = phrase(frame.language, "elsewhere")
        pages = notes_pages(title, elsewhere, Sheet(frame.theme, frame.language, None, frame.page))
        leaves += [Leaf(scene, "" if i else title, NOWHERE) for i, scene in enumerate(pages)]
    if len(frame.org.tribes) < 2:
        return tuple(leaves)
    lit = frozenset(f"tribe:{view.tribe}" for view in views if wanted & {f"tribe:{view.tribe}", *paths_of(view)})
    return (*_wall(wall_of(frame, lit), leaves), *leaves)


def _views(frame: Frame) -> Iterator[MatrixView]:
    """Yield the tribes that have something to show, and the squads outside tribes at the end."""
    tribes = [tribe.id for tribe in frame.org.tribes]
    # The squads outside a chart's only tribe stand on the page of that tribe.
    for tribe in tribes if len(tribes) == 1 else [*tribes, ""]:
        view = read_tribe(frame.org, tribe, frame.report, frame.language)
        if view.squads or any(cell for row in view.rows for cell in row.cells):
            yield view


def _titled(view: MatrixView, scenes: Sequence[Scene], language: str) -> list[Leaf]:
    title = view.name if view.tribe else said(language, "outside")
    return [Leaf(scene, "" if i else title, view.tribe) for i, scene in enumerate(scenes)]


def _wall(wall: Wall, leaves: Sequence[Leaf]) -> list[Leaf]:
    """Return the wall on as few pages as it takes, with the numbers of the pages behind it."""
    language = wall.frame.language
    widest = [phrase(language, "outside", page=_FAR)]
    detail, chunks = wall.paged("auto", widest, {card.id: _FAR for card in wall.cards})
    starts: dict[str, int] = {}
    for at, leaf in enumerate(leaves):
        if leaf.tribe is not None:
            starts.setdefault(leaf.tribe, at + len(chunks) + 1)
    beyond = [phrase(language, "outside", page=starts[""])] if "" in starts else []
    found = []
    for i, chunk in enumerate(chunks):
        remarks = [*page_remark(i + 1, len(chunks), language), *beyond]
        scene = wall.page(chunk, detail, remarks, starts)
        found.append(Leaf(scene, "" if i else phrase(language, "wall")))
    return found
