"""Units that may stay as they are stay unless a plan with their people is better."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from tests.depth import examples


def _department(counts: dict[str, int]) -> sm.Org:
    """Return units of analysts and testers, each with so many people and a manager."""
    people = [{"id": "dir", "job_title": "director", "unit": "top"}]
    units = [{"id": "top", "manager": "dir"}]
    for unit, number in counts.items():
        title = "tester" if unit.startswith("t") else "analyst"
        people += [{"id": f"{unit}{k}", "job_title": title, "unit": unit} for k in range(number)]
        units.append({"id": unit, "parent": "top", "manager": f"{unit}0"})
    return sm.Org.from_dict({"format": "spotifymodel/1", "people": people, "units": units})


def _wanted(stay: dict[str, str], needs: dict[str, float]) -> dict[str, Any]:
    chapters = [{"id": "testing", "jobs": ["tester"]}, {"id": "analysis", "jobs": ["analyst"]}]
    squads = [{"id": "app", "needs": needs}]
    return {
        "format": "spotifymodel-blueprint/1",
        "tribes": [{"id": "t", "chapters": chapters, "squads": squads, "agile_coaches": 0}],
        "stay": stay,
    }


def test_a_unit_that_no_squad_needs_stays_and_its_people_are_told_why() -> None:
    org = _department({"a": 5, "t": 3})
    plan = sm.propose(org, _wanted({"t": "allowed"}, {"analysis": 4}))
    assert plan.status == "optimal" and plan.staying == ("t",)
    assert plan.org is not None
    assert {p.id for p in plan.org.people} == {p.id for p in org.people}
    assert [m.tribe for m in plan.moves if m.person.startswith("t")] == [None] * 3
    assert "may stay as it is" in plan.why("t1")[0]
    assert "stays as it is: t" in str(plan)
    assert not [c for c in plan.org.tribes[0].chapters if c.id == "testing"]
    assert sm.check(plan.org).ok


def test_a_unit_that_a_squad_needs_moves() -> None:
    plan = sm.propose(_department({"a": 5, "t": 3}), _wanted({"t": "allowed"}, {"analysis": 4, "testing": 2}))
    assert plan.staying == ()
    assert all(m.tribe == "t" for m in plan.moves if m.person.startswith("t"))


def test_somebody_who_is_locked_into_a_squad_takes_the_unit_along() -> None:
    wanted = _wanted({"t": "allowed"}, {"analysis": 4})
    wanted["locks"] = [{"person": "t1", "squad": "app"}]
    assert sm.propose(_department({"a": 5, "t": 3}), wanted).staying == ()


def test_a_plan_with_units_that_stay_is_read_back() -> None:
    plan = sm.propose(_department({"a": 5, "t": 3}), _wanted({"t": "allowed"}, {"analysis": 4}), language="nl")
    again = type(plan).from_dict(plan.to_dict())
    assert again.staying == ("t",)
    assert "blijft zoals het is: t" in str(plan)


def _value(plan: Any, staying: int) -> tuple[bool, tuple[int, ...], int]:
    return plan.status not in ("optimal", "feasible"), tuple(o.value for o in plan.objective), -staying


@settings(max_examples=examples(12), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.fixed_dictionaries({"a": st.integers(2, 5), "t": st.integers(1, 3), "ux": st.integers(1, 3)}),
    st.fixed_dictionaries({"analysis": st.integers(1, 4), "testing": st.integers(0, 2)}),
)
def test_no_choice_of_who_stays_is_better(counts: dict[str, int], needs: dict[str, float]) -> None:
    org, units = _department(counts), ("t", "ux")
    plan = sm.propose(org, _wanted(dict.fromkeys(units, "allowed"), needs))
    tried = []
    for chosen in product(("never", "forced"), repeat=len(units)):
        other = sm.propose(org, _wanted(dict(zip(units, chosen, strict=True)), needs))
        tried.append(_value(other, chosen.count("forced")))
    assert _value(plan, len(plan.staying)) == min(tried)


@pytest.mark.parametrize("profile", ["brunel-2017", "ing-2015"])
def test_of_many_units_one_after_the_other_is_asked(profile: str) -> None:
    org = _department({"a": 5, "t": 2, "t2": 2, "t3": 2, "t4": 2})
    plan = sm.propose(org, _wanted(dict.fromkeys(("t", "t2", "t3", "t4"), "allowed"), {"analysis": 4}), profile=profile)
    assert plan.staying == ("t", "t2", "t3", "t4")
    assert plan.status == "feasible"  # proven for these, and not that no other choice is better


def test_a_chapter_that_is_left_out_with_its_unit_is_no_name_to_replace() -> None:
    wanted = _wanted({"t": "allowed"}, {"analysis": 4})
    wanted["tribes"][0]["chapters"] = [{"id": "analysis", "jobs": ["analyst"]}]
    never = sum(name.startswith("chapter") for name in sm.propose(_department({"a": 5, "t": 3}), wanted | {"stay": {}}).placeholders)
    plan = sm.propose(_department({"a": 5, "t": 3}), wanted)
    assert plan.staying == ("t",) and plan.org is not None
    invented = [name.removeprefix("chapter ") for name in plan.placeholders if name.startswith("chapter")]
    assert never == 1 and set(invented) <= {c.id for c in plan.org.tribes[0].chapters}
