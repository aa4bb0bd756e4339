"""The promises that every rule makes, whoever wrote it."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings

from spotifymodel.checking.gathering import limits_of
from spotifymodel.checking.run import check
from spotifymodel.checking.wording import labels_of, message_of
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.report.rule_page import rule_markdown, rule_text
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import applies, judge_subject
from spotifymodel.rules.rule import Broken, Rule
from spotifymodel.testing import charts

RULES = list(all_rules().values())
SINGLE = [r for r in RULES if r.whole_charts and r.kind != "waiver"]
PROFILES = [load_profile(n) for n in ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019")]
TODAY = "2026-11-24"


def by_code(rule: Rule) -> str:
    return rule.code


def profile_of(rule: Rule) -> str:
    """Name a profile under which the rule is on."""
    return next(p.name for p in PROFILES if p.severity(rule.code, rule.severity) != "off")


def found(rule: Rule, org: Org) -> list[object]:
    select = None if rule.kind == "waiver" else rule.code
    return [f for f in check(org, profile=profile_of(rule), select=select, today=TODAY) if f.code == rule.code]


@pytest.mark.parametrize("rule", [r for r in RULES if r.whole_charts], ids=by_code)
def test_a_rule_is_silent_on_its_good_charts(rule: Rule) -> None:
    assert len(rule.good) >= 2
    for text in rule.good:
        assert not found(rule, chart_of(text)), text


@pytest.mark.parametrize("rule", [r for r in RULES if r.whole_charts], ids=by_code)
def test_a_rule_finds_something_in_each_of_its_bad_charts(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    for text in rule.bad:
        assert found(rule, chart_of(text)), text


@pytest.mark.parametrize("rule", SINGLE, ids=by_code)
def test_the_first_fix_of_a_finding_can_be_made_and_leaves_a_readable_chart(rule: Rule) -> None:
    for text in rule.bad:
        org = chart_of(text)
        for finding in check(org, profile=profile_of(rule), select=rule.code):
            for edit in finding.fixes[:1]:
                mended = edit.apply(org)
                assert Org.from_dict(mended.to_dict()) == mended
                assert edit.text("nl") != edit.text("en")


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_is_worded_in_both_languages(rule: Rule) -> None:
    for wording in (rule.message, rule.finds, rule.matters, rule.remedy, *(p.meaning for p in rule.parameters)):
        assert wording.en.strip()
        assert wording.nl.strip()
    assert not rule.message.en.endswith(".")
    fields = [{f for _, f, _, _ in string.Formatter().parse(rule.message[language]) if f} for language in ("en", "nl")]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_has_a_page_in_both_languages(rule: Rule) -> None:
    for language in ("en", "nl"):
        page = rule_markdown(rule, language)
        assert rule.code in page
        assert rule.name in page
        assert not re.search(r"\bL\d{2,3}\b", page), "the source is cited by section, not by line"
        assert rule_text(rule, language).startswith(f"{rule.code} {rule.name}")


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_sources_and_parameters_of_a_rule_exist(rule: Rule) -> None:
    for reference in (rule.source, *rule.references):
        assert reference.citation().document
    limits = limits_of(rule, load_profile("brunel-2017"))
    assert set(limits) == {p.name for p in rule.parameters}


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_the_severity_in_the_file_is_that_of_the_whitepaper(rule: Rule) -> None:
    assert load_profile("brunel-2017").severity(rule.code, rule.severity) == rule.severity
    assert not (rule.severity == "error" and rule.confidence == "guess")


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(charts())
def test_suspects_are_never_too_few_and_every_message_can_be_said(org: Org) -> None:
    index = index_of(org)
    labels = labels_of(index)
    for profile in PROFILES[:1]:
        for rule in SINGLE:
            if applies(rule, index):
                continue
            limits = limits_of(rule, profile)
            verdicts = {s: v for s in index.subjects(rule.kind) if (v := judge_subject(rule, index, s, limits)) is not None}
            if rule.suspects is not None:
                assert set(verdicts) <= set(rule.suspects(index, limits)), rule.code
            for verdict in verdicts.values():
                if isinstance(verdict.answer, Broken):
                    assert message_of(verdict, "nl", labels)
                    assert message_of(verdict, "en", labels)
