"""MB004: people of chapters work in squads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...graph.index import Index
from ...graph.relation import BEGIN, END
from ...graph.stepping import together, without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import Interval, bounds, until_next_seat
from ..rule import Broken, Limits, Parameter, Ref, Reference, Rule, Wording, Worst
from ..succession import squads_with_room

__all__ = ["RULE"]

EXEMPT = "bench.exempt"
SIZE = "squad.max"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Look for people of a chapter with no seat in a squad, whom the profile does not exempt.

    The time before somebody's first seat is not judged: a chart that begins with its squads is no bench. Somebody who never
    has a seat is benched all along.
    """
    chapters = view.chapters_of(person)
    if not chapters or view.squads_of(person):
        return None
    exempt = limits[EXEMPT]
    if ("leads" in exempt and view.chapters_led(person)) or ("leave" in exempt and view.on_leave(person)):
        return None
    day = view.day
    first = view.first_seat(person) if day is not None else None
    if first is not None and day is not None and day < first:
        return None
    return Broken(evidence=(person, *chapters), facts={"chapters": tuple(Ref("chapter", c) for c in chapters)})


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the people of chapters who never have a seat, or whose seats leave time open; the stretch looks closer."""
    folk = set().union(*index.chapter_people.people.values())
    idle = folk - index.squad_counts.keys()
    if index.members.spans or index.owners.spans:
        relations = (index.members, index.owners)
        always = set().union(*(people for r in relations for squad, people in r.people.items() if squad not in r.spans))
        idle |= folk - always
    return [person for person in index.people if person in idle] if idle else ()


def stretch(index: Index, person: str, limits: Limits) -> Worst:
    """Return the first time on the bench; there is no more or less of it."""
    seats = index.attendance.seats_of(person)
    plain = not index.chapter_people.spans and person not in index.chapters_led and not index.people[person].leave
    if plain and seats and person in index.chapters_of:  # the common case: the first time between seats, or after them
        held = seats if len(seats) == 1 else together(seats)
        until = held[0][1]
        return (until, held[1][0] if len(held) > 1 else END) if until != END else ()
    found = _benched(index, person, seats, limits[EXEMPT])
    return found[0] if found else ()


def _benched(index: Index, person: str, seats: Sequence[Interval], exempt: str) -> list[Interval]:
    """Return when somebody is in a chapter and in no squad, from their first seat on, and not exempt."""
    chapters = [stint for c in index.chapters_of.get(person, ()) for stint in index.chapter_people.stints(c, person)]
    if not chapters:
        return []
    excused = [*seats, (BEGIN, min(seats)[0])] if seats else []
    if "leads" in exempt:
        excused += [stint for c in index.chapters_led.get(person, ()) for stint in index.chapter_leads.stints(c, person)]
    if "leave" in exempt:
        excused += [(one.start or BEGIN, one.until or END) for one in index.people[person].leave]
    return without(chapters, excused)


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Place the person in the squad of the chapter's tribe that asks most for this chapter, else in the smallest with room."""
    index = view.index
    resolve = index.names["chapter"].resolve
    for chapter in view.chapters_of(person):
        open_ = squads_with_room(view, index.chapter_tribe[chapter], limits[SIZE], person)
        asked = {s: sum(n for c, n in index.squads[s].needs.items() if resolve(c) == chapter) for s in open_}
        there = {s: sum(chapter in view.chapters_of(p) for p in view.squad_people(s)) for s in open_}
        for squad in sorted(open_, key=lambda s: there[s] - asked[s] if asked[s] else 0)[:1]:
            yield Edit("join", {"person": person, "squad": squad, **bounds(until_next_seat(view, person))})


RULE = Rule(
    code="MB004",
    name="benched-member",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "pm-roles", "ingezet in squads"),
    formal="in_chapter(p,·,t) ∧ ¬exempt(p,t) ⇒ |{s : p ∈ members(s,t) ∪ owners(s,t)}| ≥ 1, from the first seat of p on",
    parameters=(
        Parameter(
            EXEMPT,
            "reading",
            Wording("Who may be in a chapter and in no squad", "Wie wel in een chapter en niet in een squad mag zitten"),
        ),
        Parameter(
            SIZE,
            "people",
            Wording("The most people in a squad, for a place that is proposed", "Het maximum in een squad, voor een voorgestelde plaats"),
        ),
    ),
    message=Wording(
        "{subject} ({chapters}) is in no squad",
        "{subject} ({chapters}) zit in geen squad",
    ),
    finds=Wording(
        "Somebody in a chapter who works in no squad, though they are no chapter lead and not on leave. The whitepaper says it of "
        "former product managers; for others it is inferred.",
        "Iemand in een chapter die in geen squad werkt, terwijl het geen chapter lead is en niemand met verlof. De whitepaper zegt "
        "het van voormalige productmanagers; voor anderen is het afgeleid.",
    ),
    matters=Wording(
        "In this model work happens in squads. Who is in none has a line manager and nothing to do, which is seldom meant: in a "
        "transition it is often somebody whom the plan forgot.",
        "In dit model gebeurt het werk in squads. Wie in geen squad zit heeft een lijnmanager en geen werk, en dat is zelden de "
        "bedoeling: bij een transitie is het vaak iemand die het plan vergat.",
    ),
    remedy=Wording(
        "Place the person in a squad, or say openly that they wait for one: in a pool, in training, on the way to another job",
        "Plaats de persoon in een squad, of maak zichtbaar dat iemand wacht: in een pool, in opleiding, op weg naar ander werk",
    ),
    judge=judge,
    suspects=suspects,
    stretch=stretch,
    fixes=fixes,
    needs=("chapter.id",),
    good=(
        """
        people: [{id: lead}, {id: a}, {id: ill, leave: [{}]}]
        tribes: [{id: t, chapters: [{id: dev, lead: lead, members: [a, ill]}], squads: [{id: s, product_owner: a}]}]
        """,
        """
        people: [{id: lead}, {id: a}, {id: b, leave: [{from: 2027-06-01}]}]
        tribes: [{id: t, chapters: [{id: dev, lead: lead, members: [a, b]}],
          squads: [{id: s, members: [{person: a, from: 2027-01-01}, {person: b, until: 2027-06-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: lead}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: lead, members: [a, b]}], squads: [{id: s, product_owner: a}]}]
        """,
        """
        people: [{id: lead}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: lead, members: [a]}], squads: [{id: r, product_owner: b},
          {id: s, product_owner: b, members: [{person: a, from: 2027-01-01, until: 2027-03-01}, {person: a, from: 2027-04-01}]}]}]
        """,
    ),
)
