"""PO008: who steers the what of a squad is not the line manager of its people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.moments import moments
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, people
from ..succession import possible_owners

__all__ = ["RULE"]

ALLOWED = "allow.cl_as_po"


def judge(view: View, squad: str, limits: Limits) -> Broken | None:
    """Look for owners who are line manager of somebody in the squad; a stricter reading looks at everybody in their chapters."""
    owners: dict[str, None] = {}
    reports: dict[str, None] = {}
    inside = view.squad_people(squad)
    for owner in view.owners(squad):
        own = [p for p in inside if p != owner and owner in view.line_managers(p)]
        if not limits[ALLOWED]:
            own += [p for c in view.chapters_led(owner) for p in view.chapter_people(c) if p != owner]
        if own:
            owners[owner] = None
            reports.update(dict.fromkeys(own))
    if not owners:
        return None
    return Broken(
        evidence=(*owners, *(p for p in reports if p not in owners)), facts={"owners": people(owners), "reports": people(reports)}
    )


def suspects(index: Index, limits: Limits) -> Iterable[str]:
    """Name the squads with an owner who is line manager of anybody there, ever."""
    managers = index.bosses.union(*index.chapter_leads.people.values())
    owned = index.owners.people.items()
    return [squad for squad, owners in owned if not managers.isdisjoint(owners) and may_break(index, squad, limits)]


def may_break(index: Index, squad: str, limits: Limits) -> bool:
    """Tell whether an owner of a squad ever leads a chapter of somebody in it, or manages anybody in the line."""
    chapters_of, inside = index.chapters_of, index.squad_people.get(squad, ())
    for owner in index.owners.people.get(squad, ()):
        led = index.chapters_led.get(owner)
        if owner in index.bosses or (led and not limits[ALLOWED]):
            return True
        if led and any(chapter in led for person in inside if person != owner for chapter in chapters_of.get(person, ())):
            return True
    return False


def instants(index: Index, squad: str, limits: Limits) -> Iterable[dt.date]:
    """Return when the squad changes or the line around its people does; for the stricter reading also their chapters."""
    found = moments(index, "squad", squad, "people")
    if not limits[ALLOWED]:
        for owner in index.owners.people.get(squad, ()):
            for chapter in index.chapters_led.get(owner, ()):
                found |= moments(index, "chapter", chapter, "own")
    return found


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Appoint a member who leads no chapter and manages nobody in the squad."""
    inside = view.squad_people(squad)
    for person in possible_owners(view, squad, [ref.id for ref in broken.facts["owners"]]):
        if not view.chapters_led(person) and not any(person in view.line_managers(p) for p in inside):
            yield Edit("appoint", {"person": person, "role": "product_owner", "of": squad, "replace": True})


RULE = Rule(
    code="PO008",
    name="what-and-how-in-one-hand",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "en dus niet door de chapter lead"),
    references=(
        Reference("brunel", "pm-roles", "door senior productmanagers of chapter leads producten"),
        Reference("kniberg-2012", "Chapters and guilds"),
    ),
    formal="p ∈ owners(s,t) ⇒ ∄m ∈ P(s,t) \\ {p}: line_manages(p,m,t) for every instant t; P = members ∪ owners",
    parameters=(
        Parameter(
            ALLOWED,
            "reading",
            Wording(
                "Whether a chapter lead may be product owner of a squad in which nobody of the chapter sits",
                "Of een chapter lead product owner mag zijn van een squad waarin niemand uit het chapter zit",
            ),
        ),
    ),
    message=Wording(
        "{owners} is product owner of squad {subject} and line manager of {reports}: the ‘what’ and the ‘how’ in one hand",
        "{owners} is product owner van squad {subject} en lijnmanager van {reports}: het ‘wat’ en het ‘hoe’ in één hand",
    ),
    finds=Wording(
        "A product owner who is also the line manager of somebody in the same squad, as chapter lead or in the old line. A chapter "
        "lead may own a squad: the whitepaper sees it often. It is own reports in that squad that mix the roles.",
        "Een product owner die ook lijnmanager is van iemand in dezelfde squad, als chapter lead of in de oude lijn. Een chapter "
        "lead mag product owner zijn: de whitepaper ziet het vaak. Het zijn eigen medewerkers in die squad die de rollen mengen.",
    ),
    matters=Wording(
        "The matrix rests on two voices: one for what is made, one for how people work and grow. Who reviews somebody's performance "
        "and sets their priorities too leaves them nobody to turn to.",
        "De matrix steunt op twee stemmen: een over wat er gemaakt wordt en een over hoe mensen werken en groeien. Wie beoordeelt én "
        "prioriteert, laat mensen zonder tweede stem.",
    ),
    remedy=Wording(
        "Let another member own the squad, place the report in another squad, or give the chapter another lead",
        "Laat een ander lid product owner zijn, plaats de medewerker in een andere squad, of geef het chapter een andere lead",
    ),
    judge=judge,
    suspects=suspects,
    may_break=may_break,
    instants=instants,
    fixes=fixes,
    reach="people",
    moved_by_seats="own",
    points_at=("product_owner",),
    good=(
        """
        people: [{id: lead}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [{id: prod, lead: lead, members: [b]}, {id: dev, members: [c]}],
          squads: [{id: s, product_owner: lead, members: [lead, c]}, {id: r, product_owner: b, members: [b]}]}]
        """,
        """
        people: [{id: boss}, {id: b, unit: [{unit: old, until: 2027-01-01}]}]
        units: [{id: old, manager: boss}]
        squads: [{id: s, product_owner: boss, members: [{person: b, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: lead}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [{id: prod, lead: lead, members: [b]}, {id: dev, members: [c]}],
          squads: [{id: s, product_owner: lead, members: [b, c]}]}]
        """,
        """
        people: [{id: boss}, {id: b, unit: old}, {id: c}]
        units: [{id: old, manager: [{person: boss, from: 2027-01-01}, {person: c, until: 2027-01-01}]}]
        squads: [{id: s, product_owner: boss, members: [b]}]
        """,
    ),
)
