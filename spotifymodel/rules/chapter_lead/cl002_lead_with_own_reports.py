"""CL002: a chapter lead works in a squad without own reports."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import common, together
from ...graph.view import View
from ...model.edits import Edit
from ..dating import ALWAYS, Interval
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst, people, squads
from ..succession import squads_with_room

__all__ = ["RULE"]

SIZE = "squad.max"


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for people of somebody's own chapters in their squads."""
    chapters = view.chapters_led(person)
    if not chapters:
        return None
    own = {p for c in chapters for p in view.chapter_people(c)} - {person}
    shared = {s: [p for p in view.squad_people(s) if p in own] for s in view.squads_of(person)}
    where = tuple(s for s, reports in shared.items() if reports)
    if not where:
        return None
    reports = tuple(dict.fromkeys(p for s in where for p in shared[s]))
    return Broken(evidence=(person, *reports, *where), facts={"reports": people(reports), "squads": squads(where)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the leads who ever sit in a squad with somebody of a chapter that they lead."""
    found: set[str] = set()
    inside = index.chapter_people.people
    for lead, chapters in index.chapters_led.items():
        if lead in index.squad_counts:
            own = set().union(*(inside[c] for c in chapters))
            if any(len(own.intersection(index.squad_people[s])) > 1 for s in index.squads_of[lead]):
                found.add(lead)
    return [person for person in index.people if person in found] if found else ()


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody ever sits in a squad with somebody of a chapter that they lead."""
    led = index.chapters_led.get(person)
    if not led:
        return False
    own = set().union(*(index.chapter_people.people[c] for c in led))
    return any(len(own.intersection(index.squad_people[s])) > 1 for s in index.squads_of.get(person, ()))


def stretch(index: Index, person: str, _limits: Limits) -> Worst:
    """Return the first stretch in which somebody sits in a squad with somebody of a chapter that they lead."""
    found: list[Interval] = []
    for chapter in index.chapters_led.get(person, ()):
        leading, inside = index.chapter_leads.stints(chapter, person), index.chapter_people
        own = set(inside.people[chapter]) - {person}
        for squad in index.squads_of.get(person, ()):
            stays = index.attendance.stays(squad)
            for other in [p for p in stays if p in own]:
                both = common(stays[person], stays[other])
                homes = inside.stints(chapter, other)
                for spans in (leading, homes):
                    both = both if spans == [ALWAYS] else common(both, spans)
                found += both
    return together(found)[0] if found else ()


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Move the lead to a squad of the tribe with room and nobody of their own, unless they own the squad."""
    reports = {p for c in view.chapters_led(person) for p in view.chapter_people(c)}
    for squad in [s for s in view.squads_of(person) if s in broken.evidence and person not in view.owners(s)]:
        for other in squads_with_room(view, view.index.tribe_of.get(squad), limits[SIZE], person):
            if reports.isdisjoint(view.squad_people(other)):
                yield Edit("move", {"person": person, "to": other, "from_squad": squad})
                break


RULE = Rule(
    code="CL002",
    name="lead-with-own-reports",
    kind="person",
    severity="advice",
    confidence="inferred",
    source=Reference("dev-to-chapter-lead"),
    references=(Reference("kniberg-2012", "Chapters and guilds"),),
    formal="leads(p,c,t) ∧ p ∈ P(s,t) ⇒ P(s,t) ∩ c ⊆ {p} for every instant t; P = members ∪ owners",
    parameters=(
        Parameter(
            SIZE,
            "people",
            Wording(
                "The most people in a squad, for a move that is proposed", "Het maximum in een squad, voor een voorgestelde verplaatsing"
            ),
        ),
    ),
    message=Wording(
        "Chapter lead {subject} works in the same squad ({squads}) as own reports: {reports}",
        "Chapter lead {subject} werkt in dezelfde squad ({squads}) als eigen medewerkers: {reports}",
    ),
    finds=Wording(
        "A chapter lead who sits in a squad together with people of the chapter that they lead. A practitioners’ advice, not a norm "
        "of the whitepaper; where the lead also owns the squad PO008 warns.",
        "Een chapter lead die in een squad zit met mensen uit het eigen chapter. Een advies uit de praktijk, geen norm van de "
        "whitepaper; is de lead ook product owner, dan waarschuwt PO008.",
    ),
    matters=Wording(
        "In a squad people contradict each other freely. That is harder when one of them writes your review, and the lead sees one "
        "report every day and the others never.",
        "In een squad spreekt men elkaar vrij tegen. Dat is lastiger als een van hen je beoordeelt, en de lead ziet de ene medewerker "
        "elke dag en de andere nooit.",
    ),
    remedy=Wording(
        "Place the lead in another squad, or accept it for a while, for instance while somebody is being trained",
        "Plaats de lead in een andere squad, of aanvaard het tijdelijk, bijvoorbeeld tijdens een inwerkperiode",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    reach="people",
    moved_by_seats="leading",
    good=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}, {id: data, lead: b}],
          squads: [{id: s, product_owner: b, members: [l, b]}, {id: r, members: [a]}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}],
          squads: [{id: s, members: [{person: l, until: 2027-01-01}, {person: a, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, product_owner: a, members: [l, a]},
          {id: r, members: [b]}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [{person: a, from: 2027-01-01}]}], squads: [{id: s, members: [l, a]}]}]
        """,
    ),
)
