"""What a finding says where the examples of its rule leave something open; and nothing is gathered that it does not say."""

from __future__ import annotations

import inspect
import string
from pathlib import Path
from typing import Any

import pytest

from spotifymodel.checking.wording import labels_of, message_of
from spotifymodel.graph.index import index_of
from spotifymodel.rules.catalogue import find_rule
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken, Rule

from .asking import ABOUT_CHARTS, asked


def messages(code: str, text: str, **limits: Any) -> list[str]:
    """Return what is said of every broken subject, in English."""
    rule, index = find_rule(code), index_of(chart_of(text))
    return [message_of(v, "en", labels_of(index)) for v in judge_chart(rule, index, asked(rule, **limits)) if isinstance(v.answer, Broken)]


#: Rule, chart, limits, and what is said.
SAID: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (
        "HY001",
        "people: [{id: m}]\nproducts: [{id: x}]\nsquads: [{id: s, owns: [x]}]\n"
        "projects: [{id: p, name: Migration, product: x}, {id: q, product: x, manager: m}]",
        {},
        ["x is changed by project Migration, q (project manager m) and by squad s at once"],
    ),
    (
        "PO006",
        "people: [{id: o}, {id: m}]\n"
        "squads: [{id: s, product_owner: o, mandate: none, decision_rights: {budget: squad:s, scope: o, priority: m}}]",
        {},
        ["The product owner of s lacks an end-to-end mandate (declared: none); decisions still sit with m"],
    ),
    (
        "SQ004",
        "people: [{id: a, skills: {data: 1}}, {id: b}]\nsquads: [{id: s, members: [a, b], required_skills: {data: 2}}]",
        {},
        ["Squad s needs data at level 2 (best inside: 1); the chart tells no skills of 1 inside"],
    ),
    (
        "SQ008",
        "people: []\nunits: [{id: it, name: IT, owns: [x]}]\nproducts: [{id: x}]\ntribes: [{id: t, scope: [x], squads: [{id: s}]}]",
        {},
        ["x is in the scope of tribe t but no squad owns it: customer responsibility is not assigned; unit IT still owns it"],
    ),
    (
        "SQ011",
        "people: [{id: a, fte: 1}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["Squad s has 1 head but only 1 FTE; at least 4 is advised"],
    ),
    (
        "SQ011",
        "people: [{id: a, fte: 1}, {id: b}]\nsquads: [{id: s, members: [a, b]}]",
        {},
        ["Squad s has 2 heads but only 2 FTE; at least 4 is advised"],
    ),
    (
        "MB009",
        "people: [{id: a, skills: {x: 3, y: 1}}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["a is I-shaped: deep, but can step in on 1 other skill (2 asked); people in a squad are T-shaped"],
    ),
    (
        "MB009",
        "people: [{id: a, skills: {x: 3}}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["a is I-shaped: deep, but can step in on 0 other skills (2 asked); people in a squad are T-shaped"],
    ),
    (
        "MB009",
        "people: [{id: a, skills: {x: 0}}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["a is neither deep nor broad; people in a squad are T-shaped"],
    ),
    (
        "MB009",
        "people: [{id: a, skills: {x: 2, y: 2, z: 2}}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["a is broad, but deep in nothing; people in a squad are T-shaped"],
    ),
    (
        "MB005",
        "people: [{id: a, role_load: {coach: 0.7, lead: 0.5}}]\nsquads: [{id: s, members: [a]}]",
        {},
        ["a is allocated 120% of contract hours (squads: –)"],
    ),
    (
        "MB007",
        "people: [{id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}]\n"
        "tribes: [{id: t, squads: [{id: s, members: [a, b, c, d, e, f]}, {id: r, members: [a]}]}]",
        {"tribe__shared_share": 0.1234},
        ["16.7% of tribe t works in two squads (1 of 6 people); more than 12.3% is hard to keep up"],
    ),
]


@pytest.mark.parametrize(("code", "text", "limits", "said"), SAID, ids=[f"{code}-{k}" for k, (code, *_) in enumerate(SAID)])
def test_a_message_names_what_is_told_and_rounds_what_is_counted(code: str, text: str, limits: dict[str, Any], said: list[str]) -> None:
    assert messages(code, text, **limits) == said


@pytest.mark.parametrize("rule", ABOUT_CHARTS, ids=lambda rule: rule.code)
def test_whatever_a_rule_gathers_is_said_or_used_to_mend(rule: Rule) -> None:
    fields = {field for _, field, _, _ in string.Formatter().parse(rule.message.en) if field}
    source = Path(inspect.getfile(rule.judge)).read_text(encoding="utf-8")
    for text in rule.bad:
        for verdict in judge_chart(rule, index_of(chart_of(text)), asked(rule)):
            if isinstance(verdict.answer, Broken):
                assert {fact for fact in verdict.answer.facts if f'broken.facts["{fact}"]' not in source} <= fields
