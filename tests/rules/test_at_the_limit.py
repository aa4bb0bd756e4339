"""Every number that a rule judges by is noticed: a chart stands exactly at it, or just beyond it, and is judged otherwise when it moves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of
from spotifymodel.rules.judging import judge_chart
from spotifymodel.rules.rule import Broken, Limits, Rule

BRUNEL = load_profile("brunel-2017")
RULES = [rule for rule in all_rules().values() if rule.whole_charts and rule.kind != "waiver"]

#: Numbers that only choose among fixes: where somebody may be brought in, and which coach has room.
FOR_FIXES = {
    **{code: {"squad.max"} for code in ("CL001", "CL002", "MB004", "SQ002", "SQ003")},
    "PO010": {"squad.max", "membership.max"},
    "SQ004": {"squad.max", "membership.max", "tshape.breadth_level"},  # the last only where squads are T-shaped, see below
    "AC001": {"coach.max"},
}


def owner(**said: Any) -> str:
    given = {"seniority": "senior", "agile_years": 3, "skills": "{storytelling: 2, mvp: 2, data: 2}", **said}
    person = ", ".join(f"{field}: {value}" for field, value in given.items())
    return f"people: [{{id: o, {person}}}]\nsquads: [{{id: s, product_owner: o}}]"


def owning(**domains: int) -> str:
    named = [(f"{kind}{k}", kind) for kind, number in domains.items() for k in range(number)]
    products = ", ".join(f"{{id: {name}, complexity: {kind}}}" for name, kind in named)
    return f"people: []\nproducts: [{products}]\nsquads: [{{id: s, owns: [{', '.join(name for name, _ in named)}]}}]"


def sharing(shared: int, of: int) -> str:
    """Return a tribe of so many, of whom so many are in two squads."""
    everybody = [f"p{k}" for k in range(of)]
    people = ", ".join(f"{{id: {p}}}" for p in everybody)
    squads = f"{{id: s, members: [{', '.join(everybody)}]}}, {{id: r, members: [{', '.join(everybody[:shared])}]}}"
    return f"people: [{people}]\ntribes: [{{id: t, squads: [{squads}]}}]"


def core(own: int, shared: int) -> str:
    """Return a squad of people of its own and of others, each of whom is in another squad as well, where more are not."""
    mine, theirs, rest = ([f"{kind}{k}" for k in range(number)] for kind, number in (("m", own), ("t", shared), ("r", 9)))
    people = ", ".join(f"{{id: {p}}}" for p in (*mine, *theirs, *rest))
    return (
        f"people: [{people}]\nsquads: [{{id: s, members: [{', '.join(mine + theirs)}]}}, {{id: r, members: [{', '.join(theirs + rest)}]}}]"
    )


def crowd(coaches: str) -> str:
    heads = [f"p{k}" for k in range(150)]
    people = ", ".join(f"{{id: {p}}}" for p in (*heads, "c"))
    return f"people: [{people}]\ntribes: [{{id: t, support: [{', '.join(heads)}], agile_coaches: {coaches}}}]"


def asking(**more: Any) -> str:
    skills = ", ".join(f"{skill}: {level}" for skill, level in more.items())
    both = f"{{id: a, skills: {{{skills}}}}}, {{id: b, skills: {{{skills}}}}}"
    return f"people: [{both}]\ntribes: [{{id: t, critical_skills: [cobol], support: [a, b]}}]"


def declared(**levels: int) -> str:
    skills, known = ", ".join(f"{s}: {level}" for s, level in levels.items()), ", ".join(f"{{id: {s}}}" for s in levels)
    return f"people: [{{id: a, skills: {{{skills}}}}}]\nskills: [{known}]\nsquads: [{{id: s, members: [a]}}]"


#: Charts that are fine, each beside one that is one step further and broken, where the examples of the rule leave a step open.
FINE: dict[str, list[tuple[str, str]]] = {
    "DP003": [
        (owning(complex=1), owning(complex=2)),
        (owning(complicated=1), owning(complicated=2)),
        (owning(simple=3), owning(simple=4)),
    ],
    "MB007": [(sharing(3, of=20), sharing(4, of=20)), (sharing(15, of=100), sharing(16, of=100))],
    "MB009": [
        (
            "people: [{id: a, skills: {data: 3, java: 1, sql: 1}}]\nsquads: [{id: s, members: [a]}]",
            "people: [{id: a, skills: {data: 3, java: 1, sql: 0}}]\nsquads: [{id: s, members: [a]}]",
        ),
        (declared(data=3, java=1, sql=1), declared(data=3, java=1, sql=0)),
    ],
    "PO007": [
        (owner(agile_years=2), owner(agile_years=1.9)),
        (
            owner(skills="{storytelling: 2, mvp: 2, data: 2, stakeholders: 1, klantreis: 1}"),
            owner(skills="{storytelling: 2, mvp: 2, data: 1, stakeholders: 1, klantreis: 1}"),
        ),
        (owner(role_load="{chapter_lead: 0.5}"), owner(role_load="{chapter_lead: 0.51}")),
    ],
    "SK001": [(asking(cobol=2), asking(cobol=1))],
    "SQ012": [(core(2, shared=2), core(9, shared=10))],
    "TR001": [(crowd("{person: c, allocation: 0.49}"), crowd("{person: c, allocation: 0.5}"))],
}


def broken(rule: Rule, text: str, limits: Limits) -> list[str]:
    verdicts = judge_chart(rule, index_of(chart_of(text)), limits)
    return [verdict.subject for verdict in verdicts if isinstance(verdict.answer, Broken)]


@pytest.mark.parametrize("code", sorted(FINE))
def test_what_stands_at_the_limit_is_fine_and_one_step_further_is_not(code: str) -> None:
    rule = all_rules()[code]
    limits = limits_of(rule, BRUNEL)
    for fine, beyond in FINE[code]:
        assert broken(rule, fine, limits) == [], fine
        assert broken(rule, beyond, limits) != [], beyond


def moved(value: Any) -> Iterator[Any]:
    """One up and one down; of a share a tenth of it."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        step = 1 if isinstance(value, int) or value > 1 else value / 10
        yield from (value - step, value + step)


def numbers() -> Iterator[Any]:
    for rule in RULES:
        for name, value in limits_of(rule, BRUNEL).items():
            if name not in FOR_FIXES.get(rule.code, ()):
                for other in moved(value):
                    yield pytest.param(rule, name, other, id=f"{rule.code}-{name}-{other:g}")


@pytest.mark.parametrize(("rule", "name", "other"), list(numbers()))
def test_a_number_that_moves_is_noticed(rule: Rule, name: str, other: Any) -> None:
    limits = limits_of(rule, BRUNEL)
    texts = [*rule.good, *rule.bad, *(text for pair in FINE.get(rule.code, ()) for text in pair)]
    assert any(broken(rule, text, limits) != broken(rule, text, Limits({**limits, name: other})) for text in texts)


def test_where_people_step_in_the_level_of_stepping_in_covers_what_a_squad_requires() -> None:
    text = "people: [{id: a, skills: {data: LEVEL}}]\nsquads: [{id: s, members: [a], required_skills: {data: 3}}]"
    rule = all_rules()["SQ004"]
    limits = limits_of(rule, BRUNEL)
    assert broken(rule, text.replace("LEVEL", "2"), limits) == ["s"]
    for steps_in in (1, 2):
        shaped = Limits({**limits, "coverage.mode": "t-shaped", "tshape.breadth_level": steps_in})
        found = [broken(rule, text.replace("LEVEL", str(level)), shaped) for level in range(4)]
        assert found == [["s"] if level < steps_in else [] for level in range(4)]


def test_seats_bind_as_the_profile_reads_them() -> None:
    squads = ", ".join([*(f"{{id: m{k}, members: [a]}}" for k in range(2)), *(f"{{id: o{k}, product_owner: a}}" for k in range(3))])
    index = index_of(chart_of(f"people: [{{id: a}}]\nsquads: [{squads}]"))
    rule = all_rules()["MB001"]
    for binds, seats in (("members_and_owners", 5), ("members", 2), ("owners", 3)):
        limits = Limits({**limits_of(rule, BRUNEL), "membership.max": 1, "membership.binds": binds})
        (verdict,) = judge_chart(rule, index, limits)
        assert isinstance(verdict.answer, Broken)
        assert verdict.answer.measured == seats
