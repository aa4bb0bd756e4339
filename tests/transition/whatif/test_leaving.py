"""Somebody leaves: what breaks, who takes over, and the price are those of the best plan without them."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.errors import NotFoundError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.transition.plan import Plan
from tests.depth import examples
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


def test_of_several_tribes_who_came_from_another_is_still_counted_and_no_more_is_proven_than_is_known() -> None:
    plan = sm.propose(department(300, 7))
    assert len(plan.staffing) == 3
    person = next(m.person for m in plan.moves if m.squads)
    asked = plan.without(person)
    value = {o.name: o.value for o in plan.objective}
    again = {o.name: o.value for o in asked.plan.objective}
    assert abs(again["other_tribe"] - value["other_tribe"]) <= 1
    assert all(o.bound == 0 for o in asked.plan.objective)
    assert asked.plan.status == ("optimal" if all(o.value == 0 for o in asked.plan.objective if o.tier <= 3) else "feasible")


def test_a_unit_that_stays_loses_its_manager_and_its_people_cannot_be_locked_into_a_squad() -> None:
    plan = sm.propose(department(36, 1), blueprint(stay={"marketing": "forced"}))
    manager = next(m.person for m in plan.moves if m.tribe is None and m.person in {str(u.manager[0]) for u in plan.org.units if u.manager})  # type: ignore[union-attr]
    asked = plan.without(manager)
    assert [(s.role.name, s.role.of, s.people, s.vacant) for s in asked.takes_over] == [("manager", "marketing", (), False)]
    assert asked.prices == ()
    locked = plan.with_lock(manager, "d")
    assert locked.status == "infeasible"
    assert "stays outside the tribes" in locked.conflict[0]["message"]
