"""What the picture ``book`` returns: pages that save themselves as one PDF, show the first in a notebook and are audited together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from spotifymodel.errors import OutputRefusedError, UsageError
from spotifymodel.formats.saving import save_bytes
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.scene import Json, Scene
from spotifymodel.plot.volume.binding import Bookmark, Link, bound
from spotifymodel.words.book import phrase

if TYPE_CHECKING:
    from spotifymodel.plot.auditing import Problem
    from spotifymodel.plot.page.composing import Telling

__all__ = ["OrgBook"]

#: Titles that the description names.
_MOST = 12


class OrgBook:
    """Pictures of one organisation, as the pages of a book.

    Parameters
    ----------
    scenes : sequence of Scene
        Finished pages.
    title : str
        Name of the book.
    outline : sequence of Bookmark
        Which page begins what; at least one.
    links : sequence of Link
        Areas that lead to other pages.
    telling : callable, optional
        Tells the facts about things in the book, for the web page (see :meth:`to_html`); asked only then.

    Examples
    --------
    >>> from spotifymodel.plot.scene import Scene, Text
    >>> page = Scene(72, 36, "Hello", "A greeting.", (Text(10, 20, "Hello", 7),))
    >>> book = OrgBook([page, page], "Greetings", [Bookmark("Hello", 0)])
    >>> len(book.pages), book.alt_text, book.audit()
    (2, 'A book of 2 pages: Hello.', ())
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        title: str,
        outline: Sequence[Bookmark],
        links: Sequence[Link] = (),
        telling: Telling | None = None,
    ) -> None:
        self.pages: tuple[OrgFigure, ...] = tuple(OrgFigure(scene, telling) for scene in scenes)
        self._telling = telling
        self.title = title
        self.outline: tuple[Bookmark, ...] = tuple(outline)
        self.links: tuple[Link, ...] = tuple(links)

    # -- what it is -----------------------------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page in inches."""
        return self.pages[0].size

    @property
    def language(self) -> str:
        """Language of the book's own words."""
        return self.pages[0].scene.language

    @property
    def alt_text(self) -> str:
        """What is in the book, in words; every page describes itself in full."""
        titles = [entry.title for entry in self.outline[:_MOST]]
        if len(self.outline) > _MOST:
            titles.append(phrase(self.language, "and_more", n=len(self.outline) - _MOST))
        return phrase(self.language, "alt", n=len(self.pages), titles=", ".join(titles))

    @property
    def layout(self) -> list[dict[str, Json]]:
        """All boxes and texts of every page, as JSON values."""
        return [page.layout for page in self.pages]

    def audit(self) -> tuple[Problem, ...]:
        """Check every page as a picture is checked; a message begins with the page it is about."""
        return tuple(
            replace(problem, message=f"page {number}: {problem.message}")
            for number, page in enumerate(self.pages, 1)
            for problem in page.audit()
        )

    def to_html(self) -> str:
        """Return the book as one web page, its pages below each other, with a search box over all of them."""
        from spotifymodel.plot.page.composing import page
        from spotifymodel.plot.volume.stacking import stacked

        return page(stacked([page.scene for page in self.pages], self.title, self.alt_text), self._telling)

    # -- saving -----------------------------------------------------------------------------------------------------------

    def savefig(self, fname: str | os.PathLike[str] | IO[Any], *, format: str | None = None) -> None:  # noqa: A002 - as matplotlib calls it
        """Save as one PDF with bookmarks and links, or as one web page.

        Parameters
        ----------
        fname : path or writable binary file
            A file is complete or as it was before.
        format : str, optional
            Suffix of ``fname`` unless given; ``pdf`` for a file without one.

        Raises
        ------
        UsageError
            For any format but PDF and HTML, which alone hold pages.
        OutputRefusedError
            When the file cannot be written.

        Notes
        -----
        The same book gives the same bytes, for one set of matplotlib, FreeType and fonts.
        """
        target = fname if not isinstance(fname, str | os.PathLike) else Path(fname)
        data = self.encoded((format or Path(str(getattr(target, "name", target))).suffix[1:] or "pdf").lower())
        if isinstance(target, Path):
            save_bytes(target, data)
        else:
            target.write(data)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save to a PDF or HTML file; the suffix names the format. Never leaves a torn file."""
        self.savefig(path)

    def encoded(self, kind: str = "pdf") -> bytes:
        """Return the file that :meth:`savefig` would write."""
        if kind == "html":
            return self.to_html().encode()
        if kind != "pdf":
            raise UsageError(
                f"a book has pages ({len(self.pages)} here), and only PDF and HTML hold pages, not {kind!r}: give a name that ends in "
                f".pdf or .html. Pages one by one: book.save_pages(folder, {kind!r}) in Python",
                kind,
                ("pdf", "html"),
            )
        from spotifymodel.plot.volume.printing import printed

        return bound(printed((page.scene for page in self.pages), self.title, self.alt_text), self.outline, self.links, self.language)

    def save_pages(self, folder: str | os.PathLike[str], format: str = "svg", *, dpi: float | None = None) -> tuple[Path, ...]:  # noqa: A002
        """Save every page as a picture of its own, ``page-01.svg`` and on; return their paths.

        Parameters
        ----------
        folder : path
            Made where it does not exist.
        format : str, default "svg"
            ``svg``, ``png``, ``pdf`` or another format of matplotlib.
        dpi : float, default 150
            Pixels per inch of a raster.
        """
        place = Path(folder)
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError as err:
            raise OutputRefusedError(str(folder), f"no folder can be made here ({err.strerror})") from err
        width = max(2, len(str(len(self.pages))))
        paths = tuple(place / f"page-{number:0{width}}.{format}" for number in range(1, len(self.pages) + 1))
        for path, page in zip(paths, self.pages, strict=True):
            page.save(path, dpi=dpi)
        return paths

    # -- showing ----------------------------------------------------------------------------------------------------------

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show the first page in a notebook, and what is in the book where pictures are not shown."""
        return {"image/svg+xml": self.pages[0].svg(), "text/plain": self.alt_text}

    def __len__(self) -> int:
        return len(self.pages)

    def __repr__(self) -> str:
        width, height = self.size
        return f"<OrgBook {self.title!r}, {len(self.pages)} pages of {width:.1f} × {height:.1f} inch>"
