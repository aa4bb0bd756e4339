"""What a picture consists of: frozen shapes in points, with y pointing down.

A picture is made in three steps, *layout → scene → renderer*. Layout decides what stands where and needs nothing but
records and text widths; the :class:`Scene` is the whole picture as data; a renderer writes it as SVG or draws it with
matplotlib. So every promise about pictures (nothing overlaps, everybody is present, contrast) is checked on the scene,
once, for all formats.

The order of the shapes is the order of painting. ``of`` says whom or what a shape stands for, as a path such as
``squad:hypotheek-app/person:anna``; these are ids of the chart and never become ids inside a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias, cast

from .metrics import ASCENT, DESCENT, text_width

__all__ = ["Anchor", "Box", "Corners", "Dot", "Hatch", "Json", "Line", "Mark", "Region", "Ribbon", "Scene", "Text"]

Anchor = Literal["start", "middle", "end"]
Corners = Literal["all", "left", "right", "top", "bottom"]
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Region: TypeAlias = tuple[float, float, float, float]
"""Left, top, right, bottom in points."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, perhaps with round corners; ``dash`` alternates ink and gap in points.

    Parameters
    ----------
    amount : float
        What the length of a bar stands for; 0 for a box that is no bar.
    scale : str
        Bars of one scale are as long as their amounts: ``w:`` for their width or ``h:`` for their height, and a name.
    """

    x: float
    y: float
    w: float
    h: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.8
    radius: float = 0.0
    corners: Corners = "all"
    dash: tuple[float, ...] = ()
    of: str = ""
    amount: float = 0.0
    scale: str = ""

    @property
    def region(self) -> Region:
        """The area inside the edge."""
        return self.x, self.y, self.x + self.w, self.y + self.h


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle; ``half`` fills the left half only, as the sign of somebody who is shared."""

    x: float
    y: float
    r: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.8
    half: bool = False
    dash: tuple[float, ...] = ()
    of: str = ""

    @property
    def region(self) -> Region:
        """The square around the circle."""
        return self.x - self.r, self.y - self.r, self.x + self.r, self.y + self.r


@dataclass(frozen=True, slots=True)
class Line:
    """A line through two or more points."""

    points: tuple[tuple[float, float], ...]
    stroke: str
    width: float = 0.8
    dash: tuple[float, ...] = ()
    of: str = ""

    @property
    def region(self) -> Region:
        """The smallest rectangle around all points."""
        return _around(self.points)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A closed outline of straight pieces and cubic curves.

    ``path`` starts with one point; every further step is one point (a straight piece) or three (two controls and the
    end of a cubic curve).

    Parameters
    ----------
    mass : float
        How much flows, where the ribbon is a stream from left to right that is as wide as that; 0 for any other ribbon.
    leaves, enters : str
        The ``of`` of the places that a stream connects.
    """

    path: tuple[tuple[tuple[float, float], ...], ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.8
    closed: bool = True
    of: str = ""
    dash: tuple[float, ...] = ()
    mass: float = 0.0
    leaves: str = ""
    enters: str = ""

    @property
    def region(self) -> Region:
        """The smallest rectangle around all points; controls may make it larger than the curve."""
        return _around(tuple(point for step in self.path for point in step))


@dataclass(frozen=True, slots=True)
class Hatch:
    """Lines at 45° that fill a rectangle; ``step`` is the distance between them along the edge."""

    x: float
    y: float
    w: float
    h: float
    stroke: str
    width: float = 0.6
    step: float = 4.0
    of: str = ""

    @property
    def region(self) -> Region:
        """The hatched rectangle."""
        return self.x, self.y, self.x + self.w, self.y + self.h

    def segments(self) -> Iterator[tuple[float, float, float, float]]:
        """Yield every line, rising to the right and cut at the edges, as ``x0, y0, x1, y1``."""
        offset = self.step
        while offset < self.w + self.h:
            x0, y0 = (self.x, self.y + offset) if offset <= self.h else (self.x + offset - self.h, self.y + self.h)
            x1, y1 = (self.x + offset, self.y) if offset <= self.w else (self.x + self.w, self.y + offset - self.w)
            yield x0, y0, x1, y1
            offset += self.step


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``y`` is its baseline.

    Parameters
    ----------
    backdrop : str
        Colour that lies behind the text; contrast is judged against it.
    of : str
        Whom or what the text names.
    stands_for : str
        The unabridged text where ``text`` is an abbreviation; empty otherwise.
    on_shapes : bool
        Whether the text lies across shapes on purpose (a label on a ribbon).
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    fill: str = "#1B2733"
    anchor: Anchor = "start"
    backdrop: str = "#FFFFFF"
    of: str = ""
    stands_for: str = ""
    on_shapes: bool = False

    @property
    def length(self) -> float:
        """Width in points, by the bundled font's own metrics."""
        return text_width(self.text, self.size, self.bold)

    @property
    def left(self) -> float:
        """Where the text begins, whatever it is anchored by."""
        return self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.length

    @property
    def region(self) -> Region:
        """From the top of the capitals and accents to the bottom of the descenders."""
        left = self.left
        return left, self.y - ASCENT * self.size, left + self.length, self.y + DESCENT * self.size


Mark: TypeAlias = Box | Dot | Line | Ribbon | Hatch | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture as data.

    Parameters
    ----------
    width, height : float
        Natural size in points.
    title : str
        Short name of the picture.
    description : str
        What the picture shows, in words: the alternative text.
    marks : tuple
        Shapes in the order of painting.
    background : str
        Colour of the sheet; always painted.
    language : str
        Language of the texts.
    promises : tuple of str
        Whom and what the picture must show, as the ``of`` of some mark; the audit holds it to them.
    hues : tuple of str
        Colours by which things are told apart; the audit measures whether everybody can.
    """

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]
    background: str = "#FFFFFF"
    language: str = "en"
    promises: tuple[str, ...] = ()
    hues: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """All texts, in the order of painting."""
        return tuple(mark for mark in self.marks if isinstance(mark, Text))

    def to_json(self) -> dict[str, Json]:
        """Return the scene as plain JSON values, geometry rounded to a hundredth of a point.

        Geometry is what is promised across versions of matplotlib and FreeType; pixels are not.
        """
        return {
            "format": "spotifymodel-scene/1",
            "size": [_rounded(self.width), _rounded(self.height)],
            "title": self.title,
            "description": self.description,
            "language": self.language,
            "background": self.background,
            "promises": list(self.promises),
            "marks": [_as_json(mark) for mark in self.marks],
        }


def _around(points: tuple[tuple[float, float], ...]) -> Region:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _rounded(value: object) -> Json:
    if isinstance(value, float):
        return round(value, 2) + 0.0
    if isinstance(value, tuple):
        return [_rounded(part) for part in value]
    return cast("Json", value)


def _as_json(mark: Mark) -> Json:
    """Name the kind and every field that is not at its default."""
    said: dict[str, Json] = {"kind": type(mark).__name__.lower()}
    for field in fields(mark):
        value = getattr(mark, field.name)
        if value != field.default:
            said[field.name] = _rounded(value)
    if isinstance(mark, Text):
        said["length"] = _rounded(mark.length)
    return said
