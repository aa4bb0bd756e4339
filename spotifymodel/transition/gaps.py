"""What a plan lacks: people to hire, what people have to learn for their roles, skills that squads miss. Never a ranking of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

from ..model.org import Org
from ..model.seats import holder_id
from ..profiles import Profile
from .blueprint.records import Rates
from .composing import Hire
from .costs import ROLE_NAMES, costs_of
from .learning import lessons_of, months_of
from .people.candidate import Candidate, owner_limits
from .people.fitting import Held, said_gaps

__all__ = ["gaps_of"]

_HIRE: Final = {"en": "{role} for {where}{half}", "nl": "{role} voor {where}{half}"}
_HALF: Final = {"en": ", half time", "nl": ", halve tijd"}
_TRAIN: Final = {
    "en": {
        "product_owner": "{person} as owner of {of}: {what}",
        "chapter_lead": "{person} as lead of chapter {of}: {what}",
        "tribe_lead": "{person} as lead of tribe {of}: {what}",
        "agile_coach": "{person} as agile coach of {of}: {what}",
    },
    "nl": {
        "product_owner": "{person} als eigenaar van {of}: {what}",
        "chapter_lead": "{person} als lead van chapter {of}: {what}",
        "tribe_lead": "{person} als lead van tribe {of}: {what}",
        "agile_coach": "{person} als agile coach van {of}: {what}",
    },
}
_SKILL: Final = {
    "en": "{squad} asks {skill} at level {level}; the best inside is at {best}",
    "nl": "{squad} vraagt {skill} op niveau {level}; de beste in de squad zit op {best}",
}
_ELSEWHERE: Final = {"en": "; at that level elsewhere in the tribe: {n}", "nl": "; op dat niveau elders in de tribe: {n}"}


def gaps_of(
    target: Org,
    hires: Sequence[Hire],
    people: Sequence[Candidate],
    roles: Iterable[Held],
    language: Literal["en", "nl"],
    limits: Profile,
    rates: Rates | None,
) -> Mapping[str, tuple[Mapping[str, Any], ...]]:
    """Return the hires, the trainings and the missing skills of a plan, and what the first two cost at the rates of a blueprint.

    Notes
    -----
    A training of agile experience takes the months that are missing to the years that are asked; how long a skill takes is known
    where the rates say it per level. What nobody knows the length of is not in the months.
    """
    fit = {c.id: c for c in people}
    asked = owner_limits(limits)
    given = rates or Rates()
    trainings = tuple(_training(held, asked, given.level_months, language) for held in roles if held.fit.answer == "no")
    return {
        "hires": tuple(_hire(h, language) for h in hires),
        "trainings": trainings,
        "skills": tuple(_skills(target, fit, language)),
        "costs": tuple(costs_of(hires, trainings, given, language)),
    }


def _training(held: Held, asked: Mapping[str, Any], level_months: float | None, language: Literal["en", "nl"]) -> Mapping[str, Any]:
    """Return what somebody has to learn for a role, with the months that takes, where that is told."""
    what = said_gaps(held.fit.lacking, language)
    months = months_of(lessons_of(held, asked, level_months))
    text = _TRAIN[language][held.role].format(person=held.person.person.label, of=held.label, what=", ".join(what))
    found = {"person": held.person.id, "role": held.role, "gaps": what, "months": months, "text": text}
    return found | {"squad": held.of if held.role == "product_owner" else None, "of": held.of}


def _skills(target: Org, fit: Mapping[str, Candidate], language: Literal["en", "nl"]) -> Iterator[Mapping[str, Any]]:
    """Yield what squads ask and nobody in them has, with how many elsewhere in the tribe have it."""
    for tribe in target.tribes:
        people = {s.id: {p for p in map(holder_id, s.members) if p in fit} for s in tribe.squads}
        everybody = sorted({p for inside in people.values() for p in inside})
        for squad in tribe.squads:
            inside = sorted(people[squad.id])
            for skill, level in squad.required_skills.items():
                best = max((fit[p].level(skill) for p in inside), default=0)
                if best >= level:
                    continue
                able = sum(fit[p].level(skill) >= level for p in everybody)
                text = _SKILL[language].format(squad=squad.label, skill=skill, level=level, best=best)
                text += _ELSEWHERE[language].format(n=able) if able else ""
                yield {"squad": squad.id, "skill": skill, "level": level, "best": best, "elsewhere": able, "text": text}


def _hire(hire: Hire, language: Literal["en", "nl"]) -> Mapping[str, Any]:
    where = hire.squad or hire.chapter or hire.tribe
    text = _HIRE[language].format(role=ROLE_NAMES[language][hire.role], where=where, half=_HALF[language] if hire.half else "")
    return {
        "person": hire.person, "role": hire.role, "tribe": hire.tribe, "squad": hire.squad, "chapter": hire.chapter,
        "fte": 0.5 if hire.half else 1.0, "text": text,
    }  # fmt: skip
