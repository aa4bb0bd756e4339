"""A plan with one wish more: the wish holds, the rest stays as close as it can, and the price is that of the wish."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.errors import NotFoundError, UsageError
from spotifymodel.transition.plan import Plan
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint, places


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sm.propose(department(36, 1), blueprint())


def values(plan: Plan) -> dict[str, int]:
    return {o.name: o.value for o in plan.objective}


def test_a_seat_is_taken_at_the_price_that_the_plan_names_for_it(plan: Plan) -> None:
    for person, squads in sorted(places(plan.org).items())[:6]:  # type: ignore[arg-type]
        other = next(s for s in "dcba" if s not in squads)
        locked = plan.with_lock(person, other)
        assert other in [seat["id"] for seat in locked.move(person).squads]
        price = {p.name: p.change for p in plan.why_not(person, other).prices}
        assert price == {n: v - values(plan)[n] for n, v in values(locked).items() if v != values(plan)[n]}
        assert sum(a.squads != b.squads for a, b in zip(plan.moves, locked.moves, strict=True)) <= 8


def test_a_lock_on_the_seat_that_somebody_has_changes_no_seat(plan: Plan) -> None:
    person, squads = next(iter(sorted(places(plan.org).items())))  # type: ignore[arg-type]
    locked = plan.with_lock(person, squads[0])
    assert [m.squads for m in locked.moves] == [m.squads for m in plan.moves]
    assert locked.status == plan.status


def test_roles_can_be_locked_too(plan: Plan) -> None:
    person = next(m.person for m in plan.moves if m.squads and m.chapter is not None)
    owner = plan.with_lock(person, "b", role="product_owner")
    assert owner.move(person).squads == ({"id": "b", "allocation": 1.0, "role": "product_owner"},)
    chapter = plan.move(person).chapter
    lead = plan.with_lock(person, chapter=chapter)
    assert lead.org is not None
    assert {c["id"]: c["lead"] for c in lead.org.to_dict()["tribes"][0]["chapters"]}[str(chapter)] == person
    top = plan.with_lock(person, tribe="t")
    assert top.org is not None
    assert top.org.to_dict()["tribes"][0]["lead"] == person


def test_a_lock_that_contradicts_another_wish_has_no_plan_and_says_why(plan: Plan) -> None:
    locked = plan.with_lock("p20", "a", role="product_owner").with_lock("p21", "a", role="product_owner")
    assert locked.status == "infeasible"
    assert sorted(c["message"] for c in locked.conflict) == ["p20 owner of a", "p21 owner of a"]
    second = next(m.person for m in plan.moves if m.tribe is None)
    assert plan.with_lock(second, "a").status == "infeasible"


def test_somebody_of_another_tribe_comes_over() -> None:
    plan = sm.propose(department(160, 3))
    assert plan.origin is not None
    first, second = plan.origin.completed.people.values()
    person = next(p for p in second if plan.move(p).squads)
    squad = plan.staffing[0][0].squads[0]
    locked = plan.with_lock(person, squad)
    assert squad in [seat["id"] for seat in locked.move(person).squads]
    assert locked.move(person).tribe == plan.move(first[-1]).tribe
    assert len(locked.moves) == len(plan.moves)


def test_what_is_not_there_cannot_be_locked(plan: Plan) -> None:
    with pytest.raises(NotFoundError, match="no squad 'z'"):
        plan.with_lock("p20", "z")
    with pytest.raises(NotFoundError, match="no person"):
        plan.with_lock("nobody", "a")
    with pytest.raises(UsageError, match="one squad, one chapter or one tribe"):
        plan.with_lock("p20")
    with pytest.raises(UsageError, match="one squad, one chapter or one tribe"):
        plan.with_lock("p20", "a", tribe="t")
    with pytest.raises(UsageError, match="propose again"):
        Plan.from_dict(plan.to_dict()).with_lock("p20", "a")


def test_with_a_wish_more_several_tribes_are_bounded_together() -> None:
    plan = sm.propose(department(160, 3))
    assert len(plan.staffing) == 2
    move = next(m for m in plan.moves if m.squads and m.squads[0]["role"] == "member")
    mine = next(instance for instance, _ in plan.staffing if move.squads[0]["id"] in instance.squads)
    locked = plan.with_lock(move.person, next(s for s in mine.squads if s not in [seat["id"] for seat in move.squads]))
    assert all(one.bound <= one.value for one in locked.objective)
    (first, *_) = [one for one in locked.objective if one.value]
    assert first.bound > 0
    assert [one.value for one in locked.objective] >= [one.bound for one in plan.objective]
