"""Who fits a role beside squads: no only on what is told, unknown where too little is, and the gaps are named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.transition.people.candidate import Candidate, candidates
from spotifymodel.transition.people.fitting import fit_to_coach, fit_to_lead_chapter, fit_to_lead_tribe, said_gaps
from tests.depth import examples


def _candidate(**fields: Any) -> Candidate:
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "p", **fields}]})
    return candidates(index_of(org), load_profile("brunel-2017"))[0]


@pytest.mark.parametrize(
    ("fields", "answer", "gaps"),
    [
        ({"job_title": "teamleider", "skills": {"Java": 3}}, "yes", []),
        ({"job_title": "developer", "skills": {"java": 3, "People management": 2}}, "yes", []),
        ({"job_title": "developer", "skills": {"java": 3}}, "unknown", ["experience in leading people"]),
        ({"job_title": "teamleider", "skills": {"java": 2}}, "no", ["level 3 in java (has 2)"]),
        ({"job_title": "teamleider"}, "unknown", ["level 3 in the specialism of the chapter"]),
        ({"job_title": "junior developer", "skills": {"java": 3}}, "no", ["experience in leading people"]),
        ({"job_title": "developer", "seniority": "trainee", "skills": {"java": 3}}, "no", ["experience in leading people"]),
        ({"job_title": "teamleider", "skills": {"java": 3}, "second_line": True}, "no", ["a place outside the second line"]),
    ],
)
def test_a_chapter_lead_leads_people_and_is_the_expert(fields: dict[str, Any], answer: str, gaps: list[str]) -> None:
    fit = fit_to_lead_chapter(_candidate(**fields), ["java"])
    assert (fit.answer, said_gaps(fit.gaps, "en")) == (answer, gaps)


@pytest.mark.parametrize(
    ("fields", "answer", "gaps"),
    [
        ({"job_title": "directeur"}, "yes", []),
        ({"job_title": "teamleider"}, "unknown", ["ervaring in leidinggeven aan leidinggevenden"]),
        ({"job_title": "junior developer"}, "no", ["ervaring in leidinggeven aan leidinggevenden"]),
        ({"job_title": "directeur", "second_line": True}, "no", ["een plaats buiten de tweede lijn"]),
    ],
)
def test_a_tribe_lead_directs_or_it_is_not_told(fields: dict[str, Any], answer: str, gaps: list[str]) -> None:
    fit = fit_to_lead_tribe(_candidate(**fields))
    assert (fit.answer, said_gaps(fit.gaps, "nl")) == (answer, gaps)


@pytest.mark.parametrize(
    ("fields", "answer", "gaps"),
    [
        ({"job_title": "agile coach", "agile_years": 4}, "yes", []),
        ({"job_title": "tester", "agile_years": 4, "skills": {"agile coaching": 2}}, "yes", []),
        ({"job_title": "tester", "agile_years": 4}, "unknown", ["experience in coaching teams"]),
        ({"job_title": "agile coach"}, "unknown", ["2 years of agile experience"]),
        ({"job_title": "agile coach", "agile_years": 0.5}, "no", ["2 years of agile experience (has 0.5)"]),
        ({"job_title": "agile coach", "agile_years": 4, "second_line": True}, "no", ["a place outside the second line"]),
    ],
)
def test_a_coach_coaches_and_has_done_it_long_enough(fields: dict[str, Any], answer: str, gaps: list[str]) -> None:
    fit = fit_to_coach(_candidate(**fields))
    assert (fit.answer, said_gaps(fit.gaps, "en")) == (answer, gaps)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.sampled_from(["developer", "junior developer", "teamleider", "directeur", "agile coach", "", "???"]),
    st.dictionaries(st.sampled_from(["java", "coaching", "leadership"]), st.integers(0, 3)),
    st.none() | st.floats(0, 9),
    st.sampled_from(["java", "coaching", "leadership"]),
)
def test_whatever_is_learned_nobody_fits_less(title: str, skills: dict[str, int], years: float | None, learned: str) -> None:
    rank = {"no": 0, "unknown": 1, "yes": 2}

    def answers(**fields: Any) -> list[int]:
        one = _candidate(**{"job_title": title, "agile_years": years, "skills": skills} | fields)
        fits = (fit_to_lead_chapter(one, ["java"]), fit_to_lead_tribe(one), fit_to_coach(one))
        return [rank[fit.answer] for fit in fits]

    before = answers()
    assert all(a <= b for a, b in zip(before, answers(skills={**skills, learned: 3}), strict=True))
    assert all(a <= b for a, b in zip(before, answers(agile_years=(years or 0) + 3), strict=True))


def test_a_plan_says_of_every_role_whether_it_fits_and_what_has_to_be_learned() -> None:
    org = sm.Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": [
                {"id": "dir", "job_title": "director"},
                {"id": "sam", "name": "Sam", "job_title": "team lead java", "skills": {"java": 1}},
                *({"id": f"d{k}", "job_title": "java developer"} for k in range(4)),
                {"id": "coach", "name": "Coco", "job_title": "agile coach", "agile_years": 1},
            ],
        }
    )
    wanted = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "chapters": [{"id": "java", "jobs": ["java developer", "team lead java"]}],
                "squads": [{"id": "app", "needs": {"java": 4}}],
            }
        ],
    }
    plan = sm.propose(org, wanted)
    fit = {(one["role"], m.person): one["answer"] for m in plan.moves for one in m.fit}
    assert fit[("tribe_lead", "dir")] == "yes"
    assert fit[("chapter_lead", "sam")] == fit[("agile_coach", "coach")] == "no"
    assert {t["role"]: t["months"] for t in plan.gaps["trainings"]} == {"chapter_lead": None, "agile_coach": 12}
    assert "Sam as lead of chapter java: level 3 in java (has 1)" in [t["text"] for t in plan.gaps["trainings"]]
    assert any("does not fit that role yet" in reason for reason in plan.why("sam"))
    assert type(plan).from_dict(plan.to_dict()).move("sam").fit == plan.move("sam").fit


def test_what_a_chapter_is_about_is_said_by_its_blueprint_also_where_its_name_says_nothing() -> None:
    people = [
        {"id": "sam", "job_title": "team lead java", "skills": {"java": 3}},
        *({"id": f"d{k}", "job_title": "java developer"} for k in range(4)),
    ]
    chapter = {"id": "c1", "discipline": "java", "jobs": ["java developer", "team lead java"]}
    tribe = {"id": "t", "agile_coaches": 0, "chapters": [chapter], "squads": [{"id": "app", "needs": {"c1": 4}}]}
    locks = [{"person": "sam", "chapter": "c1", "role": "chapter_lead"}]
    org = sm.Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "dir", "job_title": "director"}, *people]})
    plan = sm.propose(org, {"format": "spotifymodel-blueprint/1", "tribes": [tribe], "locks": locks})
    assert [(one["role"], one["answer"]) for one in plan.move("sam").fit] == [("chapter_lead", "yes")]
