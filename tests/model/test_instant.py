"""``org.at``: the chart on one day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.errors import EditError, Place
from spotifymodel.graph.index import index_of
from spotifymodel.model import Org
from spotifymodel.model.source import Source

from . import naive, naive_records
from .charts import DAYS, charts

moments = st.sampled_from([d + dt.timedelta(days=k) for d in DAYS for k in (-1, 0, 1)])


@settings(deadline=None, max_examples=25)
@given(charts(), moments)
def test_a_day_is_what_a_reader_makes_of_it(org: Org, day: dt.date) -> None:
    expected = naive.document(org)
    naive_records.at(expected, day)
    there = org.at(day.isoformat())
    assert naive.document(there) == expected
    index_of(there)


@settings(deadline=None, max_examples=25)
@given(charts(), moments, moments)
def test_a_chart_on_a_day_has_no_dates_left(org: Org, day: dt.date, another: dt.date) -> None:
    there = org.at(day)
    assert there.at(another) is there


@settings(deadline=None, max_examples=25)
@given(charts(), moments)
def test_what_is_not_dated_is_the_same_object(org: Org, day: dt.date) -> None:
    there = org.at(day)
    before = {id(r): r for kind in naive.TOP for r in org.records(kind)}
    for kind in naive.TOP:
        for record in there.records(kind):
            if org._find(kind, record.id) == record:
                assert id(record) in before


def test_who_leaves_today_is_gone_and_who_comes_today_is_there() -> None:
    seats = [{"person": "anna", "until": "2027-03-01"}, {"person": "ben", "from": "2027-03-01"}]
    org = Org(people=[{"id": "anna"}, {"id": "ben"}], squads=[{"id": "app", "members": seats}])
    assert org.at("2027-02-28").squad("app").members == ("anna",)
    assert org.at(dt.date(2027, 3, 1)).squad("app").members == ("ben",)


@pytest.mark.parametrize("date", ["1 March", 20270301, dt.datetime(2027, 3, 1), "2027-02-30", None])
def test_a_day_is_a_date(date: object) -> None:
    with pytest.raises(EditError):
        Org.new().at(date)  # type: ignore[arg-type]


def test_records_that_lose_their_dates_keep_their_place_in_the_file() -> None:
    members = [{"person": "anna", "until": "2027-03-01"}]
    org = Org(people=[{"id": "anna"}], tribes=[{"id": "north", "squads": [{"id": "app", "members": members}]}])
    source = Source("chart.yaml", lambda path: Place(file="chart.yaml", path="/".join(map(str, path))))
    there = org.with_source(source).at("2028-01-01").at("2029-01-01")
    assert there.squad("app").members == ()
    assert there.source is not None
    for record, path in (
        (there, ""),
        (there.squad("app"), "tribes/0/squads/0"),
        (there.person("anna"), "people/0"),
        (there.tribe("north"), "tribes/0"),
    ):
        place = there.source.place(record)
        assert place is not None
        assert place.path == path
    assert there.change("squad", "app", mission="grow").source is not None
    moved = there.change("squad", "app", mission="grow")
    assert moved.source.place(moved.squad("app")) is None  # type: ignore[union-attr]
    assert moved.source.place(moved.person("anna")) is not None  # type: ignore[union-attr]
