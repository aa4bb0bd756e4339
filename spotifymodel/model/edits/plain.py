"""Values in the form that JSON holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Any

from ...errors import UsageError
from ..record import keys_of

__all__ = ["plain"]


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: dates as ISO text, tuples as lists, records as the mappings of files.

    Raises
    ------
    UsageError
        For what no file can hold.

    Examples
    --------
    >>> from spotifymodel.model import Seat
    >>> plain({"members": ("ben", Seat(person="anna", start="2027-01-01"))})
    {'members': ['ben', {'person': 'anna', 'from': '2027-01-01'}]}
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {_key(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _record(value)
    raise UsageError(f"an edit cannot hold a {type(value).__name__}: give text, numbers, dates, lists, mappings or records of a chart")


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise UsageError(f"the keys of an edit are text, not {type(key).__name__}")
    return key


def _record(record: Any) -> dict[str, Any]:
    """Return what a record says beyond its defaults, under the names of files."""
    cls: Any = type(record)
    written: dict[str, Any] = {}
    for name, key in keys_of(cls).items():
        value = getattr(record, name)
        if value is None or value is False or value in ((), {}):
            continue
        written[key] = plain(value)
    return written
