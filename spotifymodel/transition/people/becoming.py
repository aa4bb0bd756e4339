"""What the whitepaper says that a role of today becomes."""

from __future__ import annotations

from typing import Final, Literal

from ...whitepaper.mapping import RoleMapping, role_mapping
from .candidate import Candidate

__all__ = ["becoming", "mapping_of"]

#: Role that a title was read as → row of the mapping; types of product managers have rows of their own.
_ROWS: Final = {
    "director": "director",
    "product_management_lead": "manager",
    "product_manager": "product_manager",
    "project_manager": "project_manager",
    "team_manager": "line_manager",
}
_SAY: Final = {
    "en": "from {before} to {after}: {basis}",
    "nl": "van {before} naar {after}: {basis}",
}
_GUESS: Final = {"en": "a guess, no source says so", "nl": "een gok, geen bron zegt het"}


def mapping_of(one: Candidate) -> RoleMapping | None:
    """Return the row of the mapping from roles 1.0 to 2.0 for somebody; ``None`` where their title names no role of it."""
    if one.person.second_line:
        return role_mapping["second_line"]
    key = one.person.pm_type or one.title.pm_type or _ROWS.get(one.title.role or "")
    return role_mapping[key] if key is not None else None


def becoming(one: Candidate, language: Literal["en", "nl"]) -> str | None:
    """Return what somebody's role of today may become, first choice first, with the section of the whitepaper it rests on."""
    row = mapping_of(one)
    if row is None:
        return None
    after = {"en": ", or ", "nl": ", of "}[language].join(p.said(language) for p in row.becomes)
    stated = row.confidence != "guess" and row.sources
    basis = "whitepaper, " + "; ".join(dict.fromkeys(c.section for c in row.sources)) if stated else _GUESS[language]
    return _SAY[language].format(before=row.name.said(language), after=after, basis=basis)
