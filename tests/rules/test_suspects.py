"""A rule looks at every subject that may be broken, also where a quick count over all time would clear it."""

from __future__ import annotations

from typing import Any

import pytest

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Limits

BRUNEL = load_profile("brunel-2017")


def found(code: str, text: str, **limits: Any) -> list[str]:
    rule = find_rule(code)
    asked = Limits({**limits_of(rule, BRUNEL), **{name.replace("__", "."): value for name, value in limits.items()}})
    return [verdict.subject for verdict in judge_chart(rule, index_of(chart_of(text)), asked)]


@pytest.mark.parametrize(
    ("of_tribe", "of_squad"),
    [("{person: c, allocation: 0.4}", "[]"), ("[]", "{person: c, allocation: 0.4}")],
)
def test_a_coach_shared_with_other_tribes_makes_no_tribe_large_enough_for_its_sharing(of_tribe: str, of_squad: str) -> None:
    text = f"""
        people: [{{id: a}}, {{id: b}}, {{id: d}}, {{id: e}}, {{id: f}}, {{id: g}}, {{id: c}}]
        tribes:
          - id: t
            agile_coaches: {of_tribe}
            squads: [{{id: s, members: [a, b, d, e, f, g], agile_coaches: {of_squad}}}, {{id: r, members: [a]}}]
    """
    assert found("MB007", text) == ["t"]


def test_a_squad_whose_people_succeed_each_other_is_thin_however_many_they_are_in_all() -> None:
    text = """
        people: [{id: a, fte: 1}, {id: b, fte: 1}, {id: c, fte: 1}, {id: d, fte: 1}, {id: e, fte: 1}, {id: f, fte: 1}]
        squads:
          - id: s
            members:
              - {person: a, until: 2027-03-01}
              - {person: b, until: 2027-03-01}
              - {person: c, until: 2027-03-01}
              - {person: d, from: 2027-03-01}
              - {person: e, from: 2027-03-01}
              - {person: f, from: 2027-03-01}
    """
    assert found("SQ011", text) == ["s"]


def test_a_squad_of_people_whom_the_line_takes_a_part_of_is_thin() -> None:
    people = ", ".join(f"{{id: {p}, fte: 1, unit: [{{unit: u, allocation: 0.5}}]}}" for p in "abcde")
    assert found("SQ011", f"people: [{people}]\nunits: [{{id: u}}]\nsquads: [{{id: s, members: [a, b, c, d, e]}}]") == ["s"]


@pytest.mark.parametrize("kind", ["complex", "complicated", "simple"])
def test_one_product_is_too_many_where_a_profile_allows_none_of_its_kind(kind: str) -> None:
    text = f"people: []\nproducts: [{{id: x, complexity: {kind}}}]\nsquads: [{{id: s, owns: [x]}}]"
    limits = {f"domain__max_{other}": 5 for other in ("complex", "complicated", "simple")}
    assert found("DP003", text, **limits) == []
    assert found("DP003", text, **{**limits, f"domain__max_{kind}": 0}) == ["s"]


def test_a_complex_product_beside_another_is_too_much_however_many_of_each_are_allowed() -> None:
    text = "people: []\nproducts: [{id: x, complexity: complex}, {id: y, complexity: simple}]\nsquads: [{id: s, owns: [x, y]}]"
    limits = {f"domain__max_{kind}": 5 for kind in ("complex", "complicated", "simple")}
    assert found("DP003", text, **limits, domain__complex_alone=True) == ["s"]
    assert found("DP003", text, **limits, domain__complex_alone=False) == []


def test_a_tribe_of_which_exactly_the_share_that_is_allowed_sits_in_several_squads_is_fine_with_coaches_who_are_shared_too() -> None:
    text = """
        people: [{id: a}, {id: b}, {id: d}, {id: e}, {id: c}]
        tribes:
          - {id: t, agile_coaches: {person: c, allocation: 0.4}, squads: [{id: s, members: [a, b, d, e]}, {id: r, members: [a]}]}
    """
    assert found("MB007", text, tribe__shared_share=0.25) == []
    assert found("MB007", text, tribe__shared_share=0.24) == ["t"]


@pytest.mark.parametrize("reading", ["exclude", "member"])
def test_a_squad_is_too_small_where_its_owner_does_not_count(reading: str) -> None:
    text = "people: [{id: o}, {id: a}, {id: b}]\nsquads: [{id: s, product_owner: o, members: [a, b]}]"
    assert found("SQ002", text, squad__min=3) == []
    assert found("SQ002", text, squad__min=3, count__po=reading) == ["s"]


CHAPTERS = """
    people: [{id: o}, {id: a}, {id: b}]
    tribes:
      - id: t
        chapters: [{id: dev, members: [a, b]}, {id: ux, members: [o]}]
        squads: [{id: s, product_owner: o, members: MEMBERS}]
"""


def test_a_squad_is_of_one_chapter_where_its_owner_of_another_does_not_count() -> None:
    for members in ("[a, b]", "[a, {person: b, from: 2027-01-01}]"):
        text = CHAPTERS.replace("MEMBERS", members)
        assert found("SQ003", text) == []
        assert found("SQ003", text, count__po="exclude") == ["s"]


def test_two_chapters_at_all_times_are_too_few_where_a_profile_asks_for_three() -> None:
    text = CHAPTERS.replace("MEMBERS", "[a, {person: b, from: 2027-01-01}]")
    assert found("SQ003", text, squad__min_chapters=2) == []
    assert found("SQ003", text, squad__min_chapters=3) == ["s"]
