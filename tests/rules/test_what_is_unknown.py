"""Where a chart does not tell enough, a rule names the fields that would have to be filled in, and for whom."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules, find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Missing

BRUNEL = load_profile("brunel-2017")

#: Rule, chart, and subject → fields.
UNTOLD: list[tuple[str, str, dict[str, tuple[str, ...]]]] = [
    (
        "CH006",
        "people: [{id: a, skills: {data: 2}}, {id: b}]\nchapters: [{id: c, discipline: data, members: [a, b]}]",
        {"b": ("person.skills",)},
    ),
    (
        "CH006",
        "people: [{id: a, skills: {data: 2}}, {id: b}]\nchapters: [{id: c, discipline: data, members: [b]}, {id: d, members: [a]}]",
        {"a": ("chapter.discipline",), "b": ("person.skills",)},
    ),
    ("MB009", "people: [{id: a}, {id: b}, {id: v, vacancy: true}]\nsquads: [{id: s, members: [a, v]}]", {"a": ("person.skills",)}),
    ("HY002", "people: []\nsquads: [{id: s, mandate: soft}]", {"s": ("squad.decision_rights",)}),
    ("DP001", "people: []\nsquads: [{id: s}, {id: r}]\ndependencies: [{from: s, to: r}]", {"s": ("dependency.severity",)}),
    (
        "DP002",
        "people: []\ntribes: [{id: t, squads: [{id: s}]}, {id: u, squads: [{id: r}]}]\ndependencies: [{from: s, to: r}]",
        {"s": ("dependency.severity",)},
    ),
    ("DP003", "people: []\nproducts: [{id: x}, {id: y}]\nsquads: [{id: s, owns: [x, y]}]", {"s": ("product.complexity",)}),
    (
        "PO010",
        "people: [{id: a}]\nproducts: [{id: x, kind: product}]\nsquads: [{id: s, owns: [x], members: [a]}]",
        {"s": ("chapter.discipline",)},
    ),
    (
        "PO010",
        "people: [{id: a}]\nproducts: [{id: x}]\nchapters: [{id: c, discipline: producten}]\nsquads: [{id: s, owns: [x], members: [a]}]",
        {"s": ("product.kind",)},
    ),
    ("PO006", "people: [{id: a}]\nsquads: [{id: s, product_owner: a}]", {"s": ("squad.mandate",)}),
    ("TR004", "people: []\ntribes: [{id: t, squads: [{id: s, kind: run}, {id: r}]}]", {"t": ("squad.kind",)}),
    ("SQ004", "people: [{id: a}]\nsquads: [{id: s, members: [a], required_skills: {data: 2}}]", {"s": ("person.skills",)}),
    ("SQ011", "people: [{id: a}]\nsquads: [{id: s, members: [a]}]", {"s": ("person.fte", "squad.members.allocation")}),
    ("SQ003", "people: [{id: a}]\nsquads: [{id: s, members: [a]}]", {"s": ("chapter.members",)}),
    ("SQ010", "people: [{id: a}, {id: b}]\nsquads: [{id: s, members: [a, b]}]", {"s": ("person.from_unit",)}),
    ("SK001", "people: [{id: a}]\ntribes: [{id: t, critical_skills: [data], lead: a}]", {"t": ("person.skills",)}),
    (
        "PO007",
        "people: [{id: a}]\nsquads: [{id: s, product_owner: a}]",
        {"s": ("person.seniority", "person.agile_years", "person.skills")},
    ),
]


@pytest.mark.parametrize(("code", "text", "untold"), UNTOLD, ids=[f"{code}-{k}" for k, (code, _, _) in enumerate(UNTOLD)])
def test_what_is_not_told_is_named(code: str, text: str, untold: dict[str, tuple[str, ...]]) -> None:
    rule = find_rule(code)
    verdicts = list(judge_chart(rule, index_of(chart_of(text)), limits_of(rule, BRUNEL)))
    assert {v.subject: v.answer.fields for v in verdicts if isinstance(v.answer, Missing)} == untold
    assert len(verdicts) == len(untold)


ONE_OF_EACH = """
    people: [{id: a}]
    units: [{id: u}]
    products: [{id: x}]
    projects: [{id: p}]
    tribes: [{id: t, chapters: [{id: c}], squads: [{id: s, members: [SEAT], product_owner: [SEAT]}, {id: r}]}]
    dependencies: [{from: s, to: r}]
    gates: [{kind: works_council}]
"""


def test_the_fields_that_rules_need_are_fields_of_records() -> None:
    index = index_of(chart_of(ONE_OF_EACH.replace("SEAT", "{person: a, until: 2027-01-01}")))
    for rule in all_rules().values():
        for field in (field for need in rule.needs for field in need.split("|")):
            assert index.carries(field) is (field in {"chapter.id", "gate.kind"}), rule.code


@pytest.mark.parametrize(
    ("members", "said", "gezegd"),
    [
        ("[a, b]", "The people of squad s (2) all come from c", "De mensen van squad s (2) komen allemaal uit c"),
        (
            "[a, b, x]",
            "The people of squad s (2 of 3; the others are in no chapter) all come from c",
            "De mensen van squad s (2 van de 3; de anderen zitten in geen chapter) komen allemaal uit c",
        ),
    ],
)
def test_people_without_a_chapter_are_not_said_to_come_from_one(members: str, said: str, gezegd: str) -> None:
    text = f"""
        people: [{{id: a}}, {{id: b}}, {{id: x}}]
        tribes: [{{id: t, chapters: [{{id: c, members: [a, b]}}], squads: [{{id: s, members: {members}}}]}}]
        """
    org = chart_of(text)
    assert sm.check(org, select="SQ003").findings[0].message.startswith(said)
    assert sm.check(org, select="SQ003", language="nl").findings[0].message.startswith(gezegd)


@pytest.mark.parametrize(
    ("members", "said", "gezegd"),
    [
        ("[a]", "In squad s, the only person also works in another squad (a)", "In squad s werkt de enige ook in een andere squad (a)"),
        ("[a, b]", "In squad s, 2 of 2 people also work in another squad", "In squad s werken 2 van 2 mensen ook in een andere squad"),
    ],
)
def test_one_person_works_and_more_people_work(members: str, said: str, gezegd: str) -> None:
    org = chart_of(
        f"people: [{{id: a}}, {{id: b}}]\ntribes: [{{id: t, squads: [{{id: s, members: {members}}}, {{id: r, members: [a, b]}}]}}]"
    )
    for language, words in (("en", said), ("nl", gezegd)):
        assert any(f.message.startswith(words) for f in sm.check(org, select="SQ012", language=language))
