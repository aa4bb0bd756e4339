"""RG001: exactly one person answers for the approval and review of a product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Phrase, Reference, Rule, Wording, people

__all__ = ["RULE"]

NOBODY = Wording("has no owner for", "heeft geen eigenaar voor")
SEVERAL = Wording("has {number} owners ({names}) for", "heeft {number} eigenaren ({names}) voor")


def judge(view: View, product: str, _limits: Limits) -> Broken | None:
    """Count who answers for the approval and review of a product, while a squad or unit owns it or where none ever does."""
    owners = view.review_owners(product)
    if len(owners) == 1 or not view.product_in_use(product):
        return None
    held = Phrase(SEVERAL, {"number": len(owners), "names": people(owners)}) if owners else Phrase(NOBODY)
    return Broken(len(owners), 1, owners, {"held": held})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the products that not one person owns at all times."""
    reviewers = index.work.review_owners
    return [p for p in index.products if len(reviewers.people.get(p, ())) != 1 or p in reviewers.spans]


def fixes(view: View, product: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Appoint a technical product manager of a squad that owns the product, else its owner; of several keep the first."""
    for person in broken.evidence[1:]:
        yield Edit("relieve", {"person": person, "role": "review_owner", "of": product})
    if broken.evidence:
        return
    squads, index = view.owning_squads(product), view.index
    inside = [p for s in squads for p in view.squad_people(s)]
    technical = [p for p in inside if index.people[p].pm_type == "technical" and not index.people[p].second_line]
    before = index.work.review_owners.people.get(product, ())
    for person in dict.fromkeys((*technical, *(p for s in squads for p in view.owners(s)))):
        if person not in before and not index.people[person].vacancy:
            yield Edit("appoint", {"person": person, "role": "review_owner", "of": product, "replace": bool(before)})
            return


RULE = Rule(
    code="RG001",
    name="product-without-review-owner",
    kind="product",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "duties", "PAP/PARP → bewaken verbeteringen"),
    references=(Reference("parp", "Article 32 BGfo"), Reference("brunel", "roles10", "Product approval, review process")),
    formal="∀x∈Products: |{p: parp_owner(p,x)}| = 1",
    message=Wording(
        "{subject} {held} product approval and review (PAP/PARP)",
        "{subject} {held} product approval en review (PAP/PARP)",
    ),
    finds=Wording(
        "A product, journey or service for whose approval and review nobody answers, or several people do, at a moment at which a squad "
        "or unit owns it.",
        "Een product, klantreis of dienst waarvan niemand, of meer dan één persoon, eigenaar is van product approval en review, op een "
        "moment waarop een squad of afdeling er eigenaar van is.",
    ),
    matters=Wording(
        "Dutch financial firms must approve and review their products, with responsibilities that are clear and placed high enough. In "
        "the old organisation it was a duty of the technical product manager; in a transition it gets lost easily.",
        "Nederlandse financiële instellingen moeten hun producten goedkeuren en herzien, met een duidelijk en hoog genoeg belegde "
        "verantwoordelijkheid. Vroeger was dat een taak van de technisch productmanager; in een transitie raakt zij makkelijk zoek.",
    ),
    remedy=Wording(
        "Name one review owner, as a rule a technical product manager of the squad that owns the product",
        "Benoem één review-eigenaar, in de regel een technisch productmanager uit de squad die eigenaar is van het product",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("product.review_owner",),
    worse="low",
    points_at=("review_owner",),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}]
        products: [{id: sparen, review_owner: anna}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, review_owner: [{person: anna, from: 2027-01-01, until: 2027-06-01}, {person: ben, from: 2027-06-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen], from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, pm_type: technical}, {id: ben}]
        products: [{id: sparen, review_owner: anna}, {id: lenen}]
        tribes: [{id: t, squads: [{id: s, product_owner: ben, members: [anna], owns: [sparen, lenen]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, review_owner: {person: anna, until: 2027-06-01}}]
        tribes: [{id: t, squads: [{id: s, product_owner: ben, owns: [sparen]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, review_owner: [anna, ben]}]
        """,
    ),
)
