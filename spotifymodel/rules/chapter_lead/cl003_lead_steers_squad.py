"""CL003: a squad is steered by its product owner, not by a chapter lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.moments import moments
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for chapter leads among those who steer the squad without owning it."""
    owners = view.owners(squad)
    leads = tuple(p for p in view.steerers(squad) if p not in owners and view.chapters_led(p))
    return Broken(len(leads), 0, leads) if leads else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that a chapter lead ever steers."""
    led = index.chapters_led
    return [s for s, people in index.steerers.people.items() if any(p in led for p in people)]


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return the dates of the squad and of the chapters that its steerers lead."""
    found = moments(index, "squad", squad, "own")
    for person in index.steerers.people.get(squad, ()):
        for chapter in index.chapters_led.get(person, ()):
            found.update(index.chapter_leads.moments(chapter))
    return found


def fixes(view: View, squad: str, broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Take the steering away where nobody else is named."""
    rest = [p for p in view.index.steerers.people.get(squad, ()) if p not in broken.evidence]
    if not view.index.dated:
        yield Edit("change", {"kind": "squad", "id": squad, "fields": {"steered_by": rest or None}})


RULE = Rule(
    code="CL003",
    name="lead-steers-squad",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "en dus niet door de chapter lead"),
    formal="steers(p,s) ∧ ¬owns_backlog(p,s) ⇒ ¬leads(p,·)",
    message=Wording(
        "Chapter lead {who} steers squad {subject}; that is the product owner’s job",
        "Chapter lead {who} stuurt squad {subject}; dat is aan de product owner",
    ),
    finds=Wording(
        "A squad that, besides its product owner, is steered by somebody who leads a chapter.",
        "Een squad die, naast de product owner, wordt aangestuurd door iemand die een chapter leidt.",
    ),
    matters=Wording(
        "Two people who say what comes first leave a squad with two lists. The chapter lead steers how people work, not on what.",
        "Twee mensen die zeggen wat eerst komt, geven een squad twee lijsten. De chapter lead stuurt hoe mensen werken, niet waaraan.",
    ),
    remedy=Wording(
        "Leave the steering to the product owner, or make the chapter lead the owner openly",
        "Laat het sturen aan de product owner, of maak de chapter lead openlijk eigenaar",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("squad.steered_by",),
    points_at=("steered_by", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, product_owner: a, members: [b], steered_by: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: {person: a, from: 2027-01-01}}]
        squads: [{id: s, product_owner: b, steered_by: {person: a, until: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, product_owner: b, steered_by: a}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: {person: a, from: 2027-01-01}}]
        squads: [{id: s, product_owner: b, steered_by: {person: a, until: 2027-01-02}}]
        """,
    ),
)
