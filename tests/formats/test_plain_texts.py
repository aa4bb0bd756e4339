"""A document whose texts are plain is read by a shorter schema: the same chart, the same refusals."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import InputRefusedError
from spotifymodel.formats.document import holds_extra, org_from_tree, tree_from_org
from spotifymodel.formats.kinds import json as json_kind
from spotifymodel.testing import charts

DEEP = "[" * 70 + "]" * 70


def told(tree: Any, plain: bool) -> object:
    try:
        return org_from_tree(tree, plain=plain)
    except InputRefusedError as refused:
        return [(t.message, t.place, t.expected, t.fix, t.kind) for t in refused.troubles]


@given(charts(), st.data())
def test_the_short_schema_says_what_the_long_one_says(org: sm.Org, data: st.DataObject) -> None:
    tree = json.loads(json.dumps(tree_from_org(org)))
    assert told(tree, True) == told(tree, False) == org
    person = data.draw(st.sampled_from(tree["people"])) if tree["people"] else tree
    field = data.draw(st.sampled_from(["id", "name", "fte", "skills", "unit", "nonsense", "leave"]))
    person[field] = data.draw(st.sampled_from([None, "", "x" * 501, 7, -1, True, [], {}, {"a": 9}, ["a"], [{"from": "2026-13-01"}]]))
    assert told(tree, True) == told(tree, False)


def test_what_is_not_plain_is_still_looked_at_text_by_text() -> None:
    data = json.dumps({"format": "spotifymodel/1", "people": [{"id": "a", "name": "evil\u202etxt"}]}).encode()
    with pytest.raises(InputRefusedError) as refused:
        json_kind.FORMAT.read(data, "chart.json")
    assert refused.value.troubles[0].place.path == "$.people[0].name"


@pytest.mark.parametrize(
    "where",
    [
        *('"extra": X, "people": []', '"people": [{"id": "a", "extra": X}]', '"people": [], "units": [{"id": "u", "extra": X}]'),
        *('"people": [], "tribes": [{"id": "t", "extra": X}]', '"people": [], "squads": [{"id": "s", "extra": X}]'),
        '"people": [], "tribes": [{"id": "t", "squads": [{"id": "s", "extra": X}]}]',
        '"people": [], "tribes": [{"id": "t", "chapters": [{"id": "c", "extra": X}]}]',
        *('"people": [], "chapters": [{"id": "c", "extra": X}]', '"people": [], "products": [{"id": "p", "extra": X}]'),
        *('"people": [], "guilds": [{"id": "g", "extra": X}]', '"people": [], "projects": [{"id": "p", "extra": X}]'),
        '"people": [], "squads": [{"id": "s"}, {"id": "z"}], "dependencies": [{"from": "s", "to": "z", "extra": X}]',
        '"people": [], "gates": [{"kind": "advice", "extra": X}]',
        '"people": [{"id": "a"}], "waivers": [{"code": "SQ001", "subject": "a", "reason": "r", "owner": "a", "expires": "2027-01-01"'
        ', "extra": X}]',
    ],
)
def test_depth_is_judged_wherever_anything_may_stand(where: str) -> None:
    def document(extra: str) -> bytes:
        return f'{{"format": "spotifymodel/1", {where.replace("X", extra)}}}'.encode()

    assert holds_extra(json_kind.FORMAT.read(document('{"a": [1]}'), "chart.json"))
    assert not holds_extra(json_kind.FORMAT.read(document("{}"), "chart.json"))
    for beyond in (f'{{"a": {DEEP}}}', '{"a": 1' + "0" * 5000 + "}"):
        with pytest.raises(InputRefusedError) as refused:
            json_kind.FORMAT.read(document(beyond), "chart.json")
        assert refused.value.troubles[0].kind == "limit"
