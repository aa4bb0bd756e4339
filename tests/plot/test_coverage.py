"""Coverage: what is short is what the rules find short, seats add up, and every level of detail is a sound picture."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.heat.coverage import read_coverage
from spotifymodel.plot.heat.measure import DETAILS
from spotifymodel.rules.rule import Limits
from tests.depth import examples

from .charts import large, org

ODD = ("W" * 60, "Jan-Willem van der Grootenhuis-van Oldenbarnevelt", "<b>& $x$</b>", "i", "Ægir Ðórðarson", "data")
SKILLS = ("product", "data", "bouw")


@st.composite
def staffed(draw: st.DrawFn) -> dict[str, Any]:
    """A tribe of three chapters, whose squads ask for seats and levels that may be there."""
    count = draw(st.integers(1, 9))
    people = [{"id": f"p{i}", "skills": draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 3)))} for i in range(count)]
    ids = [p["id"] for p in people]
    home = [draw(st.integers(0, 2)) for _ in ids]
    chapters = [
        {"id": f"c{c}", "name": ODD[c], "discipline": SKILLS[c], "members": [p for p, h in zip(ids, home, strict=True) if h == c]}
        for c in range(3)
    ]
    squads = [
        {
            "id": f"s{s}",
            "name": ODD[-1 - s],
            "product_owner": draw(st.sampled_from(ids)),
            "members": draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)),
            "needs": draw(st.dictionaries(st.sampled_from(["c0", "c1", "c2"]), st.sampled_from([0.5, 1, 1.5, 2]))),
            "required_skills": draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3))),
        }
        for s in range(draw(st.integers(1, 3)))
    ]
    tribe = {"id": "t", "chapters": chapters, "squads": squads}
    return {"format": "spotifymodel/1", "people": people, "tribes": [tribe]}


def shortages(figure: Any) -> set[tuple[str, str]]:
    """Return (squad, column) of every cell that is framed in red."""
    from spotifymodel.plot.theme import DEFAULT

    marks = [m for m in figure.scene.marks if getattr(m, "stroke", None) == DEFAULT.bad and m.of]
    return {(squad.partition(":")[2], column) for m in marks for squad, _, column in [m.of.partition("/")]}


@settings(max_examples=examples(60), deadline=None)
@given(staffed(), st.sampled_from(["brunel-2017", "ing-2015"]))
def test_a_skill_is_short_exactly_where_the_rule_about_expertise_finds_it(document: dict[str, Any], profile: str) -> None:
    chart = Org.from_dict(document)
    report = sm.check(chart, profile=profile)
    found = {(f.subject.id, f"skill:{gap}") for f in report.findings if f.code == "SQ004" for gap in f.evidence if gap in SKILLS}
    assert {pair for pair in shortages(sm.plot.coverage(chart, report=report)) if pair[1].startswith("skill:")} == found


@settings(max_examples=examples(40), deadline=None)
@given(staffed())
def test_seats_are_short_where_fewer_halves_are_there_than_needed(document: dict[str, Any]) -> None:
    tribe = document["tribes"][0]
    inside = {s["id"]: {*s["members"], s["product_owner"]} for s in tribe["squads"]}
    times = {p["id"]: sum(p["id"] in who for who in inside.values()) for p in document["people"]}
    expected = set()
    for squad in tribe["squads"]:
        for chapter in tribe["chapters"]:
            have = sum((Fraction(1, times[p]) for p in chapter["members"] if p in inside[squad["id"]]), Fraction(0))
            if have < squad["needs"].get(chapter["id"], 0):
                expected.add((squad["id"], f"chapter:{chapter['id']}"))
    found = shortages(sm.plot.coverage(Org.from_dict(document)))
    assert {pair for pair in found if pair[1].startswith("chapter:")} == expected


@settings(max_examples=examples(25), deadline=None)
@given(staffed(), st.sampled_from(DETAILS), st.sampled_from(["en", "nl"]))
def test_every_detail_is_a_sound_picture_in_both_languages(document: dict[str, Any], detail: str, language: str) -> None:
    figure = sm.plot.coverage(Org.from_dict(document), detail=detail, language=language)
    assert figure.audit() == ()
    assert {f"squad:{s['id']}" for s in document["tribes"][0]["squads"]} <= set(figure.scene.promises)


@settings(max_examples=examples(15), deadline=None)
@given(staffed(), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_listed_changes_nothing(document: dict[str, Any], dice: random.Random) -> None:
    before = sm.plot.coverage(Org.from_dict(document)).svg()
    dice.shuffle(document["people"])
    assert sm.plot.coverage(Org.from_dict(document)).svg() == before


def test_the_broken_tribe_lacks_three_things_and_its_alternative_text_names_them() -> None:
    figure = sm.plot.coverage(sm.example("hypotheek-broken"), language="nl")
    assert "3 tekorten" in [text.text for text in figure.scene.texts]
    assert "Vervroegd aflossen: Ontwikkeling 2½ van 3" in figure.alt_text
    assert "Verhuizen & meenemen: vraagt niets" in figure.alt_text


def test_a_level_that_nobody_told_is_unknown_and_not_short() -> None:
    people = [{"id": "an"}, {"id": "bo", "skills": {"data": 3}}]
    squads = [{"id": "a", "members": ["an"], "required_skills": {"data": 2}}, {"id": "b", "members": ["bo"]}]
    chart = Org.from_dict({"format": "spotifymodel/1", "people": people, "squads": squads})
    found = read_coverage(chart, Limits({"count.po": "union", "tshape.breadth_level": 1, "coverage.mode": "expert"}), [("", "a")], "en")
    assert [cell.full for cell in found.heat.cells[0]] == ["? / 1"]
    assert found.heat.gaps == 0 and found.silent == 1


def test_a_chart_without_skills_and_needs_shows_which_chapters_sit_in_which_squad() -> None:
    figure = sm.plot.coverage(org(large(4, 3)), language="en")
    assert figure.audit() == ()
    assert "number: seats, half a seat for somebody in two squads" in [text.text for text in figure.scene.texts]


def test_levels_without_needs_count_the_people_who_have_any() -> None:
    people = [{"id": "an", "skills": {"data": 1}}, {"id": "bo", "skills": {"data": 3}}]
    chart = Org.from_dict({"format": "spotifymodel/1", "people": people, "squads": [{"id": "a", "members": ["an", "bo"]}]})
    words = {text.of or text.text: text.text for text in sm.plot.coverage(chart, language="en").scene.texts}
    assert words["squad:a/skill:data"] == "2"
    assert "fill: deepest level in the squad · number: people who have any" in words
    assert not any("shortage" in word for word in words)


def test_less_room_gives_less_detail_and_too_little_is_refused() -> None:
    chart = org(large(16, 8))
    wide, narrow = sm.plot.coverage(chart), sm.plot.coverage(chart, size=(5, 7))
    assert narrow.size == (5, 7) and narrow.audit() == ()
    assert len(narrow.scene.texts) != len(wide.scene.texts)
    with pytest.raises(FigureTooSmallError):
        sm.plot.coverage(chart, size=(2, 2))


def test_more_than_sixty_squads_take_pages() -> None:
    chart = org(large(70, 5))
    last = sm.plot.coverage(chart, page=2, language="en")
    assert sum(promise.startswith("squad:") for promise in last.scene.promises) == 10
    assert "page 2 of 2" in " ".join(text.text for text in last.scene.texts)
    with pytest.raises(UsageError, match="pages 1 to 2"):
        sm.plot.coverage(chart, page=3)


def test_chapters_of_one_name_in_two_tribes_are_one_expertise_under_two_headings() -> None:
    one, two = large(2, 2)["tribes"][0], large(2, 2)["tribes"][0]
    document = large(2, 2)
    two = {**two, "id": "u", "name": "Sparen", "squads": [{"id": f"u-{s['id']}", "members": []} for s in two["squads"]]}
    two["chapters"] = [{"id": f"u-{c['id']}", "name": c["name"]} for c in two["chapters"]]
    document["tribes"] = [one, two]
    figure = sm.plot.coverage(org(document))
    assert sum(promise.startswith("chapter:") for promise in figure.scene.promises) == 2
    assert {"Hypotheek", "Sparen"} <= {text.text for text in figure.scene.texts}
    alone = sm.plot.coverage(org(document), tribe="t")
    assert len(alone.scene.promises) == 2 + 2 and "Sparen" not in {text.text for text in alone.scene.texts}


def test_what_is_highlighted_keeps_its_colour() -> None:
    chart = sm.example("hypotheek")
    plain, lit = sm.plot.coverage(chart), sm.plot.coverage(chart, highlight="hypotheek-app")
    assert lit.audit() == () and lit.svg() != plain.svg()
    with pytest.raises(UsageError, match="not in this picture"):
        sm.plot.coverage(chart, highlight="nobody")


def test_a_chart_without_squads_or_without_expertise_is_refused_with_the_remedy() -> None:
    empty = {"format": "spotifymodel/1", "people": []}
    with pytest.raises(UsageError, match="Let a transition be proposed"):
        sm.plot.coverage(Org.from_dict(empty))
    with pytest.raises(UsageError, match="Add chapters with members"):
        sm.plot.coverage(Org.from_dict({**empty, "squads": [{"id": "a"}]}))
    with pytest.raises(UsageError, match="detail takes auto, names, initials, counts, dots, not 'all'"):
        sm.plot.coverage(sm.example("hypotheek"), detail="all")
