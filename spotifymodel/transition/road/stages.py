"""Every stage of the way as a chart that is valid by itself, with what is known of getting there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from ...checking.run import check
from ...model.org import Org
from ...model.seats import holder_id
from ...model.teams import Mandate
from .backfilling import Filling, fillings
from .calendar import Slot
from .charts import Ends, halfway, peopled, settled, with_fillings
from .duties import DutyKeeper
from .facts import Backfill, Capacity, Moment, MomentKind, Readiness
from .handing_over import handed_over, over_at, takeovers
from .mandates import Rungs, mandates_at
from .naming import NAMES
from .preparing import Preparation
from .seating import Seats
from .stage import Stage

__all__ = ["Route", "stages_of"]

_MOMENTS: Final[Mapping[str, Mapping[MomentKind, str]]] = {
    "en": {
        "works_council": "advice of the works council, before anything binds",
        "go_live": "squads go live",
        "end_to_end": "squads get the whole mandate",
        "hand_over": "projects end in squads",
    },
    "nl": {
        "works_council": "advies van de ondernemingsraad, voordat iets bindt",
        "go_live": "squads gaan live",
        "end_to_end": "squads krijgen het hele mandaat",
        "hand_over": "projecten gaan over in squads",
    },
}


@dataclass(frozen=True)
class Route:
    """What the stages are made from.

    Attributes
    ----------
    before, target : Org
        Today, and the chart to be as it was staffed.
    seats : Seats
    preparation : Preparation
    lacking : set of str
        Owners who surely lack something of the profile.
    waves : sequence of (Slot, tuple of str, tuple of str)
        When, which squads go live, who moves; the last one is the steady state. Waves without squads close the line.
    max_squads, max_people : int or None
    price : float or None
        What a week of one full-time equivalent of temporary staff costs.
    consulted : bool
        Whether the works council is to be asked, under the law of the profile.
    gates : sequence of mapping
        Records of gates that the charts on the way carry.
    step : int
        Weeks of a wave.
    profile : str or path
    language : {"en", "nl"}
    """

    before: Org
    target: Org
    seats: Seats
    preparation: Preparation
    lacking: set[str]
    waves: Sequence[tuple[Slot, tuple[str, ...], tuple[str, ...]]]
    max_squads: int | None
    max_people: int | None
    price: float | None
    consulted: bool
    gates: Sequence[Mapping[str, Any]]
    step: int
    profile: str | Path
    language: Literal["en", "nl"]
    start: Slot = field(default_factory=lambda: Slot(0, None))


def stages_of(route: Route) -> tuple[Stage, ...]:
    """Return the stages from the chart of today to the chart to be; each is a chart by itself.

    Notes
    -----
    Everybody moves once. A unit keeps its manager as long as somebody is left in it. Where a service falls below its floor the
    chart names who fills in; where nobody has a duty any more, who had it keeps it.
    """
    return _Builder(route).stages()


class _Builder:
    """Goes the way once, from stage to stage."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.ends = Ends(route.before.to_dict(), route.target.to_dict())
        self.wanted: dict[str, Mandate] = {s.id: s.mandate for _, s in route.target.all_squads() if s.mandate is not None}
        self.went_live = {s: slot.week for slot, squads, _ in route.waves for s in squads}
        self.projects = takeovers(route.before, route.target)
        self.keeper = DutyKeeper(route.before)
        self.there = {p.id for p in route.before.people}
        self.run: set[str] = set()
        self.interim: dict[str, str] = {}
        self.moved: set[str] = set()
        self.live: set[str] = set()
        self.inhabited = peopled(self.ends.start.get("units", ()), self.ends.start["people"])

    def stages(self) -> tuple[Stage, ...]:
        route = self.route
        found = [self._baseline()]
        for k, (slot, squads, people) in enumerate(route.waves):
            self.live |= set(squads)
            self.moved |= set(people)
            last = k + 1 == len(route.waves)
            rungs = mandates_at(slot.week, self.went_live, route.preparation.owners, route.lacking, self.wanted, last, route.language)
            weeks = route.step if last else route.waves[k + 1][0].week - slot.week
            found.append(self._stage(k + 1, slot, squads, people, rungs, weeks, found[-1]))
        return tuple(found)

    def _baseline(self) -> Stage:
        route = self.route
        org, gates = route.before, []
        if route.gates:
            org = Org.from_dict({**self.ends.start, "gates": [dict(g) for g in route.gates]})
        if route.consulted:
            first = route.waves[0][0]
            gates.append(self._moment("works_council", first, ()))
        fillings(org, self.run)  # what is short already today is no matter of the way; what is run today is remembered
        rungs = mandates_at(-1, self.went_live, {}, set(), self.wanted, False, route.language)
        return Stage(
            NAMES[route.language][0], 0, route.start.day, org, (), (), self._findings(org),
            mandates=rungs[0], gates=tuple(gates), capacity=Capacity(0, 0, route.max_squads, route.max_people, 0, self._left()),
        )  # fmt: skip

    def _stage(
        self, number: int, slot: Slot, squads: tuple[str, ...], people: tuple[str, ...], rungs: Rungs, weeks: int, before: Stage
    ) -> Stage:
        route = self.route
        last = number == len(route.waves)
        over = over_at(self.projects, self.live)
        org, filled = self._chart(last, rungs[0], over)
        org, duties = self.keeper.keep(org)
        left = peopled(self.ends.start.get("units", ()), [p for p in self.ends.start["people"] if p["id"] not in self.moved])
        gone = self.inhabited - left
        self.inhabited = left
        projects = handed_over(self.projects, self.live, set(squads), set(people))
        promoted = tuple(s for s in self.went_live if rungs[0][s] == "end_to_end" and before.mandates[s] != "end_to_end")
        moments = (
            self._moment("go_live", slot, squads),
            self._moment("end_to_end", slot, promoted),
            self._moment("hand_over", slot, tuple(p.project for p in projects if p.squad is not None)),
        )
        return Stage(
            self._name(number, squads, last), slot.week, slot.day, org, squads, people, self._findings(org),
            mandates=rungs[0],
            soft=rungs[1],
            gates=tuple(one for one in moments if one.subjects),
            capacity=Capacity(len(squads), len(people), route.max_squads, route.max_people, len(self.moved), self._left()),
            readiness=self._readiness(slot, set(squads), set(people)),
            backfill=tuple(self._backfill(one, weeks) for one in filled),
            caretakers={} if last else self._caretakers(org),
            projects=projects,
            duties=duties,
            interim={} if last else dict(self.interim),
            dissolved=tuple(u.id for u in route.before.units if u.id in gone),
        )  # fmt: skip

    def _chart(self, last: bool, mandates: Mapping[str, Mandate], over: set[str]) -> tuple[Org, tuple[Filling, ...]]:
        """Return the chart of a stage, and who fills in where it would leave a service below its floor."""

        def drawn(filled: Sequence[Filling]) -> Org:
            people = [record for one in filled for record in one.people]
            owns = {one.product: one.unit for one in filled if not one.owns}
            if last:
                document = settled(self.route.target, mandates, over)
                return Org.from_dict(with_fillings(document, people, owns) if people else document)
            document, self.interim = halfway(self.ends, self.live, self.moved, mandates, over, self.route.gates, people)
            return Org.from_dict(with_fillings(document, (), owns) if owns else document)

        org = drawn(())
        filled = fillings(org, self.run)
        return (drawn(filled), filled) if filled else (org, ())

    def _name(self, number: int, squads: tuple[str, ...], last: bool) -> str:
        names = NAMES[self.route.language]
        if last:
            return names[5]
        if not squads:
            return names[4]
        if number == 1:
            return names[1]
        run = {s.id for _, s in self.route.target.all_squads() if s.kind == "run"}
        rest = {s for _, later, _ in self.route.waves[number - 1 :] for s in later}
        return names[3] if run >= rest else names[2].format(n=number)

    def _moment(self, kind: MomentKind, slot: Slot, subjects: tuple[str, ...]) -> Moment:
        return Moment(kind, _MOMENTS[self.route.language][kind], slot.week, slot.day, subjects)

    def _left(self) -> int:
        moving = self._moving()
        stay = {p.id for p in self.route.before.people if p.vacancy or p.id not in moving}
        return len(self.there - stay - self.moved)

    def _moving(self) -> set[str]:
        return {p for _, _, people in self.route.waves for p in people}

    def _readiness(self, slot: Slot, squads: set[str], people: set[str]) -> tuple[Readiness, ...]:
        """Return the roles that begin in a stage: of squads that go live, and of people who move; of vacancies with their squads."""
        seats = self.route.seats
        tribes = {seats.tribe[s] for s in squads if s in seats.tribe}
        chapters = {c for s in squads for p in seats.squads[s] for c in seats.home.get(p, ())}
        found = []
        for role in self.route.preparation.everyone():
            begins = role.of in squads if role.role == "product_owner" else role.person in people
            if role.person in seats.vacancies:
                begins = role.of in squads | tribes | chapters and not self._begun(role.of, role.role, squads)
            if begins:
                found.append(Readiness(role.person, role.role, role.of, role.state, role.ready, slot.week))
        return tuple(found)

    def _begun(self, of: str, role: str, squads: set[str]) -> bool:
        """Tell whether a chapter or tribe was there in an earlier stage already."""
        seats, earlier = self.route.seats, self.live - squads
        if role == "product_owner":
            return False
        if role == "chapter_lead":
            return any(of in seats.home.get(p, ()) for s in earlier for p in seats.squads[s])
        return any(seats.tribe.get(s) == of for s in earlier)

    def _caretakers(self, org: Org) -> dict[str, str]:
        """Return the units that are looked after by a manager who has moved already."""
        found = {}
        for unit in org.units:
            managers = [holder_id(h) for h in unit.manager]
            moved = [m for m in managers if m in self.moved]
            if moved and unit.id in self.inhabited:
                found[unit.id] = moved[0]
        return found

    def _backfill(self, filling: Filling, weeks: int) -> Backfill:
        price = round((filling.floor - filling.there) * weeks, 2)
        cost = None if self.route.price is None else round(price * self.route.price, 2)
        people = tuple(str(p["id"]) for p in filling.people)
        return Backfill(filling.product, filling.unit, filling.floor, round(filling.there, 4), people, weeks, price, cost)

    def _findings(self, org: Org) -> dict[str, int]:
        counted: dict[str, int] = {}
        for finding in check(org, profile=self.route.profile).findings:
            counted[finding.code] = counted.get(finding.code, 0) + 1
        return dict(sorted(counted.items()))
