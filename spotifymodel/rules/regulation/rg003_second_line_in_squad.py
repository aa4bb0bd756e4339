"""RG003: the second line stays independent of the squads that it looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, squads

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Count the squads in which somebody of the second line is member or owner."""
    if not view.index.people[person].second_line:
        return None
    where = view.squads_of(person)
    return Broken(len(where), 0, (person, *where), {"squads": squads(where)}) if where else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the second-line people who ever sit in a squad."""
    return [person for person in index.second_line if person in index.squad_counts]


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody of the second line ever sits in a squad."""
    return index.people[person].second_line and person in index.squad_counts


def fixes(view: View, person: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Take the person out of a squad as member, or as owner; a link as compliance partner stays."""
    for squad in broken.evidence[1:]:
        if person in view.members(squad) and person in view.owners(squad):
            yield Edit("quit", {"person": person, "squad": squad})
        elif person in view.members(squad):
            yield Edit("quit", {"person": person, "squad": squad, "role": "member"})
        else:
            yield Edit("relieve", {"person": person, "role": "product_owner", "of": squad})


RULE = Rule(
    code="RG003",
    name="second-line-in-squad",
    kind="person",
    severity="advice",
    confidence="inferred",
    source=Reference("three-lines"),
    references=(Reference("brunel", "to-management", "compliance in alle fasen van de processen goed is aangehaakt"),),
    formal="p ∈ second_line ⇒ ¬member(p,s) ∧ ¬owns_backlog(p,s)",
    message=Wording(
        "{subject} is second line and works in {squads}: independence",
        "{subject} is tweede lijn en werkt in {squads}: onafhankelijkheid",
    ),
    finds=Wording(
        "Somebody marked as independent risk or compliance who is member or product owner of a squad.",
        "Iemand die als onafhankelijke risk of compliance is aangemerkt en lid of product owner van een squad is.",
    ),
    matters=Wording(
        "Who shares the goals of a squad cannot judge it from outside. The second line advises and challenges; it does not decide or "
        "deliver.",
        "Wie de doelen van een squad deelt, kan haar niet van buiten beoordelen. De tweede lijn adviseert en daagt uit; zij beslist en "
        "levert niet.",
    ),
    remedy=Wording(
        "Make it a link as compliance partner instead of a seat",
        "Maak er een koppeling als compliancepartner van in plaats van een plaats",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    points_at=("second_line",),
    good=(
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna], compliance: rik}]}]
        """,
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna], compliance: {person: rik, from: 2027-01-01}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, members: [anna, rik], compliance: rik}]}]
        """,
        """
        people: [{id: anna}, {id: rik, second_line: true}]
        tribes: [{id: t, squads: [{id: s, product_owner: [anna, {person: rik, from: 2027-01-01, until: 2027-02-01}], members: [anna]}]}]
        """,
    ),
)
