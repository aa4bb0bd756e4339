"""Somebody leaves: what breaks, who takes over, and the price are those of the best plan without them."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import LimitReachedError, NotFoundError, UsageError
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.transition.bank.opening import bank_of
from spotifymodel.transition.bank.returning import returned
from spotifymodel.transition.plan import Plan
from tests.depth import examples
from tests.transition.bank.small_banks import best_of_all
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint, places
from tests.transition.staffing.tiny import best_by_trial


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sm.propose(department(36, 1), blueprint())


def holder(plan: Plan, role: str) -> str:
    """Return somebody with a role, read from the document alone."""
    assert plan.org is not None
    tribe = plan.org.to_dict()["tribes"][0]
    found = {
        "tribe_lead": tribe["lead"],
        "chapter_lead": tribe["chapters"][0]["lead"],
        "product_owner": tribe["squads"][0]["product_owner"],
    }
    return str(found[role])


@pytest.mark.parametrize(("role", "code"), [("tribe_lead", "TL001"), ("chapter_lead", "CH001"), ("product_owner", "PO001")])
def test_a_role_falls_open_and_somebody_of_the_department_takes_it_over(plan: Plan, role: str, code: str) -> None:
    person = holder(plan, role)
    asked = plan.without(person)
    assert code in {f.code for f in asked.breaks}
    (taken,) = [s for s in asked.takes_over if s.role.name == role]
    assert len(taken.people) == 1
    assert holder(asked.plan, role) == taken.people[0] != person
    assert person not in {p.id for p in asked.plan.org.people}  # type: ignore[union-attr]
    assert not [f for f in sm.check(asked.plan.org) if f.severity == "error"]  # type: ignore[arg-type]


def test_the_price_is_the_difference_of_the_two_plans_and_few_others_move(plan: Plan) -> None:
    for person in sorted(places(plan.org))[:8]:  # type: ignore[arg-type]
        asked = plan.without(person)
        before, after = ({o.name: o.value for o in p.objective} for p in (plan, asked.plan))
        assert {p.name: p.change for p in asked.prices} == {n: after[n] - before[n] for n in after if after[n] != before[n]}
        assert len(asked.elsewhere) <= 6
        was, now = ({m.person: m.squads for m in p.moves} for p in (plan, asked.plan))
        assert set(asked.elsewhere) == {p for p in now if was[p] != now[p]}


@pytest.mark.parametrize("seed", range(examples(12)))
def test_of_small_departments_the_plan_without_somebody_is_the_best_of_all(seed: int) -> None:
    dice = Random(seed)
    titles = {"b": "back-end developer", "c": "tester"}
    people: list[dict[str, Any]] = [
        {"id": f"p{k}", "job_title": titles[dice.choice("bc")], "location": dice.choice("ul"), "agile_years": dice.choice((0, 3))}
        for k in range(6)
    ]
    org = Org.from_dict({"format": "spotifymodel/1", "people": people})
    chapters = [{"id": "b", "discipline": "back-end"}, {"id": "c", "discipline": "testing"}]
    squads = [{"id": s, "needs": {c: dice.choice((0.5, 1, 1.5)) for c in "bc"}} for s in "st"]
    wanted = {"format": "spotifymodel-blueprint/1", "tribes": [{"id": "x", "agile_coaches": 0, "chapters": chapters, "squads": squads}]}
    plan = sm.propose(org, wanted)
    for person in plan.moves[:3]:
        again = plan.without(person.person).plan
        ((instance, _),) = again.staffing
        wanted_terms = best_by_trial(instance)
        assert wanted_terms is not None
        found = {o.name: o.value for o in again.objective}
        assert all(found[name] == value for name, value in wanted_terms.items())
        assert again.status == "optimal"


def test_who_advises_from_outside_leaves_no_seat_open(plan: Plan) -> None:
    person = next(m.person for m in plan.moves if m.tribe is None)
    asked = plan.without(person)
    assert asked.takes_over == ()
    assert asked.prices == ()
    assert asked.elsewhere == ()


def test_several_leave_together_and_wishes_about_them_leave_with_them() -> None:
    wanted = blueprint(
        locks=[{"person": "p20", "squad": "a"}], keep_together=[["p20", "p21", "p22"]], forbid=[{"person": "p23", "squad": "a"}]
    )
    plan = sm.propose(department(36, 1), wanted)
    asked = plan.without("p20", "p23")
    assert asked.people == ("p20", "p23")
    assert asked.plan.org is not None
    seated = places(asked.plan.org)
    assert seated["p21"] == seated["p22"]
    assert asked.plan.origin is not None
    assert asked.plan.origin.completed.blueprint.locks == ()


def test_tribes_that_nobody_leaves_stay_as_they_are() -> None:
    plan = sm.propose(department(160, 3))
    first, second = plan.origin.completed.people.values()  # type: ignore[union-attr]
    asked = plan.without(next(p for p in first if plan.move(p).squads))
    for person in second:
        assert asked.plan.move(person).squads == plan.move(person).squads
    assert set(asked.elsewhere) <= set(first)


def two_tribes(seed: int) -> Plan:
    """Return a plan of two tribes that may both have everybody, of whom some are where their unit is not."""
    dice = Random(seed)
    people = [
        {
            "id": f"p{k}",
            "job_title": "back-end developer",
            "unit": "ab"[k > 4],
            "location": dice.choice("ul"),
            "agile_years": dice.choice((0, 3)),
        }
        for k in range(7)
    ]
    org = Org.from_dict({"format": "spotifymodel/1", "people": people, "units": [{"id": "a"}, {"id": "b"}]})
    tribes = [
        {
            "id": t,
            "from_units": [own, other],
            "agile_coaches": 0,
            "chapters": [{"id": f"dev-{t}", "discipline": "back-end"}],
            "squads": [{"id": f"s-{t}", "needs": {f"dev-{t}": dice.choice((1, 1.5, 2, 3))}}],
        }
        for t, own, other in (("x", "a", "b"), ("y", "b", "a"))
    ]
    return sm.propose(org, {"format": "spotifymodel-blueprint/1", "tribes": tribes})


def bounded_by_trial(again: Plan) -> None:
    """Hold the bounds of a plan of two tribes against the best of all staffings of both, whoever goes where."""
    assert again.origin is not None
    best = best_of_all(bank_of(returned(again.origin), index_of(again.origin.org)))
    assert best is not None
    found = {o.name: o.value for o in again.objective}
    assert list(best.values()) <= list(found.values())
    for one in again.objective:
        assert one.bound <= best[one.name]
        if found[one.name] != best[one.name]:
            break
    if again.status == "optimal":
        assert all(found[one.name] == best[one.name] for one in again.objective if one.tier <= 3)


@pytest.mark.parametrize("seed", range(examples(8)))
def test_of_several_tribes_bounds_hold_for_every_staffing_of_all_whoever_goes_to_another_tribe(seed: int) -> None:
    plan = two_tribes(seed)
    bounded_by_trial(plan)
    for move in plan.moves[::2]:
        bounded_by_trial(plan.without(move.person).plan)


def test_a_plan_without_somebody_is_proven_among_several_tribes_too_where_nothing_could_be_better() -> None:
    plans = [two_tribes(seed) for seed in range(4)]
    again = [plan.without(move.person).plan for plan in plans for move in plan.moves[:3]]
    assert {"optimal"} <= {plan.status for plan in again}
    assert all(any(o.bound for o in plan.objective) for plan in again if any(o.value for o in plan.objective))


def test_who_came_from_another_tribe_is_counted_when_somebody_of_that_tribe_leaves() -> None:
    plan = next(made for seed in range(20) if (made := two_tribes(seed)).origin.completed.elsewhere)  # type: ignore[union-attr]
    assert plan.origin is not None
    (guest, *_) = plan.origin.completed.elsewhere
    tribe = plan.move(guest).tribe
    leaver = next(m.person for m in plan.moves if m.tribe == tribe and m.person != guest and m.squads)
    again = plan.without(leaver).plan
    assert again.origin is not None
    home = again.origin.completed.elsewhere
    there = sum(home[m.person][0] != m.tribe for m in again.moves if m.person in home)
    assert there == next(o.value for o in again.objective if o.name == "other_tribe") > 0


def test_a_limit_that_leaves_something_unproven_is_told() -> None:
    plan = sm.propose(department(160, 3))
    person = next(m.person for m in plan.moves if m.squads)
    for seconds in (0.05, 0.3):
        try:
            again = plan.without(person, time_limit=seconds)
        except LimitReachedError as limit:
            assert limit.limit == "time"
            continue
        assert again.plan.stopped_by == "time" or again.plan.status == "optimal"
        assert ("not proven" in str(again)) == (again.plan.stopped_by is not None)


def test_the_answer_is_the_same_every_time_and_in_both_languages(plan: Plan) -> None:
    person = holder(plan, "product_owner")
    assert json.dumps(plan.without(person).to_dict()) == json.dumps(plan.without(person).to_dict())
    dutch = str(sm.propose(department(36, 1), blueprint(), language="nl").without(person))
    english = str(plan.without(person))
    assert english.startswith(f"without {person}\n  what breaks as long as nobody takes over:\n    PO001 ")
    assert dutch.startswith(f"zonder {person}\n  wat stukgaat zolang niemand het overneemt:\n    PO001 ")
    assert "owner of squad a: " in english
    assert "eigenaar van squad a: " in dutch
    assert plan.without(person)._repr_html_().startswith("<pre>without")


def test_questions_that_make_no_sense_are_refused(plan: Plan) -> None:
    with pytest.raises(NotFoundError, match="p0"):
        plan.without("p00")
    with pytest.raises(UsageError, match="at least one"):
        plan.without()
    with pytest.raises(UsageError, match="propose again"):
        Plan.from_dict(plan.to_dict()).without("p20")
    with pytest.raises(UsageError, match="nobody would be left"):
        plan.without(*(m.person for m in plan.moves))


def test_of_several_tribes_who_came_from_another_is_still_counted_and_something_is_proven() -> None:
    plan = sm.propose(department(300, 7))
    assert len(plan.staffing) == 3
    person = next(m.person for m in plan.moves if m.squads)
    asked = plan.without(person)
    value = {o.name: o.value for o in plan.objective}
    again = {o.name: o.value for o in asked.plan.objective}
    assert abs(again["other_tribe"] - value["other_tribe"]) <= 1
    (first, *_) = [o for o in asked.plan.objective if o.value]
    assert 0 < first.bound <= first.value
    assert asked.plan.status == ("optimal" if all(o.proven for o in asked.plan.objective if o.tier <= 3) else "feasible")


def test_a_unit_that_stays_loses_its_manager_and_its_people_cannot_be_locked_into_a_squad() -> None:
    plan = sm.propose(department(36, 1), blueprint(stay={"marketing": "forced"}))
    manager = next(m.person for m in plan.moves if m.tribe is None and m.person in {str(u.manager[0]) for u in plan.org.units if u.manager})  # type: ignore[union-attr]
    asked = plan.without(manager)
    assert [(s.role.name, s.role.of, s.people, s.vacant) for s in asked.takes_over] == [("manager", "marketing", (), False)]
    assert asked.prices == ()
    locked = plan.with_lock(manager, "d")
    assert locked.status == "infeasible"
    assert "stays outside the tribes" in locked.conflict[0]["message"]
