"""Who leads a tribe and its chapters, coaches and supports: chosen before anybody is seated in a squad."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from ...profiles import Profile
from ..blueprint.records import Lock, WantedTribe
from .candidate import Candidate
from .fitting import fit_to_lead_chapter, names_of

__all__ = ["Roles", "choose_roles"]

_FIT: Final = {"yes": 0, "unknown": 1, "no": 2}


@dataclass(frozen=True)
class Roles:
    """The roles of one tribe.

    Attributes
    ----------
    lead : str or None
        ``None`` where nobody of the tribe can: a vacancy.
    leads : mapping of str to (str or None)
        Chapter → lead; ``None`` is a vacancy.
    coaches : tuple of str
    missing_coaches : int
        How many more the squads need.
    support : tuple of str
    """

    lead: str | None
    leads: Mapping[str, str | None]
    coaches: tuple[str, ...]
    missing_coaches: int
    support: tuple[str, ...]

    @property
    def vacant(self) -> int:
        """How many of these roles are for somebody who is still to be found."""
        return (self.lead is None) + sum(lead is None for lead in self.leads.values()) + self.missing_coaches

    def everybody(self) -> set[str]:
        """Return everybody who holds one of these roles."""
        return {*self.coaches, *self.support, *(p for p in (self.lead, *self.leads.values()) if p is not None)}


def choose_roles(
    tribe: WantedTribe, inside: Sequence[Candidate], home: Mapping[str, str], locks: Sequence[Lock], profile: Profile
) -> Roles:
    """Choose who holds the roles of a tribe.

    Notes
    -----
    The tribe lead is who the blueprint names, else a director, else who manages people and has nobody of the tribe above. A
    chapter is led by somebody who leads people today; among those, and among others, first by who fits the role for certain, then
    by who may, then by seniors. Who is
    locked into a squad is not asked. Ties go to the first in the list.
    """
    order = {c.id: k for k, c in enumerate(inside)}
    bound = {lock.person for lock in locks if lock.squad is not None}
    lead = tribe.lead or next((lock.person for lock in locks if lock.tribe == tribe.id and lock.role == "tribe_lead"), None)
    if lead is None:
        lead = _tribe_lead([c for c in inside if c.id not in bound], order)
    named = tribe.agile_coaches if isinstance(tribe.agile_coaches, tuple) else None
    coaches = named if named is not None else tuple(c.id for c in inside if c.coaches and c.id not in bound and c.id != lead)
    support = tuple(c.id for c in inside if c.supports and c.id not in bound and c.id != lead and c.id not in coaches)
    taken = {*coaches, *support, *([lead] if lead else ()), *bound}
    leads: dict[str, str | None] = {}
    for chapter in tribe.chapters:
        own = [lock.person for lock in locks if lock.chapter == chapter.id and lock.role == "chapter_lead"]
        able = [c for c in inside if home.get(c.id) == chapter.id and c.id not in taken]
        fit = {c.id: _FIT[fit_to_lead_chapter(c, names_of(chapter)).answer] for c in able}
        able.sort(key=lambda c: (not c.leads, c.title.role == "project_manager", fit[c.id], c.rank, order[c.id]))
        leads[chapter.id] = own[0] if own else able[0].id if able else None
    asked = tribe.agile_coaches if isinstance(tribe.agile_coaches, int) else ceil(len(tribe.squads) / int(profile.value("coach.max")))
    return Roles(lead, leads, coaches, max(0, asked - len(coaches)) if named is None else 0, support)


def _tribe_lead(inside: Sequence[Candidate], order: Mapping[str, int]) -> str | None:
    own = {c.id for c in inside}
    leading = [c for c in inside if c.directs or c.leads]
    if not leading:
        return None
    return min(leading, key=lambda c: (not c.directs, any(m in own for m in c.managers), not c.manages, c.rank, order[c.id])).id
