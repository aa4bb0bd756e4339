"""The kinds of value that records hold: ids, names, texts, dates, fractions, levels, holders.

Every constraint stands here as data of pydantic's core, so that reading a large chart never calls back into Python.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import ConfigDict, Field, GetPydanticSchema, JsonValue, Strict
from pydantic_core import core_schema

#: Written so that Rust, JavaScript (editors) and Python understand it alike.
#: Control characters and bidirectional overrides make malformed pictures and deceive readers; joiners (emoji, Persian) pass.
FORBIDDEN: Final = r"\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069"
DATE_PATTERN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

#: What every record promises: unknown keys refused, no NaN, immutable; keys of the file are the aliases.
RECORD: Final = ConfigDict(extra="forbid", allow_inf_nan=False, validate_by_name=True, validate_by_alias=True)

Id = Annotated[str, Strict(), Field(min_length=1, max_length=200, pattern=f"^[^{FORBIDDEN}]*$")]
"""1 to 200 characters without control or bidi-override characters."""

Name = Annotated[str, Strict(), Field(max_length=500, pattern=f"^[^{FORBIDDEN}]*$")]
"""A label on one line."""

Text = Annotated[str, Strict(), Field(max_length=20_000, pattern=rf"^(?:[^{FORBIDDEN}]|[\n\r\t])*$")]
"""Free text; line breaks and tabs are welcome."""

Fte = Annotated[float, Strict(), Field(ge=0, le=1.5)]
Allocation = Annotated[float, Strict(), Field(gt=0, le=1)]
Level = Annotated[int, Strict(), Field(ge=0, le=3)]
Years = Annotated[float, Strict(), Field(ge=0, le=80)]
Seats = Annotated[float, Strict(), Field(ge=0, le=1000, multiple_of=0.5)]
Load = Annotated[float, Strict(), Field(ge=0, le=1)]
Flag = Annotated[bool, Strict()]


def _date_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    """Accept a ``date`` or ISO text of ten characters; never numbers, times or timestamps."""
    text = core_schema.chain_schema([core_schema.str_schema(strict=True, pattern=DATE_PATTERN), core_schema.date_schema()])
    return core_schema.union_schema([text, core_schema.date_schema(strict=True)], mode="left_to_right")


Date = Annotated[
    dt.date,
    GetPydanticSchema(_date_schema, lambda _s, _h: {"type": "string", "format": "date", "pattern": DATE_PATTERN}),
]
"""``YYYY-MM-DD``; in Python also a ``datetime.date``."""

Extra = Mapping[str, JsonValue]
"""What the file says beyond the model: kept, written back, ignored by rules."""


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


def in_tuple(value: Any) -> Any:
    """Put a single holder into a tuple, so that roles always read as a sequence; ``null`` is nobody."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
