"""A search that is stopped hands back what it has, and says who stopped it."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor

import spotifymodel as sm

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


def test_a_search_without_an_end_is_stopped_by_nothing() -> None:
    assert sm.propose(department(40, 2)).stopped_by is None


def test_tribes_that_are_staffed_side_by_side_give_the_same_plan() -> None:
    org = department(330, 7)
    with ThreadPoolExecutor(2) as executor:
        assert sm.propose(org, executor=executor).to_dict() == sm.propose(org).to_dict()


def test_a_plan_from_another_thread_needs_no_signals() -> None:
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(sm.propose, department(25, 1)).result().status == "optimal"
