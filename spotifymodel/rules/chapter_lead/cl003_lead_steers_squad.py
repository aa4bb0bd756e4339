"""CL003: a squad is steered by its product owner, not by a chapter lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ...model.edits import Edit
from ..rule import Broken, Limits, Reference, Rule, Wording, people

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for chapter leads among those who steer a squad without owning it."""
    steering = view.steerers(squad)
    if not steering:
        return None
    owners = view.owners(squad)
    leads = tuple(p for p in steering if p not in owners and view.chapters_led(p))
    return Broken(evidence=leads, facts={"steering": people(leads)}) if leads else None


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads that somebody steers who ever leads a chapter."""
    leads = index.chapters_led.keys()
    return [squad for squad, steering in index.steerers.people.items() if not leads.isdisjoint(steering)]


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return when steering, owning and leading begin and end for those who ever steer the squad."""
    for person in index.steerers.people.get(squad, ()):
        ties = [(index.steerers, squad), (index.owners, squad), *((index.chapter_leads, c) for c in index.chapters_led.get(person, ()))]
        for relation, holder in ties:
            for stint in relation.stints(holder, person):
                yield from stint
    yield from index.life.get(squad, ())


def fixes(view: View, squad: str, broken: Broken, limits: Limits) -> Iterable[Edit]:
    """Take the steering away; the product owner has it."""
    for person in broken.evidence:
        yield Edit("relieve", {"person": person, "role": "steerer", "of": squad})


RULE = Rule(
    code="CL003",
    name="lead-steers-squad",
    kind="squad",
    severity="warning",
    confidence="stated",
    source=Reference("brunel", "tribe", "en dus niet door de chapter lead"),
    references=(Reference("kniberg-2012", "Chapters and guilds"),),
    formal="p ∈ steered_by(s,t) ∧ p ∉ owners(s,t) ⇒ ¬∃c: leads(p,c,t) for every instant t",
    message=Wording(
        "Chapter lead {steering} steers squad {subject}; that is for its product owner to do",
        "Chapter lead {steering} stuurt squad {subject} aan; dat is aan de product owner",
    ),
    finds=Wording(
        "A squad that a chapter lead steers without being its product owner. A lead who is product owner of the squad steers as "
        "product owner, which is fine here.",
        "Een squad die door een chapter lead wordt aangestuurd die geen product owner van de squad is. Een lead die dat wel is stuurt "
        "als product owner, en dat mag hier.",
    ),
    matters=Wording(
        "The lead speaks about how, the owner about what. A lead who also sets the work turns a chapter back into a department and "
        "an owner into a planner.",
        "De lead gaat over het ‘hoe’, de product owner over het ‘wat’. Een lead die ook het werk bepaalt maakt van een chapter weer "
        "een afdeling en van de product owner een planner.",
    ),
    remedy=Wording(
        "End the steering, and let the product owner decide on the work of the squad",
        "Beëindig de aansturing en laat de product owner over het werk van de squad beslissen",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    fixes=fixes,
    needs=("squad.steered_by",),
    points_at=("steered_by",),
    good=(
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l}], squads: [{id: s, product_owner: l, steered_by: [l, a]}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: {person: l, from: 2027-01-01}}],
          squads: [{id: s, product_owner: a, steered_by: {person: l, until: 2027-01-01}}]}]
        """,
    ),
    bad=(
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: l}], squads: [{id: s, product_owner: a, steered_by: l}]}]
        """,
        """
        people: [{id: l}, {id: a}]
        tribes: [{id: t, chapters: [{id: dev, lead: {person: l, from: 2027-01-01}}],
          squads: [{id: s, product_owner: {person: l, until: 2027-03-01}, steered_by: l}]}]
        """,
    ),
)
