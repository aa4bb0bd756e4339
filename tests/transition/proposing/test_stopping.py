"""A search that is stopped hands back what it has, and says who stopped it."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

import spotifymodel as sm
from spotifymodel.testing import bank, bank_blueprint
from spotifymodel.transition.staffing.solving import solve

from .departments import department


def test_ctrl_c_during_a_search_returns_a_valid_plan_that_says_so() -> None:
    heard: list[str] = []

    def progress(what: str) -> None:
        heard.append(what)
        signal.raise_signal(signal.SIGINT)

    plan = sm.propose(department(75, 3), progress=progress)
    assert heard
    assert plan.stopped_by == "interrupt"
    assert plan.status in ("optimal", "feasible")
    assert plan.org is not None
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert str(plan).splitlines()[1] == "interrupted before every proof"
    assert str(replace(plan, language="nl")).splitlines()[1] == "onderbroken voor alles bewezen was"
    assert str(replace(plan, stopped_by="time")).splitlines()[1] == "the time limit came before every proof"


def test_ctrl_c_stops_tribes_that_are_staffed_side_by_side_too() -> None:
    heard: list[str] = []

    def progress(what: str) -> None:
        heard.append(what)
        signal.raise_signal(signal.SIGINT)

    with ThreadPoolExecutor(1) as executor:
        plan = sm.propose(department(330, 7), progress=progress, executor=executor)
    assert heard == ["1 / 3", "2 / 3", "3 / 3"]
    assert plan.stopped_by == "interrupt"
    assert plan.status in ("optimal", "feasible")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_search_without_an_end_is_stopped_by_nothing() -> None:
    assert sm.propose(department(40, 2)).stopped_by is None


def test_tribes_that_are_staffed_side_by_side_give_the_same_plan() -> None:
    org = department(330, 7)
    with ThreadPoolExecutor(2) as executor:
        assert sm.propose(org, executor=executor).to_dict() == sm.propose(org).to_dict()


@pytest.mark.parametrize("side_by_side", [False, True])
def test_ctrl_c_while_people_are_sent_between_tribes_ends_everything_that_follows(side_by_side: bool) -> None:
    heard: list[str] = []

    def progress(what: str) -> None:
        heard.append(what)
        if len(heard) == 1:
            signal.raise_signal(signal.SIGINT)

    org = bank(300, seed=1)
    with ThreadPoolExecutor(1) as executor:
        plan = sm.propose(org, bank_blueprint(300, seed=1), progress=progress, executor=executor if side_by_side else None)
    assert plan.stopped_by == "interrupt"
    assert plan.status in ("optimal", "feasible")
    assert plan.org is not None
    assert not [f for f in sm.check(plan.org) if f.severity == "error"]
    assert not any(what.startswith("together") for what in heard)


def test_a_plan_from_another_thread_needs_no_signals() -> None:
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(sm.propose, department(25, 1)).result().status == "optimal"


def test_a_search_that_is_stopped_at_any_moment_has_bounds_below_its_values() -> None:
    instance = next(iter(sm.propose(department(104, 4)).staffing))[0]
    for patience in (1, 2, 3, 5, 8, 13, 21, 40):
        asked = [0]

        def stop(asked: list[int] = asked, patience: int = patience) -> bool:
            asked[0] += 1
            return asked[0] > patience

        answer = solve(instance, stop=stop)
        assert all(0 <= level.bound <= level.value for level in answer.levels)
        assert answer.levels or answer.stopped_by == "interrupt"


@pytest.mark.parametrize("seconds", [0.01, 0.1, 0.3, 1.0])
def test_a_short_time_gives_a_valid_plan_or_says_that_there_is_none_yet(seconds: float) -> None:
    plan = sm.propose(department(104, 4), time_limit=seconds)
    assert plan.status in ("optimal", "feasible", "no_solution_yet")
    assert (plan.org is None) == (plan.status == "no_solution_yet")
    if plan.org is not None:
        assert not [f for f in sm.check(plan.org) if f.severity == "error"]
