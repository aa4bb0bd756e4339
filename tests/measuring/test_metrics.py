"""Measures agree with the document, are compared, and are shown safely."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings

import spotifymodel as sm
from spotifymodel.measuring.labels import LABELS
from spotifymodel.measuring.result import Metrics
from spotifymodel.measuring.row import Row
from spotifymodel.testing import charts
from tests.depth import examples


@settings(max_examples=examples(25), deadline=None)
@given(charts())
def test_heads_of_a_squad_and_its_room_make_the_limit(org: sm.Org) -> None:
    found = sm.metrics(org, profile="brunel-2017")
    rows = {row[:3]: row.value for row in found.rows}
    assert len(rows) == len(found.rows)
    for squad in org.to_dict().get("squads", []):
        assert rows["heads", "squad", squad["id"]] + rows["room_left", "squad", squad["id"]] == 9


def test_the_numbers_of_a_small_chart_are_those_counted_by_hand() -> None:
    people = [{"id": "lotte", "fte": 0.5}, {"id": "bram"}, {"id": "anna"}]
    squads = [{"id": "a", "product_owner": "anna", "members": ["lotte", "bram"]}, {"id": "b", "members": ["lotte"]}]
    org = sm.Org(people=people, squads=squads)
    found = sm.metrics(org)
    assert (found.value("heads"), found.value("fte"), found.value("squad_links"), found.value("shared_people")) == (3, 2.5, 1, 1)
    assert found.value("shared_share") == pytest.approx(1 / 3)
    assert found.value("fte", "b") == 0.25
    assert found.value("betweenness", "anna") == 0
    changed = found.compare(sm.metrics(sm.Org(people=people, squads=squads[:1])))
    assert (found.rows[0], None) not in changed
    assert any(before and before.subject == "b" and after is None for before, after in changed)
    with pytest.raises(sm.UsageError, match="no measure"):
        found.value("heads", "nowhere")
    assert "</td>" in found._repr_html_()
    assert "ruimte over" in str(sm.metrics(org, language="nl"))


@settings(max_examples=examples(25), deadline=None)
@given(charts())
def test_spread_over_squads_agrees_with_the_networkx_view(org: sm.Org) -> None:
    graph = org.to_networkx()
    absent = {f"person:{p.id}" for p in org.people if p.vacancy and org.mode == "live"}
    squads: dict[object, set[object]] = {}
    for person, squad, relation in graph.edges(keys=True):
        if squad.startswith("squad:") and relation in ("member", "product_owner") and person not in absent:
            squads.setdefault(person, set()).add(squad)
    found = sm.metrics(org)
    assert found.value("heads") == len(org.people) - len(absent)
    assert found.value("shared_people") == sum(len(s) > 1 for s in squads.values())
    pairs = {frozenset(pair) for s in squads.values() for pair in combinations(s, 2)}
    assert found.value("squad_links") == len(pairs)


def test_what_a_subject_is_called_is_no_markup_in_a_notebook() -> None:
    found = Metrics((Row("heads", "squad", "<b>{0}</b>", 3, "people"),))
    assert "&lt;b&gt;{0}&lt;/b&gt;" in found._repr_html_()
    assert "<b>" not in found._repr_html_()


def test_every_measure_has_a_label_in_both_languages() -> None:
    assert LABELS["en"].keys() == LABELS["nl"].keys()


def test_a_squad_and_a_person_with_one_id_are_told_apart_and_a_frame_has_all_rows() -> None:
    found = sm.metrics(sm.Org(people=[{"id": "a"}], squads=[{"id": "a", "members": ["a"]}]), profile="brunel-2017")
    assert (found.value("room_left", "a", kind="squad"), found.value("room_left", "a", kind="person")) == (8, 1)
    frame = found.to_frame()
    assert list(frame.columns) == list(Row._fields)
    assert len(frame) == len(found.rows)


def test_a_named_day_counts_only_who_is_there() -> None:
    seats = [{"person": "a", "until": "2026-02-01"}, {"person": "b"}]
    org = sm.Org(people=[{"id": "a"}, {"id": "b"}], squads=[{"id": "s", "members": seats}])
    assert sm.metrics(org, as_of="2026-01-01").value("heads", "s") == 2
    assert sm.metrics(org, as_of="2026-03-01").value("heads", "s") == 1
