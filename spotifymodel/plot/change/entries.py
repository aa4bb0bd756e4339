"""Draws somebody in a difference: quiet where nothing changed, a sign and a colour where something did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.change.comparison import Entry
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Dot, Line
from spotifymodel.plot.theme import Theme, mixed

__all__ = ["EntryPills", "draw_role", "draw_sign", "sign_width"]

_PAD, _GAP, _DISC, _LEAST = 5.0, 3.0, 4.3, 34.0
_SIGNS: Final = {"plus": "+", "minus": "−", "shift": "→"}
_DASH: Final = (3.2, 2.0)


def sign_width(theme: Theme, kind: str, *, outside: bool = False) -> float:
    """Return how wide a sign is; a filled one stands for somebody who comes from outside the organisation, or leaves it."""
    if kind not in _SIGNS:
        return 0.0
    return 2 * _DISC if outside else text_width(_SIGNS[kind], theme.head, True)


def draw_sign(
    pen: Pen, x: float, middle: float, kind: str, *, outside: bool = False, ground: str = "", pale: bool = False, of: str = ""
) -> float:
    """Draw a sign centred on a line; return its width."""
    theme = pen.theme
    ink = theme.muted if pale else theme.removed if kind == "minus" else theme.added
    wide = sign_width(theme, kind, outside=outside)
    if kind in _SIGNS and outside:
        pen.add(Dot(x + _DISC, middle, _DISC, ink, of=of))
        pen.centred(x + _DISC, middle, _SIGNS[kind], theme.head, bold=True, fill=theme.paper, backdrop=ink, of=of)
    elif kind in _SIGNS:
        pen.text(x, middle + MIDDLE * theme.head, _SIGNS[kind], theme.head, bold=True, fill=ink, backdrop=ground, of=of)
    return wide


def role_letters(entry: Entry) -> str:
    """Return what the badge of an owner says."""
    return "+PO" if entry.gained else "−PO" if entry.lost else "PO" if entry.owner else ""


def draw_role(pen: Pen, x: float, middle: float, letters: str, of: str = "", *, pale: bool = False) -> float:
    """Draw the badge of an owner: in the colour of what comes or goes where the role does; return its width."""
    theme = pen.theme
    fill = theme.muted if pale else theme.added if letters[0] == "+" else theme.removed if letters[0] == "−" else theme.ink
    wide = pen.badge_width(letters)
    pen.box(x, middle - 4.7, wide, 9.4, fill, None, radius=1.8, of=of)
    pen.centred(x + wide / 2, middle, letters, theme.badge, bold=True, fill=theme.paper, backdrop=fill, of=of)
    return wide


@dataclass(frozen=True, slots=True)
class EntryPills:
    """A pill per person.

    Parameters
    ----------
    labels : Labels
    widest : float
        No pill wants to be wider; longer names are abbreviated.
    initials : bool
        Whether initials stand for names.
    """

    labels: Labels
    widest: float = 118.0
    initials: bool = False
    height: float = 12.5
    gap: float = 2.6
    across: float = 3.0

    def room(self, entry: Entry, theme: Theme) -> float:
        """Return the width that an entry wants."""
        beside = self._beside(entry, theme)
        label = self.labels.initials(entry.person) if self.initials else self.labels.name(entry.person)
        return min(max(beside + text_width(label, theme.name) + 0.1, beside + 14), max(self.widest, beside + _LEAST))

    def _beside(self, entry: Entry, theme: Theme) -> float:
        wide = 2 * _PAD
        sign = sign_width(theme, entry.kind, outside=entry.outside)
        letters = role_letters(entry)
        wide += sign + _GAP if sign else 0.0
        return wide + (text_width(letters, theme.badge, True) + 6.8 + _GAP if letters else 0.0)

    def draw(self, pen: Pen, entry: Entry, x: float, y: float, w: float, of: str, *, pale: bool = False) -> None:
        """Draw an entry with its left top at a point."""
        theme, middle = pen.theme, y + self.height / 2
        ground, frame, width, dash = self._inks(theme, entry, pale=pale)
        pen.box(x, y, w, self.height, ground, frame, width=width, radius=3, dash=dash, of=of)
        left = x + _PAD - (1.5 if entry.outside and entry.kind != "same" else 0.0)
        if entry.kind != "same":
            left += draw_sign(pen, left, middle, entry.kind, outside=entry.outside, ground=ground, pale=pale, of=of) + _GAP
        letters = role_letters(entry)
        if letters:
            left += draw_role(pen, left, middle, letters, of, pale=pale) + _GAP
        room = x + w - _PAD - left
        label = self.labels.initials(entry.person) if self.initials else self.labels.fit(entry.person, room, theme.name)
        ink = theme.muted if pale or entry.quiet or entry.kind == "minus" else theme.ink
        base = middle + MIDDLE * theme.name
        used = pen.text(
            left, base, label, theme.name, fill=ink, backdrop=ground, of=of, stands_for=self.labels.name(entry.person)
        )  # fmt: skip
        if entry.kind == "minus":
            pen.add(
                Line(((left - 0.5, middle + 0.4), (left + used + 0.5, middle + 0.4)), theme.muted if pale else theme.removed, 0.7, of=of)
            )

    def _inks(self, theme: Theme, entry: Entry, *, pale: bool) -> tuple[str, str, float, tuple[float, ...]]:
        """Return ground, frame, width of the frame and its dashes."""
        if entry.kind == "minus":
            return theme.paper, theme.outline if pale else theme.removed, 1.1, _DASH
        if pale or entry.quiet:
            return theme.paper, theme.frame, 0.8, ()
        if entry.kind == "same":
            return theme.paper, theme.removed if entry.lost else theme.added, 1.2, ()
        return mixed(theme.added, theme.paper, 0.12), theme.added, 1.2, ()
