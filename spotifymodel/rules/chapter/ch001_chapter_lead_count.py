"""CH001: every chapter has one lead."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, people

__all__ = ["RULE"]


def judge(view: View, chapter: str, _limits: Limits) -> Broken | None:
    """Count the leads; an instant at which the chapter has nobody needs none, unless it never has anybody."""
    leads = view.chapter_leads(chapter)
    if len(leads) == 1:
        return None
    if not leads and view.index.chapter_people.people.get(chapter) and not view.chapter_people(chapter):
        return None
    return Broken(len(leads), 1, leads or view.chapter_people(chapter), {"leads": people(leads)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the chapters that do not have exactly one lead over all time, or whose lead carries dates."""
    leads = index.chapter_leads
    return [c for c in index.chapters if len(leads.people.get(c, ())) != 1 or c in leads.spans]


def may_break(index: Index, chapter: str, _limits: Limits) -> bool:
    """Tell whether a chapter ever has none or several, or one with dates."""
    return len(index.chapter_leads.people.get(chapter, ())) != 1 or chapter in index.chapter_leads.spans


def fixes(view: View, chapter: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Appoint the most senior member who leads nothing yet, or keep the first of several leads."""
    leads = view.chapter_leads(chapter)
    for lead in leads[1:]:
        yield Edit("relieve", {"person": lead, "role": "chapter_lead", "of": chapter})
    records = view.index.people
    able = [p for p in view.chapter_people(chapter) if not records[p].vacancy and not view.chapters_led(p) and not view.tribes_led(p)]
    for person in sorted(able, key=lambda p: records[p].seniority != "senior")[:2] if not leads else ():
        yield Edit("appoint", {"person": person, "role": "chapter_lead", "of": chapter})


RULE = Rule(
    code="CH001",
    name="chapter-lead-count",
    kind="chapter",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "tribe", "Chapters worden aangestuurd door een chapter lead"),
    formal="|{p: leads(p,c,t)}| = 1",
    message=Wording(
        "Chapter {subject} has {measured} chapter leads; exactly one expected",
        "Chapter {subject} heeft {measured} chapter leads; precies één verwacht",
    ),
    finds=Wording(
        "A chapter without a lead, or with several at once, at an instant at which it has people.",
        "Een chapter zonder lead, of met meer dan één tegelijk, op een moment dat er mensen in zitten.",
    ),
    matters=Wording(
        "The chapter lead is the line manager: who hires, reviews and develops people. With none, nobody does; with "
        "two, people have two managers.",
        "De chapter lead is de lijnmanager: wie werft, beoordeelt en ontwikkelt. Zonder lead doet niemand dat; met twee "
        "hebben mensen twee managers.",
    ),
    remedy=Wording(
        "Appoint one chapter lead, keep one, or merge the chapter with one of the same specialism",
        "Benoem één chapter lead, houd er één over, of voeg het chapter samen met een verwant chapter",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    points_at=("lead", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: [{person: a, until: 2027-01-01}, {person: b, from: 2027-01-01}], members: [a, b]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, members: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: [{person: a, until: 2027-01-02}, {person: b, from: 2027-01-01}], members: [a, b]}]
        """,
        """
        people: []
        chapters: [{id: c}]
        """,
    ),
)
