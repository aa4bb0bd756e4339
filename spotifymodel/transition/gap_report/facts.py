"""What the parts of a gap report are made from: the people of today, the chart to be, and when its seats are needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ...graph.index import index_of
from ...graph.view import View
from ...model.org import Org
from ..blueprint.records import Rates, Waves
from ..learning import Lesson, lessons_of
from ..origin import Origin, origin_of
from ..people.candidate import Candidate, owner_limits
from ..people.fitting import Held, held_in
from ..road.calendar import weeks_of

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["Facts", "facts_of"]

#: Id, and its share.
Seat = tuple[str, float]


@dataclass(frozen=True)
class Facts:
    """A plan, seen by who asks what it lacks."""

    plan: Plan
    origin: Origin
    target: Org

    @property
    def language(self) -> Literal["en", "nl"]:
        """Language of what is said."""
        return self.plan.language

    @cached_property
    def people(self) -> Mapping[str, Candidate]:
        """Everybody of today by id."""
        return {c.id: c for c in self.origin.people}

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The roles that people of today hold in the chart to be."""
        return tuple(held_in(self.target, self.people, self.origin.completed.blueprint))

    @cached_property
    def after(self) -> View:
        """The chart to be."""
        return View(index_of(self.target))

    @property
    def rates(self) -> Rates:
        """What the blueprint says of costs and learning."""
        return self.origin.completed.blueprint.rates or Rates()

    @property
    def waves(self) -> Waves:
        """What the blueprint says of the road."""
        return self.origin.completed.blueprint.waves or Waves()

    @cached_property
    def lessons(self) -> Mapping[tuple[str, str, str], tuple[Lesson, ...]]:
        """Person, role and what it is of → what they have to learn for it."""
        asked = owner_limits(self.origin.limits)
        return {(h.person.id, h.role, h.of): lessons_of(h, asked, self.rates.level_months) for h in self.held}

    @cached_property
    def inside(self) -> Mapping[str, tuple[Seat, ...]]:
        """Squad → people of today in it, with their share."""
        found: dict[str, list[Seat]] = {squad.id: [] for _, squad in self.target.all_squads()}
        for move in self.plan.moves:
            for seat in move.squads:
                found[seat["id"]].append((move.person, seat["allocation"]))
        return {squad: tuple(sorted(people)) for squad, people in found.items()}

    @cached_property
    def chapter(self) -> Mapping[str, str | None]:
        """Person of today → chapter to be."""
        return {move.person: move.chapter for move in self.plan.moves}

    @cached_property
    def with_role(self) -> frozenset[str]:
        """Who holds a role, and is not asked for another."""
        roles = {h.person.id for h in self.held}
        return frozenset(roles.union(*self.support.values()))

    @cached_property
    def support(self) -> Mapping[str, tuple[str, ...]]:
        """Tribe → who supports it as a whole."""
        return {tribe.id: tuple(self.after.index.support.people.get(tribe.id, ())) for tribe in self.target.tribes}

    @cached_property
    def live(self) -> Mapping[str, int]:
        """Squad → week in which it goes live."""
        return {squad: stage.week for stage in self.plan.stages for squad in stage.squads}

    @cached_property
    def begins(self) -> Mapping[tuple[str, str], int]:
        """Role beside squads, and what it is of → week in which it begins."""
        found: dict[tuple[str, str], int] = {}
        for stage in self.plan.stages:
            for one in stage.readiness:
                found.setdefault((one.role, one.of), one.week)
        return found

    def day(self, week: int | None) -> dt.date | None:
        """Return the first day of a week of the road, where it has days."""
        start = self.waves.start
        return None if week is None or start is None else start + dt.timedelta(weeks=week)

    def latest(self, live: int | None, months: float | None, hiring: bool) -> int | None:
        """Return the week in which learning, or hiring, has to have begun for a seat that is needed in a week."""
        weeks = self.waves.hire_weeks if hiring else None if months is None else weeks_of(months)
        return None if live is None or weeks is None else live - weeks


def facts_of(plan: Plan) -> Facts:
    """Return the facts of a plan.

    Raises
    ------
    UsageError
        Where it was read from a file, or has no chart.
    """
    origin = origin_of(plan)
    assert plan.org is not None  # who has an origin that can be asked has a chart
    return Facts(plan, origin, plan.org)
