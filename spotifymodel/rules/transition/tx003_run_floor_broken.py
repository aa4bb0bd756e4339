"""TX003: the people that a run service needs are there at every stage."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.stage import Stage, Stages
from ...graph.view import exact
from ..rule import Broken, InSequence, Limits, Missing, Reference, Rule, Wording, only_in_sequence
from ..run_services import service_fte
from ..staging import stage_label

__all__ = ["RULE"]


def subjects(stages: Stages, _limits: Limits) -> Iterable[str]:
    """Name the products that declare a floor at some stage."""
    return dict.fromkeys(p for stage in stages for p, record in stage.view.index.products.items() if record.floor_fte)


def judge(stages: Stages, product: str, _limits: Limits) -> tuple[Stage, Broken] | Missing | None:
    """Return the stage at which a service is furthest below its floor.

    A stage before anybody is known to own the service says nothing; where nobody ever does, the answer is unknown.
    """
    worst: tuple[Stage, Broken] | None = None
    owned = False
    for stage in stages:
        view = stage.view
        record = view.index.products.get(product)
        holders = (*view.owning_squads(product), *view.owning_units(product))
        owned |= bool(holders)
        if record is None or not record.floor_fte or not owned:
            continue
        floor, there = exact(record.floor_fte), service_fte(view, product)
        if there < floor and (worst is None or float(there - floor) < _shortage(worst[1])):
            worst = stage, Broken(float(there), record.floor_fte, holders, {"stage": stage_label(stage)})
    if worst is None and not owned:
        return Missing(("squad.owns", "unit.owns"))
    return worst


def _shortage(broken: Broken) -> float:
    return (broken.measured or 0) - (broken.limit or 0)


RULE = Rule(
    code="TX003",
    name="run-floor-broken",
    kind="product",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "organisation", "run werkt traditioneel"),
    references=(Reference("brunel", "opinions", "Productmanagement wordt vooral ingezet op beheersactiviteiten"),),
    formal="∀ run service r, ∀ stage: Σ fte(squads and units that own r) ≥ floor(r)",
    message=Wording(
        "In {stage} {subject} keeps {measured} FTE of the required {limit}",
        "In {stage} houdt {subject} {measured} van de vereiste {limit} fte over",
    ),
    finds=Wording(
        "A service with a declared floor whose squads and units together have fewer hours than that at some stage. Somebody who already "
        "sits in a squad without a declared share is not counted in the old unit any more.",
        "Een dienst met een opgegeven ondergrens waarvan squads en afdelingen samen in een fase minder uren hebben. Wie zonder opgegeven "
        "aandeel al in een squad zit, telt in de oude afdeling niet meer mee.",
    ),
    matters=Wording(
        "Customers keep calling while a bank reorganises. Run work stays where it is until the squad that takes it over is staffed.",
        "Klanten blijven bellen terwijl een bank reorganiseert. Run-werk blijft waar het is tot de squad die het overneemt is bemand.",
    ),
    remedy=Wording(
        "Move people in a later wave, declare what share stays in the unit, or hire temporary staff",
        "Verplaats mensen in een latere golf, geef op welk aandeel in de afdeling blijft, of huur tijdelijk in",
    ),
    judge=only_in_sequence,
    in_sequence=InSequence(subjects, judge),
    whole_charts=False,
    needs=("product.floor_fte", "squad.owns|unit.owns"),
    worse="low",
    points_at=("floor_fte",),
    good=(
        """
        people: [{id: anna, unit: beheer}, {id: ben, unit: beheer-noord}, {id: karin}]
        units: [{id: beheer, owns: [mutaties]}, {id: beheer-noord, parent: beheer}]
        products: [{id: mutaties, floor_fte: 1.5}]
        ---
        people: [{id: anna, unit: beheer}, {id: ben}, {id: karin, fte: 0.5}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 1.5}]
        tribes: [{id: t, squads: [{id: s, product_owner: karin, members: [ben], owns: [mutaties]}]}]
        """,
        """
        people: [{id: anna, unit: beheer}, {id: ben, unit: {unit: beheer, allocation: 0.5, from: 2027-03-01}}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 1}]
        ---
        people: [{id: anna, unit: beheer}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 1}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, unit: beheer}, {id: ben, unit: beheer}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 1.5}]
        ---
        people: [{id: anna, unit: beheer}, {id: ben, unit: beheer}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 1.5}]
        tribes: [{id: t, squads: [{id: s, product_owner: ben, members: [ben]}]}]
        """,
        """
        people: [{id: anna, unit: {unit: beheer, until: 2027-03-01}}, {id: ben, unit: beheer}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 2}]
        tribes: [{id: t, squads: [{id: s, product_owner: {person: anna, from: 2027-04-01}, owns: [mutaties]}]}]
        ---
        people: [{id: anna}, {id: ben, unit: beheer}]
        units: [{id: beheer, owns: [mutaties]}]
        products: [{id: mutaties, floor_fte: 2}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [mutaties]}]}]
        """,
    ),
)
