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
