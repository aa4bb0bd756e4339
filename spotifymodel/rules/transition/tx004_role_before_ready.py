"""TX004: nobody starts in a role before they are ready for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.stage import Stage, Stages
from ...graph.view import View
from ..role_names import ROLES, ready_on
from ..rule import Broken, InSequence, Limits, Missing, Phrase, Reference, Rule, Wording, only_in_sequence
from ..staging import stage_label

__all__ = ["RULE"]

ON = Wording("on {day}", "op {day}")
IN = Wording("in {stage}", "in {stage}")


def holds(view: View, person: str, role: str) -> bool:
    """Tell whether somebody has a role anywhere at an instant."""
    if role == "product_owner":
        return bool(view.owned_by(person))
    if role == "chapter_lead":
        return bool(view.chapters_led(person))
    if role == "tribe_lead":
        return bool(view.tribes_led(person))
    return bool(view.squads_coached(person) or view.tribes_coached(person))


def subjects(stages: Stages, _limits: Limits) -> Iterable[str]:
    """Name everybody who trains for a role at some stage."""
    return dict.fromkeys(
        p for stage in stages for p, record in stage.view.index.people.items() if any(t.role is not None for t in record.training)
    )


def judge(stages: Stages, person: str, _limits: Limits) -> tuple[Stage, Broken] | Missing | None:
    """Return the first stage at which somebody has a role that they are trained for only later.

    A role held from the first stage on, of which no first day is told, started before the transition and is left alone. Unknown
    where a role begins at a stage of which neither the first nor the last day is told.
    """
    undecided = False
    for role in ROLES:
        for k, stage in enumerate(stages):
            ready = _ready(stage.view, person, role)
            if ready is None or not holds(stage.view, person, role):
                continue
            if stage.start is None and (k == 0 or _held_from_the_start(stages[:k], person, role)):
                continue
            if (stage.start is not None and stage.start < ready) or (
                stage.start is None and stage.until is not None and stage.until <= ready
            ):
                when = (
                    Phrase(ON, {"day": stage.start.isoformat()}) if stage.start is not None else Phrase(IN, {"stage": stage_label(stage)})
                )
                facts = {"role": Phrase(ROLES[role][1]), "when": when, "ready": ready.isoformat()}
                return stage, Broken(evidence=(person,), facts=facts)
            undecided |= stage.start is None and (stage.until is None or stage.until > ready)
    return Missing(("stage.start",)) if undecided else None


def _held_from_the_start(stages: Stages, person: str, role: str) -> bool:
    return all(holds(stage.view, person, role) for stage in stages)


def _ready(view: View, person: str, role: str) -> dt.date | None:
    """Return the day on which the last training of somebody for a role is ready; ``None`` where there is none."""
    record = view.index.people.get(person)
    return None if record is None else ready_on(record.training, role)


RULE = Rule(
    code="TX004",
    name="role-before-ready",
    kind="person",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "pm20", "ervaring met scrum"),
    references=(Reference("denning-2021"),),
    formal="∀p, ∀ role r that p trains for: start(p,r) ≥ ready(p,r)",
    message=Wording(
        "{subject} starts as {role} {when}, the training ends on {ready}",
        "{subject} begint als {role} {when}, de opleiding eindigt op {ready}",
    ),
    finds=Wording(
        "Somebody who has a role of product owner, chapter lead, tribe lead or agile coach at a stage that begins before their training "
        "for it is ready. Roles that somebody had from the first stage on are left alone.",
        "Iemand die product owner, chapter lead, tribe lead of agile coach is in een fase die begint voordat de opleiding daarvoor klaar "
        "is. Een rol die iemand vanaf de eerste fase al had, blijft buiten beschouwing.",
    ),
    matters=Wording(
        "In large reorganisations two of five people had to learn another job. Who starts before they can do it, learns at the cost of a "
        "squad, and of their own standing.",
        "Bij grote reorganisaties moesten twee op de vijf mensen een ander vak leren. Wie begint voordat het kan, leert op kosten van de "
        "squad, en van het eigen gezag.",
    ),
    remedy=Wording(
        "Let the role begin when the training is ready, let somebody else hold it until then, or pair the person with an agile coach",
        "Laat de rol beginnen als de opleiding klaar is, laat iemand anders tot dan waarnemen, of koppel de persoon aan een agile coach",
    ),
    judge=only_in_sequence,
    in_sequence=InSequence(subjects, judge),
    whole_charts=False,
    needs=("person.training",),
    points_at=("training",),
    good=(
        """
        people: [{id: anna, training: [{role: product owner, ready: 2027-03-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: {person: anna, from: 2027-03-01}, from: 2027-03-01}]}]
        ---
        people: [{id: anna, training: [{role: product owner, ready: 2027-03-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: {person: anna, from: 2027-06-01}}]}]
        """,
        """
        people: [{id: anna, training: [{role: product_owner, ready: 2027-03-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna}]}]
        ---
        people: [{id: anna, training: [{role: product_owner, ready: 2027-03-01}, {skill: scrum, ready: 2027-09-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna, training: [{role: PO, ready: 2027-03-01}]}]
        tribes: [{id: t, squads: [{id: s, product_owner: {person: anna, from: 2027-02-01}, from: 2027-02-01}]}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, squads: [{id: s, product_owner: anna}]}]
        """,
        """
        people: [{id: anna}]
        ---
        people: [{id: anna, training: [{role: chapter lead, ready: 2027-09-01}]}]
        tribes: [{id: t, chapters: [{id: c, lead: {person: anna, until: 2027-06-01}}]}]
        """,
    ),
)
