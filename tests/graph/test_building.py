"""Building the index: where people stand, over which part of the holder's life, and what is refused at which place."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import yaml

from spotifymodel.errors import InputRefusedError
from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.relation import BEGIN, END

FIRST, LAST = dt.date(2027, 1, 1), dt.date(2027, 7, 1)


def index(text: str) -> Index:
    return index_of(org_from_tree({"format": "spotifymodel/1", "people": [], **yaml.safe_load(text)}))


def troubles(text: str) -> list[Any]:
    with pytest.raises(InputRefusedError) as refused:
        index(text)
    return list(refused.value.troubles)


def places(text: str) -> list[tuple[str, str]]:
    return [(one.place.path, one.kind) for one in troubles(text)]


#: Where a field of holders may stand, and the relation that it becomes.
RELATIONS = {
    ("squads", "members"): "members",
    ("squads", "product_owner"): "owners",
    ("squads", "agile_coaches"): "coaches",
    ("squads", "steered_by"): "steerers",
    ("squads", "compliance"): "advisers",
    ("chapters", "members"): "chapter_people",
    ("chapters", "lead"): "chapter_leads",
}
FIELDS = list(RELATIONS)


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_somebody_undeclared_is_refused_at_their_place_in_or_outside_a_tribe(kind: str, field: str) -> None:
    record = f"{{id: x}}, {{id: y, {field}: [a, nobody]}}"
    assert places(f"{{people: [{{id: a}}], {kind}: [{record}]}}") == [(f"$.{kind}[1].{field}[1]", "dangling-reference")]
    inside = f"{{people: [{{id: a}}], tribes: [{{id: t}}, {{id: u, {kind}: [{record}]}}]}}"
    assert places(inside) == [(f"$.tribes[1].{kind}[1].{field}[1]", "dangling-reference")]


@pytest.mark.parametrize("field", ["lead", "support", "agile_coaches"])
def test_somebody_undeclared_in_a_tribe_is_refused_at_their_place(field: str) -> None:
    text = f"{{people: [{{id: a}}], tribes: [{{id: t}}, {{id: u, {field}: [a, {{person: nobody}}]}}]}}"
    assert places(text) == [(f"$.tribes[1].{field}[1].person", "dangling-reference")]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_edges_are_clipped_to_the_life_of_what_they_hang_on(kind: str, field: str) -> None:
    late, early = "{person: b, from: 2027-03-01, until: 2028-01-01}", "{person: c, from: 2026-01-01}"
    seats = f"{field}: [a, {late}, {early}, {{person: d, until: 2026-06-01}}]"
    text = f"{{people: [{{id: a}}, {{id: b}}, {{id: c}}, {{id: d}}], {kind}: [{{id: x, from: 2027-01-01, until: 2027-07-01, {seats}}}]}}"
    found = getattr(index(text), RELATIONS[kind, field])
    whole = ((FIRST, LAST, None),)
    assert found.people == {"x": ("a", "b", "c")}
    assert found.spans == {"x": {"a": whole, "b": ((dt.date(2027, 3, 1), LAST, None),), "c": whole}}
    assert found.shares == {}
    life = {"x": (FIRST, LAST)}
    assert (index(text).life, index(text).chapter_life) == ((life, {}) if kind == "squads" else ({}, life))


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_an_interval_that_ends_before_it_begins_is_refused_at_its_place(kind: str, field: str) -> None:
    text = f"{{people: [{{id: a}}], {kind}: [{{id: x, {field}: [{{person: a, from: 2027-07-01, until: 2027-01-01}}]}}]}}"
    assert places(text) == [(f"$.{kind}[0].{field}[0].until", "interval")]
    text = f"{{{kind}: [{{id: w}}, {{id: x, from: 2027-07-01, until: 2027-01-01}}]}}"
    assert places(text) == [(f"$.{kind}[1].until", "interval")]


def test_a_lead_is_a_member_of_the_chapter_once_and_over_the_time_of_leading() -> None:
    plain = index("{people: [{id: a}, {id: l}, {id: m}], chapters: [{id: c, members: [a, l], lead: [m, l]}, {id: d, lead: m}, {id: e}]}")
    assert plain.chapter_people.people == {"c": ("a", "l", "m"), "d": ("m",)}
    assert plain.chapter_leads.people == {"c": ("m", "l"), "d": ("m",)}
    assert plain.chapter_people.spans == {}
    ended = index("{people: [{id: a}, {id: l}], chapters: [{id: c, until: 2027-01-01, members: [a], lead: l}]}")
    assert ended.chapter_people.spans == {"c": {"a": ((BEGIN, FIRST, None),), "l": ((BEGIN, FIRST, None),)}}
    dated = index("{people: [{id: a}, {id: l}], chapters: [{id: c, members: [a], lead: {person: l, until: 2027-01-01}}]}")
    assert dated.chapter_people.spans == {"c": {"a": ((BEGIN, END, None),), "l": ((BEGIN, FIRST, None),)}}
    dated = index("{people: [{id: a}, {id: l}], chapters: [{id: c, members: [{person: a, from: 2027-01-01}], lead: l}]}")
    assert dated.chapter_people.spans == {"c": {"a": ((FIRST, END, None),), "l": ((BEGIN, END, None),)}}


def test_a_coach_named_twice_gives_what_is_declared_or_everything() -> None:
    text = "{people: [{id: a}, {id: b}], KIND: [{id: x, agile_coaches: [{person: a, allocation: 0.4}, a, {person: b, allocation: 0.4}]}]}"
    assert index(text.replace("KIND", "squads")).coaches.shares == {"x": {"a": 1.0, "b": 0.4}}
    assert index(text.replace("KIND", "tribes")).tribe_coaches.shares == {"x": {"a": 1.0, "b": 0.4}}
    member = text.replace("KIND", "squads").replace("agile_coaches", "members")
    assert index(member).members.shares == {"x": {"a": 0.4, "b": 0.4}}, "of a member who is named twice the declared share speaks"


def test_the_people_of_a_squad_are_its_members_and_then_its_owners_each_once() -> None:
    text = "{people: [{id: a}, {id: b}, {id: o}, {id: p}], squads: [{id: s, members: MEMBERS, product_owner: OWNERS}]}"
    for members, owners, found in (
        ("[a, b]", "[]", ("a", "b")),
        ("[a, b]", "b", ("a", "b")),
        ("[a, b]", "o", ("a", "b", "o")),
        ("[]", "o", ("o",)),
        ("[a, b]", "[o, b, p]", ("a", "b", "o", "p")),
        ("[a, b]", "[b, a]", ("a", "b")),
        ("[]", "[]", ()),
    ):
        assert index(text.replace("MEMBERS", members).replace("OWNERS", owners)).squad_people == {"s": found}


DECLARED = ["people", "tribes", "units", "products", "projects", "guilds", "squads", "chapters"]


@pytest.mark.parametrize("kind", DECLARED)
def test_an_id_declared_twice_is_refused_at_the_second_and_names_the_first(kind: str) -> None:
    singular = {"people": "person"}.get(kind, kind[:-1])
    (one,) = troubles(f"{{{kind}: [{{id: a}}, {{id: x}}, {{id: x}}]}}")
    assert (one.place.path, one.kind) == (f"$.{kind}[2].id", "duplicate-id")
    assert one.message == f"{singular} 'x' is declared twice, first at $.{kind}[1].id"
    assert one.fix == "give one of the two another id"
    (one,) = troubles(f"{{{kind}: [{{id: x}}, {{id: X}}]}}")
    assert one.message == (
        f"{singular} 'X' is declared twice (ids are compared without case, width and invisible characters: 'x' and 'X' are one)"
        f", first at $.{kind}[0].id"
    )


@pytest.mark.parametrize("kind", ["squads", "chapters"])
def test_an_id_in_a_tribe_and_outside_one_is_declared_twice_as_well(kind: str) -> None:
    singular = kind[:-1]
    (one,) = troubles(f"{{tribes: [{{id: t}}, {{id: u, {kind}: [{{id: a}}, {{id: x}}]}}], {kind}: [{{id: b}}, {{id: x}}]}}")
    assert one.place.path == f"$.{kind}[1].id"
    assert one.message == f"{singular} 'x' is declared twice, first at $.tribes[1].{kind}[1].id"
    (one,) = troubles(f"{{tribes: [{{id: t, {kind}: [{{id: x}}]}}, {{id: u, {kind}: [{{id: x}}]}}]}}")
    assert one.place.path == f"$.tribes[1].{kind}[0].id"


@pytest.mark.parametrize("kind", DECLARED)
def test_an_id_without_a_visible_character_is_refused_where_it_hides_another(kind: str) -> None:
    found = troubles(f'{{{kind}: [{{id: "\\u200b"}}, {{id: "\\u200d"}}]}}')
    assert [(one.place.path, one.kind, one.expected) for one in found if one.kind == "out-of-range"] == [
        (f"$.{kind}[{k}].id", "out-of-range", "1 to 200 visible characters") for k in (0, 1)
    ]
    singular = {"people": "person"}.get(kind, kind[:-1])
    assert found[-1].message == f"the id of this {singular} has no visible character"


def test_all_faults_of_a_chart_are_told_at_once() -> None:
    text = "{people: [{id: a}, {id: a}], squads: [{id: s, members: [nobody], product_owner: nil}, {id: s}]}"
    assert sorted(places(text)) == [
        ("$.people[1].id", "duplicate-id"),
        ("$.squads[0].members[0]", "dangling-reference"),
        ("$.squads[0].product_owner[0]", "dangling-reference"),
        ("$.squads[1].id", "duplicate-id"),
    ]
