"""T-profiles: the verdict is that of the rule, bars are as deep as the level, and everybody is drawn once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.heat.measure import DETAILS
from spotifymodel.plot.scene import Box
from spotifymodel.plot.theme import DEFAULT
from spotifymodel.plot.tshape.painting import columns_of
from spotifymodel.plot.tshape.reading import Profile, members_of, read_profiles, skills_of
from spotifymodel.rules.rule import Limits
from tests.depth import examples

ODD = ("W" * 60, "Jan-Willem van der Grootenhuis-van Oldenbarnevelt", "<b>& $x$</b>", "i", "Ægir Ðórðarson", "Anna", "Anna")
SKILLS = ("product", "data", "bouw", "klant", "S" * 40)
ASKED = Limits({"tshape.depth": 1, "tshape.breadth": 2, "tshape.depth_level": 3, "tshape.breadth_level": 1})


@st.composite
def skilled(draw: st.DrawFn) -> dict[str, Any]:
    """People with levels in squads that share some of them; at least one level is told."""
    count = draw(st.integers(1, 14))
    levels = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3))
    people = [{"id": f"p{i}", "name": ODD[i % len(ODD)], "skills": draw(levels)} for i in range(count)]
    people[0]["skills"] = {"data": draw(st.integers(1, 3))}
    ids = [p["id"] for p in people]
    squads = [{"id": f"s{k}", "members": draw(st.lists(st.sampled_from(ids), unique=True))} for k in range(2)]
    return {"format": "spotifymodel/1", "people": people, "squads": [*squads, {"id": "all", "name": ODD[0], "members": ids}]}


def drawn(org: Org, **options: Any) -> OrgFigure:
    figure = sm.plot.t_profiles(org, **options)
    assert isinstance(figure, OrgFigure)
    return figure


@settings(max_examples=examples(60), deadline=None)
@given(skilled())
def test_who_is_no_t_is_who_the_rule_finds_and_who_tells_nothing_is_open(document: dict[str, Any]) -> None:
    org = Org.from_dict(document)
    found = {f.subject.id for f in sm.check(org).findings if f.code == "MB009"}
    placed = members_of(org, ["s0", "s1", "all"])
    profiles = read_profiles(org, placed, [skill for skill, _ in skills_of(org, [p for _, p in placed])], ASKED)
    assert {p.id for p in profiles if p.shape in ("i", "broad", "none")} == found
    assert {p.id for p in profiles if p.shape == "open"} == {p["id"] for p in document["people"] if not p["skills"]}


@settings(max_examples=examples(30), deadline=None)
@given(skilled(), st.sampled_from(DETAILS), st.sampled_from(["en", "nl"]))
def test_every_detail_is_a_sound_picture_with_everybody_in_it(document: dict[str, Any], detail: str, language: str) -> None:
    figure = drawn(Org.from_dict(document), detail=detail, language=language)
    assert figure.audit() == ()
    assert {f"person:{p['id']}" for p in document["people"]} <= set(figure.scene.promises)


@settings(max_examples=examples(30), deadline=None)
@given(skilled())
def test_a_bar_hangs_from_the_line_as_deep_as_the_level(document: dict[str, Any]) -> None:
    figure = drawn(Org.from_dict(document), detail="names")
    for person in document["people"]:
        bars = [m for m in figure.scene.marks if isinstance(m, Box) and m.of == f"person:{person['id']}"]
        levels = sorted(level for level in person["skills"].values() if level)
        assert sorted(round(bar.h / 8) for bar in bars) == levels
        assert len({bar.y for bar in bars}) <= 1
        assert sorted(DEFAULT.levels.index(str(bar.fill)) for bar in bars) == levels


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(1, 4))
def test_columns_keep_everybody_and_begin_with_a_heading(sizes: list[int], count: int) -> None:
    people = [[Profile(f"{g}-{i}", "x", f"g{g}", (), "t") for i in range(n)] for g, n in enumerate(sizes)]
    slots = [slot for group in people for slot in (group[0].group, *group)]
    columns = columns_of(slots, count)
    assert len(columns) <= count
    assert [one for column in columns for one in column if isinstance(one, Profile)] == [one for group in people for one in group]
    for column in columns:
        assert isinstance(column[0], str) and isinstance(column[-1], Profile)
        heading = ""
        for one in column:
            heading = one if isinstance(one, str) else heading
            assert isinstance(one, str) or one.group == heading


def test_people_squads_and_chapters_can_be_chosen_and_stand_once() -> None:
    org = sm.example("hypotheek")
    some = drawn(org, people=["noor", "hypotheek-app", "data-analytics"], language="en")
    assert some.audit() == ()
    drawn_people = [promise for promise in some.scene.promises if promise.startswith("person:")]
    assert drawn_people[0] == "person:noor" and len(drawn_people) == len(set(drawn_people)) == 11
    assert drawn(org, people="gijs").scene.promises[0] == "person:gijs"
    with pytest.raises(sm.SpotifyModelError, match="gijss"):
        drawn(org, people="gijss")


def test_the_verdict_stands_beside_everybody_in_the_language_of_the_picture() -> None:
    figure = drawn(sm.example("hypotheek"), language="nl")
    said = {text.of: text.text for text in figure.scene.texts if text.of.startswith("person:")}
    assert said["person:noor"] == "breed, niet diep" and said["person:anna"] == "T"
    assert "Noor de Wit: breed, niet diep (Ontwikkeling 2, Data-analyse 1, Klantbeleving 1)" in figure.alt_text


def test_more_than_sixty_people_take_pages_and_less_room_gives_a_table() -> None:
    people = [{"id": f"p{i:02}", "skills": {"data": 1 + i % 3}} for i in range(70)]
    org = Org.from_dict({"format": "spotifymodel/1", "people": people, "squads": [{"id": "s", "members": [p["id"] for p in people]}]})
    last = drawn(org, page=2, language="en")
    assert sum(promise.startswith("person:") for promise in last.scene.promises) == 10
    assert "page 2 of 2" in " ".join(text.text for text in last.scene.texts)
    with pytest.raises(UsageError, match="pages 1 to 2"):
        drawn(org, page=3)
    small = drawn(org, page=2, size=(4, 4))
    assert small.audit() == () and len(small.scene.texts) < len(last.scene.texts)
    with pytest.raises(FigureTooSmallError):
        drawn(org, size=(1, 1))


def test_what_is_highlighted_keeps_its_colour() -> None:
    org = sm.example("hypotheek")
    lit = drawn(org, highlight=["noor"])
    assert lit.audit() == ()
    fills = {mark.of: mark.fill for mark in lit.scene.marks if isinstance(mark, Box) and mark.of.startswith("person:")}
    assert fills["person:anna"] == DEFAULT.frame and fills["person:noor"] in DEFAULT.levels
    with pytest.raises(UsageError, match="not in this picture"):
        drawn(org, highlight="nobody")


def test_a_chart_without_skills_or_squads_is_refused_with_the_remedy() -> None:
    bare = {"format": "spotifymodel/1", "people": [{"id": "an"}]}
    with pytest.raises(UsageError, match="add members to squads"):
        drawn(Org.from_dict(bare))
    with pytest.raises(UsageError, match="Add skills"):
        drawn(Org.from_dict({**bare, "squads": [{"id": "s", "members": ["an"]}]}))


@pytest.mark.parametrize("detail", ["initials", "counts"])
def test_a_table_of_levels_says_who_is_a_t_as_well(detail: str) -> None:
    figure = drawn(sm.example("hypotheek-broken"), people="hypotheek-app", detail=detail, language="en")
    verdicts = {text.of.partition("/")[0]: text.text for text in figure.scene.texts if text.of.endswith("/shape:t")}
    assert (verdicts["person:daan-d"], verdicts["person:noor"]) == ("T", "–")
    assert sorted(verdicts.values()).count("?") == 1
    assert "T-shaped" in {text.text for text in figure.scene.texts}
