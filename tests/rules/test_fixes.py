"""What is said of every finding on the examples of the rules, and what is offered to mend it: word for word, and tried out.

To renew the golden file after a change that is meant: ``SPOTIFYMODEL_GOLDEN=write python -m pytest tests/rules/test_fixes.py``,
then read the difference.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import charts_of
from spotifymodel.rules.rule import Rule

GOLDEN = Path(__file__).parent / "golden"
RULES = [rule for rule in all_rules().values() if rule.kind != "waiver"]
NAMES = ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019")


def by_code(rule: Rule) -> str:
    return rule.code


def profile_of(rule: Rule) -> str:
    """Name a profile under which the rule is on."""
    return next(name for name in NAMES if load_profile(name).severity(rule.code, rule.severity) != "off")


def found(rule: Rule, charts: list[sm.Org], language: str = "en") -> list[Any]:
    subject: Any = charts[0] if rule.whole_charts else charts
    return list(sm.check(subject, profile=profile_of(rule), select=rule.code, language=language).findings)


def told(rule: Rule) -> Iterator[str]:
    for text in rule.bad:
        charts = charts_of(text)
        for finding, dutch in zip(found(rule, charts), found(rule, charts, "nl"), strict=True):
            yield f"{rule.code} {finding.message}"
            yield f"      {dutch.message}"
            span = finding.interval
            when = "" if span is None or span == (None, None) else f" {span.start or ''}/{span.until or ''}"
            yield f"  {finding.measured} of {finding.limit}{when}: {', '.join(finding.evidence)}"
            for fix in finding.fixes:
                yield f"  > {fix.text('en')}"
                yield f"    {fix.op} {json.dumps(fix.args, ensure_ascii=False)}"


@pytest.mark.parametrize("family", sorted({rule.family for rule in RULES}))
def test_what_is_found_in_the_examples_is_said_as_ever(family: str) -> None:
    lines = "".join(f"{line}\n" for rule in RULES if rule.family == family for line in told(rule))
    path = GOLDEN / f"{family.lower()}.txt"
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    assert lines == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_each_fix_makes_its_finding_go_away_or_smaller(rule: Rule) -> None:
    for text in rule.bad:
        charts = charts_of(text)
        for finding in found(rule, charts):
            for fix in finding.fixes:
                at = 0 if finding.stage is None else finding.stage.number
                mended = [*charts[:at], fix.apply(charts[at]), *charts[at + 1 :]]
                left = [one for one in found(rule, mended) if one.subject == finding.subject]
                assert not left or excess(rule, left[0]) < excess(rule, finding) or left[0].interval != finding.interval, fix.text("en")


def excess(rule: Rule, finding: Any) -> float:
    if finding.measured is None:
        return len(finding.evidence)
    over = finding.measured - (finding.limit or 0)
    return over if rule.worse == "high" else -over
