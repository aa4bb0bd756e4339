"""Betweenness agrees with networkx; from a sample it is an estimate, and says so."""

from __future__ import annotations

import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.measuring import shortest_paths
from spotifymodel.measuring.shortest_paths import Sample, betweenness_of
from tests.depth import examples


def by_networkx(ties: list[tuple[int, int]]) -> dict[int, float]:
    graph = nx.Graph(ties)
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    found: dict[int, float] = nx.betweenness_centrality(graph)
    return found


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=40))
def test_every_point_has_the_betweenness_that_networkx_finds(ties: list[tuple[int, int]]) -> None:
    found, sample = betweenness_of(ties)
    assert found == pytest.approx(by_networkx(ties), abs=1e-12)
    assert sample == Sample(len(found), len(found))
    assert sample.exact


def test_the_middle_of_a_chain_is_exact_too() -> None:
    chain = [(k, k + 1) for k in range(120)]
    found, _ = betweenness_of(chain)
    assert found == pytest.approx(by_networkx(chain))


def test_a_sample_is_the_same_every_time_and_close_to_the_truth() -> None:
    draw = random.Random(3)
    ties = [(person, 10_000 + group) for person in range(300) for group in draw.sample(range(45), 2)]
    exact, whole = betweenness_of(ties)
    estimate, part = betweenness_of(ties, most=120)
    assert whole.exact
    assert (part.sources, part.points, part.exact) == (120, whole.points, False)
    assert betweenness_of(ties, most=120) == (estimate, part)
    groups = [p for p in exact if p >= 10_000]
    assert sum(estimate.values()) == pytest.approx(sum(exact.values()), rel=0.05)
    off = [abs(estimate[g] - exact[g]) for g in groups]
    assert 0 < sum(off) < 0.2 * sum(exact[g] for g in groups)


def test_a_sample_of_all_points_is_no_sample() -> None:
    ties = [(0, 1), (1, 2), (2, 3), (1, 4), (4, 5), (2, 6)]
    assert betweenness_of(ties, most=7) == betweenness_of(ties)
    assert not betweenness_of(ties, most=6)[1].exact


@pytest.mark.parametrize("ties", [[], [(1, 1)], [(1, 2)], [(1, 2), (2, 1), (1, 1)]])
def test_where_nothing_can_be_between_nothing_is(ties: list[tuple[int, int]]) -> None:
    found, sample = betweenness_of(ties)
    assert not any(found.values())
    assert sample.exact


@pytest.mark.parametrize(("steps", "expected"), [(10**9, 242), (200_000, 79), (1, 64)])
def test_a_large_network_is_measured_from_as_many_sources_as_its_size_and_depth_allow(
    monkeypatch: pytest.MonkeyPatch, steps: int, expected: int
) -> None:
    monkeypatch.setattr(shortest_paths, "_STEPS", steps)
    star = [("hub", f"leaf {k}") for k in range(240)] + [("hub", "door"), ("door", "hub")]
    found, sample = betweenness_of(star)
    assert sample.points == 242
    # 242 points, both ends of 241 ties, and two levels from the hub, of which the second finds nobody new.
    assert sample.sources == expected
    assert sample.exact == (expected == 242)
    assert max(found, key=lambda point: found[point]) == "hub"


def test_a_long_chain_is_measured_from_fewer_sources_than_a_flat_network_of_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortest_paths, "_STEPS", 10_000_000)
    chain, flat = ([(k, k + 1) for k in range(500)], [(0, k + 1) for k in range(500)])
    found, sample = betweenness_of(chain)
    assert betweenness_of(flat)[1].exact
    assert not sample.exact
    assert found[250] > found[10]
