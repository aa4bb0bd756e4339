"""Twelve invariants hold in every stage of every road, for a second reading of the documents alone; and that reading sees faults."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from tests.depth import examples
from tests.oracle.naive_stages import STAGED, moments_of, subjects
from tests.transition.proposing.departments import department

from .invariants import INVARIANTS, broken
from .roads import busy_department, mortgages, mortgages_wanted

Doc = dict[str, Any]


def plain(document: Any) -> Doc:
    """Return a document as JSON would hand it over."""
    read: Doc = json.loads(json.dumps(document, default=str))
    return read


def judged(org: sm.Org, blueprint: Any = None) -> list[str]:
    """Return what is broken in the road of a plan: by the second reading, and by the rules over charts in sequence."""
    plan = sm.propose(org, blueprint)
    if not plan.stages:
        assert plan.status == "infeasible" and plan.conflict
        return []
    assert plan.road is not None and plan.road.breaks == ()
    errors = [f"{f.code}: {f.message}" for f in sm.check(plan.stages).findings if f.severity == "error" or f.code.startswith("TX")]
    return broken(plain(org.to_dict()), plain(plan.to_dict())) + errors


@pytest.mark.parametrize(("people", "seed"), [(9, 1), (25, 1), (60, 2), (150, 3), (330, 4)])
def test_the_invariants_hold_for_departments(people: int, seed: int) -> None:
    assert judged(department(people, seed)) == []


def test_the_invariants_hold_on_a_road_with_everything() -> None:
    everything = mortgages_wanted(
        hire_weeks=12, backfill_price=1600, max_people=40, precedences=[{"first": "platform", "then": "app"}], consultation_weeks=10
    )
    everything["freeze"] = [{"from": "2027-06-15", "until": "2027-09-01"}]
    assert judged(mortgages(), everything) == []


@pytest.mark.parametrize("name", ["hypotheek", "polderbank-tribe"])
def test_the_invariants_hold_where_tribes_of_today_give_way_to_others(name: str) -> None:
    assert judged(sm.example(name)) == []


def test_teams_of_today_keep_an_owner_and_a_lead_until_they_are_empty_also_where_ids_return() -> None:
    org = sm.example("polderbank-tribe")
    same = [{"id": squad.id} for _, squad in org.all_squads()]
    wanted = {"format": "spotifymodel-blueprint/1", "tribes": [{"id": org.tribes[0].id, "squads": same}]}
    assert judged(org, wanted) == []
    stages = sm.propose(org, wanted).stages
    assert stages[1].interim
    assert {p.id for p in stages[1].org.people if p.vacancy} >= set(stages[1].interim)
    assert not stages[-1].interim


@settings(max_examples=examples(12), deadline=None)
@given(
    st.integers(12, 60),
    st.integers(0, 10_000),
    st.fixed_dictionaries(
        {"start": st.just("2027-01-04")},
        optional={
            "weeks": st.integers(2, 12),
            "max_people": st.integers(8, 40),
            "max_squads": st.integers(1, 4),
            "max_weeks": st.integers(20, 80),
            "hire_weeks": st.integers(0, 30),
            "consultation_weeks": st.integers(0, 20),
        },
    ),
)
def test_the_invariants_hold_whatever_a_blueprint_asks(people: int, seed: int, waves: dict[str, Any]) -> None:
    assert judged(busy_department(people, seed), {"format": "spotifymodel-blueprint/1", "waves": waves}) == []


@pytest.mark.parametrize("code", ["TX001", "TX002", "TX003"])
def test_the_rules_about_stages_find_nothing_in_a_second_reading_of_them_either(code: str) -> None:
    plan = sm.propose(busy_department(16, 4))
    moments = moments_of([stage.org.to_networkx() for stage in plan.stages])
    assert [s for s in subjects(code, moments) if STAGED[code](moments, s) is True] == []


# -- the second reading sees faults ----------------------------------------------------------------------------------------


@cache
def road() -> tuple[Doc, Doc]:
    """Return a department and a plan for it in which nothing is wrong."""
    org = busy_department(60, 5)
    document = org.to_dict()
    document["people"][3]["blocks"] = ["3b"]
    org = sm.Org.from_dict(document)
    plan = sm.propose(org, {"format": "spotifymodel-blueprint/1", "waves": {"start": "2027-01-04"}})
    before, after = plain(org.to_dict()), plain(plan.to_dict())
    assert broken(before, after) == []
    return before, after


def _squad(plan: Doc, k: int) -> Doc:
    squad: Doc = plan["stages"][k]["org"]["tribes"][0]["squads"][0]
    return squad


def crowd(plan: Doc) -> None:
    _squad(plan, 1)["members"] = [p["id"] for p in plan["stages"][1]["org"]["people"][:11]]


def two_managers(plan: Doc) -> None:
    member = plan["stages"][1]["org"]["tribes"][0]["chapters"][0]["members"][0]
    next(p for p in plan["stages"][1]["org"]["people"] if p["id"] == member)["reports_to"] = "p0000"


def drop_duty(plan: Doc) -> None:
    for person in plan["stages"][2]["org"]["people"]:
        person.pop("blocks", None)


def forget_backfill(plan: Doc) -> None:
    stage = next(s for s in plan["stages"] if s["backfill"])
    gone = {p for fill in stage["backfill"] for p in fill["people"]}
    stage["org"]["people"] = [p for p in stage["org"]["people"] if p["id"] not in gone]


def overcharge(plan: Doc) -> None:
    next(s for s in plan["stages"] if s["backfill"])["backfill"][0]["price"] += 1


def drop_project(plan: Doc) -> None:
    plan["stages"][1]["org"]["projects"].pop()


def take_mandate(plan: Doc) -> None:
    squad = plan["stages"][1]["squads"][0]
    plan["stages"][2]["mandates"][squad] = "none"


def work_twice(plan: Doc) -> None:
    stage = plan["stages"][1]["org"]
    member = _squad(plan, 1)["members"][0]
    person = member if isinstance(member, str) else member["person"]
    next(p for p in stage["people"] if p["id"] == person)["unit"] = stage["units"][0]["id"]


def move_again(plan: Doc) -> None:
    plan["stages"][2]["people"].append(plan["stages"][1]["people"][0])


def begin_too_early(plan: Doc) -> None:
    owner = _squad(plan, 1)["product_owner"]
    plan["gaps"]["trainings"] = [{"person": owner, "squad": _squad(plan, 1)["id"], "months": 40}]


def overfill(plan: Doc) -> None:
    plan["stages"][-1]["org"]["tribes"][0]["support"] = [f"x{k}" for k in range(200)]


def ask_late(plan: Doc) -> None:
    plan["stages"][0]["org"]["gates"][0]["date"] = "2031-01-01"


def lose_a_lead(plan: Doc) -> None:
    del plan["stages"][1]["org"]["tribes"][0]["chapters"][0]["lead"]


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("I1", crowd),
        ("I2", two_managers),
        ("I3", drop_duty),
        ("I4", forget_backfill),
        ("I4", overcharge),
        ("I5", drop_project),
        ("I6", take_mandate),
        ("I7", work_twice),
        ("I8", move_again),
        ("I9", begin_too_early),
        ("I10", overfill),
        ("I11", ask_late),
        ("I12", lose_a_lead),
    ],
)
def test_the_second_reading_sees_a_seeded_fault(name: str, spoil: Callable[[Doc], None]) -> None:
    before, plan = copy.deepcopy(road())
    spoil(plan)
    assert list(INVARIANTS[name](before, plan))
