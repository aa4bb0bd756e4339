"""PO010: a squad that makes products or journeys has a product specialist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice

from ...graph.index import Index
from ...graph.moments import chapter_moments
from ...graph.stepping import common, without
from ...graph.view import View
from ...model.edits import Edit
from ..dating import ALWAYS, Interval
from ..product_chapter import product_chapters
from ..rule import Broken, Limits, Missing, Ref, Reference, Rule, Wording, Worst
from ..staffing import ROOM, bring_in

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | Missing | None:
    """Look for somebody of the chapter of products in a squad that owns a product or journey.

    Unknown where the kind of what it owns is not told, or no chapter can be recognised as the one of products. An empty squad
    counts only where nobody ever sits in it.
    """
    index = view.index
    owned = view.owned_products(squad)
    products = index.products
    related = [p for p in owned if products[p].kind in {"product", "journey"}]
    if not related and all(products[p].kind is not None for p in owned):
        return None
    inside = view.squad_people(squad)
    if not inside and index.squad_people.get(squad):
        return None
    chapters = product_chapters(index)
    if not chapters:
        return Missing(("chapter.discipline",))
    ever = [p for p in inside if not chapters.isdisjoint(index.chapters_of.get(p, ()))]
    if ever and any(not chapters.isdisjoint(view.chapters_of(p)) for p in ever):
        return None
    if not related:
        return Missing(("product.kind",))
    return Broken(0, 1, tuple(related), {"products": tuple([Ref("product", p) for p in related])})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that own something, and where nobody of the chapter of products is always there."""
    people, chapters, squads = index.chapter_people, product_chapters(index), index.squad_people
    always = set().union(*(people.people.get(c, ()) for c in chapters if c not in people.spans))
    dated = index.members.spans.keys() | index.owners.spans.keys()
    return [s for s in index.work.owned if s in dated or always.isdisjoint(squads.get(s, ()))]


def may_break(index: Index, squad: str, _limits: Limits) -> bool:
    """Tell whether a squad ever owns anything; the stretch looks closer."""
    return bool(index.squads[squad].owns)


def stretch(index: Index, squad: str, _limits: Limits) -> Worst:
    """Return the first stretch without anybody of the chapter of products; there is no more or less of it."""
    stays, chapters = index.attendance.stays(squad), product_chapters(index)
    if not stays or not chapters:
        return None
    covered: list[Interval] = []
    for person, seats in stays.items():
        for chapter in index.chapters_of.get(person, ()):
            if chapter in chapters:
                homes = index.chapter_people.stints(chapter, person)
                covered += seats if homes == [ALWAYS] else common(seats, homes)
    used = index.attendance.used(squad)
    return next(iter(without(used, covered) if covered else used), ())


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when people come and go, in the squad or in a chapter, where nobody ever sits in it or products have no chapter."""
    return chapter_moments(index, squad)


def fixes(view: View, squad: str, _broken: Broken, limits: Limits) -> Iterator[Edit]:
    """Bring in somebody of the chapter of products of the same tribe, the least busy first."""
    tribe = view.index.tribe_of.get(squad)
    chapters = [c for c in product_chapters(view.index) if tribe is not None and view.index.chapter_tribe[c] == tribe]
    people = dict.fromkeys(p for c in sorted(chapters) for p in view.chapter_people(c))
    yield from islice(bring_in(view, squad, people, limits), 2)


RULE = Rule(
    code="PO010",
    name="product-specialist-missing",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "differences", "met belangrijke rol voor productspecialist"),
    references=(
        Reference("brunel", "to-management", "Betrek productmanagement in de ontwikkeltrajecten van producten"),
        Reference("brunel", "opinions", "Er worden ‘missers’ gemeld bij technologische innovatie"),
    ),
    parameters=ROOM,
    formal="product_related(s) := s owns something of kind product or journey; ⇒ M(s) ∩ chapter(producten) ≠ ∅",
    message=Wording(
        "Squad {subject} owns {products} but has no product specialist",
        "Squad {subject} is eigenaar van {products} maar heeft geen productspecialist",
    ),
    finds=Wording(
        "A squad that owns a product or a customer journey and in which nobody, the owner included, comes from the chapter of "
        "products. That chapter is recognised by its discipline, name or id.",
        "Een squad die eigenaar is van een product of klantreis en waarin niemand, ook de eigenaar niet, uit het chapter producten "
        "komt. Dat chapter wordt herkend aan discipline, naam of id.",
    ),
    matters=Wording(
        "In an agile organisation the product owner and the squad decide on the product, with an important part for the product "
        "specialist. Interviewed firms report misses in innovation where product management was not involved.",
        "In een agile organisatie bepalen product owner en squad het product, met een belangrijke rol voor de productspecialist. "
        "Geïnterviewden melden missers bij innovatie waar productmanagement niet betrokken was.",
    ),
    remedy=Wording(
        "Add a customer journey expert from the chapter of products, or let somebody from it own the squad",
        "Voeg een customer journey expert uit het chapter producten toe, of laat iemand daaruit de squad leiden als product owner",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    stretch=stretch,
    instants=instants,
    fixes=fixes,
    needs=("squad.owns", "chapter.id"),
    reach="people",
    moved_by_seats="own",
    worse="low",
    points_at=("members",),
    good=(
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, kind: product}, {id: app, kind: service}]
        tribes:
          - id: t
            chapters: [{id: producten, lead: anna}, {id: bouw, lead: ben}]
            squads: [{id: s, product_owner: ben, members: [anna], owns: [sparen]}, {id: r, product_owner: ben, owns: [app]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, kind: journey}]
        tribes:
          - id: t
            chapters: [{id: c1, discipline: product, lead: anna}, {id: bouw, lead: ben}]
            squads: [{id: s, product_owner: {person: anna, from: 2027-01-01}, members: [ben], owns: [sparen], from: 2027-01-01}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, kind: product}]
        tribes:
          - id: t
            chapters: [{id: producten, lead: anna}, {id: bouw, lead: ben}]
            squads: [{id: s, product_owner: ben, members: [ben], owns: [sparen]}]
        """,
        """
        people: [{id: anna}, {id: ben}]
        products: [{id: sparen, kind: journey}]
        tribes:
          - id: t
            chapters: [{id: c1, name: Producten, lead: anna}, {id: bouw, lead: ben}]
            squads: [{id: s, product_owner: ben, members: [{person: anna, until: 2027-06-01}, ben], owns: [sparen]}]
        """,
    ),
)
