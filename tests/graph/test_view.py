"""The index and its view against a naive reading of the same document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from math import ceil
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.crossing import work_tribes
from spotifymodel.graph.index import index_of
from spotifymodel.graph.view import View
from tests.graph.documents import LOOKS, documents
from tests.graph.naive import Reading


def as_set(answer: Iterable[str]) -> set[str]:
    """An answer as a set, which it must have been already."""
    listed = list(answer)
    assert len(listed) == len(set(listed)), listed
    return set(listed)


def compare(view: View, naive: Reading) -> None:
    index = view.index
    for squad in index.squads:
        assert as_set(view.members(squad)) == naive.in_squad(squad, "members")
        assert as_set(view.owners(squad)) == naive.in_squad(squad, "product_owner")
        assert as_set(view.squad_people(squad)) == naive.squad_people(squad)
        assert as_set(view.coaches(squad)) == naive.in_squad(squad, "agile_coaches")
        assert as_set(view.steerers(squad)) == naive.in_squad(squad, "steered_by")
        assert view.alive(squad) == (squad in naive.squads)
    for chapter in index.chapters:
        assert as_set(view.chapter_people(chapter)) == naive.in_chapter(chapter, "members")
        assert as_set(view.chapter_leads(chapter)) == naive.in_chapter(chapter, "lead")
        assert view.chapter_alive(chapter) == (chapter in naive.chapters)
    for tribe in index.tribes:
        assert set(view.tribe_people(tribe)) == naive.tribe_people(tribe)
        assert as_set(view.tribe_leads(tribe)) == naive.role(naive.tribes[tribe], "lead")
        assert as_set(view.tribe_coaches(tribe)) == naive.role(naive.tribes[tribe], "agile_coaches")
        assert as_set(view.management_team(tribe)) == naive.role(naive.tribes[tribe], "management_team")
        assert as_set(view.squads_in(tribe)) == {s for s, (t, _) in naive.squads.items() if t == tribe}
        assert as_set(view.chapters_in(tribe)) == {c for c, (t, _) in naive.chapters.items() if t == tribe}
    assert set(index.people) == set(naive.people)
    for person in index.people:
        compare_person(view, naive, person)


def compare_person(view: View, naive: Reading, person: str) -> None:
    squads = naive.squads_of(person)
    assert as_set(view.squads_of(person)) == squads
    assert as_set(view.owned_by(person)) == {s for s in naive.squads if person in naive.in_squad(s, "product_owner")}
    assert as_set(view.squads_coached(person)) == {s for s in naive.squads if person in naive.in_squad(s, "agile_coaches")}
    assert as_set(view.chapters_of(person)) == {c for c in naive.chapters if person in naive.in_chapter(c, "members")}
    assert as_set(view.chapters_led(person)) == {c for c in naive.chapters if person in naive.in_chapter(c, "lead")}
    assert as_set(view.tribes_led(person)) == {t for t, r in naive.tribes.items() if person in naive.role(r, "lead")}
    assert as_set(view.work_tribes(person)) == {t for s in squads if (t := naive.squads[s][0]) is not None}
    assert view.on_leave(person) == bool(naive.people[person].get("leave"))
    assert as_set(view.line_managers(person)) == naive.line_managers(person)
    below = {p for p in naive.people if person in naive.line_managers(p)}
    assert as_set(view.reports_of(person)) == below
    assert view.coach_load(person) == coach_load(naive, person)


def coach_load(naive: Reading, person: str) -> int:
    named = sum(person in naive.in_squad(s, "agile_coaches") for s in naive.squads)
    share = 0.0
    for record in naive.tribes.values():
        coaches = naive.role(record, "agile_coaches")
        if person in coaches:
            share += sum(not naive.in_squad(s["id"], "agile_coaches") for s in record["squads"]) / len(coaches)
    return named + ceil(share - 1e-9)


@given(documents(), st.sampled_from(LOOKS))
@settings(max_examples=80, deadline=None)
def test_every_question_at_an_instant_is_answered_as_the_document_says(document: dict[str, Any], day: str) -> None:
    index = index_of(org_from_tree(document))
    compare(View(index, dt.date.fromisoformat(day)), Reading(document, day))


@given(documents(dated=False))
@settings(max_examples=80, deadline=None)
def test_a_chart_without_dates_needs_no_day(document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    compare(View(index), Reading(document, LOOKS[0]))
    assert not index.dated or any(
        isinstance(p.get(f), list | dict) or "leave" in p for p in document["people"] for f in ("unit", "reports_to")
    )


@given(documents(dated=False), st.sampled_from(LOOKS))
@settings(max_examples=40, deadline=None)
def test_every_day_of_an_undated_chart_is_the_same(document: dict[str, Any], day: str) -> None:
    index = index_of(org_from_tree(document))
    compare(View(index, dt.date.fromisoformat(day)), Reading(document, LOOKS[0]))


@given(documents())
@settings(max_examples=40, deadline=None)
def test_where_people_ever_work_covers_every_day(document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    ever = work_tribes(index)
    for person in index.people:
        seen = {t for day in LOOKS for t in View(index, dt.date.fromisoformat(day)).work_tribes(person)}
        assert len(seen) < 2 or person in ever.several
        assert seen <= {tribe for tribe, here in ever.there.items() if person in here}
        starts = [d for d in LOOKS if View(index, dt.date.fromisoformat(d)).squads_of(person)]
        first = View(index).first_seat(person)
        assert not starts or (first is not None and first <= dt.date.fromisoformat(starts[0]))


def test_a_coach_named_twice_is_shared_only_when_every_edge_is() -> None:
    def tribe(coaches: Any) -> int:
        return len(View(index_of(org_from_tree(document | {"tribes": [{"id": "t", "agile_coaches": coaches}]}))).tribe_people("t"))

    document = {"format": "spotifymodel/1", "people": [{"id": "ayse"}]}
    assert tribe([{"person": "ayse", "allocation": 0.4}]) == 0
    assert tribe([{"person": "ayse", "allocation": 0.4}, "ayse"]) == 1
    assert tribe([{"person": "ayse", "allocation": 0.4, "from": "2027-01-01"}, "ayse"]) == 1
    assert tribe([{"person": "ayse", "allocation": 0.5}]) == 1
