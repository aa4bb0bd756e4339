"""The book: the wall of all tribes, then a page or more for every tribe, as one PDF to print or leaf through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spotifymodel.checking.report import Report
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.framing import frame_of, require_detail
from spotifymodel.plot.grid.composing import DETAILS, Detail
from spotifymodel.plot.scene import Box, Region, Scene
from spotifymodel.plot.sheets import Size
from spotifymodel.plot.theme import Theme
from spotifymodel.plot.volume.binding import Bookmark, Link
from spotifymodel.plot.volume.composing import leaves_of
from spotifymodel.plot.volume.leaf import Leaf, numbered
from spotifymodel.plot.volume.org_book import OrgBook
from spotifymodel.words.book import phrase

__all__ = ["book"]


def book(
    org: Org,
    *,
    detail: Detail = "auto",
    language: str | None = None,
    theme: Theme | None = None,
    highlight: str | Iterable[str] | None = None,
    title: str | None = None,
    report: Report | None = None,
    size: Size = "a3",
) -> OrgBook:
    """Draw all tribes of an organisation as a book: their wall first, then each as a matrix with its findings.

    Parameters
    ----------
    org : Org
    detail : {"auto", "names", "initials", "dots", "counts"}
        How people are shown. ``auto``: names, on as many pages as that takes, and less only for a tribe of which a single
        squad does not fit a page with names.
    language : {"en", "nl"}, optional
        Language of the book's own words; otherwise that of the chart.
    theme : Theme, optional
        Colours and sizes.
    highlight : str or iterable of str, optional
        Ids of tribes, squads, chapters or people that keep their colour on every page.
    title : str, optional
        Instead of the organisation's name.
    report : Report, optional
        Findings to show; otherwise the chart is checked under its own profile.
    size : {"a3", "a4", "slide"} or (width, height), default "a3"
        Size of every page, in inches.

    Returns
    -------
    OrgBook
        ``save("book.pdf")``, ``save_pages``, ``pages``, ``outline``, ``audit``.

    Raises
    ------
    UsageError
        Without squads and people in chapters, or for an unknown argument.
    FigureTooSmallError
        For pages on which a single squad does not fit.

    Notes
    -----
    In the PDF every tribe has a bookmark, its card on the wall leads to its page, and the foot of a page leads back to the
    wall. A tribe that does not fit a page goes on on the next, with the same columns.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> made = sm.plot.book(sm.example("hypotheek"), language="en")
    >>> made, made.audit()
    (<OrgBook 'Polderbank', 1 pages of 16.5 × 11.7 inch>, ())
    """
    require_detail(detail, DETAILS)
    frame = frame_of(org, report=report, language=language, theme=theme, highlight=highlight, title=title, size=size)
    if frame.page is None:
        raise UsageError("a book has pages of one size: a3, a4, slide or (width, height) in inches")
    leaves = leaves_of(frame, detail)
    name = frame.titled(phrase(frame.language, "book"))
    scenes = [numbered(leaf, at, len(leaves), name, frame.page, frame.theme) for at, leaf in enumerate(leaves, 1)]
    outline = [Bookmark(leaf.title, at) for at, leaf in enumerate(leaves) if leaf.title]
    return OrgBook(scenes, name, outline, _links(leaves, scenes), frame.telling)


def _links(leaves: Sequence[Leaf], scenes: Sequence[Scene]) -> list[Link]:
    """Lead from every card of the wall to the tribe's first page, and from the foot of that page back to the card."""
    first: dict[str, int] = {}
    for at, leaf in enumerate(leaves):
        if leaf.tribe is not None:
            first.setdefault(leaf.tribe, at)
    found, origin = [], {}
    for at, (leaf, scene) in enumerate(zip(leaves, scenes, strict=True)):
        if leaf.tribe is not None:
            continue
        for path, region in _cards(scene).items():
            tribe = path.partition(":")[2]
            origin[tribe] = at
            if tribe in first:
                found.append(Link(at, region, first[tribe]))
    for at, (leaf, scene) in enumerate(zip(leaves, scenes, strict=True)):
        if leaf.tribe in origin:
            # The last two texts of a page are its foot: the book's name, and the number.
            found.append(Link(at, scene.texts[-2].region, origin[leaf.tribe]))
    return found


def _cards(scene: Scene) -> dict[str, Region]:
    """Return the frame of every card of a wall: the first box that stands for a tribe."""
    frames: dict[str, Region] = {}
    for mark in scene.marks:
        if isinstance(mark, Box) and mark.of.startswith("tribe:"):
            frames.setdefault(mark.of, mark.region)
    return frames
