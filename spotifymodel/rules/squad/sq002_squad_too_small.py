"""SQ002: a squad of one or two seldom covers a mission."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.moments import moments
from ...graph.view import View
from ...model.edits import Edit
from ..counting import COUNT_OWNER, heads
from ..dating import ALWAYS
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst

__all__ = ["RULE"]

LEAST = "squad.min"
MOST = "squad.max"


def judge(view: View, squad: str, limits: Limits) -> Broken | None:
    """Count the people of a squad in use: one that is still empty, or empty again, is too small only if it never fills."""
    inside = heads(view, squad, limits)
    least = limits[LEAST]
    if len(inside) >= least or (not inside and not view.squad_people(squad) and view.index.squad_people.get(squad)):
        return None
    return Broken(len(inside), least, inside)


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads that are small over all time, and those where people come and go."""
    least, dated, reading = limits[LEAST], index.members.spans.keys() | index.owners.spans.keys(), limits[COUNT_OWNER.name]
    if reading != "union":  # fewer count than ever appear
        return list(index.squads)
    return [squad for squad, people in index.squad_people.items() if len(people) < least or squad in dated]


def stretch(index: Index, squad: str, limits: Limits) -> Worst:
    """Return the first stretch with the fewest people, none at all only where it never fills; where owners do not count, instants tell."""
    if limits[COUNT_OWNER.name] != "union":
        return None
    fewest = index.attendance.fewest(squad)
    if fewest >= limits[LEAST]:
        return ()
    if not fewest:
        return index.life.get(squad, ALWAYS)
    return next((start, until) for start, until, number in index.attendance.counts(squad) if number == fewest)


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when members and owners come and go."""
    return moments(index, "squad", squad, "own")


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Merge the squad into the smallest one of its tribe with which it is large enough and not too large."""
    tribe = view.index.tribe_of.get(squad)
    others = [s for s in view.squads_in(tribe) if s != squad] if tribe is not None else []
    sizes = {s: len({*view.index.squad_people[s], *view.index.squad_people[squad]}) for s in others}
    fitting = [s for s in others if limits[LEAST] <= sizes[s] <= limits[MOST]]
    if fitting:
        into = min(fitting, key=lambda s: sizes[s])
        yield Edit("merge", {"subjects": [f"squad:{into}", f"squad:{squad}"], "into": into})


RULE = Rule(
    code="SQ002",
    name="squad-too-small",
    kind="squad",
    severity="advice",
    confidence="inferred",
    source=Reference("scrum-2017", "Development Team Size"),
    references=(Reference("team-topologies-2019"), Reference("team-size")),
    formal="|members(s,t) ∪ owners(s,t)| ≥ squad.min for every instant t at which s is in use",
    parameters=(
        COUNT_OWNER,
        Parameter(
            LEAST,
            "people",
            Wording("The fewest people with whom a squad can cover a mission", "Met hoeveel mensen een squad minstens een missie aankan"),
        ),
        Parameter(
            MOST,
            "people",
            Wording(
                "The most people in a squad, for a merger that is proposed", "Het maximum in een squad, voor een voorgestelde samenvoeging"
            ),
        ),
    ),
    message=Wording(
        "Squad {subject} is small: {measured} of at least {limit} people, which is seldom enough to cover a mission end to end",
        "Squad {subject} is klein: {measured} van minimaal {limit} mensen; daarmee lukt een missie zelden van begin tot eind",
    ),
    finds=Wording(
        "A squad with fewer people than the profile asks for, at an instant at which anybody sits in it, or one in which nobody "
        "ever sits. The whitepaper has no lower bound; this one comes from elsewhere and is advice.",
        "Een squad met minder mensen dan het profiel vraagt, op een moment dat er iemand in zit, of een squad waarin nooit iemand "
        "zit. De whitepaper kent geen ondergrens; deze komt van elders en is een advies.",
    ),
    matters=Wording(
        "With one or two people a squad lacks skills that its mission needs, waits for other squads to fill the gap, and stands "
        "still when somebody is ill.",
        "Met één of twee mensen mist een squad vaardigheden die de missie vraagt, wacht hij op andere squads en valt hij stil als "
        "er iemand ziek is.",
    ),
    remedy=Wording(
        "Merge it with a neighbouring squad, move somebody in, or hire",
        "Voeg de squad samen met een verwante squad, plaats er iemand bij, of werf",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    stretch=stretch,
    fixes=fixes,
    worse="low",
    points_at=("members", "product_owner", "id"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: po}]
        tribes: [{id: t, squads: [{id: s, product_owner: po, members: [a, b]}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        squads: [{id: s, product_owner: {person: a, from: 2027-01-01}, members: [{person: b, from: 2027-01-01},
          {person: c, from: 2027-01-01, until: 2027-06-01}, {person: d, from: 2027-06-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b]}, {id: r, product_owner: c, members: [c, d, a]}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}]
        squads: [{id: s, product_owner: a, members: [a, b, {person: c, until: 2027-06-01}]}]
        """,
    ),
)
