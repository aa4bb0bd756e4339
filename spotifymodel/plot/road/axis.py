"""The weeks of a roadmap on the sheet: where a week lies, months and week numbers above, lines below."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from spotifymodel.plot.metrics import text_width
from spotifymodel.plot.parts.pen import Pen
from spotifymodel.plot.scene import Line
from spotifymodel.words.pictures import month
from spotifymodel.words.roadmap import phrase

__all__ = ["Axis"]

_STEPS: Final = (1, 2, 4, 8, 13, 26, 52)


@dataclass(frozen=True, slots=True)
class Axis:
    """Weeks from left to right.

    Parameters
    ----------
    left, right : float
        Of week 0 and of the last week, in points.
    end : float
        The last week.
    origin : datetime.date or None
        The day of week 0; without it weeks are only counted.
    """

    left: float
    right: float
    end: float
    origin: dt.date | None

    @property
    def height(self) -> float:
        """Height of the head: months, where the start is known, and numbers of weeks."""
        return 14.0 if self.origin is None else 25.0

    def x(self, week: float) -> float:
        """Return where a week begins."""
        return self.left + (self.right - self.left) * week / self.end

    def months(self) -> Iterator[tuple[float, dt.date]]:
        """Yield the week of every first of a month, and of the start itself."""
        if self.origin is None:
            return
        day = self.origin
        last = self.origin + dt.timedelta(weeks=self.end)
        while day < last:
            yield (day - self.origin).days / 7, day
            day = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)

    def weeks(self, room: float) -> Iterator[tuple[float, str]]:
        """Yield weeks that are at least ``room`` points apart, with their numbers: those of the calendar where it is known."""
        per_week = (self.right - self.left) / self.end
        step = next((one for one in _STEPS if one * per_week >= room), ceil(room / per_week))
        week = 0.0
        while week < self.end:
            number = str(round(week)) if self.origin is None else f"{(self.origin + dt.timedelta(weeks=week)).isocalendar().week:02}"
            yield week, number
            week += step

    def draw_head(self, pen: Pen, top: float) -> None:
        """Write months, where the start is known, and numbers of weeks under them."""
        theme = pen.theme
        pen.text(self.left - 8, top + self.height - 5, phrase(pen.language, "week"), theme.small, fill=theme.muted, anchor="end")
        room = text_width("00", theme.small) + 6
        for week, number in self.weeks(room):
            if self.x(week) + room <= self.right + 3:
                pen.text(self.x(week) + 2, top + self.height - 5, number, theme.small, fill=theme.muted)
        free, year = self.left - 1, 0
        for week, day in self.months():
            words = month(day.month, pen.language) + (f" {day.year}" if day.year != year else "")
            length = text_width(words, theme.legend, True)
            if self.x(week) < free or self.x(week) + 2 + length > self.right + 3:
                continue
            pen.text(self.x(week) + 2, top + 10, words, theme.legend, bold=True)
            free, year = self.x(week) + length + 5, day.year

    def draw_lines(self, pen: Pen, top: float, bottom: float, head: float) -> None:
        """Draw a line at every month, or at every number of a week, from the head down."""
        theme = pen.theme
        found = [week for week, _ in self.months()] or [week for week, _ in self.weeks(40.0)]
        for week in found:
            pen.add(Line(((self.x(week), top), (self.x(week), bottom)), theme.grid, 0.7))
        pen.add(Line(((self.left, head), (self.right, head)), theme.grid, 0.7))
