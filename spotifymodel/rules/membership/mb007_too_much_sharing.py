"""MB007: sharing people between squads helps up to a point, and then hurts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.kept_ties import ever_shared
from ...graph.relation import END
from ...graph.stepping import Stretch, common, counts, side_by_side, steps
from ...graph.tribe_heads import always_in_tribe, ever_in_tribe, ties_beside_squads, tribe_stretches
from ...graph.view import View
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst

__all__ = ["RULE"]

SHARE = "tribe.shared_share"


def judge(view: View, tribe: str, limits: Limits) -> Broken | None:
    """Compare the share of a tribe's people who sit in several squads, in whichever tribe, with what the profile allows."""
    heads, most = view.tribe_people(tribe), limits[SHARE]
    shared = tuple(p for p in heads if len(view.squads_of(p)) > 1)
    if not shared or len(shared) / len(heads) <= most:
        return None
    measured = len(shared) / len(heads)
    facts = {"percent": round(100 * measured, 1), "limit_percent": round(100 * most, 1), "shared": len(shared), "heads": len(heads)}
    return Broken(measured, most, shared, facts)


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the tribes with too many people who are ever in several squads; with dates, with anybody who is."""
    several = {p for p, n in index.squad_counts.items() if n > 1}
    if not several:
        return ()
    outside, found = set(index.second_line), []
    for tribe in index.tribes:
        ever = ever_in_tribe(index, tribe) - outside
        shared = ever & several
        # Coaches who are shared with other tribes make the tribe smaller than it ever looks: judged, not guessed.
        if shared and (index.dated or index.coaches.shares or index.tribe_coaches.shares or len(shared) / len(ever) > limits[SHARE]):
            found.append(tribe)
    return found


def may_break(index: Index, tribe: str, limits: Limits) -> bool:
    """Tell whether the people who are ever in several squads are too many for those who are always in the tribe."""
    shared, outside = ever_shared(index, tribe), index.second_line
    if len(shared) <= limits[SHARE] * ties_beside_squads(index, tribe)[1] and not outside:
        return False
    return bool(len(shared - set(outside)) > limits[SHARE] * len(always_in_tribe(index, tribe).difference(outside)))


def stretch(index: Index, tribe: str, limits: Limits) -> Worst:
    """Return the first stretch in which the share is highest."""
    heads = steps(tribe_stretches(index, tribe))
    best, found, inside = limits[SHARE], list[dt.date](), False
    for day, shared, everybody in side_by_side(steps(_shared(index, tribe)), heads):
        share = shared / everybody if everybody else 0.0
        if share > best:
            best, found, inside = share, [day, END], True
        elif inside and share != best:
            found[1], inside = day, False
    return (found[0], found[1]) if found else ()


def _shared(index: Index, tribe: str) -> Iterator[Stretch]:
    """Yield who sits in several squads while they are in the tribe, and from when until when."""
    there: dict[str, list[tuple[dt.date, dt.date]]] = {}
    for person, start, until in tribe_stretches(index, tribe):
        if index.squad_counts.get(person, 0) > 1:
            there.setdefault(person, []).append((start, until))
    for person, spans in there.items():
        stays = [index.attendance.stays(squad)[person] for squad in index.squads_of[person]]
        twice = [(start, until) for start, until, squads in counts(stays) if squads > 1]
        yield from ((person, start, until) for start, until in common(spans, twice))


RULE = Rule(
    code="MB007",
    name="too-much-sharing",
    kind="tribe",
    severity="advice",
    confidence="inferred",
    source=Reference("bertolotti-2015"),
    references=(Reference("mortensen-gardner-2017"), Reference("oleary-2011"), Reference("weinberg-1992")),
    formal="|{p ∈ people(t) : |squads(p)| ≥ 2}| / |people(t)| ≤ tribe.shared_share for every instant",
    parameters=(
        Parameter(
            SHARE,
            "share",
            Wording("The largest share of a tribe that works in two squads", "Welk deel van een tribe hoogstens in twee squads werkt"),
        ),
    ),
    message=Wording(
        "{percent}% of tribe {subject} works in two squads ({shared} of {heads} people); more than {limit_percent}% is hard to keep up",
        "{percent}% van tribe {subject} werkt in twee squads ({shared} van {heads} mensen); meer dan {limit_percent}% "
        "is moeilijk vol te houden",
    ),
    finds=Wording(
        "A tribe of which, at some instant, a larger share works in two squads than the profile advises. Each of them is allowed to; "
        "it is the sum that costs. The share is ours.",
        "Een tribe waarvan op enig moment een groter deel in twee squads werkt dan het profiel aanraadt. Ieder afzonderlijk mag; het "
        "is de som die kost. Het percentage is van ons.",
    ),
    matters=Wording(
        "Studies find an inverted U: a little sharing spreads knowledge, a lot of it costs switching time and lets a delay in one "
        "squad travel to the next.",
        "Onderzoek vindt een omgekeerde U: een beetje delen verspreidt kennis, veel delen kost omschakeltijd en laat vertraging van "
        "de ene squad naar de andere overslaan.",
    ),
    remedy=Wording(
        "Hire or train in the chapter that is shared most, or merge squads that need the same people",
        "Werf of leid op in het chapter dat het meest gedeeld wordt, of voeg squads samen die dezelfde mensen nodig hebben",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    reach="people",
    good=(
        """
        people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}, {id: h}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c, d, e]}, {id: r, product_owner: f, members: [a, f, g, h]}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [{person: b, until: 2027-01-01}]},
          {id: r, product_owner: {person: b, from: 2027-01-01}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, c]}, {id: r, product_owner: a}]}]
        """,
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [{person: b, until: 2027-02-01}]},
          {id: r, product_owner: {person: b, from: 2027-01-01}}]}]
        """,
    ),
)
