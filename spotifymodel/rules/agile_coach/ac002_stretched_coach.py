"""AC002: an agile coach supports no more squads than one can."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording

__all__ = ["RULE"]


MOST = "coach.max"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Count the squads that name a coach, plus an equal share of those that leave it to their tribe, rounded up."""
    load, most = view.coach_load(person), limits[MOST]
    return Broken(load, most, (person, *view.squads_coached(person))) if load > most else None


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the coaches who ever support a tribe, or enough squads by name."""
    most = limits[MOST]
    named = [p for p, squads in index.squads_coached.items() if len(squads) > most]
    return dict.fromkeys([*index.tribes_coached, *named])


RULE = Rule(
    code="AC002",
    name="stretched-coach",
    kind="person",
    severity="advice",
    confidence="guess",
    source=Reference("alma-2018"),
    formal="|{s: coaches(p,s)}| ≤ coach.max",
    parameters=(Parameter(MOST, "squads", Wording("The most squads a coach supports", "Hoeveel squads een coach begeleidt")),),
    message=Wording(
        "Agile coach {subject} supports {measured} squads (max {limit})",
        "Agile coach {subject} begeleidt {measured} squads (max. {limit})",
    ),
    finds=Wording(
        "A coach with more squads than the profile takes to be possible. Squads that name no coach are shared equally "
        "by the coaches of their tribe, rounded up.",
        "Een coach met meer squads dan het profiel mogelijk acht. Squads zonder eigen coach worden gelijk over de "
        "coaches van de tribe verdeeld, naar boven afgerond.",
    ),
    matters=Wording(
        "A coach who comes by once in a fortnight sees results, not the work. The number comes from one coach’s report of four squads.",
        "Een coach die eens per twee weken langskomt ziet resultaten, niet het werk. Het getal komt uit één verslag van "
        "een coach met vier squads.",
    ),
    remedy=Wording(
        "Hire another coach, or spread the squads",
        "Werf nog een coach, of verdeel de squads anders",
    ),
    judge=judge,
    suspects=suspects,
    reach="people",
    good=(
        """
        people: [{id: k}, {id: l}]
        tribes: [{id: t, agile_coaches: [k, l], squads: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]}]
        """,
        """
        people: [{id: k}]
        squads: [{id: a, agile_coaches: k}, {id: b, agile_coaches: k}, {id: c, agile_coaches: k}, {id: d, agile_coaches: {person: k,
          until: 2027-01-01}},
          {id: e, agile_coaches: {person: k, from: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: k}, {id: l}]
        tribes: [{id: t, agile_coaches: [k], squads: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]}]
        """,
        """
        people: [{id: k}]
        squads: [{id: a, agile_coaches: k}, {id: b, agile_coaches: k}, {id: c, agile_coaches: k}, {id: d, agile_coaches: {person: k,
          until: 2027-01-02}},
          {id: e, agile_coaches: {person: k, from: 2027-01-01}}]
        """,
    ),
)
