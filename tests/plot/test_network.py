"""The network of several tribes: everybody in their squads, arcs between tribes behind them, and a wheel where that is too much."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.errors import FigureTooSmallError, UsageError
from spotifymodel.plot.nest.sharing import Pair, shared_pairs
from spotifymodel.plot.nest.sites import MOST_ARCS
from spotifymodel.plot.scene import Box, Dot, Ribbon
from spotifymodel.plot.theme import DEFAULT
from spotifymodel.testing import company
from tests.depth import examples

from .charts import Document, org
from .test_book import seats
from .test_company import NAMES, several


def network(document: Document, **options: Any) -> sm.plot.OrgFigure:
    picture = sm.plot.network(org(document), **options)
    assert isinstance(picture, sm.plot.OrgFigure)
    return picture


def linked(sizes: list[list[int]], links: int, seed: int = 1) -> Document:
    """Tribes of squads of these sizes, with so many people who also work in a squad of another tribe."""
    document, dice = several(sizes), random.Random(seed)
    squads = [(t, squad) for t, tribe in enumerate(document["tribes"]) for squad in tribe["squads"]]
    givers = [(t, person) for t, squad in squads for person in squad["members"]]
    dice.shuffle(givers)
    for home, person in givers[:links]:
        others = [squad for t, squad in squads if t != home and person not in squad["members"]]
        if others:
            dice.choice(others)["members"].append(person)
    return document


def people_of(tribe: dict[str, Any]) -> set[str]:
    return {person for squad in tribe["squads"] for person in squad["members"]}


def arcs(picture: sm.plot.OrgFigure) -> Counter[str]:
    return Counter(mark.of for mark in picture.scene.marks if isinstance(mark, Ribbon) and mark.of.startswith("bridge:"))


SIZES = st.lists(st.lists(st.integers(0, 14), min_size=1, max_size=12), min_size=2, max_size=5)


@settings(max_examples=examples(20), deadline=None)
@given(SIZES, st.integers(0, 70), st.sampled_from(["auto", "names", "initials", "dots", "counts"]), st.sampled_from(["en", "nl"]))
def test_every_network_is_sound_and_shows_everybody_once_per_squad(sizes: list[list[int]], links: int, detail: Any, language: str) -> None:
    document = linked(sizes, links)
    picture = network(document, detail=detail, language=language)
    assert picture.audit() == ()
    if detail not in ("auto", "counts"):
        found = Counter(m.of for m in picture.scene.marks if isinstance(m, Dot) and m.of.startswith("squad:") and "/person:" in m.of)
        assert found == seats(document)


def test_somebody_in_two_tribes_is_an_arc_with_a_ring_behind_every_squad() -> None:
    document = linked([[5, 6], [7], [4, 4]], 3)
    picture = network(document)
    twice = {p for one, other in combinations(document["tribes"], 2) for p in people_of(one) & people_of(other)}
    assert set(arcs(picture)) == {f"bridge:{person}" for person in twice}
    marks = picture.scene.marks
    last = max(i for i, m in enumerate(marks) if isinstance(m, Ribbon))
    first = min(i for i, m in enumerate(marks) if isinstance(m, Dot) and m.of.startswith("squad:"))
    assert last < first
    rings = [m.of for m in marks[:first] if isinstance(m, Dot)]
    assert Counter(rings) == arcs(picture)


def test_an_arc_begins_and_ends_at_the_dots_of_its_person() -> None:
    picture = network(linked([[5, 6], [7]], 2))
    for arc in (m for m in picture.scene.marks if isinstance(m, Ribbon) and m.of.startswith("bridge:")):
        person = arc.of.removeprefix("bridge:")
        dots = {(m.x, m.y) for m in picture.scene.marks if isinstance(m, Dot) and m.of.endswith(f"/person:{person}")}
        assert {arc.path[0][0], arc.path[-1][-1]} <= dots


def test_more_arcs_than_can_be_followed_are_told_in_words_with_their_numbers() -> None:
    document = linked([[9] * 8, [9] * 8, [9] * 4], MOST_ARCS + 15)
    picture = network(document, language="en")
    assert arcs(picture) == Counter()
    assert picture.audit() == ()
    one, other = (people_of(tribe) for tribe in document["tribes"][:2])
    said = [text.text for text in picture.scene.texts if text.of == "tribe:t0"]
    assert f"{len(one & other)}" in " ".join(said).replace(",", " ").split()
    assert any(text.startswith("shared: ") for text in said)


def test_everybody_stands_inside_the_own_squad_and_every_squad_inside_its_tribe() -> None:
    document = linked([[5, 12], [7, 3], [4, 30, 2]], 6)
    marks = network(document, detail="dots").scene.marks
    circles: dict[str, Dot] = {}
    for mark in marks:
        if isinstance(mark, Dot) and mark.of.startswith("squad:") and "/" not in mark.of:
            circles.setdefault(mark.of, mark)
    frames = {m.of: m.region for m in marks if isinstance(m, Box) and m.of.startswith("tribe:")}
    for dot in (m for m in marks if isinstance(m, Dot) and "/person:" in m.of):
        circle = circles[dot.of.partition("/")[0]]
        assert hypot(dot.x - circle.x, dot.y - circle.y) + dot.r <= circle.r
    for tribe in document["tribes"]:
        left, top, right, bottom = frames[f"tribe:{tribe['id']}"]
        for squad in tribe["squads"]:
            box = circles[f"squad:{squad['id']}"].region
            assert left <= box[0]
            assert top <= box[1]
            assert box[2] <= right
            assert box[3] <= bottom


def test_frames_of_tribes_never_overlap() -> None:
    marks = network(linked([[n] * k for n, k in ((5, 9), (3, 1), (12, 4), (2, 2), (9, 16))], 12)).scene.marks
    frames = {m.of: m.region for m in marks if isinstance(m, Box) and m.of.startswith("tribe:")}
    for a, b in combinations(frames.values(), 2):
        assert min(a[2], b[2]) <= max(a[0], b[0]) or min(a[3], b[3]) <= max(a[1], b[1])


def test_chapters_of_the_same_name_have_the_same_hue_in_every_tribe() -> None:
    document = several([[4], [4]], names=("Noord", "Zuid"))
    for tribe, order in zip(document["tribes"], (("Ontwikkeling", "Data"), ("Data", "Ontwikkeling")), strict=True):
        ids = tribe["squads"][0]["members"]
        tribe["chapters"] = [{"id": f"{tribe['id']}-{n}", "name": n, "members": ids[2 * i : 2 * i + 2]} for i, n in enumerate(order)]
    marks = network(document, detail="dots").scene.marks
    fills = {m.of.rpartition(":")[2]: m.fill for m in marks if isinstance(m, Dot) and "/person:" in m.of}
    assert fills["p0-0-0"] == fills["p1-0-2"] != fills["p0-0-2"] == fills["p1-0-0"]


def test_who_is_highlighted_keeps_the_colour_and_a_tribe_lights_all_its_squads() -> None:
    document = linked([[5, 6], [7]], 2)
    picture = network(document, detail="dots", highlight="t1")
    inks = {m.of: m.fill for m in picture.scene.marks if isinstance(m, Dot) and "/person:" in m.of}
    assert DEFAULT.outline not in {fill for of, fill in inks.items() if of.startswith("squad:s1-")}
    assert {fill for of, fill in inks.items() if of.startswith("squad:s0-")} == {DEFAULT.outline}
    with pytest.raises(UsageError, match="'nobody' is not in this picture"):
        network(document, highlight="nobody")


# -- the wheel ----------------------------------------------------------------------------------------------------------------


def curves(picture: sm.plot.OrgFigure) -> dict[frozenset[str], Ribbon]:
    return {frozenset(m.of.split("/")): m for m in picture.scene.marks if isinstance(m, Ribbon)}


def test_the_wheel_has_a_curve_for_every_two_tribes_that_share_people_and_the_more_the_wider() -> None:
    document = linked([[9] * 4 for _ in range(7)], 60)
    picture = network(document, detail="counts")
    wanted = {}
    for one, other in combinations(document["tribes"], 2):
        both = len(people_of(one) & people_of(other))
        if both:
            wanted[frozenset({f"tribe:{one['id']}", f"tribe:{other['id']}"})] = both
    found = curves(picture)
    assert set(found) == set(wanted)
    by_count = sorted((wanted[pair], found[pair].width) for pair in found)
    assert [width for _, width in by_count] == sorted(width for _, width in by_count)
    assert len({width for _, width in by_count}) == len(set(wanted.values()))


def test_more_squads_than_can_be_found_again_make_a_wheel_of_tribes() -> None:
    chart = company(2_000, seed=3)
    picture = sm.plot.network(chart, language="nl")
    assert picture.audit() == ()
    assert picture.scene.promises == tuple(f"tribe:{tribe.id}" for tribe in chart.tribes)
    assert "medewerkers in squads" in picture.alt_text


def test_the_wheel_of_a_tribe_links_its_squads() -> None:
    document = several([[5, 6, 7], [3]])
    squads = document["tribes"][0]["squads"]
    squads[2]["members"].append(squads[0]["members"][0])
    picture = network(document, tribe="t0", detail="counts", language="en")
    assert picture.audit() == ()
    assert set(curves(picture)) == {frozenset({"squad:s0-0", "squad:s0-2"})}
    assert "1 person in both" in {text.text for text in picture.scene.texts}


@pytest.mark.parametrize("count", [2, 3, 26, 27, 61, 130])
def test_names_around_the_wheel_keep_apart(count: int) -> None:
    document = linked([[3]] * count, count)
    document["tribes"][0]["name"] = NAMES[0]
    assert network(document, detail="counts").audit() == ()


def test_tribes_that_share_nobody_say_so() -> None:
    picture = network(several([[3], [4]]), detail="counts", language="en")
    assert curves(picture) == {}
    assert "no two of these share anybody" in picture.alt_text


def test_a_highlighted_tribe_keeps_its_curves_and_all_others_turn_grey() -> None:
    picture = network(linked([[9] * 4 for _ in range(6)], 40), detail="counts", highlight="t2")
    for pair, curve in curves(picture).items():
        assert curve.stroke == (DEFAULT.bad if "tribe:t2" in pair else DEFAULT.grid)


@given(st.lists(st.frozensets(st.integers(0, 9), max_size=6), max_size=7))
def test_pairs_are_those_of_counting_one_by_one(groups: list[frozenset[int]]) -> None:
    people = [{f"p{n}" for n in group} for group in groups]
    wanted = sorted(Pair(len(people[i] & people[j]), i, j) for i, j in combinations(range(len(people)), 2) if people[i] & people[j])
    assert list(shared_pairs(people)) == wanted


# -- sizes ----------------------------------------------------------------------------------------------------------------------


def test_a_smaller_page_shows_less_of_everybody_and_the_smallest_is_refused() -> None:
    document = linked([[9] * 6, [9] * 5, [8] * 4], 5)
    levels = []
    for size in ((60, 45), (22, 16), (14, 10), (5, 6)):
        picture = network(document, size=size)
        assert picture.audit() == ()
        wheel = any(isinstance(m, Ribbon) and m.of.startswith("tribe:") for m in picture.scene.marks)
        named = sum(bool(text.stands_for) and "/person:" in text.of for text in picture.scene.texts)
        levels.append((not wheel, named > 0))
    assert levels[0] == (True, True)
    assert levels[-1] == (False, False)
    assert levels == sorted(levels, reverse=True)
    with pytest.raises(FigureTooSmallError):
        network(document, size=(2, 2))


def test_the_same_chart_gives_the_same_bytes() -> None:
    for detail in ("dots", "counts"):
        document = linked([[5] * 6, [6] * 5], 9)
        assert network(document, detail=detail).encoded("svg") == network(document, detail=detail).encoded("svg")


def test_squads_outside_tribes_stand_in_a_frame_of_their_own() -> None:
    document = several([[3], [4]]) | {"squads": [{"id": "los", "name": "Los", "members": ["p0-0-0"]}]}
    picture = network(document, language="en")
    assert picture.audit() == ()
    assert "Squads outside a tribe" in {text.text for text in picture.scene.texts}
    assert set(arcs(picture)) == {"bridge:p0-0-0"}


def test_an_unknown_detail_and_a_chart_without_squads_are_refused() -> None:
    with pytest.raises(UsageError, match="detail takes"):
        network(several([[3], [4]]), detail="little")
    with pytest.raises(UsageError, match="suits the picture units"):
        network({"format": "spotifymodel/1", "people": [], "tribes": [{"id": "a"}, {"id": "b"}]})


def test_in_the_width_of_a_column_numbers_stand_around_the_wheel_and_a_list_names_them() -> None:
    document = linked([[9] * 6, [9] * 5, [8] * 4], 5)
    picture = network(document, size=(3.5, 6))
    assert picture.audit() == ()
    for at, tribe in enumerate(document["tribes"]):
        said = [text for text in picture.scene.texts if text.of == f"tribe:{tribe['id']}"]
        assert sum(text.text.isdigit() for text in said) == 3, "around the wheel, in the list, and how many people"
        assert any(text.stands_for == tribe["name"] or text.text == tribe["name"] for text in said), at


def test_a_tribe_too_large_for_its_sheet_becomes_a_wheel_of_squads() -> None:
    picture = network(linked([[9] * 12, [3]], 8), tribe="t0", size=(3.5, 7))
    assert picture.audit() == ()
    assert picture.scene.promises == tuple(f"squad:s0-{s}" for s in range(12))
