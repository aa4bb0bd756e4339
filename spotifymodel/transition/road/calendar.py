"""The weeks in which squads may go live: one wave after another, and none inside a freeze."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from ..blueprint.records import Freeze, Waves

__all__ = ["Slot", "slots", "step_of", "week_of", "weeks_of"]

#: Weeks of a wave where the blueprint says nothing. A guess.
_WEEKS: Final = 8
_WEEKS_A_YEAR: Final = 52


@dataclass(frozen=True, slots=True)
class Slot:
    """A week in which squads may go live, and its day where the blueprint names a start."""

    week: int
    day: dt.date | None


def step_of(waves: Waves) -> int:
    """Return the weeks from one wave to the next."""
    return waves.weeks or _WEEKS


def slots(waves: Waves, freeze: Sequence[Freeze], not_before: dt.date | None = None) -> Iterator[Slot]:
    """Yield the weeks in which squads may go live, earliest first; there is no last one unless a freeze never ends.

    Parameters
    ----------
    waves : Waves
    freeze : sequence of Freeze
        A wave that would begin in one of these begins when it ends, and the next ones after that. Dates of freezes say nothing
        on a road without a start.
    not_before : datetime.date, optional
        A day before which nothing binds, such as that of a works council's advice.
    """
    step, week = step_of(waves), max(step_of(waves), waves.consultation_weeks or 0)
    if waves.start is None:
        while True:
            yield Slot(week, None)
            week += step
    days = dt.timedelta(weeks=step)
    day: dt.date | None = max(waves.start + dt.timedelta(weeks=week), not_before or dt.date.min)
    while day is not None:
        day = _thawed(day, freeze)
        if day is None:
            return
        yield Slot(week_of(day, waves.start), day)
        day = day + days if day <= dt.date.max - days else None


def week_of(day: dt.date, start: dt.date) -> int:
    """Return the week in which a day lies, counted in whole weeks after the start; the first one is 0."""
    return max(0, ceil((day - start).days / 7))


def weeks_of(months: float) -> int:
    """Return the weeks that so many months take; what has begun counts as a whole one."""
    return ceil(months * _WEEKS_A_YEAR / 12)


def _thawed(day: dt.date, freeze: Sequence[Freeze]) -> dt.date | None:
    """Return the first day from one on that lies in no freeze; ``None`` where a freeze without an end covers it."""
    for _ in range(len(freeze) + 1):
        for cold in freeze:
            if (cold.start or dt.date.min) <= day and (cold.until is None or day < cold.until):
                if cold.until is None:
                    return None
                day = cold.until
    return day
