"""AC002: an agile coach can help only so many squads grow."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording

__all__ = ["RULE"]

MOST = "coach.max"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Count the squads that name a coach, plus an equal share of those that name none in the tribes coached, rounded up."""
    load, most = view.coach_load(person), limits[MOST]
    if load <= most:
        return None
    return Broken(load, most, (person, *view.squads_coached(person), *view.tribes_coached(person)))


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the coaches who could ever have too many squads: those that name them, and all squads of the tribes coached."""
    most, named, tribes = limits[MOST], index.squads_coached, index.tribes_coached
    bound = {p: len(s) for p, s in named.items()}
    for person, coached in tribes.items():
        bound[person] = bound.get(person, 0) + sum(len(index.squads_in[t]) for t in coached)
    found = {p for p, n in bound.items() if n > most}
    return [person for person in index.people if person in found] if found else ()


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Hand a squad over to another coach with room; where the load is a tribe's, let another coach help in that tribe."""
    index = view.index
    ever = dict.fromkeys([*index.squads_coached, *index.tribes_coached])
    free = sorted((p for p in ever if p != person and view.coach_load(p) < limits[MOST]), key=view.coach_load)
    for squad in view.squads_coached(person):
        if len(view.coaches(squad)) > 1:
            yield Edit("relieve", {"person": person, "role": "agile_coach", "of": f"squad:{squad}"})
        for other in free[:1]:
            yield Edit("appoint", {"person": other, "role": "agile_coach", "of": f"squad:{squad}", "replace": True})
    for tribe in _tribes_where_another_helps(view, person):
        for other in [p for p in free if p not in index.tribe_coaches.people.get(tribe, ())][:1]:
            yield Edit("appoint", {"person": other, "role": "agile_coach", "of": f"tribe:{tribe}"})


def _tribes_where_another_helps(view: View, person: str) -> list[str]:
    """Name the tribes in which one more coach leaves somebody fewer squads: shares are rounded up, so it may change nothing."""
    rest = {t: sum(not view.coaches(s) for s in view.squads_in(t)) for t in view.tribes_coached(person)}
    coaches = {t: len(view.tribe_coaches(t)) for t in rest}
    shared = sum((Fraction(n, coaches[t]) for t, n in rest.items()), Fraction(0))
    return [t for t, n in rest.items() if ceil(shared - Fraction(n, coaches[t] * (coaches[t] + 1))) < ceil(shared)]


RULE = Rule(
    code="AC002",
    name="stretched-coach",
    kind="person",
    severity="advice",
    confidence="inferred",
    source=Reference("alma-2018", "Introduction", "four squads I’m going to work with as an Agile Coach"),
    references=(Reference("brunel", "blocks", "Coacht individuen en squads"),),
    formal="|{s : coaches(p,s)}| + ⌈Σ_{t : coaches(p,t)} |{s ∈ t : none named}| / |coaches(t)|⌉ ≤ coach.max for every instant",
    parameters=(
        Parameter(
            MOST,
            "squads",
            Wording("The most squads that one coach helps", "Hoeveel squads één coach hoogstens begeleidt"),
        ),
    ),
    message=Wording(
        "Agile coach {subject} supports {measured} squads; at most {limit} is advised",
        "Agile coach {subject} begeleidt {measured} squads; geadviseerd wordt maximaal {limit}",
    ),
    finds=Wording(
        "An agile coach with more squads at one instant than the profile advises: the squads that name them, plus an equal share of "
        "the squads that name no coach in the tribes that name them, rounded up.",
        "Een agile coach met op één moment meer squads dan het profiel aanraadt: de squads die de coach noemen, plus een gelijk deel "
        "van de squads zonder eigen coach in de tribes die de coach noemen, naar boven afgerond.",
    ),
    matters=Wording(
        "Coaching is being there when it happens. With too many squads a coach runs ceremonies, or writes reports on them.",
        "Coachen is erbij zijn als het gebeurt. Met te veel squads leidt een coach alleen nog sessies, of schrijft er rapporten over.",
    ),
    remedy=Wording(
        "Spread the squads over more coaches, hire one, or let mature squads go",
        "Verdeel de squads over meer coaches, werf er een, of laat volwassen squads los",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    reach="people",
    moved_by_seats="no",
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, agile_coaches: [a, b], squads: [{id: s1}, {id: s2}, {id: s3}, {id: s4}, {id: s5}, {id: s6}, {id: s7}, {id: s8}]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, agile_coaches: a, squads: [{id: s1}, {id: s2}, {id: s3}, {id: s4, until: 2027-01-01},
          {id: s5, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, agile_coaches: [a], squads: [{id: s1, agile_coaches: a}, {id: s2}, {id: s3}, {id: s4}, {id: s5}]},
          {id: u, agile_coaches: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, agile_coaches: [a], squads: [{id: s1}, {id: s2}, {id: s3}, {id: s4}, {id: s5}]}, {id: u, agile_coaches: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, agile_coaches: {person: a, from: 2027-01-01}, squads: [{id: s1, agile_coaches: a}, {id: s2, agile_coaches: a},
          {id: s3, agile_coaches: [a, b]}, {id: s4, agile_coaches: a}, {id: s5, from: 2027-02-01}]}]
        """,
    ),
)
