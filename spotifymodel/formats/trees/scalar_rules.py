"""What an unquoted YAML scalar means, depending on the key under which it stands."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

__all__ = ["NULLS", "ScalarRules", "boolean_value", "core_value", "number_fault", "number_value", "text_value"]

NULLS: Final = frozenset({"", "~", "null"})
"""What is null everywhere when it is not quoted."""

_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_OCTAL: Final = re.compile(r"0o[0-7]+\Z")
_HEX: Final = re.compile(r"0x[0-9a-fA-F]+\Z")
_NOT_FINITE: Final = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")
_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True)
class ScalarRules:
    """Which keys make an unquoted scalar something else than text.

    YAML decides from the look of a scalar what it is, and gets organisations wrong: ``NO`` becomes false, ``00012`` ten,
    ``12:30`` 750. Here a scalar is the text that was written, unless its key says otherwise. ``null``, ``~`` and nothing
    are null everywhere; what stands between quotes is text everywhere.

    Parameters
    ----------
    numbers : frozenset of str
        Keys whose values are numbers. A value that is none (``0,8``, ``1_000``, ``.inf``) stays text, for the schema to
        refuse.
    booleans : frozenset of str
        Keys whose values are ``true`` or ``false``; ``yes`` and the like stay text.
    number_maps : frozenset of str
        Keys whose value is a mapping from names to numbers.
    free : frozenset of str
        Keys under which the core schema of YAML 1.2 decides, at any depth; but digits with leading zeros stay text,
        since they are codes.

    Examples
    --------
    >>> rules = ScalarRules(frozenset({"fte"}), frozenset({"vacancy"}), frozenset({"skills"}), frozenset({"extra"}))
    >>> rules.convert("fte", "0.8"), rules.convert("fte", "0,8"), rules.convert("name", "0.8")
    (0.8, '0,8', '0.8')
    >>> rules.convert("vacancy", "true"), rules.convert("vacancy", "yes"), rules.convert("lead", "~")
    (True, 'yes', None)
    """

    numbers: frozenset[str] = frozenset()
    booleans: frozenset[str] = frozenset()
    number_maps: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()

    def convert(self, key: str, text: str) -> str | int | float | bool | None:
        """Return what an unquoted scalar under a key means; the key stands in no mapping that has rules of its own."""
        if key in self.numbers:
            return number_value(text)
        if key in self.booleans:
            return boolean_value(text)
        return core_value(text) if key in self.free else text_value(text)


def text_value(text: str) -> str | None:
    """Return the text itself, or ``None`` for ``null``, ``~`` and nothing."""
    return None if text in NULLS else text


def boolean_value(text: str) -> str | bool | None:
    """Return the truth value that ``true`` or ``false`` writes, or the text itself; null is null."""
    return text == "true" if text in ("true", "false") else text_value(text)


def number_value(text: str) -> str | int | float | None:
    """Return the number that an unquoted scalar writes, or the text itself where it is none; null is null.

    Notes
    -----
    Digits with leading zeros are no number. A number too large for a float stays text; a whole number is returned however
    long it is.
    """
    if _INTEGER.match(text):
        # int() refuses thousands of digits with an error of its own; the readers refuse them long before.
        return int(text) if len(text) < 1000 else text
    if _FLOAT.match(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text_value(text)


def core_value(text: str) -> str | int | float | bool | None:
    """Return what the core schema of YAML 1.2 makes of an unquoted scalar, leading zeros and infinities excepted."""
    if text in _WORDS:
        return _WORDS[text]
    if _OCTAL.match(text):
        return int(text[2:], 8)
    if _HEX.match(text):
        return int(text[2:], 16)
    return number_value(text)


def number_fault(text: str, digits: int, *, free: bool) -> str:
    """Return what is wrong with the number that an unquoted scalar writes.

    Parameters
    ----------
    text : str
        The scalar.
    digits : int
        How many a whole number may have.
    free : bool
        Whether the core schema reads it; else infinities are left to the schema as text.

    Returns
    -------
    {"", "limit", "out-of-range"}
        Nothing, too many digits, or not finite.
    """
    if _INTEGER.match(text):
        return "limit" if len(text.lstrip("+-")) > digits else ""
    if free and (_HEX.match(text) or _OCTAL.match(text)):
        return "limit" if len(text) > 100 or len(str(core_value(text))) > digits else ""
    if free and (_NOT_FINITE.match(text) or (_FLOAT.match(text) and math.isinf(float(text)))):
        return "out-of-range"
    return ""
