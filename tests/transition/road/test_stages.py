"""Every stage of the way is a chart that is valid by itself; nobody is lost on the way, and everybody moves once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.transition.plan import Plan
from tests.rules.oracle import hard_findings
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint


@pytest.mark.parametrize(("people", "seed"), [(9, 1), (25, 1), (60, 2), (150, 3), (330, 4)])
def test_every_stage_is_valid_for_the_rules_and_for_a_second_reading(people: int, seed: int) -> None:
    org = department(people, seed)
    plan = sm.propose(org)
    everybody = {p.id for p in org.people}
    gates = plan.stages[0].org.gates
    assert [g.kind for g in gates] == ["works_council"]
    assert plan.stages[0].org.to_dict() == {**org.to_dict(), "gates": plan.stages[0].org.to_dict()["gates"]}
    assert plan.stages[-1].org == plan.org
    for stage in plan.stages:
        assert not [f for f in sm.check(stage.org) if f.severity == "error"], stage.name
        assert not any(hard_findings(stage.org.to_dict()).values())
        assert everybody <= {p.id for p in stage.org.people}
    together = sm.check(plan.stages)
    assert not [f for f in together.findings if f.severity == "error" or f.code.startswith("TX")]


def test_everybody_moves_once_and_squads_go_live_once() -> None:
    org = department(150, 3)
    plan = sm.propose(org)
    moved = [p for stage in plan.stages for p in stage.people]
    assert len(moved) == len(set(moved))
    second = {p.id for p in org.people if p.second_line}
    assert set(moved) == {p.id for p in org.people} - second
    live = [s for stage in plan.stages for s in stage.squads]
    assert sorted(live) == sorted(s.id for _, s in plan.org.all_squads())  # type: ignore[union-attr]
    week = {p: stage.week for stage in plan.stages for p in stage.people}
    assert {m.person: m.week for m in plan.moves} == {m.person: week.get(m.person, 0) for m in plan.moves}


def test_who_has_not_moved_sits_in_the_line_as_before_and_who_has_sits_there_no_more() -> None:
    org = department(60, 2)
    before = {p.id: p for p in org.people}
    gone: set[str] = set()
    for stage in sm.propose(org).stages[1:-1]:
        gone |= set(stage.people)
        for person in stage.org.people:
            if person.id in gone:
                assert person.unit is None
            elif person.id in before:
                assert person == before[person.id]


def test_front_runners_are_few_and_run_squads_come_last() -> None:
    squads = [{"id": f"r{k}", "kind": "run"} for k in range(4)] + [{"id": f"c{k}", "kind": "change"} for k in range(8)]
    wanted = {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "t", "squads": squads}]}
    plan = sm.propose(sm.example("polderbank"), wanted)
    assert len(plan.stages[1].squads) <= 2
    order = [s for stage in plan.stages for s in stage.squads]
    assert [s[0] for s in order] == ["c"] * 8 + ["r"] * 4


def test_waves_keep_the_limits_of_a_blueprint_and_its_freezes() -> None:
    limits: dict[str, Any] = {"start": "2027-01-04", "weeks": 6, "max_squads": 1}
    plan = sm.propose(department(36, 1), blueprint(waves=limits, freeze=[{"from": "2027-02-01", "until": "2027-03-01"}]))
    assert [len(s.squads) for s in plan.stages[1:]] == [1, 1, 1, 1, 0]
    days = [s.start for s in plan.stages[1:]]
    assert days == [dt.date(2027, 3, 1), dt.date(2027, 4, 12), dt.date(2027, 5, 24), dt.date(2027, 7, 5), dt.date(2027, 8, 16)]
    assert [s.week for s in plan.stages[1:]] == [8, 14, 20, 26, 32]
    assert "2027-03-01: front runners" in str(plan)


def test_stages_are_written_and_read_back() -> None:
    plan = sm.propose(department(36, 1), blueprint())
    again = Plan.from_dict(plan.to_dict())
    assert again.stages == plan.stages
    assert again.moves == plan.moves
