"""Between two moments nothing changes that a rule of that reach may look at."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.formats.document import org_from_tree
from spotifymodel.graph.index import Index, index_of
from spotifymodel.graph.moments import intervals, moments
from spotifymodel.graph.relation import BEGIN, END
from spotifymodel.graph.view import View
from tests.graph.documents import LOOKS, documents

Seen = Callable[[View, str], Any]


def own_squad(view: View, squad: str) -> Any:
    return (
        view.members(squad),
        view.owners(squad),
        view.squad_people(squad),
        view.coaches(squad),
        view.steerers(squad),
        view.advisers(squad),
        view.alive(squad),
    )


def own_person(view: View, person: str) -> Any:
    return (
        view.squads_of(person),
        view.owned_by(person),
        view.chapters_of(person),
        view.chapters_led(person),
        view.tribes_led(person),
        view.squads_coached(person),
        view.tribes_coached(person),
        view.work_tribes(person),
        view.on_leave(person),
        [view.declared(person, s) for s in view.squads_of(person)],
    )


def own_chapter(view: View, chapter: str) -> Any:
    return view.chapter_people(chapter), view.chapter_leads(chapter), view.chapter_alive(chapter)


def own_tribe(view: View, tribe: str) -> Any:
    inside = [own_squad(view, s) for s in view.squads_in(tribe)] + [own_chapter(view, c) for c in view.chapters_in(tribe)]
    return view.tribe_leads(tribe), view.tribe_coaches(tribe), view.management_team(tribe), list(view.tribe_people(tribe)), inside


def own_product(view: View, product: str) -> Any:
    return [view.alive(s) for s in view.index.owning_squads.get(product, ())]


def own_unit(view: View, unit: str) -> Any:
    return view.index.unit_managers.at(unit, view.day)


def around_squad(view: View, squad: str) -> Any:
    people = view.index.squad_people[squad]
    return own_squad(view, squad), view.coaching(squad), [(own_person(view, p), view.line_managers(p)) for p in people]


def around_person(view: View, person: str) -> Any:
    squads, chapters = view.squads_of(person), view.chapters_of(person)
    return (
        own_person(view, person),
        view.line_managers(person),
        view.coach_load(person),
        [own_squad(view, s) for s in squads],
        [own_chapter(view, c) for c in chapters],
    )


def around_chapter(view: View, chapter: str) -> Any:
    people, leads = view.chapter_people(chapter), view.chapter_leads(chapter)
    return own_chapter(view, chapter), [own_person(view, p) for p in people], [view.reports_of(p) for p in leads]


def around_tribe(view: View, tribe: str) -> Any:
    return own_tribe(view, tribe), [own_person(view, p) for s in view.squads_in(tribe) for p in view.squad_people(s)]


@pytest.mark.parametrize(
    ("kind", "reach", "seen"),
    [
        ("squad", "own", own_squad),
        ("squad", "people", around_squad),
        ("person", "own", own_person),
        ("person", "people", around_person),
        ("chapter", "own", own_chapter),
        ("chapter", "people", around_chapter),
        ("tribe", "own", own_tribe),
        ("tribe", "people", around_tribe),
        ("product", "own", own_product),
        ("unit", "own", own_unit),
    ],
)
@given(document=documents())
@settings(max_examples=25, deadline=None)
def test_nothing_changes_between_two_moments(kind: str, reach: Any, seen: Seen, document: dict[str, Any]) -> None:
    index = index_of(org_from_tree(document))
    for subject in index.subjects(kind):
        steady(index, subject, moments(index, kind, subject, reach) if index.dated else set(), seen)


def steady(index: Index, subject: str, changes: set[dt.date], seen: Seen) -> None:
    days = [dt.date.fromisoformat(d) for d in LOOKS]
    if not changes:
        assert all(seen(View(index, day), subject) == seen(View(index), subject) for day in days)
    for before, after in itertools.pairwise(days):
        if not any(before < change <= after for change in changes):
            assert seen(View(index, before), subject) == seen(View(index, after), subject)


def test_a_company_changes_when_anything_in_it_does() -> None:
    document = {
        "format": "spotifymodel/1",
        "people": [{"id": "a"}],
        "tribes": [{"id": "t", "management_team": [{"person": "a", "until": "2027-01-01"}]}],
        "squads": [{"id": "s", "from": "2027-02-01", "members": {"person": "a", "until": "2027-03-01"}}],
    }
    found = moments(index_of(org_from_tree(document)), "organisation", "organisation", "own")
    assert {d.isoformat() for d in found} >= {"2027-01-01", "2027-02-01", "2027-03-01"}


@given(st.lists(st.dates(), max_size=5), st.none() | st.tuples(st.dates(), st.dates()).filter(lambda x: x[0] < x[1]))
def test_intervals_cover_the_life_of_the_subject_once(days: list[dt.date], life: tuple[dt.date, dt.date] | None) -> None:
    found = list(intervals(days, life))
    assert (found[0][0], found[-1][1]) == (life or (BEGIN, END))
    assert all(a < b for a, b in found)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(found))
