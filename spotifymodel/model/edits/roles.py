"""Which field of which record holds a role."""

from __future__ import annotations

from typing import Final

__all__ = ["ROLES", "SEATED", "SITTING", "STANDING"]

#: Role -> kind of record -> the field that names the holders. One role may exist on two kinds of record.
ROLES: Final[dict[str, dict[str, str]]] = {
    "member": {"squad": "members", "chapter": "members", "guild": "members"},
    "product_owner": {"squad": "product_owner"},
    "agile_coach": {"squad": "agile_coaches", "tribe": "agile_coaches"},
    "steerer": {"squad": "steered_by"},
    "compliance": {"squad": "compliance"},
    "chapter_lead": {"chapter": "lead"},
    "tribe_lead": {"tribe": "lead"},
    "support": {"tribe": "support"},
    "management_team": {"tribe": "management_team"},
    "manager": {"unit": "manager", "project": "manager"},
    "coordinator": {"guild": "coordinator"},
    "review_owner": {"product": "review_owner"},
}

#: Kind -> every field with holders -> its role.
STANDING: Final[dict[str, dict[str, str]]] = {
    kind: {where[kind]: role for role, where in ROLES.items() if kind in where}
    for kind in ("squad", "chapter", "tribe", "guild", "unit", "project", "product")
}

#: The fields in which somebody sits in a team: what counts, and what moves.
SITTING: Final[dict[str, tuple[str, ...]]] = {"squad": ("members", "product_owner"), "chapter": ("members",)}

#: The fields that make somebody found by "where does this person sit": a chapter lead is a member of the chapter.
SEATED: Final[dict[str, tuple[str, ...]]] = {"squad": ("members", "product_owner"), "chapter": ("members", "lead")}
