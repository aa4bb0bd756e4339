"""How one person looks in the grid: a pill with a name, a pill with initials, or a dot.

Each way knows its size and draws one seat; where seats stand is not its business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from spotifymodel.plot.grid.view import Seat
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.theme import Hue, Theme

__all__ = ["DOTS", "INITIALS", "NAMES", "Dots", "Pills", "Tokens", "share_sign"]

_PAD, _GAP, _LEAST_LABEL = 5.0, 3.2, 36.0


def share_sign(squads: int) -> str:
    """Return the fraction that stands for somebody who works in so many squads.

    Examples
    --------
    >>> share_sign(1), share_sign(2), share_sign(17)
    ('', '½', '1/17')
    """
    # Plain figures from four on: the figures of a small fraction sign would be under 5 pt.
    return {0: "", 1: "", 2: "½", 3: "⅓"}.get(squads, f"1/{squads}")


class Tokens(Protocol):
    """What the layout asks of a way to show people."""

    @property
    def level(self) -> Literal["names", "initials", "dots"]:
        """Level of detail."""
        ...

    @property
    def height(self) -> float:
        """Height of a token in points."""
        ...

    @property
    def gap(self) -> float:
        """Distance between tokens below each other."""
        ...

    @property
    def across(self) -> float:
        """Distance between tokens side by side."""
        ...

    @property
    def pad(self) -> float:
        """Distance between tokens and the frame of their row."""
        ...

    @property
    def leads(self) -> Literal["names", "initials"]:
        """How chapter leads are written in the heads of the columns."""
        ...

    @property
    def tight(self) -> bool:
        """Whether columns are as narrow as they can be."""
        ...

    def room(self, seat: Seat, labels: Labels, theme: Theme) -> float:
        """Return the width in points that a seat wants."""
        ...

    def draw(self, pen: Pen, seat: Seat, labels: Labels, x: float, y: float, w: float, hue: Hue, of: str) -> None:
        """Draw a seat with its upper left corner at ``x, y``."""
        ...


@dataclass(frozen=True, slots=True)
class Pills:
    """A rounded label per person.

    Parameters
    ----------
    level : {"names", "initials"}
    widest : float
        A pill never wants more than this; longer names are abbreviated.
    """

    level: Literal["names", "initials"]
    widest: float
    narrowest: float
    height: float = 12.5
    gap: float = 2.6
    pad: float = 6.0
    across: float = 3.0
    leads: Literal["names", "initials"] = "names"
    tight: bool = False

    def room(self, seat: Seat, labels: Labels, theme: Theme) -> float:
        """Return the width that the full label wants, within the limits of this kind of pill."""
        label = labels.name(seat.person) if self.level == "names" else labels.initials(seat.person)
        beside = self._beside(seat, theme)
        return min(max(beside + text_width(label, theme.name) + 0.1, self.narrowest), max(self.widest, beside + _LEAST_LABEL))

    def _beside(self, seat: Seat, theme: Theme) -> float:
        """Return the width that everything but the label takes."""
        width = 2 * _PAD
        for role in seat.roles:
            width += text_width(role, theme.badge, True) + 6.8 + (_GAP if role == seat.roles[-1] else 1.2)
        if seat.roles:
            width -= _PAD - 1.6
        if seat.squads > 1:
            width += text_width(share_sign(seat.squads), theme.name, seat.bad) + _GAP
        if seat.second_line:
            width += text_width("2L", theme.smallest, True) + _GAP
        if seat.period and self.level == "names":
            width += text_width(seat.period, theme.smallest) + _GAP
        return width

    def draw(self, pen: Pen, seat: Seat, labels: Labels, x: float, y: float, w: float, hue: Hue, of: str) -> None:
        """Draw the pill: badges, label, and the fraction at the right."""
        theme, middle = pen.theme, y + self.height / 2
        frame, heavy = (theme.bad, 1.4) if seat.bad else (theme.ink, 1.2) if "PO" in seat.roles else (hue.ink, 1.2 if seat.roles else 0.8)
        pen.box(x, y, w, self.height, theme.paper, frame, width=heavy, radius=3, dash=(3, 1.8) if seat.vacancy else (), of=of)
        left, right = x + (1.6 if seat.roles else _PAD), x + w - _PAD
        for role in seat.roles:
            left += pen.badge(left, middle, role, hue.ink if role == "CL" else "", of) + (_GAP if role == seat.roles[-1] else 1.2)
        if seat.squads > 1:
            sign = share_sign(seat.squads)
            pen.text(
                right,
                middle + MIDDLE * theme.name,
                sign,
                theme.name,
                fill=theme.bad if seat.bad else theme.muted,
                anchor="end",
                bold=seat.bad,
                of=of,
            )
            right -= text_width(sign, theme.name, seat.bad) + _GAP
        if seat.second_line:
            pen.text(right, middle + MIDDLE * theme.smallest, "2L", theme.smallest, fill=theme.muted, anchor="end", bold=True, of=of)
            right -= text_width("2L", theme.smallest, True) + _GAP
        if seat.period and self.level == "names":
            pen.text(right, middle + MIDDLE * theme.smallest, seat.period, theme.smallest, fill=theme.muted, anchor="end", of=of)
            right -= text_width(seat.period, theme.smallest) + _GAP
        full = labels.name(seat.person)
        label = labels.fit(seat.person, right - left, theme.name) if self.level == "names" else labels.initials(seat.person)
        pen.text(
            left, middle + MIDDLE * theme.name, label, theme.name, fill=theme.muted if seat.vacancy else theme.ink, of=of, stands_for=full
        )


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot per person; owners and leads carry their badge's letters."""

    level: Literal["dots"] = "dots"
    radius: float = 4.8
    height: float = 13.4
    gap: float = 1.8
    pad: float = 6.6
    across: float = 0.8
    leads: Literal["names", "initials"] = "names"
    tight: bool = False

    def room(self, seat: Seat, labels: Labels, theme: Theme) -> float:
        """Return the width of a dot with its letters."""
        return self.height

    def draw(self, pen: Pen, seat: Seat, labels: Labels, x: float, y: float, w: float, hue: Hue, of: str) -> None:
        """Draw the dot: filled, half filled for somebody shared, hollow for the second cue, dashed for a vacancy."""
        theme = pen.theme
        cx, cy = x + self.height / 2, y + self.height / 2
        if seat.roles:
            owner = "PO" in seat.roles
            frame = theme.bad if seat.bad else theme.ink if owner else hue.ink
            fill = theme.ink if owner else theme.paper
            pen.add(Dot(cx, cy, self.height / 2 - 0.5, fill, frame, 1.5, dash=(2.2, 1.4) if seat.vacancy else (), of=of))
            pen.centred(cx, cy, seat.roles[0], theme.smallest, bold=True, fill=theme.paper if owner else theme.ink, backdrop=fill, of=of)
            return
        frame = theme.bad if seat.bad else hue.ink
        r = self.radius - 0.5
        if seat.vacancy:
            pen.add(Dot(cx, cy, r, theme.paper, frame, 1.1, dash=(2.0, 1.4), of=of))
        elif seat.squads > 1:
            pen.add(Dot(cx, cy, r, theme.paper, of=of))
            pen.add(Dot(cx, cy, r, hue.ink, frame, 1.5 if seat.bad else 1.1, half=True, of=of))
        elif hue.hollow:
            pen.add(Dot(cx, cy, r - 0.6, theme.paper, frame, 2.2, of=of))
        else:
            pen.add(Dot(cx, cy, self.radius, hue.ink, theme.bad if seat.bad else None, 1.5, of=of))


NAMES = Pills("names", widest=112, narrowest=46)
INITIALS = Pills("initials", widest=200, narrowest=20, gap=2.4, across=2.4)
DOTS = Dots()
