"""The head of a picture: title and counts at the left, who leads and how full it is at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.capacity import tribe_bar
from spotifymodel.plot.parts.pen import Pen, Role
from spotifymodel.plot.shortening import wrapped
from spotifymodel.words.pictures import digits, phrase

__all__ = ["Heading", "Holder"]

_LINE, _GAP, _BAR = 15.0, 16.0, 230.0


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody named in the head, by badge or in words; without a person the role is open."""

    role: Role | str
    label: str
    of: str = ""
    full: str = ""
    vacant: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, subtitle, holders of roles, and a head count against its limit.

    Parameters
    ----------
    count, limit : int
        Left out where ``limit`` is 0.
    """

    title: str
    subtitle: str
    holders: tuple[Holder, ...] = ()
    count: int = 0
    limit: int = 0
    over: bool = False
    of: str = ""

    def draw(self, pen: Pen, left: float, right: float, top: float) -> float:
        """Draw the head between two edges; return how high it is."""
        theme = pen.theme
        width = right - left
        lines = self._lines(pen, max(width * 0.56, min(width, 200.0)))
        taken = max((sum(self._length(pen, h) for h in line) + _GAP * (len(line) - 1) for line in lines), default=0.0)
        bar = min(_BAR, width * 0.45) if self.limit else 0.0
        beside = max(taken, bar)
        room = width - beside - 24
        stacked = bool(beside) and room < min(text_width(self.title, theme.title, True), 190.0)
        title = wrapped(self.title, width if stacked else room, theme.title, True, 2) if self.title else []
        y = top + theme.title * 0.74
        for words in title:
            pen.text(left, y, words, theme.title, bold=True, of=self.of, stands_for=self.title if len(title) > 1 else "")
            y += 19
        y -= 3.5
        for words in wrapped(self.subtitle, width if stacked else room, theme.subtitle, lines=2):
            pen.text(left, y, words, theme.subtitle, fill=theme.muted)
            y += 11
        below = y
        y = below + 1 if stacked else top
        for line in lines:
            x = left if stacked else right - sum(self._length(pen, h) for h in line) - _GAP * (len(line) - 1)
            for holder in line:
                x += self._holder(pen, x, y + _LINE / 2 - 1.5, holder) + _GAP
            y += _LINE
        if self.limit:
            tribe_bar(
                pen, left if stacked else right - bar, left + bar if stacked else right, y + 6, self.count, self.limit, self.over, self.of
            )
            y += 14
        return max(below, y) - top

    def _lines(self, pen: Pen, room: float) -> list[list[Holder]]:
        """Break the holders into lines."""
        lines: list[list[Holder]] = []
        used = 0.0
        for holder in self.holders:
            length = self._length(pen, holder)
            if not lines or used + _GAP + length > room:
                lines.append([holder])
                used = length
            else:
                lines[-1].append(holder)
                used += _GAP + length
        return lines

    def _length(self, pen: Pen, holder: Holder) -> float:
        theme = pen.theme
        if not holder.label:
            return text_width(holder.role, theme.badge, True) + 9
        if len(holder.role) == 2:
            return pen.badge_width(holder.role) + 5 + text_width(holder.label, theme.legend)
        return (text_width(holder.role, theme.legend) + 4 if holder.role else 0.0) + text_width(holder.label, theme.legend)

    def _holder(self, pen: Pen, x: float, middle: float, holder: Holder) -> float:
        theme = pen.theme
        if not holder.label:
            return pen.slot(x, middle, holder.role, holder.of)
        if len(holder.role) == 2:
            start = pen.badge(x, middle, holder.role, of=holder.of) + 5
        elif holder.role:
            start = pen.text(x, middle + MIDDLE * theme.legend, holder.role, theme.legend, fill=theme.muted) + 4
        else:
            start = 0.0
        ink = theme.muted if holder.vacant else theme.ink
        if holder.vacant:
            length = text_width(holder.label, theme.legend)
            pen.box(
                x + start - 2.5, middle - 5.4, length + 5, 10.8, None, theme.muted, width=0.7, radius=2.6, dash=(2.6, 1.8), of=holder.of
            )
        return start + pen.text(
            x + start, middle + MIDDLE * theme.legend, holder.label, theme.legend, fill=ink, of=holder.of, stands_for=holder.full
        )


def counted(language: str, parts: Sequence[tuple[str, int]]) -> list[str]:
    """Write counts in words, such as ``3 squads``."""
    return [phrase(language, key, n=n) for key, n in parts]


def at_most(language: str, words: str, limit: int) -> str:
    """Write a count with its limit, such as ``24 people (max. 150)``."""
    return f"{words} ({phrase(language, 'at_most', n=digits(limit, language))})"
