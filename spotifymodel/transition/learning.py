"""What somebody has to learn for a role or a squad, how long that takes, and who says that it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..model.citation import Citation
from ..model.people import Person
from ..rules.eligibility import LEVEL, OWNER_SKILLS, SKILLS, owner_levels
from ..whitepaper.advice import skills
from ..whitepaper.agile import management_roles, working_rules
from .people.fitting import Held

__all__ = ["NO_SKILLS", "YEARS", "Lesson", "lesson_of_squad", "lessons_of", "months_of", "months_up"]

#: Field of a lesson that counts in years.
YEARS: Final = "agile_years"
LEADING: Final = "leading"
COACHING: Final = "coaching"
EXPERTISE: Final = "expertise"
#: What is learned that is no skill of a list.
NO_SKILLS: Final = (YEARS, LEADING, COACHING, EXPERTISE)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing to learn.

    Attributes
    ----------
    person, role, of : str
        Who, for which role (``member`` where a squad asks a skill), of which squad, chapter or tribe.
    what : str
        ``agile_years``, ``leading``, ``coaching``, ``expertise`` (the specialism of a chapter, of which the list tells no skill), or a
        skill.
    needed, found : float or None
        Years or levels; ``found`` is ``None`` where the list does not tell.
    certain : bool
        ``False`` where it is to be asked first: the list does not tell whether they have it.
    months : float or None
        How long it takes; ``None`` where nobody said.
    source : Citation
    """

    person: str
    role: str
    of: str
    what: str
    needed: float | None
    found: float | None
    certain: bool
    months: float | None
    source: Citation

    def to_dict(self) -> dict[str, Any]:
        """Return the lesson as JSON holds it."""
        return {
            "role": self.role, "of": self.of, "what": self.what, "needed": self.needed, "found": self.found,
            "certain": self.certain, "months": self.months, "section": self.source.section, "quote": self.source.quote,
        }  # fmt: skip


def lessons_of(held: Held, limits: Mapping[str, Any], level_months: float | None = None) -> tuple[Lesson, ...]:
    """Return what somebody has to learn for a role that they get.

    Parameters
    ----------
    held : Held
    limits : mapping
        Values of the parameters of an owner's profile.
    level_months : float, optional
        Months from one level of a skill to the next.

    Notes
    -----
    Of the five skills of an owner those are named that are nearest to what is asked, as many as are missing; where the list tells of
    too few, those that it does not tell of are named too, as a question. Seniority, time and the second line are nothing to learn.
    """
    return tuple(_lessons(held, limits, level_months))


def lesson_of_squad(person: str, squad: str, skill: str, needed: int, found: int, level_months: float | None) -> Lesson:
    """Return the lesson of somebody who might learn what a squad asks."""
    months = months_up(needed - found, level_months)
    return Lesson(person, "member", squad, skill, needed, found, True, months, working_rules["squad-mix"].source)


def months_up(levels: float, level_months: float | None) -> float | None:
    """Return how long it takes to rise so many levels; ``None`` where nobody said."""
    return None if level_months is None else round(levels * level_months, 1)


def months_of(lessons: Iterable[Lesson]) -> float | None:
    """Return how long lessons take: experience grows while skills are learned, and those one after the other.

    Lessons of which nobody knows how long they take are not in it; ``None`` where that is all of them.
    """
    known = [(lesson.what, lesson.months) for lesson in lessons if lesson.certain and lesson.months is not None]
    if not known:
        return None
    years = max((months for what, months in known if what == YEARS), default=0)
    return max(years, round(sum(months for what, months in known if what != YEARS), 1))


def _lessons(held: Held, limits: Mapping[str, Any], level_months: float | None) -> Iterator[Lesson]:
    person, role = held.person.person, held.role
    for gap in held.fit.gaps:
        told = gap.needed is not None and gap.found is not None
        if gap.field == "person.agile_years":
            months = round(12 * (gap.needed - gap.found)) if told and gap.certain else None  # type: ignore[operator]
            source = skills["scrum"].source
            yield Lesson(person.id, role, held.of, YEARS, gap.needed, gap.found, gap.certain, months, source)
        elif gap.field != "person.skills":
            continue
        elif role == "product_owner":
            yield from _owner_skills(person, held.of, limits, level_months)
        elif role == "agile_coach":
            yield Lesson(person.id, role, held.of, COACHING, None, None, gap.certain, None, _task(role, "coaches"))
        elif gap.needed is None:
            yield Lesson(person.id, role, held.of, LEADING, None, None, gap.certain, None, _task(role, "line"))
        else:
            what = str(gap.phrase.facts.get("skill", EXPERTISE))
            months = months_up(gap.needed - gap.found, level_months) if told else None  # type: ignore[operator]
            yield Lesson(person.id, role, held.of, what, gap.needed, gap.found, gap.certain, months, _task(role, "development"))


def _owner_skills(person: Person, squad: str, limits: Mapping[str, Any], level_months: float | None) -> Iterator[Lesson]:
    asked, level = limits[SKILLS], limits[LEVEL]
    levels = owner_levels(person)
    missing = asked - sum(one >= level for one in levels.values())
    below: Sequence[str] = sorted((s for s in OWNER_SKILLS if levels.get(s, level) < level), key=lambda s: level - levels[s])
    for skill in below[:missing]:
        months = months_up(level - levels[skill], level_months)
        yield Lesson(person.id, "product_owner", squad, skill, level, levels[skill], True, months, skills[skill].source)
    if len(below) < missing:
        untold = (s for s in OWNER_SKILLS if s not in levels)
        yield from (Lesson(person.id, "product_owner", squad, s, level, None, False, None, skills[s].source) for s in untold)


def _task(role: str, key: str) -> Citation:
    return next(task.source for task in management_roles[role].tasks if task.key == key)
