"""PO004: the product owner works in the squad."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.relation import BEGIN, END
from ...graph.stepping import together, without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import bounds
from ..rule import Broken, Limits, Reference, Rule, Wording, Worst

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for owners who are not listed as members."""
    owners = view.owners(squad)
    if not owners:
        return None
    members = view.members(squad)
    absent = tuple(p for p in owners if p not in members)
    return Broken(evidence=absent) if absent else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads with an owner who is never a member, or where owners or members come and go."""
    members, together, dated = index.members.people, index.squad_people, index.members.spans.keys() | index.owners.spans.keys()
    # an owner who is no member comes on top of them in the table of all people of a squad
    return [s for s in index.owners.people if len(together[s]) > len(members.get(s, ())) or s in dated]


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether an owner of a squad is never one of its members, or has other dates as a member."""
    owners, members = index.owners.people.get(squad, ()), index.members.people.get(squad, ())
    owning, inside = index.owners.spans.get(squad), index.members.spans.get(squad)
    if owning is None and inside is None:
        return any(p not in members for p in owners)
    if owning is None or inside is None:
        return bool(owners)
    return any(owning[p] != inside.get(p) for p in owners)


def stretch(index: Index, squad: str, _limits: Limits) -> Worst:
    """Return the first stretch in which somebody owns the squad without being a member."""
    owners, members = index.owners, index.members
    absent = [free for p in owners.people.get(squad, ()) for free in without(owners.stints(squad, p), members.stints(squad, p))]
    return together(absent)[0] if absent else ()


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Let the owner join, for as long as they own the squad without being a member; they count in it already."""
    index, day = view.index, view.day
    for person in broken.evidence:
        owning = [(BEGIN, END)] if day is None else index.owners.stints(squad, person)
        missing = without(owning, index.members.stints(squad, person))
        for stretch in [(a, b) for a, b in missing if day is None or a <= day < b]:
            yield Edit("join", {"person": person, "squad": squad, **bounds(stretch)})


RULE = Rule(
    code="PO004",
    name="absent-product-owner",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "werkt ook mee in de squad"),
    references=(Reference("agile-alliance-poclac"),),
    formal="p ∈ owners(s,t) ⇒ p ∈ members(s,t) for every instant t",
    message=Wording(
        "{who} steers squad {subject} without being one of its members; the product owner also works in the squad",
        "{who} stuurt squad {subject} aan zonder er lid van te zijn; de product owner werkt ook mee in de squad",
    ),
    finds=Wording(
        "A product owner who is not listed among the members of the squad. The owner counts among its people all the same, for "
        "SQ001 and for MB001.",
        "Een product owner die niet bij de leden van de squad staat. Voor SQ001 en MB001 telt de product owner evengoed mee.",
    ),
    matters=Wording(
        "An owner at a distance becomes a client with a list of wishes; somebody in the squad then answers the daily questions "
        "without the mandate to.",
        "Een product owner op afstand wordt een opdrachtgever met een verlanglijst; iemand in de squad beantwoordt dan de dagelijkse "
        "vragen zonder mandaat.",
    ),
    remedy=Wording(
        "Make the owner a member of the squad, or let a member own it",
        "Maak de product owner lid van de squad, of laat een lid product owner zijn",
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
        squads: [{id: s, product_owner: a, members: [a, b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: {person: a, from: 2027-01-01, until: 2027-07-01}, members: [{person: a, from: 2026-06-01}, b]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: a, members: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: {person: a, from: 2027-01-01, until: 2027-07-01}, members: [{person: a, from: 2027-03-01}, b]}]
        """,
    ),
)
