"""PO006: the mandate lies with the squad and its product owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Missing, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

MANDATES = {"none": Wording("none", "geen"), "soft": Wording("soft", "zacht")}
ELSEWHERE = Wording("; decisions still sit with {holders}", "; besluiten liggen nog bij {holders}")


def judge(view: View, squad: str, _limits: Limits) -> Broken | Missing | None:
    """Look at the mandate that the squad declares; one that is not declared is not known.

    Who decides instead is named as far as the chart says it.
    """
    mandate = view.index.squads[squad].mandate
    if mandate == "end_to_end":
        return None
    if mandate is None:
        return Missing(("squad.mandate",))
    owners = view.owners(squad)
    inside = {("squad", squad), *(("person", p) for p in owners)}
    holders = tuple(dict.fromkeys(Ref(*one) for one in view.deciders(squad).values() if one not in inside))
    note: Phrase | str = Phrase(ELSEWHERE, {"holders": holders}) if holders else ""
    facts = {"mandate": Phrase(MANDATES[mandate]), "elsewhere": note}
    return Broken(evidence=(*owners, *(ref.id for ref in holders)), facts=facts)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads without the full mandate."""
    return [squad for squad, record in index.squads.items() if record.mandate != "end_to_end"]


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether a squad lacks the full mandate."""
    return index.squads[squad].mandate != "end_to_end"


def fixes(_view: View, squad: str, _broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Grant the mandate."""
    yield Edit("change", {"kind": "squad", "id": squad, "fields": {"mandate": "end_to_end"}})


RULE = Rule(
    code="PO006",
    name="product-owner-without-mandate",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "differences", "Ja, end-to-end verantwoordelijk"),
    references=(
        Reference("brunel", "agile", "Alleen als het mandaat ook daadwerkelijk wordt neergelegd bij een zogeheten squad"),
        Reference("brunel", "opinions", "productmanagement geen of te weinig mandaat"),
    ),
    formal="mandate(s) = end_to_end",
    message=Wording(
        "The product owner of {subject} lacks an end-to-end mandate (declared: {mandate}){elsewhere}",
        "De product owner van {subject} mist een end-to-end mandaat (opgegeven: {mandate}){elsewhere}",
    ),
    finds=Wording(
        "A squad whose declared mandate is none or soft. In a hybrid organisation that may be a step on the way: it stays a warning "
        "until the mandate is end to end.",
        "Een squad waarvan het opgegeven mandaat ontbreekt of zacht is. In een hybride organisatie kan dat een tussenstap zijn: het "
        "blijft een waarschuwing tot het mandaat end-to-end is.",
    ),
    matters=Wording(
        "A bit of agile does not work: only where the mandate really lies with the squad does the time to market get shorter. "
        "Interviewed product managers name the missing mandate as one of their largest problems.",
        "Een beetje agile werkt niet: alleen waar het mandaat echt bij de squad ligt, wordt de time-to-market korter. "
        "Geïnterviewde productmanagers noemen het ontbrekende mandaat als een van de grootste problemen.",
    ),
    remedy=Wording(
        "Grant the mandate and hand the decision rights on priority and scope to the product owner, with a date that everybody knows",
        "Verleen het mandaat en leg de beslisrechten over prioriteit en scope bij de product owner, met een datum die iedereen kent",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    needs=("squad.mandate",),
    points_at=("mandate",),
    good=(
        """
        people: [{id: anna}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, mandate: end_to_end}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            squads:
              - {id: s, product_owner: anna, mandate: end_to_end}
              - {id: r, product_owner: ben, mandate: end_to_end, decision_rights: {priority: ben}, from: 2027-01-01}
        """,
    ),
    bad=(
        """
        people: [{id: anna}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, mandate: soft}]}]
        """,
        """
        people: [{id: anna}, {id: karin}]
        tribes:
          - id: t
            lead: karin
            squads: [{id: s, product_owner: anna, mandate: none, decision_rights: {priority: karin, scope: anna}, from: 2027-01-01}]
        """,
    ),
)
