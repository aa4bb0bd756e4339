"""A chart is a value: it compares by what it says, shares what it can, and nothing that is done to another changes it."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings

from spotifymodel.errors import Place
from spotifymodel.model import Org, Seat
from spotifymodel.model.source import Source

from . import naive
from .charts import charts


def company(people: int = 140, per_squad: int = 7) -> Org:
    names = [f"p{k}" for k in range(people)]
    squads = [{"id": f"s{k}", "members": names[k * per_squad : (k + 1) * per_squad]} for k in range(people // per_squad)]
    return Org(people=[{"id": n} for n in names], tribes=[{"id": f"t{k}", "squads": squads[k::4]} for k in range(4)])


def test_a_move_shares_every_record_that_it_does_not_touch() -> None:
    org = company()
    org.move("p1", to="s2")
    moved = org.move("p0", to="s5")
    assert moved.people is org.people
    assert moved.positions is org.positions
    changed = {s.id for (_, s), (_, old) in zip(moved.all_squads(), org.all_squads(), strict=True) if s is not old}
    assert changed == {"s0", "s5"}
    assert [t.id for t, old in zip(moved.tribes, org.tribes, strict=True) if t is not old] == ["t0", "t1"]


def test_moving_away_and_back_changes_nothing_but_the_order() -> None:
    org = company()
    again = org.move("p3", to="s9").move("p3", to="s0")
    assert set(again.squad("s0").members) == set(org.squad("s0").members)
    last = org.move("p6", to="s9").move("p6", to="s0")
    assert last == org


def test_a_seat_moves_as_it_is() -> None:
    seats = ["anna", Seat(person="anna", allocation=0.5, start="2027-01-01", until="2028-01-01")]
    org = Org(
        people=[{"id": "anna"}], squads=[{"id": "a", "members": seats, "product_owner": "anna", "agile_coaches": "anna"}, {"id": "b"}]
    )
    moved = org.move("anna", to="b")
    assert moved.squad("b").members == tuple(seats)
    assert moved.squad("b").product_owner == ("anna",)
    assert moved.squad("a").agile_coaches == ("anna",)
    assert moved.squad("a").members == moved.squad("a").product_owner == ()


@settings(deadline=None, max_examples=20)
@given(charts())
def test_joining_and_quitting_changes_nothing(org: Org) -> None:
    org = org.add("person", id="new")
    assert org.join("new", "app", allocation=0.5, until="2027-06-01").quit("new", "app") == org
    assert org.join("new", "chapter:dev").quit("new", "chapter:dev") == org
    assert org.join("new", "unit:it").quit("new", "unit:it") == org
    assert org.join("new", "guild:cooks").quit("new", "guild:cooks") == org
    assert org.add("squad", id="new", tribe="north").remove("squad", "new") == org
    assert org.change("squad", "app", id="apps").change("squad", "apps", id="app") == org


@settings(deadline=None, max_examples=20)
@given(charts())
def test_copies_are_equal_and_stand_by_themselves(org: Org) -> None:
    org = org.with_source(Source("chart.yaml", lambda path: Place()))
    before = naive.document(org)
    org.positions.get("person", "nobody")
    for other in (copy.copy(org), copy.deepcopy(org), pickle.loads(pickle.dumps(org)), org.with_source(None)):
        assert other == org
        assert hash(other) == hash(org)
        assert other.add("squad", id="new").join("anna", "new") != org
    assert copy.copy(org).source is org.source
    assert copy.deepcopy(org).source is None
    assert naive.document(org) == before


def test_charts_that_differ_in_a_seat_compare_and_hash_differently() -> None:
    org = company()
    steps = [org]
    for k in range(50):
        steps.append(steps[-1].move(f"p{k}", to=f"s{(k // 7 + 3) % 20}"))
    assert len(set(steps)) == 51
    assert len({hash(step) for step in steps}) == 51
    assert org != object()


def test_what_an_edit_was_given_can_be_changed_afterwards() -> None:
    needs, extra, members = {"dev": 1.0}, {"a": {"b": [1]}}, ["p1"]
    org = company().add("chapter", id="dev").add("squad", id="new", needs=needs, extra=extra, members=members)
    changed = org.change("squad", "s0", needs=needs, extra=extra)
    needs["dev"] = 9
    extra["a"]["b"].append(2)
    members.append("p2")
    for squad in (org.squad("new"), changed.squad("s0")):
        assert squad.needs == {"dev": 1.0}
        assert squad.extra == {"a": {"b": [1]}}
    assert org.squad("new").members == ("p1",)


def test_a_chart_cannot_be_changed_in_place() -> None:
    org = company()
    with pytest.raises(FrozenInstanceError):
        org.people = ()  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        org.squad("s0").members = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        org.squad("s0").extra["a"] = 1  # type: ignore[index]


def test_threads_may_edit_one_chart_at_once() -> None:
    for _ in range(20):
        org = company()
        with ThreadPoolExecutor(8) as pool:
            moved = list(pool.map(lambda k, org=org: org.move(f"p{k}", to=f"s{(k // 7 + 1) % 20}"), range(40)))
        assert [m.squad(f"s{(k // 7 + 1) % 20}").members[-1] for k, m in enumerate(moved)] == [f"p{k}" for k in range(40)]
        assert org == company()


def test_references_are_understood_however_they_are_spelled() -> None:
    org = Org(
        people=[{"id": "Anna"}, {"id": "ben"}],
        squads=[{"id": "App", "members": ["ANNA", {"person": "person:ben", "allocation": 0.5}], "product_owner": "anna"}, {"id": "web"}],
    )
    assert org.move("anna", to="WEB").squad("web").members == ("ANNA",)
    assert org.move("anna", to="squad:web").squad("App").product_owner == ()
    assert org.quit("BEN", "app").squad("App").members == ("ANNA",)
    assert org.remove("person", "person:anna").squad("App").members == org.squad("App").members[1:]
    renamed = org.change("person", "anna", id="annie").squad("App")
    assert (renamed.members[0], renamed.product_owner) == ("annie", ("annie",))
    assert org.change("squad", "app", id="APP").squad("app").id == "APP"


def test_a_changed_record_loses_its_place_and_the_others_keep_theirs() -> None:
    org = company().with_source(Source("chart.yaml", lambda path: Place(path="/".join(map(str, path)))))
    moved = org.move("p0", to="s1")
    assert moved.source is not None
    assert moved.source.place(moved.squad("s0")) is None
    assert moved.source.place(moved.squad("s2")) == Place(path="tribes/2/squads/0")
    assert moved.source.place(moved.person("p0")) == Place(path="people/0")
