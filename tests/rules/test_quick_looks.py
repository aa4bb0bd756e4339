"""The quick look that an edit on a draft begins with clears no subject that a full look finds something in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.model.org import Org
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_subject
from spotifymodel.rules.rule import Limits, Rule
from tests.depth import examples
from tests.oracle.rich_charts import rich_charts

from .test_rules_over_time import BRUNEL, RULES, limits_of, tight


def clears_nothing(org: Org, rules: list[tuple[Rule, Limits]]) -> None:
    index = index_of(org)
    view = View(index)
    for rule, limits in rules:
        if rule.may_break is not None and not index.dated:
            for subject in index.subjects(rule.kind):
                quick, full = judge_subject(rule, index, subject, limits), rule.judge(view, subject, limits)
                assert (quick is None) == (full is None), (rule.code, subject)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(rich_charts(dated=False, people=7), tight)
def test_a_quick_look_clears_nobody_who_is_broken(org: Org, values: dict[str, Any]) -> None:
    clears_nothing(org, [(r, Limits({**of, **{name: values[name] for name in of.keys() & values.keys()}})) for r, of in RULES])


def test_hours_that_are_declared_count_on_a_quick_look() -> None:
    rule = all_rules()["SQ011"]
    people, seats = (", ".join(text % p for p in "abcde") for text in ("{id: %s, fte: 1}", "{person: %s, allocation: 0.5}"))
    for role in ("members", "product_owner"):
        index = index_of(chart_of(f"people: [{people}]\nsquads: [{{id: s, {role}: [{seats}]}}]"))
        assert judge_subject(rule, index, "s", limits_of(rule, BRUNEL)) is not None


@pytest.mark.parametrize("elsewhere", ["role_load: {chapter_lead: 0.5}", "unit: [{unit: u, allocation: 0.5}]"])
def test_hours_that_are_spent_elsewhere_count_on_a_quick_look(elsewhere: str) -> None:
    rule = all_rules()["SQ011"]
    people = ", ".join(f"{{id: {p}, fte: 1, {elsewhere}}}" for p in "abcde")
    index = index_of(chart_of(f"people: [{people}]\nunits: [{{id: u}}]\nsquads: [{{id: s, members: [a, b, c, d, e]}}]"))
    assert judge_subject(rule, index, "s", limits_of(rule, BRUNEL)) is not None


@pytest.mark.parametrize("rule", [rule for rule, _ in RULES if rule.may_break is not None], ids=lambda rule: rule.code)
def test_a_quick_look_clears_no_subject_of_the_examples(rule: Rule) -> None:
    for text in (*rule.good, *rule.bad):
        clears_nothing(chart_of(text), [(rule, limits_of(rule, BRUNEL))])
