"""CL001: a chapter lead takes part in the work of a squad."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.relation import BEGIN
from ...graph.stepping import without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import bounds, until_next_seat
from ..rule import Broken, Limits, Parameter, Ref, Reference, Rule, Wording, Worst
from ..succession import squads_with_room

__all__ = ["RULE"]

SIZE = "squad.max"


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for leads of a chapter without a seat in a squad; not before their first seat, unless they never have one."""
    chapters = view.chapters_led(person)
    if not chapters or view.squads_of(person):
        return None
    day = view.day
    first = view.first_seat(person) if day is not None else None
    if first is not None and day is not None and day < first:
        return None
    return Broken(evidence=(person, *chapters), facts={"chapters": tuple(Ref("chapter", c) for c in chapters)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the leads who never have a seat, and all leads where seats carry dates."""
    dated = bool(index.members.spans or index.owners.spans)
    return [person for person in index.people if person in index.chapters_led and (dated or person not in index.squad_counts)]


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody ever leads a chapter."""
    return person in index.chapters_led


def stretch(index: Index, person: str, _limits: Limits) -> Worst:
    """Return the first stretch in which somebody leads a chapter and has no seat, from their first seat on."""
    leading = [stint for c in index.chapters_led.get(person, ()) for stint in index.chapter_leads.stints(c, person)]
    seats = index.attendance.seats_of(person)
    before = [(BEGIN, min(seats)[0])] if seats else []
    return next(iter(without(leading, before + seats)), ())


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Let the lead join a squad of the tribe with room and nobody of their own chapter, the smallest first."""
    for chapter in view.chapters_led(person):
        own = set(view.chapter_people(chapter))
        for squad in squads_with_room(view, view.index.chapter_tribe[chapter], limits[SIZE], person):
            if own.isdisjoint(view.squad_people(squad)):
                yield Edit("join", {"person": person, "squad": squad, **bounds(until_next_seat(view, person))})


RULE = Rule(
    code="CL001",
    name="lead-outside-squads",
    kind="person",
    severity="off",
    confidence="inferred",
    source=Reference("kniberg-2012", "Chapters and guilds"),
    references=(Reference("agile-alliance-poclac"), Reference("brunel", "tribe", "dus niet door de chapter lead")),
    formal="leads(p,·,t) ⇒ ∃s: p ∈ members(s,t) ∪ owners(s,t), from the first seat of p on",
    parameters=(
        Parameter(
            SIZE,
            "people",
            Wording("The most people in a squad, for a seat that is proposed", "Het maximum in een squad, voor een voorgestelde plaats"),
        ),
    ),
    message=Wording(
        "Chapter lead {subject} ({chapters}) works in no squad",
        "Chapter lead {subject} ({chapters}) werkt in geen squad",
    ),
    finds=Wording(
        "A chapter lead without a seat in any squad. The whitepaper does not ask for one, so this rule is off unless a profile turns "
        "it on: at Spotify and at ING a lead is also a squad member.",
        "Een chapter lead zonder plaats in een squad. De whitepaper vraagt er niet om, dus deze regel staat uit tenzij een profiel hem "
        "aanzet: bij Spotify en bij ING is een lead ook squadlid.",
    ),
    matters=Wording(
        "Who takes part in the daily work stays in touch with it, and coaches from experience rather than from reports.",
        "Wie meewerkt houdt voeling met het dagelijkse werk en coacht uit ervaring in plaats van op rapportages.",
    ),
    remedy=Wording(
        "Give the lead a seat in a squad for part of the week, away from own reports",
        "Geef de lead een deel van de week een plaats in een squad, niet bij de eigen medewerkers",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    good=(
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, product_owner: l}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, members: [{person: l, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, members: [a]}, {id: r, members: [b]}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l}], squads: [{id: s, members: [{person: l, until: 2027-01-01}]},
          {id: r, members: [a]}]}]
        """,
    ),
)
