"""Days as people write them, and which of the first two numbers is the day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final, Literal

from .folding import plain

__all__ = ["Order", "day_order", "has_short_year", "is_ambiguous", "read_day"]

Order = Literal["day-first", "month-first"]

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_NUMBERS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$")
_NAMED = re.compile(r"^(\d{1,2})(?:st|nd|rd|th|e|\.)?[-/. ]+([a-z]{3,9})\.?[-/. ,]+(\d{4}|\d{2})$")
_NAMED_FIRST = re.compile(r"^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")

#: First letters of month names in English, Dutch and German.
_MONTHS: Final = {
    **dict.fromkeys(("jan",), 1),
    **dict.fromkeys(("feb",), 2),
    **dict.fromkeys(("mar", "mrt", "maa"), 3),
    **dict.fromkeys(("apr",), 4),
    **dict.fromkeys(("may", "mei", "mai"), 5),
    **dict.fromkeys(("jun",), 6),
    **dict.fromkeys(("jul",), 7),
    **dict.fromkeys(("aug",), 8),
    **dict.fromkeys(("sep",), 9),
    **dict.fromkeys(("oct", "okt"), 10),
    **dict.fromkeys(("nov",), 11),
    **dict.fromkeys(("dec", "dez"), 12),
}


def day_order(values: Iterable[str]) -> Order:
    """Return which number comes first in dates such as 03-04-2027; the day, unless some date allows only the month.

    Examples
    --------
    >>> day_order(["03-04-2027", "17-06-2027"]), day_order(["03/04/2027", "06/17/2027"]), day_order(["03-04-2027"])
    ('day-first', 'month-first', 'day-first')
    """
    months = days = 0
    for text in values:
        found = _NUMBERS.match(text.strip())
        if found:
            first, second = int(found[1]), int(found[2])
            days += first > 12
            months += second > 12 >= first
    return "month-first" if months > days else "day-first"


def is_ambiguous(text: str) -> bool:
    """Tell whether a date means another day when day and month change places."""
    found = _NUMBERS.match(text.strip())
    return bool(found) and found is not None and int(found[1]) <= 12 and int(found[2]) <= 12 and int(found[1]) != int(found[2])


def has_short_year(text: str) -> bool:
    """Tell whether a date has a year of two digits."""
    found = _NUMBERS.match(text.strip()) or _NAMED.match(plain(text.strip()))
    return found is not None and len(found[3]) == 2


def read_day(text: str, order: Order = "day-first") -> dt.date | None:
    """Return the day that a cell names; ``None`` where it names none.

    Examples
    --------
    >>> str(read_day("2027-03-01")), str(read_day("1-3-2027")), str(read_day("3/1/2027", "month-first"))
    ('2027-03-01', '2027-03-01', '2027-03-01')
    >>> str(read_day("1 maart 2027")), str(read_day("20270301")), read_day("31-02-2027"), read_day("soon")
    ('2027-03-01', '2027-03-01', None, None)
    """
    text = text.strip()
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _NUMBERS.match(text)
    if found:
        first, second = int(found[1]), int(found[2])
        day, month = (second, first) if order == "month-first" else (first, second)
        return _day(_year(found[3]), month, day)
    said = plain(text)
    found = _NAMED.match(said)
    if found:
        return _day(_year(found[3]), _MONTHS.get(found[2][:3], 0), int(found[1]))
    found = _NAMED_FIRST.match(said)
    if found:
        return _day(_year(found[3]), _MONTHS.get(found[1][:3], 0), int(found[2]))
    return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
