"""The sums of a gap report: what is to be found and learned, what changes, what is covered, what it costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ...graph.index import index_of
from ...graph.view import View
from ...rules.duties import duty_keys, holders
from ..covering import covered_in
from ..keeping import typed
from .facts import Facts
from .records import PersonGap, SeatGap

__all__ = ["Covered", "Spread", "Totals", "totals_of"]


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of what is asked is there, today and in the plan."""

    asked: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How even something is over the squads."""

    least: float
    mean: float
    most: float


@dataclass(frozen=True)
class Totals:
    """The sums.

    Attributes
    ----------
    people : int
        Of today.
    hires : mapping of str to int
        Role → people to hire.
    hires_by_chapter : mapping of str to int
        Chapter → members to hire.
    hired_fte : float
    trainings : mapping of str to int
        Role → people who do not fit it yet.
    lessons : mapping of str to int
        What is to be learned → by how many.
    questions : mapping of str to int
        What has to be asked first → of how many people.
    training_months : float
        Of the lessons of which somebody knows how long they take.
    untimed_lessons : int
        The others.
    line_managers : int
        People who get another line manager.
    hr_status : mapping of str to int
    t_shaped : Covered
        Out of the people of whom a skill is told: T-shaped today, and once they have learned.
    coverage : mapping of str to Covered
        ``seats`` (full seats that squads ask), ``skills``, ``owners`` (squads with an owner), ``duties`` (blocks and duties of
        product management with a sure holder).
    squad_size, chapters_per_squad : Spread or None
    cost : float or None
        Of hires and trainings that have a rate; ``None`` where none has.
    currency : str or None
    """

    people: int
    hires: Mapping[str, int]
    hires_by_chapter: Mapping[str, int]
    hired_fte: float
    trainings: Mapping[str, int]
    lessons: Mapping[str, int]
    questions: Mapping[str, int]
    training_months: float
    untimed_lessons: int
    line_managers: int
    hr_status: Mapping[str, int]
    t_shaped: Covered
    coverage: Mapping[str, Covered]
    squad_size: Spread | None
    chapters_per_squad: Spread | None
    cost: float | None
    currency: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return the sums as JSON holds them."""
        return asdict(self)


def totals_of(facts: Facts, seats: Sequence[SeatGap], people: Sequence[PersonGap]) -> Totals:
    """Return the sums of a report."""
    gaps = facts.plan.gaps
    hires = gaps["hires"]
    lessons = [lesson for one in people for lesson in one.lessons]
    sure = [lesson for lesson in lessons if lesson.certain]
    priced = [line for line in gaps["costs"] if line["kind"] == "total"]
    told = [one for one in people if one.shape != "unknown"]
    squads = [squad.id for _, squad in facts.target.all_squads()]
    return Totals(
        people=len(people),
        hires=_counted(hire["role"] for hire in hires),
        hires_by_chapter=_counted(hire["chapter"] for hire in hires if hire["role"] == "member"),
        hired_fte=sum(hire["fte"] for hire in hires),
        trainings=_counted(one["role"] for one in gaps["trainings"]),
        lessons=_counted(lesson.what for lesson in sure),
        questions=_counted(lesson.what for lesson in lessons if not lesson.certain),
        training_months=round(sum(lesson.months or 0 for lesson in sure), 1),
        untimed_lessons=sum(lesson.months is None for lesson in sure),
        line_managers=sum(one.other_line_manager for one in people),
        hr_status=_counted(one.hr_status for one in people),
        t_shaped=Covered(len(told), sum(one.shape == "T" for one in told), sum(one.shape_after == "T" for one in told)),
        coverage=_coverage(facts, seats),
        squad_size=_spread([len(facts.after.squad_people(s)) for s in squads]),
        chapters_per_squad=_spread([len({c for p in facts.after.squad_people(s) for c in facts.after.chapters_of(p)}) for s in squads]),
        cost=priced[0]["amount"] if priced else None,
        currency=priced[0]["currency"] if priced else None,
    )


def _coverage(facts: Facts, seats: Sequence[SeatGap]) -> Mapping[str, Covered]:
    """Count what is wanted, today and in the plan; an optional squad that is not formed asks its seats and skills, and no owner."""
    before, after = (View(index_of(typed(org, facts.origin.people))) for org in (facts.origin.org, facts.target))
    wanted = [squad for tribe in facts.origin.completed.blueprint.tribes for squad in tribe.squads]
    asked = sum(sum(squad.needs.values()) for squad in wanted)
    unfilled = next(term.value for term in facts.plan.as_is if term.name == "unmet_needs") / 2
    filled = sum((seat.required or 0) - (seat.short or 0) for seat in seats if seat.kind == "need")
    skills = [[covered_in(squad, _inside(view, squad.id), view.index.knowledge.level) for squad in wanted] for view in (before, after)]
    owners = [seat for seat in seats if seat.role == "product_owner"]
    owned_today = sum(seat.squad in before.index.squads and bool(before.owners(seat.of)) for seat in owners)
    keys = duty_keys()
    return {
        "seats": Covered(asked, asked - unfilled, filled),
        "skills": Covered(sum(asks for asks, _ in skills[0]), *(sum(met for _, met in found) for found in skills)),
        "owners": Covered(len(owners), owned_today, sum(seat.state != "open" for seat in owners)),
        "duties": Covered(len(keys), *(sum(any(holders(view, key).values()) for key in keys) for view in (before, after))),
    }


def _inside(view: View, squad: str) -> Sequence[str]:
    """Return who is in the squad of a name; nobody where there is none."""
    return view.squad_people(squad) if squad in view.index.squads else ()


def _counted(found: Any) -> Mapping[str, int]:
    return dict(sorted(Counter(found).items()))


def _spread(values: Sequence[int]) -> Spread | None:
    return Spread(min(values), round(sum(values) / len(values), 2), max(values)) if values else None
