"""TL003: the management team of a tribe is its lead with the chapter leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, people

__all__ = ["RULE"]

OWNERS = "mt.includes_po"


def judge(view: View, tribe: str, limits: Limits) -> Broken | None:
    """Compare a management team that the chart declares with the tribe lead and the chapter leads; else it is derived."""
    team = view.management_team(tribe)
    if not team:
        return None
    expected = _expected(view, tribe, limits)
    extra = tuple(p for p in team if p not in expected)
    missing = tuple(p for p in expected if p not in team)
    if not extra and not missing:
        return None
    return Broken(evidence=(*extra, *missing), facts={"team": people(team), "expected": people(expected)})


def _expected(view: View, tribe: str, limits: Limits) -> tuple[str, ...]:
    found = dict.fromkeys(view.tribe_leads(tribe))
    found.update(dict.fromkeys(p for c in view.chapters_in(tribe) for p in view.chapter_leads(c)))
    if limits[OWNERS]:
        found.update(dict.fromkeys(p for s in view.squads_in(tribe) for p in view.owners(s)))
    return tuple(found)


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that declare a management team."""
    return [tribe for tribe in index.tribes if index.management_teams.people.get(tribe)]


def instants(index: Index, tribe: str, limits: Limits) -> Iterable[dt.date]:
    """Return when the team, the leads or (where they belong to it) the owners change."""
    yield from index.management_teams.moments(tribe)
    yield from index.tribe_leads.moments(tribe)
    for chapter in index.chapters_in[tribe]:
        yield from index.chapter_leads.moments(chapter)
    for squad in index.squads_in[tribe] if limits[OWNERS] else ():
        yield from index.owners.moments(squad)


def fixes(view: View, tribe: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Declare the team that is expected; then one by one: who comes in, who goes out."""
    expected = [ref.id for ref in broken.facts["expected"]]
    if expected:
        yield Edit("change", {"kind": "tribe", "id": tribe, "fields": {"management_team": expected}})
    for person in broken.evidence:
        if person not in expected:
            yield Edit("relieve", {"person": person, "role": "management_team", "of": tribe})


RULE = Rule(
    code="TL003",
    name="management-team-mismatch",
    kind="tribe",
    severity="advice",
    confidence="stated",
    source=Reference("brunel", "pm-roles", "De tribe lead vormt samen met de chapter leads een ‘MT’"),
    references=(Reference("brunel", "agile", "Vormen samen"),),
    formal="MT(t) = {lead(t)} ∪ {lead(c) : c ∈ t} for every instant at which a team is declared",
    parameters=(
        Parameter(
            OWNERS,
            "reading",
            Wording(
                "Whether product owners belong to the management team of their tribe",
                "Of product owners in het managementteam van hun tribe zitten",
            ),
        ),
    ),
    message=Wording(
        "The management team of tribe {subject} is {team}; the tribe lead with the chapter leads would be {expected}",
        "Het managementteam van tribe {subject} is {team}; de tribe lead met de chapter leads zou zijn: {expected}",
    ),
    finds=Wording(
        "A tribe whose declared management team is not exactly its tribe lead with its chapter leads. A tribe that declares none has "
        "the derived one, which is always right.",
        "Een tribe waarvan het opgegeven managementteam niet precies bestaat uit de tribe lead en de chapter leads. Een tribe zonder "
        "opgave heeft het afgeleide team, en dat klopt altijd.",
    ),
    matters=Wording(
        "In this team the ‘what’ of the tribe meets the ‘how’ of the chapters: policy and vision are set there. Who is missing does "
        "not carry them; who is extra weighs in without people to answer for.",
        "In dit team ontmoet het ‘wat’ van de tribe het ‘hoe’ van de chapters: daar ontstaan beleid en visie. Wie ontbreekt draagt "
        "ze niet; wie extra is beslist mee zonder er mensen voor te leiden.",
    ),
    remedy=Wording(
        "Let the chapter leads in, thank the others, or leave the field out so that the team follows from the roles",
        "Neem de chapter leads op, bedank de anderen, of laat het veld weg zodat het team uit de rollen volgt",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("tribe.management_team",),
    points_at=("management_team",),
    good=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, lead: l, management_team: [a, l], chapters: [{id: dev, lead: a}], squads: [{id: s, product_owner: b}]}, {id: u}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, lead: l, management_team: [l, {person: a, from: 2027-01-01}],
          chapters: [{id: dev, lead: {person: a, from: 2027-01-01}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, lead: l, management_team: [l, b], chapters: [{id: dev, lead: a}], squads: [{id: s, product_owner: b}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, lead: l, management_team: [l, {person: a, from: 2027-02-01}], chapters: [{id: dev, from: 2027-01-01, lead: a}]}]
        """,
    ),
)
