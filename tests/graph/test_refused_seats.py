"""A draft takes no seat that cannot be, and stays as it was."""

from __future__ import annotations

import datetime as dt

import pytest

import spotifymodel as sm
from spotifymodel.errors import EditError
from spotifymodel.graph.draft import Draft
from spotifymodel.graph.index import index_of

ORG = sm.Org(people=[{"id": "a"}, {"id": "b"}], squads=[{"id": "s", "members": ["a"]}, {"id": "r"}])


@pytest.mark.parametrize(("person", "squad"), [("zed", "s"), ("a", "zed")])
def test_nobody_joins_and_no_squad_is_joined_that_is_not_there(person: str, squad: str) -> None:
    draft = Draft(index_of(ORG))
    with pytest.raises(EditError, match=f"there is no person '{person}' or no squad '{squad}'"):
        draft.join(person, squad)
    assert draft.squad_people == index_of(ORG).squad_people


def test_a_seat_ends_after_it_begins() -> None:
    draft, day = Draft(index_of(ORG)), dt.date(2027, 1, 1)
    with pytest.raises(EditError, match="the interval ends on 2027-01-01 but begins on 2027-01-01"):
        draft.join("b", "s", start=day, until=day)
    draft.join("b", "s", start=day, until=day + dt.timedelta(days=1))
    assert draft.squad_people["s"] == ("a", "b")


@pytest.mark.parametrize(
    ("to", "origin", "words"), [("r", "s", "'b' has no seat in squad 's'"), ("zed", "s", "there is no person 'b' or no squad 'zed'")]
)
def test_nobody_moves_from_where_they_do_not_sit_or_to_where_nothing_is(to: str, origin: str, words: str) -> None:
    draft = Draft(index_of(ORG))
    with pytest.raises(EditError, match=words):
        draft.move("b", from_squad=origin, to=to)
    assert draft.squad_people == index_of(ORG).squad_people


def test_somebody_with_two_posts_says_which_one_moves() -> None:
    units = [{"id": "u"}, {"id": "v"}, {"id": "w"}]
    org = sm.Org(people=[{"id": "a", "unit": [{"unit": "u"}, {"unit": "v"}]}, {"id": "b"}], units=units)
    with pytest.raises(EditError, match=r"not said which post moves\. Name it, such as from_squad='unit:u'"):
        org.move("a", to="unit:w")
    moved = org.move("a", to="unit:w", from_squad="unit:u")
    assert {str(getattr(post, "unit", post)) for post in moved.person("a").unit} == {"v", "w"}
    with pytest.raises(EditError, match="'b' sits in no unit"):
        org.move("b", to="unit:w")
