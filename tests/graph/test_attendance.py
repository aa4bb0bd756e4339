"""What a draft remembers of seats and ties says after any edits what an index made afresh says."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.graph.attendance import Attendance
from spotifymodel.graph.draft import Draft
from spotifymodel.graph.index import index_of
from spotifymodel.graph.kept_ties import KeptTies, ever_shared, ever_tied
from spotifymodel.graph.moments import moments
from spotifymodel.graph.relation import BEGIN, END
from spotifymodel.graph.stepping import counts
from spotifymodel.graph.tribe_heads import ever_in_tribe
from spotifymodel.graph.view import View
from spotifymodel.testing import documents
from tests.depth import examples

DAYS = [BEGIN, *(dt.date(2027, 1, d) for d in range(1, 8)), END]
charts = documents(people=6, squads=4).map(sm.Org.from_dict)
slow = settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))


def edited(draft: Draft, dice: Random) -> None:
    person, squad = dice.choice(list(draft.people)), dice.choice(list(draft.squads))
    inside = draft.squads_of.get(person, ())
    kind = dice.choice(["join", "join", "quit", "move"])
    if kind == "join" or not inside:
        start, until = dice.choice([(None, None), (dt.date(2027, 3, 1), None), (None, dt.date(2027, 9, 1))])
        draft.join(person, squad, dice.choice(["member", "product_owner"]), start, until)  # type: ignore[arg-type]
    elif kind == "quit":
        draft.quit(person, dice.choice(inside), dice.choice([None, "member"]))  # type: ignore[arg-type]
    else:
        draft.move(person, squad, dice.choice(inside))


@slow
@given(charts)
def test_who_sits_in_a_squad_is_told_for_every_day(org: sm.Org) -> None:
    index = index_of(org)
    days = sorted({BEGIN, *moments(index, "organisation", "organisation", "own")} - {END})
    for squad in index.squads:
        attendance = index.attendance
        for day in days:
            there = set(View(index, day).squad_people(squad))
            assert {p for p, stays in attendance.stays(squad).items() if any(a <= day < b for a, b in stays)} == there
            assert [n for a, b, n in attendance.counts(squad) if a <= day < b] == [len(there)]
            assert any(a <= day < b for a, b in attendance.used(squad)) == bool(there)
        assert all(one[1] < other[0] for one, other in pairwise(attendance.used(squad)))
        numbers = {len(View(index, day).squad_people(squad)) for day in days} - {0}
        assert attendance.fewest(squad) == min(numbers, default=0)


@slow
@given(charts, st.integers(0, 2**32 - 1))
def test_edits_of_seats_leave_nothing_behind_that_is_no_longer_so(org: sm.Org, seed: int) -> None:
    draft, dice = Draft(index_of(org)), Random(seed)
    if not draft.people or not draft.squads:
        return
    for _ in range(6):
        for tribe in draft.tribes:
            assert ever_tied(draft, tribe) == ever_in_tribe(draft, tribe)
            assert ever_shared(draft, tribe) == KeptTies(draft).shared(tribe)
        for squad in draft.squads:
            fresh = Attendance(draft)
            assert draft.attendance.stays(squad) == fresh.stays(squad)
            assert draft.attendance.counts(squad) == fresh.counts(squad)
        for person in draft.people:
            assert sorted(draft.attendance.seats_of(person)) == sorted(Attendance(draft).seats_of(person))
        edited(draft, dice)


def test_a_draft_of_a_draft_keeps_to_its_own_seats() -> None:
    org = sm.Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": [{"id": "anna"}, {"id": "ben"}],
            "squads": [{"id": "s", "members": ["anna"]}, {"id": "r", "members": ["ben"], "from": "2027-01-01"}],
        }
    )
    first = Draft(index_of(org))
    assert first.attendance.counts("s") == [(BEGIN, END, 1)]
    second = Draft(first)
    second.join("ben", "s")
    assert second.attendance.counts("s") == [(BEGIN, END, 2)]
    assert first.attendance.counts("s") == [(BEGIN, END, 1)]


intervals = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda x: x[0] < x[1]).map(lambda x: (DAYS[x[0]], DAYS[x[1]])), max_size=1
)


@given(st.lists(intervals, max_size=6))
def test_counts_cover_all_time_and_differ_from_one_stretch_to_the_next(groups: list[list[tuple[dt.date, dt.date]]]) -> None:
    found = counts(groups)
    assert (found[0][0], found[-1][1]) == (BEGIN, END)
    assert all(one[1] == other[0] and one[2] != other[2] for one, other in pairwise(found))
    for start, _, number in found:
        assert number == sum(1 for group in groups for a, b in group if a <= start < b)
