"""SQ003 looks at dated squads in one pass; the pass says what counting by events says."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spotifymodel.checking.gathering import limits_of
from spotifymodel.graph.index import index_of
from spotifymodel.model.org import Org
from spotifymodel.profiles import load_profile
from spotifymodel.rules.counting import head_stretches
from spotifymodel.rules.squad.sq003_squad_single_chapter import RULE, _ever_fewer, _never_alone
from tests.depth import examples

DAYS = (None, "2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01")
LIMITS = limits_of(RULE, load_profile("brunel-2017"))


@st.composite
def seats(draw: st.DrawFn) -> dict[str, Any]:
    start, until = sorted(draw(st.lists(st.sampled_from(range(1, 6)), min_size=2, max_size=2, unique=True)))
    seat: dict[str, Any] = {"person": draw(st.sampled_from("abcd"))}
    if draw(st.booleans()):
        seat["from"] = DAYS[start]
    if draw(st.booleans()):
        seat["until"] = DAYS[until]
    return seat


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(seats(), min_size=1, max_size=7), st.lists(seats(), max_size=2), st.lists(st.sampled_from("xyz"), min_size=4, max_size=4))
def test_one_pass_says_what_counting_by_events_says(members: list[Any], owners: list[Any], homes: list[str]) -> None:
    org = Org.from_dict(
        {
            "format": "spotifymodel/1",
            "people": [{"id": p} for p in "abcd"],
            "chapters": [{"id": c, "members": [p for p, home in zip("abcd", homes, strict=True) if home == c]} for c in "xyz"],
            "squads": [{"id": "s", "members": members, "product_owner": owners, "from": "2026-01-01"}],
        }
    )
    index, home = index_of(org), dict(zip("abcd", homes, strict=True))
    assert _never_alone(index, "s") is not _ever_fewer(head_stretches(index, "s", LIMITS), home, 2)
