"""CH007: a chapter has the capacity that squads ask of it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from ...graph.index import Index
from ...graph.view import View, exact
from ..rule import Broken, Limits, Reference, Rule, Wording, squads

__all__ = ["RULE"]


def judge(view: View, chapter: str, _limits: Limits) -> Broken | None:
    """Compare the full seats that living squads ask of a chapter with the hours of its people.

    A full seat is one full-time equivalent. Of somebody's contract the declared loads of roles and posts in the line are not
    available; who is on leave is not.
    """
    asked = view.demand(chapter)
    if not asked:
        return None
    demand = sum((exact(seats) for _, seats in asked), Fraction(0))
    people = view.chapter_people(chapter)
    supply = sum((_available(view, p) for p in people), Fraction(0))
    if demand <= supply:
        return None
    asking = tuple(s for s, _ in asked)
    return Broken(float(demand), float(supply), (*asking, *people), {"squads": squads(asking)})


def _available(view: View, person: str) -> Fraction:
    if view.on_leave(person):
        return Fraction(0)
    return exact(view.fte(person)) * max(1 - view.load_beside_squads(person), Fraction(0))


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the chapters of which any squad asks anything."""
    return [chapter for chapter in index.chapters if chapter in index.work.demand]


RULE = Rule(
    code="CH007",
    name="chapter-capacity-short",
    kind="chapter",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "verantwoordelijk voor de kwaliteit en capaciteit"),
    formal="Σ_s demand(s,c) ≤ Σ_{p∈c} avail(p)",
    message=Wording(
        "Squads ask {measured} FTE of chapter {subject} ({squads}), {limit} FTE is available",
        "Squads vragen {measured} fte van chapter {subject} ({squads}), beschikbaar is {limit} fte",
    ),
    finds=Wording(
        "A chapter of which the squads together need more full seats than its people have hours. Declared loads of roles and posts in "
        "the line are taken off, and people on leave are not counted.",
        "Een chapter waarvan de squads samen meer volle plaatsen vragen dan de mensen uren hebben. Opgegeven belasting door rollen en "
        "plaatsen in de lijn gaat eraf, en wie met verlof is telt niet mee.",
    ),
    matters=Wording(
        "The chapter lead answers for quality and capacity. What is promised to squads and not there turns into thin squads, third "
        "memberships or overtime.",
        "De chapter lead is verantwoordelijk voor kwaliteit en capaciteit. Wat squads beloofd is en er niet is, wordt een te dunne "
        "squad, een derde lidmaatschap of overwerk.",
    ),
    remedy=Wording(
        "Hire or train for this chapter, let a squad start later, or agree with the squads on fewer seats",
        "Werf of leid op voor dit chapter, laat een squad later starten, of spreek met de squads minder plaatsen af",
    ),
    judge=judge,
    suspects=suspects,
    needs=("squad.needs",),
    reach="people",
    points_at=("members", "lead"),
    good=(
        """
        people: [{id: anna, fte: 0.8}, {id: ben}, {id: eva, role_load: {chapter_lead: 0.3}}]
        tribes:
          - id: t
            chapters: [{id: data, lead: eva, members: [anna, ben]}]
            squads: [{id: a, product_owner: anna, needs: {data: 1.5}}, {id: b, product_owner: ben, needs: {data: 1}}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            chapters: [{id: data, lead: ben}]
            squads:
              - {id: a, product_owner: anna, needs: {data: 1}, until: 2027-06-01}
              - {id: b, product_owner: anna, needs: {data: 1}, from: 2027-06-01}
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: ben, fte: 0.6}, {id: eva, role_load: {chapter_lead: 0.5}}]
        tribes:
          - id: t
            chapters: [{id: data, lead: eva, members: [ben]}]
            squads: [{id: a, product_owner: anna, needs: {data: 1}}, {id: b, product_owner: anna, needs: {data: 0.5}}]
        """,
        """
        people: [{id: anna}, {id: ben}, {id: eva, leave: [{from: 2027-03-01, until: 2027-07-01}]}]
        tribes:
          - id: t
            chapters: [{id: data, lead: ben, members: [eva]}]
            squads: [{id: a, product_owner: anna, needs: {data: 1}}, {id: b, product_owner: anna, needs: {data: 1}, from: 2027-05-01}]
        """,
    ),
)
