"""The rules about stages say of charts in sequence what a slow, plain second reading of their graphs says."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.index import index_of
from spotifymodel.graph.stage import stages_of
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import charts_of
from spotifymodel.rules.staging import judge_stages

from ..depth import examples
from .agreement import LIMITS, told
from .naive_stages import STAGED, moments_of, subjects
from .rich_charts import rich_charts


def fast(code: str, charts: list[sm.Org]) -> dict[str, Any]:
    stages = stages_of((index_of(org), "", None) for org in charts)
    return told(judge_stages(all_rules()[code], stages, LIMITS[code]))


def slow(code: str, charts: list[sm.Org]) -> dict[str, Any]:
    moments = moments_of([org.to_networkx() for org in charts])
    if len(moments) < 2:
        return {}
    said = {node: STAGED[code](moments, node) for node in subjects(code, moments)}
    return {node.partition(":")[2] or node: answer for node, answer in said.items() if answer is not None}


def agree(charts: list[sm.Org]) -> None:
    for code in STAGED:
        rule, second = fast(code, charts), slow(code, charts)
        assert rule == second, f"{code}: the rule says {rule}, the second reading {second}"


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(rich_charts(dated=False, people=4, squads=2), min_size=2, max_size=3))
def test_rules_about_stages_agree_on_charts_in_sequence(charts: list[sm.Org]) -> None:
    agree(charts)


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(rich_charts(people=4, squads=2), min_size=1, max_size=2))
def test_rules_about_stages_agree_on_charts_with_dates(charts: list[sm.Org]) -> None:
    agree(charts)


@pytest.mark.parametrize("code", sorted(STAGED))
def test_rules_about_stages_agree_on_all_sequences_of_the_catalogue(code: str) -> None:
    rule = all_rules()[code]
    for text in (*rule.good, *rule.bad):
        agree(charts_of(text))
