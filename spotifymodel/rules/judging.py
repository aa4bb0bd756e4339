"""Run one rule: over a chart, over one subject, at every instant that matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..graph.index import Index
from ..graph.moments import intervals, moments
from ..graph.relation import BEGIN, END
from ..graph.stage import Stage
from ..graph.view import View
from .rule import Broken, Limits, Missing, Rule

__all__ = ["Verdict", "applies", "judge_chart", "judge_subject"]


@dataclass(slots=True)
class Verdict:
    """What a rule says of one subject: broken or unknown, and over which interval it is worst."""

    rule: Rule
    subject: str
    answer: Broken | Missing
    start: dt.date = BEGIN
    until: dt.date = END
    stage: Stage | None = None


def applies(rule: Rule, index: Index) -> tuple[str, ...]:
    """Return the fields that the rule needs and the chart does not carry at all; empty where the rule can run."""
    return tuple(need for need in rule.needs if not any(index.carries(field) for field in need.split("|")))


def judge_chart(rule: Rule, index: Index, limits: Limits) -> Iterator[Verdict]:
    """Yield the verdicts of one rule over a whole chart, in the order of the chart.

    Notes
    -----
    Only suspects are judged. O(suspects × instants around each).
    """
    chosen: Iterable[str] = index.subjects(rule.kind) if rule.suspects is None else rule.suspects(index, limits)
    if not index.dated:
        view, judge = View(index), rule.judge
        for subject in chosen:
            answer = judge(view, subject, limits)
            if answer is not None:
                yield Verdict(rule, subject, answer)
        return
    for subject in chosen:
        verdict = judge_subject(rule, index, subject, limits)
        if verdict is not None:
            yield verdict


def judge_subject(rule: Rule, index: Index, subject: str, limits: Limits) -> Verdict | None:
    """Return the verdict of one rule on one subject over all time; ``None`` where all is well.

    The worst instant counts: the first maximal interval that measures it.
    """
    if rule.may_break is not None and not rule.may_break(index, subject, limits):
        return None
    if not index.dated:
        answer = rule.judge(View(index), subject, limits)
        return None if answer is None else Verdict(rule, subject, answer)
    worst = None if rule.stretch is None else rule.stretch(index, subject, limits)
    if worst is not None:
        if not worst:
            return None
        answer = rule.judge(View(index, worst[0]), subject, limits)
        return None if answer is None else Verdict(rule, subject, answer, *worst)
    dates = _instants(rule, index, subject, limits)
    if not dates:
        answer = rule.judge(View(index), subject, limits)
        return None if answer is None else Verdict(rule, subject, answer)
    life = index.life.get(subject) if rule.kind == "squad" else index.chapter_life.get(subject) if rule.kind == "chapter" else None
    found = [
        Verdict(rule, subject, answer, start, until)
        for start, until in intervals(dates, life)
        if (answer := rule.judge(View(index, start), subject, limits)) is not None
    ]
    return _worst(rule, found)


def _instants(rule: Rule, index: Index, subject: str, limits: Limits) -> set[dt.date]:
    """Return the dates at which the verdict may change.

    Empty only where nothing around the subject carries dates; a rule that says itself when to look is never asked of all
    time at once.
    """
    if rule.instants is None:
        return moments(index, rule.kind, subject, rule.reach)
    return {BEGIN, *rule.instants(index, subject, limits)}


def _worst(rule: Rule, found: list[Verdict]) -> Verdict | None:
    """Return the first interval that measures the worst value, joined with what follows it without a change."""
    if not found:
        return None
    broken = [v for v in found if isinstance(v.answer, Broken)]
    if not broken:
        return found[0]
    at = 0
    for k, verdict in enumerate(broken):
        if _worse(rule, verdict.answer, broken[at].answer):
            at = k
    worst = broken[at]
    for verdict in broken[at + 1 :]:
        if verdict.start != worst.until or _measured(verdict) != _measured(worst):
            break
        worst.until = verdict.until
    return worst


def _measured(verdict: Verdict) -> tuple[float | int | None, float | int | None] | None:
    return (verdict.answer.measured, verdict.answer.limit) if isinstance(verdict.answer, Broken) else None


def _worse(rule: Rule, one: Broken | Missing, than: Broken | Missing) -> bool:
    """Tell whether one instant is worse: further beyond its limit, which may itself change over time."""
    a, b = _excess(one), _excess(than)
    if a is None or b is None:
        return False
    return a > b if rule.worse == "high" else a < b


def _excess(answer: Broken | Missing) -> float | int | None:
    if isinstance(answer, Missing) or answer.measured is None:
        return None
    return answer.measured - (answer.limit or 0)
