"""SQ006: a squad that owns nothing cannot be responsible end to end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for anything that the squad owns."""
    return None if view.index.squads[squad].owns else Broken()


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads whose record owns nothing."""
    return [squad for squad, record in index.squads.items() if not record.owns]


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return the life of the squad: what it owns has no dates of its own."""
    return index.life.get(squad, ())


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Assign the first product in the scope of its tribe that no squad owns."""
    index = view.index
    tribe = index.tribe_of.get(squad)
    resolve = index.names["product"].resolve
    scope = [resolve(x) for x in index.tribes[tribe].scope] if tribe is not None else []
    for product in [x for x in scope if x is not None and not index.owning_squads.get(x)][:1]:
        yield Edit("change", {"kind": "squad", "id": squad, "fields": {"owns": [product]}})


RULE = Rule(
    code="SQ006",
    name="squad-owns-nothing",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "Een squad is end-to-end verantwoordelijk"),
    references=(Reference("brunel", "roles20", "End-to-end verantwoordelijk voor squad: product, proces, prijs en introductie"),),
    formal="∃x ∈ products ∪ journeys ∪ services: owns(s,x)",
    message=Wording(
        "Squad {subject} owns no product, journey or service, so there is nothing that it is responsible for end to end",
        "Squad {subject} heeft geen product, klantreis of dienst, en is dus nergens end-to-end verantwoordelijk voor",
    ),
    finds=Wording(
        "A squad that owns nothing in a chart where other squads own products, journeys or services.",
        "Een squad die niets bezit in een chart waarin andere squads wel producten, klantreizen of diensten hebben.",
    ),
    matters=Wording(
        "Responsibility needs something to be responsible for. A squad without it works for others, and its results cannot be "
        "told from theirs.",
        "Verantwoordelijkheid vraagt om iets waarvoor je verantwoordelijk bent. Zonder dat werkt een squad voor anderen en zijn "
        "de resultaten niet van die van hen te onderscheiden.",
    ),
    remedy=Wording(
        "Assign a product, journey or service to the squad, or dissolve it into the squads that it works for",
        "Wijs de squad een product, klantreis of dienst toe, of laat hem opgaan in de squads waarvoor hij werkt",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("squad.owns",),
    moved_by_seats="no",
    good=(
        """
        people: []
        squads: [{id: s, owns: [loan]}, {id: r, owns: [app, portal]}]
        products: [{id: loan, kind: journey}, {id: app, kind: service}, {id: portal}]
        """,
        """
        people: []
        squads: [{id: s, owns: [loan], from: 2027-01-01}]
        products: [{id: loan}]
        """,
    ),
    bad=(
        """
        people: []
        tribes: [{id: t, scope: [loan, app], squads: [{id: s, owns: [loan]}, {id: r}]}]
        products: [{id: loan}, {id: app}]
        """,
        """
        people: []
        squads: [{id: s, owns: [loan]}, {id: r, from: 2027-01-01, until: 2028-01-01}]
        products: [{id: loan}]
        """,
    ),
)
