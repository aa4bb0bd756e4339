"""TR003: every tribe has a purpose, for which its lead answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | None:
    """Look for a purpose; blank text is none."""
    purpose = view.index.tribes[tribe].purpose
    return None if purpose and not purpose.isspace() else Broken()


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes whose record has no purpose, or a blank one."""
    return [tribe for tribe, record in index.tribes.items() if not record.purpose or record.purpose.isspace()]


def instants(index: Index, tribe: str, limits: Limits) -> Iterable[dt.date]:
    """Return nothing: a purpose has no dates, and neither has a tribe."""
    return ()


RULE = Rule(
    code="TR003",
    name="tribe-without-purpose",
    kind="tribe",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "layers", "Verantwoordelijk voor de purpose van de tribe"),
    references=(Reference("brunel", "blocks", "Verantwoordelijk voor de doelen van de tribe"), Reference("mckinsey-ing-2017")),
    formal="purpose(t) ≠ ∅",
    message=Wording(
        "Tribe {subject} has no purpose; the tribe lead answers for it",
        "Tribe {subject} heeft geen purpose; daar is de tribe lead verantwoordelijk voor",
    ),
    finds=Wording(
        "A tribe without a purpose in a chart where other tribes have one. Where no tribe has one the answer is unknown.",
        "Een tribe zonder purpose in een chart waarin andere tribes er wel een hebben. Heeft geen enkele tribe er een, dan is het "
        "antwoord onbekend.",
    ),
    matters=Wording(
        "The purpose is what the missions of the squads add up to. Without one nobody can say which squad belongs here and which "
        "work comes first.",
        "De purpose is waar de missies van de squads samen toe leiden. Zonder purpose kan niemand zeggen welke squad hier hoort en "
        "welk werk voorgaat.",
    ),
    remedy=Wording(
        "Write in one sentence what the tribe is there for; its squads’ missions should follow from it",
        "Schrijf in één zin waar de tribe voor is; de missies van de squads moeten eruit volgen",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    moved_by_seats="no",
    good=(
        """
        people: []
        tribes: [{id: t, purpose: Iedere klant een passende hypotheek}, {id: u, purpose: Zorgeloos betalen}]
        """,
        """
        people: []
        tribes: [{id: t, purpose: Iedere klant een passende hypotheek, squads: [{id: s, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: []
        tribes: [{id: t, purpose: Iedere klant een passende hypotheek}, {id: u}]
        """,
        """
        people: []
        tribes: [{id: t, purpose: Iedere klant een passende hypotheek}, {id: u, purpose: " ", squads: [{id: s, from: 2027-01-01}]}]
        """,
    ),
    needs=("tribe.purpose",),
)
