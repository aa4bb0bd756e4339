"""DP003: a squad owns no more domains than it can hold in mind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Missing, Parameter, Phrase, Ref, Reference, Rule, Wording

__all__ = ["RULE"]

COMPLEX, ALONE, COMPLICATED, SIMPLE = "domain.max_complex", "domain.complex_alone", "domain.max_complicated", "domain.max_simple"

KINDS = {
    "complex": Wording("{product} (complex)", "{product} (complex)"),
    "complicated": Wording("{product} (complicated)", "{product} (ingewikkeld)"),
    "simple": Wording("{product} (simple)", "{product} (eenvoudig)"),
}


def judge(view: View, squad: str, limits: Limits) -> Broken | Missing | None:
    """Count what a squad owns by complexity; products whose complexity is not told count where any complexity would be too many."""
    owned = {p: view.index.products[p].complexity for p in view.owned_products(squad)}
    told: Counter[str] = Counter(c for c in owned.values() if c is not None)
    untold = len(owned) - told.total()
    if _too_many(told, limits):
        named = tuple(Phrase(KINDS[c], {"product": Ref("product", p)}) if c else Ref("product", p) for p, c in owned.items())
        return Broken(len(owned), None, tuple(owned), {"domains": named})
    if untold and any(_too_many(told + Counter({c: untold}), limits) for c in KINDS):
        return Missing(("product.complexity",))
    return None


def _too_many(domains: Counter[str], limits: Limits) -> bool:
    most = {"complex": limits[COMPLEX], "complicated": limits[COMPLICATED], "simple": limits[SIMPLE]}
    if any(domains[kind] > most[kind] for kind in most):
        return True
    return bool(limits[ALONE]) and domains["complex"] > 0 and domains.total() > domains["complex"]


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads that own several domains, or any where a profile allows none of a kind."""
    least = min(1, limits[COMPLEX], limits[COMPLICATED], limits[SIMPLE])
    return [squad for squad, owned in index.work.owned.items() if len(owned) > least]


RULE = Rule(
    code="DP003",
    name="cognitive-overload",
    kind="squad",
    severity="off",
    confidence="stated",
    source=Reference("team-topologies-2019", "Team-first thinking"),
    formal="#complex ≤ 1; complex ⇒ alone; #complicated ≤ 1; #simple ≤ 3",
    parameters=(
        Parameter(
            COMPLEX, "domains", Wording("The most complex domains of one squad", "Hoeveel complexe domeinen één squad hoogstens heeft")
        ),
        Parameter(ALONE, "switch", Wording("Whether a complex domain stands alone", "Of een complex domein alleen staat")),
        Parameter(
            COMPLICATED,
            "domains",
            Wording("The most complicated domains of one squad", "Hoeveel ingewikkelde domeinen één squad hoogstens heeft"),
        ),
        Parameter(
            SIMPLE, "domains", Wording("The most simple domains of one squad", "Hoeveel eenvoudige domeinen één squad hoogstens heeft")
        ),
    ),
    message=Wording(
        "Squad {subject} owns {domains}: too many domains for one team",
        "Squad {subject} is eigenaar van {domains}: te veel domeinen voor één team",
    ),
    finds=Wording(
        "A squad that owns two complex domains, a complex one beside anything else, two complicated ones, or more than a few simple ones. "
        "The whitepaper says nothing of it: the rule is off unless a profile turns it on.",
        "Een squad met twee complexe domeinen, een complex domein naast iets anders, twee ingewikkelde, of meer dan enkele eenvoudige. De "
        "whitepaper zegt hier niets over: de regel staat uit, tenzij een profiel haar aanzet.",
    ),
    matters=Wording(
        "What a team has to keep in mind is limited. Beyond it people specialise inside the team, and it is one in name only.",
        "Wat een team tegelijk kan overzien is begrensd. Daarboven gaan mensen zich binnen het team opdelen, en is het alleen in naam nog "
        "één team.",
    ),
    remedy=Wording(
        "Give a domain to another squad, split a complex one into parts, or found a squad for it",
        "Geef een domein aan een andere squad, splits een complex domein op, of richt er een squad voor op",
    ),
    judge=judge,
    suspects=suspects,
    needs=("product.complexity", "squad.owns"),
    points_at=("owns",),
    moved_by_seats="no",
    good=(
        """
        people: [{id: anna}]
        products: [{id: x, complexity: simple}, {id: y, complexity: simple}, {id: z, complexity: complicated}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [x, y, z]}]}]
        """,
        """
        people: [{id: anna}]
        products: [{id: x, complexity: complex}, {id: y, complexity: simple}]
        tribes:
          - id: t
            squads: [{id: s, product_owner: anna, owns: [x], from: 2027-01-01}, {id: r, product_owner: anna, owns: [y], from: 2027-01-01}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}]
        products: [{id: x, complexity: complex}, {id: y, complexity: simple}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [x, y]}]}]
        """,
        """
        people: [{id: anna}]
        products: [{id: x, complexity: complicated}, {id: y, complexity: complicated}, {id: z}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna, owns: [x, y, z], from: 2027-01-01}]}]
        """,
    ),
)
