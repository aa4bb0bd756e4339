"""SQ010: a squad is no old department with a new label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from ...graph.index import Index
from ...graph.view import View, exact
from ..counting import COUNT_OWNER, heads
from ..rule import Broken, Limits, Missing, Parameter, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

SHARE = "squad.legacy_share"


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Measure the largest share of a squad that comes from one unit of the old line.

    A vacancy and somebody hired from outside come from no unit unless they name one. Where the origin of others is not told,
    the answer is unknown if it could change the outcome.
    """
    inside = heads(view, squad, limits)
    if not inside:
        return None
    resolve, people = view.index.names["unit"].resolve, view.index.people
    origin = {p: people[p].from_unit for p in inside}
    told = Counter(resolve(unit) or unit for unit in origin.values() if unit is not None)
    untold = sum(1 for p, unit in origin.items() if unit is None and not (people[p].vacancy or people[p].external))
    unit, most = max(told.items(), key=lambda one: one[1], default=("", 0))
    allowed = exact(limits[SHARE])
    share = Fraction(most, len(inside))
    if share > allowed:
        from_it = tuple(p for p, one in origin.items() if one is not None and (resolve(one) or one) == unit)
        facts = {"percent": round(100 * float(share)), "unit": Ref("unit", unit)}
        return Broken(float(share), limits[SHARE], (unit, *from_it), facts)
    if Fraction(most + untold, len(inside)) > allowed:
        return Missing(("person.from_unit",))
    return None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that ever have anybody; how many come from where changes with every seat."""
    return [squad for squad, inside in index.squad_people.items() if inside]


RULE = Rule(
    code="SQ010",
    name="renamed-department",
    kind="squad",
    severity="advice",
    confidence="guess",
    source=Reference("brunel", "tribe", "met verschillende domeinexperts"),
    formal="max_u |M(s)∩legacy(u)| / |M(s)| ≤ squad.legacy_share",
    parameters=(
        COUNT_OWNER,
        Parameter(
            SHARE,
            "share",
            Wording(
                "The largest share of a squad that may come from one unit of the old line",
                "Welk deel van een squad hoogstens uit één oude afdeling mag komen",
            ),
        ),
    ),
    message=Wording(
        "{percent}% of squad {subject} comes from unit {unit}: the old department with a new label?",
        "{percent}% van squad {subject} komt uit afdeling {unit}: de oude afdeling met een nieuw etiket?",
    ),
    finds=Wording(
        "A squad of which more than the allowed share comes from one and the same unit of the line organisation.",
        "Een squad waarvan meer dan het toegestane deel uit een en dezelfde afdeling van de lijnorganisatie komt.",
    ),
    matters=Wording(
        "A reorganisation that only renames departments keeps their borders, their hand-overs and their manager's habits. Different "
        "experts in one team are the point of a squad.",
        "Een reorganisatie die afdelingen alleen hernoemt, houdt hun grenzen, overdrachten en gewoonten in stand. Verschillende "
        "experts in één team is juist waar een squad om draait.",
    ),
    remedy=Wording(
        "Mix people from several units along the customer journey, or say why this squad stays a department: for run work it may be right",
        "Meng mensen uit verschillende afdelingen langs de klantreis, of leg uit waarom deze squad een afdeling blijft: voor "
        "run-werk kan dat kloppen",
    ),
    judge=judge,
    suspects=suspects,
    needs=("person.from_unit",),
    points_at=("members",),
    good=(
        """
        people: [{id: a, from_unit: it}, {id: b, from_unit: it}, {id: c, from_unit: it}, {id: d, from_unit: marketing}]
        units: [{id: it}, {id: marketing}]
        tribes: [{id: t, squads: [{id: s, product_owner: d, members: [a, b, c, d]}]}]
        """,
        """
        people: [{id: a, from_unit: it}, {id: b, from_unit: it}, {id: v, vacancy: true}]
        units: [{id: it}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, v]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a, from_unit: it}, {id: b, from_unit: it}, {id: c, from_unit: it}, {id: d, from_unit: it},
          {id: e, from_unit: marketing}]
        units: [{id: it}, {id: marketing}]
        tribes: [{id: t, squads: [{id: s, product_owner: e, members: [a, b, c, d, e]}]}]
        """,
        """
        people: [{id: a, from_unit: it}, {id: b, from_unit: it}, {id: c, from_unit: marketing}]
        units: [{id: it}, {id: marketing}]
        tribes: [{id: t, squads: [{id: s, product_owner: a, members: [a, b, {person: c, until: 2027-06-01}]}]}]
        """,
    ),
)
