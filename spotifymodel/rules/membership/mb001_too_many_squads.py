"""MB001: nobody works in more than two squads at once."""

from __future__ import annotations

from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, squads

__all__ = ["RULE"]

MOST = "membership.max"
BINDS = "membership.binds"


def judge(view: View, person: str, limits: Limits) -> Broken | None:
    """Count the squads in which somebody is member or owner, whichever tribe, with or without a chapter."""
    where, bound = view.squads_of(person), limits[BINDS]
    if "owner" not in bound:
        where = tuple(s for s in where if person in view.members(s))
    elif "member" not in bound:
        where = view.owned_by(person)
    most = limits[MOST]
    return Broken(len(where), most, (person, *where), {"squads": squads(where)}) if len(where) > most else None


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the people who, over all time, appear in more squads than are allowed at once."""
    most = limits[MOST]
    counts = index.squad_counts
    if max(counts.values(), default=0) <= most:
        return ()
    found = {person for person, n in counts.items() if n > most}
    return [person for person in index.people if person in found]


def may_break(index: Index, person: str, limits: Limits) -> bool:
    """Tell whether somebody ever appears in more squads than allowed."""
    return bool(len(index.squads_of.get(person, ())) > limits[MOST])


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Leave a squad that the person does not own, the largest first."""
    owned = view.owned_by(person)
    where = [s for s in view.squads_of(person) if s not in owned]
    for squad in sorted(where, key=lambda s: (-len(view.squad_people(s)), s)):
        yield Edit("quit", {"person": person, "squad": squad})


RULE = Rule(
    code="MB001",
    name="too-many-squads",
    kind="person",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "tribe", "in maximaal twee squads tegelijk"),
    references=(Reference("mortensen-gardner-2017"),),
    formal="|{s: member(p,s,t) ∨ owns_backlog(p,s,t)}| ≤ membership.max for every instant t",
    parameters=(
        Parameter(
            BINDS,
            "reading",
            Wording(
                "Which seats count: those of members, of product owners, or of both",
                "Welke plaatsen tellen: die van leden, van product owners, of van beide",
            ),
        ),
        Parameter(
            MOST,
            "squads",
            Wording("The most squads in which somebody may work at once", "In hoeveel squads iemand tegelijk mag werken"),
        ),
    ),
    message=Wording(
        "{subject} works in {measured} squads at the same time ({squads}); at most {limit}",
        "{subject} werkt in {measured} squads tegelijk ({squads}); maximaal {limit}",
    ),
    finds=Wording(
        "Somebody who is member or product owner of more squads at one instant than the profile allows. Dates are half-open: "
        "a hand-over on one day does not count twice.",
        "Iemand die op één moment lid of product owner is van meer squads dan het profiel toestaat. Een overdracht op één dag "
        "telt niet dubbel.",
    ),
    matters=Wording(
        "Every further team costs switching time, and a shock in one team travels to the others through the people they share.",
        "Elk extra team kost omschakeltijd, en een schok in het ene team slaat via gedeelde mensen over op de andere.",
    ),
    remedy=Wording(
        "Let the person leave a squad, teach the skill to somebody else, or hire",
        "Laat de persoon een squad verlaten, leid iemand anders op, of werf",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    good=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: ben, members: [anna]}, {id: b, product_owner: anna, members: [anna]}]}]
        """,
        """
        people: [{id: anna}]
        squads: [{id: a, product_owner: {person: anna, until: 2027-01-01}}, {id: b, product_owner: anna},
          {id: c, product_owner: {person: anna, from: 2027-01-01}}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, members: [anna]}, {id: b, members: [anna, ben]}, {id: c, product_owner: anna}]}]
        """,
        """
        people: [{id: anna}]
        squads: [{id: a, members: [{person: anna, until: 2027-01-02}]}, {id: b, members: [anna]},
          {id: c, members: [{person: anna, from: 2027-01-01}]}]
        """,
    ),
)
