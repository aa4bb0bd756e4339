"""The order of records in their list can be changed, and nothing else moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.errors import EditError, NotFoundError
from spotifymodel.model import Org
from tests.depth import examples

ORG = Org(
    people=[{"id": p} for p in "abcd"],
    tribes=[{"id": "t", "squads": [{"id": "s"}, {"id": "r"}]}, {"id": "u", "squads": [{"id": "q"}]}],
)


@settings(max_examples=examples(60), deadline=None)
@given(st.sampled_from("abcd"), st.sampled_from(["a", "b", "c", "d", None]))
def test_a_record_stands_right_before_another_or_last(one: str, other: str | None) -> None:
    others = [p for p in "abcd" if p != one]
    place = len(others) if other is None else others.index(other) if other != one else "abcd".index(one)
    others.insert(place, one)
    after = ORG.change("person", one, before=other)
    assert [p.id for p in after.people] == others
    assert [after.person(p).id for p in "abcd"] == list("abcd")


def test_squads_are_listed_per_tribe_and_a_tribe_takes_its_squads_along() -> None:
    assert [s.id for s in ORG.change("squad", "r", before="s").tribe("t").squads] == ["r", "s"]
    moved = ORG.change("squad", "q", tribe="t", before="r")
    assert [s.id for s in moved.tribe("t").squads] == ["s", "q", "r"]
    swapped = ORG.change("tribe", "u", before="t")
    assert [s.id for _, s in swapped.all_squads()] == ["q", "s", "r"]
    assert swapped.squad("r").id == "r"
    with pytest.raises(EditError, match="another list"):
        ORG.change("squad", "q", before="s")
    with pytest.raises(NotFoundError):
        ORG.change("squad", "q", before="nowhere")
