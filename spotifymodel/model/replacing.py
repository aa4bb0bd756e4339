"""A record with some fields replaced."""

from __future__ import annotations

from typing import Any, TypeVar

__all__ = ["replaced"]

R = TypeVar("R")
_set = object.__setattr__


def replaced(record: R, **fields: Any) -> R:
    """Return a copy of a record in which some fields hold other values, which are known to be valid.

    ``dataclasses.replace`` validates all fields again, nested squads of a tribe included, and refuses fields that files
    spell differently (``from``); an edit checks what it was given and shares the rest.

    Examples
    --------
    >>> from spotifymodel.model import Seat
    >>> replaced(Seat(person="anna", allocation=0.5), person="ben")
    Seat(person='ben', allocation=0.5, start=None, until=None)
    """
    new = object.__new__(type(record))
    for name in record.__slots__:  # type: ignore[attr-defined]
        _set(new, name, fields[name] if name in fields else getattr(record, name))
    return new
