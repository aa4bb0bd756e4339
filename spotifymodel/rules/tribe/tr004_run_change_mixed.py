"""TR004: development and service sit in different tribes, or together on purpose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Missing, Reference, Rule, Wording, squads

__all__ = ["RULE"]


def judge(view: View, tribe: str, _limits: Limits) -> Broken | Missing | None:
    """Look for run and change squads in one tribe; a squad that does not say is of its tribe's kind, if that says."""
    record = view.index.tribes[tribe]
    living = view.squads_in(tribe)
    if record.mixed_on_purpose or len(living) < 2:
        return None
    kinds = {s: view.index.squads[s].kind or record.kind for s in living}
    run, change = (tuple(s for s in living if kinds[s] == kind) for kind in ("run", "change"))
    if run and change:
        return Broken(evidence=(*run, *change), facts={"run": squads(run), "change": squads(change)})
    return Missing(("squad.kind",)) if None in kinds.values() else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the tribes with several squads, not all of them of one known kind."""
    found: list[str] = []
    for tribe, record in index.tribes.items():
        kinds = {index.squads[s].kind or record.kind for s in index.squads_in[tribe]}
        if not record.mixed_on_purpose and len(index.squads_in[tribe]) > 1 and (None in kinds or {"run", "change"} <= kinds):
            found.append(tribe)
    return found


def instants(index: Index, tribe: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when squads of the tribe begin and end."""
    for squad in index.squads_in[tribe]:
        yield from index.life.get(squad, ())


def fixes(view: View, tribe: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Move the squads of the smaller part to a tribe of their kind, one by one; else say that the mix is meant."""
    index = view.index
    run, change = ([ref.id for ref in broken.facts[kind]] for kind in ("run", "change"))
    few, kind = (run, "run") if len(run) <= len(change) else (change, "change")
    for other in [t for t, record in index.tribes.items() if t != tribe and record.kind == kind][:1]:
        for squad in few:
            yield Edit("change", {"kind": "squad", "id": squad, "fields": {"tribe": other}})
    yield Edit("change", {"kind": "tribe", "id": tribe, "fields": {"mixed_on_purpose": True}})


RULE = Rule(
    code="TR004",
    name="run-change-mixed",
    kind="tribe",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "tribe", "worden in verschillende tribes ondergebracht"),
    references=(
        Reference("brunel", "to-management", "onderscheid tussen ontwikkel- en beheers/service-"),
        Reference("brunel", "roles20", "In service/beheer/run tribe"),
    ),
    formal="|{kind(s) : s ∈ t} ∩ {run, change}| ≤ 1 ∨ mixed_on_purpose(t) for every instant",
    message=Wording(
        "Tribe {subject} mixes run ({run}) and change ({change}) squads; make sure that is meant",
        "Tribe {subject} combineert run- ({run}) en change-squads ({change}); ga na of dat de bedoeling is",
    ),
    finds=Wording(
        "A tribe with squads for development (change) and for service (run) at the same time, which does not say that this is on "
        "purpose. Where the kind of a squad is not known, and nothing else is mixed, the answer is unknown.",
        "Een tribe met tegelijk squads voor ontwikkeling (change) en voor service (run), zonder dat er staat dat dit de bedoeling is. "
        "Is de soort van een squad onbekend en is er verder niets gemengd, dan is het antwoord onbekend.",
    ),
    matters=Wording(
        "Service answers to incidents today, development to plans for the quarter. In one tribe the urgent tends to push out the "
        "important. The Dutch ‘verschillende’ may also mean ‘various’, so a deliberate mix is respected.",
        "Service reageert op incidenten van vandaag, ontwikkeling op plannen voor het kwartaal. In één tribe verdringt het urgente al "
        "snel het belangrijke. ‘Verschillende’ kan ook ‘diverse’ betekenen, dus een bewuste keuze wordt gerespecteerd.",
    ),
    remedy=Wording(
        "Bring run and change squads into tribes of their own, or set mixed_on_purpose and write down why",
        "Breng run- en change-squads onder in eigen tribes, of zet mixed_on_purpose en leg vast waarom",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("squad.kind",),
    points_at=("squads", "id"),
    moved_by_seats="no",
    good=(
        """
        people: []
        tribes: [{id: t, squads: [{id: s, kind: change}, {id: r, kind: platform}]},
          {id: u, mixed_on_purpose: true, squads: [{id: q, kind: run}, {id: p, kind: change}]}]
        """,
        """
        people: []
        tribes: [{id: t, squads: [{id: s, kind: change, until: 2027-01-01}, {id: r, kind: run, from: 2027-01-01}]}]
        """,
    ),
    bad=(
        """
        people: []
        tribes: [{id: t, kind: change, squads: [{id: s}, {id: r, kind: run}]}, {id: u, kind: run}]
        """,
        """
        people: []
        tribes: [{id: t, squads: [{id: s, kind: change, until: 2027-02-01}, {id: r, kind: run, from: 2027-01-01}]}]
        """,
    ),
)
