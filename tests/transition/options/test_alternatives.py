"""Alternatives differ in people and in what they give up; none beats another; every one is a chart that keeps the rules."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import combinations
from math import ceil
from multiprocessing import get_context
from time import process_time

import pytest

import spotifymodel as sm
from spotifymodel.errors import UsageError
from spotifymodel.transition.options.mirroring import alike, renamed
from spotifymodel.transition.plan import Plan
from tests.transition.proposing.departments import department
from tests.transition.proposing.test_proposing import blueprint


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sm.propose(department(36, 1), blueprint())


def seats(plan: Plan) -> dict[str, frozenset[tuple[str, str]]]:
    """Return everybody's squads and whether they own them, from the moves alone."""
    return {m.person: frozenset((s["id"], s["role"]) for s in m.squads) for m in plan.moves}


def values(plan: Plan) -> dict[str, int]:
    return {o.name: o.value for o in plan.objective}


def test_each_differs_from_the_plan_and_from_every_other_in_the_share_that_is_stated(plan: Plan) -> None:
    found = plan.alternatives(n=5, within=0.1, differ=0.15)
    assert 3 <= len(found) <= 5
    places = [seats(plan), *(seats(one.plan) for one in found)]
    for one, other in combinations(places, 2):
        assert sum(one[p] != other[p] for p in one) >= ceil(0.15 * len(plan.moves))
    for one in found:
        assert set(one.elsewhere) == {p for p in places[0] if places[0][p] != seats(one.plan)[p]}
        assert one.share >= 0.15


def test_none_beats_another_in_every_term_and_what_each_gives_up_is_the_difference(plan: Plan) -> None:
    found = plan.alternatives(n=5, within=0.1, differ=0.15)
    every = [values(plan), *(values(one.plan) for one in found)]
    for one, other in combinations(every, 2):
        assert one == other or any(one[n] < other[n] for n in one)
        assert one == other or any(one[n] > other[n] for n in one)
    for alternative, mine in zip(found, every[1:], strict=True):
        assert {p.name: p.change for p in alternative.prices} == {n: mine[n] - v for n, v in every[0].items() if mine[n] != v}
        assert all(p.change <= ceil(0.1 * len(plan.moves)) for p in alternative.prices)
        assert alternative.emphasis is None or any(p.name == alternative.emphasis and p.change < 0 for p in alternative.prices)
        assert alternative.proven


def test_every_alternative_is_a_plan_that_keeps_the_rules_and_claims_no_proof_it_has_not(plan: Plan) -> None:
    for one in plan.alternatives(n=4, within=0.1, differ=0.15):
        assert one.plan.org is not None
        assert not [f for f in sm.check(one.plan.org) if f.severity == "error"]
        assert [m.person for m in one.plan.moves] == [m.person for m in plan.moves]
        assert (one.plan.status == "optimal") == (values(one.plan) == values(plan))
        assert all(o.bound <= o.value for o in one.plan.objective)


def test_threads_processes_and_none_of_them_find_the_same(plan: Plan) -> None:
    alone = plan.alternatives(n=3, within=0.1)
    with ThreadPoolExecutor(2) as threads:
        together = plan.alternatives(n=3, within=0.1, executor=threads)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        apart = plan.alternatives(n=3, within=0.1, executor=processes)
    assert [json.dumps(a.to_dict()) for a in (together, apart)] == [json.dumps(alone.to_dict())] * 2
    assert [one.plan.to_dict() for one in apart] == [one.plan.to_dict() for one in alone]


def test_the_terms_that_are_named_are_the_only_ones_that_may_be_worse(plan: Plan) -> None:
    found = plan.alternatives(n=4, within={"unmet_needs": 4, "hires": 2}, differ=0.1)
    assert found
    for one in found:
        assert {p.name for p in one.prices if p.change > 0} <= {"unmet_needs", "hires"}


def test_a_sequence_is_there_without_being_called_and_is_searched_for_once(plan: Plan) -> None:
    assert len(plan.alternatives) == len(plan.alternatives.usual) > 0
    assert plan.alternatives[0] is plan.alternatives.usual[0]
    assert str(plan.alternatives) == str(plan.alternatives(n=4))


def test_texts_say_what_is_won_and_given_up_in_both_languages() -> None:
    said = [sm.propose(department(36, 1), blueprint(), language=one).alternatives(n=2, within=0.1) for one in ("en", "nl")]
    assert str(said[0]).startswith("alternative 1: ")
    assert str(said[1]).startswith("alternatief 1: ")
    assert "mensen zitten ergens anders" in str(said[1])
    assert said[1].table.columns == ("nu", "plan", "alternatief 1", "alternatief 2")
    assert "<table>" in said[0]._repr_html_()
    assert list(said[0].to_frame()["name"])[:1] == ["unplaced"]


def test_where_nothing_may_differ_so_much_there_is_no_alternative_and_that_is_said(plan: Plan) -> None:
    found = plan.alternatives(differ=1.0)
    assert len(found) == 0
    assert str(found) == "no other plan within these limits\n"


def test_ctrl_c_ends_the_search_with_what_it_has_and_says_so(plan: Plan) -> None:
    found = plan.alternatives(n=4, progress=lambda _: signal.raise_signal(signal.SIGINT))
    assert found.stopped_by == "interrupt"
    assert "stopped" in str(found)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_short_time_gives_fewer_plans_or_none_and_says_so(plan: Plan) -> None:
    found = plan.alternatives(n=5, within=0.1, time_limit=0.05)
    assert found.stopped_by == "time"
    for one in found:
        assert not [f for f in sm.check(one.plan.org) if f.severity == "error"]  # type: ignore[arg-type]


def test_tribes_are_searched_by_themselves_and_differ_together() -> None:
    plan = sm.propose(department(160, 3))
    assert len(plan.staffing) == 2
    found = plan.alternatives(n=2)
    assert found
    for one in found:
        assert one.share >= 0.2
        assert not [f for f in sm.check(one.plan.org) if f.severity == "error"]  # type: ignore[arg-type]


def test_of_several_tribes_each_wins_what_it_is_about_and_no_bound_is_above_what_another_has() -> None:
    plan = sm.propose(department(160, 3))
    found = plan.alternatives(n=2)
    every = [plan, *(one.plan for one in found)]
    for one in found:
        assert one.emphasis is None or any(p.name == one.emphasis and p.change < 0 for p in one.prices)
        assert any(o.bound for o in one.plan.objective)
        for other in every:
            for k, term in enumerate(one.plan.objective):
                if all(values(other)[o.name] <= o.value for o in one.plan.objective[:k]):
                    assert term.bound <= values(other)[term.name]


def test_of_several_tribes_a_short_time_is_kept_and_told() -> None:
    plan = sm.propose(department(160, 3))
    began = process_time()  # what is worked, whatever else the machine does; without a limit it is several times as much
    found = plan.alternatives(n=4, time_limit=0.2)
    assert found.stopped_by == "time"
    assert process_time() - began < 3
    for one in found:
        assert one.emphasis is None or any(p.name == one.emphasis and p.change < 0 for p in one.prices)


def test_squads_that_nobody_named_are_exchanged_without_making_another_plan() -> None:
    plan = sm.propose(sm.example("polderbank"))
    assert plan.origin is not None
    (groups,) = alike(plan.origin)
    assert ("tribe-1-squad-6", "tribe-1-squad-7") in groups
    instance, answer = plan.staffing[0]
    names = {"tribe-1-squad-6": "tribe-1-squad-7", "tribe-1-squad-7": "tribe-1-squad-6"}
    mirrored = {tuple(names.get(part, part) for part in key): n for key, n in answer.seats.items()}  # type: ignore[union-attr, call-overload]
    assert mirrored != answer.seats
    assert renamed(instance, groups, mirrored, answer.seats) == answer.seats


@pytest.mark.parametrize("wrong", [{"n": 0}, {"differ": 1.5}, {"differ": -0.1}, {"within": -1.0}, {"within": {"beauty": 1}}])
def test_questions_that_make_no_sense_are_wrong_usage(plan: Plan, wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        plan.alternatives(**wrong)  # type: ignore[arg-type]


def test_a_plan_from_a_file_cannot_be_asked(plan: Plan) -> None:
    with pytest.raises(UsageError, match="propose again"):
        Plan.from_dict(plan.to_dict()).alternatives(n=1)
