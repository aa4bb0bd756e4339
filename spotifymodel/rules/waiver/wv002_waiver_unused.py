"""WV002: a waiver that covers nothing is taken out."""

from __future__ import annotations

from ...graph.view import View
from ..rule import Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(_view: View, _waiver: str, _limits: Limits) -> None:
    """Say nothing: waivers are judged together, after all other rules."""


RULE = Rule(
    code="WV002",
    name="waiver-unused",
    kind="waiver",
    severity="advice",
    confidence="inferred",
    source=Reference("spotifymodel", "Waivers"),
    formal="∃ finding f: covers(w,f)",
    message=Wording(
        "The waiver of {code} for {about} covers no finding",
        "De ontheffing van {code} voor {about} dekt geen enkele bevinding",
    ),
    finds=Wording(
        "A waiver that is in force and covers no finding: what it waited for was mended, or it names a rule or a subject that does not "
        "exist. A waiver of a rule that was not run is left alone.",
        "Een geldige ontheffing die geen bevinding dekt: het is hersteld, of er staat een regel of onderwerp dat niet bestaat. Een "
        "ontheffing van een regel die niet is uitgevoerd blijft buiten beschouwing.",
    ),
    matters=Wording(
        "It would silently swallow the next finding of that kind, for a reason that is long past.",
        "Zo’n ontheffing slikt stilzwijgend de volgende bevinding in, om een reden die allang voorbij is.",
    ),
    remedy=Wording(
        "Take the waiver out, or correct the rule or the subject that it names",
        "Haal de ontheffing weg, of verbeter de regel of het onderwerp",
    ),
    judge=judge,
    points_at=("subject",),
    good=(
        """
        people: [{id: tom}]
        squads: [{id: s}]
        waivers: [{code: PO001, subject: s, reason: starts in spring, owner: tom, expires: 2031-01-01}]
        """,
        """
        people: [{id: tom}]
        squads: [{id: s, from: 2027-01-01}]
        waivers: [{code: PO001, subject: s, reason: starts in spring, owner: tom, expires: 2027-03-01}]
        """,
    ),
    bad=(
        """
        people: [{id: tom}]
        squads: [{id: s, product_owner: tom, members: [tom]}]
        waivers: [{code: PO001, subject: s, reason: starts in spring, owner: tom, expires: 2031-01-01}]
        """,
        """
        people: [{id: tom}]
        squads: [{id: s, product_owner: tom, members: [tom], from: 2027-01-01}]
        waivers: [{code: PO001, subject: r, reason: starts in spring, owner: tom, expires: 2031-01-01}]
        """,
    ),
)
