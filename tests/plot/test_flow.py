"""Streams of people: what enters a place leaves it, everybody is in them once, and the order crosses as little as can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations, product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.model.org import Org
from spotifymodel.plot.conservation import leaks, widths
from spotifymodel.plot.flow.coarsening import coarsened
from spotifymodel.plot.flow.layout import Label
from spotifymodel.plot.flow.ordering import crossings, ordered
from spotifymodel.plot.flow.paths import Path, read_journey
from spotifymodel.plot.flow.streams import Stop, Stream, Streams, gathered, streams_of
from spotifymodel.plot.pictures.transition import transition
from spotifymodel.plot.scene import Ribbon
from tests.depth import examples

from .changes import departments, named, redesigned, reorganised, tribes

SHAPES = {
    "people": st.integers(1, 60),
    "units": st.integers(1, 8),
    "squads": st.integers(1, 8),
    "chapters": st.integers(1, 10),
    "hires": st.integers(0, 4),
    "leavers": st.integers(0, 3),
    "count": st.integers(1, 3),
}
CHANGES = st.fixed_dictionaries(SHAPES).filter(lambda shape: shape["leavers"] < shape["people"] + shape["hires"]).map(
    lambda shape: reorganised(shape.pop("people"), **shape)
)  # fmt: skip


@settings(max_examples=examples(25), deadline=None)
@given(CHANGES)
def test_everybody_is_on_the_way_exactly_once(change: tuple[Org, Org]) -> None:
    before, after = change
    shares: dict[str, Fraction] = defaultdict(Fraction)
    for path in read_journey(before, after).paths:
        shares[path.person] += path.share
    assert set(shares) == {p.id for p in before.people} | {p.id for p in after.people}
    assert set(shares.values()) == {Fraction(1)}


@settings(max_examples=examples(25), deadline=None)
@given(CHANGES)
def test_as_much_leaves_every_place_as_enters_it(change: tuple[Org, Org]) -> None:
    streams = streams_of(read_journey(*change).paths)
    into: dict[str, Fraction] = defaultdict(Fraction)
    out: dict[str, Fraction] = defaultdict(Fraction)
    for link in streams.between[0]:
        into[link.right] += link.mass
    for link in streams.between[1]:
        out[link.left] += link.mass
    assert into == out == {stop.id: stop.mass for stop in streams.stages[1]}
    assert all(sum(stop.mass for stop in stage) == streams.mass for stage in streams.stages)


@settings(max_examples=examples(10), deadline=None)
@given(CHANGES, st.sampled_from(["people", "fte"]), st.booleans())
def test_the_drawn_streams_keep_their_mass_to_scale(change: tuple[Org, Org], measure: str, split: bool) -> None:
    scene = transition(*change, measure=measure, split=split).scene  # type: ignore[arg-type, union-attr]
    streams = [mark for mark in scene.marks if isinstance(mark, Ribbon)]
    assert streams
    assert list(leaks(scene)) == []
    leaving = sum(mark.mass for mark in streams if "unit:" in mark.leaves or "fate:" in mark.leaves.removeprefix("by_"))
    assert leaving >= len({p.id for org in change for p in org.people}) - 1e-9
    assert len({round(width / mark.mass, 6) for mark in streams for width in widths(mark)}) == 1


def test_fte_measures_contracts_and_people_measure_heads() -> None:
    people = [{"id": "an", "fte": 0.5, "unit": "it"}, {"id": "bo", "unit": "it"}]
    before = Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": people})
    after = before.add("squad", id="app", product_owner="an", members=["bo"])
    masses = [streams_of(read_journey(before, after, fte=fte).paths, chapters=False).mass for fte in (False, True)]
    assert masses == [2, Fraction(3, 2)]


def test_somebody_in_two_squads_is_shared_out_by_what_is_declared() -> None:
    people = [{"id": "an", "unit": "it"}]
    before = Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": people})
    seats = [{"person": "an", "allocation": 0.75}]
    after = before.add("squad", id="app", members=seats).add("squad", id="web", members=["an"])
    ways = {path.goal: path.share for path in read_journey(before, after).paths}
    assert ways == {"squad:app": Fraction(3, 4), "squad:web": Fraction(1, 4)}


def test_who_comes_leaves_leads_waits_or_stays_goes_where_that_is_said() -> None:
    before = Org.from_dict({
        "format": "spotifymodel/1",
        "units": [{"id": "it"}, {"id": "risk"}],
        "people": [
            *({"id": i, "unit": "it"} for i in ("lead", "member", "bench", "lost", "gone")),
            {"id": "second", "unit": "risk", "second_line": True},
            {"id": "loose"},
        ],
    })  # fmt: skip
    after = Org.from_dict({
        "format": "spotifymodel/1",
        "units": [{"id": "risk"}],
        "people": [
            *({"id": i} for i in ("lead", "member", "bench", "lost", "loose", "fresh")),
            {"id": "second", "unit": "risk", "second_line": True},
            {"id": "open", "vacancy": True},
        ],
        "tribes": [{
            "id": "t", "lead": "lead",
            "chapters": [{"id": "dev", "members": ["member", "bench", "open"]}],
            "squads": [{"id": "app", "members": ["member", "open", "fresh"]}],
        }],
    })  # fmt: skip
    ways = {path.person: (path.origin, path.chapter, path.goal) for path in read_journey(before, after).paths}
    assert ways == {
        "lead": ("unit:it", "fate:none", "tribe:t"),
        "member": ("unit:it", "chapter:dev", "squad:app"),
        "bench": ("unit:it", "chapter:dev", "fate:bench"),
        "lost": ("unit:it", "fate:none", "fate:nowhere"),
        "loose": ("fate:nowhere", "fate:none", "fate:nowhere"),
        "fresh": ("fate:new", "fate:none", "squad:app"),
        "second": ("unit:risk", "fate:none", "fate:line"),
        "open": ("fate:hire", "chapter:dev", "squad:app"),
        "gone": ("unit:it", "fate:none", "fate:gone"),
    }


def test_who_is_in_a_squad_already_comes_from_there_and_others_from_their_unit() -> None:
    before, after = redesigned()
    kinds = {path.origin.partition(":")[0] for path in read_journey(before, after).paths}
    assert "squad" in kinds
    assert "unit" not in kinds


def test_a_chart_alone_knows_where_its_people_came_from() -> None:
    people = [{"id": "an", "from_unit": "it"}, {"id": "open", "vacancy": True}, {"id": "stay", "unit": "risk"}]
    chart = Org.from_dict({
        "format": "spotifymodel/1", "units": [{"id": "it"}, {"id": "risk"}], "people": people,
        "squads": [{"id": "app", "members": ["an", "open"]}],
    })  # fmt: skip
    ways = {path.person: path.origin for path in read_journey(None, chart).paths}
    assert ways == {"an": "unit:it", "open": "fate:hire", "stay": "unit:risk"}


def test_ids_that_are_spelled_otherwise_are_the_same_people() -> None:
    before = Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it"}], "people": [{"id": "Anna", "unit": "it"}]})
    after = Org.from_dict({"format": "spotifymodel/1", "people": [{"id": "anna"}], "squads": [{"id": "app", "members": ["anna"]}]})
    assert [(p.origin, p.goal) for p in read_journey(before, after).paths] == [("unit:it", "squad:app")]


def test_only_the_ways_into_one_tribe_can_be_asked_for() -> None:
    everybody = named(40)
    before, after = Org.from_dict(departments(everybody, 4)), Org.from_dict(tribes(everybody, 3, 3, count=2))
    into = read_journey(before, after, tribe="t1").paths
    assert into
    assert all(path.goal.startswith("squad:t1") or path.chapter.startswith("chapter:t1") for path in into)


@settings(max_examples=examples(20), deadline=None)
@given(CHANGES, st.randoms(use_true_random=False))
def test_the_order_of_the_chart_does_not_matter(change: tuple[Org, Org], dice: object) -> None:
    paths = list(read_journey(*change).paths)
    once = drawn_order(streams_of(paths))
    dice.shuffle(paths)  # type: ignore[attr-defined]
    assert drawn_order(streams_of(paths)) == once


def drawn_order(streams: Streams) -> list[list[str]]:
    labels = tuple({stop.id: Label(stop.id, "") for stop in stage} for stage in streams.stages)
    return [[stop.id for stop in stage] for stage in ordered(streams, labels)]


LINKS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=9)


@settings(max_examples=examples(40), deadline=None)
@given(LINKS)
def test_crossings_are_those_that_are_counted_pair_by_pair(ways: list[tuple[int, int, int]]) -> None:
    streams = streams_of([Path(f"p{i}", f"unit:{a}", f"chapter:{b}", f"squad:{c}", Fraction(1)) for i, (a, b, c) in enumerate(ways)])
    stages = [list(stage) for stage in streams.stages]
    assert crossings(streams, stages) == pytest.approx(counted(streams, stages))


def counted(streams: Streams, stages: list[list[Stop]]) -> float:
    """Count crossings by comparing every two streams."""
    total = 0.0
    for i, links in enumerate(streams.between):
        left, right = ({stop.id: place for place, stop in enumerate(stages[i + side])} for side in (0, 1))
        for k, one in enumerate(links):
            for other in links[k + 1 :]:
                if (left[one.left] - left[other.left]) * (right[one.right] - right[other.right]) < 0:
                    total += float(one.mass * other.mass)
    return total


@settings(max_examples=examples(30), deadline=None)
@given(LINKS)
def test_the_order_found_crosses_little_more_than_the_best_of_all_orders(ways: list[tuple[int, int, int]]) -> None:
    streams = streams_of([Path(f"p{i}", f"unit:{a}", f"chapter:{b}", f"squad:{c}", Fraction(1)) for i, (a, b, c) in enumerate(ways)])
    labels = tuple({stop.id: Label(stop.id, "") for stop in stage} for stage in streams.stages)
    assert prod(len(stage) for stage in streams.stages) < 100
    best = min(counted(streams, list(map(list, orders))) for orders in product(*map(permutations, streams.stages)))
    assert crossings(streams, ordered(streams, labels)) <= best + 2


@settings(max_examples=examples(25), deadline=None)
@given(CHANGES, st.integers(12, 20))
def test_taking_places_together_loses_nobody_and_leaves_few_places(change: tuple[Org, Org], most: int) -> None:
    document = change[1].to_dict()
    for tribe in document["tribes"]:
        tribe.pop("chapters", None)
    journey = read_journey(change[0], Org.from_dict(document))
    coarse = coarsened(journey, most)
    assert share_of_each(coarse.paths) == share_of_each(journey.paths)
    assert len({path.origin for path in coarse.paths}) <= most
    assert len({path.goal for path in coarse.paths}) <= most


def share_of_each(paths: Iterable[Path]) -> dict[str, Fraction]:
    found: dict[str, Fraction] = defaultdict(Fraction)
    for path in paths:
        found[path.person] += path.share
    return found


def test_many_squads_become_their_tribes_and_many_tribes_the_largest_and_elsewhere() -> None:
    before = Org.from_dict(tribes(named(240), 20, 1, count=4))
    document = before.to_dict()
    for tribe in document["tribes"]:
        del tribe["chapters"]
    bare = Org.from_dict(document)
    journey = coarsened(read_journey(bare, bare))
    assert {path.origin for path in journey.paths} <= {"tribe:t0", "tribe:t1", "tribe:t2", "tribe:t3", "fate:nowhere"}
    fewer = coarsened(read_journey(bare, bare), 3)
    assert "fate:others" in {path.goal for path in fewer.paths}


def test_with_too_many_chapters_for_a_flow_each_ways_lead_straight() -> None:
    chart = Org.from_dict(tribes(named(120), 4, 20, count=6))
    journey = read_journey(chart, chart)
    assert len(journey.chapters) > 48
    assert coarsened(journey).chapters == ()
    scene = transition(chart, chart).scene  # type: ignore[union-attr]
    assert not any(mark.of.startswith("chapter:") for mark in scene.marks)
    assert scene.height < 1_400


def test_whoever_stays_in_a_squad_flows_straight_and_only_the_rest_is_spread() -> None:
    people = [{"id": "an"}]
    squads = [{"id": s, "members": ["an"]} for s in ("app", "web", "kas")]
    before = Org.from_dict({"format": "spotifymodel/1", "people": people, "squads": squads})
    after = before.remove("squad", "kas").add("squad", id="new", members=["an"])
    ways = {(path.origin, path.goal): path.share for path in read_journey(before, after).paths}
    assert ways == {(f"squad:{a}", f"squad:{b}"): Fraction(1, 3) for a, b in (("app", "app"), ("web", "web"), ("kas", "new"))}


def test_a_place_that_was_renamed_has_its_own_name_on_each_side() -> None:
    before, _ = redesigned()
    after = before.change("squad", "t0s1", name="Bankieren")
    texts = [(text.of, text.text) for text in transition(before, after).scene.texts if text.bold]  # type: ignore[union-attr]
    assert ("today_squad:t0s1", "hypotheek-app") in texts
    assert ("squad:t0s1", "Bankieren") in texts


def test_what_is_lit_is_split_from_what_is_not() -> None:
    paths = [Path(f"p{i}", "unit:it", "chapter:dev", f"squad:{i % 2}", Fraction(1)) for i in range(4)]
    streams = streams_of(paths, lambda path: path.goal == "squad:1")
    first: tuple[Stream, ...] = streams.between[0]
    assert sorted((link.lit, link.people) for link in first) == [(False, 2), (True, 2)]


def test_around_what_is_lit_only_who_goes_to_the_same_places_is_kept() -> None:
    paths = [Path(f"p{i}", f"unit:{i % 3}", "chapter:dev", f"squad:{i % 2}", Fraction(1)) for i in range(6)]
    kept = gathered(paths, lambda path: path.person == "p0")
    assert [(path.person, path.origin) for path in kept] == [("p0", "unit:0"), ("p2", "fate:others"), ("p4", "fate:others")]
