"""The curve of disruption against coverage is the one that trying every staffing gives."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.options.front import curve_of
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.questions import DISRUPTION
from spotifymodel.transition.staffing.instance import Instance
from spotifymodel.transition.staffing.solving import solve
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import examples
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint
from tests.transition.staffing.tiny import every_by_trial, tiny_instances

KEPT = ("unplaced", "unmet_skills", "open_owner_seats", "owners_not_fit", "owners_unknown")


@given(tiny_instances(people=4))
@settings(max_examples=examples(40), deadline=None)
def test_every_point_of_the_curve_and_no_other_is_found(instance: Instance) -> None:
    answer = solve(instance)
    if not answer.levels:
        return
    values = {level.name: level.value for level in answer.levels}
    allowed = [
        (terms["unmet_needs"], sum(terms[name] for name in DISRUPTION))
        for terms, _ in every_by_trial(instance)
        if all(terms[name] <= values[name] for name in KEPT)
    ]
    wanted = sorted({a for a in allowed if not any(b != a and b[0] <= a[0] and b[1] <= a[1] for b in allowed)})
    for start in (None, (answer.seats,)):
        found = curve_of((instance,), values, points=99, start=start)
        assert [(p.unmet, p.disruption) for p in found.points] == wanted
        assert found.complete
        assert all(p.proven and p.bound == p.disruption for p in found.points)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sm.propose(department(75, 3))


def test_points_are_proven_fall_step_by_step_and_begin_at_the_coverage_of_the_plan(plan: Plan) -> None:
    curve = plan.pareto(points=5)
    assert 2 <= len(curve) <= 5
    assert all(p.proven for p in curve)
    assert [p.unmet for p in curve] == sorted({p.unmet for p in curve})
    assert [p.disruption for p in curve] == sorted({p.disruption for p in curve}, reverse=True)
    value = {o.name: o.value for o in plan.objective}
    assert curve[0].unmet == value["unmet_needs"]
    assert curve[0].disruption <= sum(value[name] for name in DISRUPTION)
    for point in curve:
        assert point.disruption == sum(point.values[name] for name in DISRUPTION)
        assert all(point.values[name] <= value[name] for name in KEPT)


def test_side_by_side_gives_the_same_curve(plan: Plan) -> None:
    with ThreadPoolExecutor(2) as threads:
        assert json.dumps(plan.pareto(points=4, executor=threads).to_dict()) == json.dumps(plan.pareto(points=4).to_dict())


def test_tribes_of_three_hundred_people_have_one_curve_and_it_is_proven() -> None:
    plan = sm.propose(department(300, 7))
    curve = plan.pareto(points=3)
    assert len(plan.staffing) == 3
    assert len(curve) == 3
    assert all(p.proven for p in curve)
    assert curve[0].unmet == {o.name: o.value for o in plan.objective}["unmet_needs"]


def test_text_page_frame_and_data_hold_the_same_points(plan: Plan) -> None:
    curve = plan.pareto(points=3)
    assert list(curve.to_frame()["disruption"]) == [p["disruption"] for p in curve.to_dict()["points"]]
    assert str(curve).count("proven") == len(curve)
    assert curve._repr_html_().count("<tr>") == len(curve) + 1
    dutch = sm.propose(department(36, 1), blueprint(), language="nl").pareto(points=2)
    assert "geteld als ingrijpend" in str(dutch)


def test_ctrl_c_and_a_short_time_return_what_is_there_and_say_so(plan: Plan) -> None:
    stopped = plan.pareto(progress=lambda _: signal.raise_signal(signal.SIGINT))
    assert stopped.stopped_by == "interrupt"
    assert not stopped.complete
    short = plan.pareto(time_limit=0.05)
    assert short.stopped_by == "time"
    assert all(p.bound <= p.disruption for p in short)


def test_of_several_tribes_a_time_that_is_too_short_returns_what_the_plan_has() -> None:
    plan = sm.propose(department(160, 3))
    value = {o.name: o.value for o in plan.objective}
    curve = plan.pareto(points=3, time_limit=0.05)
    assert curve.stopped_by == "time"
    assert curve[0].unmet <= value["unmet_needs"]
    assert curve[0].disruption <= sum(value[name] for name in DISRUPTION)
    assert all(curve[0].values[name] <= value[name] for name in KEPT)


def test_what_counts_as_disruption_can_be_said(plan: Plan) -> None:
    curve = plan.pareto(points=2, disruption=["other_site"])
    assert curve.terms == ("other_site",)
    assert curve[-1].disruption == curve[-1].values["other_site"]
    for wrong in (["unmet_needs"], ["beauty"], []):
        with pytest.raises(UsageError):
            plan.pareto(disruption=wrong)
    with pytest.raises(UsageError):
        plan.pareto(points=1)
    assert {t.name for t in TERMS} >= set(DISRUPTION)
