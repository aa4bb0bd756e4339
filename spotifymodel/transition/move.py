"""Where somebody comes from and goes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["HrStatus", "Move"]

HrStatus = Literal["follows", "changed", "new", "open"]


@dataclass(frozen=True, slots=True)
class Move:
    """Where somebody comes from and goes to; everybody has one, also who stays.

    Parameters
    ----------
    person : str
    before : mapping
        ``unit``, ``squads``, ``line_manager`` of today.
    tribe, chapter : str or None
    squads : tuple of mapping
        ``id``, ``allocation``, ``role`` each.
    line_manager : str or None
    hr_status : {"follows", "changed", "new", "open"}
        Whether the job stays (almost) the same, changes, is new, or is not settled. A flag for human judgement.
    reasons : tuple of str
    week : int
        When they leave the line, in weeks after the start; 0 for who stays.
    fit : tuple of mapping
        ``role``, ``of``, ``answer`` (``yes``, ``no`` or ``unknown``) and ``gaps`` for every role: whether they fit it, and what
        is missing or not told.
    """

    person: str
    before: Mapping[str, Any]
    tribe: str | None
    chapter: str | None
    squads: tuple[Mapping[str, Any], ...]
    line_manager: str | None
    hr_status: HrStatus
    reasons: tuple[str, ...]
    week: int = 0
    fit: tuple[Mapping[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the move as JSON holds it."""
        return {
            "person": self.person,
            "from": dict(self.before),
            "tribe": self.tribe,
            "chapter": self.chapter,
            "squads": [dict(s) for s in self.squads],
            "line_manager": self.line_manager,
            "hr_status": self.hr_status,
            "week": self.week,
            "reasons": list(self.reasons),
            "fit": [dict(one) for one in self.fit],
        }
