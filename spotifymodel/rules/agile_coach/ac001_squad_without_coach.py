"""AC001: every squad has access to an agile coach."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for a coach that the squad names, or that its tribe names for all of them."""
    return None if view.coaching(squad) else Broken(evidence=(squad,))


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads without a coach over all time, or with coaches that carry dates."""
    coaches, shared = index.coaches, index.tribe_coaches
    return [
        squad
        for squad, tribe in index.tribe_of.items()
        if squad in coaches.spans
        or tribe in shared.spans
        or not (coaches.people.get(squad) or (tribe is not None and shared.people.get(tribe)))
    ]


def fixes(view: View, squad: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Appoint the coach of the tribe's other squads who supports the fewest."""
    tribe = view.index.tribe_of[squad]
    others = view.squads_in(tribe) if tribe is not None else ()
    known = dict.fromkeys(p for s in others for p in view.coaches(s))
    for coach in sorted(known, key=view.coach_load)[:1]:
        yield Edit("appoint", {"person": coach, "role": "agile_coach", "of": f"squad:{squad}"})


RULE = Rule(
    code="AC001",
    name="squad-without-coach",
    kind="squad",
    severity="advice",
    confidence="inferred",
    source=Reference("brunel", "blocks", "Helpt een squad om te groeien als team"),
    references=(Reference("kniberg-2012", "Squads"),),
    formal="∃p: coaches(p,s)",
    message=Wording(
        "Squad {subject} has no agile coach",
        "Squad {subject} heeft geen agile coach",
    ),
    finds=Wording(
        "A squad that names no agile coach and whose tribe names none either, where the chart says anything of coaches.",
        "Een squad zonder agile coach, waarvan ook de tribe er geen noemt, terwijl de chart wel iets over coaches zegt.",
    ),
    matters=Wording(
        "A new way of working is learned by doing it with somebody who has done it before. Squads without help fall back into the old one.",
        "Een nieuwe manier van werken leer je samen met iemand die het al deed. Squads zonder hulp vallen terug in de oude.",
    ),
    remedy=Wording(
        "Assign a coach, or hire one",
        "Wijs een coach aan, of werf er een",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    reach="people",
    needs=("squad.agile_coaches|tribe.agile_coaches",),
    points_at=("agile_coaches", "id"),
    good=(
        """
        people: [{id: a}, {id: k}]
        tribes: [{id: t, agile_coaches: [k], squads: [{id: s, product_owner: a}]}]
        """,
        """
        people: [{id: a}, {id: k}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, agile_coaches: {person: k, from: 2027-01-01}, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: k}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, agile_coaches: [k]}, {id: r, product_owner: a}]}]
        """,
        """
        people: [{id: a}, {id: k}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, agile_coaches: {person: k, from: 2027-01-02}, from: 2027-01-01}]}]
        """,
    ),
)
