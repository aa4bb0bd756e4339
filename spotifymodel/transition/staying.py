"""The organisation of today in the terms of a plan: what staying would be worth."""

from __future__ import annotations

from collections.abc import Sequence

from ..graph.index import index_of
from ..graph.view import View
from ..model.org import Org
from .blueprint.defaults import Completed
from .covering import covered_in
from .objective import Objective
from .people.candidate import Candidate
from .staffing.pricing import price_of, whole_of
from .staffing.terms import TERMS

__all__ = ["as_is"]


def as_is(org: Org, completed: Completed, people: Sequence[Candidate]) -> tuple[Objective, ...]:
    """Return what can be counted of today in the terms of the objective.

    Notes
    -----
    A squad that is wanted and does not exist today has no owner and none of its needs met. Terms that only a plan has, such
    as preferences and hires, are left out.
    """
    view = View(index_of(org))
    fit = {c.id: c.owner.answer for c in people}
    outside = {c.id for c in people if c.person.second_line}
    wanted = [s for tribe in completed.blueprint.tribes for s in tribe.squads]
    there = {s.id for _, s in org.all_squads()}
    owners = [p for s in wanted if s.id in there for p in view.owners(s.id)]
    unmet_skills = 0
    whole = whole_of(completed.blueprint)
    for squad in wanted:
        inside = view.squad_people(squad.id) if squad.id in there else ()
        asked, met = covered_in(squad, inside, view.index.knowledge.level)
        unmet_skills += (1 if whole is None else price_of(whole, asked)) * (asked - met)
    filled = {(s.id, c): 0 for s in wanted for c in s.needs}
    for squad in wanted:
        for person in view.squad_people(squad.id) if squad.id in there else ():
            key = (squad.id, completed.home.get(person, ""))
            if key in filled:
                filled[key] += 2 if len(view.squads_of(person)) == 1 else 1
    counted = {
        "unplaced": sum(not view.squads_of(c.id) for c in people if c.id not in outside),
        "open_owner_seats": sum(not view.owners(s.id) if s.id in there else not s.optional for s in wanted),
        "owners_not_fit": sum(fit.get(p) == "no" for p in owners),
        "owners_unknown": sum(fit.get(p) == "unknown" for p in owners),
        "unmet_needs": sum(max(0, round(2 * n) - filled[s.id, c]) for s in wanted for c, n in s.needs.items()),
        "unmet_skills": unmet_skills,
        "two_squads": sum(len(view.squads_of(c.id)) > 1 for c in people),
    }
    shared = {"unmet_skills": whole} if whole is not None and whole > 1 else {}
    return tuple(
        Objective(t.tier, t.name, "squads" if t.name in shared else t.unit, counted[t.name], 0, False, shared.get(t.name, 1))
        for t in TERMS
        if t.name in counted
    )
