"""TR001: a tribe has at most 150 people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.stepping import highest, steps
from ...graph.tribe_heads import ever_in_tribe, tribe_stretches
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording

__all__ = ["RULE"]

SIZE, WARN, SHARED, COUNTED = "tribe.max", "tribe.warn", "coach.shared_below", "count.tribe"


def judge(view: View, tribe: str, limits: Limits) -> Broken | None:
    """Count the distinct people with a tie to the tribe; second line and coaches shared with other tribes left out."""
    heads = tuple(view.tribe_people(tribe, limits[SHARED], limits[COUNTED]))
    most, early = limits[SIZE], limits[WARN]
    if len(heads) > most:
        return Broken(len(heads), most, heads)
    return Broken(len(heads), early, heads) if early and len(heads) > early else None


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the tribes with more ties over all time than are allowed at once."""
    return [tribe for tribe in index.tribes if may_break(index, tribe, limits)]


def may_break(index: Index, tribe: str, limits: Limits) -> bool:
    """Tell whether more people than allowed ever have a tie to a tribe."""
    return bool(len(ever_in_tribe(index, tribe)) > (limits[WARN] or limits[SIZE]))


def instants(index: Index, tribe: str, limits: Limits) -> Iterable[dt.date]:
    """Return the bounds of the first stretch with the most people: one sweep instead of a count per date."""
    found = steps(tribe_stretches(index, tribe, limits[SHARED], limits[COUNTED]))
    return highest(found)[1] if found else ()


def fixes(view: View, tribe: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Split the tribe in two halves of its squads; else nothing that can be done without choosing."""
    squads = view.index.squads_in.get(tribe, ())
    taken = {t.casefold() for t in view.index.tribes}
    fresh = next(f"{tribe}-{n}" for n in range(2, 1000) if f"{tribe}-{n}".casefold() not in taken)
    if len(squads) > 1:
        half = len(squads) // 2
        yield Edit("split", {"subject": f"tribe:{tribe}", "into": [[tribe, list(squads[:half])], [fresh, list(squads[half:])]]})


def _crowd(people: int, tribe: str) -> str:
    """Write a chart of many people whose tribe stands in one line."""
    everybody = ", ".join(f"{{id: p{n}}}" for n in range(people))
    return f"""
        people: [{everybody}]
        tribes: [{tribe}]
        """


def _names(first: int, last: int) -> str:
    return ", ".join(f"p{n}" for n in range(first, last))


RULE = Rule(
    code="TR001",
    name="tribe-too-large",
    kind="tribe",
    severity="error",
    confidence="stated",
    source=Reference("brunel", "figure", "max. 150 medewerkers"),
    references=(
        Reference("kniberg-2012", "Tribes"),
        Reference("agile-alliance-poclac"),
        Reference("team-topologies-2019", "Team-first thinking"),
        Reference("lindenfors-2021"),
    ),
    formal="|People(t)| ≤ tribe.max",
    parameters=(
        Parameter(SIZE, "people", Wording("The most people in a tribe", "Hoeveel mensen een tribe mag tellen")),
        Parameter(
            WARN, "people", Wording("From how many people on to warn; 0 is never", "Vanaf hoeveel mensen gewaarschuwd wordt; 0 is nooit"), 0
        ),
        Parameter(
            SHARED,
            "allocation",
            Wording("A coach with a smaller declared share counts elsewhere", "Een coach met een kleiner opgegeven deel telt elders mee"),
        ),
        Parameter(COUNTED, "reading", Wording("Which ties make somebody one of the tribe", "Welke banden iemand tot de tribe rekenen")),
    ),
    message=Wording(
        "Tribe {subject} has {measured} people, at most {limit} allowed",
        "Tribe {subject} heeft {measured} mensen; maximaal {limit}",
    ),
    finds=Wording(
        "A tribe to which, at some instant, more distinct people belong than the profile allows: members and owners of its squads, "
        "people of its chapters, its lead, support and dedicated coaches. Second-line people stay outside.",
        "Een tribe waartoe op enig moment meer verschillende mensen horen dan het profiel toestaat: leden en eigenaren van de squads, "
        "mensen van de chapters, de lead, ondersteuning en vaste coaches. De tweede lijn blijft erbuiten.",
    ),
    matters=Wording(
        "A tribe works because its people know each other. The number is a convention with a wide confidence interval (4 to 520), so take "
        "it as a bound that the sources chose, not as a law of nature.",
        "Een tribe werkt omdat de mensen elkaar kennen. Het getal is een conventie met een breed betrouwbaarheidsinterval (4 tot 520): "
        "een grens die de bronnen kozen, geen natuurwet.",
    ),
    remedy=Wording(
        "Split the tribe where its squads share the fewest people, or move a squad to another tribe",
        "Splits de tribe waar de squads de minste mensen delen, of verplaats een squad naar een andere tribe",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    points_at=("squads", "id"),
    good=(
        _crowd(150, f"{{id: t, lead: p0, support: [{_names(0, 150)}], squads: [{{id: s, product_owner: p1}}]}}"),
        _crowd(151, f"{{id: t, support: [{_names(0, 149)}, {{person: p149, until: 2027-01-01}}, {{person: p150, from: 2027-01-01}}]}}"),
    ),
    bad=(
        _crowd(151, f"{{id: t, lead: p150, support: [{_names(0, 150)}], squads: [{{id: s}}, {{id: r}}]}}"),
        _crowd(151, f"{{id: t, support: [{_names(0, 149)}, {{person: p149, until: 2027-01-02}}, {{person: p150, from: 2027-01-01}}]}}"),
    ),
)
