"""Run the rules of one profile, over one chart or over charts in sequence, and build the findings."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..errors import UsageError
from ..graph.index import TABLES, Index
from ..graph.relation import BEGIN, END
from ..graph.stage import stages_of
from ..profiles import Profile
from ..profiles.records import Citation, Severity
from ..rules.judging import Verdict, applies, judge_chart
from ..rules.rule import Broken, Limits, Missing, Ref, Rule
from ..rules.staging import judge_stages, lacking_everywhere
from .finding import Finding, Interval, Origin, StageId, SubjectId
from .report import Unknown
from .waiving import apply_waivers, waiver_verdicts
from .wording import Labels, labels_of, message_of

__all__ = ["Charted", "Terms", "gather", "gather_in_sequence", "limits_of"]


#: The profile whose sources the rules carry themselves.
HOME = "brunel-2017"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which profile, in which language and on which day findings are gathered."""

    profile: Profile
    language: str
    today: dt.date | None


@dataclass(frozen=True, slots=True)
class Charted:
    """A chart of a sequence: its index, its name and the day on which it begins, where known."""

    index: Index
    name: str
    start: dt.date | None


Gathered = tuple[list[Finding], list[Unknown]]


def limits_of(rule: Rule, profile: Profile) -> Limits:
    """Return the values of a rule's parameters under a profile.

    Raises
    ------
    UsageError
        Where neither the profile nor the rule gives a value.
    """
    values = Limits()
    for parameter in rule.parameters:
        value = profile.value(parameter.name, parameter.default)
        if value is None:
            raise UsageError(f"profile {profile.name} has no value for {parameter.name}, which {rule.code} needs", parameter.name)
        values[parameter.name] = value
    return values


def gather(index: Index, rules: Iterable[Rule], terms: Terms) -> Gathered:
    """Run the rules of one profile over a chart; rules that it turns off, and rules about stages, do not run."""
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    ran: list[Rule] = []
    meta: dict[str, tuple[Rule, Severity]] = {}
    profile, labels = terms.profile, labels_of(index)
    for rule in rules:
        severity = profile.severity(rule.code, rule.severity)
        if severity == "off" or not rule.whole_charts:
            continue
        if rule.kind == "waiver":
            meta[rule.code] = (rule, severity)
            continue
        missing = applies(rule, index)
        if missing:
            subjects = len(list(index.subjects(rule.kind)))
            if subjects:
                unknown.append(Unknown(rule.code, rule.name, missing, subjects, profile.name))
            continue
        ran.append(rule)
        limits = limits_of(rule, profile)
        lacking: dict[tuple[str, ...], int] = defaultdict(int)
        for verdict in judge_chart(rule, index, limits):
            if isinstance(verdict.answer, Missing):
                lacking[verdict.answer.fields] += 1
            else:
                findings.append(_finding(verdict, severity, index, limits, terms, labels))
        unknown += [Unknown(rule.code, rule.name, fields, n, profile.name) for fields, n in lacking.items()]
    findings = apply_waivers(findings, index.chart, terms.today)
    if meta and index.chart.waivers:
        rule_of = {code: rule for code, (rule, _) in meta.items()}
        for verdict in waiver_verdicts(rule_of.get("WV001"), rule_of.get("WV002"), index.chart, findings, ran, terms.today):
            findings.append(_finding(verdict, meta[verdict.rule.code][1], index, Limits(), terms, labels))
    return findings, unknown


def gather_in_sequence(charts: list[Charted], rules: Iterable[Rule], terms: Terms) -> Gathered:
    """Run the rules of one profile over every chart of a sequence, then the rules about stages over all of them.

    Every finding carries its stage. A rule that could not judge is named once for the whole sequence, with the largest number
    of subjects that it met in one chart.
    """
    chosen = list(rules)
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for number, one in enumerate(charts):
        found, missing = gather(one.index, chosen, terms)
        findings += [replace(f, stage=StageId(number, one.name)) for f in found]
        unknown += missing
    found, missing = _between(charts, chosen, terms)
    return findings + found, _once([*unknown, *missing])


def _between(charts: list[Charted], rules: Iterable[Rule], terms: Terms) -> Gathered:
    """Run the rules about stages."""
    profile = terms.profile
    stages, labels = stages_of((one.index, one.name, one.start) for one in charts), _labels_of_all(charts)
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for rule in rules:
        severity = profile.severity(rule.code, rule.severity)
        if severity == "off" or rule.in_sequence is None:
            continue
        missing = lacking_everywhere(rule, stages)
        if missing:
            unknown.append(Unknown(rule.code, rule.name, missing, _subjects(rule, charts), profile.name))
            continue
        limits = limits_of(rule, profile)
        lacking: dict[tuple[str, ...], int] = defaultdict(int)
        for verdict in judge_stages(rule, stages, limits):
            if isinstance(verdict.answer, Missing):
                lacking[verdict.answer.fields] += 1
                continue
            assert verdict.stage is not None
            stage = verdict.stage
            finding = _finding(verdict, severity, stage.view.index, limits, terms, labels)
            findings += apply_waivers([replace(finding, stage=StageId(stage.number, stage.name))], stage.view.index.chart, terms.today)
        unknown += [Unknown(rule.code, rule.name, fields, n, profile.name) for fields, n in lacking.items()]
    return findings, unknown


def _subjects(rule: Rule, charts: list[Charted]) -> int:
    """Return how many subjects a rule about stages has, in the chart that has most."""
    if rule.kind not in TABLES:
        return 1
    return max(len(list(one.index.subjects(rule.kind))) for one in charts)


def _once(unknown: list[Unknown]) -> list[Unknown]:
    most: dict[tuple[str, tuple[str, ...]], Unknown] = {}
    for one in unknown:
        known = most.get((one.code, one.missing))
        if known is None or one.subjects > known.subjects:
            most[one.code, one.missing] = one
    return list(most.values())


def _labels_of_all(charts: list[Charted]) -> Labels:
    """Return labels for charts in sequence: of somebody who has left, the last chart that knew them tells the name."""
    each = [labels_of(one.index) for one in reversed(charts)]

    def label(ref: Ref) -> str:
        return next((name for labels in each if (name := labels(ref)) != ref.id), ref.id)

    return label


def _finding(verdict: Verdict, severity: Severity, index: Index, limits: Limits, terms: Terms, labels: Labels) -> Finding:
    rule, answer = verdict.rule, verdict.answer
    assert not isinstance(answer, Missing)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        profile=terms.profile.name,
        subject=SubjectId(rule.kind, verdict.subject),
        message=message_of(verdict, terms.language, labels),
        measured=answer.measured,
        limit=answer.limit,
        evidence=answer.evidence,
        interval=Interval(None if verdict.start == BEGIN else verdict.start, None if verdict.until == END else verdict.until),
        source=_source(rule, answer, terms.profile),
        remedy=rule.remedy[terms.language],
        origin=Origin(index, verdict, limits),
    )


def _source(rule: Rule, answer: Broken, profile: Profile) -> Citation:
    """Return who states the norm: under another profile than the rules' own, whoever sets the limit, else whoever grades the rule."""
    choice = None if profile.name == HOME else profile.severities.get(rule.code)
    if choice is None:
        return rule.source.citation()
    if answer.limit is not None:
        for name in choice.rests_on or tuple(p.name for p in rule.parameters):
            limit = profile.limits.get(name)
            if limit is not None and limit.value == answer.limit:
                return limit.source
    return choice.source or rule.source.citation()
