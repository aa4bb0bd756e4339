"""TR001: a tribe has at most 150 people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.kept_ties import ever_tied
from ...graph.stepping import highest, steps
from ...graph.tribe_heads import ever_in_tribe, tribe_stretches
from ...graph.view import View
from ...model.edits import Edit
from ..halving import halves
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, Worst
from ..succession import free_id

__all__ = ["RULE"]

SIZE = "tribe.max"
EARLY = "tribe.warn"
COUNTED = "count.tribe"
SHARED = "coach.shared_below"


def judge(view: View, tribe: str, limits: Limits) -> Broken | None:
    """Count the distinct people with a tie to a tribe; second line and shared coaches left out."""
    heads = view.tribe_people(tribe, limits[SHARED], limits[COUNTED])
    most = _most(limits, len(heads))
    return Broken(len(heads), most, tuple(heads)) if len(heads) > most else None


def _most(limits: Limits, measured: int) -> int:
    """Return the limit that so many people exceed: the hard one, or the earlier warning of a profile that has one."""
    most, early = int(limits[SIZE]), int(limits[EARLY])
    return early if early and measured <= most else most


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the tribes to which, over all time, more people are tied than are allowed at once."""
    least = _most(limits, 0)
    if len(index.people) <= least:
        return ()
    return [tribe for tribe in index.tribes if len(ever_in_tribe(index, tribe)) > least]


def may_break(index: Index, tribe: str, limits: Limits) -> bool:
    """Tell whether more people than allowed at once are ever tied to a tribe."""
    return len(ever_tied(index, tribe)) > _most(limits, 0)


def stretch(index: Index, tribe: str, limits: Limits) -> Worst:
    """Return the first stretch with the most people; where an earlier limit warns as well, only the instants can tell."""
    if limits[EARLY]:
        return None
    number, found = highest(steps(tribe_stretches(index, tribe, limits[SHARED], limits[COUNTED])))
    return found if number > limits[SIZE] else ()


def instants(index: Index, tribe: str, limits: Limits) -> Iterable[dt.date]:
    """Return the bounds of the first stretch with the most people."""
    _, stretch = highest(steps(tribe_stretches(index, tribe, limits[SHARED], limits[COUNTED])))
    return stretch


def fixes(view: View, tribe: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Split the tribe along its weakest links; else move its smallest squad to the smallest tribe with room."""
    index = view.index
    parts = halves(view, tribe)
    if parts is not None:
        yield Edit("split", {"subject": f"tribe:{tribe}", "into": [[tribe, parts[0]], [free_id(index.tribes, tribe), parts[1]]]})
    sizes = {t: len(view.tribe_people(t, limits[SHARED], limits[COUNTED])) for t in index.tribes if t != tribe}
    squads = sorted(view.squads_in(tribe), key=lambda s: len(view.squad_people(s)))
    for squad in squads[:1]:
        for other in [t for t in sorted(sizes, key=lambda t: sizes[t]) if sizes[t] + len(view.squad_people(squad)) <= limits[SIZE]][:1]:
            yield Edit("change", {"kind": "squad", "id": squad, "fields": {"tribe": other}})


RULE = Rule(
    code="TR001",
    name="tribe-too-large",
    kind="tribe",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "figure", "max. 150 medewerkers"),
    references=(
        Reference("agile-alliance-poclac"),
        Reference("kniberg-2012", "Tribes"),
        Reference("team-topologies-2019"),
        Reference("lindenfors-2021"),
    ),
    formal="|people(t)| ≤ tribe.max for every instant; people = members ∪ owners ∪ chapter members ∪ leads ∪ support ∪ dedicated coaches",
    parameters=(
        Parameter(SIZE, "people", Wording("The most people of a tribe at once", "Hoeveel mensen een tribe tegelijk mag tellen")),
        Parameter(
            EARLY,
            "people",
            Wording(
                "From how many people on a profile warns earlier; 0 for never",
                "Vanaf hoeveel mensen een profiel eerder waarschuwt; 0 voor nooit",
            ),
            default=0,
        ),
        Parameter(
            COUNTED,
            "reading",
            Wording("Which ties make somebody one of its people", "Welke banden iemand tot een van de mensen van de tribe maken"),
        ),
        Parameter(
            SHARED,
            "allocation",
            Wording(
                "A coach with a declared allocation below this is shared and does not count",
                "Een coach met een opgegeven inzet hieronder is gedeeld en telt niet mee",
            ),
        ),
    ),
    message=Wording(
        "Tribe {subject} has {measured} people; at most {limit} allowed",
        "Tribe {subject} telt {measured} mensen; maximaal {limit}",
    ),
    finds=Wording(
        "A tribe to which, at some instant, more distinct people are tied than the profile allows: members and owners of its squads, "
        "members and leads of its chapters, its lead, support and coaches. Second-line people and shared coaches do not count.",
        "Een tribe waaraan op enig moment meer verschillende mensen verbonden zijn dan het profiel toestaat: leden en product owners "
        "van squads, leden en leads van chapters, de tribe lead, ondersteuning en coaches. Tweede lijn en gedeelde coaches tellen niet.",
    ),
    matters=Wording(
        "Up to a size people know whom to ask; beyond it they need procedures and layers. The number is a convention: the research "
        "behind it has a 95 % interval of 4 to 520.",
        "Tot een zekere omvang weet men wie men moet hebben; daarboven zijn procedures en lagen nodig. Het getal is een conventie: het "
        "onderzoek erachter heeft een 95%-interval van 4 tot 520.",
    ),
    remedy=Wording(
        "Split the tribe where its squads share the fewest people, or move a squad to a tribe with room",
        "Splits de tribe waar squads de minste mensen delen, of verplaats een squad naar een tribe met ruimte",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    instants=instants,
    fixes=fixes,
    points_at=("squads", "id"),
    good=(
        """
        people: [{id: a}, {id: b}, {id: coach}, {id: risk, second_line: true}]
        tribes: [{id: t, lead: a, agile_coaches: {person: coach, allocation: 0.4}, squads: [{id: s, product_owner: b, members: [risk]}]}]
        """,
        f"""
        people: [{", ".join(f"{{id: q{k}}}" for k in range(151))}]
        tribes: [{{id: t, support: [{", ".join(f"q{k}" for k in range(149))}, {{person: q149, until: 2027-01-01}},
          {{person: q150, from: 2027-01-01}}]}}]
        """,
    ),
    bad=(
        f"""
        people: [{", ".join(f"{{id: q{k}}}" for k in range(151))}]
        tribes: [{{id: t, lead: q0, chapters: [{{id: c, members: [{", ".join(f"q{k}" for k in range(75))}]}}],
          squads: [{{id: s, product_owner: q75, members: [{", ".join(f"q{k}" for k in range(75, 150))}]}}, {{id: r, agile_coaches: q150,
          members: [{", ".join(f"q{k}" for k in range(75))}]}}]}}]
        """,
        f"""
        people: [{", ".join(f"{{id: q{k}}}" for k in range(151))}]
        tribes: [{{id: t, support: [{", ".join(f"q{k}" for k in range(149))}, {{person: q149, until: 2027-01-02}},
          {{person: q150, from: 2027-01-01}}]}}]
        """,
    ),
)
