"""Edits as values: said, written, read, done again."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spotifymodel.errors import SpotifyModelError
from spotifymodel.model import Org, Seat, Squad
from spotifymodel.model.edits import VOCABULARY, Edit

GOLDEN = Path(__file__).with_name("edit_words.txt")

ORG = Org(
    people=[{"id": p} for p in ("anna", "ben", "pim")],
    tribes=[{"id": "north", "squads": [{"id": "app", "members": ["anna", "ben"], "product_owner": "anna"}], "chapters": [{"id": "dev"}]}],
    squads=[{"id": "web", "members": ["pim"]}],
)

#: Edits that can all be done on the chart above, one by one.
EDITS = [
    Edit("add", {"kind": "squad", "id": "new", "tribe": "north"}),
    Edit("add", {"kind": "person", "id": "vac-1", "fields": {"vacancy": True}}),
    Edit("add", {"kind": "dependency", "fields": {"from": "app", "to": "web"}}),
    Edit("add", {"kind": "gate", "fields": {"kind": "works_council", "date": dt.date(2027, 1, 1)}}),
    Edit("change", {"kind": "squad", "id": "app", "fields": {"mission": "Grow", "kind": "change", "name": None}}),
    Edit("change", {"kind": "squad", "id": "app", "fields": {"id": "apps"}}),
    Edit("change", {"kind": "squad", "id": "app", "fields": {"tribe": None, "start": dt.date(2027, 1, 1)}}),
    Edit("change", {"kind": "squad", "id": "web", "fields": {"tribe": "north"}}),
    Edit("change", {"kind": "squad", "id": "web", "fields": {"members": (Seat(person="ben", start="2027-01-01"), "anna")}}),
    Edit(
        "change",
        {"kind": "chapter", "id": "dev", "fields": {"id": "make", "tribe": None, "lead": "anna", "members": [], "from": None}},
    ),
    Edit("change", {"kind": "organisation", "id": "organisation", "fields": {"kind": "agile"}}),
    Edit("remove", {"kind": "squad", "id": "web"}),
    Edit("remove", {"kind": "tribe", "id": "north", "cascade": True}),
    Edit("join", {"person": "pim", "squad": "app"}),
    Edit("join", {"person": "ben", "squad": "app", "role": "steerer", "allocation": 0.125, "from": "2027-01-01", "until": "2027-07-01"}),
    Edit("quit", {"person": "anna", "squad": "app"}),
    Edit("quit", {"person": "anna", "squad": "app", "role": "product_owner"}),
    Edit("move", {"person": "anna", "to": "web"}),
    Edit("move", {"person": "anna", "to": "web", "from_squad": "app"}),
    Edit("appoint", {"person": "pim", "role": "product_owner", "of": "app"}),
    Edit("appoint", {"person": "pim", "role": "product_owner", "of": "app", "replace": True, "join": True, "start": dt.date(2027, 1, 1)}),
    Edit("appoint", {"person": "pim", "role": "chapter_lead", "of": "dev"}),
    Edit("relieve", {"person": "anna", "role": "product_owner", "of": "app"}),
    Edit("split", {"subject": "app", "into": {"app": ["anna"], "apps": ["ben"]}}),
    Edit("merge", {"subjects": ["app", "web"], "into": "app"}),
    Edit("merge", {"subjects": ["squad:app", "squad:web"], "into": "new"}),
    Edit("join", {"person": "pim", "squad": "chapter:dev"}),
    Edit("waive", {"code": "SQ001", "subject": "app", "reason": "until the split", "owner": "anna", "expires": "2027-07-01"}),
    Edit("change", {"kind": "person", "id": "pim", "fields": {"before": "anna"}}),
    Edit("change", {"kind": "person", "id": "anna", "fields": {"before": None, "name": "Anna"}}),
]


def in_words() -> str:
    return "".join(f"{edit.text('en')}\n{edit.text('nl')}\n\n" for edit in EDITS)


def test_edits_are_said_in_these_words() -> None:
    assert in_words() == GOLDEN.read_text(encoding="utf-8")


def test_every_operation_is_tried_here() -> None:
    assert {edit.op for edit in EDITS} == set(VOCABULARY)
    assert all(callable(getattr(Org, op)) for op in VOCABULARY)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.text())
def test_an_edit_can_be_written_read_and_done_again(edit: Edit) -> None:
    written = json.loads(json.dumps(edit.to_dict("nl")))
    assert written["text"] == edit.text("nl")
    read = Edit.from_dict(written)
    assert read == edit
    assert hash(read) == hash(edit)
    assert read.apply(ORG) == edit.apply(ORG) == ORG.apply(written)
    assert pickle.loads(pickle.dumps(edit)) == edit
    assert eval(repr(edit)) == edit


def test_an_edit_does_what_the_method_does() -> None:
    assert EDITS[0].apply(ORG) == ORG.add("squad", id="new", tribe="north")
    assert EDITS[4].apply(ORG) == ORG.change("squad", "app", mission="Grow", kind="change", name=None)
    assert EDITS[14].apply(ORG) == ORG.join("ben", "app", "steerer", 0.125, dt.date(2027, 1, 1), "2027-07-01")
    assert EDITS[23].apply(ORG) == ORG.split("app", [("app", ["anna"]), ("apps", ("ben",))])


def test_equal_edits_compare_equal_however_they_are_spelled() -> None:
    assert Edit("join", {"person": "a", "squad": "s", "start": dt.date(2027, 1, 1), "role": None}) == Edit(
        "join", {"squad": "s", "from": "2027-01-01", "person": "a"}
    )
    assert Edit("split", {"subject": "s", "into": {"a": ("x",)}}) == Edit("split", {"subject": "s", "into": [["a", ["x"]]]})
    squad = Squad(id="s", members=["a"], needs={"dev": 0.5}, until="2027-01-01")
    assert Edit("add", {"kind": "tribe", "id": "t", "fields": {"squads": (squad,)}}).args["fields"] == {
        "squads": [{"id": "s", "members": ["a"], "needs": {"dev": 0.5}, "until": "2027-01-01"}]
    }


def test_several_edits_are_done_in_order_and_a_refused_one_changes_nothing() -> None:
    edits = [Edit("add", {"kind": "squad", "id": "new"}), {"op": "move", "args": {"person": "pim", "to": "new"}}]
    assert ORG.apply(edits).squad("new").members == ("pim",)
    before = pickle.dumps(ORG)
    with pytest.raises(SpotifyModelError):
        ORG.apply([*edits, *edits])
    assert pickle.dumps(ORG) == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "kind", "members", "person"]), inner, max_size=3),
    max_leaves=5,
)
arguments = {
    op: st.fixed_dictionaries(
        {}, optional={name: json_values | st.sampled_from(["anna", "ben", "app", "web", "squad", "member", "2027-01-01"]) for name in names}
    )
    for op, names in VOCABULARY.items()
}


@given(st.sampled_from(sorted(VOCABULARY)).flatmap(lambda op: st.tuples(st.just(op), arguments[op])))
def test_an_edit_from_a_stranger_is_done_or_refused_and_nothing_else(given_edit: tuple[str, dict[str, Any]]) -> None:
    op, args = given_edit
    try:
        edit = Edit.from_dict({"op": op, "args": args})
        assert isinstance(edit.text("nl"), str)
        after = ORG.apply(edit)
    except SpotifyModelError as error:
        assert str(error)
    else:
        assert isinstance(after, Org)


if __name__ == "__main__":
    GOLDEN.write_text(in_words(), encoding="utf-8")
