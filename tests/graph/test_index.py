"""What the index says of a chart as a whole: subjects, fields that are carried, dates, names, and who stands nowhere in live mode."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.index import Index, index_of, inverse
from spotifymodel.graph.relation import BEGIN, END


def index(text: str, mode: Any = None) -> Index:
    return index_of(org_from_tree({"format": "spotifymodel/1", "people": [], **yaml.safe_load(text)}), mode)


CHART = """
people: [{id: zoe, second_line: true, skills: {sql: 2}}, {id: ben}, {id: amy, second_line: true}, {id: lea}]
units: [{id: risk, manager: lea}, {id: desk}]
products: [{id: loan}, {id: app}]
projects: [{id: move}, {id: exit}]
guilds: [{id: tea}, {id: chess}]
skills: [{id: sql}, {id: java}]
tribes:
  - id: south
    squads: [{id: s2, members: [zoe, ben], owns: [LOAN, app, loan]}, {id: s1, product_owner: zoe, members: [amy]}]
    chapters: [{id: c2, members: [amy]}]
  - {id: north, lead: lea, squads: [{id: s0, owns: [app]}]}
  - {id: east}
squads: [{id: alone, agile_coaches: lea}]
chapters: [{id: c1, lead: lea, members: [ben]}]
"""


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("person", ["zoe", "ben", "amy", "lea"]),
        ("unit", ["risk", "desk"]),
        ("product", ["loan", "app"]),
        ("project", ["move", "exit"]),
        ("guild", ["tea", "chess"]),
        ("tribe", ["south", "north", "east"]),
        ("squad", ["s2", "s1", "s0", "alone"]),
        ("chapter", ["c2", "c1"]),
        ("organisation", ["organisation"]),
    ],
)
def test_the_subjects_of_a_kind_come_in_the_order_of_the_chart(kind: str, ids: list[str]) -> None:
    assert list(index(CHART).subjects(kind)) == ids


def test_holders_of_people_and_of_teams_come_in_the_order_of_the_chart() -> None:
    found = index(CHART)
    assert found.second_line == ("zoe", "amy")
    assert found.squads_in == {"south": ("s2", "s1"), "north": ("s0",), "east": ()}
    assert found.chapters_in == {"south": ("c2",), "north": (), "east": ()}
    assert found.tribe_of == {"s2": "south", "s1": "south", "s0": "north", "alone": None}
    assert found.chapter_tribe == {"c2": "south", "c1": None}
    assert found.squads_of == {"zoe": ("s2", "s1"), "ben": ("s2",), "amy": ("s1",)}
    assert dict(found.squad_counts) == {"zoe": 2, "ben": 1, "amy": 1}
    assert found.owned_by == {"zoe": ("s1",)}
    assert found.chapters_of == {"amy": ("c2",), "ben": ("c1",), "lea": ("c1",)}
    assert found.chapters_led == {"lea": ("c1",)}
    assert found.tribes_led == {"lea": ("north",)}
    assert found.squads_coached == {"lea": ("alone",)}
    assert found.tribes_coached == {}
    assert found.unit_managers.people == {"risk": ("lea",)}
    assert list(found.skills) == ["sql", "java"]


def test_somebody_sits_in_a_squad_as_member_and_as_owner_each_over_its_own_time() -> None:
    seats = "members: [{person: a, until: 2027-01-01}, b], product_owner: {person: a, from: 2027-03-01}"
    found = index(f"{{people: [{{id: a}}, {{id: b}}, {{id: c}}], squads: [{{id: s, {seats}}}, {{id: r, product_owner: a}}, {{id: q}}]}}")
    twice, always = ((BEGIN, dt.date(2027, 1, 1)), (dt.date(2027, 3, 1), END)), ((BEGIN, END),)
    attendance = found.attendance
    assert [attendance.stays(squad) for squad in "srq"] == [{"a": twice, "b": always}, {"a": always}, {}]
    assert [attendance.seats_of(person) for person in "abc"] == [[*twice, *always], [*always], []]


def test_a_product_is_owned_once_by_each_squad_however_it_is_spelled() -> None:
    assert index(CHART).owning_squads == {"loan": ("s2",), "app": ("s2", "s0")}


def test_a_product_is_named_as_it_is_declared() -> None:
    assert index("{products: [{id: App}], squads: [{id: s, owns: [app]}]}").owning_squads == {"App": ("s",)}


@pytest.mark.parametrize(
    "kind", ["person:ZOE", "tribe:SOUTH", "squad:S2", "chapter:C2", "unit:RISK", "product:LOAN", "project:MOVE", "guild:TEA", "skill:SQL"]
)
def test_a_reference_is_resolved_among_the_names_of_its_kind(kind: str) -> None:
    name, _, reference = kind.partition(":")
    names = index(CHART).names[name]
    assert names.resolve(reference) == reference.lower()
    assert names.resolve(kind) == reference.lower()
    assert names.resolve("nowhere") is None


CARRIED = [
    ("squad.mission", "{squads: [{id: a}, {id: s, mission: grow}]}", "{squads: [{id: s, mission: ''}]}"),
    ("squad.owns", "{products: [{id: p}], squads: [{id: s, owns: [p]}]}", "{squads: [{id: s, owns: []}]}"),
    ("squad.needs", "{chapters: [{id: c}], squads: [{id: s, needs: {c: 1}}]}", "{squads: [{id: s, needs: {}}]}"),
    ("squad.mission", "{tribes: [{id: t, squads: [{id: s, mission: grow}]}]}", "{tribes: [{id: t, purpose: grow, squads: [{id: s}]}]}"),
    ("tribe.purpose", "{tribes: [{id: t, purpose: homes}]}", "{tribes: [{id: t}], squads: [{id: s, mission: homes}]}"),
    ("tribe.mixed_on_purpose", "{tribes: [{id: t, mixed_on_purpose: true}]}", "{tribes: [{id: t, mixed_on_purpose: false}]}"),
    ("person.fte", "{people: [{id: a}, {id: b, fte: 0.5}]}", "{people: [{id: a}, {id: b}]}"),
    ("person.agile_years", "{people: [{id: a, agile_years: 0}]}", "{people: [{id: a}]}"),
    ("chapter.id", "{chapters: [{id: c}]}", "{squads: [{id: s}]}"),
    ("dependency.severity", "{squads: [{id: a}, {id: b}], dependencies: [{from: a, to: b, severity: blocking}]}", "{squads: [{id: a}]}"),
    ("dependency.what", "{squads: [{id: a}, {id: b}], dependencies: [{from: a, to: b, what: data}]}",
     "{squads: [{id: a}, {id: b}], dependencies: [{from: a, to: b}]}"),
    ("gate.kind", "{gates: [{kind: works_council}]}", "{people: [{id: a}]}"),
    ("squad.members.allocation", "{people: [{id: a}, {id: b}], squads: [{id: s, members: [a, {person: b, allocation: 0.5}]}]}",
     "{people: [{id: a}, {id: b}], squads: [{id: s, members: [a, {person: b, from: 2027-01-01}]}]}"),
    ("person.unit.start", "{people: [{id: a, unit: {unit: u, from: 2027-01-01}}], units: [{id: u}]}",
     "{people: [{id: a, unit: u}, {id: b}], units: [{id: u}]}"),
    ("person.unit.start", "{people: [{id: a, unit: [u, {unit: u, from: 2027-01-01}]}], units: [{id: u}]}",
     "{people: [{id: a, unit: [u, {unit: v, until: 2027-01-01}]}], units: [{id: u}, {id: v}]}"),
    ("squad.product_owner.allocation", "{people: [{id: a}], squads: [{id: s, product_owner: {person: a, allocation: 0.5}}]}",
     "{people: [{id: a}], squads: [{id: s, product_owner: a, members: [{person: a, allocation: 0.5}]}]}"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "carrying", "bare"), CARRIED, ids=[f"{f}-{k}" for k, (f, _, _) in enumerate(CARRIED)])
def test_a_field_is_carried_where_any_record_says_something_in_it(field: str, carrying: str, bare: str) -> None:
    with_it, without = index(carrying), index(bare)
    assert with_it.carries(field) is True
    assert without.carries(field) is False
    assert (with_it.carries(field), without.carries(field)) == (True, False), "the answer that is remembered is the same"


PEOPLE = "people: [{id: a}, {id: b, unit: u, reports_to: a}]"
PLAIN = f"{{{PEOPLE}, units: [{{id: u, manager: a}}], tribes: [{{id: t, squads: [{{id: s, members: [a, b]}}], management_team: [a]}}]}}"
ONE_DATE = [
    "{squads: [{id: s, from: 2027-01-01}]}",
    "{squads: [{id: s, until: 2027-01-01}]}",
    "{chapters: [{id: c, from: 2027-01-01}]}",
    "{people: [{id: a}], squads: [{id: s, members: [{person: a, from: 2027-01-01}]}]}",
    "{people: [{id: a}], squads: [{id: s, product_owner: {person: a, until: 2027-01-01}}]}",
    "{people: [{id: a}], squads: [{id: s, agile_coaches: {person: a, until: 2027-01-01}}]}",
    "{people: [{id: a}], squads: [{id: s, steered_by: {person: a, until: 2027-01-01}}]}",
    "{people: [{id: a}], squads: [{id: s, compliance: {person: a, until: 2027-01-01}}]}",
    "{people: [{id: a}], chapters: [{id: c, lead: {person: a, from: 2027-01-01}}]}",
    "{people: [{id: a}], tribes: [{id: t, lead: {person: a, from: 2027-01-01}}]}",
    "{people: [{id: a}], tribes: [{id: t, agile_coaches: {person: a, from: 2027-01-01}}]}",
    "{people: [{id: a}], tribes: [{id: t, support: [{person: a, from: 2027-01-01}]}]}",
    "{people: [{id: a}], tribes: [{id: t, management_team: [{person: a, from: 2027-01-01}]}]}",
    "{people: [{id: a}], tribes: [{id: t, management_team: [{person: a, until: 2027-01-01}]}]}",
    "{people: [{id: a}], units: [{id: u, manager: {person: a, until: 2027-01-01}}]}",
    "{people: [{id: a}], units: [{id: v, manager: a}, {id: u, manager: {person: a, from: 2027-01-01}}]}",
    "{people: [{id: a, unit: {unit: u, from: 2027-01-01}}], units: [{id: u}]}",
    "{people: [{id: b}, {id: a, reports_to: {person: b, from: 2027-01-01}}]}",
    "{people: [{id: a, leave: [{from: 2027-01-01}]}]}",
    "{people: [{id: b}, {id: a, leave: [{until: 2027-01-01}]}]}",
    "{people: [{id: a}], products: [{id: p, review_owner: {person: a, from: 2027-01-01}}]}",
    "{people: [{id: a}], projects: [{id: p, manager: {person: a, from: 2027-01-01}}]}",
    "{projects: [{id: p, from: 2027-01-01}]}",
    "{projects: [{id: q}, {id: p, until: 2027-01-01}]}",
]


@pytest.mark.parametrize("text", ONE_DATE)
def test_a_chart_is_dated_wherever_its_one_date_stands(text: str) -> None:
    assert index(text).dated is True


@pytest.mark.parametrize("text", [CHART, PLAIN, "{people: [{id: a}]}", "{people: [{id: a}], units: [{id: u, manager: {person: a}}]}"])
def test_a_chart_without_any_date_is_not_dated(text: str) -> None:
    assert index(text).dated is False


VACANT = """
people: [{id: v, vacancy: true, second_line: true}, {id: a}, {id: w, vacancy: true}]
tribes:
  - id: t
    lead: [v, a]
    squads:
      - {id: plain, members: [v, a], product_owner: w}
      - {id: shared, members: [{person: v, allocation: 0.5}, {person: a, allocation: 0.4}]}
      - {id: dated, members: [{person: v, from: 2027-01-01}, {person: a, until: 2027-01-01}]}
      - {id: whole, members: [a]}
"""


def test_a_vacancy_stands_nowhere_in_live_mode() -> None:
    found = index(VACANT, "live")
    assert list(found.people) == ["a"]
    assert found.tribe_leads.people == {"t": ("a",)}
    assert found.members.people == {"plain": ("a",), "shared": ("a",), "dated": ("a",), "whole": ("a",)}
    assert found.owners.people == {"plain": ()}
    assert found.members.shares == {"shared": {"a": 0.4}}
    assert found.members.spans == {"dated": {"a": ((BEGIN, dt.date(2027, 1, 1), None),)}}
    assert found.squad_people == {"plain": ("a",), "shared": ("a",), "dated": ("a",), "whole": ("a",)}
    assert found.second_line == ()


def test_a_vacancy_stands_where_it_is_put_in_design_mode() -> None:
    found = index(VACANT, "design")
    assert list(found.people) == ["v", "a", "w"]
    assert found.squad_people == {"plain": ("v", "a", "w"), "shared": ("v", "a"), "dated": ("v", "a"), "whole": ("a",)}
    assert found.members.shares == {"shared": {"v": 0.5, "a": 0.4}}
    assert found.members.spans["dated"]["v"] == ((dt.date(2027, 1, 1), END, None),)


def test_a_chart_keeps_one_index_for_each_mode() -> None:
    org = org_from_tree({"format": "spotifymodel/1", "mode": "live", "people": [{"id": "a"}]})
    assert index_of(org) is index_of(org) is index_of(org, "live")
    assert index_of(org, "design") is index_of(org, "design") is not index_of(org)
    assert (index_of(org).mode, index_of(org, "design").mode) == ("live", "design")
    assert index_of(org).chart is org


@given(st.dictionaries(st.sampled_from("stuvw"), st.lists(st.sampled_from("abcd"), unique=True).map(tuple)))
def test_turning_a_table_around_keeps_every_pair_and_the_order_of_holders(table: dict[str, tuple[str, ...]]) -> None:
    turned = inverse(table)
    assert {(h, p) for h, people in table.items() for p in people} == {(h, p) for p, holders in turned.items() for h in holders}
    for holders in turned.values():
        assert list(holders) == [h for h in table if h in holders]
