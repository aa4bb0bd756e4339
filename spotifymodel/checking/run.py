"""Run the rules over a chart."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from os import PathLike
from typing import Any

from ..errors import UsageError
from ..graph.index import Index, index_of
from ..graph.relation import BEGIN, END
from ..model.chart import Mode
from ..model.org import Org
from ..profiles import Profile, load_profile
from ..rules.catalogue import select_rules
from ..rules.judging import Verdict, applies, judge_chart
from ..rules.rule import Limits, Missing, Rule
from .baseline import fingerprints
from .finding import Finding, Interval, Origin, SubjectId
from .report import RANK, Report, Unknown
from .settings import settings_near
from .waiving import apply_waivers, waiver_verdicts
from .wording import Labels, labels_of, message_of

__all__ = ["check"]

Dates = dt.date | str | None
Names = str | Sequence[str] | None


def check(
    org: Org,
    profile: str | PathLike[str] | Sequence[str] | None = None,
    select: Names = None,
    ignore: Names = None,
    as_of: Dates = None,
    today: Dates = None,
    since: Dates = None,
    mode: Mode | None = None,
    baseline: Any = None,
    fail_on: str = "error",
    language: str | None = None,
) -> Report:
    """Judge a chart by the rules of a profile.

    Parameters
    ----------
    org : Org
        Traditional, hybrid or agile.
    profile : str, path or sequence of these, optional
        Name of a profile, path of one, or several (``"brunel-2017,ing-2015"`` too): every finding names its own, and the
        first decides ``ok``. Without it: what the chart says, then ``[tool.spotifymodel]`` of the nearest
        ``pyproject.toml``, then ``brunel-2017``.
    select, ignore : str or sequence of str, optional
        Codes, names or prefixes of rules, such as ``"SQ,MB001"``.
    as_of : date or ISO text, optional
        Judge only that day; without it every instant is judged.
    today : date or ISO text, optional
        The day on which waivers are looked at. Without it nothing expires; the library never reads the clock.
    since : date or ISO text, optional
        Leave out findings whose interval ended before that day.
    mode : {"design", "live"}, optional
        Whether vacancies count as people; the chart's own unless given.
    baseline : Report, mapping, path or iterable of fingerprints, optional
        Findings that it already has do not decide ``ok``.
    fail_on : {"error", "warning", "advice", "never"}
        The lightest severity that makes the report fail.
    language : {"en", "nl"}, optional
        Language of the messages.

    Returns
    -------
    Report

    Raises
    ------
    UsageError
        For an unknown profile, rule, severity or language.

    Notes
    -----
    Without dates: O(people + edges). Pure: the same chart, arguments and versions give the same report.

    Examples
    --------
    >>> import spotifymodel as sm
    >>> sm.check(sm.example("hypotheek")).ok
    True
    """
    if fail_on not in {*RANK, "never"}:
        raise UsageError(f"fail_on takes error, warning, advice or never, not {fail_on!r}", str(fail_on), (*RANK, "never"))
    near = settings_near()
    profiles = [_profile(name) for name in _names(profile or _named_by(org) or near.profile or "brunel-2017")]
    speak = language or org.language or near.language or "en"
    if speak not in {"en", "nl"}:
        raise UsageError(f"no language {speak!r}; there are en and nl", str(speak), ("en", "nl"))
    day, now, from_day = _date(as_of, "as_of"), _date(today, "today"), _date(since, "since")
    judged = org if day is None else org.at(day)
    index = index_of(judged, mode)
    rules = select_rules(_names(select), _names(ignore))
    labels = labels_of(index)
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    for one in profiles:
        found, missing = _judge(index, one, rules, speak, labels, now)
        findings += found
        unknown += missing
    if from_day is not None:
        findings = [f for f in findings if f.interval.until is None or f.interval.until > from_day]
    findings.sort(key=lambda f: (RANK[f.severity], f.code))
    source = org.source
    return Report(
        findings=tuple(findings),
        unknown=tuple(unknown),
        profiles=tuple(p.name for p in profiles),
        readings={name: reading.value for name, reading in profiles[0].readings.items()},
        limits={name: limit.value for name, limit in profiles[0].limits.items()},
        fail_on=fail_on,
        language=speak,
        files=() if source is None or source.file is None else (source.file,),
        as_of=day,
        today=now,
        baseline=None if baseline is None else fingerprints(baseline),
    )


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


def _judge(
    index: Index,
    profile: Profile,
    rules: Iterable[Rule],
    language: str,
    labels: Labels,
    today: dt.date | None,
) -> tuple[list[Finding], list[Unknown]]:
    """Run the rules of one profile; rules that it turns off do not run."""
    findings: list[Finding] = []
    unknown: list[Unknown] = []
    ran: list[Rule] = []
    meta: dict[str, tuple[Rule, str]] = {}
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
                findings.append(_finding(verdict, severity, profile, index, limits, language, labels))
        unknown += [Unknown(rule.code, rule.name, fields, n, profile.name) for fields, n in lacking.items()]
    findings = apply_waivers(findings, index.chart, today)
    if meta and index.chart.waivers:
        rule_of = {code: rule for code, (rule, _) in meta.items()}
        for verdict in waiver_verdicts(rule_of.get("WV001"), rule_of.get("WV002"), index.chart, findings, ran, today):
            grade = meta[verdict.rule.code][1]
            findings.append(_finding(verdict, grade, profile, index, Limits(), language, labels))
    return findings, unknown


def _finding(
    verdict: Verdict,
    severity: Any,
    profile: Profile,
    index: Index,
    limits: Limits,
    language: str,
    labels: Labels,
) -> Finding:
    rule, answer = verdict.rule, verdict.answer
    assert not isinstance(answer, Missing)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        profile=profile.name,
        subject=SubjectId(rule.kind, verdict.subject),
        message=message_of(verdict, language, labels),
        measured=answer.measured,
        limit=answer.limit,
        evidence=answer.evidence,
        interval=Interval(None if verdict.start == BEGIN else verdict.start, None if verdict.until == END else verdict.until),
        source=rule.source.citation(),
        remedy=rule.remedy[language],
        origin=Origin(index, verdict, limits),
    )


def _profile(name: str | PathLike[str]) -> Profile:
    return load_profile(name)  # type: ignore[arg-type]


def _named_by(org: Org) -> str | None:
    """Return the profile that a chart names; a chart may come from a stranger, so it names no files."""
    named = org.profile
    if named is not None and any(sign in named for sign in "/\\"):
        raise UsageError(f"the chart names {named!r} as its profile; a file is named with the argument or flag profile", named)
    return named


def _names(value: Any) -> Any:
    """Split ``"A,B"``; leave sequences and paths as they are, and ``None`` for everything."""
    if value is None:
        return None
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value] if isinstance(value, PathLike) else list(value)


def _date(value: Dates, name: str) -> dt.date | None:
    if value is None or isinstance(value, dt.date):
        return value
    try:
        if len(value) == 10:
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise UsageError(f"{name} takes a date such as 2027-03-01, not {value!r}", value)
