"""What is proven of a staffing of several tribes that was not searched for together, held against every staffing there is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.testing import bank as large_bank
from spotifymodel.transition.bank.bounding import Bounding, bounded
from spotifymodel.transition.bank.crew import Crew
from spotifymodel.transition.bank.kinds import Bank
from spotifymodel.transition.bank.opening import bank_of
from spotifymodel.transition.bank.proving import bounds_for, is_undominated
from spotifymodel.transition.bank.returning import returned
from spotifymodel.transition.plan import Plan
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import examples
from tests.transition.bank.small_banks import every_of_all, small_banks

NAMES = tuple(term.name for term in TERMS)


@given(small_banks(people=3), st.integers(0, 2), st.data())
@settings(max_examples=examples(25), deadline=None)
def test_no_staffing_of_all_tribes_is_below_the_bounds_nor_beats_what_is_said_to_be_unbeaten(
    bank: Bank, guests: int, data: st.DataObject
) -> None:
    tribes = dict(bank.tribes)
    tribes[0] = replace(tribes[0], guests=guests)
    bank = Bank(tribes, bank.kinds)
    every = sorted(every_of_all(bank))
    if not every:
        return
    row = data.draw(st.sampled_from(every))
    came = {0: dict(zip(NAMES, row, strict=True)), 1: dict.fromkeys(NAMES, 0)}
    # A tribe that nobody enters or leaves is bounded by itself: the sum of both may be split over them in any way that is there.
    if bank.kinds:
        bounds = bounds_for(bank, came, Crew())
        for at, name in enumerate(NAMES):
            assert bounds[name] <= min(one[at] for one in every if all(one[k] <= row[k] for k in range(at)))
    beaten = any(one != row and all(a <= b for a, b in zip(one, row, strict=True)) for one in every)
    assert not (beaten and is_undominated(bank, came[0], Crew()))


@given(small_banks(people=3))
@settings(max_examples=examples(15), deadline=None)
def test_whole_people_bound_no_less_than_fractions_of_them(bank: Bank) -> None:
    every = every_of_all(bank)
    if not every:
        return
    came = dict(zip(NAMES, max(every), strict=True))
    rough, fine = (bounded(Bounding(bank, NAMES, came, whole=whole), lambda: False) for whole in (False, True))
    assert all(rough.bounds.get(name, 0) <= fine.bounds.get(name, 0) for name in NAMES)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sm.propose(large_bank(300, seed=1))


def test_who_was_sent_elsewhere_goes_back_and_can_be_sent_again(plan: Plan) -> None:
    assert plan.origin is not None
    elsewhere = plan.origin.completed.elsewhere
    assert elsewhere
    home = returned(plan.origin)
    assert not home.completed.elsewhere
    for person, (tribe, chapter) in elsewhere.items():
        assert person in home.completed.people[tribe]
        assert home.completed.home[person] == chapter
    ids = [tribe.id for tribe in plan.origin.completed.blueprint.tribes]
    now = {p: (ids.index(tribe), plan.move(p).chapter or "") for tribe, inside in plan.origin.completed.people.items() for p in inside}
    again = bank_of(home, index_of(plan.origin.org)).staffed({person: now[person] for person in elsewhere})
    assert list(again.values()) == [instance for _, _, instance in plan.origin.jobs]


def test_what_was_proven_by_the_search_of_the_whole_is_proven_by_asking_afterwards(plan: Plan) -> None:
    assert plan.origin is not None
    bank = bank_of(returned(plan.origin), index_of(plan.origin.org))
    came = {k: {level.name: level.value for level in answer.levels} for k, (_, answer) in enumerate(plan.staffing)}
    bounds = bounds_for(bank, came, Crew())
    for one in plan.objective:
        assert bounds[one.name] <= one.value
        if one.tier <= 2:
            assert bounds[one.name] == one.value


def test_without_time_nothing_is_said(plan: Plan) -> None:
    assert plan.origin is not None
    bank = bank_of(returned(plan.origin), index_of(plan.origin.org))
    came = {k: {level.name: level.value for level in answer.levels} for k, (_, answer) in enumerate(plan.staffing)}
    assert set(bounds_for(bank, came, Crew(end=0.0)).values()) == {0}
    assert not is_undominated(bank, {one.name: one.value for one in plan.objective}, Crew(end=0.0))
