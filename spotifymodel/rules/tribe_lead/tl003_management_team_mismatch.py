"""TL003: the management team is the tribe lead with the chapter leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.moments import moments
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Parameter, Reference, Rule, Wording, people

__all__ = ["RULE"]


OWNERS = "mt.includes_po"


def judge(view: View, tribe: str, limits: Limits) -> Broken | None:
    """Compare a declared team with the derived one; a tribe that declares none has the derived one."""
    declared = view.management_team(tribe)
    if not declared:
        return None
    wanted = dict.fromkeys(view.tribe_leads(tribe))
    for chapter in view.chapters_in(tribe):
        wanted.update(dict.fromkeys(view.chapter_leads(chapter)))
    if limits[OWNERS]:
        for squad in view.squads_in(tribe):
            wanted.update(dict.fromkeys(view.owners(squad)))
    missing = tuple(p for p in wanted if p not in declared)
    extra = tuple(p for p in declared if p not in wanted)
    if not missing and not extra:
        return None
    return Broken(evidence=(*missing, *extra), facts={"team": people(declared), "missing": people(missing), "extra": people(extra)})


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes that declare a team."""
    return [t for t, record in index.tribes.items() if record.management_team]


def instants(index: Index, tribe: str, _limits: Limits) -> Iterable[dt.date]:
    """Return the dates of the tribe and of its declared team."""
    return moments(index, "tribe", tribe, "own") | set(index.management_teams.moments(tribe))


def fixes(_view: View, tribe: str, _broken: Broken, _limits: Limits) -> Iterable[Edit]:
    """Leave the declaration out: then the team is derived."""
    yield Edit("change", {"kind": "tribe", "id": tribe, "fields": {"management_team": None}})


RULE = Rule(
    code="TL003",
    name="management-team-mismatch",
    kind="tribe",
    severity="advice",
    confidence="stated",
    source=Reference("brunel", "pm-roles", "vormt samen met de chapter leads een ‘MT’"),
    formal="MT(t) = {TL(t)} ∪ {CL(c): c∈t}",
    parameters=(Parameter(OWNERS, "reading", Wording("Whether product owners belong to it", "Of product owners erbij horen")),),
    message=Wording(
        "The management team of {subject} is {team}; missing: {missing}; not tribe lead or chapter lead: {extra}",
        "Het managementteam van {subject} is {team}; ontbrekend: {missing}; geen tribe lead of chapter lead: {extra}",
    ),
    finds=Wording(
        "A declared management team that is not the tribe lead together with the chapter leads.",
        "Een opgegeven managementteam dat niet uit de tribe lead en de chapter leads bestaat.",
    ),
    matters=Wording(
        "In the paper the team that decides on policy is the one that manages people and means. Product owners steer "
        "squads and are steered by the tribe lead.",
        "In de whitepaper beslist het team dat over mensen en middelen gaat over het beleid. Product owners sturen "
        "squads en worden door de tribe lead aangestuurd.",
    ),
    remedy=Wording(
        "Add who is missing, take out who is extra, or leave the field out so that it is derived",
        "Voeg toe wie ontbreekt, haal weg wie te veel is, of laat het veld weg zodat het wordt afgeleid",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("tribe.management_team",),
    points_at=("management_team", "id"),
    good=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, management_team: [b, a], chapters: [{id: c, lead: b}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: d}]
        tribes: [{id: t, lead: a, management_team: [a, {person: b, until: 2027-01-01}, {person: d, from: 2027-01-01}],
          chapters: [{id: c, lead: [{person: b, until: 2027-01-01}, {person: d, from: 2027-01-01}]}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: a, management_team: [a], chapters: [{id: c, lead: b}]}]
        """,
        """
        people: [{id: a}, {id: b}, {id: d}]
        tribes: [{id: t, lead: a, management_team: [a, b], chapters: [{id: c, lead: [{person: b, until: 2027-01-01}, {person: d,
          from: 2027-01-01}]}]}]
        """,
    ),
)
