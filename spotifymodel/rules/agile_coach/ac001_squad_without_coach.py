"""AC001: every squad has an agile coach to turn to."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.relation import Relation
from ...graph.stepping import without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import ALWAYS
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst

__all__ = ["RULE"]

MOST = "coach.max"


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for a coach of the squad or, where it names none, of its tribe, wherever anybody works in the squad."""
    if view.coaching(squad):
        return None
    inside = view.squad_people(squad)
    return None if not inside and view.index.squad_people.get(squad) else Broken(evidence=inside)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that do not have a coach, or coaches of their tribe, at all times."""
    coached = _steady(index.tribe_coaches)
    own = _steady(index.coaches)
    return [squad for squad, tribe in index.tribe_of.items() if squad not in own and tribe not in coached]


def _steady(relation: Relation) -> set[str]:
    return {holder for holder, people in relation.people.items() if people and holder not in relation.spans}


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether neither a squad nor its tribe has a coach at all times."""
    tribe = index.tribe_of.get(squad)
    own, shared = index.coaches, index.tribe_coaches
    if squad in own.people and squad not in own.spans:
        return not own.people[squad]
    return tribe is None or tribe in shared.spans or not shared.people.get(tribe)


def stretch(index: Index, squad: str, _limits: Limits) -> Worst:
    """Return the first stretch in which people sit in the squad and nobody coaches it or its tribe."""
    used = index.attendance.used(squad) or [index.life.get(squad, ALWAYS)]
    tribe = index.tribe_of.get(squad)
    coached = [*index.coaches.stretches(squad), *(index.tribe_coaches.stretches(tribe) if tribe is not None else ())]
    return next(iter(without(used, [(start, until) for _, start, until in coached])), ())


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Let the coach with the fewest squads coach this one too, as far as they have room."""
    index = view.index
    ever = dict.fromkeys(p for relation in (index.coaches, index.tribe_coaches) for people in relation.people.values() for p in people)
    named_here = index.coaches.people.get(squad, ())
    free = [p for p in ever if p not in named_here and view.coach_load(p) < limits[MOST]]
    for person in sorted(free, key=view.coach_load):
        yield Edit("appoint", {"person": person, "role": "agile_coach", "of": f"squad:{squad}"})


RULE = Rule(
    code="AC001",
    name="squad-without-coach",
    kind="squad",
    severity="advice",
    confidence="inferred",
    source=Reference("brunel", "blocks", "Helpt een squad om te groeien als team"),
    references=(Reference("kniberg-2012", "Squads"),),
    formal="∃p: coaches(p,s,t) ∨ coaches(p,tribe(s),t) for every instant t at which s is in use",
    parameters=(
        Parameter(
            MOST,
            "squads",
            Wording(
                "The most squads of a coach, for one who is proposed",
                "Hoeveel squads een coach hoogstens heeft, voor wie wordt voorgesteld",
            ),
        ),
    ),
    message=Wording(
        "Squad {subject} has no agile coach, and neither has its tribe",
        "Squad {subject} heeft geen agile coach, en de tribe ook niet",
    ),
    finds=Wording(
        "A squad at work that names no agile coach and stands in a tribe that names none, in a chart that names coaches elsewhere. "
        "The coaches of a tribe together coach the squads that name none.",
        "Een werkende squad die geen agile coach noemt en in een tribe zit die er geen noemt, in een chart die elders wel coaches "
        "noemt. De coaches van een tribe coachen samen de squads die er zelf geen noemen.",
    ),
    matters=Wording(
        "A coach helps a squad to become a team that performs and to stay one. New squads without one tend to fall back into the "
        "habits of the old department.",
        "Een coach helpt een squad als team te groeien: high-performance worden én blijven. Nieuwe squads zonder coach vallen snel "
        "terug in de gewoonten van de oude afdeling.",
    ),
    remedy=Wording(
        "Assign a coach who has room to the squad or to its tribe, or hire one",
        "Wijs een coach met ruimte toe aan de squad of de tribe, of werf er een",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    needs=("squad.agile_coaches|tribe.agile_coaches",),
    points_at=("agile_coaches", "id"),
    good=(
        """
        people: [{id: a}, {id: coach}]
        tribes: [{id: t, agile_coaches: coach, squads: [{id: s, members: [a]}]}]
        squads: [{id: r, agile_coaches: coach, members: [a]}]
        """,
        """
        people: [{id: a}, {id: coach}]
        tribes: [{id: t, squads: [{id: s, agile_coaches: {person: coach, from: 2027-01-01}, members: [{person: a, from: 2027-02-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: coach}]
        tribes: [{id: t, agile_coaches: coach, squads: [{id: s, members: [a]}]}, {id: u, squads: [{id: r, members: [a]}]}]
        """,
        """
        people: [{id: a}, {id: coach}, {id: other}]
        tribes: [{id: t, agile_coaches: {person: coach, until: 2027-02-01}, squads: [{id: s, members: [a]}]},
          {id: u, agile_coaches: other}]
        """,
    ),
)
