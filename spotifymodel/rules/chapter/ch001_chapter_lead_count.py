"""CH001: a chapter has one lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import together
from ...graph.view import View
from ...model.edits import Edit
from ..dating import bounds, empty_stretch
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, chapter: str, _limits: Limits) -> Broken | None:
    """Count the leads of a chapter in use: one in which nobody is yet needs no lead yet, unless nobody ever is."""
    leads = view.chapter_leads(chapter)
    if len(leads) == 1:
        return None
    if not leads and not view.chapter_people(chapter) and view.index.chapter_people.people.get(chapter):
        return None
    return Broken(len(leads), 1, leads or view.chapter_people(chapter))


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the chapters that do not always have the same single lead while anybody is in them."""
    leads, people = index.chapter_leads, index.chapter_people
    found: list[str] = []
    for chapter in index.chapters:
        if len(leads.people.get(chapter, ())) != 1:
            found.append(chapter)
        elif chapter in leads.spans:
            held = together((start, until) for _, start, until in leads.stretches(chapter))
            if len(held) > 1 or any(start < held[0][0] or until > held[0][1] for _, start, until in people.stretches(chapter)):
                found.append(chapter)
    return found


def instants(index: Index, chapter: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when leads come and go, and when the chapter fills or empties."""
    yield from index.chapter_leads.moments(chapter)
    for stretch in together((start, until) for _, start, until in index.chapter_people.stretches(chapter)):
        yield from stretch
    yield from index.chapter_life.get(chapter, ())


def fixes(view: View, chapter: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Appoint somebody of the chapter who leads no other, seniors first; or relieve all leads but the first."""
    index = view.index
    leads = view.chapter_leads(chapter)
    for person in reversed(leads[1:]):
        yield Edit("relieve", {"person": person, "role": "chapter_lead", "of": chapter})
    if leads:
        return
    able = [p for p in view.chapter_people(chapter) if not index.people[p].vacancy and not view.chapters_led(p) and not view.tribes_led(p)]
    stretch = bounds(empty_stretch(view, index.chapter_leads, chapter))
    for person in sorted(able, key=lambda p: (index.people[p].seniority != "senior", bool(view.owned_by(p)))):
        yield Edit("appoint", {"person": person, "role": "chapter_lead", "of": chapter, **stretch})


RULE = Rule(
    code="CH001",
    name="chapter-lead-count",
    kind="chapter",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "tribe", "aangestuurd door een chapter lead"),
    references=(
        Reference("brunel", "blocks", "Chapter leads zijn de ‘lijnmanagers’ voor de chapterleden"),
        Reference("kniberg-2012", "Chapters and guilds"),
    ),
    formal="|{p : leads(p,c,t)}| = 1 for every instant t at which anybody is in c",
    message=Wording(
        "Chapter {subject} has {measured} chapter leads; exactly one is expected",
        "Chapter {subject} heeft {measured} chapter leads; verwacht wordt er precies één",
    ),
    finds=Wording(
        "A chapter that has no lead, or several at once, while anybody is in it; and one that is always empty and has no lead. In a "
        "design a vacancy may hold the place.",
        "Een chapter zonder lead, of met meer leads tegelijk, terwijl er iemand in zit; en een chapter dat altijd leeg is en geen "
        "lead heeft. In een ontwerp mag een vacature de plaats bezet houden.",
    ),
    matters=Wording(
        "The chapter lead is the line manager. Without one nobody reviews people or plans capacity; with two, each person has two "
        "line managers.",
        "De chapter lead is de lijnmanager. Zonder chapter lead beoordeelt niemand mensen en plant niemand capaciteit; met twee heeft "
        "iedereen twee lijnmanagers.",
    ),
    remedy=Wording(
        "Appoint somebody of the chapter, merge it with a related one, or hire; with several, keep one or split the chapter",
        "Benoem iemand uit het chapter, voeg het samen met een verwant chapter, of werf; bij meer leads: houd er één of splits het chapter",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    points_at=("lead", "id"),
    moved_by_seats="no",
    good=(
        """
        people: [{id: a}, {id: b}, {id: open, vacancy: true}]
        tribes: [{id: t, chapters: [{id: dev, lead: [a, a], members: [b]}, {id: data, lead: open}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: [{person: a, from: 2027-01-01, until: 2027-06-01}, {person: b, from: 2027-06-01}],
          members: [{person: b, from: 2027-02-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b, seniority: senior}, {id: c}]
        tribes: [{id: t, chapters: [{id: dev, members: [a, b]}, {id: data, lead: [a, c]}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [{id: dev, lead: [{person: a, until: 2027-05-01}, {person: b, from: 2027-06-01}], members: [b, c]}]}]
        """,
    ),
)
