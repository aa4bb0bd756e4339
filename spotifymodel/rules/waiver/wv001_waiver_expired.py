"""WV001: a waiver ends on a day, and then the finding counts again."""

from __future__ import annotations

from ...graph.view import View
from ..rule import Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(_view: View, _waiver: str, _limits: Limits) -> None:
    """Say nothing: waivers are judged together, after all other rules, and on a day that the user names."""


RULE = Rule(
    code="WV001",
    name="waiver-expired",
    kind="waiver",
    severity="warning",
    confidence="inferred",
    source=Reference("spotifymodel", "Waivers"),
    formal="today < expires(w)",
    message=Wording(
        "The waiver of {code} for {about} expired on {expires}; what it covered counts again",
        "De ontheffing van {code} voor {about} is op {expires} verlopen; wat eronder viel telt weer mee",
    ),
    finds=Wording(
        "A waiver whose day has come: expires is the first day on which it no longer counts. Only looked at where a day is given; "
        "the library itself never looks at the clock.",
        "Een ontheffing waarvan de dag is gekomen: expires is de eerste dag waarop die niet meer geldt. Alleen bekeken als er een dag "
        "is opgegeven; de bibliotheek kijkt zelf nooit op de klok.",
    ),
    matters=Wording(
        "A waiver is a promise to mend something by a day. One that quietly lapses turns an exception into the rule.",
        "Een ontheffing is een belofte om iets vóór een dag te herstellen. Stilzwijgend verlopen maakt de uitzondering tot regel.",
    ),
    remedy=Wording(
        "Mend what it covered, or decide again: with a new reason, an owner and a day",
        "Herstel wat eronder viel, of beslis opnieuw: met een nieuwe reden, een eigenaar en een dag",
    ),
    judge=judge,
    points_at=("expires",),
    good=(
        """
        people: [{id: tom}]
        squads: [{id: s}]
        waivers: [{code: PO001, subject: s, reason: starts in spring, owner: tom, expires: 2031-01-01}]
        """,
        """
        people: [{id: tom}]
        squads: [{id: s, product_owner: tom, until: 2027-01-01}]
        """,
    ),
    bad=(
        """
        people: [{id: tom}]
        squads: [{id: s}]
        waivers: [{code: PO001, subject: s, reason: starts in spring, owner: tom, expires: 2026-03-01}]
        """,
        """
        people: [{id: tom}]
        squads: [{id: s, from: 2027-01-01}]
        waivers: [{code: squad-without-product-owner, subject: "squad:s", reason: starts in spring, owner: tom, expires: 2026-10-01}]
        """,
    ),
)
