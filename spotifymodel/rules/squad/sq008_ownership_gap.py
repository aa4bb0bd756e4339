"""SQ008: whatever a tribe answers for is owned by a squad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

STILL = Wording("; unit {units} still owns it", "; afdeling {units} is nog eigenaar")


def judge(view: View, product: str, _limits: Limits) -> Broken | None:
    """Count the squads that own a product in the scope of a tribe.

    Judged while a squad of the tribe exists, and always where the tribe never has one: before the first squad goes live
    nobody expects one of them to own anything.
    """
    index = view.index
    tribes = [t for t in index.work.scoping_tribes.get(product, ()) if view.squads_in(t) or not index.squads_in[t]]
    if not tribes or view.owning_squads(product):
        return None
    units = view.owning_units(product)
    note: Phrase | str = Phrase(STILL, {"units": tuple(Ref("unit", u) for u in units)}) if units else ""
    return Broken(0, 1, (*tribes, *units), {"tribes": tuple(Ref("tribe", t) for t in tribes), "note": note})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the products in some scope that no squad owns at all times."""
    owners, life = index.owning_squads, index.life
    return [p for p in index.products if p in index.work.scoping_tribes and all(s in life for s in owners.get(p, ()))]


def fixes(view: View, product: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Give it to the squad of the tribe that owns least."""
    squads = [s for t in view.index.work.scoping_tribes[product] for s in view.squads_in(t)]
    for squad in sorted(squads, key=lambda s: len(view.owned_products(s)))[:2]:
        yield Edit("change", {"kind": "squad", "id": squad, "fields": {"owns": [*view.index.squads[squad].owns, product]}})


RULE = Rule(
    code="SQ008",
    name="ownership-gap",
    kind="product",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "process", "klantverantwoordelijkheid is versnipperd of niet belegd"),
    formal="∀x∈scope(t): |{s: owns(s,x)}| ≥ 1",
    message=Wording(
        "{subject} is in the scope of tribe {tribes} but no squad owns it: customer responsibility is not assigned{note}",
        "{subject} valt onder tribe {tribes}, maar geen squad is eigenaar: de klantverantwoordelijkheid is niet belegd{note}",
    ),
    finds=Wording(
        "A product, journey or service that a tribe says it answers for and that none of the squads owns, at some moment at which "
        "the tribe has squads.",
        "Een product, klantreis of dienst waarvoor een tribe zegt verantwoordelijk te zijn en waarvan geen enkele squad eigenaar "
        "is, op een moment waarop de tribe squads heeft.",
    ),
    matters=Wording(
        "What everybody answers for, nobody does. Interviewed product managers name responsibility for the customer that is split "
        "or not assigned as a cause of slow decisions.",
        "Waar iedereen verantwoordelijk voor is, is niemand het. Geïnterviewde productmanagers noemen versnipperde of niet belegde "
        "klantverantwoordelijkheid als oorzaak van trage besluiten.",
    ),
    remedy=Wording(
        "Give it to one squad, found a squad for it, or take it out of the tribe's scope",
        "Beleg het bij één squad, richt er een squad voor op, of haal het uit de scope van de tribe",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("tribe.scope", "squad.owns"),
    worse="low",
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}]
        products: [{id: sparen}, {id: lenen}]
        tribes: [{id: t, scope: [sparen, lenen], squads: [{id: s, product_owner: anna, owns: [sparen, lenen]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen}, {id: lenen}]
        tribes:
          - id: t
            scope: [sparen]
            squads:
              - {id: a, product_owner: anna, owns: [sparen], from: 2027-01-01, until: 2027-06-01}
              - {id: b, product_owner: ben, owns: [sparen], from: 2027-06-01}
        """,
    ),
    bad=(
        """
        people: [{id: anna}]
        products: [{id: sparen}, {id: lenen}]
        tribes: [{id: t, scope: [sparen, lenen], squads: [{id: s, product_owner: anna, owns: [sparen]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen}, {id: lenen}]
        tribes:
          - id: t
            scope: [sparen, lenen]
            squads:
              - {id: a, product_owner: anna, owns: [sparen]}
              - {id: b, product_owner: ben, owns: [lenen], until: 2027-06-01}
        """,
    ),
)
