"""Of everything that is wrong over time a finding tells the first stretch of the worst, with its last day; of equals the first."""

from __future__ import annotations

from typing import Any

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken, Limits

BRUNEL = load_profile("brunel-2017")


def said(code: str, text: str, **limits: Any) -> list[tuple[str, float | None, str, str]]:
    """Return subject, what is measured, and from when until when."""
    rule = find_rule(code)
    asked = Limits({**limits_of(rule, BRUNEL), **{name.replace("__", "."): value for name, value in limits.items()}})
    return [
        (v.subject, v.answer.measured, v.start.isoformat(), v.until.isoformat())
        for v in judge_chart(rule, index_of(chart_of(text)), asked)
        if isinstance(v.answer, Broken)
    ]


ALWAYS = ("0001-01-01", "9999-12-31")

SPAN = """
    people: [{id: l}, {id: a}, {id: b}, {id: c}, {id: d}]
    tribes:
      - id: t
        chapters: [{id: dev, lead: l, members: MEMBERS}]
        squads: [{id: s, members: [{person: l, from: 2027-01-01, until: 2027-03-01}]}]
"""


def test_a_lead_is_worst_off_while_working_in_a_squad_however_many_people_that_is() -> None:
    limits = {"chapter__max": 2, "chapter__max_player_coach": 0}
    assert said("CH004", SPAN.replace("MEMBERS", "[a, b, c]"), **limits) == [("dev", 3, "2027-01-01", "2027-03-01")]
    later = SPAN.replace("MEMBERS", "[a, b, {person: c, from: 2027-03-01}, {person: d, from: 2027-03-01}]")
    assert said("CH004", later, chapter__max=2, chapter__max_player_coach=1) == [("dev", 4, "2027-03-01", ALWAYS[1])]


def test_too_wide_a_span_ends_for_a_chapter_when_its_lead_leaves_it_with_the_same_people_elsewhere() -> None:
    text = """
        people: [{id: l}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [
          {id: dev, lead: {person: l, from: 2027-01-01, until: 2027-03-01}, members: [a, b]}, {id: ux, lead: l, members: [a, b]}]}]
    """
    assert said("CH004", text, chapter__max=1) == [("dev", 2, "2027-01-01", "2027-03-01"), ("ux", 2, *ALWAYS)]


def test_of_two_leads_with_equally_many_people_too_many_the_first_is_named() -> None:
    text = """
        people: [{id: l}, {id: m}, {id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, lead: [l, m], members: [a, b]}]}]
    """
    rule = find_rule("CH004")
    limits = Limits({**limits_of(rule, BRUNEL), "chapter.max": 1})
    (verdict,) = judge_chart(rule, index_of(chart_of(text)), limits)
    assert isinstance(verdict.answer, Broken)
    assert verdict.answer.evidence[0] == "l"
