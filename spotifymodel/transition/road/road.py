"""What is known of the way as a whole: what it is worth, what is proven of that, and what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Road", "RoadStatus", "RoadTerm", "Saving", "Wait"]

RoadStatus = Literal["proven", "feasible", "infeasible"]


@dataclass(frozen=True, slots=True)
class RoadTerm:
    """One term of what a road is judged by; smaller is better, and a term counts only among the best of all before it.

    Attributes
    ----------
    name : {"weeks", "price", "slowed", "order"}
    unit : str
    value : float
        Of this road.
    bound : float
        What no order of waves that keeps the same limits can be better than, given the terms before.
    proven : bool
        Whether the two are one.
    """

    name: str
    unit: str
    value: float
    bound: float
    proven: bool


@dataclass(frozen=True, slots=True)
class Wait:
    """A squad that cannot go with the first wave: until which week, and the role and person it waits for.

    Attributes
    ----------
    squad : str
    week : int
    role, person : str or None
        ``None`` where the blueprint wants the squad only from that week on.
    """

    squad: str
    week: int
    role: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """What it would save to wait for somebody no longer: another person in the role, or a shorter training.

    Attributes
    ----------
    person, role : str
    week, instead : int
        Of the last wave, at the latest, without that wait; and with it.
    """

    person: str
    role: str
    week: int
    instead: int


@dataclass(frozen=True)
class Road:
    """What is known of the way as a whole; its stages stand in the plan.

    Attributes
    ----------
    status : {"proven", "feasible", "infeasible"}
        ``proven`` where no order of waves is better in any term, given the terms before.
    terms : tuple of RoadTerm
        Weeks to the last wave; full-time equivalents × weeks of temporary staff and of squads that wait (a squad as one); dependencies
        the wrong way round; waves of waiting, weighted.
    waits : tuple of Wait
    savings : tuple of Saving
        Of those who hold up the last wave alone.
    breaks : tuple of str
        Rules of the profile, errors by its severities, that a stage breaks and today does not. Empty, unless the profile asks more
        of a half-way state than any can give.
    notes : tuple of str
        Codes of what was not as asked: ``dates_without_start``, ``defaults_given_up``, ``not_proven_infeasible``.
    """

    status: RoadStatus
    terms: tuple[RoadTerm, ...] = ()
    waits: tuple[Wait, ...] = ()
    savings: tuple[Saving, ...] = ()
    breaks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def gap(self) -> float:
        """How far the first term that is not proven may be from the best, as a share of its value; 0 where all are proven."""
        one = next((t for t in self.terms if not t.proven), None)
        return 0.0 if one is None else (one.value - one.bound) / max(1.0, one.value)

    def to_dict(self) -> dict[str, Any]:
        """Return the road as JSON holds it."""
        return {
            "status": self.status,
            "gap": round(self.gap, 4),
            "terms": [{"name": t.name, "unit": t.unit, "value": t.value, "bound": t.bound, "proven": t.proven} for t in self.terms],
            "waits": [{"squad": w.squad, "week": w.week, "role": w.role, "person": w.person} for w in self.waits],
            "savings": [{"person": s.person, "role": s.role, "week": s.week, "instead": s.instead} for s in self.savings],
            "breaks": list(self.breaks),
            "notes": list(self.notes),
        }

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Road:
        """Read a road back from what :meth:`to_dict` returned."""
        return cls(
            document["status"],
            tuple(RoadTerm(**one) for one in document["terms"]),
            tuple(Wait(**one) for one in document["waits"]),
            tuple(Saving(**one) for one in document.get("savings", ())),
            tuple(document.get("breaks", ())),
            tuple(document["notes"]),
        )
