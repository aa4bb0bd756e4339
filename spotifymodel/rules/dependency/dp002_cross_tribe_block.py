"""DP002: no squad is blocked by a squad of another tribe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Missing, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

IN = Wording("{squad} in tribe {tribe}", "{squad} in tribe {tribe}")


def judge(view: View, squad: str, _limits: Limits) -> Broken | Missing | None:
    """Count the living squads of other tribes that block this one; squads outside tribes are SQ009's."""
    abroad = _abroad(view, squad)
    blocking = [s for s, severity in abroad if severity == "blocking"]
    if not blocking:
        return Missing(("dependency.severity",)) if any(severity is None for _, severity in abroad) else None
    squads, tribe_of = tuple(dict.fromkeys(blocking)), view.index.tribe_of
    named = tuple(Phrase(IN, {"squad": Ref("squad", s), "tribe": Ref("tribe", tribe_of[s] or "")}) for s in squads)
    tribes = dict.fromkeys(t for s in squads if (t := tribe_of[s]) is not None)
    return Broken(len(squads), 0, (*squads, *tribes), {"blockers": named})


def _abroad(view: View, squad: str) -> list[tuple[str, str | None]]:
    tribe_of = view.index.tribe_of
    home = tribe_of[squad]
    if home is None:
        return []
    return [(other, d.severity) for other, d in view.waits_for(squad) if tribe_of[other] not in {None, home}]


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that depend on one of another tribe."""
    tribe_of = index.tribe_of
    return [s for s in index.squads if any(tribe_of[other] != tribe_of[s] for other, _ in index.work.waits_for.get(s, ()))]


def fixes(view: View, squad: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Move the squad to the tribe of those that block it, where that is one tribe."""
    tribes = dict.fromkeys(view.index.tribe_of[s] for s, severity in _abroad(view, squad) if severity == "blocking")
    if len(tribes) == 1:
        yield Edit("change", {"kind": "squad", "id": squad, "fields": {"tribe": next(iter(tribes))}})


RULE = Rule(
    code="DP002",
    name="cross-tribe-block",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("kniberg-2012", "Dependencies", "especially blocking and cross-tribe"),
    formal="∄ s→s′ with severity = blocking and tribe(s) ≠ tribe(s′), both alive",
    message=Wording("Squad {subject} is blocked by {blockers}", "Squad {subject} wordt geblokkeerd door {blockers}"),
    finds=Wording(
        "A squad that cannot go on until a squad of another tribe delivers.",
        "Een squad die niet verder kan totdat een squad uit een andere tribe levert.",
    ),
    matters=Wording(
        "Within a tribe a tribe lead can settle what comes first. Across tribes two purposes, two backlogs and two management teams have "
        "to agree, and the customer waits.",
        "Binnen een tribe kan de tribe lead beslissen wat voorgaat. Tussen tribes moeten twee doelen, twee backlogs en twee MT’s het eens "
        "worden, en de klant wacht.",
    ),
    remedy=Wording(
        "Bring both squads into one tribe, redraw the border of the tribes along the journey, or move the ownership of what is asked for",
        "Breng beide squads in één tribe, trek de grens tussen tribes langs de klantreis, of verplaats het eigenaarschap van het gevraagde",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("dependency.severity",),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna}, {id: b, product_owner: ben}]}]
        dependencies: [{from: a, to: b, severity: blocking}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - {id: t, squads: [{id: a, product_owner: anna, from: 2027-06-01}]}
          - {id: u, squads: [{id: b, product_owner: ben, until: 2027-06-01}]}
        dependencies: [{from: a, to: b, severity: blocking}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: anna}]}, {id: u, squads: [{id: b, product_owner: ben}]}]
        dependencies: [{from: a, to: b, severity: blocking, what: rente-API}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - {id: t, squads: [{id: a, product_owner: anna, from: 2027-03-01}]}
          - {id: u, squads: [{id: b, product_owner: ben, until: 2027-06-01}]}
        dependencies: [{from: a, to: b, severity: blocking}]
        """,
    ),
)
