"""SQ011: a squad has enough hours, not just heads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from ...graph.index import Index
from ...graph.moments import moments, sharing_moments
from ...graph.relation import END, People
from ...graph.stepping import common, totals, without
from ...graph.view import WHOLE, View, exact
from ...model.edits import Edit
from ...model.people import Person
from ..counting import COUNT_OWNER, heads
from ..rule import Broken, Limits, Missing, Parameter, Phrase, Reference, Rule, Wording, Worst

__all__ = ["RULE"]

LEAST = "squad.min_fte"
#: More than sums of hours in floats are off, less than any share that somebody declares.
ROUNDING = 1e-6
HEADS = (Wording("{number} head", "{number} hoofd"), Wording("{number} heads", "{number} hoofden"))


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Add up the hours of the people in a squad: the share of each in it times their contract.

    An undeclared contract counts as full; where a squad declares neither a contract nor a share of anybody, its hours are
    unknown. An empty squad is left to the rules about size and owner.
    """
    inside = heads(view, squad, limits)
    if not inside:
        return None
    hours = _hours(view, squad, inside)
    least = limits[LEAST]
    if hours >= exact(least):
        return None
    people = view.index.people
    if all(people[p].fte is None and view.declared(p, squad) is None for p in inside):
        return Missing(("person.fte", "squad.members.allocation"))
    return Broken(float(hours), least, inside, {"heads": Phrase(HEADS[len(inside) > 1], {"number": len(inside)})})


def _hours(view: View, squad: str, inside: People) -> Fraction:
    """Add up contracts times shares; of who gives all of a contract the contracts are counted, and added once."""
    whole: dict[float, int] = {}
    parts = Fraction(0)
    for person in inside:
        share, contract = view.allocation(person, squad), view.fte(person)
        if share is WHOLE:
            whole[contract] = whole.get(contract, 0) + 1
        else:
            parts += share * exact(contract)
    for contract, number in whole.items():
        parts += number * exact(contract)
    return parts


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads that a lower bound of their hours does not clear.

    Somebody who declares no share anywhere and no load elsewhere gives each of their squads at least an equal part.
    """
    least = _least_of_all(index)
    enough, steady = limits[LEAST] + ROUNDING, limits[COUNT_OWNER.name] == "union"
    dated = index.members.spans.keys() | index.owners.spans.keys()
    seated = index.squad_people.items()
    return [s for s, inside in seated if inside and (not steady or s in dated or sum(map(least.__getitem__, inside)) < enough)]


def _least_of_all(index: Index) -> dict[str, float]:
    """Return what everybody gives each of their squads at least, as :func:`_least` says of one; column by column."""
    people = index.people
    least = {one: 1.0 if record.fte is None else record.fte for one, record in people.items()}
    for person, squads in index.squad_counts.items():
        if squads > 1:
            least[person] /= squads
    nothing = set(index.declaring)
    if index.carries("person.role_load"):
        nothing.update(one for one, record in people.items() if record.role_load)
    if not {type(record.unit) for record in people.values()} <= {str, type(None)}:
        nothing.update(one for one, record in people.items() if _line_takes_part(record))
    least.update(dict.fromkeys(nothing & people.keys(), 0.0))
    return least


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether a lower bound of the hours of a squad leaves it in doubt; where people come and go it always does."""
    inside = index.squad_people.get(squad, ())
    if not inside or limits[COUNT_OWNER.name] != "union":
        return bool(inside)
    if squad in index.members.spans or squad in index.owners.spans:
        return True  # the stretch looks closer
    return bool(sum(_least(index, person) for person in inside) < limits[LEAST] + ROUNDING)


def _least(index: Index, person: str) -> float:
    """Return hours that somebody gives each of their squads at least: none where a share or a load elsewhere is declared."""
    squads = index.squads_of[person]
    part = _equal_part(index.people[person], len(squads))
    if not part:
        return 0.0
    return 0.0 if person in index.declaring else part


def _equal_part(record: Person, squads: int) -> float:
    """Return what somebody who declares no share gives each of so many squads: nothing where other work may take hours."""
    if record.role_load or _line_takes_part(record):
        return 0.0
    return (1.0 if record.fte is None else record.fte) / squads


def _line_takes_part(record: Person) -> bool:
    """Tell whether more is said of somebody's place in the line than its name, such as a share of their hours."""
    return not (record.unit is None or isinstance(record.unit, str))


def stretch(index: Index, squad: str, limits: Limits) -> Worst:
    """Return the first stretch with the fewest hours, where everybody tells a contract, no share, and has two squads at most.

    Who is nowhere else at the time gives all of their contract, else half of it. Of other squads the instants tell.
    """
    if limits[COUNT_OWNER.name] != "union":
        return None
    change: dict[dt.date, float] = {}
    for person, here in index.attendance.stays(squad).items():
        record, squads = index.people[person], index.squads_of[person]
        contract = record.fte
        if not contract or len(squads) > 2 or not _equal_part(record, 1) or person in index.declaring:
            return None
        for start, until in here:
            change[start] = change.get(start, 0.0) + contract
            change[until] = change.get(until, 0.0) - contract
        for other in squads:
            for start, until in common(here, index.attendance.stays(other)[person]) if other != squad else ():
                change[start] = change.get(start, 0.0) - contract / 2
                change[until] = change.get(until, 0.0) + contract / 2
    fewest, hours, found, lasts = float("inf"), 0.0, list[dt.date](), False
    for day in sorted(change):
        hours += change[day]
        if ROUNDING < hours < fewest - ROUNDING:
            fewest, found, lasts = hours, [day, END], True
        elif lasts and not -ROUNDING < hours - fewest < ROUNDING:
            found[1], lasts = day, False
    return (found[0], found[1]) if found and fewest < limits[LEAST] + ROUNDING else ()


def instants(index: Index, squad: str, limits: Limits) -> Iterable[dt.date]:
    """Return when somebody of the squad comes or goes, in it, in another squad, or in the line where that takes a share of them.

    Where a lower bound says that there are hours enough, nothing is looked at but the beginning of that time.
    """
    people = index.people
    if any(_line_takes_part(people[p]) for p in index.squad_people.get(squad, ())):
        return moments(index, "squad", squad, "people")
    found = sharing_moments(index, squad)
    if limits[COUNT_OWNER.name] != "union" or not (squad in index.members.spans or squad in index.owners.spans):
        return found
    least = {person: _least(index, person) for person in index.squad_people.get(squad, ())}
    floor = [*_at_least(index, squad, least), (END, float("inf"))]
    enough = limits[LEAST] + ROUNDING
    thin = [(day, until) for (day, low), (until, _) in pairwise(floor) if low < enough]
    return {d for day in set(found) for start, until in thin if start <= day <= until for d in (day, start, until)}


def _at_least(index: Index, squad: str, least: Mapping[str, float]) -> list[tuple[dt.date, float]]:
    """Return a lower bound of the hours of a squad from every day on which it changes; infinity while nobody is there.

    Somebody who is nowhere else at the time gives all of their contract, else what they give each of their squads at least.
    """
    pieces: list[tuple[dt.date, dt.date, float]] = []
    for person, stays in index.attendance.stays(squad).items():
        low, here, squads = least[person], list(stays), index.squads_of[person]
        if low and len(squads) > 1:
            elsewhere = [stay for other in squads if other != squad for stay in index.attendance.stays(other)[person]]
            alone = without(here, elsewhere)
            pieces += [(start, until, low * len(squads)) for start, until in alone]
            here = without(here, alone)
        pieces += [(start, until, low) for start, until in here]
    return [(day, total if number else float("inf")) for day, number, total in totals(pieces)]


def fixes(view: View, squad: str, broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """End the second membership of the member with most hours to win."""
    owned = {p: view.owned_by(p) for p in broken.evidence}
    gains = [
        (view.allocation(person, other) * exact(view.fte(person)), person, other)
        for person in broken.evidence
        for other in view.squads_of(person)
        if other != squad and other not in owned[person] and view.declared(person, squad) is None
    ]
    for _, person, other in sorted(gains, key=lambda one: -one[0])[:2]:
        yield Edit("quit", {"person": person, "squad": other})


RULE = Rule(
    code="SQ011",
    name="thin-squad",
    kind="squad",
    severity="advice",
    confidence="inferred",
    source=Reference("mortensen-gardner-2017"),
    references=(Reference("bertolotti-2015"), Reference("weinberg-1992")),
    formal="Σ_{p∈M(s)} alloc(p,s)·fte(p) ≥ squad.min_fte",
    parameters=(
        COUNT_OWNER,
        Parameter(LEAST, "FTE", Wording("The least hours of a squad, in full-time equivalents", "Hoeveel fte een squad minstens heeft")),
    ),
    message=Wording(
        "Squad {subject} has {heads} but only {measured} FTE; at least {limit} is advised",
        "Squad {subject} telt {heads} maar slechts {measured} fte; minstens {limit} is het advies",
    ),
    finds=Wording(
        "A squad whose people together bring fewer hours than the profile advises: contract hours times their share in this squad. "
        "What somebody does not declare is what is left, shared equally over their squads.",
        "Een squad waarvan de mensen samen minder uren meebrengen dan het profiel adviseert: contracturen maal hun aandeel in deze "
        "squad. Wat iemand niet opgeeft is wat overblijft, gelijk verdeeld over diens squads.",
    ),
    matters=Wording(
        "Nine names on the wall say little when most of them are elsewhere half of the time. Switching between teams costs hours on "
        "top of those that are shared.",
        "Negen namen op de muur zeggen weinig als de meesten de helft van de tijd elders zijn. Wisselen tussen teams kost bovendien "
        "extra uren.",
    ),
    remedy=Wording(
        "Raise the share of members in this squad, end second memberships, or merge it with a squad that shares its people",
        "Verhoog het aandeel van leden in deze squad, beëindig tweede lidmaatschappen, of voeg haar samen met een squad die mensen deelt",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    stretch=stretch,
    fixes=fixes,
    needs=("person.fte|squad.members.allocation|squad.product_owner.allocation",),
    reach="people",
    worse="low",
    points_at=("members",),
    good=(
        """
        people: [{id: a, fte: 0.8}, {id: b, fte: 0.8}, {id: c}, {id: d}, {id: e, fte: 0.4}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e]}]}]
        """,
        """
        people: [{id: a, fte: 1.0}, {id: b}, {id: c}, {id: d}, {id: e}]
        tribes:
          - id: t
            squads:
              - {id: s, product_owner: a, members: [a, b, c, {person: d, until: 2027-06-01}, {person: e, from: 2027-06-01}]}
        """,
    ),
    bad=(
        """
        people: [{id: a, fte: 0.2}, {id: b, fte: 0.2}, {id: c, fte: 0.2}, {id: d, fte: 0.2}, {id: e, fte: 0.2}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e]}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, {person: d, allocation: 0.5}]}]}]
        """,
        """
        people: [{id: a, fte: 1.0}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}]
        tribes:
          - id: t
            squads:
              - {id: s, product_owner: a, members: [a, b, c, d]}
              - {id: r, product_owner: e, members: [e, f, g, {person: a, from: 2027-03-01}, {person: b, from: 2027-03-01}]}
        """,
    ),
)
