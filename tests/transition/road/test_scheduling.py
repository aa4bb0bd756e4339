"""The order of squads that is found is the best of all that there are, and what is called proven is."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.transition.road import scheduling
from spotifymodel.transition.road.course import worth_of
from spotifymodel.transition.road.improving import improve, keeps
from spotifymodel.transition.road.listing import list_schedule
from spotifymodel.transition.road.programme import relaxed
from spotifymodel.transition.road.scheduling import find_schedule, least_last, passable
from tests.depth import examples

from .courses import allowed, answers, small_course, value


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10_000_000))
def test_no_order_is_better_than_the_one_that_is_found(seed: int) -> None:
    course = small_course(seed)
    best = min((value(course, one) for one in answers(course)), default=None)
    found = find_schedule(course)
    assert (found is None) == (best is None)
    assert passable(course) is (best is not None)
    if found is None or best is None:
        return
    schedule = dict(found.schedule)
    assert allowed(course, schedule)
    worth = found.worth
    assert (worth.last, worth.price, worth.slowed, worth.order) == value(course, schedule) == best
    bound = found.bound
    assert (bound.last, bound.price, bound.slowed, bound.order) == best


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10_000_000))
def test_one_pass_keeps_every_limit_and_no_bound_is_above_the_best(seed: int) -> None:
    course = small_course(seed)
    found = list_schedule(course)
    everything = list(answers(course))
    if found is not None:
        assert allowed(course, dict(found))
    if everything:
        assert least_last(course) <= min(max(one.values()) for one in everything)
        assert scheduling._least_order(course) <= min(value(course, one)[3] for one in everything)
        best = min(value(course, one) for one in everything)
        bounds = relaxed(course, best[0])
        assert bounds.price <= best[1]
        assert bounds.order <= best[3]


def test_a_course_that_is_too_large_to_be_searched_is_put_in_order_with_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    course = replace(small_course(5), max_people=10)
    monkeypatch.setattr(scheduling, "_PROVEN", 0)
    found = find_schedule(course)
    assert found is not None
    assert found.worth == worth_of(course, found.schedule)
    assert (found.bound.last, found.bound.price, found.bound.slowed) <= (found.worth.last, found.worth.price, found.worth.slowed)
    assert found.bound.order <= found.worth.order


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(0, 10_000_000), st.randoms(use_true_random=False))
def test_a_schedule_that_is_improved_keeps_every_limit_and_is_never_worse(seed: int, rng: random.Random) -> None:
    course = small_course(seed)
    places = {s: rng.randrange(len(course.slots) - 1) for s in course.squads}
    assert keeps(course, places) is allowed(course, places)
    everything = list(answers(course))
    if everything:
        start = rng.choice(everything)
        better = dict(improve(course, start))
        assert allowed(course, better)
        assert min(value(course, one) for one in everything) <= value(course, better) <= value(course, start)
