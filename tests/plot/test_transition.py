"""The picture of a transition: sound for every change, split where it would be a tangle, and a question where one is asked."""

from __future__ import annotations

import json
import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.flow.painting import stream_colours
from spotifymodel.plot.scene import Ribbon
from spotifymodel.plot.sight import SIGHTS, apart
from spotifymodel.plot.theme import DEFAULT, contrast
from tests.depth import examples

from .changes import departments, named, redesigned, reorganised, tribes
from .views import NASTY

NOBODY = Org.from_dict({"format": "spotifymodel/1", "people": []})
SEED = reorganised(52, hires=3, leavers=2)
LARGE = reorganised(600, units=20, squads=14, chapters=8, count=5, hires=5)
WISHES: dict[str, Any] = {
    "plain": {},
    "per chapter": {"split": True},
    "fte": {"measure": "fte"},
    "chapter": {"highlight": "t0c1"},
    "unit and person": {"highlight": ["u1", "person:p010"]},
    "a4": {"size": "a4"},
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize("change", [SEED, redesigned(), LARGE], ids=["departments", "redesign", "large"])
def test_a_transition_is_sound(change: tuple[Org, Org], wish: str, language: str) -> None:
    wanted = WISHES[wish]
    if "u1" in wanted.get("highlight", ()) and not change[0].units:
        wanted = {"highlight": "t0s1"}
    try:
        figure = sm.plot.transition(*change, language=language, **wanted)
    except FigureTooSmallError:
        assert change is LARGE
        return
    assert figure.audit() == ()
    assert figure.scene.promises


@settings(max_examples=examples(15), deadline=None)
@given(
    st.integers(1, 40), st.integers(1, 5), st.integers(1, 5), st.integers(1, 9), st.integers(1, 2), st.booleans(),
    st.lists(st.sampled_from([n for n in NASTY if n.isprintable()]), min_size=1, max_size=6),
)  # fmt: skip
def test_nasty_names_stay_apart_and_inside(
    people: int, units: int, squads: int, chapters: int, count: int, split: bool, names: list[str]
) -> None:
    everybody = named(people)
    before, after = departments(everybody, units), tribes(everybody, squads, chapters, count=count)
    places = [*before["units"], *(one for t in after["tribes"] for one in (t, *t["chapters"], *t["squads"]))]
    for i, place in enumerate(places):
        place["name"] = names[i % len(names)]
    assert sm.plot.transition(Org.from_dict(before), Org.from_dict(after), split=split).audit() == ()


@pytest.mark.parametrize(
    "change", [(NOBODY, SEED[1]), (SEED[1], NOBODY), (SEED[0], SEED[0]), (SEED[1], SEED[1])], ids=["new", "closed", "line", "still"]
)
def test_nothing_before_nothing_after_and_nothing_moved_are_drawn_too(change: tuple[Org, Org]) -> None:
    assert sm.plot.transition(*change, language="nl").audit() == ()


def test_where_there_are_no_people_there_is_nothing_to_draw() -> None:
    with pytest.raises(UsageError, match="nobody goes anywhere"):
        sm.plot.transition(NOBODY, NOBODY)


def test_without_chapters_streams_run_straight_and_have_the_hue_of_their_origin() -> None:
    before, after = SEED
    document = after.to_dict()
    for tribe in document["tribes"]:
        del tribe["chapters"]
    scene = sm.plot.transition(before, Org.from_dict(document), language="en").scene
    streams = [mark for mark in scene.marks if isinstance(mark, Ribbon) and mark.leaves.startswith("unit:")]
    hues = {(mark.leaves, mark.fill) for mark in streams}
    assert len(hues) == len({unit for unit, _ in hues}) == len({hue for _, hue in hues})
    assert any("colour: where people come from" in text.text for text in scene.texts)


def test_too_many_streams_become_a_flow_per_chapter_to_one_scale_unless_something_is_highlighted() -> None:
    before, after = LARGE
    split = sm.plot.transition(before, after).scene
    boxes = [mark.of for mark in split.marks if mark.of.startswith("chapter:") and "/" not in mark.of]
    assert set(boxes) == {f"chapter:{chapter.id}" for chapter in after.records("chapter") if chapter.members}
    lit = sm.plot.transition(before, after, highlight="chapter:t1c2").scene
    assert any(mark.of.startswith("chapter:t1c2/unit:") for mark in split.marks)
    assert not any(mark.of.startswith("chapter:t1c2/unit:") for mark in lit.marks)


@pytest.mark.parametrize(
    ("wish", "title"),
    [
        ("chapter:t0c1", "Waar gaat chapter ‘Ontwikkeling’ heen?"),
        ("unit:u1", "Waar gaat afdeling ‘IT-ontwikkeling’ heen?"),
        ("squad:t0s1", "Waar komt squad ‘hypotheek-app’ vandaan?"),
        ("person:p010", "Waar gaat {name} heen?"),
    ],
)
def test_what_is_highlighted_is_asked_for_in_the_title_and_the_rest_is_grey(wish: str, title: str) -> None:
    figure = sm.plot.transition(*SEED, language="nl", highlight=wish)
    assert figure.scene.title == title.format(name=SEED[1].person("p010").name)
    fills = {mark.fill for mark in figure.scene.marks if isinstance(mark, Ribbon)}
    assert stream_colours(DEFAULT, DEFAULT.hue(0), lit=False)[0] in fills
    assert len(fills) > 1
    assert any("grijs" in text.text for text in figure.scene.texts)


def test_what_is_not_in_the_picture_cannot_be_highlighted() -> None:
    with pytest.raises(UsageError, match="'elsewhere' is not in this picture"):
        sm.plot.transition(*SEED, highlight="elsewhere")


def test_a_squad_with_too_many_people_has_a_red_count_and_that_is_explained() -> None:
    figure = sm.plot.transition(*SEED, language="en")
    red = {text.of for text in figure.scene.texts if text.fill == "#B3261E"}
    over = {f"squad:{f.subject.id}" for f in sm.check(SEED[1]).findings if f.code == "SQ001"}
    assert red == over != set()
    assert any("red: more people" in text.text for text in figure.scene.texts)


def test_streams_of_different_chapters_look_different_also_to_the_colour_blind_and_carry_readable_counts() -> None:
    inks = [stream_colours(DEFAULT, DEFAULT.hue(hue), lit=True) for hue in range(len(DEFAULT.palette))]
    for one, other in combinations(inks, 2):
        assert all(max(apart(a, b, sight) for a, b in zip(one, other, strict=True)) >= 10 for sight in SIGHTS)
    assert all(contrast(DEFAULT.ink, fill) >= 4.5 for fill, _ in inks)


def test_who_comes_and_who_leaves_is_dashed() -> None:
    scene = sm.plot.transition(*SEED).scene
    dashed = {(mark.leaves, mark.enters) for mark in scene.marks if isinstance(mark, Ribbon) and mark.dash}
    assert {leaves for leaves, _ in dashed} == {"today_fate:hire", "by_fate:none"}
    assert {enters for leaves, enters in dashed if leaves == "by_fate:none"} == {"fate:gone"}


def test_a_plan_stands_for_today_and_its_target() -> None:
    today = sm.example("polderbank")
    plan = sm.propose(today)
    alone, both = sm.plot.transition(plan, language="en"), sm.plot.transition(today, plan, language="en")
    assert plan.org is not None
    assert alone.svg() == both.svg() == sm.plot.transition(today, plan.org, language="en").svg()
    assert alone.audit() == ()


def test_one_chart_that_remembers_no_units_is_not_enough() -> None:
    with pytest.raises(UsageError, match=r"give transition\(before, after\)"):
        sm.plot.transition(SEED[0])
    with pytest.raises(UsageError, match="a str is neither"):
        sm.plot.transition("today.yaml", SEED[1])


def test_the_alternative_text_says_every_place_and_where_its_people_go() -> None:
    people = [{"id": f"p{i}", "unit": "it"} for i in range(3)]
    before = Org.from_dict({"format": "spotifymodel/1", "units": [{"id": "it", "name": "IT"}], "people": people})
    after = before.add("squad", id="app", name="App", product_owner="p0", members=["p1"])
    assert sm.plot.transition(before, after, language="en").alt_text == (
        "From today to tomorrow. 3 people · 1 department → 1 squad. IT (3) goes to App 2, Stays in the line 1."
    )


def test_a_page_too_small_is_refused_with_the_least_size_that_fits() -> None:
    with pytest.raises(FigureTooSmallError) as refusal:
        sm.plot.transition(*SEED, size=(3, 3))
    least = refusal.value.minimum
    assert sm.plot.transition(*SEED, size=(least[0] + 0.02, least[1] + 0.02)).audit() == ()


def test_the_page_tells_who_is_in_a_stream() -> None:
    html = sm.plot.transition(*SEED, language="en").to_html()
    facts = json.loads(re.findall(r'<script type="application/json" id="facts">(.*?)</script>', html, re.S)[0])["facts"]
    streams = {fact["name"]: fact["lines"] for fact in facts if fact["kind"] == "stream"}
    gone = sorted(str(SEED[0].person(person).name) for person in ("p000", "p001"))
    assert streams["no chapter → Leaves"] == ["2 people", ", ".join(gone)]
