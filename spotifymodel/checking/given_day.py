"""A day as callers give it: a date, or text such as 2027-03-01."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress

from ..errors import UsageError

__all__ = ["Day", "given_day"]

Day = dt.date | str | None


def given_day(value: Day, name: str) -> dt.date | None:
    """Return the date that somebody gave as a date or as ISO text; ``None`` stays ``None``.

    Raises
    ------
    UsageError
        For anything else, by the name under which it was given; a ``datetime`` has a time, with which no day here compares.
    """
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    if isinstance(value, str) and len(value) == 10:
        with suppress(ValueError):
            return dt.date.fromisoformat(value)
    raise UsageError(f"{name} takes a date such as 2027-03-01, not {value!r}", str(value))
