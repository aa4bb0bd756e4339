"""Who may become product owner: yes, no or unknown, with what is missing.

The paper describes practice: product owners of product-related squads are often senior product managers, they have experience
with scrum, and it names what they are good at. How many years and which level that takes is a guess of the profile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

from ..model.people import Person
from .rule import Limits, Parameter, Phrase, Wording
from .spelling import folded

__all__ = ["OWNER_PARAMETERS", "OWNER_SKILLS", "Eligibility", "Gap", "Meanings", "eligible_owner", "owner_levels", "plainly_eligible"]

Answer = Literal["yes", "no", "unknown"]

YEARS: Final = "owner.min_agile_years"
SKILLS: Final = "owner.min_skills"
LEVEL: Final = "owner.skill_level"
FREE: Final = "owner.min_free"

#: What the predicate takes from a profile; rules and the transition declare them together.
OWNER_PARAMETERS: Final = (
    Parameter(
        YEARS,
        "years",
        Wording(
            "Years of agile or scrum experience that an owner has, at least",
            "Jaren agile- of scrumervaring die een eigenaar minstens heeft",
        ),
    ),
    Parameter(
        SKILLS,
        "skills",
        Wording(
            "How many of the five skills of an owner somebody has, at least",
            "Hoeveel van de vijf eigenaarsvaardigheden iemand minstens heeft",
        ),
    ),
    Parameter(LEVEL, "level", Wording("The level that counts for these skills", "Het niveau dat voor deze vaardigheden telt")),
    Parameter(
        FREE,
        "share",
        Wording(
            "The share of contract hours that other roles leave, at least", "Welk deel van de contracturen andere rollen minstens overlaten"
        ),
    ),
)

#: The five skills that the paper names for an owner, and what charts call them, folded.
OWNER_SKILLS: Final[Mapping[str, frozenset[str]]] = {
    "stakeholders": frozenset({"stakeholder", "stakeholders", "stakeholdermanagement"}),
    "customer-journey": frozenset(
        {"customerjourney", "customerjourneys", "customerjourneymapping", "journeymapping", "klantreis", "klantreizen"}
    ),
    "storytelling": frozenset({"storytelling"}),
    "mvp": frozenset(
        {"mvp", "minimalviableproduct", "minimumviableproduct", "experiment", "experimenten", "experimenteren", "experimentation"}
    ),
    "data-analytics": frozenset({"data", "dataanalyse", "dataanalysis", "dataanalytics", "datascience", "datause", "analytics"}),
}

_SENIOR: Final = frozenset({"senior", "sr", "lead", "principal", "expert", "staff", "head", "hoofd", "manager", "director", "directeur"})
_NOT_SENIOR: Final = frozenset(
    {"medior", "mid", "midlevel", "intermediate", "junior", "jr", "starter", "trainee", "intern", "stagiair", "stagiaire"}
)

_NO_SKILL: Final = frozenset({""})
_SENIORITY = Wording("a senior profile", "een senior profiel")
_AGILE = Wording("{needed} years of agile experience (has {found})", "{needed} jaar agile-ervaring (heeft {found})")
_AGILE_UNTOLD = Wording("{needed} years of agile experience", "{needed} jaar agile-ervaring")
_SKILLED = Wording("{needed} of the five owner skills at level {level}", "{needed} van de vijf eigenaarsvaardigheden op niveau {level}")
_TIME = Wording("time beside other roles ({found}% is left)", "tijd naast andere rollen (er blijft {found}% over)")
_INDEPENDENT = Wording("a place outside the second line", "een plaats buiten de tweede lijn")
_NOT_LEAD = Wording("a role other than tribe lead", "een andere rol dan tribe lead")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that somebody lacks, or of which the chart does not tell whether they do.

    Attributes
    ----------
    field : str
        The field that says so, or would: ``person.agile_years``.
    certain : bool
        ``False`` where the chart does not tell.
    phrase : Phrase
        What is lacking, for a message.
    needed, found : number or None
        What was asked and what there is, where it can be counted.
    """

    field: str
    certain: bool
    phrase: Phrase
    needed: float | int | None = None
    found: float | int | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether somebody may become product owner, and every gap, certain ones first."""

    gaps: tuple[Gap, ...] = ()

    @property
    def answer(self) -> Answer:
        """``no`` where a gap is certain, ``unknown`` where the chart does not tell enough, else ``yes``."""
        if any(gap.certain for gap in self.gaps):
            return "no"
        return "unknown" if self.gaps else "yes"

    @property
    def lacking(self) -> tuple[Gap, ...]:
        """The gaps that are certain."""
        return tuple(gap for gap in self.gaps if gap.certain)

    @property
    def untold(self) -> tuple[str, ...]:
        """The fields that would have to be filled in."""
        return tuple(gap.field for gap in self.gaps if not gap.certain)


def eligible_owner(
    person: Person,
    limits: Limits | Mapping[str, Any],
    *,
    leads_tribe: bool = False,
    names: Mapping[str, str] | None = None,
) -> Eligibility:
    """Return whether somebody fits the profile of a product owner.

    Senior, with agile experience, good at enough of the five skills that the paper names for an owner, with time left by other
    declared roles, not in the independent second line, and not the lead of a tribe.

    Parameters
    ----------
    person : Person
        A vacancy has no profile yet: its gaps are what to ask of whoever is hired.
    limits : mapping
        Values of :data:`OWNER_PARAMETERS`.
    leads_tribe : bool
        Whether the person leads a tribe at the time.
    names : mapping of str to str, optional
        Labels of skills, for charts whose skill ids say nothing.

    Returns
    -------
    Eligibility
        *No* only on what the chart tells. A skill that somebody's list leaves out is not told: it counts neither way.

    Examples
    --------
    >>> limits = {"owner.min_agile_years": 2, "owner.min_skills": 3, "owner.skill_level": 2, "owner.min_free": 0.5}
    >>> eligible_owner(Person(id="zoe", seniority="senior", agile_years=0.0), limits).answer
    'no'
    >>> vera = eligible_owner(Person(id="vera", seniority="Sr.", agile_years=3.0), limits)
    >>> vera.answer, vera.untold
    ('unknown', ('person.skills',))
    """
    gaps = [
        *_seniority(person),
        *_experience(person, limits[YEARS]),
        *_skills(person, limits[SKILLS], limits[LEVEL], names or {}),
        *_time(person, limits[FREE]),
    ]
    if person.second_line:
        gaps.append(Gap("person.second_line", True, Phrase(_INDEPENDENT)))
    if leads_tribe:
        gaps.append(Gap("tribe.lead", True, Phrase(_NOT_LEAD)))
    return Eligibility(tuple(sorted(gaps, key=lambda gap: not gap.certain)))


class Meanings(dict[str, str]):
    """Spelling of a skill → one of the five skills of an owner that it means, or nothing; worked out once per spelling.

    Parameters
    ----------
    label : callable
        Returns what the chart calls a skill, by its spelling.
    """

    __slots__ = ("_label",)

    def __init__(self, label: Callable[[str], str]) -> None:
        super().__init__()
        self._label = label

    def __missing__(self, reference: str) -> str:
        meant = self[reference] = next(iter(_owner_skills(reference, self._label(reference))), "")
        return meant


def plainly_eligible(people: Iterable[Person], limits: Limits | Mapping[str, Any], meanings: Meanings) -> set[str]:
    """Return the ids of those of whom a quick look tells that :func:`eligible_owner` says yes; perhaps not of everybody.

    Who has other roles, and who is good enough only by skills that mean two of the five at once, is left to the full look.
    """
    years, needed, level = limits[YEARS], limits[SKILLS], limits[LEVEL]
    if not _leaves(1, limits[FREE]):
        return set()
    return {
        one.id
        for one in people
        if one.agile_years is not None
        and one.agile_years >= years
        and not one.role_load
        and not one.second_line
        and _is_senior(one.seniority or "")
        and len({meanings[skill] for skill, at in one.skills.items() if at >= level} - _NO_SKILL) >= needed
    }


def owner_levels(person: Person, names: Mapping[str, str] | None = None) -> dict[str, int]:
    """Return somebody's level in each of the five skills of an owner that their list tells, however it is spelled there.

    Examples
    --------
    >>> owner_levels(Person(id="anna", skills={"Stakeholder-management": 2, "java": 3}))
    {'stakeholders': 2}
    """
    told: dict[str, int] = {}
    for reference, one in person.skills.items():
        for skill in _owner_skills(reference, (names or {}).get(reference, "")):
            told[skill] = max(one, told.get(skill, 0))
    return told


def _seniority(person: Person) -> list[Gap]:
    senior = _is_senior(person.seniority or "")
    return [] if senior else [Gap("person.seniority", senior is False, Phrase(_SENIORITY))]


@lru_cache(maxsize=1024)
def _is_senior(text: str) -> bool | None:
    """Tell whether words of a chart speak of a senior; ``None`` where they do not say."""
    words = set(re.findall(r"[a-z]+", text.casefold()))
    return True if words & _SENIOR else False if words & _NOT_SENIOR else None


def _experience(person: Person, needed: float) -> list[Gap]:
    if person.agile_years is None:
        return [Gap("person.agile_years", False, Phrase(_AGILE_UNTOLD, {"needed": needed}), needed)]
    if person.agile_years >= needed:
        return []
    return [Gap("person.agile_years", True, Phrase(_AGILE, {"needed": needed, "found": person.agile_years}), needed, person.agile_years)]


def _skills(person: Person, needed: int, level: int, names: Mapping[str, str]) -> list[Gap]:
    told = owner_levels(person, names)
    good = sum(1 for one in told.values() if one >= level)
    if good >= needed:
        return []
    certain = good + len(OWNER_SKILLS) - len(told) < needed
    return [Gap("person.skills", certain, Phrase(_SKILLED, {"needed": needed, "level": level}), needed, good)]


@lru_cache(maxsize=4096)
def _owner_skills(*spellings: str) -> tuple[str, ...]:
    """Return the skills of an owner that one of some spellings means."""
    called = set(map(folded, spellings))
    return tuple(skill for skill, spelled in OWNER_SKILLS.items() if called & spelled)


def _time(person: Person, needed: float) -> list[Gap]:
    taken = sum(share for role, share in person.role_load.items() if folded(role) not in {"productowner", "po"})
    left = 1 - taken
    if _leaves(left, needed):
        return []
    return [Gap("person.role_load", True, Phrase(_TIME, {"found": max(0, round(100 * left))}), needed, left)]


def _leaves(left: float, needed: float) -> bool:
    return left >= needed - 1e-9
