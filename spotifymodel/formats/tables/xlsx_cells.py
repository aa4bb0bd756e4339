"""A spreadsheet's cell as the text that its reader sees: ids with their zeros, whole numbers without a point, days as days."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

__all__ = ["number_text", "shown"]

_ZEROS = re.compile(r'^(?:"[^"]*")?(0{2,})(?:;.*)?$')
_PERCENT: Final = re.compile(r"^[0#.,]*%")
_ESCAPED = re.compile(r"_x000[aAdD9]_")


def number_text(value: int | float) -> str:
    """Return a number without what a computer adds to it.

    Examples
    --------
    >>> number_text(1.0), number_text(0.1 + 0.2), number_text(4711), number_text(1e20)
    ('1', '0.3', '4711', '100000000000000000000')
    """
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}"


def shown(value: object, number_format: str = "General") -> str:
    """Return a cell's value as a person reads it in the spreadsheet.

    Examples
    --------
    >>> shown(42, "00000"), shown(0.8, "0%"), shown(1.0), shown(True), shown("0042")
    ('00042', '80%', '1', 'TRUE', '0042')
    >>> shown(dt.datetime(2027, 3, 1)), shown(dt.datetime(2027, 3, 1, 8, 30)), shown(None)
    ('2027-03-01', '2027-03-01 08:30', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(" ", value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_shown(value, number_format)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value)


def _number_shown(value: int | float, number_format: str) -> str:
    if number_format and number_format != "General":
        zeros = _ZEROS.match(number_format)
        if zeros and float(value).is_integer() and value >= 0:
            return number_text(value).zfill(len(zeros[1]))
        if _PERCENT.match(number_format):
            return number_text(round(value * 100, 10)) + "%"
    return number_text(value)
