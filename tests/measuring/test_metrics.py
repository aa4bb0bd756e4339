"""Measures agree with the document, are compared, and are shown safely."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import spotifymodel as sm
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
    assert "<td>" in found._repr_html_()
    assert "ruimte over" in str(sm.metrics(org, language="nl"))
