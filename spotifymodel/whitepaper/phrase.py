"""A phrase in both languages, and statements that cite where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from spotifymodel.model.citation import Citation, cite_whitepaper

__all__ = ["Language", "Phrase", "Statement", "both", "statement"]

Language: TypeAlias = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same thing said in Dutch and in English.

    Examples
    --------
    >>> phrase = Phrase("maximaal negen leden", "at most nine members")
    >>> phrase.said("nl"), str(phrase)
    ('maximaal negen leden', 'at most nine members')
    """

    nl: str
    en: str

    def said(self, language: Language) -> str:
        """Return the phrase in one language."""
        return self.nl if language == "nl" else self.en

    def __str__(self) -> str:
        return self.en


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the whitepaper says.

    Parameters
    ----------
    key : str
        Stable name for programs.
    text : Phrase
        What it says; the Dutch is a short quote, the English a translation.
    source : Citation
        Where it says so.
    """

    key: str
    text: Phrase
    source: Citation


def both(nl: str, en: str) -> Phrase:
    """Return a phrase; short, because data uses it often."""
    return Phrase(nl, en)


def statement(section: str, key: str, nl: str, en: str, quote: str | None = None) -> Statement:
    """Return a statement whose Dutch text is the quote, unless another quote is given."""
    return Statement(key, Phrase(nl, en), cite_whitepaper(section, nl if quote is None else quote))
