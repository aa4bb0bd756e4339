"""CL002: a chapter lead does not sit in a squad with own reports."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Reference, Rule, Wording, people, squads

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for people of a chapter that somebody leads in the squads where they work."""
    led = view.chapters_led(person)
    if not led:
        return None
    own = {p for c in led for p in view.chapter_people(c)} - {person}
    shared = {s: tuple(p for p in view.squad_people(s) if p in own) for s in view.squads_of(person)}
    where = tuple(s for s, reports in shared.items() if reports)
    if not where:
        return None
    reports = tuple(dict.fromkeys(p for s in where for p in shared[s]))
    return Broken(len(reports), 0, (person, *reports), {"squads": squads(where), "reports": people(reports)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the leads who ever share a squad with somebody of their chapters."""
    found = []
    for lead, chapters in index.chapters_led.items():
        own = set().union(*(index.chapter_people.people.get(c, ()) for c in chapters)) - {lead}
        if any(not own.isdisjoint(index.squad_people[s]) for s in index.squads_of.get(lead, ())):
            found.append(lead)
    return found


RULE = Rule(
    code="CL002",
    name="lead-with-own-reports",
    kind="person",
    severity="advice",
    confidence="guess",
    source=Reference("dev-to-chapter-lead"),
    formal="leads(p,c)∧member(p,s) ⇒ M(s)∩c ⊆ {p}",
    message=Wording(
        "Chapter lead {subject} shares {squads} with own reports ({reports})",
        "Chapter lead {subject} zit in {squads} samen met eigen mensen ({reports})",
    ),
    finds=Wording(
        "A chapter lead who works in a squad together with people of the own chapter.",
        "Een chapter lead die in een squad werkt samen met mensen uit het eigen chapter.",
    ),
    matters=Wording(
        "In a squad all are equals, and the product owner steers. A line manager at the table changes what colleagues "
        "say; practitioners advise against it, without proof.",
        "In een squad is iedereen gelijk en stuurt de product owner. Een lijnmanager aan tafel verandert wat collega’s "
        "zeggen; mensen uit de praktijk raden het af, zonder bewijs.",
    ),
    remedy=Wording(
        "Place the lead in a squad without own reports, or accept it knowingly",
        "Plaats de lead in een squad zonder eigen mensen, of accepteer het bewust",
    ),
    judge=judge,
    suspects=suspects,
    reach="people",
    good=(
        """
        people: [{id: a}, {id: b}, {id: d}]
        chapters: [{id: c, lead: a, members: [b]}, {id: e, lead: d}]
        squads: [{id: s, product_owner: d, members: [a]}, {id: r, product_owner: b}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, members: [{person: a, until: 2027-01-01}, {person: b, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: d}]
        chapters: [{id: c, lead: a, members: [b]}, {id: e, lead: d}]
        squads: [{id: s, product_owner: d, members: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, members: [{person: a, until: 2027-01-02}, {person: b, from: 2027-01-01}]}]
        """,
    ),
)
