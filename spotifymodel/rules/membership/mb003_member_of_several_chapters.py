"""MB003: one home chapter, because its lead is the line manager."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Count the chapters of which somebody is member or lead."""
    chapters = view.chapters_of(person)
    if len(chapters) <= 1:
        return None
    return Broken(len(chapters), 1, (person, *chapters), {"chapters": tuple(Ref("chapter", c) for c in chapters)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people who are ever in several chapters."""
    counts = Counter(chain.from_iterable(index.chapter_people.people.values()))
    if len(counts) == counts.total():
        return ()
    return [person for person in index.people if counts[person] > 1]


def instants(index: Index, person: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when somebody enters or leaves a chapter."""
    for chapter in index.chapters_of.get(person, ()):
        for stint in index.chapter_people.stints(chapter, person):
            yield from stint


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Leave every chapter but one: the first that the person leads, else the first in the chart."""
    led, chapters = view.chapters_led(person), view.chapters_of(person)
    home = led[0] if led else chapters[0]
    for chapter in sorted((c for c in chapters if c != home), key=lambda c: c in led):
        yield Edit("quit", {"person": person, "squad": f"chapter:{chapter}"})


RULE = Rule(
    code="MB003",
    name="member-of-several-chapters",
    kind="person",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "blocks", "in een bepaald specialisme"),
    references=(
        Reference("brunel", "blocks", "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden"),
        Reference("kniberg-2012", "Chapters and guilds"),
    ),
    formal="|{c : in_chapter(p,c,t)}| ≤ 1 for every instant t",
    message=Wording(
        "{subject} is in {measured} chapters at the same time ({chapters}), and so has as many line managers",
        "{subject} zit in {measured} chapters tegelijk ({chapters}), en heeft dus evenveel lijnmanagers",
    ),
    finds=Wording(
        "Somebody who is member or lead of several chapters at one instant. Moving from one chapter to another on a day is fine.",
        "Iemand die op één moment lid of lead van meer chapters is. Op een dag van chapter wisselen mag.",
    ),
    matters=Wording(
        "Every chapter lead reviews and develops their own people. Two of them give one person two opinions on how to work, and "
        "nobody who decides on leave or salary.",
        "Elke chapter lead beoordeelt en ontwikkelt de eigen mensen. Twee chapter leads betekent twee meningen over het ‘hoe’ en "
        "niemand die beslist over verlof of salaris.",
    ),
    remedy=Wording(
        "Choose one home chapter; a second interest is a guild",
        "Kies één thuischapter; een tweede interesse is een gilde",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    moved_by_seats="no",
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [a, b]}, {id: data}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [{person: b, until: 2027-01-01}]},
          {id: data, members: [{person: b, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, members: [a]}, {id: data, lead: a, members: [b]}, {id: ux, lead: a}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: a, members: [{person: b, until: 2027-02-01}]},
          {id: data, members: [{person: b, from: 2027-01-01}]}]}]
        """,
    ),
)
