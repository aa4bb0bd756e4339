"""Several tribes are staffed as well as trying everything would, and bounds of the whole are never above what is possible."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.testing import bank as large_bank
from spotifymodel.testing import bank_blueprint
from spotifymodel.transition.bank import deciding, searching
from spotifymodel.transition.bank.bounding import Bounding, beaten, bounded
from spotifymodel.transition.bank.crew import Crew
from spotifymodel.transition.bank.deciding import Deciding, decide
from spotifymodel.transition.bank.joint import joint, standing
from spotifymodel.transition.bank.kinds import Bank
from spotifymodel.transition.bank.searching import Together, staff_together
from spotifymodel.transition.staffing.decoding import decode, score
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import examples

from .small_banks import best_of_all, small_banks

NAMES = tuple(term.name for term in TERMS)


def _staffed(bank: Bank) -> Together:
    return staff_together(bank, {0: "t0", 1: "t1"}, Crew())


def _values(found: Together) -> dict[str, int]:
    rows = [score(one, *decode(one, found.answers[n].seats)) for n, one in found.instances.items()]
    return {name: sum(row[name] for row in rows) for name in NAMES}


@given(small_banks(people=3))
@settings(max_examples=examples(15), deadline=None)
def test_with_time_enough_a_limit_changes_nothing_and_is_not_said_to_have_struck(bank: Bank) -> None:
    limited = staff_together(bank, {0: "t0", 1: "t1"}, Crew(end=monotonic() + 600))
    free = _staffed(bank)
    assert limited.stopped_by is None
    assert {n: answer.levels for n, answer in limited.answers.items()} == {n: answer.levels for n, answer in free.answers.items()}
    assert limited.bounds == free.bounds


@pytest.mark.deep
def test_tribes_for_which_their_share_of_the_time_was_too_short_get_what_is_left() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_SEATING", 0.0)
        plan = sm.propose(large_bank(200, seed=5), bank_blueprint(200, seed=5), time_limit=60.0)
    assert plan.org is not None


@given(small_banks(people=4))
@settings(max_examples=examples(50), deadline=None)
def test_no_way_of_sending_people_to_tribes_is_better_than_the_one_that_is_found(bank: Bank) -> None:
    wanted = best_of_all(bank)
    found = _staffed(bank)
    if wanted is None:
        assert not all(answer.levels for answer in found.answers.values())
        return
    assert _values(found) == wanted
    assert dict(found.bounds) == wanted


@given(small_banks(people=4))
@settings(max_examples=examples(50), deadline=None)
def test_bounds_with_squads_added_up_are_never_above_the_best(bank: Bank) -> None:
    wanted = best_of_all(bank)
    if wanted is None:
        return
    proof = bounded(Bounding(bank, NAMES, wanted), lambda: False)
    assert all(proof.bounds.get(name, 0) <= wanted[name] for name in NAMES)
    decided = decide(Deciding(bank), lambda: False)
    assert decided is not None
    for at, name in enumerate(NAMES):
        if all(wanted[one] <= decided.worth[one] for one in NAMES[:at]):
            assert decided.bounds[name] <= wanted[name]


@given(small_banks(people=6))
@settings(max_examples=examples(50), deadline=None)
def test_everybody_is_in_one_tribe_and_who_is_elsewhere_was_free_to_go(bank: Bank) -> None:
    found = _staffed(bank)
    before = sorted(p for one in bank.tribes.values() for f in one.folk for p in f.people)
    assert sorted(p for one in found.instances.values() for f in one.folk for p in f.people) == before
    free = {person: kind for kind in bank.kinds for person in kind.people}
    for person, (tribe, chapter) in found.away.items():
        assert tribe != free[person].home
        assert chapter in dict(free[person].trait.fits)[tribe]
    for n, one in found.instances.items():
        assert one.guests == sum(tribe == n for tribe, _ in found.away.values())
        gone = sum(free[person].home == n for person in found.away)
        assert one.room == bank.tribes[n].room + gone - one.guests


@given(small_banks(people=6))
@settings(max_examples=examples(30), deadline=None)
def test_a_staffing_is_a_solution_of_the_programme_of_all_tribes_and_worth_the_same_there(bank: Bank) -> None:
    found = _staffed(bank)
    if not all(answer.levels for answer in found.answers.values()):
        return
    made, costs = joint(bank)
    start = standing(bank, found.away, {n: (one, found.answers[n].seats) for n, one in found.instances.items()})
    came = _values(found)
    for name in NAMES:
        assert sum(price * start.get(key, 0.0) for key, price in costs[name].items()) == came[name]
    for key in made.columns:
        made.row([(1.0, key)], low=start.get(key, 0.0), high=start.get(key, 0.0))
    assert made.solve().status == "optimal"


@given(small_banks(people=4))
@settings(max_examples=examples(40), deadline=None)
def test_only_what_is_worse_is_said_to_be_beaten(bank: Bank) -> None:
    stayed = best_of_all(Bank(bank.tribes, ()))
    came = best_of_all(bank)
    if came is not None and stayed is not None and beaten(Bounding(Bank(bank.tribes, ()), NAMES, came), lambda: False):
        assert tuple(came.values()) < tuple(stayed.values())


@pytest.mark.parametrize("small", ["pairs", "fractions", "districts"])
@given(bank=small_banks(people=4), seed=st.integers(0, 3))
@settings(max_examples=examples(20), deadline=None)
def test_what_is_meant_for_many_tribes_finds_the_best_of_two_as_well(small: str, bank: Bank, seed: int) -> None:
    wanted = best_of_all(bank)
    if wanted is None:
        return
    heard: list[tuple[int, ...]] = []

    def watch(values: Mapping[str, int], bounds: Mapping[str, int]) -> None:
        assert all(bounds[name] <= values[name] for name in NAMES)
        heard.append(tuple(values[name] for name in NAMES))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_EXACT", 1)
        patch.setattr(deciding, "_WHOLE", 12 if small == "pairs" else 1)
        patch.setattr(searching, "_WIDE", 1 if small == "districts" else 60)
        found = staff_together(bank, {0: "t0", 1: "t1"}, Crew(), seed, watch)
    upto = NAMES.index("beyond_need")  # balance alone is no reason to look at many tribes again
    assert tuple(_values(found)[name] for name in NAMES[:upto]) == tuple(wanted[name] for name in NAMES[:upto])
    assert all(found.bounds[name] == wanted[name] for name in NAMES[:upto])
    assert heard == sorted(heard, reverse=True)  # never worse with more time
