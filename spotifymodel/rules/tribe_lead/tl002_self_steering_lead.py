"""TL002: nobody steers themself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Ref, Reference, Rule, Wording
from ..succession import possible_owners

__all__ = ["RULE"]


def judge(view: View, person: str, _limits: Limits) -> Broken | None:
    """Look for tribe leads whom they steer themselves, directly or through leads of other tribes.

    A tribe lead steers the product owners of its squads and the leads of its chapters.
    """
    tribes = view.tribes_led(person)
    if not tribes:
        return None
    reached, circle = list(tribes), False
    posts: dict[Ref, None] = {}
    for tribe in reached:
        for post, holders in _posts(view, tribe):
            if person in holders:
                posts[post] = None
                circle = True
            for holder in holders:
                reached += [t for t in view.tribes_led(holder) if t not in reached]
    if not circle:
        return None
    facts = {"tribes": tuple(Ref("tribe", t) for t in tribes), "posts": tuple(posts)}
    return Broken(evidence=(person, *tribes, *(post.id for post in posts)), facts=facts)


def _posts(view: View, tribe: str) -> Iterator[tuple[Ref, tuple[str, ...]]]:
    for squad in view.squads_in(tribe):
        yield Ref("squad", squad), view.owners(squad)
    for chapter in view.chapters_in(tribe):
        yield Ref("chapter", chapter), view.chapter_leads(chapter)


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the tribe leads who also hold a post that a tribe lead steers; others are in no circle."""
    return [person for person in index.people if may_break(index, person, limits)]


def may_break(index: Index, person: str, _limits: Limits) -> bool:
    """Tell whether somebody ever leads a tribe and ever owns a squad or leads a chapter."""
    return person in index.tribes_led and (person in index.owned_by or person in index.chapters_led)


def instants(index: Index, _person: str, limits: Limits) -> Iterable[dt.date]:
    """Return when anybody who both steers and is steered takes or leaves a post: a circle may run through each of them."""
    for one in suspects(index, limits):
        for relation, table in (
            (index.tribe_leads, index.tribes_led),
            (index.owners, index.owned_by),
            (index.chapter_leads, index.chapters_led),
        ):
            for holder in table.get(one, ()):
                for stint in relation.stints(holder, one):
                    yield from stint


def fixes(view: View, person: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Give each post to another member of the squad or chapter."""
    people = view.index.people
    for post in broken.facts["posts"]:
        if post.kind == "squad":
            role, able = "product_owner", possible_owners(view, post.id, (person,))
        else:
            inside = [p for p in view.chapter_people(post.id) if p != person and not people[p].vacancy and not view.tribes_led(p)]
            role, able = "chapter_lead", tuple(sorted(inside, key=lambda p: people[p].seniority != "senior"))
        for other in able[:1]:
            yield Edit("appoint", {"person": other, "role": role, "of": post.id, "replace": True})


RULE = Rule(
    code="TL002",
    name="self-steering-lead",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "blocks", "(Functioneel) aansturen van product owners"),
    references=(Reference("brunel", "blocks", "Aansturen van chapter lead"),),
    formal="the relation steers = {(lead(t), owner(s)) : s ∈ t} ∪ {(lead(t), lead(c)) : c ∈ t} is acyclic and irreflexive at every instant",
    message=Wording(
        "{subject} leads tribe {tribes} and, as product owner or chapter lead of {posts}, is steered by nobody else",
        "{subject} leidt tribe {tribes} en wordt als product owner of chapter lead van {posts} door niemand anders aangestuurd",
    ),
    finds=Wording(
        "A tribe lead who is also product owner or chapter lead in their own tribe, or where two tribe leads steer each other in a circle.",
        "Een tribe lead die ook product owner of chapter lead in de eigen tribe is, of tribe leads die elkaar in een kring aansturen.",
    ),
    matters=Wording(
        "A tribe lead weighs the wishes of owners against the people of chapters. Who holds one of these posts too is judge in their "
        "own case, and has two full-time jobs.",
        "Een tribe lead weegt de wensen van product owners af tegen de mensen van chapters. Wie zelf zo’n post heeft is rechter in "
        "eigen zaak, en heeft twee volledige banen.",
    ),
    remedy=Wording(
        "Let somebody else own the squad or lead the chapter; in a very small tribe accept it for a while",
        "Laat iemand anders product owner of chapter lead zijn; aanvaard het in een heel kleine tribe voor een tijd",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    reach="people",
    moved_by_seats="steering",
    good=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, lead: l, chapters: [{id: dev, lead: a}], squads: [{id: s, product_owner: b, members: [l, b]}]},
          {id: u, lead: a, squads: [{id: r, product_owner: b}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, lead: [{person: l, until: 2027-01-01}, {person: a, from: 2027-01-01}],
          squads: [{id: s, product_owner: [{person: a, until: 2027-01-01}, {person: l, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, lead: l, chapters: [{id: dev, lead: l, members: [b]}], squads: [{id: s, product_owner: l, members: [l, a]}]}]
        """,
        """
        people: [{id: l}, {id: m}, {id: a}, {id: b}]
        tribes: [{id: t, lead: l, squads: [{id: s, product_owner: {person: m, from: 2027-01-01}, members: [a]}]},
          {id: u, lead: m, chapters: [{id: dev, lead: l, members: [b]}]}]
        """,
    ),
)
