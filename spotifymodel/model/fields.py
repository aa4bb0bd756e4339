"""The kinds of value that records hold: ids, names, texts, dates, fractions, levels, as schemas of pydantic's core.

Every constraint stands here as data, so that reading a large chart never calls back into Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from .record import Schema

__all__ = [
    "ALLOCATION",
    "DATE",
    "DATE_PATTERN",
    "EXTRA",
    "FLAG",
    "FLOOR",
    "FORBIDDEN",
    "FTE",
    "ID",
    "LEVEL",
    "LOAD",
    "NAME",
    "NOTHING",
    "REASON",
    "SEATS",
    "TEXT",
    "WAVE",
    "YEARS",
    "Extra",
    "choice",
    "listed",
    "mapped",
    "optional",
]

#: Control characters and bidirectional overrides make malformed pictures and deceive readers; joiners (emoji, Persian) pass.
#: Written so that Rust, JavaScript (editors) and Python understand it alike.
FORBIDDEN: Final = r"\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069"
DATE_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _text(pattern: str, longest: int, shortest: int = 0) -> Schema:
    lengths = {"min_length": shortest, "max_length": longest}
    return {"type": "str", "strict": True, **lengths, "pattern": pattern, "metadata": {"characters": True}}


def _number(**limits: float) -> Schema:
    return {"type": "float", "strict": True, **limits}


#: 1 to 200 characters without control or bidi-override characters.
ID: Final = _text(f"^[^{FORBIDDEN}]*$", 200, 1)
#: A label on one line.
NAME: Final = _text(f"^[^{FORBIDDEN}]*$", 500)
#: Free text; line breaks and tabs are welcome.
TEXT: Final = _text(rf"^(?:[^{FORBIDDEN}]|[\n\r\t])*$", 20_000)
#: Free text that says something.
REASON: Final = {**TEXT, "min_length": 1}

FTE: Final = _number(ge=0, le=1.5)
ALLOCATION: Final = _number(gt=0, le=1)
YEARS: Final = _number(ge=0, le=80)
SEATS: Final = _number(ge=0, le=1000, multiple_of=0.5)
LOAD: Final = _number(ge=0, le=1)
FLOOR: Final = _number(ge=0, le=100_000)
LEVEL: Final[Schema] = {"type": "int", "strict": True, "ge": 0, "le": 3}
WAVE: Final[Schema] = {"type": "int", "strict": True, "ge": 0, "le": 10_000}
FLAG: Final[Schema] = {"type": "bool", "strict": True}

#: ``YYYY-MM-DD``, in Python also a ``datetime.date``; never numbers, times or timestamps.
DATE: Final[Schema] = {
    "type": "union",
    "mode": "left_to_right",
    "choices": [
        {"type": "chain", "steps": [{"type": "str", "strict": True, "pattern": DATE_PATTERN}, {"type": "date"}]},
        {"type": "date", "strict": True},
    ],
}
#: What the file says beyond the model: kept, written back, ignored by rules.
EXTRA: Final[Schema] = {"type": "dict", "keys_schema": {"type": "str", "strict": True}, "values_schema": {"type": "any"}}
Extra = Mapping[str, Any]


def optional(schema: Schema) -> Schema:
    """Return the schema of a value that may be absent."""
    return {"type": "nullable", "schema": schema}


def choice(words: Any) -> Schema:
    """Return the schema of one of the words of a ``Literal``."""
    return {"type": "literal", "expected": list(get_args(words))}


def listed(schema: Schema) -> Schema:
    """Return the schema of a list, read as a tuple."""
    return {"type": "tuple", "items_schema": [schema], "variadic_item_index": 0}


def mapped(keys: Schema, values: Schema) -> Schema:
    """Return the schema of a mapping."""
    return {"type": "dict", "keys_schema": keys, "values_schema": values}


def in_tuple(given: Any) -> Any:
    """Put a single holder into a tuple, so that roles always read as a sequence; ``null`` is nobody."""
    if given is None:
        return ()
    return given if isinstance(given, list | tuple) else (given,)


class _Nothing(dict[str, Any]):
    """The empty mapping that records share as a default: one object for all, and nobody can fill it."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    def __setitem__(self, key: str, value: Any) -> None:
        raise TypeError("records are immutable: use an edit, which returns a new chart")

    def __reduce__(self) -> str:
        return "NOTHING"


#: A factory per record would call Python three times a person; this costs nothing.
NOTHING: Final[Mapping[str, Any]] = _Nothing()
