"""SQ005: every squad has a mission, because that is what its owner steers on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from ...graph.index import Index
from ...graph.view import View
from ..rule import Broken, Limits, Reference, Rule, Wording

__all__ = ["RULE"]


def judge(view: View, squad: str, _limits: Limits) -> Broken | None:
    """Look for a mission; blank text is none."""
    mission = view.index.squads[squad].mission
    return None if mission and not mission.isspace() else Broken()


def suspects(index: Index, _limits: Limits) -> Iterable[str]:
    """Name the squads whose record has no mission, or a blank one."""
    return [squad for squad, record in index.squads.items() if not record.mission or record.mission.isspace()]


def instants(index: Index, squad: str, _limits: Limits) -> Iterable[dt.date]:
    """Return the life of the squad: a mission has no dates of its own."""
    return index.life.get(squad, ())


RULE = Rule(
    code="SQ005",
    name="squad-without-mission",
    kind="squad",
    severity="warning",
    confidence="inferred",
    source=Reference("brunel", "blocks", "Stuurt op het ‘wat’: de missie van een squad"),
    references=(Reference("kniberg-2012", "Squads"), Reference("mckinsey-ing-2017")),
    formal="mission(s) ≠ ∅",
    message=Wording(
        "Squad {subject} has no mission; the mission is the ‘what’ that a product owner steers on",
        "Squad {subject} heeft geen missie; de missie is het ‘wat’ waarop een product owner stuurt",
    ),
    finds=Wording(
        "A squad without a mission in a chart where other squads have one. Where no squad has one the answer is unknown: perhaps "
        "missions are simply kept elsewhere.",
        "Een squad zonder missie in een chart waarin andere squads er wel een hebben. Heeft geen enkele squad er een, dan is het "
        "antwoord onbekend: misschien staan missies elders.",
    ),
    matters=Wording(
        "Without a mission the product owner has nothing to set priorities by, and the squad becomes a queue of requests from others.",
        "Zonder missie heeft de product owner niets om op te prioriteren en wordt de squad een wachtrij van andermans verzoeken.",
    ),
    remedy=Wording(
        "Write in one sentence what the squad is there for, in terms of the customer",
        "Schrijf in één zin waar de squad voor is, in termen van de klant",
    ),
    judge=judge,
    suspects=suspects,
    instants=instants,
    needs=("squad.mission",),
    moved_by_seats="no",
    good=(
        """
        people: []
        squads: [{id: s, mission: Extra aflossen in één minuut}, {id: r, mission: Je hypotheek in je broekzak}]
        """,
        """
        people: []
        squads: [{id: s, mission: Extra aflossen in één minuut, until: 2027-01-01}]
        """,
    ),
    bad=(
        """
        people: []
        squads: [{id: s, mission: Extra aflossen in één minuut}, {id: r}]
        """,
        """
        people: []
        squads: [{id: s, mission: Extra aflossen in één minuut}, {id: r, mission: "  ", from: 2027-01-01}]
        """,
    ),
)
