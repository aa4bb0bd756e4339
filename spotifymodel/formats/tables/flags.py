"""Yes and no in three languages, contract types, cells that say nothing, and names of seats that nobody fills."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from .folding import plain, squeeze

__all__ = ["is_blank_word", "is_inactive", "is_no_manager", "is_total", "is_vacancy_name", "second_line_name", "truth", "truth_of_contract"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_YES: Final = _set("yes y true waar ja j wahr x 1 v ✓ ✔ ☑ √ aan on")
_NO: Final = _set("no n false onwaar nee nein falsch 0 uit off")
_EXTERNAL: Final = _set(
    "extern externe external inhuur ingehuurd contractor contingent zzp zzper freelance freelancer gedetacheerd detachering "
    "uitzendkracht consultant"
)
_INTERNAL: Final = _set(
    "intern interne internal vast vastdienstverband onbepaaldetijd onbepaald bepaaldetijd bepaald tijdelijk permanent "
    "regular employee medewerker werknemer fixedterm temporary loondienst unbefristet befristet festangestellt stagiair "
    "stagiaire trainee"
)
_INACTIVE: Final = _set("inactive inactief inaktiv terminated left uitdienst vertrokken ausgetreten ontslagen closed")
_NO_MANAGER: Final = _set(
    "none nomanager nomgr nohr geen geenmanager geenleidinggevende niemand nvt na root top keine keiner self zelf null nan selbst"
)
_BLANK: Final = frozenset(
    {
        "n/a",
        "#n/a",
        "n.v.t.",
        "nvt",
        "null",
        "nan",
        "none",
        "<na>",
        "geen",
        "(leeg)",
        "(blank)",
        "(blanks)",
        "keine",
        "k.a.",
        "onbekend",
        "unknown",
    }
)
_VACANCY = re.compile(
    r"^\W*(?:vacature|vacant|vacancy|openstaande? |open (?:position|seat|plek|positie|vacature|rol|role)|nog in te vullen|"
    r"nog te werven|in te vullen|to be (?:hired|filled|decided|determined|announced)|te werven|vakant|vakanz|offene stelle|"
    r"unbesetzt|niet ingevuld|unfilled|new hire)\b",
)
_VACANCY_WORDS: Final = frozenset({"nn", "tbd", "tba", "tbh", "open", "openstaand", "xxx", "vacature"})
_SECOND_LINE = re.compile(
    r"\b(?:(?:2e|2de|2nd|tweede|second|zweite|2\.)[\s-]*(?:lijns|lijn|line|linie)|tweedelijns?|2lod|second line of defen[cs]e)\b"
)
#: A service desk has a second line too, and it is no line of defence.
_SERVICE_DESK = re.compile(r"support|service|servicedesk|helpdesk|\bdesk\b|beheer|klant|customer|technical|incident|kundendienst")


@lru_cache(maxsize=4096)
def truth(text: str) -> bool | None:
    """Return what a yes/no cell says; ``None`` where it says neither.

    Examples
    --------
    >>> truth("Ja"), truth("x"), truth("nee"), truth("WAAR"), truth("misschien")
    (True, True, False, True, None)
    """
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


@lru_cache(maxsize=4096)
def truth_of_contract(text: str) -> bool | None:
    """Return whether a cell about the kind of contract means somebody from outside.

    Examples
    --------
    >>> truth_of_contract("Inhuur"), truth_of_contract("vast"), truth_of_contract("ja"), truth_of_contract("?")
    (True, False, True, None)
    """
    word = squeeze(text)
    return True if word in _EXTERNAL else False if word in _INTERNAL else truth(text)


def is_inactive(text: str) -> bool:
    """Tell whether a status column says that somebody no longer works here."""
    return squeeze(text) in _INACTIVE or truth(text) is False


@lru_cache(maxsize=4096)
def is_no_manager(text: str) -> bool:
    """Tell whether a manager cell says that there is none.

    Examples
    --------
    >>> [is_no_manager(t) for t in ("NO_MANAGER", "NO_MGR", "none", "geen", "-", "self", "p001")]
    [True, True, True, True, True, True, False]
    """
    return not squeeze(text) or squeeze(text) in _NO_MANAGER


@lru_cache(maxsize=4096)
def is_blank_word(text: str) -> bool:
    """Tell whether a cell holds a word that stands for nothing, such as ``n/a`` or a dash.

    Examples
    --------
    >>> is_blank_word("n.v.t."), is_blank_word("-"), is_blank_word("NVT"), is_blank_word("IT")
    (True, True, True, False)
    """
    return not text.strip("-–—?. ") or text.casefold() in _BLANK


@lru_cache(maxsize=4096)
def is_vacancy_name(name: str) -> bool:
    """Tell whether a name stands for a seat that nobody fills yet.

    Examples
    --------
    >>> [is_vacancy_name(n) for n in ("Vacature tester", "N.N.", "TBD", "vacant 2", "Nnamdi", "Open", "Toon Openheim")]
    [True, True, True, True, False, True, False]
    """
    return squeeze(name).rstrip("0123456789") in _VACANCY_WORDS or bool(_VACANCY.search(plain(name)))


@lru_cache(maxsize=4096)
def second_line_name(unit: str) -> bool | None:
    """Return whether a unit's name says second line of defence; ``None`` where it could be a service desk's second line.

    Examples
    --------
    >>> second_line_name("Risk & Compliance (2e lijn)"), second_line_name("Servicedesk 2e lijn"), second_line_name("Risk")
    (True, None, False)
    """
    name = plain(unit)
    if not _SECOND_LINE.search(name):
        return False
    return None if _SERVICE_DESK.search(name) else True


def is_total(text: str) -> bool:
    """Tell whether a cell opens a line that adds up the others.

    Examples
    --------
    >>> is_total("Totaal"), is_total("Subtotaal IT:"), is_total("Toon Totaal")
    (True, True, False)
    """
    return plain(text).split(" ")[0].rstrip(":") in ("totaal", "subtotaal", "total", "subtotal", "eindtotaal", "summe", "gesamt", "grand")
