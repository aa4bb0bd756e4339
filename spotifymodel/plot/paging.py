"""Pictures that take several pages: cutting what they show, and turning to the page that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from spotifymodel.errors import UsageError
from spotifymodel.words.pictures import phrase

__all__ = ["cut", "page_remark", "turned_to"]

_T = TypeVar("_T")


def cut(things: Sequence[_T], most: int) -> tuple[Sequence[_T], ...]:
    """Return the things in pieces of at most so many, in their order.

    Examples
    --------
    >>> cut("abcde", 2)
    ('ab', 'cd', 'e')
    """
    return tuple(things[start : start + most] for start in range(0, len(things), most))


def turned_to(pages: Sequence[_T], page: int) -> _T:
    """Return the page that was asked for; the first is 1.

    Raises
    ------
    UsageError
        For a page that the picture does not have.
    """
    if not 1 <= page <= len(pages):
        raise UsageError(f"there is no page {page}: this picture has pages 1 to {len(pages)}", str(page))
    return pages[page - 1]


def page_remark(page: int, count: int, language: str) -> list[str]:
    """Return the remark which page of how many this is; none where there is one page.

    Examples
    --------
    >>> page_remark(2, 3, "nl"), page_remark(1, 1, "en")
    (['pagina 2 van 3'], [])
    """
    return [phrase(language, "page", page=page, n=count)] if count > 1 else []
