"""What people write in a role column, and what it means on a seat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from .folding import squeeze

__all__ = ["ROLES", "Role", "are_roles", "roles_of"]

Role = str

ROLES: Final[Mapping[Role, str]] = {
    "product_owner": """po, product owner, productowner, product eigenaar, producteigenaar, eigenaar, owner, poer, product owner po, po
        role, produktverantwortlicher, produkteigner, proxy po""",
    "chapter_lead": """cl, chapter lead, chapterlead, chapter leader, chapterleider, chapter hoofd, hoofd chapter, lead chapter, chapter
        lead cl, chapterleitung, chapter leiter""",
    "tribe_lead": """tl, tribe lead, tribelead, tribe leader, tribeleider, hoofd tribe, lead tribe, tribe lead tl, tribeleitung, tribe
        leiter""",
    "agile_coach": "ac, agile coach, agilecoach, coach, agile coach ac, agile begeleider",
    "member": """member, squad member, squadmember, team member, teammember, chapter member, lid, squadlid, teamlid, chapterlid,
        deelnemer, mitglied, squadmitglied, teammitglied, m, sm, cm""",
    "support": """support, tribe support, tribe office, ondersteuning, tribe ondersteuning, ondersteuner, assistent, management
        assistent, management assistant, assistentie, pmo, unterstutzung, assistenz""",
    "compliance": """compliance, compliance partner, second line, 2e lijn, tweede lijn, compliance officer, risk partner, risk,
        compliance link""",
}

#: Settles a cell that names several roles: "PO / CL", "lid en CL".
_BETWEEN = re.compile(r"\s*(?:[;,/+&|]|\ben\b|\band\b|\bund\b)\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _words() -> dict[str, Role]:
    return {squeeze(word): role for role, words in ROLES.items() for word in (role, *words.split(","))}


@lru_cache(maxsize=4096)
def roles_of(text: str) -> tuple[Role, ...] | None:
    """Return the roles that a cell names; ``None`` where one of them is unknown.

    Examples
    --------
    >>> roles_of("PO"), roles_of("lid en chapter lead"), roles_of("Tribe Lead (TL)"), roles_of("tester"), roles_of("")
    (('product_owner',), ('member', 'chapter_lead'), ('tribe_lead',), None, ())
    """
    words = _words()
    text = text.strip()
    if not text:
        return ()
    if squeeze(text) in words:
        return (words[squeeze(text)],)
    found: list[Role] = []
    for part in _BETWEEN.split(text):
        role = words.get(squeeze(part)) or words.get(squeeze(part.split("(")[0]))
        if role is None:
            return None
        if role not in found:
            found.append(role)
    return tuple(found)


def are_roles(values: Iterable[str]) -> bool:
    """Tell whether most of the different texts of a column are roles on a seat rather than job titles."""
    different = {squeeze(v): v for v in values if v.strip()}
    known = sum(roles_of(v) is not None for v in different.values())
    return bool(different) and known * 2 > len(different)
