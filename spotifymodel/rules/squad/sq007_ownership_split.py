"""SQ007: one product, one squad that answers for it."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, squads

__all__ = ["RULE"]


def judge(view: View, product: str, _limits: Limits) -> Broken | None:
    """Count the living squads that own a product."""
    owners = tuple(s for s in view.index.owning_squads.get(product, ()) if view.alive(s))
    return Broken(len(owners), 1, owners, {"squads": squads(owners)}) if len(owners) > 1 else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the products that several squads ever own."""
    several = {product for product, squads in index.owning_squads.items() if len(squads) > 1}
    return [product for product in index.products if product in several] if several else ()


def fixes(view: View, product: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Leave the product with the squad that has the fullest mandate, the first of equals, one other squad at a time."""
    records, resolve = view.index.squads, view.index.names["product"].resolve
    keeps = min(broken.evidence, key=lambda s: _MANDATES.index(records[s].mandate))
    for squad in broken.evidence:
        if squad != keeps:
            rest = [x for x in records[squad].owns if resolve(x) != product]
            yield Edit("change", {"kind": "squad", "id": squad, "fields": {"owns": rest}})


_MANDATES = ("end_to_end", None, "soft", "none")

RULE = Rule(
    code="SQ007",
    name="ownership-split",
    kind="product",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "process", "klantverantwoordelijkheid is versnipperd"),
    references=(Reference("team-topologies-2019", "Team-first thinking"),),
    formal="∀x: |{s : owns(s,x,t)}| ≤ 1 for every instant t",
    message=Wording(
        "{subject} is owned by {measured} squads at once ({squads}); nobody answers for the whole",
        "{subject} hoort bij {measured} squads tegelijk ({squads}); niemand is verantwoordelijk voor het geheel",
    ),
    finds=Wording(
        "A product, journey or service that several living squads own at one instant. Succession is fine: one squad until a day, "
        "another from that day.",
        "Een product, klantreis of dienst die op één moment van meer squads is. Opvolging mag: de ene squad tot een dag, de andere "
        "vanaf die dag.",
    ),
    matters=Wording(
        "The interviews name it as a fault of the old organisation: decisions pass through too many hands and the responsibility "
        "for the customer falls apart.",
        "De interviews noemen het als kwaal van de oude organisatie: besluiten gaan over te veel schijven en de verantwoordelijkheid "
        "voor de klant raakt versnipperd.",
    ),
    remedy=Wording(
        "Choose one squad that owns it, or split it into parts that can each be owned",
        "Kies één squad als eigenaar, of splits het in delen die elk een eigenaar kunnen hebben",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("squad.owns",),
    moved_by_seats="no",
    good=(
        """
        people: []
        squads: [{id: s, owns: [loan]}, {id: r, owns: [app]}]
        products: [{id: loan}, {id: app}]
        """,
        """
        people: []
        squads: [{id: s, owns: [loan], until: 2027-01-01}, {id: r, owns: [loan], from: 2027-01-01}]
        products: [{id: loan}]
        """,
    ),
    bad=(
        """
        people: []
        squads: [{id: s, owns: [loan]}, {id: r, owns: [app, loan], mandate: end_to_end}]
        products: [{id: loan}, {id: app}]
        """,
        """
        people: []
        squads: [{id: s, owns: [loan], until: 2027-03-01}, {id: r, owns: [loan], from: 2027-01-01}]
        products: [{id: loan}]
        """,
    ),
)
