"""A rule looks at every subject that may be broken, also where a quick count over all time would clear it."""

from __future__ import annotations

from typing import Any

import pytest

from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from spotifymodel.rules.catalogue import all_rules, find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import applies, judge_chart, judge_subject
from spotifymodel.rules.rule import Rule

from .asking import ABOUT_CHARTS, asked
from .test_at_the_limit import FINE


def found(code: str, text: str, **limits: Any) -> list[str]:
    rule = find_rule(code)
    return [verdict.subject for verdict in judge_chart(rule, index_of(chart_of(text)), asked(rule, **limits))]


@pytest.mark.parametrize(
    ("of_tribe", "of_squad"),
    [("{person: c, allocation: 0.4}", "[]"), ("[]", "{person: c, allocation: 0.4}")],
)
def test_a_coach_shared_with_other_tribes_makes_no_tribe_large_enough_for_its_sharing(of_tribe: str, of_squad: str) -> None:
    text = f"""
        people: [{{id: a}}, {{id: b}}, {{id: d}}, {{id: e}}, {{id: f}}, {{id: g}}, {{id: c}}]
        tribes:
          - id: t
            agile_coaches: {of_tribe}
            squads: [{{id: s, members: [a, b, d, e, f, g], agile_coaches: {of_squad}}}, {{id: r, members: [a]}}]
    """
    assert found("MB007", text) == ["t"]


def test_a_squad_whose_people_succeed_each_other_is_thin_however_many_they_are_in_all() -> None:
    text = """
        people: [{id: a, fte: 1}, {id: b, fte: 1}, {id: c, fte: 1}, {id: d, fte: 1}, {id: e, fte: 1}, {id: f, fte: 1}]
        squads:
          - id: s
            members:
              - {person: a, until: 2027-03-01}
              - {person: b, until: 2027-03-01}
              - {person: c, until: 2027-03-01}
              - {person: d, from: 2027-03-01}
              - {person: e, from: 2027-03-01}
              - {person: f, from: 2027-03-01}
    """
    assert found("SQ011", text) == ["s"]


def test_a_squad_of_people_whom_the_line_takes_a_part_of_is_thin() -> None:
    people = ", ".join(f"{{id: {p}, fte: 1, unit: [{{unit: u, allocation: 0.5}}]}}" for p in "abcde")
    assert found("SQ011", f"people: [{people}]\nunits: [{{id: u}}]\nsquads: [{{id: s, members: [a, b, c, d, e]}}]") == ["s"]


@pytest.mark.parametrize("kind", ["complex", "complicated", "simple"])
def test_one_product_is_too_many_where_a_profile_allows_none_of_its_kind(kind: str) -> None:
    text = f"people: []\nproducts: [{{id: x, complexity: {kind}}}]\nsquads: [{{id: s, owns: [x]}}]"
    limits = {f"domain__max_{other}": 5 for other in ("complex", "complicated", "simple")}
    assert found("DP003", text, **limits) == []
    assert found("DP003", text, **{**limits, f"domain__max_{kind}": 0}) == ["s"]


def test_a_complex_product_beside_another_is_too_much_however_many_of_each_are_allowed() -> None:
    text = "people: []\nproducts: [{id: x, complexity: complex}, {id: y, complexity: simple}]\nsquads: [{id: s, owns: [x, y]}]"
    limits = {f"domain__max_{kind}": 5 for kind in ("complex", "complicated", "simple")}
    assert found("DP003", text, **limits, domain__complex_alone=True) == ["s"]
    assert found("DP003", text, **limits, domain__complex_alone=False) == []


def test_a_tribe_of_which_exactly_the_share_that_is_allowed_sits_in_several_squads_is_fine_with_coaches_who_are_shared_too() -> None:
    text = """
        people: [{id: a}, {id: b}, {id: d}, {id: e}, {id: c}]
        tribes:
          - {id: t, agile_coaches: {person: c, allocation: 0.4}, squads: [{id: s, members: [a, b, d, e]}, {id: r, members: [a]}]}
    """
    assert found("MB007", text, tribe__shared_share=0.25) == []
    assert found("MB007", text, tribe__shared_share=0.24) == ["t"]


@pytest.mark.parametrize("reading", ["exclude", "member"])
def test_a_squad_is_too_small_where_its_owner_does_not_count(reading: str) -> None:
    text = "people: [{id: o}, {id: a}, {id: b}]\nsquads: [{id: s, product_owner: o, members: [a, b]}]"
    assert found("SQ002", text, squad__min=3) == []
    assert found("SQ002", text, squad__min=3, count__po=reading) == ["s"]


CHAPTERS = """
    people: [{id: o}, {id: a}, {id: b}]
    tribes:
      - id: t
        chapters: [{id: dev, members: [a, b]}, {id: ux, members: [o]}]
        squads: [{id: s, product_owner: o, members: MEMBERS}]
"""


def test_a_squad_is_of_one_chapter_where_its_owner_of_another_does_not_count() -> None:
    for members in ("[a, b]", "[a, {person: b, from: 2027-01-01}]"):
        text = CHAPTERS.replace("MEMBERS", members)
        assert found("SQ003", text) == []
        assert found("SQ003", text, count__po="exclude") == ["s"]


def test_two_chapters_at_all_times_are_too_few_where_a_profile_asks_for_three() -> None:
    text = CHAPTERS.replace("MEMBERS", "[a, {person: b, from: 2027-01-01}]")
    assert found("SQ003", text, squad__min_chapters=2) == []
    assert found("SQ003", text, squad__min_chapters=3) == ["s"]


@pytest.mark.parametrize("rule", ABOUT_CHARTS, ids=lambda rule: rule.code)
def test_whoever_a_quick_look_passes_over_is_cleared_by_a_full_look_and_whoever_is_judged_alone_is_judged_alike(rule: Rule) -> None:
    limits = asked(rule)
    texts = dict.fromkeys(text for one in all_rules().values() if one.whole_charts for text in (*one.good, *one.bad) if "---" not in text)
    for index in (index_of(chart_of(text)) for text in (*texts, *(text for pair in FINE.get(rule.code, ()) for text in pair))):
        if applies(rule, index):
            continue
        together = {verdict.subject: verdict for verdict in judge_chart(rule, index, limits)}
        for subject in index.subjects(rule.kind):
            alone, verdict = judge_subject(rule, index, subject, limits), together.get(subject)
            assert (alone is None) == (verdict is None), subject
            if alone is not None and verdict is not None:
                assert (alone.answer, alone.start, alone.until) == (verdict.answer, verdict.start, verdict.until)
            if not index.dated:
                assert (rule.judge(View(index), subject, limits) is None) == (verdict is None), subject


def test_hours_that_are_declared_make_a_squad_thin_also_where_people_come_and_go() -> None:
    people = ", ".join(f"{{id: {p}, fte: 1}}" for p in "abcdef")
    plain = f"people: [{people}]\nsquads: [{{id: s, members: [a, b, c, d, e, f]}}]"
    assert found("SQ011", plain) == []
    for seat in ("{person: %s, allocation: 0.5}", "{person: %s, allocation: 0.5, from: 2027-01-01}"):
        seats = ", ".join(seat % p for p in "abcdef")
        assert found("SQ011", f"people: [{people}]\nsquads: [{{id: s, members: [{seats}]}}]") == ["s"]
        elsewhere = ", ".join(seat.replace("0.5", "0.9") % p for p in "def")
        squads = f"{{id: s, members: [a, b, c, d, e, f]}}, {{id: r, members: [{elsewhere}]}}"
        assert "s" in found("SQ011", f"people: [{people}]\nsquads: [{squads}]")


def test_a_squad_that_is_short_of_a_minute_is_thin() -> None:
    people = ", ".join(f"{{id: {p}, fte: 0.9999999}}" for p in "abcd")
    for until in ("", ", until: 2027-01-01"):
        members = f"a, b, c, {{person: d{until}}}" if until else "a, b, c, d"
        assert found("SQ011", f"people: [{people}]\nsquads: [{{id: s, members: [{members}]}}]", squad__min_fte=4) == ["s"]
    assert found("SQ011", f"people: [{people}]\nsquads: [{{id: s, members: [a, b, c, d]}}]", squad__min_fte=3.9999) == []


def test_hours_of_an_owner_who_does_not_count_are_not_added() -> None:
    people = ", ".join(f"{{id: {p}, fte: 1}}" for p in "oabc")
    for seat in ("c", "{person: c, from: 2026-01-01}"):
        text = f"people: [{people}]\nsquads: [{{id: s, product_owner: o, members: [a, b, {seat}]}}]"
        assert found("SQ011", text, squad__min_fte=4, count__po="exclude") == ["s"]
    assert found("SQ011", text.replace(seat, "c"), squad__min_fte=4) == []


@pytest.mark.parametrize(
    ("levels", "broken"), [((3, 1, 1), False), ((3, 1, 0), True), ((3, 1), True), ((2, 1, 1), True), ((3, 3, 1), False)]
)
def test_the_shape_of_somebody_whose_skills_are_all_declared_is_judged_as_well(levels: tuple[int, ...], broken: bool) -> None:
    skills = ", ".join(f"s{k}: {level}" for k, level in enumerate(levels))
    text = f"people: [{{id: a, skills: {{{skills}}}}}]\nskills: [{{id: s0}}, {{id: s1}}, {{id: s2}}]\nsquads: [{{id: s, members: [a]}}]"
    assert found("MB009", text, tshape__depth_level=3, tshape__breadth_level=1) == (["a"] if broken else [])


def test_skills_of_an_owner_are_read_by_their_names() -> None:
    text = """
        people: [{id: o, seniority: senior, agile_years: 3, skills: {s1: 2, s2: 2, s3: 2}}]
        skills: [{id: s1, name: storytelling}, {id: s2, name: mvp}, {id: s3, name: DATA}]
        squads: [{id: s, product_owner: o}]
    """
    assert found("PO007", text.replace("DATA", "data")) == []
    assert found("PO007", text.replace("DATA", "chess")) == ["s"]


def test_people_of_one_unit_are_counted_together_however_it_is_spelt() -> None:
    text = """
        people: [{id: a, from_unit: Sales}, {id: b, from_unit: sales}, {id: c, from_unit: sales}, {id: d, from_unit: SECOND}]
        units: [{id: sales}, {id: ops}]
        squads: [{id: s, members: [a, b, c, d]}]
    """
    assert found("SQ010", text.replace("SECOND", "ops"), squad__legacy_share=0.75) == []
    assert found("SQ010", text.replace("SECOND", "ops"), squad__legacy_share=0.7) == ["s"]
    assert found("SQ010", text.replace("SECOND", "Sales"), squad__legacy_share=0.9) == ["s"]


def test_who_is_on_leave_without_an_end_is_benched_only_where_a_profile_does_not_exempt_that() -> None:
    text = "people: [{id: a, leave: [{}]}]\nchapters: [{id: c, members: [a]}]"
    assert found("MB004", text, bench__exempt="leave") == []
    assert found("MB004", text, bench__exempt="nobody") == ["a"]


def test_a_tribe_is_as_large_as_the_profile_counts_coaches_also_over_time() -> None:
    text = """
        people: [{id: a}, {id: b}, {id: c}]
        tribes: [{id: t, support: [a, b], agile_coaches: {person: c, allocation: 0.4}, squads: [{id: s, members: [SEAT]}]}]
    """
    for seat in ("a", "{person: a, from: 2027-01-01}"):
        assert found("TR001", text.replace("SEAT", seat), tribe__max=2, coach__shared_below=0.5) == []
        assert found("TR001", text.replace("SEAT", seat), tribe__max=2, coach__shared_below=0.3) == ["t"]
        assert found("TR001", text.replace("SEAT", seat), tribe__max=2, tribe__warn=1, coach__shared_below=0.5) == ["t"]


def test_whoever_is_in_a_unit_with_two_managers_has_two_line_managers() -> None:
    text = "people: [{id: l}, {id: m}, {id: a, unit: it}]\nunits: [{id: it, manager: MANAGERS}]"
    assert found("HY003", text.replace("MANAGERS", "[l]")) == []
    assert found("HY003", text.replace("MANAGERS", "[l, m]")) == ["a"]
