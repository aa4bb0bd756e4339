"""The network: everybody in their circle, bridges for those who share their time, sound for any chart."""

from __future__ import annotations

import random
from collections import Counter
from math import hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.checking.run import check
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.grid.reading import read_tribe
from spotifymodel.plot.nest.packing import masonry, neighbourly, shelves
from spotifymodel.plot.nest.rings import rings
from spotifymodel.plot.scene import Box, Dot, Line
from tests.depth import examples

from .charts import Document, large, org, small
from .views import NASTY


def network(chart: Org, **options: Any) -> sm.plot.OrgFigure:
    picture = sm.plot.network(chart, **options)
    assert isinstance(picture, sm.plot.OrgFigure)
    return picture


def dots(picture: sm.plot.OrgFigure) -> Counter[str]:
    return Counter(mark.of for mark in picture.scene.marks if isinstance(mark, Dot) and "/person:" in mark.of)


def bridged(picture: sm.plot.OrgFigure) -> set[str]:
    return {mark.of for mark in picture.scene.marks if isinstance(mark, Line) and mark.of.startswith("bridge:")}


# -- who stands where -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", [small(), large(3, 3), large(16, 8), large(60, 8)], ids=["small", "names", "initials", "dots"])
def test_every_person_appears_once_per_seat(document: Document) -> None:
    chart = org(document)
    picture = network(chart)
    tribe = chart.tribes[0]
    wanted = {f"squad:{s['id']}/person:{p}" for s in document["tribes"][0]["squads"] for p in s["members"]}
    found = dots(picture)
    assert picture.audit() == ()
    assert wanted <= set(found)
    assert set(found.values()) == {1}
    assert {of for of in found if of.startswith("squad:")} == wanted
    assert f"tribe:{tribe.id}" in {mark.of for mark in picture.scene.marks}


def test_somebody_in_two_squads_has_one_bridge_from_dot_to_dot() -> None:
    picture = network(org(small()))
    assert bridged(picture) == {"bridge:ben"}
    places = {(m.x, m.y) for m in picture.scene.marks if isinstance(m, Dot) and m.of.endswith("/person:ben")}
    whole = next(mark for mark in picture.scene.marks if isinstance(mark, Line) and mark.of == "bridge:ben")
    assert set(whole.points) == places
    assert len(places) == 2


def test_bridges_lie_behind_every_squad_and_every_dot_of_a_person() -> None:
    marks = network(org(small())).scene.marks
    lines = [i for i, m in enumerate(marks) if isinstance(m, Line) and m.of == "bridge:ben"]
    every = [i for i, m in enumerate(marks) if isinstance(m, Line) and m.of in ("", "bridge:ben")][:3]
    circles = [i for i, m in enumerate(marks) if isinstance(m, Dot) and m.of.startswith("squad:") and "/" not in m.of]
    people = [i for i, m in enumerate(marks) if isinstance(m, Dot) and "/person:" in m.of]
    assert len(lines) == 1
    assert lines[0] < min(circles)
    assert max(circles) < every[1] < every[2] < min(people)


@pytest.mark.parametrize("together", [3, 4, 9])
def test_four_people_or_more_in_the_same_two_squads_are_one_wide_line_with_their_number(together: int) -> None:
    people = [{"id": f"p{i}", "name": f"Jan {chr(65 + i)}"} for i in range(together + 4)]
    ids = [p["id"] for p in people]
    squads = [{"id": "a", "name": "A", "members": ids[: together + 2]}, {"id": "b", "name": "B", "members": [*ids[:together], *ids[-2:]]}]
    picture = network(org({"format": "spotifymodel/1", "people": people, "tribes": [{"id": "t", "squads": squads}]}), language="en")
    assert picture.audit() == ()
    assert bridged(picture) == {f"bridge:p{i}" for i in range(together)}
    lines = [m for m in picture.scene.marks if isinstance(m, Line) and not m.of and m.width > 1.5]
    bottom = max(m.region[3] for m in picture.scene.marks if m.of == "tribe:t" and isinstance(m, Box))  # below it findings are counted
    numbers = [text.text for text in picture.scene.texts if text.text == str(together) and not text.of and text.y < bottom]
    explained = [text.text for text in picture.scene.texts if text.text == "several at once, and how many"]
    assert (len(lines), len(numbers), len(explained)) == ((2, 1, 1) if together >= 4 else (0, 0, 0))


def test_everybody_stands_inside_the_own_squad_and_nobody_in_two() -> None:
    marks = [m for m in network(org(large(16, 8))).scene.marks if isinstance(m, Dot)]
    squads = {m.of: m for m in marks if m.of.startswith(("squad:", "bench")) and "/" not in m.of}
    for person in (m for m in marks if "/person:" in m.of):
        inside = {of for of, c in squads.items() if hypot(person.x - c.x, person.y - c.y) + person.r <= c.r}
        assert inside == {person.of.partition("/")[0]}


def test_the_owner_stands_in_the_middle_and_dark() -> None:
    picture = network(org(large(3, 3)))
    marks = [m for m in picture.scene.marks if isinstance(m, Dot)]
    squad = next(m for m in marks if m.of == "squad:s0")
    owner = next(m for m in marks if m.of == "squad:s0/person:p002")
    nearest = min((m for m in marks if m.of.startswith("squad:s0/")), key=lambda m: hypot(m.x - squad.x, m.y - squad.y))
    assert nearest == owner
    assert [m.of for m in marks if m.of.startswith("squad:s0/") and m.fill == owner.fill] == [owner.of]


def test_people_in_no_squad_stand_in_a_circle_of_their_own() -> None:
    assert dots(network(org(small())))["bench:hypotheek/person:zoe"] == 1


# -- sound, whatever the chart --------------------------------------------------------------------------------------------


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(2, 9), st.sampled_from([1, 2, 3, 4, 5, 6, 8]), st.integers(0, 99), st.integers(0, 40))
def test_a_generated_chart_makes_a_sound_picture(squads: int, chapters: int, seed: int, shared: int) -> None:
    document = large(squads, chapters, seed)
    dice = random.Random(seed)
    teams = document["tribes"][0]["squads"]
    for _ in range(shared):
        person, team = dice.choice(document["people"])["id"], dice.choice(teams)
        if person not in team["members"]:
            team["members"].append(person)
    if seed % 3 == 0:
        teams[0].pop("product_owner")
    chart = org(document)
    picture = network(chart)
    view = read_tribe(chart, "t", check(chart), "en")
    homes = Counter(seat.person for row in view.rows for cell in row.cells for seat in cell)
    assert picture.audit() == ()
    assert bridged(picture) == {f"bridge:{person}" for person, times in homes.items() if times > 1}
    assert sum(dots(picture).values()) == sum(homes.values())


@pytest.mark.parametrize("squads", [2, 12, 50], ids=["names", "initials", "dots"])
def test_nasty_names_everywhere_make_a_sound_picture(squads: int) -> None:
    usable = [name for name in NASTY if not set(name) & set("\t\n\u202e")]
    document = large(squads, 4)
    for i, person in enumerate(document["people"]):
        person["name"] = usable[i % len(usable)]
    for i, thing in enumerate((*document["tribes"][0]["squads"], *document["tribes"][0]["chapters"])):
        thing["name"] = usable[i % len(usable)]
    assert network(org(document)).audit() == ()


@pytest.mark.parametrize("name", ["hypotheek", "hypotheek-broken", "polderbank-tribe"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_examples_make_sound_pictures(name: str, language: str) -> None:
    assert network(sm.example(name), language=language).audit() == ()


def test_a_squad_without_people_is_shown() -> None:
    document = small()
    document["tribes"][0]["squads"].append({"id": "leeg", "name": "Verhuizen"})
    picture = network(org(document))
    assert picture.audit() == ()
    assert "Verhuizen" in {text.text for text in picture.scene.texts}


def test_many_small_squads_with_short_names_leave_room_for_their_counts() -> None:
    document = large(60, 8)
    for i, squad in enumerate(document["tribes"][0]["squads"]):
        squad.update(name=f"{i}", members=squad["members"][:1])
    for size in (None, (14, 20), (20, 14), (24, 14)):
        assert network(org(document), language="nl", size=size).audit() == ()


def test_a_tribe_of_nobody_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="no network to draw"):
        network(org({"format": "spotifymodel/1", "people": [], "tribes": [{"id": "t"}]}))


# -- the same again -------------------------------------------------------------------------------------------------------


def test_the_same_chart_gives_the_same_bytes_twice_and_in_any_order_of_people() -> None:
    straight, shuffled = small(), small()
    dice = random.Random(3)
    dice.shuffle(shuffled["people"])
    for team in (*shuffled["tribes"][0]["squads"], *shuffled["tribes"][0]["chapters"]):
        dice.shuffle(team["members"])
    first = network(org(straight)).encoded("svg")
    assert first == network(org(small())).encoded("svg")
    assert first == network(org(shuffled)).encoded("svg")


def test_the_description_says_how_many_people_are_shared() -> None:
    assert network(org(small()), language="en").alt_text.endswith("1 person works in several squads.")
    assert network(org(small()), language="nl").alt_text.endswith("1 medewerker werkt in meer squads.")


def test_who_is_highlighted_keeps_the_colour_and_the_rest_turns_grey() -> None:
    plain, lit = network(org(small())), network(org(small()), highlight="anna")
    assert lit.audit() == ()

    def fills(picture: sm.plot.OrgFigure) -> dict[str, str | None]:
        return {m.of: m.fill for m in picture.scene.marks if isinstance(m, Dot) and "/person:" in m.of}

    before, after = fills(plain), fills(lit)
    assert before["squad:app/person:anna"] == after["squad:app/person:anna"]
    assert before["squad:app/person:ben"] != after["squad:app/person:ben"]


# -- the geometry ---------------------------------------------------------------------------------------------------------


@settings(max_examples=examples(25), deadline=None)
@given(st.integers(1, 130), st.floats(3, 60))
def test_people_on_rings_never_touch(count: int, pitch: float) -> None:
    places = rings(count, pitch)
    assert len(places) == count
    nearest = min((hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(places) for b in places[:i]), default=pitch)
    assert nearest >= pitch - 1e-5


@given(st.lists(st.tuples(st.floats(10, 300), st.floats(10, 300)), min_size=1, max_size=25))
def test_squads_never_overlap_and_stay_inside(sizes: list[tuple[float, float]]) -> None:
    corners, width, height = shelves(sizes, 16)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    for i, a in enumerate(boxes):
        assert a[0] >= -1e-6
        assert a[1] >= -1e-6
        assert a[2] <= width + 1e-6
        assert a[3] <= height + 1e-6
        assert all(min(a[2], b[2]) - max(a[0], b[0]) <= 1e-6 or min(a[3], b[3]) - max(a[1], b[1]) <= 1e-6 for b in boxes[:i])


@given(st.lists(st.tuples(st.floats(10, 300), st.floats(10, 300)), min_size=1, max_size=25), st.sampled_from([None, 300.0, 640.0]))
def test_tribes_never_overlap_and_stay_inside(sizes: list[tuple[float, float]], room: float | None) -> None:
    corners, width, height = masonry(sizes, 18, room)
    boxes = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    assert room is None or width <= room + 1e-6
    for i, a in enumerate(boxes):
        assert min(a) >= 0
        assert a[2] <= width + 1e-6
        assert a[3] <= height + 1e-6
        assert all(max(a[0], b[0]) - min(a[2], b[2]) >= 17.99 or max(a[1], b[1]) - min(a[3], b[3]) >= 17.99 for b in boxes[:i])


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), max_size=12))
def test_the_order_of_squads_leaves_nobody_out(members: list[frozenset[str]]) -> None:
    assert sorted(neighbourly(members)) == list(range(len(members)))
