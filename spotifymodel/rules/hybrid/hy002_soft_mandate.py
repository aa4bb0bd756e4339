"""HY002: whoever works agile also decides on priority and scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Missing, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

#: The rights that make a mandate; the budget may stay elsewhere.
RIGHTS: Final = {
    "priority": Wording("on priority {holder}", "over prioriteit {holder}"),
    "scope": Wording("on scope {holder}", "over scope {holder}"),
}


def judge(view: View, squad: str, _limits: Limits) -> Broken | Missing | None:
    """Look who decides on priority and scope: the squad itself or its owner, or anybody else.

    A right of which the squad does not say who holds it is not judged; unknown where it says it of neither.
    """
    deciders = view.deciders(squad)
    told = {right: deciders[right] for right in RIGHTS if right in deciders}
    inside = {("squad", squad), *(("person", p) for p in view.owners(squad))}
    elsewhere = {right: one for right, one in told.items() if one not in inside}
    if not elsewhere:
        return None if told else Missing(("squad.decision_rights",))
    holders = tuple(dict.fromkeys(Ref(*one) for one in elsewhere.values()))
    decisions = tuple(Phrase(RIGHTS[right], {"holder": Ref(*one)}) for right, one in elsewhere.items())
    return Broken(evidence=tuple(ref.id for ref in holders), facts={"decisions": decisions})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name every squad: one that says nothing is unknown."""
    return index.squads


def fixes(view: View, squad: str, _broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Hand both rights to the squad; the budget stays where it is."""
    rights = view.index.squads[squad].decision_rights
    mine = f"squad:{squad}"
    fields = {"priority": mine, "scope": mine} | ({"budget": rights.budget} if rights is not None and rights.budget is not None else {})
    yield Edit("change", {"kind": "squad", "id": squad, "fields": {"decision_rights": fields}})


RULE = Rule(
    code="HY002",
    name="soft-mandate",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "organisation", "In feite werken ze met een zacht mandaat"),
    references=(
        Reference("brunel", "agile", "Slechts een beetje agile werken werkt volgens hem niet"),
        Reference("brunel", "to-management", "Zorg voor voldoende mandaat van agile projecten in een hybride organisatie"),
    ),
    formal="agile(s) ⇒ decision_rights(s,{priority,scope}) ⊆ {PO(s), s}",
    message=Wording(
        "Squad {subject} works agile but others still decide: {decisions} (soft mandate)",
        "Squad {subject} werkt agile, maar anderen beslissen nog: {decisions} (zacht mandaat)",
    ),
    finds=Wording(
        "A squad of which somebody other than the squad itself or its product owner decides on priority or scope.",
        "Een squad waarvan iemand anders dan de squad zelf of haar product owner over prioriteit of scope beslist.",
    ),
    matters=Wording(
        "In hybrid organisations management commits itself to deliveries without knowing which solution is being made. Squads work with a "
        "soft mandate then, and the buffer in between is vulnerable.",
        "In hybride organisaties doet het management toezeggingen over opleveringen zonder te weten welke oplossing wordt gemaakt. "
        "Squads werken dan met een zacht mandaat, en de buffer ertussen is kwetsbaar.",
    ),
    remedy=Wording(
        "Move the decision on priority and scope to the product owner; management steers on purpose and results",
        "Leg het besluit over prioriteit en scope bij de product owner; het management stuurt op doel en resultaat",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("squad.decision_rights",),
    points_at=("decision_rights",),
    good=(
        """
        people: [{id: anna}, {id: karin}]
        tribes: [{id: t, lead: karin, squads: [{id: s, product_owner: anna, decision_rights: {priority: anna, scope: s, budget: karin}}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            squads:
              - {id: a, product_owner: {person: anna, from: 2027-01-01}, decision_rights: {priority: anna}, from: 2027-01-01}
              - {id: b, product_owner: ben, decision_rights: {scope: "squad:b"}}
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: karin}]
        units: [{id: directie, manager: karin}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, decision_rights: {priority: karin, scope: directie}}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            squads:
              - id: s
                product_owner: [{person: anna, until: 2027-06-01}, {person: ben, from: 2027-06-01}]
                decision_rights: {priority: anna, scope: s}
        """,
    ),
)
