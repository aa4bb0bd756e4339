"""TL002: a tribe lead steers product owners and chapter leads, not themself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for roles that the person steers: in an own tribe, or in the tribe of a lead whom they steer in return."""
    own = view.tribes_led(person)
    if not own:
        return None
    roles = [role for role in _roles(view, person) if role[0] in own or _steers_lead_of(view, own, role[0])]
    if not roles:
        return None
    refs = tuple(Ref(kind, one) for _, kind, one in roles)
    return Broken(evidence=(person, *(one for _, _, one in roles)), facts={"roles": refs})


def _roles(view: View, person: str) -> list[tuple[str, str, str]]:
    """List (tribe, kind, id) of the squads that somebody owns and the chapters that they lead."""
    index = view.index
    found = [(index.tribe_of[s], "squad", s) for s in view.owned_by(person)]
    found += [(index.chapter_tribe[c], "chapter", c) for c in view.chapters_led(person)]
    return [(tribe, kind, one) for tribe, kind, one in found if tribe is not None]


def _steers_lead_of(view: View, own: tuple[str, ...], tribe: str) -> bool:
    """Tell whether a lead of a tribe holds a role in one of the person's own tribes: a circle of two."""
    return any(role[0] in own for lead in view.tribe_leads(tribe) for role in _roles(view, lead))


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribe leads who ever own a squad or lead a chapter."""
    doing = index.owned_by.keys() | index.chapters_led.keys()
    return [p for p in index.tribes_led if p in doing]


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody ever leads a tribe and ever owns a squad or leads a chapter."""
    return person in index.tribes_led and (person in index.owned_by or person in index.chapters_led)


def instants(index: Index, _person: str, _limits: Limits) -> Iterable[dt.date]:
    """Return every date at which a lead or owner comes or goes: circles run through other people."""
    for relation in (index.tribe_leads, index.owners, index.chapter_leads):
        for holder in relation.spans:
            yield from relation.moments(holder)


RULE = Rule(
    code="TL002",
    name="self-steering-lead",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "layers", "(Functioneel) aansturen van product owners"),
    formal="steers is irreflexive, and no two tribe leads steer each other",
    message=Wording(
        "Tribe lead {subject} also holds {roles} and would steer themself",
        "Tribe lead {subject} heeft ook {roles} en zou zichzelf aansturen",
    ),
    finds=Wording(
        "A tribe lead who is product owner of a squad or lead of a chapter of the own tribe; or two tribe leads who "
        "each hold such a role in the other’s tribe.",
        "Een tribe lead die product owner van een squad of lead van een chapter van de eigen tribe is; of twee tribe "
        "leads met zo’n rol in elkaars tribe.",
    ),
    matters=Wording(
        "The tribe lead balances the what against the how. Who is judge and party has nobody left to be overruled by.",
        "De tribe lead weegt het wat tegen het hoe. Wie rechter en partij is, heeft niemand meer die kan bijsturen.",
    ),
    remedy=Wording(
        "Give the squad another product owner, or the chapter another lead",
        "Geef de squad een andere product owner, of het chapter een andere lead",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    reach="people",
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, squads: [{id: s, product_owner: b}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: {person: a, from: 2027-01-01}, squads: [{id: s, product_owner: [{person: a, until: 2027-01-01}, b]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        tribes: [{id: t, lead: a, squads: [{id: s, product_owner: a}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, chapters: [{id: c, lead: {person: a, from: 2027-01-01}}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, squads: [{id: s, product_owner: b}]}, {id: u, lead: b, squads: [{id: r, product_owner: a}]}]
        """,
    ),
)
