"""Composes the network of several tribes: their nests in frames, arcs between tribes behind the squads, and what signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import hypot
from typing import Final

from spotifymodel.plot.framing import Frame, headed
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.names import Labels
from spotifymodel.plot.nest.bundles import bundles_of
from spotifymodel.plot.nest.layout import Style
from spotifymodel.plot.nest.painting import NestPainter
from spotifymodel.plot.nest.signs import bundle_sign, hue_sign, line_sign, open_sign, owner_sign
from spotifymodel.plot.nest.sites import HEAD, LINE, PAD, Arc, Site, Sites, sites_of
from spotifymodel.plot.parts.legend import Drawn, draw_legend
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line, Ribbon, Scene
from spotifymodel.plot.theme import Theme
from spotifymodel.words.network import phrase
from spotifymodel.words.pictures import phrase as general

__all__ = ["company_scene", "in_common_hues"]

#: Chapters of more names than this are drawn in one hue: nobody keeps twenty signs apart.
_MOST_HUES: Final = 16
#: Tribes that the description tells.
_TOLD: Final = 20
_BOW, _PIN, _PIN_EDGE = 0.14, 2.8, 1.2


def in_common_hues(views: Sequence[MatrixView]) -> tuple[tuple[MatrixView, ...], tuple[str, ...]]:
    """Return the tribes without benches and with the same hue for chapters of the same name, and those names in order."""
    names = tuple(dict.fromkeys(column.name for view in views for column in view.chapters))
    hue = {name: at for at, name in enumerate(names)} if len(names) <= _MOST_HUES else {}
    found = tuple(
        replace(
            view,
            rows=view.squads,
            columns=tuple(replace(c, hue=hue.get(c.name, -1) if c.kind == "chapter" else -1) for c in view.columns),
        )
        for view in views
    )
    return found, names if hue else ()


def company_scene(frame: Frame, views: Sequence[MatrixView], style: Style, lit: frozenset[str]) -> Scene:
    """Return the network with everybody as a dot, initials or a name.

    Parameters
    ----------
    frame : Frame
    views : sequence of MatrixView
        Tribes with squads.
    style : Style
    lit : frozenset of str
        Paths that keep their colour; empty for all.
    """
    common, names = in_common_hues(views)
    theme, language, margin = frame.theme, frame.language, frame.theme.margin
    width = None if frame.page is None else frame.page[0] - 2 * margin
    sites = sites_of(common, style, theme, language, width)
    pen = frame.pen()
    right = margin + max(sites.width, 330.0)
    facts = _facts(sites, language)
    heading = frame.titled(phrase(language, "network"))
    top = headed(pen, right + margin, heading, " · ".join(facts)) + 4
    labels = Labels({person: name for view in common for person, name in view.people.items()})
    placed = [replace(site, x=site.x + margin, y=site.y + top) for site in sites.sites]
    for site in placed:
        pen.box(site.x, site.y, site.w, site.h, theme.band, theme.frame, width=1.0, radius=14, of=f"tribe:{site.view.tribe}")
    for arc in sites.arcs:
        _arc(pen, arc, margin, top, lit)
    for site in placed:
        _head(pen, site)
        NestPainter(pen, site.view, site.nest, style, labels, *site.inside, lit, sites.across).paint()
    bottom = top + sites.height + 6
    bottom += draw_legend(pen, _signs(sites, names, theme, language), margin, right, bottom)
    words = " ".join([f"{heading}. {', '.join(facts)}.", *(f"{_name(site)}: {', '.join(site.lines)}." for site in sites.sites[:_TOLD])])
    promises = tuple(dict.fromkeys([*_promised(sites), *(f"bridge:{arc.person}" for arc in sites.arcs)]))
    return Scene(right + margin, bottom + margin - 4, heading, words, tuple(pen.marks), theme.paper, language, promises)


def _name(site: Site) -> str:
    return site.view.name or site.name


def _facts(sites: Sites, language: str) -> list[str]:
    people = {seat.person for site in sites.sites for row in site.view.rows for cell in row.cells for seat in cell}
    return [
        general(language, "tribes", n=sum(bool(site.view.tribe) for site in sites.sites)),
        general(language, "squads", n=sum(len(site.view.squads) for site in sites.sites)),
        phrase(language, "in_squads", n=len(people)),
        phrase(language, "across", n=len(sites.across)),
    ]


def _promised(sites: Sites) -> list[str]:
    found = []
    for site in sites.sites:
        found.append(f"tribe:{site.view.tribe}")
        for row in site.view.squads:
            found += [f"squad:{row.squad}", *(f"squad:{row.squad}/person:{seat.person}" for cell in row.cells for seat in cell)]
        found += [f"bridge:{bridge.person}" for bridge in site.nest.bridges]
    return found


def _arc(pen: Pen, arc: Arc, left: float, top: float, lit: frozenset[str]) -> None:
    """Draw a line that bows from dot to dot, with a small ring in its middle: that person."""
    theme = pen.theme
    (ax, ay), (bx, by) = ((x + left, y + top) for x, y in arc.ends)
    shown = not lit or bool({f"person:{arc.person}", *arc.squads} & lit)
    ink = theme.bad if shown else theme.frame
    bow = _BOW * hypot(bx - ax, by - ay)
    length = hypot(bx - ax, by - ay) or 1.0
    nx, ny = -(by - ay) / length * bow, (bx - ax) / length * bow
    first, second = (ax + (bx - ax) / 3 + nx, ay + (by - ay) / 3 + ny), (ax + (bx - ax) * 2 / 3 + nx, ay + (by - ay) * 2 / 3 + ny)
    of = f"bridge:{arc.person}"
    pen.add(Ribbon((((ax, ay),), (first, second, (bx, by))), None, ink, 1.3, closed=False, of=of))
    middle = ((ax + bx) / 2 + 0.75 * nx, (ay + by) / 2 + 0.75 * ny)
    if shown:
        pen.add(Dot(*middle, _PIN, theme.paper, ink, _PIN_EDGE, of=of))


def _head(pen: Pen, site: Site) -> None:
    """Write the tribe's name and counts on a ground of their own, which hides the arcs behind."""
    theme, of = pen.theme, f"tribe:{site.view.tribe}"
    x, y = site.x + PAD, site.y + PAD + 8.5
    for at, (words, size, bold) in enumerate([(site.name, HEAD, True), *((line, theme.name, False) for line in site.lines)]):
        written = len(pen.marks)
        ink = theme.ink if not at else theme.muted
        long = pen.text(x, y, words, size, bold=bold, fill=ink, backdrop=theme.band, of=of, stands_for=site.view.name if not at else "")
        text = pen.marks.pop(written)
        pen.box(x - 2, y - size * 0.95, long + 4, size * 1.25, theme.band)
        pen.marks.append(text)
        y += LINE if at else 12.5


def _signs(sites: Sites, names: Sequence[str], theme: Theme, language: str) -> list[Drawn]:
    """Return the signs that are in the picture."""
    nests = [site.nest for site in sites.sites]
    places = [place for nest in nests for circle in nest.circles for place in circle.places]
    signs = []
    if any(place.seat and "PO" in place.seat.roles for place in places):
        signs.append(owner_sign(theme, language))
    if any(place.seat is None for place in places):
        signs.append(open_sign(theme, language))
    if any(nest.bridges for nest in nests):
        signs.append(line_sign(phrase(language, "bridge"), theme.capacity))
    if any(bundles_of(nest) for nest in nests):
        signs.append(bundle_sign(theme, language))
    if sites.across:
        arcs = bool(sites.arcs)
        signs.append(Drawn(phrase(language, "arc"), 18.0 if arcs else 8.0, lambda pen, x, y: _across_sign(pen, x, y, arcs)))
    return signs + [hue_sign(name, theme.hue(at), theme) for at, name in enumerate(names)]


def _across_sign(pen: Pen, x: float, y: float, arcs: bool) -> None:
    theme = pen.theme
    if arcs:
        pen.add(Line(((x, y), (x + 18, y)), theme.bad, 1.3))
        pen.add(Dot(x + 9, y, _PIN, theme.paper, theme.bad, _PIN_EDGE))
    else:
        pen.add(Dot(x + 4, y, 4, theme.bad, theme.bad, 1.1, half=True))
