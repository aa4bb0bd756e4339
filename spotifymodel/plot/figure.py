"""What every picture function returns: a picture that saves itself, shows itself in a notebook and describes itself.

The picture is held as data (a :class:`Scene`), not as a matplotlib figure. SVG is written from it directly, so that
drawing an SVG takes some 20 ms and loads no matplotlib (0.4 s); a real matplotlib figure is made when somebody asks for
PNG, PDF or :attr:`OrgFigure.figure`. A subclass of matplotlib's ``Figure`` would have to load it always.
"""

from __future__ import annotations

import io
import os
import zlib
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from spotifymodel.errors import UsageError
from spotifymodel.formats.saving import save_bytes
from spotifymodel.plot.scene import Json, Scene

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spotifymodel.plot.auditing import Problem
    from spotifymodel.plot.page.composing import Telling

__all__ = ["OrgFigure"]

_DPI: Final = 150.0
#: A raster with more pixels than this is refused: no screen or printer shows it, and it takes gigabytes to make.
MOST_PIXELS: Final = 100_000_000


class OrgFigure:
    """A finished picture of an organisation.

    Parameters
    ----------
    scene : Scene
        The picture as data.
    telling : callable, optional
        Tells the facts about things in the picture, for the page (see :meth:`to_html`); asked only then.

    Examples
    --------
    >>> from spotifymodel.plot.scene import Scene, Text
    >>> picture = OrgFigure(Scene(72, 36, "Hello", "A greeting.", (Text(10, 20, "Hello", 7),)))
    >>> picture.alt_text, picture.size
    ('A greeting.', (1.0, 0.5))
    >>> picture.svg().startswith("<svg")
    True
    """

    def __init__(self, scene: Scene, telling: Telling | None = None) -> None:
        self.scene = scene
        self._telling = telling

    # -- what it is -----------------------------------------------------------------------------------------------------

    @property
    def size(self) -> tuple[float, float]:
        """Natural width and height in inches."""
        return self.scene.width / 72, self.scene.height / 72

    @property
    def alt_text(self) -> str:
        """What the picture shows, in words."""
        return self.scene.description

    @property
    def layout(self) -> dict[str, Json]:
        """All boxes and texts with their places, as JSON values: what is promised to stay the same across versions."""
        return self.scene.to_json()

    def audit(self) -> tuple[Problem, ...]:
        """Check the picture: nothing overlaps or sticks out, everything is large and dark enough. Empty when sound."""
        from spotifymodel.plot.auditing import audit

        return audit(self.scene)

    # -- in other forms ---------------------------------------------------------------------------------------------------

    def svg(self) -> str:
        """Return the picture as the text of an SVG document."""
        from spotifymodel.plot.svg import render

        return render(self.scene)

    def to_html(self) -> str:
        """Return the picture as a web page of its own, with the facts of whatever one points at, a search box, and keys.

        Returns
        -------
        str
            One HTML document that loads nothing from elsewhere and runs under a policy that forbids everything but itself.

        Notes
        -----
        The page names everybody when pointed at, also where the picture shows dots only.

        Examples
        --------
        >>> import spotifymodel as sm
        >>> page = sm.plot.matrix(sm.example("hypotheek"), language="en", detail="dots").to_html()
        >>> "Anna van den Broek" in page, "http://www.w3.org/2000/svg" in page, "https:" in page
        (True, True, False)
        """
        from spotifymodel.plot.page.composing import page

        return page(self.scene, self._telling)

    @cached_property
    def figure(self) -> Figure:
        """The picture as a matplotlib figure, made on first use; add to it what you like and save that."""
        from spotifymodel.plot.mpl import figure_of

        return figure_of(self.scene)

    # -- saving -----------------------------------------------------------------------------------------------------------

    def savefig(
        self,
        fname: str | os.PathLike[str] | IO[Any],
        *,
        format: str | None = None,  # noqa: A002 - as matplotlib calls it
        dpi: float | None = None,
        bbox_inches: object = None,
        pad_inches: object = None,
    ) -> None:
        """Save as SVG, HTML, PNG, PDF or another format of matplotlib.

        Parameters
        ----------
        fname : path or writable file
            A file is complete or as it was before.
        format : str, optional
            Suffix of ``fname`` unless given; ``svg`` for a file without one.
        dpi : float, default 150
            Pixels per inch of a raster.
        bbox_inches, pad_inches : object
            Accepted for the sake of habit and ignored: the picture has its margins.

        Raises
        ------
        UsageError
            For a format that matplotlib cannot write, or a raster of more than 100 million pixels.
        OutputRefusedError
            When the file cannot be written.

        Notes
        -----
        The same picture gives the same bytes, for one set of matplotlib, FreeType and fonts.
        """
        target = fname if not isinstance(fname, str | os.PathLike) else Path(fname)
        kind = (format or Path(str(getattr(target, "name", target))).suffix[1:] or "svg").lower()
        data = self.encoded(kind, dpi=dpi)
        if not isinstance(target, Path):
            target.write(data.decode() if hasattr(target, "encoding") else data)
            return
        save_bytes(target, data)

    def save(self, path: str | os.PathLike[str], *, dpi: float | None = None) -> None:
        """Save to a file; the suffix names the format. Never leaves a torn file."""
        self.savefig(path, dpi=dpi)

    def encoded(self, kind: str = "svg", *, dpi: float | None = None) -> bytes:
        """Return the file that :meth:`savefig` would write."""
        if kind == "svg":
            return self.svg().encode()
        if kind in ("html", "htm"):
            return self.to_html().encode()
        return self._by_matplotlib(kind, dpi or _DPI)

    def _by_matplotlib(self, kind: str, dpi: float) -> bytes:
        from spotifymodel.plot.mpl import figure_of, formats

        if kind not in formats():
            known = tuple(sorted(("html", *formats())))
            raise UsageError(f"a picture cannot be saved as {kind!r}; known formats: {', '.join(known)}", kind, known)
        pixels = self.size[0] * self.size[1] * dpi * dpi
        if kind in ("png", "jpg", "jpeg", "webp", "tif", "tiff", "raw", "rgba") and pixels > MOST_PIXELS:
            fitting = int((MOST_PIXELS / (self.size[0] * self.size[1])) ** 0.5)
            raise UsageError(
                f"a raster of {pixels / 1e6:.0f} million pixels helps nobody (at most {MOST_PIXELS / 1e6:.0f}): save as SVG or PDF, "
                f"which stay sharp at any size, or with dpi={fitting} or less",
                str(dpi),
            )
        buffer = io.BytesIO()
        # Flat areas and sharp letters: run lengths pack them as tightly as the default search for repeats, in 60 % of the time.
        packing = {"pil_kwargs": {"compress_type": zlib.Z_RLE}} if kind == "png" else {}
        figure_of(self.scene).savefig(buffer, format=kind, dpi=dpi, **packing)
        return buffer.getvalue()

    # -- showing ----------------------------------------------------------------------------------------------------------

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """Show the SVG in a notebook, and its description where pictures are not shown."""
        return {"image/svg+xml": self.svg(), "text/plain": self.alt_text}

    def __repr__(self) -> str:
        width, height = self.size
        return f"<OrgFigure {self.scene.title!r}, {width:.1f} × {height:.1f} inch>"
