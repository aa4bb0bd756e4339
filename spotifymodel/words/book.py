"""What a book of pictures says of itself, in English and Dutch: its pages, and the parts of tribes that do not fit one."""

from __future__ import annotations

from typing import Final

from .pictures import told

__all__ = ["TEXTS", "phrase"]

TEXTS: Final[dict[str, dict[str, str | tuple[str, str]]]] = {
    "en": {
        "book": "Tribes, one by one",
        "wall": "All tribes",
        "on_page": "p. {page}",
        "number": "{page} / {n}",
        "squads": ("squad {first} of {all}", "squads {first}–{last} of {all}"),
        "chapters": ("chapter {first} of {all}", "chapters {first}–{last} of {all}"),
        "outside": "squads outside a tribe: p. {page}",
        "elsewhere": "Findings about no tribe",
        "alt": ("A book of {n} page: {titles}.", "A book of {n} pages: {titles}."),
        "and_more": "and {n} more",
    },
    "nl": {
        "book": "De tribes, één voor één",
        "wall": "Alle tribes",
        "on_page": "p. {page}",
        "number": "{page} / {n}",
        "squads": ("squad {first} van {all}", "squads {first}–{last} van {all}"),
        "chapters": ("chapter {first} van {all}", "chapters {first}–{last} van {all}"),
        "outside": "squads buiten een tribe: p. {page}",
        "elsewhere": "Bevindingen buiten de tribes",
        "alt": ("Een boek van {n} pagina: {titles}.", "Een boek van {n} pagina’s: {titles}."),
        "and_more": "en nog {n}",
    },
}


def phrase(language: str, key: str, **facts: object) -> str:
    """Return a text of a book in a language.

    Examples
    --------
    >>> phrase("nl", "squads", first=1, last=24, n=24, all=250), phrase("en", "on_page", page=3)
    ('squads 1–24 van 250', 'p. 3')
    """
    return told(TEXTS[language], language, key, **facts)
