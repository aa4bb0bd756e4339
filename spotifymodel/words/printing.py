"""How wide text is where every letter has a column of its own."""

from __future__ import annotations

import unicodedata

__all__ = ["columns", "padded"]


def columns(text: str) -> int:
    r"""Return how many columns a terminal needs: two for wide characters, none for joining marks.

    Examples
    --------
    >>> columns("Łukasz"), columns("株式会社"), columns("e\u0301")
    (6, 8, 1)
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 or unicodedata.category(c) == "Cf" for c in text)


def padded(text: str, width: int, right: bool = False) -> str:
    """Return text with blanks up to a width: behind it, or before it where it stands flush right.

    Examples
    --------
    >>> padded("株", 4) + "|", padded("7", 3, right=True)
    ('株  |', '  7')
    """
    blanks = " " * (width - columns(text))
    return blanks + text if right else text + blanks
