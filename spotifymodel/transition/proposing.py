"""Propose a transition: from a chart of today and what somebody wants to a chart of tomorrow, with a proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from os import PathLike
from pathlib import Path
from time import monotonic
from typing import Any, Final, Literal

from ..checking.run import check
from ..errors import UsageError
from ..graph.index import index_of
from ..model.org import Org
from ..model.source import Source
from ..profiles import Profile, load_profile
from .admitting import admit, hindrances, in_the_line, overfull, with_room
from .bank.crew import Crew
from .bank.opening import bank_of, settled
from .bank.searching import Together, staff_together
from .blueprint.defaults import Completed, complete
from .blueprint.reading import blueprint_from_tree, check_names, read_blueprint
from .blueprint.records import Blueprint
from .composing import Staffed, compose
from .explaining import str_of
from .gaps import gaps_of
from .keeping import consultation, duties_without_holder
from .objective import Objective
from .origin import Job, Origin, Seated
from .people.candidate import Candidate, candidates
from .people.fitting import held_in
from .people.moving import moves_of
from .people.roles import choose_roles
from .plan import Plan
from .road.planning import Departure, plan_road
from .shortages import relaxations_of, shortages_of
from .staffing.decoding import decode, score
from .staffing.preparing import instance_of
from .staffing.solving import Answer
from .staffing.terms import TERMS
from .staying import as_is
from .weighing import may_stay, weighed

__all__ = ["arranged", "concluded", "planned", "propose"]

#: What follows the search (chart, check, road) takes so many times what comes before it, twice what was measured at 600 and 3 000
#: people; and is given no more than this share of the limit.
_AFTER: Final = 3.0
_LATER: Final = 0.3
Wanted = Blueprint | Mapping[str, Any] | str | PathLike[str] | None


def propose(
    org: Org,
    blueprint: Wanted = None,
    profile: str | Path | None = None,
    seed: int = 0,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
    language: Literal["en", "nl"] | None = None,
) -> Plan:
    """Propose who works where in an organisation of tribes, squads and chapters.

    Parameters
    ----------
    org : Org
        The organisation of today; a bare list of people with units and job titles is enough.
    blueprint : Blueprint, mapping, path or None
        What is wanted. What it leaves open is proposed, and every invented name reported in ``plan.placeholders``.
    profile : str or path, optional
        Whose limits to keep; else the chart's own, else ``brunel-2017``. A chart names no file: give it to ``check`` again.
    seed : int
        Chooses which tribes are looked at together where there are many. Ties are broken by names, so for few tribes every seed
        gives the same plan.
    time_limit : float, optional
        Seconds for everything, of which some are kept for what follows the search. A plan is always the same unless the limit
        struck (``plan.stopped_by``); one that is far too short for the people is overrun by what they take to read and check.
    progress : callable, optional
        Called with what is being looked at.
    executor : concurrent.futures.Executor, optional
        Searches side by side; without a limit the plan is the same as without an executor.
    language : {"en", "nl"}, optional
        Of reasons and texts; else the chart's own, else English.

    Returns
    -------
    Plan
        ``infeasible`` with a smallest conflict where wishes contradict each other, or with what the best staffing breaks where a
        profile makes errors of warnings that no staffing avoids; ``no_solution_yet`` where the limit came first.

    Raises
    ------
    InputRefusedError
        Where the blueprint is none, or names what the chart does not know.
    UsageError
        Where the chart has no people.

    Notes
    -----
    Terms are optimised one after the other, each proven before the next; see the explanation of the model. People of one
    chapter, site and eligibility are one class, so time grows with the number of classes and squads, not of people.

    Where there are several tribes, people go to another tribe than that of their unit where that meets more needs, finds better
    owners or saves hires: to any tribe that names their unit or, for units that none names, to any tribe that names none. Who holds
    a role beside squads, and of whom the blueprint has a wish, stays. Bounds are those of all tribes together.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> plan = sm.propose(sm.example("polderbank"))
    >>> plan.status, sm.check(plan.org).ok
    ('optimal', True)
    """
    if not isinstance(org, Org):
        raise UsageError(f"propose takes a chart; a {type(org).__name__} is none: read a file with Org.load(…)")
    if language not in (None, "en", "nl"):
        raise UsageError(f"there is no wording in {language!r}; choose en or nl", language, ("en", "nl"))
    if not any(not p.vacancy for p in org.people):
        raise UsageError("there is nobody in this chart to propose a place for")
    started = monotonic()
    asked = profile if profile is not None else org.profile or "brunel-2017"
    limits = load_profile(asked)
    said: Literal["en", "nl"] = language or (org.language if org.language in ("en", "nl") else None) or "en"
    wanted, source = _blueprint(blueprint)
    if wanted is not None:
        wanted = check_names(wanted, org, source)
    index = index_of(org)
    people = candidates(index, limits)
    kept = in_the_line({} if wanted is None else wanted.stay, index, people)
    moving = tuple(c for c in people if c.id not in kept)
    completed = admit(complete(wanted, index, moving, limits), [c for c in moving if not c.person.second_line])
    end = None if time_limit is None else started + time_limit - _reserved(time_limit, monotonic() - started)

    def plan(choice: Completed, share: float = 1.0) -> Plan:
        origin = arranged(org, choice, people, limits, asked, seed, said)
        if isinstance(origin, Plan):
            return origin
        bank = bank_of(origin, index)
        names = {k: tribe.id for k, tribe in enumerate(choice.blueprint.tribes)}
        until = None if end is None else monotonic() + share * max(0.0, end - monotonic())
        found = staff_together(bank, names, Crew(executor, until, progress), seed)
        return concluded(settled(origin, found), list(found.answers.values()), whole=found)

    open_units = may_stay(completed, index)
    return weighed(completed, index, people, open_units, plan) if open_units else plan(completed)


def _reserved(time_limit: float, spent: float) -> float:
    """Return the seconds to keep for what follows the search, by what came before it: both grow with the people alike."""
    return min(_LATER * time_limit, _AFTER * spent)


def arranged(
    org: Org,
    completed: Completed,
    people: Sequence[Candidate],
    limits: Profile,
    asked: str | Path,
    seed: int,
    language: Literal["en", "nl"],
) -> Origin | Plan:
    """Return what the solver is to be asked; an infeasible plan where that alone shows that there is none."""
    jobs = _jobs(completed, people, limits)
    hindered = hindrances(completed, jobs, {c.id for c in people if c.person.second_line}, limits, language)
    if hindered:
        return Plan("infeasible", conflict=hindered, placeholders=completed.placeholders, seed=seed, language=language)
    return Origin(org, completed, people, jobs, limits, asked, seed, language)


def concluded(origin: Origin, answers: Sequence[Answer], seated: Sequence[Seated] | None = None, whole: Together | None = None) -> Plan:
    """Return the plan of the answers for all tribes, or say why there is none; without `whole` nobody was to change tribes."""
    completed, seed, said = origin.completed, origin.seed, origin.language
    conflict = tuple(wish for answer in answers for wish in answer.conflict)
    if conflict:
        found = tuple({"code": "wish", "subject": w.people[0], "message": str_of(w, said)} for w in conflict)
        return Plan("infeasible", conflict=found, placeholders=completed.placeholders, seed=seed, language=said)
    if not all(answer.levels for answer in answers):
        reason = next((answer.stopped_by for answer in answers if not answer.levels and answer.stopped_by), None)
        if reason is None:  # searched to the end, and no wish is to blame: the tribe is too full for the vacancies it needs
            tribes = [t.id for t, answer in zip(completed.blueprint.tribes, answers, strict=True) if not answer.levels]
            full = overfull(tribes, origin.limits, said)
            return Plan("infeasible", conflict=full, placeholders=completed.placeholders, seed=seed, language=said)
        return Plan("no_solution_yet", placeholders=completed.placeholders, seed=seed, stopped_by=reason, language=said)
    return planned(origin, answers, seated, whole)


def _blueprint(given: Wanted) -> tuple[Blueprint | None, Source | None]:
    if given is None or isinstance(given, Blueprint):
        return given, None
    if isinstance(given, Mapping):
        return blueprint_from_tree(dict(given)), None
    if not isinstance(given, str | PathLike):
        raise UsageError(f"a blueprint is a file, a mapping or a Blueprint; a {type(given).__name__} is none of these")
    return read_blueprint(given)


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
    limits, asked, seed, language = origin.limits, origin.asked, origin.seed, origin.language
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
        return Plan("infeasible", conflict=found, placeholders=completed.placeholders, seed=seed, language=language)
    objective = _objective(answers, counts, whole)
    instances = [instance for _, _, instance in jobs]
    shortages = shortages_of(instances, language, [tribe.id for tribe in completed.blueprint.tribes])
    held = tuple(held_in(target, {c.id: c for c in people}, completed.blueprint))
    gaps = gaps_of(target, hires, people, held, language)
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
        relaxations=(*way.remedies, *relaxations_of(shortages, instances, language)),
        placeholders=completed.placeholders,
        seed=seed,
        stopped_by=stopped,
        language=language,
        stages=way.stages,
        road=way.road,
        staffing=tuple(zip(instances, answers, strict=True)),
        origin=origin,
    )


def _objective(answers: Sequence[Answer], counts: Sequence[Mapping[str, int]], whole: Together | None) -> tuple[Objective, ...]:
    """Add up the terms of the tribes, with the bounds of the whole; where nobody was to change tribes, sums of bounds are bounds."""
    found = []
    for k, term in enumerate(TERMS):
        levels = [answer.levels[k] for answer in answers]
        # Counted from the people: the slacks of a search that was stopped may say more than there is.
        value = sum(count[term.name] for count in counts)
        bound = sum(level.bound for level in levels) if whole is None else whole.bounds[term.name]
        found.append(Objective(term.tier, term.name, term.unit, value, min(value, bound), value <= bound))
    return tuple(found)
