"""From what the solver is asked to a question, and from its answers to a plan: checked by the rules before it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..checking.run import check
from ..profiles import Profile, load_profile
from .admitting import hindrances, overfull, with_room
from .bank.searching import Together
from .blueprint.defaults import Completed
from .composing import Staffed, compose
from .contradicting import contradictions
from .covering import coverage_of
from .gaps import gaps_of
from .keeping import consultation, duties_without_holder
from .objective import Objective
from .origin import Job, Origin, Seated
from .people.candidate import Candidate
from .people.fitting import held_in
from .people.moving import moves_of
from .people.roles import choose_roles
from .plan import Plan
from .road.planning import Departure, plan_road
from .shortages import relaxations_of, shortages_of
from .staffing.decoding import decode, score
from .staffing.preparing import instance_of
from .staffing.pricing import whole_of
from .staffing.solving import Answer
from .staffing.terms import TERMS
from .staying import as_is

__all__ = ["arranged", "concluded", "planned"]


def arranged(origin: Origin) -> Origin | Plan:
    """Return a question with what the solver is to be asked; an infeasible plan where that alone shows that there is none."""
    completed, people, limits = origin.completed, origin.people, origin.limits
    jobs = _jobs(completed, people, limits)
    hindered = hindrances(completed, jobs, {c.id for c in people if c.person.second_line}, limits, origin.language)
    return _none(origin, hindered) if hindered else replace(origin, jobs=jobs)


def concluded(origin: Origin, answers: Sequence[Answer], seated: Sequence[Seated] | None = None, whole: Together | None = None) -> Plan:
    """Return the plan of the answers for all tribes, or say why there is none; without `whole` nobody was to change tribes."""
    said = origin.language
    conflict = tuple(wish for answer in answers for wish in answer.conflict)
    if conflict:
        return _none(origin, contradictions(conflict, origin.limits, said))
    if not all(answer.levels for answer in answers):
        reason = next((answer.stopped_by for answer in answers if not answer.levels and answer.stopped_by), None)
        if reason is None:  # searched to the end, and no wish is to blame: the tribe is too full for the vacancies it needs
            tribes = [t.id for t, answer in zip(origin.completed.blueprint.tribes, answers, strict=True) if not answer.levels]
            return _none(origin, overfull(tribes, origin.limits, said))
        return replace(_none(origin, ()), status="no_solution_yet", stopped_by=reason)
    return planned(origin, answers, seated, whole)


def _none(origin: Origin, conflict: tuple[Mapping[str, Any], ...]) -> Plan:
    """Return what is said where there is no plan: of what it was asked, and why not."""
    return Plan("infeasible", conflict=conflict, placeholders=origin.completed.placeholders, seed=origin.seed, language=origin.language)


def _jobs(completed: Completed, people: Sequence[Candidate], limits: Profile) -> list[Job]:
    by_id = {c.id: c for c in people}
    found: list[Job] = []
    for tribe in completed.blueprint.tribes:
        inside = tuple(by_id[p] for p in completed.people[tribe.id])
        roles = with_room(choose_roles(tribe, inside, completed.home, completed.blueprint.locks, limits), tribe, len(inside), limits)
        found.append((inside, roles, instance_of(tribe, inside, completed.home, roles, completed.blueprint, limits)))
    return found


def planned(origin: Origin, answers: Sequence[Answer], seated: Sequence[Seated] | None = None, whole: Together | None = None) -> Plan:
    """Return the plan of a staffing of every tribe; who of a class sits where is decoded unless it is given."""
    org, completed, people, jobs = origin.org, origin.completed, origin.people, origin.jobs
    limits, asked, language = origin.limits, origin.asked, origin.language
    if seated is None:
        seated = [decode(instance, answer.seats) for (_, _, instance), answer in zip(jobs, answers, strict=True)]
    staffed: list[Staffed] = []
    counts: list[Mapping[str, int]] = []
    for tribe, (inside, roles, instance), answer, (seating, vacancies) in zip(
        completed.blueprint.tribes, jobs, answers, seated, strict=True
    ):
        counted = score(instance, seating, vacancies)
        counts.append(counted)
        assert counted == {level.name: level.value for level in answer.levels} or answer.stopped_by, counted
        staffed.append(Staffed(tribe, tuple(c.id for c in inside), completed.home, roles, seating, vacancies))
    target, hires = compose(org, staffed, limits, named=".toml" not in str(asked))
    report = check(target, profile=asked, language=language)
    broken = [f for f in report.findings if f.severity == "error"]
    usual = load_profile("brunel-2017")
    ours = [f for f in broken if usual.severity(f.code) == "error"]
    assert not ours, f"a proposal breaks its own rules: {', '.join(f'{f.code} {f.subject.id}' for f in ours)}"
    if broken:  # a profile that makes errors of warnings, and the best staffing cannot avoid them
        found = tuple({"code": f.code, "subject": f.subject.id, "message": f.message} for f in broken)
        return _none(origin, found)
    objective = _objective(answers, counts, whole, whole_of(completed.blueprint) or 1)
    instances = [instance for _, _, instance in jobs]
    shortages = shortages_of(instances, language, [tribe.id for tribe in completed.blueprint.tribes])
    held = tuple(held_in(target, {c.id: c for c in people}, completed.blueprint))
    unplaced = {tribe.id: count["unplaced"] for tribe, count in zip(completed.blueprint.tribes, counts, strict=True)}
    gaps = {
        **gaps_of(target, hires, people, held, language, limits, completed.blueprint.rates),
        "coverage": coverage_of(completed.blueprint, target, objective, {c.id: c for c in people}, language),
    }
    way = plan_road(Departure(org, target, people, gaps["trainings"], completed.blueprint, limits, asked, language))
    target = way.org
    moves = moves_of(org, target, completed, people, staffed, held, language)
    to_keep = {"duties": duties_without_holder(org, target, people, language), "consultation": consultation(moves, language)}
    proven = all(o.proven for o in objective if o.tier <= 3)
    stopped = whole.stopped_by if whole is not None else next((a.stopped_by for a in answers if a.stopped_by), None)
    week = {person: stage.week for stage in way.stages for person in stage.people}
    return Plan(
        "infeasible" if way.road.status == "infeasible" else "optimal" if proven else "feasible",
        objective,
        as_is(org, completed, people),
        target,
        tuple(replace(move, week=week.get(move.person, 0)) for move in moves),
        {**gaps, "shortages": shortages, **to_keep},
        conflict=way.conflict,
        relaxations=(*way.remedies, *relaxations_of(shortages, instances, language, unplaced)),
        placeholders=completed.placeholders,
        seed=origin.seed,
        stopped_by=stopped,
        language=language,
        stages=way.stages,
        road=way.road,
        staffing=tuple(zip(instances, answers, strict=True)),
        origin=origin,
    )


def _objective(answers: Sequence[Answer], counts: Sequence[Mapping[str, int]], whole: Together | None, parts: int) -> tuple[Objective, ...]:
    """Add up the terms of the tribes, with the bounds of the whole; where nobody was to change tribes, sums of bounds are bounds."""
    found = []
    for k, term in enumerate(TERMS):
        levels = [answer.levels[k] for answer in answers]
        # Counted from the people: the slacks of a search that was stopped may say more than there is.
        value = sum(count[term.name] for count in counts)
        bound = sum(level.bound for level in levels) if whole is None else whole.bounds[term.name]
        shared = parts if term.name == "unmet_skills" else 1
        unit = term.unit if shared == 1 else "squads"
        found.append(Objective(term.tier, term.name, unit, value, min(value, bound), value <= bound, shared))
    return tuple(found)
