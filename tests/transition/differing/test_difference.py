"""What changed between two charts: replayable, minimal where that can be said, readable."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.model.edits import Edit
from spotifymodel.testing import charts, company, edits_of
from tests.depth import examples

ORG = sm.Org(
    people=[{"id": p} for p in ("anna", "ben", "pim", "tom")],
    tribes=[
        {
            "id": "t",
            "lead": "tom",
            "squads": [{"id": "app", "product_owner": "pim", "members": ["pim", "anna", "ben"]}, {"id": "web"}],
            "chapters": [{"id": "dev", "lead": "anna", "members": ["anna", "ben"]}, {"id": "data"}],
        }
    ],
)


@settings(deadline=None, max_examples=examples(40))
@given(charts(), charts())
def test_the_difference_of_any_two_charts_leads_from_the_one_to_the_other(before: sm.Org, after: sm.Org) -> None:
    change = sm.diff(before, after)
    assert change.apply(before) == after
    assert bool(change) == (before != after)
    again = [Edit.from_dict(json.loads(json.dumps(e.to_dict()))) for e in change]
    assert before.apply(again).to_dict() == after.to_dict()


@st.composite
def relatives(draw: st.DrawFn) -> tuple[sm.Org, sm.Org, int]:
    """Draw a chart, the same chart after some edits and with its lists shuffled, and how many edits there were."""
    before = draw(charts())
    after, done = before, 0
    for _ in range(draw(st.integers(0, 4))):
        choices = edits_of(after)
        if not choices.is_empty:
            after, done = draw(choices).apply(after), done + 1
    return before, after, done


@settings(deadline=None, max_examples=examples(40))
@given(relatives(), st.booleans(), st.randoms(use_true_random=False))
def test_the_difference_finds_the_way_back_through_edits_and_shuffled_lists(
    pair: tuple[sm.Org, sm.Org, int], shuffle: bool, rng: random.Random
) -> None:
    before, after, _ = pair
    if shuffle:
        document = after.to_dict()
        for field in ("people", "units", "products", "squads", "chapters", "tribes"):
            rng.shuffle(document.get(field, []))
        for tribe in document.get("tribes", []):
            rng.shuffle(tribe.get("squads", []))
        after = sm.Org.from_dict(document)
    assert sm.diff(before, after).apply(before) == after
    assert sm.diff(after, before).apply(after) == before


@pytest.mark.parametrize(
    ("edit", "text"),
    [
        (Edit("move", {"person": "anna", "to": "web", "from_squad": "app"}), "Move “anna” from “app” to “web”"),
        (Edit("join", {"person": "tom", "squad": "web", "allocation": 0.5}), "Let “tom” join “web” for 50% of the time"),
        (Edit("quit", {"person": "ben", "squad": "app", "role": "member"}), "End the role of “ben” as member in “app”"),
        (Edit("appoint", {"person": "ben", "role": "product_owner", "of": "web"}), "Appoint “ben” as product owner of “web”"),
        (Edit("relieve", {"person": "tom", "role": "tribe_lead", "of": "t"}), "Relieve “tom” of the role of tribe lead of “t”"),
        (Edit("change", {"kind": "squad", "id": "web", "fields": {"tribe": None}}), "Take squad “web” out of its tribe"),
        (Edit("change", {"kind": "person", "id": "ben", "fields": {"fte": 0.8}}), "Set fte of person “ben”"),
        (Edit("remove", {"kind": "person", "id": "ben"}), "Remove person “ben”"),
        (Edit("add", {"kind": "person", "id": "eva"}), "Add person “eva”"),
        (Edit("change", {"kind": "person", "id": "ben", "fields": {"before": "anna"}}), "List person “ben” before “anna”"),
    ],
    ids=lambda one: one.op if isinstance(one, Edit) else "",
)
def test_one_edit_is_found_again_as_that_edit(edit: Edit, text: str) -> None:
    change = sm.diff(ORG, edit.apply(ORG))
    assert change.changes == (edit,)
    assert change.changes[0].text() == text


def test_people_in_another_order_are_put_in_place_one_by_one_and_the_others_stay() -> None:
    people = list(ORG.people)
    after = ORG.change("organisation", "organisation", people=[people[3], *people[:3]])
    assert [e.to_dict()["args"] for e in sm.diff(ORG, after)] == [{"kind": "person", "id": "tom", "fields": {"before": "anna"}}]


def test_two_people_who_change_places_in_the_line_let_go_of_it_first() -> None:
    before = sm.Org(people=[{"id": "a"}, {"id": "b", "reports_to": "a"}])
    after = sm.Org(people=[{"id": "a", "reports_to": "b"}, {"id": "b"}])
    assert sm.diff(before, after).apply(before) == after


def test_new_people_who_report_to_one_another_and_to_new_units_come_in_any_order() -> None:
    after = sm.Org(
        people=[{"id": "a", "reports_to": "b", "unit": "u"}, {"id": "b", "reports_to": "c"}, {"id": "c"}],
        units=[{"id": "u", "parent": "v", "manager": "b"}, {"id": "v", "manager": "c"}],
    )
    assert sm.diff(sm.Org(), after).apply(sm.Org()) == after
    assert not sm.diff(after, sm.Org()).apply(after).people


def test_skills_are_declared_all_at_once_or_not_at_all() -> None:
    bare = sm.Org(people=[{"id": "a", "skills": {"x": 1, "y": 2}}])
    declared = sm.Org(people=[{"id": "a", "skills": {"y": 2, "z": 3}}], skills=[{"id": "z"}, {"id": "y"}])
    assert sm.diff(bare, declared).apply(bare) == declared
    assert sm.diff(declared, bare).apply(declared) == bare


def test_an_id_that_is_spelled_otherwise_is_the_same_person() -> None:
    after = sm.Org.from_dict(json.loads(json.dumps(ORG.to_dict()).replace("anna", "Anna")))
    change = sm.diff(ORG, after)
    assert [e.op for e in change] == ["change"]
    assert {one.status for one in change.people} <= {"changed"}
    assert change.apply(ORG) == after


ROWS = ("person", "status", "field", "before", "after")


def test_rows_say_squads_roles_chapter_line_manager_and_allocation() -> None:
    after = (
        ORG.join("ben", "web", allocation=0.5)
        .move("ben", to="chapter:data")
        .appoint("pim", "chapter_lead", of="data")
        .add("person", id="eva")
    )
    change = sm.diff(ORG, after.remove("person", "tom"))
    frame = change.to_frame()
    assert tuple(frame.columns) == ROWS
    rows = [tuple(row) for row in frame.itertuples(index=False)]
    assert ("ben", "changed", "squads", "app", "app, web") in rows
    assert ("ben", "changed", "chapters", "dev", "data") in rows
    assert ("ben", "changed", "line_managers", "anna", "pim") in rows
    assert ("ben", "changed", "allocation", "", "web 0.5") in rows
    assert ("pim", "changed", "roles", "product_owner app", "chapter_lead data, product_owner app") in rows
    assert ("eva", "new", "", "", "") in rows
    assert ("tom", "gone", "roles", "tribe_lead t", "") in rows


def test_the_words_are_dutch_where_the_chart_is_and_never_hold_names() -> None:
    before = ORG.change("organisation", "organisation", language="nl").change("person", "anna", name="Secret Name")
    after = before.quit("anna", "app")
    change = sm.diff(before, after)
    assert str(change) == "1 persoon: 1 veranderd\n  anna\n    squads: app → –\n1 bewerking\n  Beëindig de rol van ‘anna’ als lid in ‘app’"
    assert "Secret" not in change.text("en") + json.dumps(change.to_dict())
    assert str(sm.diff(before, before)) == "niets veranderd"


def test_html_escapes_what_ids_say() -> None:
    before = sm.Org(people=[{"id": "<b>"}], squads=[{"id": "s&t"}])
    shown = sm.diff(before, before.join("<b>", "s&t"))._repr_html_()
    assert "<b>s&t" not in shown
    assert "&lt;b&gt;" in shown
    assert "s&amp;t" in shown


def test_something_that_is_no_chart_is_refused_with_what_to_do() -> None:
    wrong: Any = "chart.yaml"
    with pytest.raises(sm.UsageError, match=r"Org\.load"):
        sm.diff(ORG, wrong)


def test_six_hundred_people_compare_in_about_a_second() -> None:
    before = company(600, seed=1)
    after = company(600, seed=2)
    assert sm.diff(before, after).apply(before) == after
