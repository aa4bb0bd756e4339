"""The signs of a network, drawn small: people, bridges, chapters; each picture explains those that it uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.nest.bundles import bundles_of
from spotifymodel.plot.nest.layout import Nest, Style
from spotifymodel.plot.parts.legend import Drawn, Explained, Sign
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line
from spotifymodel.plot.theme import Hue, Theme
from spotifymodel.words.network import phrase as said
from spotifymodel.words.pictures import phrase

__all__ = ["bundle_sign", "hue_sign", "line_sign", "nest_signs", "open_sign", "owner_sign"]

#: Width of a line in a legend; radius of a dot.
_LINE: Final = 18.0
_DOT: Final = 4.0


def nest_signs(view: MatrixView, nest: Nest, style: Style, theme: Theme, language: str) -> Iterator[Explained]:
    """Yield the signs that the picture of one tribe uses: owner, lead, open place, bridge, vacancy, chapters."""
    places = [place for circle in nest.circles for place in circle.places]
    seats = [place.seat for place in places if place.seat]
    if any("PO" in seat.roles for seat in seats):
        yield owner_sign(theme, language)
    if style.level == "names" and any("CL" in seat.roles[:1] for seat in seats):
        yield Sign("framed", "CL", phrase(language, "CL"))
    if any(place.seat is None for place in places):
        yield open_sign(theme, language)
    if nest.bridges:
        yield line_sign(phrase(language, "half_dot"), theme.outline if nest.crowded else theme.capacity)
    if bundles_of(nest):
        yield bundle_sign(theme, language)
    if any(seat.vacancy for seat in seats):
        yield _dot_sign(phrase(language, "vacancy"), theme.paper, theme.muted, dashed=True)
    for column in view.columns:
        if column.kind != "everybody":
            yield hue_sign(column.name, theme.hue(column.hue), theme, f"chapter:{column.chapter}" if column.chapter else "")


def owner_sign(theme: Theme, language: str) -> Drawn:
    """Return the sign of a product owner."""
    return _dot_sign(phrase(language, "PO"), theme.ink, theme.ink)


def open_sign(theme: Theme, language: str) -> Drawn:
    """Return the sign of a squad without product owner: an open place in its middle."""
    return _dot_sign(phrase(language, "no_PO"), theme.paper, theme.bad, dashed=True)


def line_sign(meaning: str, ink: str, width: float = 1.1) -> Drawn:
    """Return the sign of a line between two places."""
    return Drawn(meaning, _LINE, partial(_line, ink, width))


def bundle_sign(theme: Theme, language: str) -> Drawn:
    """Return the sign of bridges that are drawn as one."""
    return line_sign(said(language, "bundle"), theme.capacity, 3.0)


def hue_sign(meaning: str, hue: Hue, theme: Theme, of: str = "") -> Drawn:
    """Return the sign of somebody of a chapter."""
    return _dot_sign(meaning, theme.paper if hue.hollow else hue.ink, hue.ink, of=of)


def _dot_sign(meaning: str, fill: str, edge: str, *, dashed: bool = False, of: str = "") -> Drawn:
    return Drawn(meaning, 2 * _DOT, partial(_dot, fill, edge, dashed), of)


def _dot(fill: str, edge: str, dashed: bool, pen: Pen, x: float, middle: float) -> None:
    pen.add(Dot(x + _DOT, middle, _DOT, fill, edge, 1.1, dash=(2.0, 1.4) if dashed else ()))


def _line(ink: str, width: float, pen: Pen, x: float, middle: float) -> None:
    pen.add(Line(((x, middle), (x + _LINE, middle)), ink, width))
