"""What reports say around the findings."""

from __future__ import annotations

from typing import Final

__all__ = ["CONFIDENCE_NAMES", "KIND_NAMES", "REPORT_WORDS", "ROLE_NAMES", "SEVERITY_NAMES", "UNIT_NAMES", "plural"]

SEVERITY_NAMES: Final = {
    "en": {"error": "error", "warning": "warning", "advice": "advice", "unknown": "unknown", "waived": "waived", "off": "off"},
    "nl": {"error": "fout", "warning": "waarschuwing", "advice": "advies", "unknown": "onbekend", "waived": "ontheven", "off": "uit"},
}
CONFIDENCE_NAMES: Final = {
    "en": {"stated": "stated", "inferred": "inferred", "guess": "guess"},
    "nl": {"stated": "gesteld", "inferred": "afgeleid", "guess": "gok"},
}
#: Kinds of subjects that a rule judges.
KIND_NAMES: Final = {
    "en": {k: k for k in ("person", "squad", "tribe", "chapter", "product", "unit", "duty", "organisation", "waiver")},
    "nl": {
        "person": "persoon",
        "squad": "squad",
        "tribe": "tribe",
        "chapter": "chapter",
        "product": "product",
        "unit": "afdeling",
        "duty": "taak",
        "organisation": "organisatie",
        "waiver": "ontheffing",
    },
}
#: Units of limits in Dutch; in English the profile's own word is shown.
UNIT_NAMES: Final = {
    "people": "mensen",
    "years": "jaar",
    "share": "aandeel",
    "level": "niveau",
    "skills": "vaardigheden",
    "domains": "domeinen",
    "allocation": "inzet",
    "chapters": "chapters",
    "squads": "squads",
    "FTE": "fte",
}
_PLURALS: Final = {
    "en": {
        "error": ("error", "errors"),
        "warning": ("warning", "warnings"),
        "advice": ("advice", "advice"),
        "unknown": ("rule unknown", "rules unknown"),
        "waived": ("waived", "waived"),
        "subject": ("subject", "subjects"),
    },
    "nl": {
        "error": ("fout", "fouten"),
        "warning": ("waarschuwing", "waarschuwingen"),
        "advice": ("advies", "adviezen"),
        "unknown": ("regel onbekend", "regels onbekend"),
        "waived": ("ontheven", "ontheven"),
        "subject": ("onderwerp", "onderwerpen"),
    },
}
ROLE_NAMES: Final = {
    "en": {"PO": "Product owner", "CL": "Chapter lead", "TL": "Tribe lead", "AC": "Agile coach"},
    "nl": {"PO": "Product owner", "CL": "Chapter lead", "TL": "Tribe lead", "AC": "Agile coach"},
}
REPORT_WORDS: Final = {
    "en": {
        "measured": "measured",
        "limit": "limit",
        "from": "from",
        "line": "line",
        "until": "until",
        "source": "source",
        "fix": "fix",
        "edit": "edit",
        "not_judged": "not judged: the chart does not say",
        "nothing": "nothing found",
        "profile": "profile",
        "readings": "read as",
        "as_of": "judged on",
        "today": "today",
        "waived": "waived",
        "in_baseline": "in the baseline",
        "refused": "refused",
        "stage": "stage",
        "evidence": "involved",
        "also_under": "legal under",
    },
    "nl": {
        "measured": "gemeten",
        "limit": "grens",
        "from": "vanaf",
        "line": "regel",
        "until": "tot",
        "source": "bron",
        "fix": "oplossing",
        "edit": "bewerking",
        "not_judged": "niet beoordeeld: de chart zegt niets over",
        "nothing": "niets gevonden",
        "profile": "profiel",
        "readings": "gelezen als",
        "as_of": "beoordeeld op",
        "today": "vandaag",
        "waived": "ontheven",
        "in_baseline": "stond al in het vorige rapport",
        "refused": "geweigerd",
        "stage": "fase",
        "evidence": "betrokken",
        "also_under": "toegestaan onder",
    },
}


def plural(word: str, n: int, language: str) -> str:
    """Return a counted word.

    Examples
    --------
    >>> plural("error", 1, "en"), plural("error", 2, "nl")
    ('1 error', '2 fouten')
    """
    one, many = _PLURALS[language][word]
    return f"{n} {one if n == 1 else many}"
