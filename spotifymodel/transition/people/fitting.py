"""Whether somebody fits a role beside squads: yes, no or unknown, with what is missing.

The whitepaper says what these roles do: a chapter lead is line manager of one specialism and guards its expertise, a tribe lead
steers owners and chapter leads, a coach helps with the way of working. Which level or how many years that takes is a guess.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Literal

from ...checking.wording import show
from ...model.org import Org
from ...model.seats import holder_id
from ...model.teams import Chapter, Squad, Tribe
from ...rules.eligibility import Eligibility, Gap
from ...rules.rule import Phrase, Wording
from ...rules.spelling import folded
from ..blueprint.records import Blueprint, WantedChapter
from .candidate import Candidate

__all__ = ["Held", "fit_to_coach", "fit_to_lead_chapter", "fit_to_lead_tribe", "held_in", "names_of", "said_gaps"]

#: Level at which somebody is the expert of a specialism; a guess.
EXPERT: Final = 3
#: Level of a skill in leading people that counts for who leads nobody today; a guess.
LEADING: Final = 2
#: Years with agile or scrum before coaching others; a guess.
COACHING_YEARS: Final = 2

#: What charts call a skill in leading people, folded.
_PEOPLE: Final = frozenset(
    {"leadership", "leiderschap", "leidinggeven", "peoplemanagement", "peopledevelopment", "coaching", "mentoring", "lijnmanagement"}
)
_YOUNG: Final = frozenset({"junior", "jr", "trainee", "intern", "starter", "stagiair", "stagiaire"})

_LEADS = Wording("experience in leading people", "ervaring in leidinggeven")
_LEADS_LEADERS = Wording("experience in leading people who lead", "ervaring in leidinggeven aan leidinggevenden")
_EXPERT = Wording("level {needed} in {skill} (has {found})", "niveau {needed} in {skill} (heeft {found})")
_EXPERT_UNTOLD = Wording("level {needed} in the specialism of the chapter", "niveau {needed} in het specialisme van het chapter")
_COACH = Wording("experience in coaching teams", "ervaring in het coachen van teams")
_YEARS = Wording("{needed} years of agile experience (has {found})", "{needed} jaar agile-ervaring (heeft {found})")
_YEARS_UNTOLD = Wording("{needed} years of agile experience", "{needed} jaar agile-ervaring")
_INDEPENDENT = Wording("a place outside the second line", "een plaats buiten de tweede lijn")


def names_of(chapter: WantedChapter) -> tuple[str, ...]:
    """Return the skills or names that stand for the specialism of a chapter."""
    return (chapter.id, chapter.name or chapter.id, *chapter.disciplines)


def fit_to_lead_chapter(one: Candidate, disciplines: Sequence[str] = ()) -> Eligibility:
    """Return whether somebody can be line manager of a specialism and guard its expertise.

    Parameters
    ----------
    one : Candidate
    disciplines : sequence of str
        Skills or names that stand for the specialism. Nothing is known of the expertise of who lists none of them.
    """
    return _eligibility(*_leading(one), *_expertise(one, disciplines), *_independent(one))


def fit_to_lead_tribe(one: Candidate) -> Eligibility:
    """Return whether somebody can steer owners and chapter leads: who directs today can, of who leads people it is not told."""
    gaps = [] if one.directs else [Gap("person.job_title", _young(one), Phrase(_LEADS_LEADERS))]
    return _eligibility(*gaps, *_independent(one))


def fit_to_coach(one: Candidate) -> Eligibility:
    """Return whether somebody can coach squads: a coach by title, or of coaching skill, with years of agile experience."""
    gaps: list[Gap] = []
    if not one.coaches and _best(one, frozenset({"agilecoaching", "coaching", "scrummaster"})) < LEADING:
        gaps.append(Gap("person.skills", False, Phrase(_COACH)))
    years = one.person.agile_years
    if years is None:
        gaps.append(Gap("person.agile_years", False, Phrase(_YEARS_UNTOLD, {"needed": COACHING_YEARS}), COACHING_YEARS))
    elif years < COACHING_YEARS:
        facts = {"needed": COACHING_YEARS, "found": years}
        gaps.append(Gap("person.agile_years", True, Phrase(_YEARS, facts), COACHING_YEARS, years))
    return _eligibility(*gaps, *_independent(one))


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody of today holds in a chart to be, and whether they fit it.

    Attributes
    ----------
    person : Candidate
    role : {"product_owner", "chapter_lead", "tribe_lead", "agile_coach"}
    of, label : str
        Id and name of the squad, chapter or tribe.
    fit : Eligibility
    """

    person: Candidate
    role: str
    of: str
    label: str
    fit: Eligibility


def held_in(target: Org, people: Mapping[str, Candidate], blueprint: Blueprint) -> Iterator[Held]:
    """Yield the roles that people of today hold in a chart to be: of tribes, their chapters, their squads, in that order.

    What a chapter is about is said by its blueprint.
    """
    names = {chapter.id: names_of(chapter) for tribe in blueprint.tribes for chapter in tribe.chapters}
    for tribe in target.tribes:
        yield from _of(tribe.lead, "tribe_lead", tribe, people, fit_to_lead_tribe)
        yield from _of(tribe.agile_coaches, "agile_coach", tribe, people, fit_to_coach)
        for chapter in tribe.chapters:
            fit = partial(fit_to_lead_chapter, disciplines=names[chapter.id])
            yield from _of(chapter.lead, "chapter_lead", chapter, people, fit)
        for squad in tribe.squads:
            yield from _of(squad.product_owner, "product_owner", squad, people, lambda one: one.owner)


def said_gaps(gaps: Iterable[Gap], language: Literal["en", "nl"]) -> list[str]:
    """Return gaps in words, with numbers as the language writes them."""
    return [show(gap.phrase, language, lambda ref: ref.id) for gap in gaps]


def _of(
    holders: Iterable[Any], role: str, of: Tribe | Chapter | Squad, people: Mapping[str, Candidate], fit: Callable[[Candidate], Eligibility]
) -> Iterator[Held]:
    for holder in holders:
        one = people.get(holder_id(holder))
        if one is not None:
            yield Held(one, role, of.id, of.label, fit(one))


def _eligibility(*gaps: Gap) -> Eligibility:
    return Eligibility(tuple(sorted(gaps, key=lambda gap: not gap.certain)))


def _leading(one: Candidate) -> Iterator[Gap]:
    if not (one.leads or one.directs or _best(one, _PEOPLE) >= LEADING):
        yield Gap("person.skills", _young(one), Phrase(_LEADS))


def _expertise(one: Candidate, disciplines: Sequence[str]) -> Iterator[Gap]:
    known = one.knowledge.levels(one.id)
    told = {skill: known[key] for skill in disciplines if (key := one.knowledge.key(skill)) in known}
    if not told:
        yield Gap("person.skills", False, Phrase(_EXPERT_UNTOLD, {"needed": EXPERT}), EXPERT)
    elif max(told.values()) < EXPERT:
        skill = max(told, key=lambda s: told[s])
        facts = {"needed": EXPERT, "skill": skill, "found": told[skill]}
        yield Gap("person.skills", True, Phrase(_EXPERT, facts), EXPERT, told[skill])


def _independent(one: Candidate) -> Iterator[Gap]:
    if one.person.second_line:
        yield Gap("person.second_line", True, Phrase(_INDEPENDENT))


def _young(one: Candidate) -> bool:
    return (one.person.seniority or one.title.seniority or "").casefold() in _YOUNG


def _best(one: Candidate, spelled: frozenset[str]) -> int:
    """Return somebody's best level in skills of these names; 0 where the list says nothing."""
    levels = one.person.skills.items()
    return max((level for skill, level in levels if folded(skill) in spelled), default=0)
