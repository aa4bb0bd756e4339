"""Who somebody is today is read from the list as it stands; what it does not say stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.transition.people.candidate import Candidate, candidates
from tests.depth import examples

from ..proposing.departments import department

PROFILE = load_profile("brunel-2017")


def of(org: Org) -> dict[str, Candidate]:
    return {c.id: c for c in candidates(index_of(org), PROFILE)}


@settings(max_examples=examples(20))
@given(st.integers(4, 80), st.integers(0, 99))
def test_everybody_who_is_no_vacancy_is_a_candidate_in_the_order_of_the_list(people: int, seed: int) -> None:
    org = department(people, seed)
    assert list(of(org)) == [p.id for p in org.people]
    org = org.change("person", "p1", vacancy=True)
    assert list(of(org)) == [p.id for p in org.people if p.id != "p1"]


def test_polderbank_has_one_director_and_a_manager_for_every_unit_below() -> None:
    found = of(sm.example("polderbank"))
    assert [c.id for c in found.values() if c.directs] == ["p001"]
    assert {c.id for c in found.values() if c.manages} >= {u.manager[0] for u in sm.example("polderbank").units if u.manager}
    assert found["p004"].managers == ("p003",) and found["p003"].managers == ("p001",) and found["p001"].managers == ()


@pytest.mark.parametrize(
    ("fields", "answer"),
    [
        ({"seniority": "junior", "agile_years": 3}, "no"),
        ({"seniority": "senior", "agile_years": 0}, "no"),
        ({"seniority": "senior", "agile_years": 3}, "unknown"),  # of skills nothing is known
        ({}, "unknown"),
        (
            {"seniority": "senior", "agile_years": 3, "skills": {"stakeholder management": 3, "storytelling": 2, "customer journey": 2}},
            "yes",
        ),
    ],
)
def test_whether_somebody_can_be_owner_has_three_answers_and_names_what_is_missing(fields: dict[str, object], answer: str) -> None:
    org = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "a", "job_title": "productmanager", **fields}]})
    owner = of(org)["a"].owner
    assert owner.answer == answer
    assert bool(owner.lacking) == (answer == "no")


def test_a_title_that_says_no_specialism_leaves_somebody_with_the_colleagues_of_the_unit() -> None:
    org = Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": [{"id": "a", "job_title": "xyzzy", "unit": "vault"}, {"id": "b", "job_title": "xyzzy"}],
            "units": [{"id": "vault"}],
        }
    )
    assert [c.discipline for c in of(org).values()] == ["vault", "general"]
