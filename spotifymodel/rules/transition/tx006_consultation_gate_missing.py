"""TX006: the works council is asked before the first binding placement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ...graph.index import ORGANISATION
from ...graph.stage import Stage, Stages
from ...graph.view import View
from ...model.edits import Edit
from ...model.line import Gate
from ..consultation import asks_works_council
from ..rule import Broken, InSequence, Limits, Parameter, Phrase, Reference, Rule, Wording, only_in_sequence
from ..staging import stage_label

__all__ = ["RULE"]

LOCALE: Final = "locale"
PEOPLE: Final = (
    Wording("one person gets", "één persoon een andere plaats krijgt"),
    Wording("{number} people get", "{number} mensen een andere plaats krijgen"),
)


def subjects(_stages: Stages, limits: Limits) -> Iterable[str]:
    """Name the organisation where Dutch law on consultation applies."""
    return (ORGANISATION,) if limits[LOCALE] == "nl" else ()


def judge(stages: Stages, _subject: str, _limits: Limits) -> tuple[Stage, Broken] | None:
    """Look for a gate of the works council on or before the first stage at which somebody gets another seat.

    A gate is before a stage by its date, or by its wave, which is the number of the stage. Where neither can be compared, a gate
    that is there is enough.
    """
    first = _first_placement(stages)
    if first is None:
        return None
    stage, placed = first
    if any(_before(gate, stage) for one in stages for gate in _gates(one.view)):
        return None
    people = Phrase(PEOPLE[len(placed) > 1], {"number": len(placed)})
    return stage, Broken(len(placed), None, placed, {"stage": stage_label(stage), "people": people})


def _first_placement(stages: Stages) -> tuple[Stage, tuple[str, ...]] | None:
    """Return the first stage at which people of the stage before sit in squads or chapters that they did not sit in."""
    before = stages[0]
    for stage in stages[1:]:
        people = before.view.index.people
        had = {(p, seat) for p in people for seat in _seats(before.view, p)}
        placed = [p for p, record in people.items() if not record.vacancy and any((p, seat) not in had for seat in _seats(stage.view, p))]
        if placed:
            return stage, tuple(placed)
        before = stage
    return None


def _seats(view: View, person: str) -> list[tuple[str, str]]:
    return [*(("squad", s) for s in view.squads_of(person)), *(("chapter", c) for c in view.chapters_of(person))]


def _gates(view: View) -> list[Gate]:
    return [gate for gate in view.index.chart.gates if asks_works_council(gate.kind)]


def _before(gate: Gate, stage: Stage) -> bool:
    if gate.wave is not None and gate.wave > stage.number:
        return False
    return gate.date is None or stage.start is None or gate.date <= stage.start


def fixes(view: View, _subject: str, _broken: Broken, _limits: Limits) -> Iterator[Edit]:
    """Put a gate before the stage."""
    gate = {"kind": "works_council"} | ({} if view.day is None else {"date": view.day.isoformat()})
    yield Edit("change", {"kind": ORGANISATION, "id": ORGANISATION, "fields": {"gates": [*view.index.chart.gates, gate]}})


RULE = Rule(
    code="TX006",
    name="consultation-gate-missing",
    kind="organisation",
    severity="advice",
    confidence="stated",
    source=Reference("dutch-law", "Article 25(1)(e) WOR"),
    formal="locale = nl ⇒ ∃ gate(works_council) ≤ first stage with a binding placement",
    parameters=(
        Parameter(LOCALE, "reading", Wording("Whose law on consulting employees applies", "Welk recht over medezeggenschap geldt")),
    ),
    message=Wording(
        "No gate for the advice of the works council before {stage}, in which {people} another seat",
        "Geen moment voor advies van de ondernemingsraad vóór {stage}, waarin {people}",
    ),
    finds=Wording(
        "Charts in sequence that give people other seats in squads or chapters while no gate of the kind works_council comes before. "
        "Where no chart lists any gate the answer is unknown. This is no legal advice.",
        "Opeenvolgende organogrammen die mensen een andere plaats in squads of chapters geven zonder dat een moment van de soort "
        "works_council eraan voorafgaat. Staat er geen enkel moment vermeld, dan is het antwoord onbekend. Dit is geen juridisch advies.",
    ),
    matters=Wording(
        "Under Dutch law the works council must be asked for advice on an important change of the organisation, early enough to matter. A "
        "plan that asks afterwards can be stopped by a court.",
        "Naar Nederlands recht moet de ondernemingsraad om advies worden gevraagd over een belangrijke wijziging van de organisatie, op "
        "tijd om er iets toe te doen. Een plan dat achteraf vraagt, kan door de rechter worden stilgelegd.",
    ),
    remedy=Wording(
        "Put a gate for the advice of the works council before the first wave that binds anybody",
        "Neem een moment voor advies van de ondernemingsraad op vóór de eerste golf die iemand bindt",
    ),
    judge=only_in_sequence,
    in_sequence=InSequence(subjects, judge),
    whole_charts=False,
    fixes=fixes,
    needs=("gate.kind",),
    points_at=("gates",),
    good=(
        """
        people: [{id: anna}]
        gates: [{kind: works_council, wave: 1}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, chapters: [{id: c, lead: anna}]}]
        """,
        """
        people: [{id: anna}]
        gates: [{kind: OR-advies, date: 2026-12-01}]
        tribes: [{id: t, chapters: [{id: c, lead: {person: anna, from: 2027-01-01}}]}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, chapters: [{id: c, lead: anna}]}]
        """,
    ),
    bad=(
        """
        people: [{id: anna}]
        gates: [{kind: go_live, wave: 1}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, chapters: [{id: c, lead: anna}]}]
        """,
        """
        people: [{id: anna}]
        gates: [{kind: works_council, date: 2027-02-01}]
        tribes: [{id: t, chapters: [{id: c, lead: {person: anna, from: 2027-01-01}}]}]
        ---
        people: [{id: anna}]
        tribes: [{id: t, chapters: [{id: c, lead: anna}]}]
        """,
    ),
)
