"""Plan again after a small change, so that as little as can be is different from the plan there was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..concluding import concluded
from ..options.bounding import with_bounds
from ..options.handing import hand_out, places_of, seats_of
from ..options.question import Question, Reply, ask
from ..origin import Origin
from ..people.candidate import Candidate
from ..solver.sweeping import sweep
from ..staffing.instance import Instance
from ..staffing.solving import Answer, Level, solve
from ..staffing.terms import TERMS

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["planned_again"]


def planned_again(plan: Plan, origin: Origin, time_limit: float | None) -> Plan:
    """Return the best plan of another origin, the closest to a plan among the equally good ones.

    Notes
    -----
    Tribes in which nothing changed keep their staffing without a search. Squads keep the sites that the plan gave them: who
    leaves or comes should not move a squad to another town. People keep their tribes; where there are several, nothing is
    proven of what could be won by changing them.
    """
    known = {instance.squads: (instance, answer) for instance, answer in plan.staffing}
    ids = [tribe.id for tribe in origin.completed.blueprint.tribes]
    jobs = tuple(
        (inside, roles, _settled(instance, known, _guests(origin, tribe, inside)))
        for tribe, (inside, roles, instance) in zip(ids, origin.jobs, strict=True)
    )
    origin = replace(origin, jobs=jobs)
    instances = [instance for _, _, instance in jobs]
    places = places_of(plan)
    changed = [i for i in instances if i.squads not in known or known[i.squads][0] != i]
    share = None if time_limit is None else time_limit / max(1, len(changed))
    replies = sweep(ask, [Question((i,), near=(seats_of(i, places),), seconds=share) for i in changed])
    found = iter(zip(changed, replies, strict=True))
    answers = [_answer(*next(found), share) if i in changed else known[i.squads][1] for i in instances]
    if not all(answer.levels for answer in answers):
        return concluded(origin, answers)
    made = concluded(origin, answers, [hand_out(i, a.seats, places) for i, a in zip(instances, answers, strict=True)])
    return made if len(instances) == 1 or made.org is None else with_bounds(made, [0] * len(made.objective))


def _settled(instance: Instance, known: dict[tuple[str, ...], tuple[Instance, Answer]], guests: int) -> Instance:
    before = known.get(instance.squads)
    return replace(instance, guests=guests, site=instance.site if before is None else before[0].site)


def _guests(origin: Origin, tribe: str, inside: Sequence[Candidate]) -> int:
    """Count who is in a tribe that is not that of their unit."""
    of = origin.completed.elsewhere
    return sum(of.get(one.id, tribe) != tribe for one in inside)


def _answer(instance: Instance, reply: Reply | None, seconds: float | None) -> Answer:
    if reply is None or reply.status == "stopped":
        return Answer((), stopped_by="interrupt" if reply is None else reply.stopped)
    if reply.status == "none":
        return solve(instance, seconds)  # which says what contradicts what
    levels = tuple(Level(t.name, reply.values[t.name], reply.bounds[t.name]) for t in TERMS)
    return Answer(levels, reply.seats[0], stopped_by=reply.stopped)
