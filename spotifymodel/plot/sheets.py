"""Sizes of paper and slides, and how a picture is put on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.plot.scene import Box, Dot, Hatch, Line, Mark, Ribbon, Scene, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["SHEETS", "Size", "axes_size", "first_fitting", "fits", "on_sheet", "page_size", "placed", "sheet_size", "too_small"]

Size: TypeAlias = Literal["a4", "a3", "slide"] | tuple[float, float]

#: Landscape, in points.
SHEETS: Final = {"a4": (841.89, 595.28), "a3": (1190.55, 841.89), "slide": (960.0, 540.0)}
#: A picture on a larger sheet grows, but not beyond this: seven-point names at twice their size are large enough.
_MOST: Final = 2.0
#: By so much a picture may be larger than its page, in points: what rounding adds.
_ROUNDING: Final = 0.01


def sheet_size(size: Size | None) -> tuple[float, float] | None:
    """Return the size of a sheet in points; ``None`` stays ``None``.

    Raises
    ------
    UsageError
        For an unknown name or a size that is not two positive numbers.
    """
    if size is None:
        return None
    if isinstance(size, str):
        if size.lower() not in SHEETS:
            raise UsageError(f"size takes {', '.join(SHEETS)} or (width, height) in inches, not {size!r}", size, SHEETS)
        return SHEETS[size.lower()]
    try:
        width, height = (float(side) for side in size)
    except (TypeError, ValueError):
        width = height = 0.0
    if not (0 < width < 1_000 and 0 < height < 1_000):
        raise UsageError(f"size takes {', '.join(SHEETS)} or (width, height) in inches, not {size!r}", str(size), SHEETS)
    return width * 72, height * 72


def axes_size(ax: Axes) -> tuple[float, float]:
    """Return the size of axes in points."""
    figure = ax.get_figure(root=True)
    if figure is None:
        raise UsageError("these axes belong to no figure: make them with figure.add_axes or figure.subplots")
    box = ax.get_window_extent()
    return box.width / figure.dpi * 72, box.height / figure.dpi * 72


def page_size(size: Size | None, ax: Axes | None) -> tuple[float, float] | None:
    """Return the page that a picture must fit, in points: the axes that were given, else the sheet; None for any size."""
    return axes_size(ax) if ax is not None else sheet_size(size)


def fits(scene: Scene, page: tuple[float, float] | None) -> bool:
    """Tell whether a picture fits a page as it is; without a page every picture does."""
    return page is None or (scene.width <= page[0] + _ROUNDING and scene.height <= page[1] + _ROUNDING)


def first_fitting(scenes: Iterable[Scene], page: tuple[float, float] | None) -> Scene:
    """Return the first of the ways to draw a picture, the fullest first, that fits a page; no more of them are drawn.

    Raises
    ------
    FigureTooSmallError
        When none fits; it tells the size of the last.
    """
    scene: Scene | None = None
    for scene in scenes:
        if fits(scene, page):
            return scene
    assert scene is not None
    assert page is not None
    raise too_small(scene, page)


def too_small(scene: Scene, page: tuple[float, float]) -> FigureTooSmallError:
    """Return the refusal to draw a picture on a page that is too small for it."""
    return FigureTooSmallError((scene.width / 72, scene.height / 72), (page[0] / 72, page[1] / 72))


def on_sheet(scene: Scene, size: tuple[float, float]) -> Scene:
    """Return the scene on a sheet of a size, centred and enlarged as far as it goes; never shrunk.

    Raises
    ------
    FigureTooSmallError
        When the scene is larger than the sheet.
    """
    scale = min(size[0] / scene.width, size[1] / scene.height, _MOST)
    if scale < 0.9999:
        raise too_small(scene, size)
    return placed(scene, size, scale, (size[0] - scene.width * scale) / 2, (size[1] - scene.height * scale) / 2)


def placed(scene: Scene, size: tuple[float, float], scale: float, left: float, top: float) -> Scene:
    """Return the scene enlarged and moved on a sheet of a size; whether it fits is the caller's care."""
    return replace(scene, width=size[0], height=size[1], marks=tuple(_moved(mark, scale, left, top) for mark in scene.marks))


def _moved(mark: Mark, k: float, dx: float, dy: float) -> Mark:
    """Return a mark scaled by ``k`` and shifted."""
    if isinstance(mark, Text):
        return replace(mark, x=mark.x * k + dx, y=mark.y * k + dy, size=mark.size * k)
    if isinstance(mark, Box):
        dash = tuple(d * k for d in mark.dash)
        return replace(
            mark, x=mark.x * k + dx, y=mark.y * k + dy, w=mark.w * k, h=mark.h * k, width=mark.width * k, radius=mark.radius * k, dash=dash
        )
    if isinstance(mark, Dot):
        dash = tuple(d * k for d in mark.dash)
        return replace(mark, x=mark.x * k + dx, y=mark.y * k + dy, r=mark.r * k, width=mark.width * k, dash=dash)
    if isinstance(mark, Line):
        dash = tuple(d * k for d in mark.dash)
        return replace(mark, points=tuple((x * k + dx, y * k + dy) for x, y in mark.points), width=mark.width * k, dash=dash)
    if isinstance(mark, Ribbon):
        path = tuple(tuple((x * k + dx, y * k + dy) for x, y in step) for step in mark.path)
        return replace(mark, path=path, width=mark.width * k, dash=tuple(d * k for d in mark.dash))
    assert isinstance(mark, Hatch)
    return replace(mark, x=mark.x * k + dx, y=mark.y * k + dy, w=mark.w * k, h=mark.h * k, width=mark.width * k, step=mark.step * k)
