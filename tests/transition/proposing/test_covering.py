"""A blueprint that is about skills rather than seats: what it says, what is proposed, and what is told of it."""

from __future__ import annotations

import json
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.transition.plan import Plan
from tests.transition.staffing.crowds import crowd, department, wanted

#: Four experts, and tasks of which the larger has skills that are worth less as shares.
EXPERTS = [("law", "pricing"), ("law", "pricing"), ("python",), ("interviews",)]
TASKS = [("law", "pricing", "python", "interviews"), ("python",), ("law", "interviews"), ("archery",)]


def _planned(experts: list[tuple[str, ...]], tasks: list[tuple[str, ...]], profile: str | Path | None = None, **coverage: object) -> Plan:
    return sm.propose(sm.Org.from_dict(department(experts)), wanted(tasks, **coverage), profile)


def _best(load: int, shares: bool) -> float:
    """Return the most that any choice of tasks for everybody covers."""
    choices = [c for n in range(load + 1) for c in combinations(range(len(TASKS)), n)]
    worth = {(t, s): 1 / len(asks) if shares else 1.0 for t, asks in enumerate(TASKS) for s in asks}
    found = 0.0
    for chosen in product(choices, repeat=len(EXPERTS)):
        met = {(t, s) for mine, skills in zip(chosen, EXPERTS, strict=True) for t in mine for s in skills if s in TASKS[t]}
        found = max(found, sum(worth[one] for one in met))
    return found


@pytest.mark.parametrize("load", [1, 2])
@pytest.mark.parametrize("count", ["skills", "shares"])
@pytest.mark.parametrize("proof", ["skills", "all"])
def test_what_is_covered_is_what_trying_everything_covers(load: int, count: str, proof: str) -> None:
    plan = _planned(EXPERTS, TASKS, squads_per_person=load, count=count, proof=proof)
    (told,) = plan.gaps["coverage"]
    assert told["shares" if count == "shares" else "covered"] == pytest.approx(_best(load, count == "shares"))
    assert told["best"] == pytest.approx(_best(load, count == "shares"))
    assert told["proven"]
    assert plan.status == "optimal" or proof == "skills"


def test_a_squad_that_nobody_sits_in_is_left_out_and_needs_no_owner() -> None:
    plan = _planned(EXPERTS, TASKS, squads_per_person=1)
    assert plan.org is not None
    formed = {squad.id: squad for tribe in plan.org.tribes for squad in tribe.squads}
    assert "s003" not in formed
    assert all(squad.members for squad in formed.values())
    assert {hire["squad"] for hire in plan.gaps["hires"]} <= {*formed, None}
    assert sm.check(plan.org).ok


def test_nobody_is_in_more_squads_than_the_blueprint_says_nor_than_the_profile_does(tmp_path: Path) -> None:
    tasks = [("law",), ("law",), ("pricing",), ("pricing",), ("python",), ("python",)]
    loads = [max(len(m.squads) for m in _planned(EXPERTS, tasks, squads_per_person=load).moves) for load in (1, 2, 5)]
    assert loads == [1, 2, 2]
    own = tmp_path / "one.toml"
    own.write_text('title = "One"\nextends = ["brunel-2017"]\n\n[limits]\nmembership.max = 1\n')
    assert max(len(m.squads) for m in _planned(EXPERTS, tasks, own, squads_per_person=2).moves) == 1


def test_shares_are_told_in_squads_and_come_back_from_json() -> None:
    plan = _planned(EXPERTS, TASKS, squads_per_person=1, count="shares")
    term = next(one for one in plan.objective if one.name == "unmet_skills")
    assert (term.unit, term.parts) == ("squads", 4)
    assert f"{term.value / 4:.3f}  squads, by the share of their skills that nobody in them has at that level (proven" in str(plan)
    again = Plan.from_dict(json.loads(json.dumps(plan.to_dict())))
    assert again.objective == plan.objective
    assert again.gaps["coverage"] == plan.gaps["coverage"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "3.000 of 4 squads are covered, by the share of their skills: 7 of 8, in 3 squads; no staffing covers more"),
        ("nl", "3.000 van 4 squads gedekt, naar hun deel: 7 van 8 vaardigheden, in 3 squads; geen bezetting dekt meer"),
    ],
)
def test_what_is_covered_is_said_in_a_sentence(language: Any, text: str) -> None:
    blueprint = wanted(TASKS, count="shares")
    plan = sm.propose(sm.Org.from_dict(department(EXPERTS)), blueprint, language=language)
    assert plan.gaps["coverage"][0]["text"] == text
    assert f"  {text}" in str(plan)


def test_a_gap_report_counts_the_skills_that_all_squads_ask_and_the_owners_of_those_that_are_formed() -> None:
    coverage = _planned(EXPERTS, TASKS, count="shares").gap_report().totals.coverage
    assert (coverage["skills"].asked, coverage["skills"].before, coverage["skills"].after) == (8, 0, 7)
    assert (coverage["owners"].asked, coverage["owners"].before) == (3, 0)


def test_few_people_and_squads_are_proven_as_a_whole_and_many_in_their_skills() -> None:
    assert _planned(EXPERTS, TASKS).status == "optimal"
    experts, tasks = crowd(40, 60, skills=60)
    plan = _planned(experts, tasks, squads_per_person=2)
    unproven = [term.name for term in plan.objective if not term.proven]
    assert plan.status == "feasible"
    assert plan.stopped_by is None
    assert "unmet_skills" not in unproven


def test_without_the_word_coverage_nothing_is_told_of_it() -> None:
    blueprint = {key: value for key, value in wanted(TASKS).items() if key != "coverage"}
    plan = sm.propose(sm.Org.from_dict(department(EXPERTS)), blueprint)
    assert plan.gaps["coverage"] == ()
    assert plan.status == "optimal"


def test_two_tribes_with_squads_that_may_stay_empty_have_bounds_that_hold() -> None:
    blueprint: dict[str, Any] = wanted(TASKS, count="shares", squads_per_person=1)
    (first,) = blueprint["tribes"]
    second = {**first, "id": "more", "lead": None, "chapters": [{"id": "research", "jobs": ["analyst"]}]}
    second["squads"] = [{**squad, "id": f"t{squad['id']}"} for squad in first["squads"][:2]]
    blueprint["tribes"] = [first, {key: value for key, value in second.items() if value is not None}]
    plan = sm.propose(sm.Org.from_dict(department(EXPERTS * 2)), blueprint)
    assert all(term.bound <= term.value for term in plan.objective)
    assert plan.org is not None
    assert sm.check(plan.org).ok


def test_a_count_that_there_is_not_is_refused_with_its_place() -> None:
    with pytest.raises(sm.SpotifyModelError, match=r"\$\.coverage\.count"):
        _planned(EXPERTS, TASKS, count="heads")


def test_the_same_crowd_gets_the_same_plan_twice() -> None:
    experts, tasks = crowd(40, 60, skills=60)
    first, second = (_planned(experts, tasks, squads_per_person=2, count="shares").to_dict() for _ in range(2))
    assert json.dumps(first) == json.dumps(second)
