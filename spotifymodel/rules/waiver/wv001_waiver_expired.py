"""WV001: a waiver does not outlive its end."""

from __future__ import annotations

from ...graph.view import View
from ..rule import Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(_view: View, _subject: str, _limits: Limits) -> None:
    """Say nothing: waivers are judged after all findings are known, in the room of the check."""


RULE = Rule(
    code="WV001",
    name="waiver-expired",
    kind="waiver",
    severity="warning",
    confidence="stated",
    source=Reference("three-lines"),
    formal="expires(w) > today",
    message=Wording(
        "The waiver of {code} for {about} ended on {expires} ({who} answers for it)",
        "De ontheffing van {code} voor {about} liep af op {expires} ({who} staat ervoor)",
    ),
    finds=Wording(
        "A waiver whose last day has passed, on the day that the check is given. What it covered counts again.",
        "Een ontheffing waarvan de laatste dag voorbij is, op de dag van de controle. Wat eronder viel telt weer mee.",
    ),
    matters=Wording(
        "An exception that nobody ends becomes the rule. An end date makes somebody look again.",
        "Een uitzondering die niemand beëindigt wordt de regel. Een einddatum zorgt dat iemand opnieuw kijkt.",
    ),
    remedy=Wording(
        "Mend what it covers, or decide on a new waiver with a new end",
        "Los op wat eronder valt, of besluit tot een nieuwe ontheffing met een nieuw einde",
    ),
    judge=judge,
    points_at=("expires",),
    good=(
        """
        people: []
        """,
        """
        people: [{id: a}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        waivers: [{code: SQ005, subject: s, reason: later, owner: a, expires: 2026-01-01}]
        squads: [{id: s, product_owner: a}]
        """,
        """
        people: [{id: a}]
        waivers: [{code: PO001, subject: s, reason: later, owner: a, expires: 2026-01-01}]
        squads: [{id: s}]
        """,
    ),
)
