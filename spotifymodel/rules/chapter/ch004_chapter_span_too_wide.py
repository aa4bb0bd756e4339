"""CH004: a chapter lead manages no more people than one can."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Parameter, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


SPAN = "chapter.max"


def judge(view: View, chapter: str, limits: Limits) -> Broken | None:
    """Count everybody whom a lead line-manages, in this chapter and elsewhere; the widest span counts."""
    most = limits[SPAN]
    worst: Broken | None = None
    for lead in view.chapter_leads(chapter):
        reports = view.reports_of(lead)
        if len(reports) > most and (worst is None or len(reports) > (worst.measured or 0)):
            worst = Broken(len(reports), most, (lead, *reports), {"lead": Ref("person", lead)})
    return worst


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the chapters whose leads ever have so many people in their chapters, or manage people of the line as well."""
    most = limits[SPAN]
    sizes = {c: len(people) for c, people in index.chapter_people.people.items()}
    found = []
    for chapter, leads in index.chapter_leads.people.items():
        for lead in leads:
            if lead in index.bosses or sum(sizes[c] for c in index.chapters_led[lead]) > most:
                found.append(chapter)
                break
    return found


RULE = Rule(
    code="CH004",
    name="chapter-span-too-wide",
    kind="chapter",
    severity="warning",
    confidence="guess",
    source=Reference("mckinsey-spans-2017", "Spans of control"),
    formal="|{p: line_manages(lead(c),p)}| ≤ chapter.max",
    parameters=(
        Parameter(
            SPAN, "people", Wording("The most people whom a chapter lead line-manages", "Aan hoeveel mensen een chapter lead leiding geeft")
        ),
    ),
    message=Wording(
        "{lead}, lead of chapter {subject}, line-manages {measured} people (max {limit})",
        "{lead}, lead van chapter {subject}, geeft leiding aan {measured} mensen (max. {limit})",
    ),
    finds=Wording(
        "A chapter lead who is line manager of more people than the profile takes to be possible; people of other "
        "chapters and units that the same person leads count too.",
        "Een chapter lead die aan meer mensen leiding geeft dan het profiel mogelijk acht; mensen van andere chapters "
        "en afdelingen van dezelfde leidinggevende tellen mee.",
    ),
    matters=Wording(
        "Reviewing and developing people takes time that grows with their number; beyond a dozen it becomes "
        "administration. The number is a guess from published span archetypes.",
        "Beoordelen en ontwikkelen kost tijd per persoon; boven een dozijn wordt het administratie. Het getal is een "
        "schatting op basis van gepubliceerde span-of-controltypen.",
    ),
    remedy=Wording(
        "Split the chapter, or appoint a second lead for a part of it",
        "Splits het chapter, of benoem een tweede lead voor een deel",
    ),
    judge=judge,
    suspects=suspects,
    reach="people",
    points_at=("members", "lead", "id"),
    good=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        chapters: [{id: c, lead: l, members: [a, b]}]
        """,
        """
        people: [{id: l}, {id: p1}, {id: p2}, {id: p3}, {id: p4}, {id: p5}, {id: p6}, {id: p7}, {id: p8}, {id: p9}, {id: p10},
          {id: p11}, {id: p12}, {id: p13}]
        chapters: [{id: c, lead: l, members: [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, {person: p12, until: 2027-01-01},
          {person: p13, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: p1}, {id: p2}, {id: p3}, {id: p4}, {id: p5}, {id: p6}, {id: p7}, {id: p8}, {id: p9}, {id: p10},
          {id: p11}, {id: p12}, {id: p13}]
        chapters: [{id: c, lead: l, members: [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13]}]
        """,
        """
        people: [{id: l}, {id: p1}, {id: p2}, {id: p3}, {id: p4}, {id: p5}, {id: p6}, {id: p7}, {id: p8}, {id: p9}, {id: p10},
          {id: p11}, {id: p12}, {id: p13}]
        chapters: [{id: c, lead: l, members: [p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, {person: p12, until: 2027-01-02},
          {person: p13, from: 2027-01-01}]}]
        """,
    ),
)
