"""PO003: from the day a squad goes live a person, not a vacancy, owns it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording
from ..succession import possible_owners

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look whether the owner's seat is held by vacancies only; a squad is judged from its first day on."""
    owners, people = view.owners(squad), view.index.people
    return Broken(evidence=owners) if owners and all(people[p].vacancy for p in owners) else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that a vacancy ever owns."""
    vacant = {i for i, p in index.people.items() if p.vacancy}
    return [s for s, owners in index.owners.people.items() if not vacant.isdisjoint(owners)] if vacant else ()


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether a vacancy ever owns a squad."""
    people = index.people
    return any(people[p].vacancy for p in index.owners.people.get(squad, ()))


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when owners come and go, and when the squad goes live."""
    return (*index.owners.moments(squad), *index.life.get(squad, ()))


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Appoint a member in the place of the vacancy."""
    for person in possible_owners(view, squad):
        yield Edit("appoint", {"person": person, "role": "product_owner", "of": squad, "replace": True})


RULE = Rule(
    code="PO003",
    name="product-owner-vacancy",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "Een squad wordt aangestuurd door de product owner"),
    formal="t ≥ go-live(s) ∧ owners(s,t) ≠ ∅ ⇒ ∃p ∈ owners(s,t): ¬vacancy(p)",
    message=Wording(
        "The seat of product owner of squad {subject} is still to be filled ({who})",
        "De plaats van product owner van squad {subject} is nog niet vervuld ({who})",
    ),
    finds=Wording(
        "A squad whose product owner is a vacancy after it has gone live. A squad goes live on its first day; one without dates is "
        "live. Before that day an open seat is a plan, not a problem.",
        "Een squad die live is terwijl zijn product owner een vacature is. Een squad gaat live op zijn eerste dag; zonder datums is "
        "hij live. Vóór die dag is een open plaats een plan en geen probleem.",
    ),
    matters=Wording(
        "In a design the vacancy holds the seat, so PO001 stays silent; on the day itself nobody steers the squad.",
        "In een ontwerp houdt de vacature de plaats bezet, zodat PO001 zwijgt; op de dag zelf stuurt niemand de squad aan.",
    ),
    remedy=Wording(
        "Fill the seat before the squad goes live, or let it go live later",
        "Vervul de plaats voordat de squad live gaat, of stel de start uit",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    points_at=("product_owner",),
    good=(
        """
        people: [{id: a}, {id: open, vacancy: true}]
        squads: [{id: s, product_owner: [a, open], members: [a]}]
        """,
        """
        people: [{id: a}, {id: open, vacancy: true}]
        squads: [{id: s, from: 2027-03-01, product_owner: [{person: open, until: 2027-03-01}, {person: a, from: 2027-03-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: open, vacancy: true}]
        squads: [{id: s, product_owner: open, members: [a]}]
        """,
        """
        people: [{id: a}, {id: open, vacancy: true}]
        squads: [{id: s, from: 2027-03-01, product_owner: [{person: open, until: 2027-04-01}, {person: a, from: 2027-04-01}]}]
        """,
    ),
)
