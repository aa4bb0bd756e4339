"""The rules on the index say what a slow, plain second reading of the networkx graph says: of whom, how much, and over all time."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import spotifymodel as sm
from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken, Rule

from ..depth import examples
from .naive_rules import NAIVE
from .reading import Reading, days_of
from .rich_charts import rich_charts

BRUNEL = load_profile("brunel-2017")
LOWER_IS_WORSE = {code for code in NAIVE if all_rules()[code].worse == "low"}


def fast(rule: Rule, org: sm.Org) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for verdict in judge_chart(rule, index_of(org), limits_of(rule, BRUNEL)):
        answer = verdict.answer
        said[verdict.subject] = "unknown" if not isinstance(answer, Broken) else True if answer.measured is None else answer.measured
    return said


def slow(code: str, org: sm.Org) -> dict[str, Any]:
    kind, judge = NAIVE[code]
    graph = org.to_networkx()
    said: dict[str, Any] = {}
    for node in Reading(graph, days_of(graph)[0]).nodes(kind):
        answers = []
        for day in days_of(graph):
            at = Reading(graph, day)
            if kind not in {"squad", "chapter"} or at.there(node):
                answers.append(judge(at, node))
        measured = [a for a in answers if a is not None and a != "unknown"]
        name = node.partition(":")[2]
        if measured:
            worst = min if code in LOWER_IS_WORSE else max
            said[name] = worst(measured)
        elif "unknown" in answers:
            said[name] = "unknown"
    return said


def agree(code: str, org: sm.Org) -> None:
    said, second = fast(all_rules()[code], org), slow(code, org)
    assert said == second, code


@settings(max_examples=examples(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_charts(dated=False, people=7))
def test_all_rules_agree_on_charts_without_dates(org: sm.Org) -> None:
    for code in NAIVE:
        agree(code, org)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_charts(people=5, squads=3))
def test_all_rules_agree_over_all_time(org: sm.Org) -> None:
    for code in NAIVE:
        agree(code, org)


@pytest.mark.parametrize("code", sorted(NAIVE))
def test_all_rules_agree_on_their_own_examples(code: str) -> None:
    from spotifymodel.rules.examples import chart_of

    rule = all_rules()[code]
    for text in (*rule.good, *rule.bad):
        agree(code, chart_of(text))
