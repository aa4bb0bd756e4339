"""The literature behind the profiles: who wrote what, where to read it, and whether it was read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pkgutil import get_data
from typing import Any, Literal

from spotifymodel.model.citation import WHITEPAPER, WHITEPAPER_SECTIONS, Citation

__all__ = ["Source", "cite", "literature"]


@dataclass(frozen=True, slots=True)
class Source:
    """A work that profiles cite.

    Parameters
    ----------
    key : str
        Short name in the profile files, such as ``kniberg-2012``.
    title, authors : str
        As published; authors may be empty.
    year : int or None
        Year of publication, ``None`` when undated.
    address : str
        Where to read it; may be empty.
    language : str
        ``nl`` or ``en``.
    seen : {'seen', 'memory'}
        Whether a public copy was read, in whole or in part, or whether it is quoted from memory.
    note : str
        What it says that matters here.
    """

    key: str
    title: str
    authors: str
    year: int | None
    address: str
    language: str
    seen: Literal["seen", "memory"]
    note: str

    @property
    def document(self) -> str:
        """How the work is cited.

        Examples
        --------
        >>> literature()["kniberg-2012"].document
        'Henrik Kniberg, Anders Ivarsson, Scaling Agile @ Spotify with Tribes, Squads, Chapters & Guilds (2012)'
        """
        if self.key == "brunel":
            return WHITEPAPER
        head = f"{self.authors}, {self.title}" if self.authors else self.title
        return f"{head} ({self.year})" if self.year else head


@lru_cache(maxsize=1)
def literature() -> dict[str, Source]:
    """Return the works that profiles cite, by key, in the order of the file.

    Notes
    -----
    Read once per process, in about 1 ms, and only when something is cited.
    """
    raw = get_data(__package__, "sources.toml")
    assert raw is not None
    table: dict[str, dict[str, Any]] = tomllib.loads(raw.decode("utf-8"))
    return {key: Source(key=key, **{**row, "year": row["year"] or None}) for key, row in table.items()}


def cite(document: str, section: str = "", quote: str = "", language: str | None = None) -> Citation:
    """Return a citation, spelled out when the document or the section is known by a short key.

    Parameters
    ----------
    document : str
        A key of `literature`, or a title of the caller's own.
    section : str
        A heading; for the whitepaper a key of `WHITEPAPER_SECTIONS`.
    quote : str
        A few words as printed.
    language : str, optional
        Language of the quote; that of the work unless given.

    Examples
    --------
    >>> cite("brunel", "tribe", "maximaal negen leden").section
    '4. Verdieping productmanagement in een agile organisatie, Organisatorische inrichting van een tribe'
    >>> cite("Our handbook", "Teams").document
    'Our handbook'
    """
    if document == "brunel":
        return Citation(WHITEPAPER, WHITEPAPER_SECTIONS.get(section, section), quote, language or "nl")
    work = literature().get(document)
    if work is None:
        return Citation(document, section, quote, language or "en")
    return Citation(work.document, section, quote, language or work.language)
