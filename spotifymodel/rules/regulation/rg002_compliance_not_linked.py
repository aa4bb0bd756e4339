"""RG002: compliance is linked to every squad that owns something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Phrase, Reference, Rule, Wording, people

__all__ = ["RULE"]

FIRST_LINE = Wording("; {names} is linked but not second line", "; {names} is gekoppeld maar geen tweede lijn")


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for a second-line person among the compliance partners of a squad that owns something.

    An empty squad counts only where nobody ever sits in it.
    """
    if not view.owned_products(squad) or not view.squad_in_use(squad):
        return None
    linked, records = view.advisers(squad), view.index.people
    if any(records[p].second_line for p in linked):
        return None
    return Broken(0, 1, linked, {"note": Phrase(FIRST_LINE, {"names": people(linked)}) if linked else ""})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that own something and have no second-line partner at all times."""
    second, advisers = set(index.second_line), index.advisers
    return [s for s in index.work.owned if s in advisers.spans or second.isdisjoint(advisers.people.get(s, ()))]


def fixes(view: View, squad: str, _broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Link the second-line person who advises the fewest squads."""
    load = {p: 0 for p in view.index.second_line if not view.index.people[p].vacancy}
    for other in view.index.advisers.people:
        for person in view.advisers(other):
            if person in load:
                load[person] += 1
    before = view.index.advisers.people.get(squad, ())
    for person in sorted(load, key=lambda p: load[p]):
        if person not in before:
            yield Edit("appoint", {"person": person, "role": "compliance", "of": squad})
            return


RULE = Rule(
    code="RG002",
    name="compliance-not-linked",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "to-management", "Zorg dat compliance in alle fasen van de processen goed is aangehaakt"),
    references=(Reference("brunel", "duties", "Borgt compliance"),),
    formal="∀s with owns(s) ≠ ∅: ∃q ∈ second_line: advises(q,s)",
    message=Wording(
        "No compliance partner from the second line is linked to squad {subject}{note}",
        "Aan squad {subject} is geen compliancepartner uit de tweede lijn gekoppeld{note}",
    ),
    finds=Wording(
        "A squad that owns a product, journey or service and to which no second-line risk or compliance officer is linked.",
        "Een squad die eigenaar is van een product, klantreis of dienst en waaraan niemand van risk of compliance uit de tweede lijn is "
        "gekoppeld.",
    ),
    matters=Wording(
        "A squad that decides quickly also decides quickly against a rule. The paper recommends that compliance is connected in every "
        "phase; a link, not a seat, keeps it independent.",
        "Een squad die snel beslist, beslist ook snel tegen een regel in. De whitepaper beveelt aan compliance in alle fasen aan te "
        "haken; een koppeling, geen plaats in de squad, houdt die onafhankelijk.",
    ),
    remedy=Wording(
        "Link a compliance officer to the squad from its first day on; one officer can serve several squads",
        "Koppel vanaf de eerste dag een compliance officer aan de squad; één officer kan meer squads bedienen",
    ),
    judge=judge,
    suspects=suspects,
    fixes=fixes,
    needs=("squad.compliance", "person.second_line"),
    worse="low",
    points_at=("compliance", "owns"),
    good=(
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        products: [{id: sparen}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen], compliance: [rik]}, {id: r, product_owner: anna}]}]
        """,
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        products: [{id: sparen}]
        tribes:
          - id: t
            squads: [{id: s, product_owner: {person: anna, from: 2027-01-01}, owns: [sparen], compliance: {person: rik, from: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        products: [{id: sparen}, {id: lenen}]
        tribes:
          - id: t
            squads: [{id: s, product_owner: anna, owns: [sparen], compliance: rik}, {id: r, product_owner: anna, owns: [lenen]}]
        """,
        """
        people: [{id: anna}, {id: rik, second_line: true}, {id: piet, second_line: true}]
        products: [{id: sparen}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [sparen], compliance: [anna, {person: rik, until: 2027-06-01}]}]}]
        """,
    ),
)
