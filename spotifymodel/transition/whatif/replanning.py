"""Plan again after a small change, so that as little as can be is different from the plan there was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from ...graph.index import index_of
from ..bank.crew import Crew
from ..bank.opening import bank_of
from ..bank.proving import bounds_for
from ..bank.returning import guests_of, returned
from ..concluding import concluded
from ..options.bounding import with_bounds
from ..options.difference import Places
from ..options.handing import hand_out, places_of, seats_of
from ..options.question import Question, Reply, ask
from ..origin import Origin
from ..staffing.decoding import score
from ..staffing.instance import Instance
from ..staffing.solving import Answer, Level, solve
from ..staffing.terms import TERMS

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["planned_again"]

#: The squads of a tribe → how it was staffed.
Known = Mapping[tuple[str, ...], tuple[Instance, Answer]]

#: Share of the time for searching where there are several tribes; what it does not need is left for bounds.
_SEARCHING: Final = 0.7


def planned_again(plan: Plan, origin: Origin, time_limit: float | None) -> Plan:
    """Return the best plan of another origin, the closest to a plan among the equally good ones.

    Notes
    -----
    Tribes in which nothing changed keep their staffing without a search. Squads keep the sites that the plan gave them: who
    leaves or comes should not move a squad to another town. People keep their tribes; where there are several, bounds say how
    much better any staffing could be, whoever goes to another tribe for it.
    """
    crew = Crew(end=None if time_limit is None else monotonic() + time_limit)
    known = {instance.squads: (instance, answer) for instance, answer in plan.staffing}
    jobs = tuple(
        (inside, roles, _settled(instance, known, guests_of(tribe.id, inside, origin.completed.elsewhere)))
        for tribe, (inside, roles, instance) in zip(origin.completed.blueprint.tribes, origin.jobs, strict=True)
    )
    origin = replace(origin, jobs=jobs)
    instances = [instance for _, _, instance in jobs]
    places = places_of(plan)
    answers = _answers(instances, known, places, crew)
    if not all(answer.levels for answer in answers):
        return concluded(origin, answers)
    seated = [hand_out(i, a.seats, places) for i, a in zip(instances, answers, strict=True)]
    made = concluded(origin, answers, seated)
    if len(instances) == 1 or made.org is None:
        return made
    came = {k: score(i, *one) for k, (i, one) in enumerate(zip(instances, seated, strict=True))}
    alone = {k: {level.name: level.bound for level in answer.levels} for k, answer in enumerate(answers)}
    bounds = bounds_for(bank_of(returned(origin), index_of(origin.org)), came, crew, alone)
    made = with_bounds(made, [bounds[term.name] for term in TERMS])
    why = "interrupt" if crew.interrupted else "time" if crew.over() else None
    return made if why is None or made.status == "optimal" else replace(made, stopped_by=made.stopped_by or why)


def _answers(instances: Sequence[Instance], known: Known, places: Places, crew: Crew) -> list[Answer]:
    """Return the answer for every tribe: what it was where nothing changed, else searched for in what the others have left."""
    waiting = sum(_changed(instance, known) for instance in instances)
    found: list[Answer] = []
    for instance in instances:
        if not _changed(instance, known):
            found.append(known[instance.squads][1])
            continue
        seconds = crew.share(waiting, 1.0 if len(instances) == 1 else _SEARCHING)
        (reply,) = crew.do(ask, [Question((instance,), near=(seats_of(instance, places),), seconds=seconds)], "")
        found.append(_answer(instance, reply, seconds))
        waiting -= 1
    return found


def _changed(instance: Instance, known: Known) -> bool:
    return instance.squads not in known or known[instance.squads][0] != instance


def _settled(instance: Instance, known: Known, guests: int) -> Instance:
    before = known.get(instance.squads)
    return replace(instance, guests=guests, site=instance.site if before is None else before[0].site)


def _answer(instance: Instance, reply: Reply | None, seconds: float | None) -> Answer:
    if reply is None or reply.status == "stopped":
        return Answer((), stopped_by="interrupt" if reply is None else reply.stopped)
    if reply.status == "none":
        return solve(instance, seconds)  # which says what contradicts what
    levels = tuple(Level(t.name, reply.values[t.name], reply.bounds[t.name]) for t in TERMS)
    return Answer(levels, reply.seats[0], stopped_by=reply.stopped)
