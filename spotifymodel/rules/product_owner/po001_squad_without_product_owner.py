"""PO001: every squad is steered by a product owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.relation import BEGIN, END, People
from ...graph.stepping import without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import ALWAYS, bounds
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst
from ..succession import possible_owners

__all__ = ["RULE"]

VACANCY = "squad.po_vacancy_ok"


def judge(view: View, squad: str, limits: Limits) -> Broken | None:
    """Ask for an owner wherever there is a member, and for one at some time in every squad.

    A vacancy holds the seat in design mode (in live mode it stands nowhere), unless the profile reads it otherwise.
    """
    holding = _holding(view.index, view.owners(squad), limits)
    members = view.members(squad)
    if holding or (not members and _holding(view.index, view.index.owners.people.get(squad, ()), limits)):
        return None
    return Broken(evidence=members)


def _holding(index: Index, owners: People, limits: Limits) -> People:
    return owners if limits[VACANCY] else tuple(p for p in owners if not index.people[p].vacancy)


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads that never have an owner, and those whose owners come and go while somebody is a member."""
    if limits[VACANCY] and not index.owners.spans:
        owners = index.owners.people
        return [squad for squad in index.squads if not owners.get(squad)]
    return [squad for squad in index.squads if may_break(index, squad, limits)]


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether a squad never has an owner, or has owners with dates: the stretch looks closer."""
    return not limits[VACANCY] or not index.owners.people.get(squad) or squad in index.owners.spans


def stretch(index: Index, squad: str, limits: Limits) -> Worst:
    """Return the first stretch in which there are members and no owner; all its life where there never is an owner."""
    owners = _holding(index, index.owners.people.get(squad, ()), limits)
    if not owners:
        return index.life.get(squad, ALWAYS)
    held = [stint for person in owners for stint in index.owners.stints(squad, person)]
    first, last = held[0] if len(held) == 1 else ALWAYS[::-1]  # one owner, who outstays everybody: the common case
    dated = index.members.spans.get(squad)
    if dated is None:
        there = [ALWAYS] if index.members.people.get(squad) else []
    else:
        there = [(start, until) for spans in dated.values() for start, until, _ in spans if start < first or until > last]
    return next(iter(without(there, held)), ()) if there else ()


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Appoint a member, for as long as nobody owns the squad and they are a member; then merge with another squad."""
    index, day = view.index, view.day
    taken = [stint for p in index.owners.people.get(squad, ()) for stint in index.owners.stints(squad, p)]
    candidates: list[tuple[bool, str, tuple[dt.date, dt.date]]] = []
    for person in possible_owners(view, squad):
        stints = [(BEGIN, END)] if day is None else index.members.stints(squad, person)
        free = [(a, b) for a, b in without(stints, taken) if day is None or a <= day < b]
        candidates += [(not any(low <= b < high for low, high in stints), person, (a, b)) for a, b in free]
    for _, person, stretch in sorted(candidates, key=lambda x: x[0]):
        yield Edit("appoint", {"person": person, "role": "product_owner", "of": squad, **bounds(stretch)})


RULE = Rule(
    code="PO001",
    name="squad-without-product-owner",
    kind="squad",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "tribe", "Een squad wordt aangestuurd door de product owner"),
    references=(Reference("kniberg-2012", "Squads"), Reference("scrum-2020")),
    formal="members(s,t) ≠ ∅ ⇒ owners(s,t) ≠ ∅ for every instant t; and ∃t: owners(s,t) ≠ ∅",
    parameters=(
        Parameter(
            VACANCY,
            "reading",
            Wording(
                "Whether a vacancy holds the seat of the product owner in a design",
                "Of een vacature in een ontwerp de plaats van product owner bezet houdt",
            ),
        ),
    ),
    message=Wording(
        "Squad {subject} has no product owner; every squad is steered by one",
        "Squad {subject} heeft geen product owner; elke squad wordt door een product owner aangestuurd",
    ),
    finds=Wording(
        "A squad that at some instant has a member and no product owner, or that never has a product owner at all. Before its first "
        "member arrives a squad may wait for its owner.",
        "Een squad die op enig moment wel een lid en geen product owner heeft, of die nooit een product owner heeft. Vóór het eerste "
        "lid mag een squad op zijn product owner wachten.",
    ),
    matters=Wording(
        "Nobody sets priorities, nobody speaks for the squad, and nobody has final responsibility. In practice the chapter lead or a "
        "manager from outside fills the gap.",
        "Niemand bepaalt de prioriteiten, niemand vertegenwoordigt de squad en niemand is eindverantwoordelijk. In de praktijk vult "
        "de chapter lead of een manager van buiten het gat.",
    ),
    remedy=Wording(
        "Appoint an eligible member; else train or hire one, or merge the squad with one that has an owner",
        "Benoem een geschikt lid; leid anders iemand op, werf iemand, of voeg de squad samen met een squad die wel een product owner heeft",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    fixes=fixes,
    points_at=("product_owner", "members", "id"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: open, vacancy: true}]
        squads: [{id: s, product_owner: a, members: [b]}, {id: r, product_owner: open, members: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: [{person: a, until: 2027-03-01}, {person: b, from: 2027-03-01}],
          members: [{person: b, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b, seniority: senior}]
        squads: [{id: s, members: [a, b]}, {id: empty}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: [{person: a, until: 2027-03-01}, {person: a, from: 2027-04-01}], members: [b]}]
        """,
    ),
)
