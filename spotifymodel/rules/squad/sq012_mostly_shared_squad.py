"""SQ012: a squad has a stable core of people who work nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.moments import sharing_moments
from ...graph.stepping import totals
from ...graph.view import View
from ...model.edits import Edit
from ..counting import COUNT_OWNER, heads
from ..rule import Broken, Limits, Parameter, Phrase, Reference, Rule, Wording, people

__all__ = ["RULE"]

CORE = "squad.core"

ONE = Wording("the only person also works", "werkt de enige ook")
SOME = Wording("{shared} of {size} people also work", "werken {shared} van {size} mensen ook")


def judge(view: View, squad: str, limits: Limits) -> Broken | None:
    """Compare the share of people who sit in this squad only with what a core takes."""
    inside = heads(view, squad, limits)
    shared = tuple(p for p in inside if len(view.squads_of(p)) > 1)
    core, least = len(inside) - len(shared), limits[CORE]
    if not shared or core / len(inside) >= least:
        return None
    said = Phrase(ONE) if len(inside) == 1 else Phrase(SOME, {"shared": len(shared), "size": len(inside)})
    return Broken(core / len(inside), least, shared, {"work": said, "names": people(shared)})


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads where too many people ever sit in several squads; with dates, where anybody does."""
    several = {p for p, n in index.squad_counts.items() if n > 1}
    if not several:
        return ()
    core, steady = limits[CORE], limits[COUNT_OWNER.name] == "union"
    dated = index.members.spans.keys() | index.owners.spans.keys()
    shared = {squad: (len(several.intersection(inside)), len(inside)) for squad, inside in index.squad_people.items()}
    return [
        squad
        for squad, (away, size) in shared.items()
        if away and (may_break(index, squad, limits) if squad in dated else not steady or (size - away) / size < core)
    ]


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether so many people of a squad are ever in another one that they may leave too small a core."""
    inside, elsewhere, core = index.squad_people.get(squad, ()), index.squads_of, limits[CORE]
    several = [p for p in inside if len(elsewhere[p]) > 1]
    if not several or limits[COUNT_OWNER.name] != "union":
        return bool(several)
    if squad not in index.members.spans and squad not in index.owners.spans:
        return bool((len(inside) - len(several)) / len(inside) < core)
    fewest = index.attendance.fewest(squad)
    if fewest > len(several) and (fewest - len(several)) / fewest >= core:
        return False
    # At every instant: those of the core weigh what they add to it, those who are shared what they take away.
    stays, away, here = index.attendance.stays(squad), -core, 1 - core
    pieces = [(start, until, away if p in several else here) for p, spans in stays.items() for start, until in spans]
    return any(number and weight < 1e-6 for _, number, weight in totals(pieces))


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when somebody of the squad comes or goes, in it or in another one."""
    return sharing_moments(index, squad)


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Let somebody leave another squad that they do not own, the largest such squad first."""
    elsewhere = [(p, s) for p in broken.evidence for s in view.squads_of(p) if s != squad and p not in view.owners(s)]
    for person, other in sorted(elsewhere, key=lambda x: -len(view.squad_people(x[1]))):
        yield Edit("quit", {"person": person, "squad": other})


RULE = Rule(
    code="SQ012",
    name="mostly-shared-squad",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("bertolotti-2015"),
    references=(Reference("kniberg-2012", "What about the squads"), Reference("huckman-staats-2013"), Reference("mortensen-gardner-2017")),
    formal="|{p ∈ P(s,t) : squads(p,t) = {s}}| / |P(s,t)| ≥ squad.core for every instant t; P = members ∪ owners",
    parameters=(
        COUNT_OWNER,
        Parameter(
            CORE,
            "share",
            Wording(
                "The share of a squad that works in no other squad, at least", "Welk deel van een squad minstens in geen andere squad werkt"
            ),
        ),
    ),
    message=Wording(
        "In squad {subject}, {work} in another squad ({names}); there is no stable core",
        "In squad {subject} {work} in een andere squad ({names}); er is geen vaste kern",
    ),
    finds=Wording(
        "A squad in which, at some instant, fewer people than the profile asks for work in this squad only. The share is ours; "
        "the sources say that sharing people helps up to a point and then hurts.",
        "Een squad waarin op enig moment minder mensen dan het profiel vraagt alleen in deze squad werken. Het aandeel is van ons; "
        "de bronnen zeggen dat mensen delen tot op zekere hoogte helpt en daarna schaadt.",
    ),
    matters=Wording(
        "A team gets better by staying together. Where most people have another team to go to, every meeting waits for somebody, "
        "and no one is there when it counts.",
        "Een team wordt beter door bij elkaar te blijven. Hebben de meesten nog een team, dan wacht elk overleg op iemand en is er "
        "niemand op het moment dat het telt.",
    ),
    remedy=Wording(
        "Let some people choose this squad alone, and replace them elsewhere",
        "Laat een paar mensen voor deze squad kiezen en vervang ze elders",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    reach="people",
    worse="low",
    points_at=("members", "product_owner"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]
        squads: [{id: s, product_owner: a, members: [a, b, c]}, {id: r, product_owner: d, members: [c, d, e]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}]
        squads: [{id: s, product_owner: a, members: [b]}, {id: r, from: 2027-01-01, product_owner: a, members: [c]},
          {id: q, until: 2027-01-01, product_owner: b, members: [d]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}]
        squads: [{id: s, product_owner: a, members: [b, c]}, {id: r, product_owner: a, members: [b]}]
        """,
        """
        people: [{id: a}, {id: b}]
        squads: [{id: s, product_owner: a, members: [b]}, {id: r, product_owner: {person: a, from: 2027-01-01}},
          {id: q, members: [{person: b, until: 2027-03-01}]}]
        """,
    ),
)
