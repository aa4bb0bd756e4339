"""What changes for everybody, and what they may learn; in the order of the list, which is no ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...rules.eligibility import OWNER_SKILLS
from ...rules.spelling import folded
from ...rules.t_shape import PARAMETERS, shape_of
from ..learning import YEARS, Lesson, lesson_of_squad
from ..move import Move
from ..people.becoming import mapping_of
from ..people.candidate import Candidate
from .facts import Facts
from .records import PersonGap, SeatGap

__all__ = ["people_of"]


def people_of(facts: Facts, seats: Sequence[SeatGap]) -> Iterator[PersonGap]:
    """Yield a row for everybody of today.

    Parameters
    ----------
    facts : Facts
    seats : sequence of SeatGap
        Of the same plan; skills that are missing become lessons.
    """
    limits = {p.name: facts.origin.limits.value(p.name, p.default) for p in PARAMETERS}
    offers = _offers(facts, seats)
    roles: dict[str, list[tuple[str, str]]] = {}
    for held in facts.held:
        roles.setdefault(held.person.id, []).append((held.role, held.of))
    for move in facts.plan.moves:
        one = facts.people[move.person]
        own = [*roles.get(one.id, ()), *(("support", tribe) for tribe, people in facts.support.items() if one.id in people)]
        lessons = tuple(lesson for role, of in roles.get(one.id, ()) for lesson in facts.lessons[one.id, role, of]) + offers.get(one.id, ())
        seated = [(s["role"], s["id"]) for s in move.squads if s["role"] != "product_owner"]
        now = one.knowledge.levels(one.id)
        yield PersonGap(
            person=one.id,
            unit=move.before["unit"],
            before=_before(one, facts),
            roles=(*own, *seated),
            tribe=move.tribe,
            chapter=move.chapter,
            hr_status=move.hr_status,
            line_manager_today=move.before["line_manager"],
            line_manager=move.line_manager,
            other_line_manager=_another(move),
            week=move.week,
            shape=shape_of(now.values(), limits).form,
            shape_after=shape_of(_learned(one, now, lessons).values(), limits).form,
            lessons=lessons,
        )


def _another(move: Move) -> bool:
    return bool(move.before["line_manager"] != move.line_manager)


def _before(one: Candidate, facts: Facts) -> str:
    row = mapping_of(one)
    return row.name.said(facts.language) if row is not None else one.person.job_title or one.discipline


def _offers(facts: Facts, seats: Sequence[SeatGap]) -> Mapping[str, tuple[Lesson, ...]]:
    """Hand every skill that a squad misses to one of those inside who come nearest, whoever has fewest to learn; ties go by id."""
    found: dict[str, list[Lesson]] = {}
    has: Counter[str] = Counter()
    for (person, _, _), lessons in facts.lessons.items():
        has[person] += len(lessons)
    for seat in seats:
        if seat.kind != "skill" or not seat.short or not seat.inside:
            continue
        assert seat.squad is not None
        assert seat.skill is not None
        one = min(seat.inside, key=lambda p: (has[p], p))
        lesson = lesson_of_squad(one, seat.squad, seat.skill, int(seat.required or 0), int(seat.present or 0), facts.rates.level_months)
        found.setdefault(one, []).append(lesson)
        has[one] += 1
    return {person: tuple(lessons) for person, lessons in found.items()}


def _learned(one: Candidate, now: Mapping[str, int], lessons: Sequence[Lesson]) -> Mapping[str, int]:
    """Return somebody's levels once they have learned what they surely lack."""
    after: dict[str, Any] = dict(now)
    for lesson in lessons:
        if lesson.certain and lesson.found is not None and lesson.needed is not None and lesson.what != YEARS:
            key = _known_as(one, lesson)
            after[key] = max(after.get(key, 0), int(lesson.needed))
    return after


def _known_as(one: Candidate, lesson: Lesson) -> str:
    """Return under which skill somebody's list has what a lesson teaches: the five of an owner are spelled in many ways."""
    spelled = OWNER_SKILLS.get(lesson.what, frozenset()) if lesson.role == "product_owner" else frozenset()
    named = next((skill for skill in one.person.skills if folded(skill) in spelled), lesson.what)
    return one.knowledge.key(named)
