"""What the stages of a road and the roles in them are called, in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["NAMES", "ROLES", "called"]

#: Language → today, front runners, a wave, the run side, the end of the line, the steady state.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("baseline and consultation", "front runners", "wave {n}", "run side", "closing the line", "steady state"),
    "nl": ("uitgangspunt en raadpleging", "voorlopers", "golf {n}", "beheer (run)", "de lijn sluiten", "eindsituatie"),
}
#: Role → its name, the same in both languages.
ROLES: Final[Mapping[str, str]] = {
    "product_owner": "product owner",
    "chapter_lead": "chapter lead",
    "tribe_lead": "tribe lead",
    "agile_coach": "agile coach",
}


def called(name: str, language: str) -> str:
    """Return the name of a stage in a language; a name that somebody gave stays as it is.

    Examples
    --------
    >>> called("wave 3", "nl"), called("eindsituatie", "en"), called("Q3", "nl")
    ('golf 3', 'steady state', 'Q3')
    """
    for names in NAMES.values():
        for k, known in enumerate(names):
            found = re.fullmatch(re.escape(known).replace(re.escape("{n}"), r"(\d+)"), name)
            if found is not None:
                return NAMES[language][k].format(n=found.group(found.lastindex or 0))
    return name
