"""What a rule says of all time is what it says of every instant: the worst, from its first day on."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotifymodel.checking.gathering import limits_of
from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.moments import moments
from spotifymodel.graph.relation import BEGIN, END
from spotifymodel.graph.view import View
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.judging import applies, judge_chart
from spotifymodel.rules.rule import Broken, Limits, Missing, Rule
from spotifymodel.testing import documents as varied_documents
from tests.depth import examples
from tests.graph.documents import CHANGES, documents
from tests.graph.naive import on_day

BRUNEL = load_profile("brunel-2017")
RULES = [(r, limits_of(r, BRUNEL)) for r in all_rules().values() if r.whole_charts and r.kind != "waiver"]
#: Limits so low, and readings so different, that small charts reach them.
TIGHT: dict[str, list[Any]] = {
    "squad.max": [2],
    "squad.core": [0.5, 0.9],
    "squad.min_fte": [1.0, 1.5, 2.5],
    "membership.max": [1],
    "tribe.max": [3],
    "tribe.warn": [0, 2],
    "tribe.shared_share": [0.0, 0.3],
    "chapter.max": [0, 1, 2],
    "chapter.max_player_coach": [0, 1],
    "coach.max": [0, 1],
    "coach.shared_below": [0.4, 0.6],
    "count.po": ["union", "member", "exclude"],
    "count.tribe": [("members", "owners"), ("chapter_leads", "lead", "support", "coaches"), ("chapter_members", "coaches")],
    "membership.binds": [("member",), ("owner",), ("member", "owner")],
    "po.line": ["tribe_lead"],
    "allow.cl_as_po": [False],
    "squad.po_vacancy_ok": [False],
    "mt.includes_po": [True],
    "bench.exempt": [(), ("leave",)],
}
tight = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in TIGHT.items()})

slow = settings(max_examples=examples(25), deadline=None, suppress_health_check=list(HealthCheck))

Said = tuple[float | int | None, float | int | None, dt.date, dt.date]


def instant_by_instant(rule: Rule, index: Index, limits: Limits) -> dict[str, Said | tuple[str, ...]]:
    """Judge every subject at every instant at which anything in the chart changes; keep the worst, the first of equals."""
    days = sorted({BEGIN, END, *moments(index, "organisation", "organisation", "own")})
    found: dict[str, Said | tuple[str, ...]] = {}
    for subject in index.subjects(rule.kind):
        lives = index.life if rule.kind == "squad" else index.chapter_life if rule.kind == "chapter" else {}
        begin, end = lives.get(subject, (BEGIN, END))
        line = [(a, b, rule.judge(View(index, a), subject, limits)) for a, b in pairwise(days) if begin <= a < end]
        broken = [(a, b, answer) for a, b, answer in line if isinstance(answer, Broken)]
        missing = next((answer.fields for _, _, answer in line if isinstance(answer, Missing)), None)
        if broken:
            found[subject] = worst(rule, broken)
        elif missing is not None:
            found[subject] = missing
    return found


def worst(rule: Rule, broken: list[tuple[dt.date, dt.date, Broken]]) -> Said:
    def excess(answer: Broken) -> float:
        over = 0 if answer.measured is None else answer.measured - (answer.limit or 0)
        return over if rule.worse == "high" else -over

    highest = max(excess(answer) for _, _, answer in broken)
    at = next(k for k, (_, _, answer) in enumerate(broken) if excess(answer) == highest)
    start, until, answer = broken[at]
    for a, b, later in broken[at + 1 :]:
        if a != until or (later.measured, later.limit) != (answer.measured, answer.limit):
            break
        until = b
    return answer.measured, answer.limit, start, until


def all_at_once(rule: Rule, index: Index, limits: Limits) -> dict[str, Said | tuple[str, ...]]:
    return {
        v.subject: (v.answer.measured, v.answer.limit, v.start, v.until) if isinstance(v.answer, Broken) else v.answer.fields
        for v in judge_chart(rule, index, limits)
    }


@slow
@given(documents(dated=True))
def test_every_rule_finds_over_time_what_it_finds_instant_by_instant(document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for rule, limits in RULES:
        assert all_at_once(rule, index, limits) == instant_by_instant(rule, index, limits), rule.code


@slow
@given(documents(dated=True), tight)
def test_so_it_does_under_limits_that_small_charts_reach(document: dict[str, Any], values: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for rule, limits in RULES:
        lower = Limits({**limits, **{name: values[name] for name in limits.keys() & values.keys()}})
        assert all_at_once(rule, index, lower) == instant_by_instant(rule, index, lower), rule.code


def without_line(document: dict[str, Any]) -> dict[str, Any]:
    """Take everybody out of the line, and leave every chapter one lead: then few dates matter to a chapter lead, and a rule knows which."""
    people = [{k: v for k, v in person.items() if k not in {"unit", "reports_to"}} for person in document["people"]]
    found = {**document, "people": people, "units": []}
    for place in (found, *found.get("tribes", ())):
        for chapter in place.get("chapters", ()):
            if isinstance(chapter["lead"], list):
                chapter["lead"] = chapter["lead"][:1]
    return found


@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(dated=True).map(without_line), tight)
def test_so_it_does_where_nobody_is_in_the_line(document: dict[str, Any], values: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for rule, limits in RULES:
        if rule.instants is not None or rule.stretch is not None:
            lower = Limits({**limits, **{name: values[name] for name in limits.keys() & values.keys()}})
            assert all_at_once(rule, index, lower) == instant_by_instant(rule, index, lower), rule.code


@slow
@given(varied_documents(people=6, squads=4))
def test_so_it_does_on_charts_of_every_kind(document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for rule, limits in RULES:
        assert all_at_once(rule, index, limits) == instant_by_instant(rule, index, limits), rule.code


#: Rules that ask for something only while a subject is in use: seen on one day, an empty one is never in use at all.
ABSENCE = {"PO001", "SQ002", "SQ008", "SQ011", "CH001", "TL001", "AC001", "MB004", "CL001", "RG001", "RG002", "SK001", "PO010", "SQ004"}
DAYS = ("2026-12-31", *CHANGES)


@slow
@given(documents(dated=True))
def test_what_is_found_over_time_is_found_on_some_day_and_the_other_way_round(document: dict[str, Any]) -> None:
    over = index_of(org_from_tree(document))
    each = [index_of(org_from_tree(on_day(document, day))) for day in DAYS]
    for rule, limits in RULES:
        if applies(rule, over):
            continue
        whole = {v.subject: v.answer.measured for v in judge_chart(rule, over, limits) if isinstance(v.answer, Broken)}
        daily: dict[str, list[float | int | None]] = {}
        for index in each:
            for verdict in judge_chart(rule, index, limits):
                if isinstance(verdict.answer, Broken):
                    daily.setdefault(verdict.subject, []).append(verdict.answer.measured)
        assert whole.keys() <= daily.keys(), rule.code
        if rule.code not in ABSENCE:
            assert whole.keys() == daily.keys(), rule.code
        for subject, measured in whole.items():
            assert measured in daily[subject], rule.code
