"""Roles that somebody trains for, by what people call them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from ..model.people import Training
from .rule import Wording
from .spelling import folded

__all__ = ["ROLES", "ready_on"]

#: Roles that somebody trains for, as people call them, folded; what a message calls them.
ROLES: Final[Mapping[str, tuple[frozenset[str], Wording]]] = {
    "product_owner": (frozenset({"productowner", "po", "owner"}), Wording("product owner", "product owner")),
    "chapter_lead": (frozenset({"chapterlead", "cl"}), Wording("chapter lead", "chapter lead")),
    "tribe_lead": (frozenset({"tribelead", "tl"}), Wording("tribe lead", "tribe lead")),
    "agile_coach": (frozenset({"agilecoach", "ac", "coach"}), Wording("agile coach", "agile coach")),
}


def ready_on(trainings: Sequence[Training], role: str) -> dt.date | None:
    """Return the day on which the last training for a role is ready; ``None`` where there is none."""
    days = [t.ready for t in trainings if t.role is not None and folded(t.role) in ROLES[role][0]]
    return max(days, default=None)
