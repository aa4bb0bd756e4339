"""WV002: a waiver covers something."""

from __future__ import annotations

from ...graph.view import View
from ..rule import Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(_view: View, _subject: str, _limits: Limits) -> None:
    """Say nothing: waivers are judged after all findings are known, in the room of the check."""


RULE = Rule(
    code="WV002",
    name="waiver-unused",
    kind="waiver",
    severity="advice",
    confidence="stated",
    source=Reference("three-lines"),
    formal="∃ finding f: covers(w,f)",
    message=Wording(
        "The waiver of {code} for {about} covers no finding",
        "De ontheffing van {code} voor {about} dekt geen bevinding",
    ),
    finds=Wording(
        "A waiver in force that covers nothing the check finds, of a rule that ran.",
        "Een geldende ontheffing die niets dekt van wat de controle vindt, van een regel die is uitgevoerd.",
    ),
    matters=Wording(
        "Exceptions that are no longer needed hide the next real one.",
        "Uitzonderingen die niet meer nodig zijn verbergen de volgende echte.",
    ),
    remedy=Wording(
        "Take the waiver out",
        "Haal de ontheffing weg",
    ),
    judge=judge,
    points_at=("code",),
    good=(
        """
        people: []
        """,
        """
        people: [{id: a}]
        waivers: [{code: PO001, subject: s, reason: later, owner: a, expires: 2027-01-01}]
        squads: [{id: s}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        waivers: [{code: PO001, subject: s, reason: later, owner: a, expires: 2027-01-01}]
        squads: [{id: s, product_owner: a}]
        """,
        """
        people: [{id: a}]
        waivers: [{code: SQ001, subject: t, reason: later, owner: a, expires: 2027-01-01}]
        """,
    ),
)
