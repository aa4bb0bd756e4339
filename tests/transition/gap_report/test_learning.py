"""What somebody has to learn: the nearest skills first, months only where somebody said them, and who says that it is needed."""

from __future__ import annotations

from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.eligibility import OWNER_PARAMETERS
from spotifymodel.transition.learning import Lesson, lessons_of, months_of
from spotifymodel.transition.people.candidate import Candidate, candidates
from spotifymodel.transition.people.fitting import Held, fit_to_coach, fit_to_lead_chapter

PROFILE = load_profile("brunel-2017")
LIMITS = {p.name: PROFILE.value(p.name, p.default) for p in OWNER_PARAMETERS}


def one(**fields: Any) -> Candidate:
    org = sm.Org(people=[{"id": "anna", **fields}])
    return candidates(index_of(org), PROFILE)[0]


def owner(level_months: float | None = None, **fields: Any) -> tuple[Lesson, ...]:
    somebody = one(**fields)
    return lessons_of(Held(somebody, "product_owner", "app", "App", somebody.owner), LIMITS, level_months)


def test_an_owner_learns_the_skills_that_are_nearest_and_no_more_than_are_missing() -> None:
    skills = {"stakeholders": 2, "storytelling": 0, "mvp": 1, "data": 1, "customer-journey": 0}
    found = owner(3.0, seniority="senior", agile_years=3.0, skills=skills)
    assert [(x.what, x.needed, x.found, x.months, x.certain) for x in found] == [
        ("mvp", 2, 1, 3.0, True),
        ("data-analytics", 2, 1, 3.0, True),
    ]
    assert months_of(found) == 6.0


def test_experience_grows_while_skills_are_learned() -> None:
    skills = {"stakeholders": 1, "storytelling": 1, "mvp": 1, "data": 1, "customer-journey": 1}
    found = owner(1.0, seniority="senior", agile_years=1.0, skills=skills)
    assert [x.what for x in found] == ["agile_years", "stakeholders", "customer-journey", "storytelling"]
    assert months_of(found) == max(12, 3 * 1.0)
    assert months_of(owner(5.0, seniority="senior", agile_years=1.0, skills=skills)) == 15.0


def test_nobody_knows_how_long_a_skill_takes_unless_the_blueprint_says_it() -> None:
    skills = {"stakeholders": 1, "storytelling": 1, "mvp": 1, "data": 1, "customer-journey": 1}
    found = owner(None, seniority="senior", agile_years=3.0, skills=skills)
    assert [x.months for x in found] == [None] * 3
    assert months_of(found) is None


def test_what_a_list_does_not_tell_is_a_question_and_nothing_to_learn() -> None:
    found = owner(3.0, seniority="senior")
    assert {x.what for x in found} == {"agile_years", "stakeholders", "customer-journey", "storytelling", "mvp", "data-analytics"}
    assert not any(x.certain for x in found)
    assert months_of(found) is None


def test_who_fits_has_nothing_to_learn_and_seniority_is_nothing_to_learn() -> None:
    skills = {"stakeholders": 2, "storytelling": 2, "mvp": 3}
    assert owner(3.0, seniority="senior", agile_years=3.0, skills=skills) == ()
    assert owner(3.0, seniority="junior", agile_years=3.0, skills=skills) == ()


def test_a_chapter_lead_learns_the_specialism_and_to_lead() -> None:
    somebody = one(job_title="developer", skills={"java": 1})
    held = Held(somebody, "chapter_lead", "dev", "Dev", fit_to_lead_chapter(somebody, ["java"]))
    found = {x.what: x for x in lessons_of(held, LIMITS, 4.0)}
    assert (found["java"].needed, found["java"].found, found["java"].months) == (3, 1, 8.0)
    assert not found["leading"].certain
    held = Held(somebody, "chapter_lead", "dev", "Dev", fit_to_lead_chapter(somebody, ["cobol"]))
    assert "expertise" in {x.what for x in lessons_of(held, LIMITS)}


def test_a_coach_learns_to_coach() -> None:
    somebody = one(job_title="developer", agile_years=1.0)
    found = {x.what: x for x in lessons_of(Held(somebody, "agile_coach", "t", "T", fit_to_coach(somebody)), LIMITS)}
    assert found["agile_years"].months == 12
    assert not found["coaching"].certain


@pytest.mark.parametrize(
    ("lesson", "words"),
    [
        ("agile_years", "ervaring met scrum"),
        ("storytelling", "door storytelling teambeeld te scheppen"),
        ("data-analytics", "door middel van data-analyse feitelijk te ondersteunen"),
    ],
)
def test_every_lesson_names_the_section_of_the_whitepaper_and_its_words(lesson: str, words: str) -> None:
    found = {x.what: x for x in owner(seniority="senior")}
    assert found[lesson].source.quote == words
    assert found[lesson].source.section.startswith("5. Conclusie")
