"""Who holds the seat of an owner who has moved is of a chapter, as every member is."""

from __future__ import annotations

from typing import Any

import pytest

from spotifymodel.transition.road.remaining import Remainder


def _today(own_chapters: list[dict[str, Any]]) -> dict[str, Any]:
    """Return two tribes; the squad of the second is owned by somebody who has moved, its member is of a chapter of the first."""
    return {
        "people": [{"id": p} for p in ("owner", "member", "other")],
        "tribes": [
            {"id": "t", "squads": [], "chapters": [{"id": "dev", "lead": "other", "members": ["member"]}]},
            {"id": "u", "squads": [{"id": "s", "product_owner": "owner", "members": ["member"]}], "chapters": own_chapters},
        ],
    }


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ([{"id": "ops", "lead": "other"}], "ops"),
        ([{"id": "ops", "lead": "other"}, {"id": "qa", "members": ["member"]}], "qa"),
        ([], "dev"),
    ],
)
def test_a_stand_in_gets_a_chapter_of_the_squad_else_of_the_tribe_else_of_the_chart(own: list[dict[str, Any]], expected: str) -> None:
    left = Remainder(_today(own), {"people": [], "tribes": []}, {"owner"})
    (interim,) = left.interim
    homes = [c["id"] for tribe in left.tribes for c in tribe["chapters"] if interim in c.get("members", [])]
    assert homes == [expected]
