"""Turns the shapes of a scene into one matplotlib collection.

An artist for each shape would cost about 1 ms to add and more to draw; a collection of hundreds costs a few.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import matplotlib
import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.path import Path
from numpy.typing import NDArray

from spotifymodel.plot.scene import Box, Dot, Hatch, Line, Ribbon, Scene
from spotifymodel.plot.svg import ROUND

__all__ = ["shapes"]

#: How far the controls of a cubic curve lie from its ends, in radii, for a quarter of a circle.
_KAPPA: Final = 0.5522847498
_CLEAR: Final = (0.0, 0.0, 0.0, 0.0)
_Piece = tuple[Path, str | None, str | None, float, tuple[float, ...]]


def shapes(scene: Scene) -> PathCollection:
    """Return every shape of a scene, in the order of painting, on its background."""
    paths, fills, strokes, widths, dashes = [], [], [], [], []
    # Collections multiply dashes by the line width unless told otherwise by a global setting, which stays as it is.
    scaled = bool(matplotlib.rcParams["lines.scale_dashes"])
    for path, fill, stroke, width, dash in _pieces(scene):
        paths.append(path)
        fills.append(to_rgba(fill) if fill else _CLEAR)
        strokes.append(to_rgba(stroke) if stroke else _CLEAR)
        widths.append(width if stroke else 0.0)
        dashes.append((0.0, tuple(d / width if scaled else d for d in dash)) if dash and stroke else "solid")
    return PathCollection(paths, facecolors=fills, edgecolors=strokes, linewidths=widths, linestyles=dashes, zorder=1)


def _pieces(scene: Scene) -> Iterator[_Piece]:
    """Yield path, fill, stroke, line width and dashes of every shape."""
    yield _box(Box(0, 0, scene.width, scene.height)), scene.background, None, 0.0, ()
    for mark in scene.marks:
        if isinstance(mark, Box):
            yield _box(mark), mark.fill, mark.stroke, mark.width, mark.dash
        elif isinstance(mark, Dot):
            if mark.half:
                yield _circle(mark, _LEFT_HALF), mark.fill, None, 0.0, ()
                yield _circle(mark, _CIRCLE), None, mark.stroke or mark.fill, mark.width, mark.dash
            else:
                yield _circle(mark, _CIRCLE), mark.fill, mark.stroke, mark.width, mark.dash
        elif isinstance(mark, Line):
            yield Path(np.array(mark.points)), None, mark.stroke, mark.width, mark.dash
        elif isinstance(mark, Ribbon):
            yield _ribbon(mark), mark.fill, mark.stroke, mark.width, mark.dash
        elif isinstance(mark, Hatch):
            yield _lines(mark), None, mark.stroke, mark.width, ()


def _box(mark: Box) -> Path:
    left, top, right, bottom = mark.region
    r = min(mark.radius, mark.w / 2, mark.h / 2)
    if not r:
        return Path(np.array([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]), _RECTANGLE)
    nw, ne, se, sw = (r if corner in ROUND[mark.corners] else 0.0 for corner in ("nw", "ne", "se", "sw"))
    k = 1 - _KAPPA
    points = [
        (left + nw, top), (right - ne, top), (right - k * ne, top), (right, top + k * ne), (right, top + ne),
        (right, bottom - se), (right, bottom - k * se), (right - k * se, bottom), (right - se, bottom),
        (left + sw, bottom), (left + k * sw, bottom), (left, bottom - k * sw), (left, bottom - sw),
        (left, top + nw), (left, top + k * nw), (left + k * nw, top), (left + nw, top), (left + nw, top),
    ]  # fmt: skip
    return Path(np.array(points), _ROUNDED)


def _codes(*codes: Any) -> NDArray[np.uint8]:
    return np.array(codes, np.uint8)


_RECTANGLE: Final = _codes(Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
_ROUNDED: Final = _codes(Path.MOVETO, *(4 * (Path.LINETO, Path.CURVE4, Path.CURVE4, Path.CURVE4)), Path.CLOSEPOLY)
_CIRCLE: Final = Path.unit_circle()
_LEFT_HALF: Final = Path.arc(90, 270)


def _circle(mark: Dot, unit: Path) -> Path:
    return Path(np.asarray(unit.vertices) * mark.r + (mark.x, mark.y), unit.codes)


def _ribbon(mark: Ribbon) -> Path:
    points = [point for step in mark.path for point in step]
    codes = [Path.MOVETO]
    for step in mark.path[1:]:
        codes += [Path.CURVE4] * 3 if len(step) == 3 else [Path.LINETO]
    if mark.closed:
        points.append(points[0])
        codes.append(Path.CLOSEPOLY)
    return Path(np.array(points), _codes(*codes))


def _lines(mark: Hatch) -> Path:
    ends = np.array([((x0, y0), (x1, y1)) for x0, y0, x1, y1 in mark.segments()]).reshape(-1, 2)
    return Path(ends, np.tile(_codes(Path.MOVETO, Path.LINETO), len(ends) // 2))
