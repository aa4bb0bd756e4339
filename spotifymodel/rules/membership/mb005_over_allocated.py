"""MB005: nobody's declared shares exceed their contract hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from ...graph.index import Index
from ...graph.view import View, each_post, exact
from ...model.edits import Edit
from ...model.people import Person
from ...model.seats import Seat, each_seat
from ..rule import Broken, Limits, Reference, Rule, Wording, squads

__all__ = ["RULE"]

#: All of somebody's contract hours: arithmetic, not a limit that anybody set.
WHOLE = 1


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Add up what somebody declares: shares in squads, loads of roles, posts in the line.

    Only declared shares count, so nobody is over-allocated by a guess; as member and owner of one squad the larger share
    counts once.
    """
    load = view.declared_load(person)
    if load <= WHOLE:
        return None
    where = tuple(s for s in view.squads_of(person) if view.declared(person, s) is not None)
    facts = {"percent": round(100 * float(load)), "squads": squads(where) or "–"}
    return Broken(float(load), WHOLE, (person, *where), facts)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the people whose declared shares of all times together exceed their contract."""
    total: Counter[str] = Counter()
    for relation in (index.members, index.owners):
        for declared in relation.shares.values():
            total.update(declared)
        for dated in relation.spans.values():
            for person, spans in dated.items():
                shares = [share for _, _, share in spans if share is not None]
                if shares:
                    total[person] += max(shares)  # type: ignore[assignment]
    for person, record in index.people.items():
        if record.role_load or not (record.unit is None or isinstance(record.unit, str)):
            total[person] += _beside_squads(record)  # type: ignore[assignment]
    over = {person for person, share in total.items() if share > WHOLE - 1e-9}
    return [person for person in index.people if person in over] if over else ()


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether what somebody declares at any time is together more than their contract."""
    total = _beside_squads(index.people[person])
    for squad in index.squads_of.get(person, ()) if person in index.declaring else ():
        for relation in (index.members, index.owners):
            if squad in relation.shares:
                total += relation.shares[squad].get(person, 0.0)
            elif squad in relation.spans:
                total += max([share or 0.0 for _, _, share in relation.spans[squad].get(person, ())], default=0.0)
    return total > WHOLE - 1e-9


def _beside_squads(record: Person) -> float:
    """Add up what somebody declares of all times outside squads: loads of roles, and posts in the line."""
    return sum(record.role_load.values()) + sum(post.allocation or 0 for post in each_post(record.unit, "unit"))


def fixes(view: View, person: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Lower the largest share in a squad by what is too much; else leave the squad with the smallest that is enough."""
    excess = view.declared_load(person) - WHOLE
    shares = {s: exact(a) for s in broken.evidence[1:] if (a := view.declared(person, s)) is not None}
    for squad, share in sorted(shares.items(), key=lambda one: -one[1])[:1]:
        if share > excess:
            yield Edit("change", {"kind": "squad", "id": squad, "fields": _lowered(view, person, squad, share - excess)})
    owned = view.owned_by(person)
    for squad, share in sorted(shares.items(), key=lambda one: one[1]):
        if share >= excess and squad not in owned:
            yield Edit("quit", {"person": person, "squad": squad})
            return


def _lowered(view: View, person: str, squad: str, most: Fraction) -> dict[str, Any]:
    """Return the seats of a squad in which nobody else's share changes."""
    record, resolve = view.index.squads[squad], view.index.names["person"].resolve
    fields: dict[str, Any] = {}
    for field in ("members", "product_owner"):
        seats = [
            Seat(person=one.person, allocation=float(most), start=one.start, until=one.until)
            if resolve(one.person) == person and one.allocation is not None and exact(one.allocation) > most
            else one
            for one in each_seat(getattr(record, field))
        ]
        if tuple(seats) != tuple(each_seat(getattr(record, field))):
            fields[field] = [one if _more_is_said(one) else one.person for one in seats]
    return fields


def _more_is_said(seat: Seat) -> bool:
    return seat.allocation is not None or seat.start is not None or seat.until is not None


RULE = Rule(
    code="MB005",
    name="over-allocated",
    kind="person",
    severity="error",
    confidence="inferred",
    source=Reference("mortensen-gardner-2017"),
    references=(Reference("weinberg-1992"),),
    formal="Σ_s declared alloc(p,s,t) + Σ declared posts in the line + Σ declared role_load(p) ≤ 1 for every instant t",
    message=Wording(
        "{subject} is allocated {percent}% of contract hours (squads: {squads})",
        "{subject} is ingezet voor {percent}% van de contracturen (squads: {squads})",
    ),
    finds=Wording(
        "Somebody whose declared shares in squads, in units of the line and in roles add up to more than the contract. A share that is "
        "not declared is what is left and never makes anybody over-allocated; the duties of owner and lead are part of the squad time "
        "unless a role load is declared.",
        "Iemand van wie de opgegeven aandelen in squads, afdelingen en rollen samen meer zijn dan het contract. Een niet opgegeven "
        "aandeel is wat overblijft en maakt niemand overbezet; de taken van eigenaar en lead vallen binnen de squadtijd, tenzij een "
        "rolbelasting is opgegeven.",
    ),
    matters=Wording(
        "Hours that are given away twice do not exist. Each team plans with them, and each team is late.",
        "Uren die twee keer zijn weggegeven bestaan niet. Elk team plant ermee, en elk team komt te laat.",
    ),
    remedy=Wording(
        "Lower a share, leave a squad, or hand a role over",
        "Verlaag een aandeel, verlaat een squad, of draag een rol over",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    fixes=fixes,
    points_at=("role_load",),
    good=(
        """
        people: [{id: anna, role_load: {chapter_lead: 0.4}}, {id: ben}]
        tribes:
          - id: t
            squads:
              - {id: a, product_owner: {person: anna, allocation: 0.6}, members: [{person: anna, allocation: 0.6}, ben]}
              - {id: b, product_owner: ben, members: [ben, anna]}
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            squads:
              - {id: a, product_owner: ben, members: [{person: anna, allocation: 0.7, until: 2027-01-01}]}
              - {id: b, product_owner: ben, members: [{person: anna, allocation: 0.7, from: 2027-01-01}, {person: ben, allocation: 0.3}]}
        """,
    ),
    bad=(
        """
        people: [{id: anna, role_load: {chapter_lead: 0.4}}, {id: ben}]
        tribes: [{id: t, squads: [{id: a, product_owner: ben, members: [{person: anna, allocation: 0.7}]}]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        tribes:
          - id: t
            squads:
              - {id: a, product_owner: ben, members: [{person: anna, allocation: 0.7, until: 2027-01-02}]}
              - {id: b, product_owner: ben, members: [{person: anna, allocation: 0.7, from: 2027-01-01}]}
        """,
        """
        people: [{id: anna, unit: {unit: oud, allocation: 0.5, until: 2027-06-01}}, {id: ben}]
        units: [{id: oud}]
        tribes: [{id: t, squads: [{id: a, product_owner: ben, members: [{person: anna, allocation: 0.8, from: 2027-03-01}]}]}]
        """,
    ),
)
