"""What is minimised, dearest first; each term is a count that people understand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["TERMS", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """One number to be as small as possible before the next is looked at.

    Attributes
    ----------
    name : str
    tier : int
        0 nobody is lost, 1 promises, 2 money and time, 3 people, 4 balance.
    unit : str
    en, nl : str
        What it counts.
    """

    name: str
    tier: int
    unit: str
    en: str
    nl: str


TERMS: Final = (
    Term("unplaced", 0, "people", "people without a seat", "mensen zonder plaats"),
    Term(
        "unmet_needs", 1, "half seats", "needed half seats that nobody of today fills", "gevraagde halve plaatsen die niemand van nu vult"
    ),
    Term(
        "unmet_skills",
        1,
        "skills",
        "required skills that nobody in the squad has at that level",
        "gevraagde vaardigheden die niemand in de squad op dat niveau heeft",
    ),
    Term("open_owner_seats", 1, "squads", "squads without an owner of today", "squads zonder eigenaar van nu"),
    Term("owners_not_fit", 1, "people", "owners who do not fit the profile yet", "eigenaren die nog niet aan het profiel voldoen"),
    Term("owners_unknown", 1, "people", "owners of whom too little is known", "eigenaren van wie te weinig bekend is"),
    Term("owners_of_another_trade", 1, "people", "owners who manage no product today", "eigenaren die nu geen product managen"),
    Term(
        "dropped_needs", 1, "half seats", "needed half seats for which there is no room", "gevraagde halve plaatsen waarvoor geen ruimte is"
    ),
    Term("hires", 2, "people", "people to hire for needed seats", "aan te nemen mensen voor gevraagde plaatsen"),
    Term(
        "other_tribe",
        3,
        "people",
        "people in another tribe than that of their unit",
        "mensen in een andere tribe dan die van hun afdeling",
    ),
    Term("two_squads", 3, "people", "people in two squads", "mensen in twee squads"),
    Term("half_idle", 3, "people", "people with half a seat", "mensen met een halve plaats"),
    Term("preferences", 3, "steps", "steps from the squads that people prefer", "stappen van de squads die mensen het liefst hebben"),
    Term("other_site", 3, "seats", "seats away from the site of the squad", "plaatsen buiten de locatie van de squad"),
    Term("beyond_need", 4, "half seats", "half seats beyond what squads need", "halve plaatsen boven wat squads nodig hebben"),
)
