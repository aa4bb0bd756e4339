"""What stands above a difference: the tribe's name, and who leads, coaches and supports it, with what changed in that."""

from __future__ import annotations

from spotifymodel.plot.change.comparison import DiffSheet, Fate, Holding
from spotifymodel.plot.change.diff_look import HEADING, DiffLook
from spotifymodel.plot.change.entries import draw_sign, sign_width
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.plot.shortening import shortened
from spotifymodel.words.changing import phrase
from spotifymodel.words.pictures import phrase as of_pictures

__all__ = ["SheetHeading", "draw_holding", "draw_tag", "holding_beside", "tag_width"]

_WIDEST, _BETWEEN, _LINE = 150.0, 12.0, 13.0


def tag_width(look: DiffLook, fate: Fate) -> float:
    """Return how wide the tag of something new or gone is; 0 for what stays."""
    return 0.0 if fate == "kept" else text_width(phrase(look.language, f"tag_{fate}"), look.theme.badge, True) + 7


def draw_tag(pen: Pen, x: float, middle: float, look: DiffLook, fate: Fate, of: str) -> None:
    """Draw the tag of something new or gone, centred on a line."""
    theme, wide = pen.theme, tag_width(look, fate)
    ink = theme.added if fate == "new" else theme.removed
    pen.box(x, middle - 4.6, wide, 9.2, theme.paper, ink, width=0.9, radius=2, dash=() if fate == "new" else (2.6, 1.6), of=of)
    pen.centred(x + wide / 2, middle, phrase(pen.language, f"tag_{fate}"), theme.badge, bold=True, fill=ink, of=of)


def holding_beside(look: DiffLook, holding: Holding) -> float:
    """Return how much room badge and sign of a holder take beside the name."""
    theme = look.theme
    badge = text_width(holding.role, theme.badge, True) + 10.8
    if holding.role == "support":
        badge = text_width(of_pictures(look.language, "support"), theme.name) + 4
    sign = sign_width(theme, holding.kind, outside=holding.outside)
    return badge + (sign + 3 if sign else 0.0)


def draw_holding(pen: Pen, look: DiffLook, holding: Holding, room: float, x: float, middle: float, ground: str, of: str) -> float:
    """Draw badge, sign and name of who holds a role, the name within ``room`` points; return the width of all."""
    theme, start = pen.theme, x
    if holding.role == "support":
        words = of_pictures(pen.language, "support")
        x += pen.text(x, middle + MIDDLE * theme.name, words, theme.name, fill=theme.muted, backdrop=ground) + 4
    else:
        x += pen.badge(x, middle, holding.role, theme.ink if holding.role == "CL" else "", of) + 4
    if holding.kind != "same":
        x += draw_sign(pen, x, middle, holding.kind, outside=holding.outside, ground=ground, of=of) + 3
    label, whole = look.pills.labels.fit(holding.person, room, theme.name), look.pills.labels.name(holding.person)
    ink = theme.ink if holding.kind == "plus" else theme.muted
    used = pen.text(x, middle + MIDDLE * theme.name, label, theme.name, fill=ink, backdrop=ground, of=of, stands_for=whole)
    if holding.kind == "minus":
        pen.add(Line(((x - 0.5, middle + 0.4), (x + used + 0.5, middle + 0.4)), theme.removed, 0.7, of=of))
    return x + used - start


class SheetHeading:
    """The name of a tribe, and its holders in lines of a width."""

    def __init__(self, sheet: DiffSheet, look: DiffLook, width: float) -> None:
        self.sheet, self.look, self.width = sheet, look, width
        self._name = of_pictures(look.language, "tribe", name=sheet.name) if sheet.tribe else of_pictures(look.language, "outside")
        self._room = min(_WIDEST, width - 60)
        self._lines = self._broken()
        self.height = HEADING + 9 + _LINE * len(self._lines)

    def _broken(self) -> list[list[Holding]]:
        """Break the holders into lines."""
        lines: list[list[Holding]] = []
        used = 0.0
        for holding in self.sheet.holders:
            label = self.look.pills.labels.fit(holding.person, self._room, self.look.theme.name)
            wide = holding_beside(self.look, holding) + text_width(label, self.look.theme.name) + _BETWEEN
            if not lines or used + wide > self.width:
                lines.append([])
                used = 0.0
            lines[-1].append(holding)
            used += wide
        return lines

    def paint(self, pen: Pen, x: float, y: float) -> None:
        """Paint name, tag and holders."""
        of = f"tribe:{self.sheet.tribe}" if self.sheet.tribe else ""
        tag = tag_width(self.look, self.sheet.fate)
        name = shortened(self._name, self.width - (tag + 7 if tag else 0.0), HEADING, True)
        used = pen.text(x, y + HEADING * 0.78, name, HEADING, bold=True, of=of, stands_for=self._name)
        if tag:
            draw_tag(pen, x + used + 6, y + HEADING * 0.42, self.look, self.sheet.fate, of)
        middle = y + HEADING + 11
        for line in self._lines:
            left = x
            for holding in line:
                path = f"{of}/person:{holding.person}" if of else f"person:{holding.person}"
                left += draw_holding(pen, self.look, holding, self._room, left, middle, pen.theme.paper, path) + _BETWEEN
            middle += _LINE
