"""Draws a scene with matplotlib, for PNG, PDF and figures of the user's own.

One unit of data is one point and y points down. ``pyplot`` is never imported and no global setting changes.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any, Final

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from spotifymodel.plot.mpl_letters import Letters
from spotifymodel.plot.mpl_shapes import shapes
from spotifymodel.plot.scene import Scene

__all__ = ["SceneFigure", "draw", "figure_of", "formats", "saving"]

#: No dates, no versions: the same picture gives the same bytes.
_METADATA: Final[dict[str, dict[str, None]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


#: Under which names a format keeps a title and a description.
_WORDS: Final[dict[str, tuple[str, str]]] = {
    "png": ("Title", "Description"),
    "svg": ("Title", "Description"),
    "pdf": ("Title", "Subject"),
}


def draw(scene: Scene, ax: Axes) -> Axes:
    """Draw a scene on axes; the scene's points become the axes' data units.

    Parameters
    ----------
    scene : Scene
        As large as the axes, which keeps sizes true; otherwise it is scaled to fit, never distorted.
    ax : matplotlib.axes.Axes

    Warns
    -----
    MissingGlyphWarning
        Once, where no installed font has a sign for some characters.
    """
    ax.set_xlim(0, scene.width)
    ax.set_ylim(scene.height, 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    ax.add_collection(shapes(scene), autolim=False)
    ax.add_artist(Letters(scene.texts))
    return ax


class SceneFigure(Figure):
    """A matplotlib figure that saves itself the same way every time, whatever the settings of the session.

    The file says in words what it shows: its title, and the alternative text as description (PNG, SVG) or subject (PDF).
    """

    words: tuple[str, str] = ("", "")

    def savefig(self, fname: str | os.PathLike[str] | IO[Any], **kwargs: Any) -> None:
        """Save as :meth:`matplotlib.figure.Figure.savefig` does, with text as text and without dates."""
        kind = str(kwargs.get("format") or Path(str(getattr(fname, "name", fname))).suffix[1:]).lower()
        said = {key: words for key, words in zip(_WORDS.get(kind, ()), self.words, strict=False) if words}
        metadata = {**_METADATA.get(kind, {}), **said, **(kwargs.pop("metadata", None) or {})}
        if metadata:
            kwargs["metadata"] = metadata
        with saving():
            super().savefig(fname, **{"facecolor": self.get_facecolor(), "edgecolor": "none", **kwargs})


def saving() -> AbstractContextManager[None]:
    """Return the settings under which text stays text and bytes stay the same: read when a figure is saved, not when built."""
    settings: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": "spotifymodel",
        "pdf.fonttype": 42,
        "savefig.bbox": "standard",
        "savefig.transparent": False,
        "agg.path.chunksize": 0,
    }
    return matplotlib.rc_context(settings)


def figure_of(scene: Scene) -> SceneFigure:
    """Return a new figure of exactly the scene's natural size."""
    figure = SceneFigure(figsize=(scene.width / 72, scene.height / 72), dpi=72, facecolor=scene.background, edgecolor="none")
    figure.set_layout_engine("none")
    figure.words = (scene.title, scene.description)
    draw(scene, figure.add_axes((0.0, 0.0, 1.0, 1.0)))
    return figure


def formats() -> tuple[str, ...]:
    """Return the formats that can be saved, in alphabetical order."""
    return tuple(sorted(Figure().canvas.get_supported_filetypes()))
