"""What a blueprint, a calendar and the people of today ask of a road is kept, and said where it cannot be."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.road.stage import Stage
from tests.transition.proposing.departments import department

from .roads import mortgages, mortgages_wanted


def week_of(plan: Plan, squad: str) -> int:
    return next(stage.week for stage in plan.stages if squad in stage.squads)


def stage_of(plan: Plan, squad: str) -> Stage:
    return next(stage for stage in plan.stages if squad in stage.squads)


def test_a_squad_waits_for_the_training_of_its_owner() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted())
    assert stage_of(plan, "aflossen").start >= dt.date(2027, 6, 1)  # type: ignore[operator]
    assert plan.road is not None
    assert [(w.squad, w.role, w.person) for w in plan.road.waits] == [("aflossen", "product_owner", "p008")]
    owner = next(r for r in stage_of(plan, "aflossen").readiness if r.person == "p008")
    assert (owner.state, owner.ready) == ("learning", 22)
    assert "aflossen: not before week 22, when p008 is ready as product owner" in str(plan)
    assert not [f for f in sm.check(plan.stages).findings if f.code == "TX004"]


def test_months_of_training_count_where_no_day_is_told_and_a_week_that_somebody_says_counts_more() -> None:
    org = department(60, 2)
    plan = sm.propose(org)
    training = next(t for t in plan.gaps["trainings"] if t["months"])
    assert week_of(plan, training["squad"]) >= training["months"] * 52 / 12
    said = sm.propose(org, {"format": "spotifymodel-blueprint/1", "waves": {"ready": {training["person"]: 3}}})
    assert week_of(said, training["squad"]) <= week_of(plan, training["squad"])
    roles = [r for stage in said.stages for r in stage.readiness if r.person == training["person"] and r.role == "product_owner"]
    assert [(r.state, r.ready) for r in roles] == [("learning", 3)]


def test_who_holds_up_the_road_alone_is_named_with_the_weeks_that_would_be_saved() -> None:
    org = department(40, 2)
    plan = sm.propose(org)
    assert plan.road is not None
    (saving,) = plan.road.savings
    last = max(stage.week for stage in plan.stages if stage.squads)
    assert saving.instead == last
    without = sm.propose(org, {"format": "spotifymodel-blueprint/1", "waves": {"ready": {saving.person: 0}}})
    assert max(stage.week for stage in without.stages if stage.squads) <= saving.week < last
    assert f"the last wave would be in week {saving.week} instead of {last}" in str(plan)


def test_nothing_waits_for_a_vacancy_unless_somebody_says_how_long_a_hire_takes() -> None:
    plain = sm.propose(mortgages(), mortgages_wanted())
    waiting = sm.propose(mortgages(), mortgages_wanted(hire_weeks=20))
    assert plain.stages[1].week == 8
    assert waiting.stages[1].week >= 20
    coaches = [r for r in waiting.stages[1].readiness if r.role == "agile_coach"]
    assert {(r.state, r.ready) for r in coaches} == {("open", 20)}
    assert "when somebody is hired as agile coach" in str(waiting)


def test_precedences_of_a_blueprint_are_kept() -> None:
    usual = sm.propose(mortgages(), mortgages_wanted())
    first, then = usual.stages[2].squads[0], usual.stages[1].squads[0]
    turned = sm.propose(mortgages(), mortgages_wanted(precedences=[{"first": first, "then": then}]))
    assert week_of(usual, then) < week_of(usual, first)
    assert week_of(turned, first) < week_of(turned, then)


@pytest.mark.parametrize(("severity", "slowed"), [("blocking", 0), ("slowing", 0)])
def test_a_squad_does_not_go_before_another_that_it_waits_for(severity: str, slowed: int) -> None:
    usual = sm.propose(mortgages(), mortgages_wanted())
    first, then = usual.stages[-2].squads[-1], usual.stages[1].squads[0]
    squads = [{"id": s} for s in (first, then)]
    org = sm.Org.from_dict({**mortgages().to_dict(), "squads": squads, "dependencies": [{"from": then, "to": first, "severity": severity}]})
    plan = sm.propose(org, mortgages_wanted())
    assert week_of(plan, first) <= week_of(plan, then)
    assert plan.road is not None
    assert next(t.value for t in plan.road.terms if t.name == "slowed") == slowed


def test_nothing_goes_live_and_nobody_moves_in_a_freeze() -> None:
    wanted = mortgages_wanted()
    wanted["freeze"] = [{"from": "2027-02-15", "until": "2027-04-01"}, {"from": "2027-12-15", "until": "2028-01-10"}]
    for stage in sm.propose(mortgages(), wanted).stages[1:]:
        assert stage.start is not None
        for cold in wanted["freeze"]:
            assert not dt.date.fromisoformat(cold["from"]) <= stage.start < dt.date.fromisoformat(cold["until"])


def test_dates_without_a_start_are_said_to_say_nothing() -> None:
    wanted = mortgages_wanted(start=None)
    wanted["freeze"] = [{"from": "2027-02-15", "until": "2027-04-01"}]
    plan = sm.propose(mortgages(), wanted)
    assert plan.road is not None
    assert plan.road.notes == ("dates_without_start",)
    assert "waves.start is missing" in str(plan)


def test_a_service_below_its_floor_is_filled_by_named_vacancies_at_a_price() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted(backfill_price=1600))
    filled = [(stage, one) for stage in plan.stages for one in stage.backfill]
    assert filled
    for stage, one in filled:
        people = {p.id: p for p in stage.org.people if p.id in one.people}
        assert all(p.vacancy and p.external and p.unit == one.unit for p in people.values())
        assert sum(p.fte or 1.0 for p in people.values()) == pytest.approx(one.floor - one.there)
        assert one.price == pytest.approx((one.floor - one.there) * one.weeks)
        assert one.cost == pytest.approx(1600 * one.price)
    assert not [f for f in sm.check(plan.stages).findings if f.code == "TX003"]
    assert f"costs {filled[0][1].cost:g}" in str(plan)


def test_a_service_that_only_squads_run_is_filled_from_the_unit_that_their_people_came_from() -> None:
    document = mortgages().to_dict()
    next(p for p in document["products"] if p["id"] == "rente")["floor_fte"] = 12
    plan = sm.propose(sm.Org.from_dict(document), mortgages_wanted())
    filled = [one for one in stage_of(plan, "rente").backfill if one.service == "rente"]
    assert len(filled) == 1
    assert "rente" in next(u for u in stage_of(plan, "rente").org.units if u.id == filled[0].unit).owns
    assert not [f for f in sm.check(plan.stages).findings if f.code == "TX003"]


def test_squads_wait_for_one_coach_and_later_coaches_come_when_they_are_ready() -> None:
    document = department(60, 2).to_dict()
    days = {"p10": "2027-02-01", "p11": "2027-09-01"}
    for person in document["people"]:
        if person["id"] in days:
            person |= {"job_title": "agile coach", "training": [{"role": "agile coach", "ready": days[person["id"]]}]}
    org = sm.Org.from_dict(document)
    plan = sm.propose(org, {"format": "spotifymodel-blueprint/1", "waves": {"start": "2027-01-04"}})
    came = {p: stage for stage in plan.stages for p in stage.people if p in days}
    assert came["p10"] is plan.stages[1]
    assert dt.date(2027, 9, 1) <= (came["p11"].start or dt.date.min)
    assert came["p11"].week > plan.stages[1].week
    coaches = [p if isinstance(p, str) else p.person for p in plan.stages[1].org.tribes[0].agile_coaches]
    assert coaches == ["p10"]
    assert not [f for f in sm.check(plan.stages).findings if f.code == "TX004"]


def test_a_project_ends_in_the_squad_that_owns_its_product_and_no_project_is_dropped() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted())
    over = {p.project: (stage.name, p.squad, p.manager) for stage in plan.stages for p in stage.projects}
    assert over["prj-app"] == (stage_of(plan, "app").name, "app", "p061")
    assert over["prj-basel"][1] is None
    assert [p.id for p in plan.stages[-1].org.projects] == ["prj-basel"]
    assert not [f for f in sm.check(plan.stages).findings if f.code == "HY001"]


def test_a_mandate_grows_from_none_to_soft_to_the_whole_and_no_further_than_is_wanted() -> None:
    wanted = mortgages_wanted()
    next(s for s in wanted["tribes"][0]["squads"] if s["id"] == "rente")["mandate"] = "soft"
    plan = sm.propose(mortgages(), wanted)
    for squad in plan.stages[-1].mandates:
        ladder = [stage.mandates[squad] for stage in plan.stages]
        steps = list(dict.fromkeys(ladder))
        assert ladder == sorted(ladder, key=["none", "soft", "end_to_end"].index)
        assert steps == (["none", "soft"] if squad == "rente" else ["none", "soft", "end_to_end"])
    assert plan.stages[-1].soft == {"rente": "the blueprint wants it so"}
    assert plan.org is not None
    assert {s.mandate for _, s in plan.org.all_squads()} == {"soft", "end_to_end"}


def test_who_had_a_duty_keeps_it_where_no_role_gives_it_to_anybody() -> None:
    wanted: dict[str, Any] = {
        "format": "spotifymodel-blueprint/1",
        "tribes": [
            {
                "id": "t",
                "chapters": [
                    {"id": "producten", "discipline": "product"},
                    {"id": "communicatie", "discipline": "marketing", "jobs": ["product marketing manager"]},
                ],
                "squads": [{"id": f"s{k}", "mandate": "soft"} for k in range(12)],
            }
        ],
        "locks": [{"person": p, "squad": f"s{k}", "role": "member"} for k, p in enumerate(("p011", "p012", "p013"))],
    }
    plan = sm.propose(mortgages(), wanted, language="nl")
    assert plan.stages[-1].duties["3b"] in ("p011", "p012", "p013")
    assert not [f for f in sm.check(plan.stages).findings if f.code == "TX002"]
    assert f"blok 3b (Introductie): blijft bij {plan.stages[-1].duties['3b']}" in str(plan)


def test_the_works_council_is_asked_first_and_its_day_is_waited_for() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted(consultation_weeks=10))
    assert (plan.stages[0].gates[0].kind, plan.stages[0].gates[0].week) == ("works_council", 10)
    org = sm.Org.from_dict({**mortgages().to_dict(), "gates": [{"kind": "OR-advies", "date": "2027-05-20"}]})
    waiting = sm.propose(org, mortgages_wanted())
    assert waiting.stages[1].start == dt.date(2027, 5, 20)
    assert [g.kind for g in waiting.stages[0].org.gates] == ["OR-advies"]
    assert not [f for f in sm.check(waiting.stages).findings if f.code == "TX006"]


def test_no_more_people_move_at_once_than_a_blueprint_allows_also_behind_the_squads() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted(max_people=24, max_squads=None))
    assert plan.stages
    assert max(len(stage.people) for stage in plan.stages) <= 24
    assert [stage.capacity.people for stage in plan.stages if stage.capacity] == [len(stage.people) for stage in plan.stages]


def test_units_are_dissolved_once_and_their_managers_look_after_who_is_left() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted())
    gone = [u for stage in plan.stages for u in stage.dissolved]
    assert len(gone) == len(set(gone))
    assert set(gone) == {u.id for u in mortgages().units} - {"risk-compliance-2e-lijn"}
    for stage in plan.stages[1:]:
        left = {p.unit for p in stage.org.people if isinstance(p.unit, str) and not p.external}
        assert set(stage.caretakers) & set(stage.dissolved) == set()
        assert all(unit not in left for unit in stage.dissolved)


def test_a_profile_that_no_half_way_state_keeps_is_said_to_be_broken(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text('title = "House"\nextends = ["brunel-2017"]\n[severities]\nPO006 = "error"\n', "utf-8")
    plan = sm.propose(department(36, 1), profile=house)
    assert plan.road is not None
    assert plan.road.breaks == ("PO006",)
    assert "rules that a stage breaks and today does not: PO006" in str(plan)
    assert not any(f.code == "PO006" for f in sm.check(plan.stages[-1].org, profile=house).findings)


# -- no road ---------------------------------------------------------------------------------------------------------------


def refused(**waves: Any) -> Plan:
    plan = sm.propose(mortgages(), mortgages_wanted(**waves))
    assert plan.status == "infeasible"
    assert plan.road is not None
    assert plan.road.status == "infeasible"
    assert plan.stages == ()
    assert plan.org is not None  # the chart to be stands; only the way to it does not
    return plan


def test_precedences_in_a_circle_are_named_and_each_of_them_undone_opens_a_road() -> None:
    circle = [{"first": "app", "then": "rente"}, {"first": "rente", "then": "advies"}, {"first": "advies", "then": "app"}]
    plan = refused(precedences=[*circle, {"first": "platform", "then": "app"}])
    assert sorted(c["message"] for c in plan.conflict) == [
        "advies goes live in an earlier wave than app",
        "app goes live in an earlier wave than rente",
        "rente goes live in an earlier wave than advies",
    ]
    assert [r["kind"] for r in plan.relaxations if r["kind"] == "precedence"] == ["precedence"] * 3


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        ({"max_weeks": 24, "max_squads": 2}, "max_squads"),
        pytest.param({"max_weeks": 16, "max_squads": 2}, "max_weeks", marks=pytest.mark.deep),
        pytest.param({"max_people": 9, "max_squads": None}, "max_people", marks=pytest.mark.deep),
        ({"max_weeks": 16, "max_squads": None}, "ready"),
    ],
)
def test_a_remedy_opens_a_road_and_one_less_does_not(limits: dict[str, Any], code: str) -> None:
    plan = refused(**limits)
    remedy = next(r for r in plan.relaxations if r["kind"] == code)
    key, value = code, remedy["amount"]
    if code == "ready":
        assert sm.propose(mortgages(), mortgages_wanted(**limits, ready={"p008": value})).stages
        assert not sm.propose(mortgages(), mortgages_wanted(**limits, ready={"p008": value + 1})).stages
        return
    assert sm.propose(mortgages(), mortgages_wanted(**{**limits, key: value})).stages
    assert not sm.propose(mortgages(), mortgages_wanted(**{**limits, key: value - 1})).stages


def test_a_freeze_without_an_end_is_the_reason_and_its_end_the_remedy() -> None:
    wanted = mortgages_wanted()
    wanted["freeze"] = [{"from": "2027-04-01"}]
    plan = sm.propose(mortgages(), wanted, language="nl")
    assert plan.status == "infeasible"
    assert "er gaat niets live vanaf 2027-04-01, en een einde is niet gegeven" in [c["message"] for c in plan.conflict]
    assert "geef de stilte vanaf 2027-04-01 een einde" in [r["text"] for r in plan.relaxations]


def test_a_precedence_of_a_squad_that_nobody_plans_is_refused_with_what_was_meant() -> None:
    invented = {"format": "spotifymodel-blueprint/1", "waves": {"precedences": [{"first": "tribe-1-squad-1", "then": "tribe-1-squad-x"}]}}
    plan = sm.propose(sm.example("polderbank"), invented)
    assert plan.status == "infeasible"
    assert plan.conflict[0]["message"].startswith("a precedence names squad tribe-1-squad-x, which the plan does not have; did you mean")
    with pytest.raises(sm.SpotifyModelError, match=r"waves\.precedences"):
        sm.propose(mortgages(), mortgages_wanted(precedences=[{"first": "app", "then": "ap"}]))


def test_careful_defaults_are_given_up_before_a_road_is() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted(max_weeks=24, max_squads=None))
    assert plan.road is not None
    assert plan.stages
    assert max(stage.week for stage in plan.stages if stage.squads) <= 24
    assert plan.road.notes == ("defaults_given_up",)


def test_the_command_line_says_why_there_is_no_road_and_ends_with_5(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart, blueprint = tmp_path / "today.yaml", tmp_path / "wanted.json"
    mortgages().save(chart)
    blueprint.write_text(json.dumps(mortgages_wanted(max_weeks=24, max_squads=2)), "utf-8")
    assert main(["propose", str(chart), "--blueprint", str(blueprint), "--lang", "nl"]) == 5
    said = capsys.readouterr().err
    assert "alle squads moeten binnen 24 weken live zijn" in said
    assert "laat 4 squads per golf live gaan in plaats van 2" in said
    blueprint.write_text(json.dumps(mortgages_wanted(max_weeks=24, max_squads=4)), "utf-8")
    assert main(["propose", str(chart), "--blueprint", str(blueprint), "--lang", "nl"]) == 0
    assert "voorlopers: 4 squads gaan live" in capsys.readouterr().out


# -- the same every time ---------------------------------------------------------------------------------------------------


def test_a_road_is_written_and_read_back() -> None:
    plan = sm.propose(mortgages(), mortgages_wanted(backfill_price=1600))
    again = Plan.from_dict(json.loads(json.dumps(plan.to_dict())))
    assert again.stages == plan.stages
    assert again.road == plan.road


def test_a_road_is_the_same_to_the_byte_in_another_process() -> None:
    code = (
        "import json, spotifymodel as sm; from tests.transition.road.roads import mortgages, mortgages_wanted; "
        "plan = sm.propose(mortgages(), mortgages_wanted(max_people=40)); print(json.dumps(plan.to_dict()))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, text=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
