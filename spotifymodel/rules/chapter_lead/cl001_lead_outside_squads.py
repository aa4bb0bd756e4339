"""CL001: a chapter lead works in a squad too."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for leads with no seat in any squad."""
    led = view.chapters_led(person)
    if not led or view.squads_of(person):
        return None
    return Broken(evidence=(person, *led), facts={"chapters": tuple(Ref("chapter", c) for c in led)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the leads who are in no squad, or whose seats carry dates."""
    return [p for p in index.chapters_led if p not in index.squad_counts or index.dated]


RULE = Rule(
    code="CL001",
    name="lead-outside-squads",
    kind="person",
    severity="off",
    confidence="stated",
    source=Reference("kniberg-2012", "Chapters and guilds"),
    references=(Reference("agile-alliance-poclac"),),
    formal="leads(p,c) ⇒ ∃s: member(p,s)",
    message=Wording(
        "Chapter lead {subject} ({chapters}) works in no squad",
        "Chapter lead {subject} ({chapters}) werkt in geen squad",
    ),
    finds=Wording(
        "A chapter lead without a seat in any squad. The whitepaper is silent on it; Kniberg and ING have leads who also do the work.",
        "Een chapter lead zonder plaats in een squad. De whitepaper zwijgt erover; bij Kniberg en ING doet de lead ook zelf het werk.",
    ),
    matters=Wording(
        "Who does the work keeps judging it well. A lead outside the squads becomes a department head again.",
        "Wie het werk zelf doet, blijft het goed beoordelen. Een lead buiten de squads wordt weer afdelingshoofd.",
    ),
    remedy=Wording(
        "Give the lead a seat in a squad, part-time if need be",
        "Geef de lead een plaats in een squad, desnoods in deeltijd",
    ),
    judge=judge,
    suspects=suspects,
    good=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, product_owner: b, members: [a]}]
        """,
        """
        people: [{id: a}]
        chapters: [{id: c, lead: {person: a, from: 2027-01-01}}]
        squads: [{id: s, product_owner: {person: a, from: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        chapters: [{id: c, lead: a, members: [b]}]
        squads: [{id: s, product_owner: b}]
        """,
        """
        people: [{id: a}]
        chapters: [{id: c, lead: {person: a, from: 2026-12-31}}]
        squads: [{id: s, product_owner: {person: a, from: 2027-01-01}}]
        """,
    ),
)
