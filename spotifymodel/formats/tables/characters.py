"""Characters that a list may hold and a chart may not, and how they are named to a reader."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["FORBIDDEN", "clean", "printable", "spell_character"]

#: Control characters, lone surrogates and bidirectional overrides: they deceive readers and break pictures.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")


def clean(text: str) -> tuple[str, bool]:
    r"""Return a cell with breaks and tabs as spaces, trimmed, and whether a break was inside.

    Examples
    --------
    >>> clean(" Anna\r\nde Vries "), clean("IT ")
    (('Anna de Vries', True), ('IT', False))
    """
    text = text.strip()
    if text.isprintable():
        return text, False
    joined = _BREAKS.sub(" ", text)
    return joined, joined != text


def spell_character(character: str) -> str:
    r"""Return a character that should not be printed as its code and name.

    Examples
    --------
    >>> spell_character("\u202e"), spell_character("\x00")
    ('U+202E RIGHT-TO-LEFT OVERRIDE', 'U+0000')
    """
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def printable(text: str) -> str:
    r"""Return a text that cannot steer a terminal or turn round what stands beside it.

    Examples
    --------
    >>> printable("IT\x1b[2J")
    'IT<U+001B>[2J'
    """
    text = _BREAKS.sub(" ", text)
    return FORBIDDEN.sub(lambda m: f"<U+{ord(m[0]):04X}>", text)
