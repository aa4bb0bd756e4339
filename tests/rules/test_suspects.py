"""A rule looks at every subject that may be broken, also where a quick count over all time would clear it."""

from __future__ import annotations

import pytest

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart

BRUNEL = load_profile("brunel-2017")


def found(code: str, text: str) -> list[str]:
    rule = find_rule(code)
    return [verdict.subject for verdict in judge_chart(rule, index_of(chart_of(text)), limits_of(rule, BRUNEL))]


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
