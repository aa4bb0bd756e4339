"""PO005: a product owner has one squad to look after."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, squads
from ..succession import possible_owners

__all__ = ["RULE"]

MOST = "po.max_squads"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Count the squads that somebody owns."""
    owned, most = view.owned_by(person), limits[MOST]
    return Broken(len(owned), most, (person, *owned), {"squads": squads(owned)}) if len(owned) > most else None


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the people who ever own more squads than are allowed at once."""
    most = limits[MOST]
    counts = Counter(chain.from_iterable(index.owners.people.values()))
    found = {person for person, n in counts.items() if n > most}
    return [person for person in index.people if person in found] if found else ()


def may_break(index: Index, person: str, limits: Limits) -> bool:
    """Tell whether somebody ever owns more squads than allowed at once."""
    return len(index.owned_by.get(person, ())) > int(limits[MOST])


def instants(index: Index, person: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when somebody begins or stops to own a squad."""
    for squad in index.owned_by.get(person, ()):
        for stint in index.owners.stints(squad, person):
            yield from stint


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Appoint a member of one of the squads instead, first where the owner is not a member."""
    owned = sorted(view.owned_by(person), key=lambda s: person in view.members(s))
    for squad in owned:
        for other in possible_owners(view, squad, (person,))[:1]:
            yield Edit("appoint", {"person": other, "role": "product_owner", "of": squad, "replace": True})


RULE = Rule(
    code="PO005",
    name="stretched-product-owner",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("kniberg-2012", "Squads"),
    references=(Reference("less"), Reference("brunel", "tribe", "werkt ook mee in de squad")),
    formal="|{s : p ∈ owners(s,t)}| ≤ po.max_squads for every instant t",
    parameters=(
        Parameter(
            MOST,
            "squads",
            Wording("The most squads that one product owner looks after", "Hoeveel squads één product owner onder zich heeft"),
        ),
    ),
    message=Wording(
        "{subject} is product owner of {measured} squads at the same time ({squads}); at most {limit}",
        "{subject} is product owner van {measured} squads tegelijk ({squads}); maximaal {limit}",
    ),
    finds=Wording(
        "Somebody who owns more squads at one instant than the profile has an owner look after. It is legal in the whitepaper, as "
        "two memberships; a third is MB001.",
        "Iemand die op één moment product owner is van meer squads dan het profiel aan één product owner geeft. In de whitepaper "
        "mag het, als twee lidmaatschappen; een derde is MB001.",
    ),
    matters=Wording(
        "Two squads mean two missions that compete for one person's attention. Schools differ: Spotify gave every squad an owner of "
        "its own, LeSS lets one serve two to eight teams of one product.",
        "Twee squads zijn twee missies die om de aandacht van één mens strijden. Scholen verschillen: Spotify gaf elke squad een "
        "eigen product owner, bij LeSS bedient er één twee tot acht teams van één product.",
    ),
    remedy=Wording(
        "Appoint a member of one of the squads, or merge squads that share a mission",
        "Benoem een lid van een van de squads, of voeg squads met dezelfde missie samen",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    good=(
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: a, members: [a, b]}, {id: r, product_owner: b, members: [a, b]}]
        """,
        """
        people: [{id: a}]
        squads: [{id: s, product_owner: {person: a, until: 2027-01-01}}, {id: r, product_owner: {person: a, from: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: a, members: [a]}, {id: r, product_owner: a, members: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: {person: a, until: 2027-02-01}, members: [b]},
          {id: r, product_owner: {person: a, from: 2027-01-01}}]
        """,
    ),
)
