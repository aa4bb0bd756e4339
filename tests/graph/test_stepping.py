"""Counts over time against counting on every day."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.index import index_of
from spotifymodel.graph.relation import BEGIN, END
from spotifymodel.graph.stepping import common, highest, side_by_side, steps, together, totals, without
from spotifymodel.graph.tribe_heads import ever_in_tribe, tribe_stretches
from spotifymodel.graph.view import View
from tests.graph.documents import LOOKS, documents

DAYS = [BEGIN, *(dt.date(2027, 1, d) for d in range(1, 10)), END]
spans = st.tuples(st.integers(0, 10), st.integers(0, 10)).filter(lambda x: x[0] < x[1]).map(lambda x: (DAYS[x[0]], DAYS[x[1]]))
stretches = st.lists(st.tuples(st.sampled_from("abc"), spans).map(lambda x: (x[0], *x[1])), max_size=8)


def number_on(found: list[Any], day: dt.date) -> int:
    return [s.number for s in found if s.start <= day][-1]


@given(stretches)
def test_steps_count_distinct_keys_on_every_day(given_stretches: list[Any]) -> None:
    found = steps(given_stretches)
    for day in DAYS[:-1]:
        assert number_on(found, day) == len({k for k, a, b in given_stretches if a <= day < b})
    assert all(a.start < b.start and a.number != b.number for a, b in itertools.pairwise(found))


@given(stretches)
def test_the_highest_is_the_first_of_its_height(given_stretches: list[Any]) -> None:
    found = steps(given_stretches)
    counts = [number_on(found, day) for day in DAYS[:-1]]
    most, (start, until) = highest(found)
    assert most == max(counts)
    assert start == DAYS[counts.index(most)]
    assert all(number_on(found, day) == most for day in DAYS[:-1] if start <= day < until)


@given(st.lists(spans, max_size=5), st.lists(spans, max_size=5))
def test_time_with_and_without_is_all_of_it(one: list[Any], other: list[Any]) -> None:
    def inside(parts: list[Any], day: dt.date) -> bool:
        return any(a <= day < b for a, b in parts)

    united, free = together(one), without(one, other)
    for found in (united, free):
        assert all(start < until for start, until in found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
    assert all(a[1] < b[0] for a, b in itertools.pairwise(united))
    for day in DAYS[:-1]:
        assert inside(united, day) == inside(one, day)
        assert inside(free, day) == (inside(one, day) and not inside(other, day))


@given(st.lists(spans, max_size=5), st.lists(spans, max_size=5))
def test_time_in_common_is_what_lies_in_both(one: list[Any], other: list[Any]) -> None:
    shared = common(one, other)
    for day in DAYS[:-1]:
        inside = [any(a <= day < b for a, b in parts) for parts in (one, other, shared)]
        assert inside[2] == (inside[0] and inside[1])
    assert shared == together(shared)


@given(stretches, stretches)
def test_two_counts_side_by_side_are_each_count_by_itself(one: list[Any], other: list[Any]) -> None:
    left, right = steps(one), steps(other)
    found = list(side_by_side(left, right))
    assert [day for day, _, _ in found] == sorted({s.start for s in (*left, *right)})
    for day, a, b in found:
        assert (a, b) == (number_on(left, day), number_on(right, day))


WEIGHTS = {"a": 0.5, "b": 1.0, "c": -0.25}


@given(stretches)
def test_totals_count_and_weigh_every_piece_on_every_day(given_stretches: list[Any]) -> None:
    pieces = [(a, b, WEIGHTS[k]) for k, a, b in given_stretches]
    found = totals(pieces)
    assert [day for day, _, _ in found] == sorted({day for a, b, _ in pieces for day in (a, b)} - {END})
    for day, number, weight in found:
        holding = [w for a, b, w in pieces if a <= day < b]
        assert (number, weight) == (len(holding), sum(holding))


@given(documents())
@settings(max_examples=60, deadline=None)
def test_heads_of_a_tribe_are_counted_alike_over_time_and_on_a_day(document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for tribe in index.tribes:
        found = steps(tribe_stretches(index, tribe))
        assert ever_in_tribe(index, tribe) >= {p for p, _, _ in tribe_stretches(index, tribe)}
        for day in map(dt.date.fromisoformat, LOOKS):
            assert number_on(found, day) == len(View(index, day).tribe_people(tribe))
