"""TL001: a tribe has one lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import together
from ...graph.tribe_heads import tribe_stretches
from ...graph.view import View
from ...model.edits import Edit
from ..dating import bounds, empty_stretch
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | None:
    """Count the leads of a tribe in use: one in which nobody is yet needs no lead yet, unless nobody ever is."""
    leads = view.tribe_leads(tribe)
    if len(leads) == 1:
        return None
    if not leads and not view.tribe_people(tribe) and view.day is not None and any(tribe_stretches(view.index, tribe)):
        return None
    return Broken(len(leads), 1, leads)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that never have a lead, ever have several, or have one with dates."""
    leads = index.tribe_leads
    return [tribe for tribe in index.tribes if tribe in leads.spans or len(leads.people.get(tribe, ())) != 1]


def may_break(index: Index, tribe: str, _limits: Limits) -> bool:
    """Tell whether a tribe lacks one lead who is there at all times."""
    return tribe in index.tribe_leads.spans or len(index.tribe_leads.people.get(tribe, ())) != 1


def instants(index: Index, tribe: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when leads come and go, and when the tribe fills or empties."""
    yield from index.tribe_leads.moments(tribe)
    for stretch in together((start, until) for _, start, until in tribe_stretches(index, tribe)):
        yield from stretch


def fixes(view: View, tribe: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Keep the first lead; where there is none appoint a senior of the tribe who owns no squad and leads no chapter."""
    index = view.index
    leads = view.tribe_leads(tribe)
    for person in reversed(leads[1:]):
        yield Edit("relieve", {"person": person, "role": "tribe_lead", "of": tribe})
    if leads:
        return
    heads = [p for p in view.tribe_people(tribe) if not index.people[p].vacancy and not view.owned_by(p) and not view.chapters_led(p)]
    seniors = [p for p in heads if index.people[p].seniority == "senior" and not view.squads_of(p)]
    stretch = bounds(empty_stretch(view, index.tribe_leads, tribe))
    for person in seniors or [p for p in heads if index.people[p].seniority == "senior"] or heads:
        yield Edit("appoint", {"person": person, "role": "tribe_lead", "of": tribe, **stretch})


RULE = Rule(
    code="TL001",
    name="tribe-without-lead",
    kind="tribe",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "blocks", "Verantwoordelijk voor de doelen van de tribe"),
    references=(
        Reference("brunel", "pm-roles", "De tribe lead is verantwoordelijk voor de resultaten van de tribe"),
        Reference("kniberg-2012", "Tribes"),
    ),
    formal="|{p : leads(p,t,i)}| = 1 for every instant i at which anybody is in t",
    message=Wording(
        "Tribe {subject} has {measured} tribe leads; exactly one is expected",
        "Tribe {subject} heeft {measured} tribe leads; verwacht wordt er precies één",
    ),
    finds=Wording(
        "A tribe without a lead, or with several at once, while anybody is in it; and one that is always empty and has no lead. In a "
        "design a vacancy may hold the place.",
        "Een tribe zonder lead, of met meer leads tegelijk, terwijl er iemand in zit; en een tribe die altijd leeg is en geen lead "
        "heeft. In een ontwerp mag een vacature de plaats bezet houden.",
    ),
    matters=Wording(
        "The tribe lead answers for purpose and results, steers product owners and chapter leads, and forms the management team with "
        "the latter. Without one every conflict between ‘what’ and ‘how’ has no judge.",
        "De tribe lead is verantwoordelijk voor doelen en resultaten, stuurt product owners en chapter leads aan en vormt met de "
        "laatsten het MT. Zonder tribe lead beslist niemand als ‘wat’ en ‘hoe’ botsen.",
    ),
    remedy=Wording(
        "Appoint one tribe lead; where two share the role, keep one or split the tribe",
        "Benoem één tribe lead; delen twee mensen de rol, houd er dan één of splits de tribe",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    points_at=("lead", "id"),
    good=(
        """
        people: [{id: a}, {id: open, vacancy: true}]
        tribes: [{id: t, lead: [a, a]}, {id: u, lead: open}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: [{person: a, from: 2027-01-01, until: 2027-06-01}, {person: b, from: 2027-06-01}],
          squads: [{id: s, from: 2027-02-01, members: [b]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c, seniority: senior}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c]}]}, {id: u, lead: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: [{person: a, until: 2027-05-01}, {person: a, from: 2027-06-01}], squads: [{id: s, members: [b]}]}]
        """,
    ),
)
