"""A moment of the way at which the organisation could stop: a chart, and what is known of getting there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...model.org import Org
from ...model.teams import Mandate
from .facts import Backfill, Capacity, HandOver, Moment, Readiness, written

__all__ = ["Stage"]


@dataclass(frozen=True)
class Stage:
    """A moment of the way at which the organisation could stop.

    Attributes
    ----------
    name : str
    week : int
        Weeks after the start.
    start : datetime.date or None
    org : Org
    squads : tuple of str
        That go live here.
    people : tuple of str
        Who leaves the line here; everybody moves once.
    findings : mapping of str to int
        Rule → number of findings in this stage.
    mandates : mapping of str to {"none", "soft", "end_to_end"}
        Of every squad of the target: ``none`` until it is live.
    soft : mapping of str to str
        Live squad → why its mandate is no more than soft here.
    gates : tuple of Moment
    capacity : Capacity or None
    readiness : tuple of Readiness
        Of the owners, leads and coaches whose role begins here.
    backfill : tuple of Backfill
        Who keeps a service above its floor, and the price of that.
    caretakers : mapping of str to str
        Unit → its manager, who sits in a squad or chapter already and looks after who is left in it.
    projects : tuple of HandOver
        Projects whose product gets a squad here, or whose manager moves here.
    duties : mapping of str to str
        Duty → who keeps it because nobody has it by role at this stage.
    dissolved : tuple of str
        Units that the last of their people leave here.
    interim : mapping of str to str
        Vacancy → the squad or chapter of today whose owner or lead has moved, and whose people have not all.
    """

    name: str
    week: int
    start: dt.date | None
    org: Org
    squads: tuple[str, ...]
    people: tuple[str, ...]
    findings: Mapping[str, int]
    mandates: Mapping[str, Mandate] = field(default_factory=dict)
    soft: Mapping[str, str] = field(default_factory=dict)
    gates: tuple[Moment, ...] = ()
    capacity: Capacity | None = None
    readiness: tuple[Readiness, ...] = ()
    backfill: tuple[Backfill, ...] = ()
    caretakers: Mapping[str, str] = field(default_factory=dict)
    projects: tuple[HandOver, ...] = ()
    duties: Mapping[str, str] = field(default_factory=dict)
    dissolved: tuple[str, ...] = ()
    interim: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the stage as JSON holds it."""
        return {
            "name": self.name,
            "week": self.week,
            "start": None if self.start is None else self.start.isoformat(),
            "squads": list(self.squads),
            "people": list(self.people),
            "mandates": dict(self.mandates),
            "soft": dict(self.soft),
            "gates": [written(one) for one in self.gates],
            "capacity": None if self.capacity is None else written(self.capacity),
            "readiness": [written(one) for one in self.readiness],
            "backfill": [written(one) for one in self.backfill],
            "caretakers": dict(self.caretakers),
            "projects": [written(one) for one in self.projects],
            "duties": dict(self.duties),
            "dissolved": list(self.dissolved),
            "interim": dict(self.interim),
            "org": self.org.to_dict(),
            "findings": dict(self.findings),
        }

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Stage:
        """Read a stage back from what :meth:`to_dict` returned; one written before facts were known has none."""
        capacity = document.get("capacity")
        return cls(
            document["name"],
            document["week"],
            _day(document["start"]),
            Org.from_dict(dict(document["org"])),
            tuple(document["squads"]),
            tuple(document["people"]),
            dict(document["findings"]),
            mandates=dict(document.get("mandates", {})),
            soft=dict(document.get("soft", {})),
            gates=tuple(Moment(g["kind"], g["name"], g["week"], _day(g["date"]), tuple(g["subjects"])) for g in document.get("gates", ())),
            capacity=None if capacity is None else Capacity(**capacity),
            readiness=tuple(Readiness(**one) for one in document.get("readiness", ())),
            backfill=tuple(Backfill(**{**one, "people": tuple(one["people"])}) for one in document.get("backfill", ())),
            caretakers=dict(document.get("caretakers", {})),
            projects=tuple(HandOver(**one) for one in document.get("projects", ())),
            duties=dict(document.get("duties", {})),
            dissolved=tuple(document.get("dissolved", ())),
            interim=dict(document.get("interim", {})),
        )


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
