"""PO002: final responsibility cannot be shared."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import highest, steps
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, Worst

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Count the owners of a squad."""
    owners = view.owners(squad)
    return Broken(len(owners), 1, owners) if len(owners) > 1 else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that ever have several owners."""
    return [squad for squad, owners in index.owners.people.items() if len(owners) > 1]


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether a squad ever has several owners."""
    return len(index.owners.people.get(squad, ())) > 1


def stretch(index: Index, squad: str, _limits: Limits) -> Worst:
    """Return the first stretch with the most owners."""
    number, found = highest(steps(index.owners.stretches(squad)))
    return found if number > 1 else ()


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Keep one owner: a person rather than a vacancy, a member, who owns no other squad, the first of equals; relieve the others."""
    members, people = view.members(squad), view.index.people
    order = sorted(broken.evidence, key=lambda p: (people[p].vacancy, p not in members, len(view.owned_by(p))))
    for person in reversed(order[1:]):
        yield Edit("relieve", {"person": person, "role": "product_owner", "of": squad})


RULE = Rule(
    code="PO002",
    name="several-product-owners",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "De product owner is eindverantwoordelijk"),
    references=(Reference("scrum-2020"), Reference("kniberg-2012", "Squads")),
    formal="|owners(s,t)| ≤ 1 for every instant t",
    message=Wording(
        "Squad {subject} has {measured} product owners at the same time ({who}); final responsibility cannot be shared",
        "Squad {subject} heeft {measured} product owners tegelijk ({who}); eindverantwoordelijkheid laat zich niet delen",
    ),
    finds=Wording(
        "A squad with several product owners at one instant. A hand-over from one day to the next does not count; an overlap in "
        "which two people share the role does.",
        "Een squad met op één moment meer product owners. Een overdracht van de ene op de andere dag telt niet; een overlap waarin "
        "twee mensen de rol delen wel.",
    ),
    matters=Wording(
        "With two owners the squad has two lists of priorities, and every stakeholder finds the owner who agrees. The paper speaks "
        "of the product owner, in the singular.",
        "Met twee product owners heeft een squad twee prioriteitenlijsten, en vindt elke stakeholder wel een product owner die het "
        "met hem eens is. De whitepaper spreekt van de product owner, enkelvoud.",
    ),
    remedy=Wording(
        "Keep one owner and let the other work along as a member, or split the squad",
        "Houd één product owner en laat de ander als lid meewerken, of splits de squad",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    points_at=("product_owner",),
    good=(
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: [a, a], members: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: [{person: a, until: 2027-03-01}, {person: b, from: 2027-03-01}], members: [a, b]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}]
        squads: [{id: s, product_owner: [a, b, c], members: [b, c]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: [{person: a, until: 2027-04-01}, {person: b, from: 2027-03-01}], members: [a, b]}]
        """,
    ),
)
