"""DP001: no squad is blocked by another."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Missing, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

FOR = Wording("{squad} ({what})", "{squad} ({what})")


def judge(view: View, squad: str, _limits: Limits) -> Broken | Missing | None:
    """Count the living squads that block this one; a dependency whose severity is not told leaves it unknown."""
    waits = view.waits_for(squad)
    blocking = [(other, d) for other, d in waits if d.severity == "blocking"]
    if not blocking:
        return Missing(("dependency.severity",)) if any(d.severity is None for _, d in waits) else None
    squads = tuple(dict.fromkeys(other for other, _ in blocking))
    named = tuple(Phrase(FOR, {"squad": Ref("squad", other), "what": d.what}) if d.what else Ref("squad", other) for other, d in blocking)
    return Broken(len(squads), 0, squads, {"blockers": named})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that depend on any other."""
    return [squad for squad in index.squads if squad in index.work.waits_for]


RULE = Rule(
    code="DP001",
    name="blocking-dependency",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("kniberg-2012", "Dependencies"),
    references=(Reference("brunel", "tribe", "Een squad is end-to-end verantwoordelijk"),),
    formal="∄ s→s′ with severity = blocking, both alive",
    message=Wording("Squad {subject} is blocked by {blockers}", "Squad {subject} wordt geblokkeerd door {blockers}"),
    finds=Wording(
        "A squad that cannot go on until another squad delivers. A dependency that merely slows it down is not reported.",
        "Een squad die niet verder kan totdat een andere squad levert. Een afhankelijkheid die alleen vertraagt, wordt niet gemeld.",
    ),
    matters=Wording(
        "Spotify asked its squads regularly which other squads they depend on, and removed what blocks first. A squad that waits is not "
        "responsible from end to end, whatever its mandate says.",
        "Spotify vroeg squads regelmatig van wie ze afhankelijk zijn, en nam eerst weg wat blokkeert. Een squad die wacht, is niet "
        "end-to-end verantwoordelijk, wat het mandaat ook zegt.",
    ),
    remedy=Wording(
        "Move the ownership of what is asked for into the squad, share it as a platform that needs no waiting, or merge the squads",
        "Breng het eigenaarschap van het gevraagde onder in de squad, bied het aan als platform zonder wachtrij, of voeg de squads samen",
    ),
    judge=judge,
    suspects=suspects,
    needs=("dependency.severity",),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna}, {id: b, product_owner: ben}]}]
        dependencies: [{from: a, to: b, severity: slowing}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna, from: 2027-06-01}, {id: b, product_owner: ben, until: 2027-06-01}]}]
        dependencies: [{from: a, to: b, severity: blocking}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna}, {id: b, product_owner: ben}]}]
        dependencies: [{from: a, to: b, severity: blocking, what: rente-API}, {from: b, to: a, severity: slowing}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna, from: 2027-03-01}, {id: b, product_owner: ben, until: 2027-06-01}]}]
        dependencies: [{from: a, to: b, severity: blocking}]
        """,
    ),
)
