"""What charts call the gate at which the works council gives its advice."""

from __future__ import annotations

from typing import Final

from .spelling import folded

__all__ = ["asks_works_council"]

_SPELLINGS: Final = frozenset({"workscouncil", "workscounciladvice", "or", "oradvies", "ondernemingsraad", "adviesondernemingsraad"})


def asks_works_council(kind: str) -> bool:
    """Tell whether a gate of some kind is that of the works council.

    Examples
    --------
    >>> asks_works_council("OR-advies"), asks_works_council("go_live")
    (True, False)
    """
    return folded(kind) in _SPELLINGS
