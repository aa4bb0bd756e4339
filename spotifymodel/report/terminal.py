"""Text that is safe on a terminal: no escape sequences, no invisible characters, measured in columns."""

from __future__ import annotations

import unicodedata
from typing import Final

from ..words.printing import columns

__all__ = ["columns", "crop", "painted", "printable"]

_COLOURS: Final = {"error": "31;1", "warning": "33;1", "advice": "36;1", "quiet": "2", "bold": "1"}


def printable(text: str) -> str:
    r"""Return text with control and bidi-override characters shown as ``<U+XXXX>``; tabs as a space.

    Examples
    --------
    >>> printable("a\x1b[31mb")
    'a<U+001B>[31mb'
    """
    if text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    hidden = unicodedata.category(character) in ("Cc", "Cs") or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return f"<U+{ord(character):04X}>" if hidden or character in "\u2028\u2029" else character


def crop(line: str, at: int, width: int) -> tuple[str, int]:
    """Return the part of a line around a position that fits a width, and where the position stands in it.

    Parameters
    ----------
    line : str
    at : int
        0-based index of the character to keep in sight.
    width : int
        Characters available.
    """
    if len(line) <= width:
        return line, at
    start = max(0, min(at - width // 3, len(line) - width))
    part = line[start : start + width]
    if start > 0:
        part = "…" + part[1:]
    if start + width < len(line):
        part = part[:-1] + "…"
    return part, at - start


def painted(text: str, paint: str, colour: bool) -> str:
    """Return text in a terminal colour, where colour is wanted."""
    return f"\x1b[{_COLOURS[paint]}m{text}\x1b[0m" if colour else text
