"""What a plan must not forget: duties and blocks of the life cycle that nobody would hold, and who has to be consulted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from ..graph.index import index_of
from ..graph.view import View
from ..model.org import Org
from ..rules.duties import duty_keys, duty_name, holders
from .move import Move
from .people.candidate import Candidate

__all__ = ["consultation", "duties_without_holder", "typed"]

_DUTY: Final = {
    "en": "{duty}: held today ({were}), by nobody in the plan",
    "nl": "{duty}: nu belegd ({were}), in het voorstel bij niemand",
}
# Only who plans in Dutch is told of Dutch law; a flag for people who know it, no advice.
_WORKS_COUNCIL: Final = (
    "advies van de ondernemingsraad (artikel 25 WOR) voordat een plaatsing bindend is: {managers} van {people} mensen {get} een andere "
    "leidinggevende, {new} een nieuwe functie; dit is een signaal, geen juridisch advies"
)


def duties_without_holder(
    before: Org, after: Org, people: Sequence[Candidate], language: Literal["en", "nl"]
) -> tuple[Mapping[str, Any], ...]:
    """Return the duties and blocks that somebody holds today and nobody in a plan.

    Notes
    -----
    Where a chart says no type of product manager the job title does; who holds what then follows the whitepaper's roles.
    """
    today, tomorrow = (View(index_of(typed(org, people))) for org in (before, after))
    found = []
    for duty in duty_keys():
        were = tuple(p for p, sure in holders(today, duty).items() if sure)
        if were and not holders(tomorrow, duty):
            name = duty_name(duty)[language]
            found.append({"duty": duty, "were": list(were), "text": _DUTY[language].format(duty=name, were=", ".join(were))})
    return tuple(found)


def typed(org: Org, people: Sequence[Candidate]) -> Org:
    """Return a chart in which the job title says the type of product manager where the record does not."""
    for one in people:
        if one.person.pm_type is None and one.title.pm_type is not None:
            org = org.change("person", one.id, pm_type=one.title.pm_type)
    return org


def consultation(moves: Sequence[Move], language: Literal["en", "nl"]) -> tuple[Mapping[str, Any], ...]:
    """Return whom to consult before a plan binds anybody, as flags."""
    managers = sum(move.before["line_manager"] != move.line_manager for move in moves)
    new = sum(move.hr_status == "new" for move in moves)
    if language != "nl" or not (managers or new):
        return ()
    get = "krijgt" if managers == 1 else "krijgen"
    return ({"kind": "works_council", "text": _WORKS_COUNCIL.format(managers=managers, people=len(moves), get=get, new=new)},)
