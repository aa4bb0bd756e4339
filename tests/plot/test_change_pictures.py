"""Before and after, and the difference: both charts are in the picture, each change is marked once, and each level is sound."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, NotFoundError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.change.comparing import compare
from spotifymodel.plot.change.comparison import Comparison
from spotifymodel.plot.gallery import drawer
from spotifymodel.plot.scene import Box, Dot, Line, Scene
from spotifymodel.plot.theme import DEFAULT
from spotifymodel.testing import charts, edits_of, valid_charts
from tests.depth import examples

from .changes import departments, named, redesigned, reorganised, tribes
from .views import NASTY

PICTURES = ("before_after", "diff")
NOBODY = Org.from_dict({"format": "spotifymodel/1", "people": []})
SEED = reorganised(52, hires=3, leavers=2)
AGAIN = redesigned()
LARGE = reorganised(300, units=12, squads=8, chapters=6, count=3, hires=4)
WORDS = ("no chapter", "members", "no squad")
LEVELS = {"before_after": ("names", "initials", "dots", "counts"), "diff": ("names", "initials", "counts")}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("picture", "detail"), [(picture, level) for picture in PICTURES for level in ("auto", *LEVELS[picture])])
@pytest.mark.parametrize("change", [SEED, AGAIN, LARGE], ids=["departments", "redesign", "large"])
def test_every_level_is_sound(change: tuple[Org, Org], picture: str, detail: str, language: str) -> None:
    figure = drawer(picture)(*change, language=language, detail=detail)
    assert figure.audit() == ()
    assert figure.scene.promises


@pytest.mark.parametrize("picture", PICTURES)
@settings(max_examples=examples(12), deadline=None)
@given(
    st.integers(0, 40), st.integers(1, 5), st.integers(1, 5), st.integers(1, 9), st.integers(1, 2),
    st.sampled_from(["auto", "names", "counts"]),
    st.lists(st.sampled_from([n for n in NASTY if n.isprintable()]), min_size=1, max_size=6), st.booleans(),
)  # fmt: skip
def test_nasty_names_stay_apart_and_inside(
    picture: str, people: int, units: int, squads: int, chapters: int, count: int, detail: str, names: list[str], back: bool
) -> None:
    everybody = named(people + 1)
    before, after = departments(everybody, units), tribes(everybody, squads, chapters, count=count, hires=1, leavers=min(people, 2))
    places = [*before["units"], *(one for t in after["tribes"] for one in (t, *t["chapters"], *t["squads"]))]
    for i, place in enumerate([*places, *everybody, *before["people"], *after["people"]]):
        place["name"] = names[i % len(names)]
    pair = Org.from_dict(before), Org.from_dict(after)
    assert drawer(picture)(*(reversed(pair) if back else pair), detail=detail).audit() == ()


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Org, Org]:
    """Draw any chart, or a valid one, and what some edits make of it, or another chart."""
    before = draw(st.one_of(charts(), valid_charts(squads=5, chapters=4)))
    if draw(st.booleans()):
        return before, draw(charts())
    after = before
    if before.people and any(True for _ in before.all_squads()):
        for _ in range(draw(st.integers(0, 4))):
            after = after.apply([draw(edits_of(after))])
    return before, after


@settings(max_examples=examples(40), deadline=None)
@given(
    pairs(),
    st.sampled_from([*PICTURES, "transition"]),
    st.sampled_from(["auto", "names", "counts"]),
    st.sampled_from([None, "a4", (4.5, 4.5)]),
)  # fmt: skip
def test_any_two_charts_are_drawn_soundly_or_refused_with_a_reason(change: tuple[Org, Org], picture: str, detail: str, size: Any) -> None:
    try:
        figure = drawer(picture)(*change, detail=detail, size=size)
    except (UsageError, FigureTooSmallError) as refusal:
        assert len(str(refusal)) > 30
        return
    assert figure.audit() == ()


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize(
    "change", [(NOBODY, SEED[1]), (SEED[1], NOBODY), (SEED[0], SEED[0]), (SEED[1], SEED[1])], ids=["new", "closed", "line", "still"]
)
def test_nothing_before_nothing_after_and_nothing_moved_are_drawn_too(picture: str, change: tuple[Org, Org]) -> None:
    assert drawer(picture)(*change, language="nl").audit() == ()


@pytest.mark.parametrize("picture", PICTURES)
def test_nobody_at_all_is_refused_and_so_is_a_single_chart(picture: str) -> None:
    with pytest.raises(UsageError, match="so there is no"):
        drawer(picture)(NOBODY, NOBODY)
    with pytest.raises(UsageError, match="is drawn from two charts"):
        drawer(picture)(SEED[0])
    with pytest.raises(UsageError, match="detail takes"):
        drawer(picture)(*SEED, detail="everything")


@pytest.mark.parametrize("picture", PICTURES)
def test_a_small_page_gets_less_detail_and_one_that_is_too_small_names_the_least(picture: str) -> None:
    full = drawer(picture)(*AGAIN)
    small = drawer(picture)(*AGAIN, size=(6, 5.4))
    assert small.audit() == ()
    assert len(small.scene.marks) < len(full.scene.marks)
    with pytest.raises(FigureTooSmallError) as refusal:
        drawer(picture)(*AGAIN, size=(1, 1))
    least = refusal.value.minimum
    assert drawer(picture)(*AGAIN, size=(least[0] + 0.02, least[1] + 0.02)).audit() == ()


@pytest.mark.parametrize("picture", PICTURES)
def test_what_is_highlighted_keeps_its_colour_and_what_is_not_there_is_refused(picture: str) -> None:
    plain, lit = drawer(picture)(*AGAIN), drawer(picture)(*AGAIN, highlight="t0s1")
    assert lit.audit() == ()
    coloured = {DEFAULT.added, DEFAULT.removed, *DEFAULT.palette}
    assert 0 < inks(lit.scene, coloured) < inks(plain.scene, coloured)
    with pytest.raises(UsageError, match="'elsewhere' is not in this picture"):
        drawer(picture)(*AGAIN, highlight="elsewhere")


def inks(scene: Scene, colours: set[str]) -> int:
    return sum(isinstance(mark, Box | Dot) and bool({mark.fill, mark.stroke} & colours) for mark in scene.marks)


@pytest.mark.parametrize("picture", ["before_after", "diff", "transition"])
def test_the_page_tells_of_everybody_where_they_come_from_and_go_to(picture: str) -> None:
    person = SEED[1].people[5].id
    html = drawer(picture)(*SEED, language="en").to_html()
    facts = json.loads(re.findall(r'<script type="application/json" id="facts">(.*?)</script>', html, re.S)[0])["facts"]
    if picture != "transition":  # where nobody is drawn one by one
        (told,) = [fact for fact in facts if fact["name"] == SEED[1].person(person).name]
        assert any(line.startswith("From ") for line in told["lines"])
        assert any(line.startswith("To ") for line in told["lines"])
    assert any(fact["kind"] == "squad" and any(line.startswith("From ") for line in fact["lines"]) for fact in facts)


@pytest.mark.parametrize("picture", ["before_after", "diff", "transition"])
def test_charts_with_dates_are_said_to_be_shown_over_all_periods(picture: str) -> None:
    after = SEED[1].join(SEED[1].people[9].id, "t0s5", start="2027-01-01", until="2027-07-01")
    figure = drawer(picture)(SEED[0], after, language="en")
    assert "all periods together" in figure.alt_text
    assert "all periods together" not in drawer(picture)(*SEED, language="en").alt_text


def test_a_vacancy_of_a_live_chart_stands_nowhere() -> None:
    live = SEED[1].change("organisation", "organisation", mode="live")
    scene = sm.plot.before_after(SEED[0], live).scene
    assert not any("person:new" in mark.of for mark in scene.marks)


TWO = Org.from_dict(tribes(named(60), 3, 3, count=2))
SWAPPED = TWO.move(str(TWO.squad("t0s1").members[1]), to="t1s1", from_squad="t0s1")


@pytest.mark.parametrize("detail", ["auto", "names", "counts"])
@pytest.mark.parametrize("picture", PICTURES)
def test_one_tribe_can_be_asked_for(picture: str, detail: str) -> None:
    figure = drawer(picture)(TWO, SWAPPED, tribe="t1", detail=detail, language="en")
    assert figure.audit() == ()
    squads = {mark.of.rpartition("/")[2] for mark in figure.scene.marks if mark.of.rpartition("/")[2].startswith("squad:t")}
    assert squads == {"squad:t1s0", "squad:t1s1", "squad:t1s2"}
    with pytest.raises(NotFoundError):
        drawer(picture)(TWO, SWAPPED, tribe="nowhere")


def test_who_comes_from_another_tribe_stands_in_a_silo_of_its_name_and_nobody_else_of_it_is_drawn() -> None:
    scene = sm.plot.before_after(TWO, SWAPPED, tribe="t1", language="en").scene
    guest = str(TWO.squad("t0s1").members[1])
    assert [mark.of for mark in scene.marks if mark.of.startswith("before/tribe:t0/person:")] == [f"before/tribe:t0/person:{guest}"]


def test_the_difference_of_one_tribe_counts_its_own_people_only() -> None:
    found = compare(TWO, SWAPPED, *WORDS)
    assert (found.only("t1").tally.moved, found.only("t0").tally.moved) == (1, 1)
    assert found.only("t1").tally.stayed == len(found.only("t1").people) - 1


def test_a_chapter_of_another_tribe_has_a_column_of_its_own_and_its_people_are_not_without_one() -> None:
    guest = TWO.squad("t0s1").members[1]
    home = next(chapter.id for chapter in TWO.records("chapter") if guest in chapter.members)
    (sheet,) = compare(TWO, SWAPPED, *WORDS).only("t1").sheets
    assert [column.chapter for column in sheet.columns if not column.chapter.startswith("t1")] == [home]
    assert not any(column.name == "no chapter" for column in sheet.columns)


# --- before and after ------------------------------------------------------------------------------------------------


def test_everybody_is_a_dot_on_the_side_where_they_are() -> None:
    before, after = SEED
    of = Counter(mark.of for mark in sm.plot.before_after(before, after).scene.marks if isinstance(mark, Dot))
    assert {path.rpartition("person:")[2] for path in of if path.startswith("before/unit:")} == {p.id for p in before.people}
    seated = {p for squad in after.records("squad") for p in squad.members}
    assert {path.rpartition("person:")[2] for path in of if path.startswith("squad:")} == seated


def test_a_dot_of_today_has_the_colour_of_the_chapter_to_come() -> None:
    before, after = SEED
    scene = sm.plot.before_after(before, after).scene
    hues = {mark.of.rpartition("person:")[2]: mark.fill for mark in scene.marks if isinstance(mark, Dot) and mark.of.startswith("before/")}
    for number, chapter in enumerate(after.records("chapter")):
        staff = {hues[person] for person in chapter.members if person in hues}
        assert staff == {DEFAULT.palette[number]}


def test_a_chapter_that_stays_has_one_colour_on_both_sides_and_one_that_goes_has_its_own() -> None:
    before = Org.from_dict(tribes(named(30), 3, 3))
    after = before.remove("chapter", "t0c0")
    scene = sm.plot.before_after(before, after).scene
    bars: dict[str, set[str | None]] = {}
    for mark in scene.marks:
        if isinstance(mark, Box) and "chapter:" in mark.of and mark.fill in DEFAULT.palette:
            bars.setdefault(mark.of, set()).add(mark.fill)
    assert bars["before/chapter:t0c1"] == bars["chapter:t0c1"]
    assert bars["before/chapter:t0c0"].isdisjoint(bars["chapter:t0c1"] | bars["chapter:t0c2"])


def test_who_sits_in_a_tribe_is_not_drawn_in_the_line_as_well() -> None:
    after = SEED[1].add("unit", id="hr").change("person", SEED[1].people[3].id, unit="hr")
    scene = sm.plot.before_after(SEED[0], after).scene
    assert not any(mark.of.startswith("unit:hr") for mark in scene.marks)


# --- the difference --------------------------------------------------------------------------------------------------


def kinds(found: Comparison, kind: str) -> set[tuple[str, str]]:
    """Return who is marked so, with the squad."""
    rows = [row for sheet in found.sheets for row in sheet.rows if row.id]
    return {(entry.person, row.id) for row in rows for cell in row.cells for entry in cell if entry.kind == kind}


def seats(org: Org) -> set[tuple[str, str]]:
    found = set()
    for squad in org.records("squad"):
        owners = squad.product_owner if isinstance(squad.product_owner, tuple) else (squad.product_owner,)
        for seat in (*squad.members, *owners):
            if seat:
                found.add((seat if isinstance(seat, str) else seat.person, squad.id))
    return found


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(2, 7), st.integers(1, 5), st.integers(0, 6), st.booleans())
def test_pluses_and_minuses_are_the_seats_that_differ(squads: int, chapters: int, moves: int, back: bool) -> None:
    before, after = redesigned(squads, chapters, moves)
    if back:
        before, after = after, before
    found = compare(before, after, *WORDS)
    assert kinds(found, "plus") == seats(after) - seats(before)
    assert kinds(found, "minus") == seats(before) - seats(after)
    assert kinds(found, "same") | kinds(found, "shift") == seats(before) & seats(after)


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(2, 7), st.integers(1, 5), st.integers(0, 6))
def test_everybody_is_counted_once_and_as_the_difference_of_charts_counts_them(squads: int, chapters: int, moves: int) -> None:
    before, after = redesigned(squads, chapters, moves)
    tally = compare(before, after, *WORDS).tally
    people = sm.diff(before, after).people
    assert tally.joined == sum(one.status == "new" for one in people)
    assert tally.left == sum(one.status == "gone" for one in people)
    moved = [one for one in people if one.status == "changed" and {"squads", "chapters", "unit"} & set(one.fields)]
    assert tally.moved == len(moved)
    assert tally.roles == sum(one.status == "changed" and "roles" in one.fields for one in people) - sum("roles" in m.fields for m in moved)
    assert tally.moved + tally.roles + tally.stayed + tally.left == len(before.people)


def test_the_way_back_turns_every_sign_around() -> None:
    there, back = compare(*AGAIN, *WORDS), compare(*reversed(AGAIN), *WORDS)
    assert kinds(there, "plus") == kinds(back, "minus")
    assert kinds(there, "minus") == kinds(back, "plus")
    assert (there.tally.joined, there.tally.left) == (back.tally.left, back.tally.joined)


def test_nothing_is_marked_where_nothing_changed() -> None:
    found = compare(SEED[1], SEED[1], *WORDS)
    assert all(row.quiet for sheet in found.sheets for row in sheet.rows)
    scene = sm.plot.diff(SEED[1], SEED[1]).scene
    assert not {DEFAULT.added, DEFAULT.removed} & {getattr(mark, "fill", "") for mark in scene.marks}
    assert not any(isinstance(mark, Line) for mark in scene.marks)


CHART = {
    "format": "spotifymodel/1",
    "people": [{"id": p, "name": p.capitalize()} for p in ("an", "bo", "cas", "dia")],
    "tribes": [
        {
            "id": "t",
            "name": "Sparen",
            "lead": "dia",
            "chapters": [
                {"id": "dev", "name": "Dev", "lead": "an", "members": ["an", "bo"]},
                {"id": "ops", "name": "Ops", "members": ["cas"]},
            ],
            "squads": [
                {"id": "app", "name": "App", "product_owner": "an", "members": ["an", "bo"]},
                {"id": "web", "name": "Web", "product_owner": "cas", "members": ["cas"]},
            ],
        }
    ],
}


def drawn(after: Org, **wishes: Any) -> list[str]:
    return [text.text for text in sm.plot.diff(Org.from_dict(CHART), after, language="en", **wishes).scene.texts]


def test_another_owner_another_chapter_a_new_name_a_squad_less_and_a_new_lead_are_each_said() -> None:
    before = Org.from_dict(CHART)
    texts = drawn(before.appoint("bo", "product_owner", of="app").relieve("an", "product_owner", of="app"))
    assert {"+PO", "−PO", "becomes product owner", "is product owner no longer"} <= set(texts)
    texts = drawn(before.move("bo", to="chapter:ops", from_squad="chapter:dev"))
    assert {"→", "from another chapter"} <= set(texts)
    assert "was: App" in drawn(before.change("squad", "app", name="Bankieren"))
    assert "ends" in drawn(before.remove("squad", "web"))
    assert "new" in drawn(before.add("squad", id="kas", tribe="t", name="Kas"))
    texts = drawn(before.relieve("dia", "tribe_lead", of="t").appoint("bo", "tribe_lead", of="t"))
    assert texts.count("TL") == 2
    assert {"+", "−"} <= set(texts)


def test_a_name_that_went_is_struck_through_and_has_its_sign() -> None:
    after = Org.from_dict(CHART).quit("bo", "app").join("bo", "web")
    scene = sm.plot.diff(Org.from_dict(CHART), after, language="en").scene
    gone, come = "squad:app/person:bo", "squad:web/person:bo"
    assert [text.text for text in scene.texts if text.of == gone] == ["−", "Bo"]
    assert [text.text for text in scene.texts if text.of == come] == ["+", "Bo"]
    assert [mark.of for mark in scene.marks if isinstance(mark, Line)] == [gone]


def test_a_head_count_that_changed_shows_both_and_too_many_is_red() -> None:
    after = Org.from_dict(CHART).join("cas", "app")
    assert "2 → 3" in drawn(after)
    scene = sm.plot.diff(*SEED).scene
    red = {text.of for text in scene.texts if text.fill == DEFAULT.bad}
    assert red == {f"squad:{f.subject.id}" for f in sm.check(SEED[1]).findings if f.code == "SQ001"} != set()


def test_only_who_changed_is_named_where_there_are_many_and_quiet_squads_are_listed() -> None:
    before = Org.from_dict(tribes(named(260), 16, 8, count=2))
    member = next(p for p in before.squad("t0s0").members)
    after = before.quit(str(member), "t0s0")
    scene = sm.plot.diff(before, after, language="en").scene
    assert any(text.text.startswith("unchanged: ") for text in scene.texts)
    assert next(text.text for text in scene.texts if text.of == f"squad:t0s0/person:{member}") == "−"
    assert not any(text.of.startswith("squad:t0s1/person:") for text in scene.texts)
    assert sm.plot.diff(before, after, language="en").audit() == ()


def test_a_tribe_in_which_nothing_changed_is_only_named_where_there_are_many_people() -> None:
    before = Org.from_dict(tribes(named(260), 12, 4, count=3))
    after = before.quit(str(before.squad("t1s0").members[0]), "t1s0")
    scene = sm.plot.diff(before, after, language="nl").scene
    assert "tribes zonder verandering: Hypotheek, Tribe 3" in [text.text for text in scene.texts]
    assert {mark.of for mark in scene.marks if mark.of.startswith("tribe:")} == {"tribe:t1"}


def test_so_many_squads_that_no_sheet_holds_their_people_are_counted() -> None:
    squads = [{"id": f"s{i}", "members": [f"p{i}"]} for i in range(200)]
    people = [{"id": f"p{i}"} for i in range(200)]
    chart = Org.from_dict({"format": "spotifymodel/1", "people": people, "squads": squads})
    figure = sm.plot.before_after(chart, chart.move("p3", to="s4", from_squad="s3"))
    assert figure.audit() == ()
    assert figure.size[0] < 12
    assert figure.size[1] < 12


def test_the_alternative_text_says_who_came_and_who_went() -> None:
    after = Org.from_dict(CHART).quit("bo", "app").join("bo", "web")
    figure = sm.plot.diff(Org.from_dict(CHART), after, language="en")
    assert figure.alt_text == "What changes. 1 person moves · 3 stay. App (2 → 1): minus Bo. Web (1 → 2): plus Bo."
