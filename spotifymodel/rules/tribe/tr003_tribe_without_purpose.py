"""TR003: a tribe has a purpose."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | None:
    """Look for a purpose; blank text is none."""
    return None if (view.index.tribes[tribe].purpose or "").strip() else Broken(evidence=(tribe,))


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that say nothing of it."""
    return [one for one, record in index.tribes.items() if not (record.purpose or "").strip()]


RULE = Rule(
    code="TR003",
    name="tribe-without-purpose",
    kind="tribe",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "layers", "Verantwoordelijk voor de purpose van de tribe"),
    formal="purpose(t) ≠ ∅",
    message=Wording(
        "Tribe {subject} has no purpose",
        "Tribe {subject} heeft geen doel",
    ),
    finds=Wording(
        "A tribe that does not say what it is for, where other tribes of the chart do.",
        "Een tribe die niet zegt waarvoor die er is, terwijl andere tribes van de chart dat wel doen.",
    ),
    matters=Wording(
        "The tribe lead answers for the purpose. Squads take their missions from it; without one, a tribe is a department with a new name.",
        "De tribe lead staat voor het doel. Squads leiden hun missie ervan af; zonder doel is een tribe een afdeling met een nieuwe naam.",
    ),
    remedy=Wording(
        "Write one sentence that says for whom the tribe makes what better",
        "Schrijf één zin die zegt voor wie de tribe wat beter maakt",
    ),
    judge=judge,
    suspects=suspects,
    needs=("tribe.purpose",),
    points_at=("purpose", "id"),
    good=(
        """
        people: [{id: a}]
        tribes: [{id: t, purpose: Iedereen een passende hypotheek, lead: a}]
        """,
        """
        people: []
        tribes: [{id: t, purpose: One}, {id: u, purpose: Two}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        tribes: [{id: t, purpose: Iedereen een passende hypotheek, lead: a}, {id: u, lead: a}]
        """,
        """
        people: []
        tribes: [{id: t, purpose: One}, {id: u, purpose: '  '}]
        """,
    ),
)
