"""Where a statement comes from: a document, a section of it, and a short quote as printed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

__all__ = ["WHITEPAPER", "WHITEPAPER_SECTIONS", "Citation", "Confidence", "cite_whitepaper"]

Confidence: TypeAlias = Literal["stated", "inferred", "guess"]
"""How something is known: *stated* by its source, *inferred* from what the source says, or a *guess* nobody published."""

WHITEPAPER: Final = "Brunel, De rol van de nieuwe productmanager binnen de financiële dienstverlening"
"""How the source document is cited everywhere."""

_ONE: Final = "1. Markten veranderen, bedrijven veranderen, functies veranderen"
_TWO: Final = "2. De traditionele productmanager 1.0"
_THREE: Final = "3. De veranderende rol van de productmanager"
_FOUR: Final = "4. Verdieping productmanagement in een agile organisatie"
_FIVE: Final = "5. Conclusie"
_LAST: Final = "Aanbevelingen"

WHITEPAPER_SECTIONS: Final = MappingProxyType(
    {
        "opening": "Inleiding",
        "external": f"{_ONE}, Externe analyse",
        "internal": f"{_ONE}, Interne analyse",
        "pm10": _TWO,
        "duties": f"{_TWO}, Aandachtsgebieden Productmanagement",
        "opinions": f"{_TWO}, Meningen en opvattingen over de rol van de productmanager",
        "roles10": f"{_TWO}, De rol van de productmanager 1.0",
        "drivers": f"{_THREE}, Drivers of change",
        "process": f"{_THREE}, Proces",
        "customer": f"{_THREE}, Klant",
        "organisation": f"{_THREE}, Organisatie",
        "agile": _FOUR,
        "blocks": f"{_FOUR}, Opbouw agile organisatie",
        "layers": f"{_FOUR}, Taken per laag van het Spotify-model",
        "tribe": f"{_FOUR}, Organisatorische inrichting van een tribe",
        "pm-roles": f"{_FOUR}, Rollen productmanager in een agile organisatie",
        "figure": f"{_FOUR}, figuur Tribe ‘Hypotheek’",
        "pm20": f"{_FIVE}, De productmanager 2.0",
        "differences": f"{_FIVE}, Verschillen tussen productmanager 1.0 en 2.0",
        "roles20": f"{_FIVE}, Productmanager 2.0",
        "recommendations": _LAST,
        "to-management": f"{_LAST}, Aanbevelingen aan het management",
        "to-product-management": f"{_LAST}, Aanbevelingen aan productmanagement",
    }
)
"""The whitepaper's headings by a short key; the opening page has no printed heading and is called *Inleiding* here."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement stands.

    Parameters
    ----------
    document : str
        Author and title, or the name of the profile that decided it.
    section : str
        Heading of the section; may be empty where a source has none.
    quote : str
        A few words as printed, in the language of the document; empty where only the gist is known.
    language : str
        Language of the quote: ``nl`` or ``en``.

    Examples
    --------
    >>> print(Citation("Scrum Guide 2017", "Development Team Size", "", "en"))
    Scrum Guide 2017, Development Team Size
    >>> print(cite_whitepaper("tribe", "maximaal negen leden").quote)
    maximaal negen leden
    """

    document: str
    section: str
    quote: str
    language: str

    def __str__(self) -> str:
        where = f"{self.document}, {self.section}" if self.section else self.document
        return f"{where}: “{self.quote}”" if self.quote else where


def cite_whitepaper(section: str, quote: str = "") -> Citation:
    """Return a citation of the whitepaper.

    Parameters
    ----------
    section : str
        A key of `WHITEPAPER_SECTIONS`.
    quote : str
        A few Dutch words as printed.

    Raises
    ------
    KeyError
        When the whitepaper has no such section (a mistake in our own data).
    """
    return Citation(WHITEPAPER, WHITEPAPER_SECTIONS[section], quote, "nl")
