"""Paints the nest: the tribe, the bridges behind the squads, the squads, and everybody in them."""

from __future__ import annotations

from typing import Final

from spotifymodel.plot.grid.view import MatrixView, Seat
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.nest.bundles import Bundle, bundles_of, edge_of, free_spot
from spotifymodel.plot.nest.layout import Bridge, Circle, Nest, Place, Style
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line
from spotifymodel.plot.theme import mixed
from spotifymodel.words.pictures import digits, phrase

__all__ = ["NAME_ROOM", "NestPainter"]

#: Most width of a name under a dot.
NAME_ROOM: Final = 52.0


class NestPainter:
    """Paints a nest with its left top corner at a point.

    Parameters
    ----------
    pen : Pen
    view : MatrixView
    nest : Nest
    style : Style
    labels : Labels
    left, top : float
    highlight : frozenset of str
        Ids with their kinds that keep their colour; empty for everybody.
    across : frozenset of str
        People who also work in another tribe of the picture; marked.
    """

    def __init__(
        self,
        pen: Pen,
        view: MatrixView,
        nest: Nest,
        style: Style,
        labels: Labels,
        left: float,
        top: float,
        highlight: frozenset[str] = frozenset(),
        across: frozenset[str] = frozenset(),
    ) -> None:
        self.pen, self.view, self.nest, self.style, self.labels = pen, view, nest, style, labels
        self.left, self.top, self.highlight, self.across = left, top, highlight, across
        self.shared = frozenset(bridge.person for bridge in nest.bridges)
        self.bundles = {bundle.circles: bundle for bundle in bundles_of(nest)}

    def paint(self) -> None:
        """Paint everything, from the back to the front: a line never covers a dot, a dot never a text."""
        for bundle in self.bundles.values():
            self._bundle(bundle)
        for bridge in self.nest.bridges:
            if bridge.circles not in self.bundles:
                self._line(bridge, *bridge.ends, of=f"bridge:{bridge.person}")
        for circle in self.nest.circles:
            self._squad(circle)
        # Once more inside the two squads, so that a bridge is seen to reach its dots; other squads hide it.
        for bridge in self.nest.bridges:
            gathered = self.bundles.get(bridge.circles)
            for at, (end, other) in enumerate(zip(bridge.ends, bridge.ends[::-1], strict=True)):
                if gathered:
                    self._line(bridge, end, gathered.ends[at], of=f"bridge:{bridge.person}")
                else:
                    self._line(bridge, end, edge_of(self.nest.circles[bridge.circles[at]], end, other))
        for circle in self.nest.circles:
            for place in circle.places:
                self._dot(circle, place)
        for circle in self.nest.circles:
            for place in circle.places:
                self._label(circle, place)
        self._numbers()

    def _bundle(self, bundle: Bundle) -> None:
        """Draw the wide line of a bundle, behind the squads."""
        points = tuple((self.left + x, self.top + y) for x, y in bundle.ends)
        self.pen.add(Line(points, self.pen.theme.capacity if self._lit_bundle(bundle) else self.pen.theme.frame, bundle.width))

    def _lit_bundle(self, bundle: Bundle) -> bool:
        return any(self._lit_person(one.person, self.nest.circles[at]) for one in bundle.bridges for at in bundle.circles)

    def _numbers(self) -> None:
        """Write on every bundle how many people it is, where there is a clear spot for it."""
        theme, taken = self.pen.theme, list[tuple[float, float]]()
        for bundle in self.bundles.values():
            number = digits(len(bundle.bridges), self.pen.language)
            half = text_width(number, theme.badge, True) / 2 + 2.5, 5.0
            spot = free_spot(bundle, self.nest.circles, taken, half)
            if spot is not None:
                taken.append(spot)
                x, y = self.left + spot[0], self.top + spot[1]
                self.pen.box(x - half[0], y - half[1], 2 * half[0], 2 * half[1], theme.band, radius=2.5)
                self.pen.centred(x, y, number, theme.badge, bold=True, fill=theme.capacity, backdrop=theme.band)

    def _line(self, bridge: Bridge, one: tuple[float, float], other: tuple[float, float], of: str = "") -> None:
        theme, many = self.pen.theme, self.nest.crowded
        lit = not self.highlight or any(self._lit_person(bridge.person, self.nest.circles[i]) for i in bridge.circles)
        colour = theme.frame if not lit else theme.outline if many else theme.capacity
        points = tuple((self.left + x, self.top + y) for x, y in (one, other))
        self.pen.add(Line(points, colour, 0.6 if many else 1.1, of=of))

    def _squad(self, circle: Circle) -> None:
        pen, theme, row = self.pen, self.pen.theme, circle.row
        x, y = self.left + circle.x, self.top + circle.y
        edge = theme.bad if row.bad else theme.outline
        pen.add(Dot(x, y, circle.r, theme.paper, edge, 1.5 if row.bad else 0.9, dash=(3.0, 2.0) if row.bench else (), of=circle.of))
        count = phrase(pen.language, "people", n=row.count)
        baseline = self.top + circle.name_y
        lines = [(line, theme.head, True, theme.ink, circle.row.name) for line in circle.lines]
        lines.append((count, theme.name, False, theme.bad if row.over else theme.muted, ""))
        for words, size, bold, ink, full in lines:
            width = text_width(words, size, bold) + 4
            # A ground of its own keeps the name legible where a bridge passes behind it.
            pen.box(x - width / 2, baseline - size * 0.95, width, size * 1.2, theme.band)
            whole = full if full != words else ""
            pen.text(x, baseline, words, size, bold=bold, fill=ink, anchor="middle", backdrop=theme.band, of=circle.of, stands_for=whole)
            baseline += 10.0

    def _dot(self, circle: Circle, place: Place) -> None:
        theme, r = self.pen.theme, self.style.dot
        x, y = self.left + place.x, self.top + place.y
        seat = place.seat
        if seat is None:
            self.pen.add(Dot(x, y, r, theme.paper, theme.bad, 1.1, dash=(2.0, 1.4), of=circle.of))
            return
        if seat.person in self.across and self.style.level == "dots" and self._lit_person(seat.person, circle, place.column):
            self.pen.add(Dot(x, y, r, theme.bad, theme.bad, 1.2, half=True, of=self._of(circle, seat)))
            return
        edge, fill = self._edge_of(circle, place), self._fill(circle, place)
        self.pen.add(Dot(x, y, r, fill, edge, 1.2, dash=(2.0, 1.4) if seat.vacancy else (), of=self._of(circle, seat)))

    def _label(self, circle: Circle, place: Place) -> None:
        pen, theme, style, seat = self.pen, self.pen.theme, self.style, place.seat
        if seat is None or style.level == "dots":
            return
        x, y, of = self.left + place.x, self.top + place.y, self._of(circle, seat)
        ground = self._fill(circle, place)
        owner = "PO" in seat.roles
        if style.level == "initials":
            words, ink = self.labels.initials(seat.person), theme.paper if owner else theme.ink
            pen.text(
                x, y + MIDDLE * theme.badge, words, theme.badge, bold=owner, fill=ink, anchor="middle",
                backdrop=ground, of=of, stands_for=self.labels.name(seat.person),
            )  # fmt: skip
            return
        if seat.roles:
            pen.centred(x, y, seat.roles[0], theme.badge, bold=True, fill=theme.paper if owner else theme.ink, backdrop=ground, of=of)
        words = self.labels.fit(seat.person, NAME_ROOM, theme.small)
        if seat.person in self.shared:  # their own bridge may start downwards
            width = text_width(words, theme.small) + 2
            pen.box(x - width / 2, y + style.dot + theme.small * 0.2, width, theme.small * 1.1, theme.paper)
        pen.text(
            x, y + style.dot + theme.small * 1.05, words, theme.small, bold=False,
            fill=theme.ink if self._lit_person(seat.person, circle, place.column) else theme.muted,
            anchor="middle", of=of, stands_for=self.labels.name(seat.person),
        )  # fmt: skip

    # -- colours ----------------------------------------------------------------------------------------------------------

    def _fill(self, circle: Circle, place: Place) -> str:
        theme, seat = self.pen.theme, place.seat
        if seat is None or seat.vacancy:
            return theme.ink if seat and "PO" in seat.roles else theme.paper
        lit = self._lit_person(seat.person, circle, place.column)
        if "PO" in seat.roles:
            return theme.ink if lit else theme.muted
        hue = theme.hue(self.view.columns[place.column].hue)
        ink = hue.ink if lit else theme.outline
        if self.style.level == "dots":
            return theme.paper if hue.hollow else ink
        return mixed(ink, theme.paper, 0.14)

    def _edge_of(self, circle: Circle, place: Place) -> str:
        theme, seat = self.pen.theme, place.seat
        assert seat is not None
        if not self._lit_person(seat.person, circle, place.column):
            return theme.outline
        if seat.bad or seat.person in self.across:
            return theme.bad
        return theme.ink if "PO" in seat.roles else theme.hue(self.view.columns[place.column].hue).ink

    def _lit_person(self, person: str, circle: Circle, column: int | None = None) -> bool:
        if not self.highlight:
            return True
        wanted = {f"person:{person}", circle.of}
        if column is not None and column >= 0:
            wanted.add(f"chapter:{self.view.columns[column].chapter}")
        return bool(wanted & self.highlight)

    @staticmethod
    def _of(circle: Circle, seat: Seat) -> str:
        return f"{circle.of}/person:{seat.person}"
