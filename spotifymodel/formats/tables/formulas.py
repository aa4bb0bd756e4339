"""Cells that a spreadsheet would run instead of show, and the mark that stops it.

A spreadsheet takes a cell for a formula by its first visible character. The mark is an apostrophe in front; reading takes
it off again, so that writing and reading keep every text as it was.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["guard", "unguard"]

#: = + - @ and what compatibility forms, other widths and the mathematical minus make of them.
_SIGNS: Final = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c\u2212\t\r\n"
#: What stands unseen before the first character: spaces of all kinds, joiners, marks of direction.
_UNSEEN: Final = "\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LIVE = re.compile(f"'*[{_UNSEEN}]*[{_SIGNS}]")
_GUARDED = re.compile(f"'+[{_UNSEEN}]*[{_SIGNS}]")


def guard(text: str) -> str:
    r"""Return a text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> guard("=1+1"), guard("Anna"), guard(" \u200b+31"), guard("＝SUM(A1)"), guard("'s-Gravenhage")
    ("'=1+1", 'Anna', "' \u200b+31", "'＝SUM(A1)", "'s-Gravenhage")
    """
    return "'" + text if _LIVE.match(text) else text


def unguard(text: str) -> str:
    """Return a text without the mark that :func:`guard` put in front.

    Examples
    --------
    >>> [unguard(guard(t)) for t in ("=1", "'=1", "''=1", "'s", "-")]
    ['=1', "'=1", "''=1", "'s", '-']
    """
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text
