"""TL001: every tribe has one lead."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.tribe_heads import ever_in_tribe
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, people

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | None:
    """Count the leads; a tribe that has nobody yet, or nobody any more, needs none, unless it never has anybody."""
    leads = view.tribe_leads(tribe)
    if len(leads) == 1:
        return None
    if not leads and view.day is not None and ever_in_tribe(view.index, tribe) and not _inhabited(view, tribe):
        return None
    return Broken(len(leads), 1, leads, {"leads": people(leads)})


def _inhabited(view: View, tribe: str) -> bool:
    """Tell whether anybody has a tie to the tribe at the instant, second line and shared coaches among them."""
    index = view.index
    return bool(
        any(view.squad_people(s) or view.coaches(s) for s in index.squads_in.get(tribe, ()))
        or any(view.chapter_people(c) for c in index.chapters_in.get(tribe, ()))
        or view.tribe_coaches(tribe)
        or index.support.at(tribe, view.day)
    )


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that do not have exactly one lead over all time, or whose lead carries dates."""
    leads = index.tribe_leads
    return [t for t in index.tribes if len(leads.people.get(t, ())) != 1 or t in leads.spans]


def fixes(view: View, tribe: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Keep the first of several leads; who could lead a tribe without one is nothing that a chart says."""
    for lead in view.tribe_leads(tribe)[1:]:
        yield Edit("relieve", {"person": lead, "role": "tribe_lead", "of": tribe})


RULE = Rule(
    code="TL001",
    name="tribe-without-lead",
    kind="tribe",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "blocks", "Verantwoordelijk voor de doelen van de tribe"),
    formal="|{p: leads(p,t)}| = 1",
    message=Wording(
        "Tribe {subject} has {measured} tribe leads; exactly one expected",
        "Tribe {subject} heeft {measured} tribe leads; precies één verwacht",
    ),
    finds=Wording(
        "A tribe without a lead, or with several at once, at an instant at which it has people.",
        "Een tribe zonder lead, of met meer dan één tegelijk, op een moment dat er mensen in zitten.",
    ),
    matters=Wording(
        "The tribe lead steers product owners on the what and chapter leads on the how, and answers for the goals. "
        "Nobody else holds both ends.",
        "De tribe lead stuurt product owners op het wat en chapter leads op het hoe, en staat voor de doelen. Niemand "
        "anders heeft beide einden vast.",
    ),
    remedy=Wording(
        "Appoint one tribe lead, or keep one of those there are",
        "Benoem één tribe lead, of houd er één over",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    points_at=("lead", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, squads: [{id: s, product_owner: b}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, lead: [{person: a, until: 2027-01-01}, {person: b, from: 2027-01-01}], squads: [{id: s, product_owner: c}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: [a, b], squads: [{id: s, product_owner: b}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, lead: [{person: a, until: 2027-01-02}, {person: b, from: 2027-01-01}], squads: [{id: s, product_owner: c}]}]
        """,
        """
        people: [{id: b}]
        tribes: [{id: t, squads: [{id: s, product_owner: b}]}]
        """,
    ),
)
