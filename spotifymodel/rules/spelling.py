"""Names by their letters: however charts spell them."""

from __future__ import annotations

__all__ = ["folded"]


def folded(text: str) -> str:
    """Return only the letters and digits of a name, in small letters.

    Examples
    --------
    >>> folded("OR-advies"), folded("Product Owner")
    ('oradvies', 'productowner')
    """
    return "".join(filter(str.isalnum, text.casefold()))
