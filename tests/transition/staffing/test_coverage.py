"""Coverage against load: as many skills as can be, with people in one or two squads, and squads that may stay empty."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.transition.staffing.decoding import decode, score
from spotifymodel.transition.staffing.instance import Folk, Instance
from spotifymodel.transition.staffing.model import costs_of, programme
from spotifymodel.transition.staffing.solving import Answer, solve
from spotifymodel.transition.staffing.terms import TERMS
from tests.depth import examples

from .crowds import crowd
from .tiny import best_by_trial, tiny_instances

NAMES = [term.name for term in TERMS]
#: Terms of which the proof is promised where only skills need one.
SURE = NAMES[: NAMES.index("unmet_skills") + 1]


def _values(answer: Answer) -> dict[str, int]:
    return {level.name: level.value for level in answer.levels}


def _of(experts: list[tuple[str, ...]], tasks: list[tuple[str, ...]], load: int, largest: int = 9) -> Instance:
    """Return experts and tasks as an instance in which squads are optional and skills count."""
    squads = tuple(f"s{k:03}" for k in range(len(tasks)))
    asked = {skill for asks in tasks for skill in asks}
    classes: dict[tuple[str, ...], list[str]] = {}
    for k, mine in enumerate(experts):
        classes.setdefault(tuple(sorted(asked.intersection(mine))), []).append(f"p{k:03}")
    folk = tuple(
        Folk(("c", "u", "yes", "product", *key), "c", "u", "yes", tuple(people), True, frozenset((skill, 1) for skill in key))
        for key, people in sorted(classes.items())
    )
    asks = {squad: tuple((skill, 1) for skill in these) for squad, these in zip(squads, tasks, strict=True)}
    site = dict.fromkeys(squads, "u")
    return Instance(folk, squads, {}, site, largest, load, 10_000, asks=asks, optional=frozenset(squads))


@given(tiny_instances(people=4, coverage=True))
@settings(max_examples=examples(80), deadline=None)
def test_no_staffing_covers_more_or_is_better_after_that(instance: Instance) -> None:
    answer, best = solve(instance), best_by_trial(instance)
    if best is None:
        assert not answer.levels
        return
    assert _values(answer) == {name: best[name] for name in NAMES}
    assert all(level.proven for level in answer.levels)
    assert score(instance, *decode(instance, answer.seats)) == _values(answer)


@given(tiny_instances(people=4, coverage=True))
@settings(max_examples=examples(80), deadline=None)
def test_where_only_skills_need_a_proof_they_are_covered_as_far_as_can_be_and_no_bound_is_too_high(instance: Instance) -> None:
    answer, best = solve(replace(instance, brief=True)), best_by_trial(instance)
    if best is None:
        assert not answer.levels
        return
    assert {name: _values(answer)[name] for name in SURE} == {name: best[name] for name in SURE}
    assert all(level.proven for level in answer.levels if level.name in SURE)
    assert score(instance, *decode(instance, answer.seats)) == _values(answer)
    row = [_values(answer)[name] for name in NAMES]
    assert row >= [best[name] for name in NAMES]
    for level in answer.levels:
        assert level.bound <= level.value
        if _values(answer) == best:
            assert level.bound <= best[level.name]


@given(tiny_instances(people=6, coverage=True), st.booleans())
@settings(max_examples=examples(60), deadline=None)
def test_limits_hold_and_nobody_owns_a_squad_that_is_not_formed(instance: Instance, brief: bool) -> None:
    answer = solve(replace(instance, brief=brief))
    if not answer.levels:
        return
    seating, vacancies = decode(instance, answer.seats)
    for squad in instance.squads:
        inside = [seat for mine in seating.values() for seat in mine if seat.squad == squad]
        waiting = [one for one in vacancies if one.squad == squad]
        assert len(inside) + len(waiting) <= instance.squad_max
        formed = bool(inside) or squad not in instance.optional
        assert sum(seat.owner for seat in inside) + len(waiting) == formed
    assert all(len({s.squad for s in mine}) == len(mine) <= instance.seats_max for mine in seating.values())
    assert len(vacancies) <= instance.room


@given(tiny_instances(people=6, coverage=True))
@settings(max_examples=examples(60), deadline=None)
def test_looking_only_at_seats_that_matter_loses_nothing(instance: Instance) -> None:
    """The whole programme, with a seat of everybody in every squad, comes to the same in the terms that decide."""
    answer, whole = solve(instance), programme(instance, instance.wishes)
    for level in answer.levels:
        costs = costs_of(instance, level.name)
        assert round(whole.solve(costs).objective) == level.value
        if costs:
            whole.row([(price, key) for key, price in costs.items()], high=level.value)


@st.composite
def one_skill_each(draw: st.DrawFn) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], int]:
    """Draw people with one skill each, and what tasks ask; shrinks to fewer of both."""
    skill = st.sampled_from("abcdef")
    experts = draw(st.lists(skill.map(lambda one: (one,)), min_size=1, max_size=25))
    tasks = draw(st.lists(st.lists(skill, min_size=1, max_size=4, unique=True).map(tuple), min_size=1, max_size=20))
    return experts, tasks, draw(st.integers(1, 2))


@given(one_skill_each(), st.booleans())
@settings(max_examples=examples(60), deadline=None)
def test_with_one_skill_each_a_flow_says_how_much_is_covered(
    drawn: tuple[list[tuple[str, ...]], list[tuple[str, ...]], int], brief: bool
) -> None:
    experts, tasks, load = drawn
    flow = nx.DiGraph()
    for k, (skill,) in enumerate(experts):
        flow.add_edge("all", f"p{k}", capacity=load)
        for t, asks in enumerate(tasks):
            if skill in asks:
                flow.add_edge(f"p{k}", (t, skill), capacity=1)
                flow.add_edge((t, skill), "covered", capacity=1)
    most = nx.maximum_flow_value(flow, "all", "covered") if "covered" in flow else 0
    answer = solve(replace(_of(experts, tasks, load), brief=brief))
    assert _values(answer)["unmet_skills"] == sum(map(len, tasks)) - most


@given(st.integers(0, 10_000), st.integers(1, 2))
@settings(max_examples=examples(15), deadline=None)
def test_trying_everything_covers_no_more_of_a_small_crowd(seed: int, load: int) -> None:
    experts, tasks = crowd(4, 4, seed, skills=8)
    choices = [c for n in range(load + 1) for c in combinations(range(len(tasks)), n)]
    everybody = [[{(t, s) for t in mine for s in tasks[t] if s in skills} for mine in choices] for skills in experts]
    most = max(len(set().union(*chosen)) for chosen in product(*everybody))
    for brief in (False, True):
        answer = solve(replace(_of(experts, tasks, load), brief=brief))
        assert _values(answer)["unmet_skills"] == sum(map(len, tasks)) - most


@pytest.mark.parametrize("load", [1, 2])
def test_a_crowd_that_is_alike_in_parts_is_covered_with_a_proof_and_always_in_the_same_way(load: int) -> None:
    experts, tasks = crowd(60, 200)
    instance = replace(_of(experts, tasks, load), brief=True)
    answer = solve(instance)
    assert answer.stopped_by is None
    assert all(level.proven for level in answer.levels if level.name in SURE)
    seating, vacancies = decode(instance, answer.seats)
    assert score(instance, seating, vacancies) == _values(answer)
    assert all(1 <= len(mine) <= load for mine in seating.values())
    assert solve(instance).seats == answer.seats
