"""What people who know the law and the people have to judge: flags with numbers, never advice, never names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["flags_of"]

#: Exits within three months in one working area from which the Dutch act on collective redundancies (WMCO, art. 3) asks a notice.
_COLLECTIVE: Final = 20
_SAY: Final = {
    "en": {
        "placed": "everybody has a place in the plan; it proposes no dismissal",
        "open": "people without a seat yet: {n}; that is a question to the plan, not to them: it proposes no dismissal",
        "jobs": "jobs that change: {changed}, new jobs: {new}; whether a job is interchangeable is for HR to judge, case by case",
        "advice": "these are flags for people to judge, no legal advice",
    },
    "nl": {
        "placed": "iedereen heeft een plaats in het voorstel; het stelt geen ontslag voor",
        "open": "mensen nog zonder plaats: {n}; dat is een vraag aan het plan, niet aan hen: het stelt geen ontslag voor",
        "jobs": "functies die veranderen: {changed}, nieuwe functies: {new}; of een functie uitwisselbaar is beoordeelt HR, per geval",
        "exits": (
            "vertrekken er door het plan binnen drie maanden {limit} of meer mensen in één werkgebied, dan geldt de Wet melding collectief "
            "ontslag (WMCO); nu zonder plaats: {n}"
        ),
        "advice": "dit zijn signalen om zelf te beoordelen, geen juridisch advies",
    },
}


def flags_of(plan: Plan) -> tuple[Mapping[str, str], ...]:
    """Return the flags of a plan; those of Dutch law only where it is in Dutch."""
    say, status = _SAY[plan.language], Counter(move.hr_status for move in plan.moves)
    found = [{"kind": flag["kind"], "text": flag["text"]} for flag in plan.gaps["consultation"]]
    missing = status["open"]
    found.append({"kind": "places", "text": say["open" if missing else "placed"].format(n=missing)})
    if status["changed"] or status["new"]:
        found.append({"kind": "interchangeable", "text": say["jobs"].format(changed=status["changed"], new=status["new"])})
    if "exits" in say:
        found.append({"kind": "collective_redundancy", "text": say["exits"].format(limit=_COLLECTIVE, n=missing)})
    return (*found, {"kind": "no_advice", "text": say["advice"]})
