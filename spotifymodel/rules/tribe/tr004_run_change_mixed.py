"""TR004: run and change stand in different tribes, or together on purpose."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, squads

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | None:
    """Look for run and change squads side by side; platform squads go with either."""
    index = view.index
    if index.tribes[tribe].mixed_on_purpose:
        return None
    by_kind: dict[str | None, list[str]] = {}
    for squad in view.squads_in(tribe):
        by_kind.setdefault(index.squads[squad].kind, []).append(squad)
    if "run" not in by_kind or "change" not in by_kind:
        return None
    run, change = by_kind["run"], by_kind["change"]
    return Broken(evidence=(*run, *change), facts={"run": squads(run), "change": squads(change)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that ever have squads of both kinds."""
    both = {"run", "change"}
    return [t for t, inside in index.squads_in.items() if both <= {index.squads[s].kind for s in inside}]


def fixes(_view: View, tribe: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Say that it is deliberate; splitting a tribe is a choice of people."""
    yield Edit("change", {"kind": "tribe", "id": tribe, "fields": {"mixed_on_purpose": True}})


RULE = Rule(
    code="TR004",
    name="run-change-mixed",
    kind="tribe",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "worden in verschillende tribes ondergebracht"),
    formal="|{kind(s): s∈t}∩{run,change}| ≤ 1 ∨ mixed_on_purpose(t)",
    message=Wording(
        "Tribe {subject} mixes run squads ({run}) and change squads ({change}); make sure the boundary is deliberate",
        "Tribe {subject} mengt run-squads ({run}) en change-squads ({change}); zorg dat die grens een keuze is",
    ),
    finds=Wording(
        "A tribe with both run and change squads that does not say it is meant so. The paper’s word “verschillende” can "
        "mean separate or various tribes; its recommendations separate the two.",
        "Een tribe met run- én change-squads die niet zegt dat dat de bedoeling is. Het woord “verschillende” kan "
        "aparte of diverse tribes betekenen; de aanbevelingen scheiden de twee.",
    ),
    matters=Wording(
        "Incidents of today push the improvements of tomorrow aside where both compete for the same people. Keeping "
        "them together can be right, when it is chosen.",
        "Storingen van vandaag verdringen verbeteringen van morgen waar ze om dezelfde mensen vragen. Samen kan goed "
        "zijn, als het een keuze is.",
    ),
    remedy=Wording(
        "Split the tribe, or mark the mix as deliberate",
        "Splits de tribe, of leg vast dat de mix bewust is",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("squad.kind",),
    points_at=("squads", "id"),
    good=(
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, kind: run, product_owner: a}, {id: r, kind: platform, product_owner: a}]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, kind: run, product_owner: a, until: 2027-01-01}, {id: r, kind: change, product_owner: a,
          from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, kind: run, product_owner: a}, {id: r, kind: change, product_owner: a}]}]
        """,
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, kind: run, product_owner: a, until: 2027-01-02}, {id: r, kind: change, product_owner: a,
          from: 2027-01-01}]}]
        """,
    ),
)
