"""Of everything that is wrong over time a finding tells the first stretch of the worst, with its last day; of equals the first."""

from __future__ import annotations

from typing import Any

import pytest

from spotifymodel.graph.index import index_of
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken

from .asking import asked


def said(code: str, text: str, **limits: Any) -> list[tuple[str, float | None, str, str]]:
    """Return subject, what is measured, and from when until when."""
    rule = find_rule(code)
    return [
        (v.subject, v.answer.measured, v.start.isoformat(), v.until.isoformat())
        for v in judge_chart(rule, index_of(chart_of(text)), asked(rule, **limits))
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
    limits = asked(rule, chapter__max=1)
    (verdict,) = judge_chart(rule, index_of(chart_of(text)), limits)
    assert isinstance(verdict.answer, Broken)
    assert verdict.answer.evidence[0] == "l"


def test_a_count_that_rises_while_a_lead_works_in_a_squad_is_worst_when_it_has_risen() -> None:
    members = "[a, b, {person: c, from: 2027-02-01}, {person: d, from: 2027-03-01, until: 2027-03-15}]"
    seats = SPAN.replace("MEMBERS", members).replace("until: 2027-03-01", "until: 2027-04-01")
    limits = {"chapter__max": 9, "chapter__max_player_coach": 2}
    assert said("CH004", seats, **limits) == [("dev", 4, "2027-03-01", "2027-03-15")]


def test_of_two_stretches_with_equally_many_people_too_many_the_first_is_told() -> None:
    members = "[a, b, {person: c, until: 2027-02-01}, {person: d, from: 2027-03-01, until: 2027-04-01}]"
    assert said("CH004", SPAN.replace("MEMBERS", members), chapter__max=2, chapter__max_player_coach=9) == [
        ("dev", 3, ALWAYS[0], "2027-01-01")
    ]


def test_people_of_a_chapter_count_for_its_lead_only_while_it_is_led() -> None:
    text = """
        people: [{id: l}, {id: a}, {id: b}, {id: c}]
        tribes: [{id: t, chapters: [
          {id: dev, lead: l, members: [a, b]}, {id: ux, lead: {person: l, from: 2027-01-01, until: 2027-03-01}, members: [c]}]}]
    """
    assert said("CH004", text, chapter__max=2) == [(chapter, 3, "2027-01-01", "2027-03-01") for chapter in ("dev", "ux")]


def test_of_several_leads_who_come_and_go_every_day_around_their_people_is_looked_at() -> None:
    text = """
        people: [{id: l}, {id: m}, {id: a}, {id: b, unit: {unit: it, from: 2027-01-01, until: 2027-03-01}}, {id: c}]
        units: [{id: it, manager: l}]
        tribes: [{id: t, chapters: [{id: dev, lead: [l, m], members: [a, c]}]}]
    """
    assert said("CH004", text, chapter__max=3) == [("dev", 4, "2027-01-01", "2027-03-01")]
    alone = text.replace("[l, m]", "l")
    assert said("CH004", alone, chapter__max=2) == [("dev", 3, "2027-01-01", "2027-03-01")]


def test_of_two_leads_the_one_furthest_beyond_their_own_limit_is_named() -> None:
    text = """
        people: [{id: l}, {id: m}, {id: a}, {id: b}, {id: c}, {id: d}]
        tribes:
          - id: t
            chapters: [{id: dev, lead: LEADS, members: [a, b]}, {id: ux, lead: m, members: [c]}]
            squads: [{id: s, members: [SEAT]}]
    """
    rule = find_rule("CH004")
    limits = asked(rule, chapter__max=2, chapter__max_player_coach=1)
    for leads, seat, named in (
        ("[l, m]", "c", "m"),  # three people of l against four of m
        ("[m, l]", "c", "m"),
        ("[l, m]", "l", "l"),  # both are two beyond their limits, and l stands first
        ("[m, l]", "l", "m"),
    ):
        index = index_of(chart_of(text.replace("LEADS", leads).replace("SEAT", seat)))
        verdict = next(v for v in judge_chart(rule, index, limits) if v.subject == "dev")
        assert isinstance(verdict.answer, Broken)
        assert verdict.answer.evidence[0] == named, (leads, seat)


def test_an_owner_who_is_succeeded_by_a_vacancy_leaves_a_gap_where_a_vacancy_holds_no_seat() -> None:
    text = """
        people: [{id: o}, {id: v, vacancy: true}, {id: a}]
        squads: [{id: s, product_owner: [{person: o, until: 2027-03-01}, {person: v, from: 2027-03-01}], members: [a]}]
    """
    assert said("PO001", text) == []
    assert said("PO001", text, squad__po_vacancy_ok=False) == [("s", None, "2027-03-01", ALWAYS[1])]


def test_a_squad_whose_first_member_is_a_vacancy_wants_an_owner_from_that_day_on() -> None:
    text = """
        people: [{id: o}, {id: v, vacancy: true}, {id: a}]
        squads: [{id: s, product_owner: {person: o, from: 2027-03-01},
          members: [{person: v, from: 2027-01-01, until: 2027-02-01}, {person: a, from: 2027-06-01}]}]
    """
    assert said("PO001", text, squad__po_vacancy_ok=False) == [("s", None, "2027-01-01", "2027-02-01")]


def test_the_bench_begins_when_a_leave_ends_that_the_profile_exempts() -> None:
    text = """
        people: [{id: a, leave: [{from: 2027-03-01, until: 2027-06-01}]}, {id: l}]
        tribes: [{id: t, chapters: [{id: dev, lead: l, members: [a]}], squads: [{id: s, members: [l, {person: a, until: 2027-03-01}]}]}]
    """
    assert said("MB004", text, bench__exempt="leave") == [("a", None, "2027-06-01", ALWAYS[1])]
    assert said("MB004", text, bench__exempt="nobody") == [("a", None, "2027-03-01", ALWAYS[1])]


HANDS = """
    people: [{id: o}, {id: a}, {id: x}, {id: y}]
    tribes:
      - id: t
        chapters: [{id: dev, lead: o, members: [DEV]}, {id: ux, lead: o, members: [UX]}]
        squads: [{id: s, product_owner: o, members: [a]}]
"""


def test_who_owns_a_squad_and_leads_people_elsewhere_holds_both_as_long_as_these_are_in_the_chapter() -> None:
    spring, summer = "{person: x, from: 2027-03-01, until: 2027-06-01}", "{person: y, from: 2027-06-01, until: 2027-09-01}"
    for dev, ux, start, until in (
        (spring, "", "2027-03-01", "2027-06-01"),
        ("", spring, "2027-03-01", "2027-06-01"),
        (spring, summer, "2027-03-01", "2027-09-01"),
        (summer, spring, "2027-03-01", "2027-09-01"),
    ):
        text = HANDS.replace("DEV", dev).replace("UX", ux)
        assert said("PO008", text) == []
        assert said("PO008", text, allow__cl_as_po=False) == [("s", None, start, until)], (dev, ux)
    assert said("PO008", HANDS.replace("DEV", "").replace("UX", ""), allow__cl_as_po=False) == []


SPECIALIST = """
    people: [{id: a}, {id: b}, {id: c}, {id: d}]
    products: [{id: x, kind: product}]
    tribes:
      - id: t
        chapters: [{id: pm, discipline: producten, members: [c, d]}]
        squads: [{id: s, owns: [x], members: [MEMBERS]}]
"""


def test_a_squad_is_without_a_specialist_from_its_first_member_to_its_last() -> None:
    early, late = "{person: a, until: 2027-03-01}", "{person: b, from: 2027-03-01, until: 2027-06-01}"
    for members in (f"{early}, {late}", f"{late}, {early}"):
        assert said("PO010", SPECIALIST.replace("MEMBERS", members)) == [("s", 0, ALWAYS[0], "2027-06-01")]


def test_specialists_who_succeed_each_other_leave_a_gap_only_when_the_last_has_gone() -> None:
    early, late = "{person: c, until: 2027-03-01}", "{person: d, from: 2027-03-01, until: 2027-06-01}"
    for members in (f"a, {early}, {late}", f"{late}, a, {early}"):
        assert said("PO010", SPECIALIST.replace("MEMBERS", members)) == [("s", 0, "2027-06-01", ALWAYS[1])]


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("SQ004", "required_skills: {data: 2}"),
        ("SQ004", "needs: {dev: 1}"),
        ("PO010", "owns: [x]"),
        ("RG002", "owns: [x]"),
        ("AC001", "owns: []"),
        ("SQ002", "owns: []"),
    ],
)
def test_a_squad_that_fills_one_day_and_empties_another_is_judged_in_between(code: str, what: str) -> None:
    seat = "{person: a, from: 2027-03-01, until: 2027-06-01}"
    text = f"""
        people: [{{id: a, skills: {{data: 1}}}}, {{id: b}}]
        products: [{{id: x, kind: product}}]
        tribes: [{{id: t, chapters: [{{id: dev, members: [b]}}, {{id: pm, discipline: producten, members: [b]}}],
          squads: [{{id: s, {what}, members: [{seat}]}}]}}]
    """
    assert [(subject, start, until) for subject, _, start, until in said(code, text)] == [("s", "2027-03-01", "2027-06-01")]


def test_nobody_of_a_chapter_is_missed_in_a_squad_before_the_chapter_begins() -> None:
    text = """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, chapters: [{id: dev, members: [b], from: 2027-03-01, until: 2027-06-01}],
          squads: [{id: s, needs: {dev: 1}, members: [a]}]}]
    """
    assert said("SQ004", text) == [("s", 1, "2027-03-01", "2027-06-01")]


def thin(members: str, **more: Any) -> list[tuple[str, float | None, str, str]]:
    """Return what is said of a squad that wants four full contracts, of people who all tell theirs."""
    owner, others = more.pop("owner", "[]"), more.pop("others", "")
    people = ", ".join(f"{{id: {p}, fte: {more.get(p, 1)}}}" for p in "abcdefg")
    text = f"people: [{people}]\nsquads: [{{id: s, members: [{members}], product_owner: {owner}}}{others}]"
    return [one for one in said("SQ011", text, squad__min_fte=4) if one[0] == "s"]


def test_a_squad_is_thin_from_the_day_on_which_hours_are_too_few_until_there_are_enough() -> None:
    assert thin("a, b, c, {person: d, from: 2027-03-01}") == [("s", 3, ALWAYS[0], "2027-03-01")]
    assert thin("a, b, c, {person: d, until: 2027-03-01}") == [("s", 3, "2027-03-01", ALWAYS[1])]
    came = "{person: a, from: 2027-03-01}, {person: b, from: 2027-03-01}, {person: c, from: 2027-03-01}, {person: d, from: 2027-06-01}"
    assert thin(came) == [("s", 3, "2027-03-01", "2027-06-01")]


def test_who_is_member_and_owner_at_once_counts_once() -> None:
    members = "b, c, {person: a, until: 2027-06-01}, {person: d, until: 2027-03-01}"
    assert thin(members, owner="[{person: a, from: 2027-01-01}]") == [("s", 3, "2027-03-01", ALWAYS[1])]


def test_who_is_in_another_squad_for_a_time_gives_half_for_that_time_only() -> None:
    members = "a, b, c, {person: d, until: 2027-06-01}, {person: e, from: 2027-06-01}"
    others = ", {id: r, members: [{person: a, until: 2027-03-01}, g]}"
    assert thin(members, others=others) == [("s", 3.5, ALWAYS[0], "2027-03-01")]


def test_who_is_ever_in_three_squads_gives_half_to_each_of_two() -> None:
    members = (
        "a, {person: b, until: 2027-06-01}, {person: c, from: 2027-06-01}, {person: d, from: 2027-09-01}, {person: e, from: 2027-09-01}"
    )
    others = (
        ", {id: r, members: [{person: a, from: 2027-03-01, until: 2027-06-01}, g]}, {id: q, members: [{person: a, from: 2028-01-01}, g]}"
    )
    assert thin(members, others=others, c=0.4) == [("s", 1.4, "2027-06-01", "2027-09-01")]


def test_the_hours_of_somebody_of_whom_no_contract_is_told_are_not_the_fewest() -> None:
    text = """
        people: [{id: a}, {id: b, fte: 1}, {id: c, fte: 1}, {id: d, fte: 1}]
        squads: [{id: s, members: [{person: a, until: 2027-03-01}, {person: b, from: 2027-03-01}, {person: c, from: 2027-03-01},
          {person: d, from: 2027-06-01}]}]
    """
    assert said("SQ011", text, squad__min_fte=4) == [("s", 2, "2027-03-01", "2027-06-01")]
    for seat, start, until in (
        ("{person: d, from: 2027-03-01}", ALWAYS[0], "2027-03-01"),
        ("{person: d, until: 2027-03-01}", "2027-03-01", ALWAYS[1]),
    ):
        people = "people: [{id: a}, {id: b}, {id: c}, {id: d, fte: 1}]"
        partly = f"{people}\nsquads: [{{id: s, members: [{{person: a, allocation: 1}}, b, c, {seat}]}}]"
        assert said("SQ011", partly, squad__min_fte=4) == [("s", 3, start, until)]


def test_hours_that_the_line_takes_from_a_day_on_are_missed_from_that_day_on() -> None:
    people = ", ".join(f"{{id: {p}, fte: 1, unit: [{{unit: u, allocation: 0.5, from: 2027-03-01}}]}}" for p in "abcd")
    text = f"people: [{people}]\nunits: [{{id: u}}]\nsquads: [{{id: s, members: [a, b, c, d]}}]"
    assert said("SQ011", text, squad__min_fte=4) == [("s", 2, "2027-03-01", ALWAYS[1])]


def test_a_squad_is_mostly_shared_before_its_own_people_come() -> None:
    own = ", ".join(f"{{person: {p}, from: 2027-03-01}}" for p in "abc")
    people = ", ".join(f"{{id: {p}}}" for p in "abcxyz")
    text = f"people: [{people}]\nsquads: [{{id: s, members: [x, y, {own}]}}, {{id: r, members: [x, y, z, a]}}]"
    assert [one for one in said("SQ012", text, squad__core=0.3) if one[0] == "s"] == [("s", 0, ALWAYS[0], "2027-03-01")]
    assert [one for one in said("SQ012", text.replace(", a]", "]"), squad__core=0.7) if one[0] == "s"] == [
        ("s", 0, ALWAYS[0], "2027-03-01")
    ]


def test_a_team_that_changes_with_its_tribe_lead_is_compared_from_that_day_on() -> None:
    text = """
        people: [{id: a}, {id: b}]
        tribes: [{id: t, lead: [{person: a, until: 2027-03-01}, {person: b, from: 2027-03-01}], management_team: [a]}]
    """
    assert said("TL003", text) == [("t", None, "2027-03-01", ALWAYS[1])]
