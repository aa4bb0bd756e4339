"""SQ009: every squad belongs to a tribe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Count the tribes of a squad; the file format makes more than one impossible."""
    return Broken(0, 1) if view.index.tribe_of.get(squad) is None else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads outside tribes."""
    return [squad for squad, tribe in index.tribe_of.items() if tribe is None]


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return the life of the squad: tribes have no dates."""
    return index.life.get(squad, ())


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Attach it to the tribe of its people's other squads or of their chapters, the most frequent first; else to the only one."""
    index = view.index
    ties: dict[str, int] = {}
    for person in index.squad_people.get(squad, ()):
        chapters = [index.chapter_tribe[c] for c in index.chapters_of.get(person, ())]
        teams = [index.tribe_of[s] for s in index.squads_of.get(person, ())]
        for tribe in {t for t in (*chapters, *teams) if t is not None}:
            ties[tribe] = ties.get(tribe, 0) + 1
    near = sorted((t for t in index.tribes if t in ties), key=lambda t: -ties[t])
    for tribe in near or (list(index.tribes) if len(index.tribes) == 1 else []):
        yield Edit("change", {"kind": "squad", "id": squad, "fields": {"tribe": tribe}})


RULE = Rule(
    code="SQ009",
    name="squad-outside-tribe",
    kind="squad",
    severity="error",
    confidence="inferred",
    source=Reference("brunel", "blocks", "opgebouwd uit verschillende bouwstenen: tribes, squads en chapters"),
    references=(Reference("kniberg-2012", "Tribes"),),
    formal="|{t : in_tribe(s,t)}| = 1",
    message=Wording(
        "Squad {subject} stands in no tribe; every squad belongs to exactly one",
        "Squad {subject} hoort bij geen tribe; elke squad hoort bij precies één tribe",
    ),
    finds=Wording(
        "A squad that is written outside the tribes. Somebody may do so on the way from a list of teams to an organisation: it is "
        "legal to write and an error to leave.",
        "Een squad die buiten de tribes staat. Dat mag onderweg van een lijst teams naar een organisatie, maar niet als eindstand.",
    ),
    matters=Wording(
        "A tribe gives a squad its purpose, its tribe lead steers the product owner, and its chapters give people a line manager. "
        "Outside a tribe nobody does.",
        "Een tribe geeft een squad richting, de tribe lead stuurt de product owner aan en de chapters leveren lijnmanagers. Buiten "
        "een tribe doet niemand dat.",
    ),
    remedy=Wording(
        "Attach the squad to the tribe whose purpose it serves, or start a tribe for it and its neighbours",
        "Plaats de squad in de tribe waarvan hij het doel dient, of begin een tribe voor de squad en zijn buren",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    worse="low",
    moved_by_seats="no",
    good=(
        """
        people: []
        tribes: [{id: t, squads: [{id: s}, {id: r}]}]
        """,
        """
        people: []
        tribes: [{id: t, squads: [{id: s, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: [{id: a}]
        tribes: [{id: t, squads: [{id: s, members: [a]}]}, {id: u}]
        squads: [{id: r, members: [a]}]
        """,
        """
        people: []
        tribes: [{id: t}]
        squads: [{id: r, from: 2027-01-01}]
        """,
    ),
)
