"""The line organisation: every unit and everybody is drawn, job titles are counted, the audit finds nothing."""

from __future__ import annotations

import time
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.errors import FigureTooSmallError, NotFoundError, UsageError
from spotifymodel.model.org import Org
from spotifymodel.plot.scene import Dot
from spotifymodel.plot.silos.blocks import blocks_of, onto_pages
from spotifymodel.plot.silos.reading import read_units
from tests.depth import examples

from .charts import Document

NAMES = ("W" * 60, "Jan-Willem van der Grootenhuis-van Oldenbarnevelt", "<b>& $x$</b>", "i", "Ægir Ðórðarson")
TITLES = ("tester", "Senior " * 8 + "developer", "<i>", "analist", None, "jurist", "p&l", "ux", "ops")


def line(parents: list[int], sizes: list[int]) -> Document:
    """Units that each stand under an earlier one (or at the top, for -1), with so many people; the first of each manages it."""
    units, people = [], []
    for u, (parent, size) in enumerate(zip(parents, sizes, strict=False)):
        unit = {"id": f"u{u}", "name": NAMES[u % len(NAMES)]}
        if parent >= 0:
            unit["parent"] = f"u{parent % (u or 1)}" if u else ""
        if not unit.get("parent", "-"):
            del unit["parent"]
        if size:
            unit["manager"] = f"p{u}-0"
        units.append(unit)
        for i in range(size):
            person = {"id": f"p{u}-{i}", "name": NAMES[i % len(NAMES)], "unit": f"u{u}"}
            title = TITLES[(u + i) % len(TITLES)]
            people.append(person | ({"job_title": title} if title else {}))
    return {"format": "spotifymodel/1", "units": units, "people": people}


SHAPES = st.lists(st.tuples(st.integers(-1, 20), st.integers(0, 40)), min_size=1, max_size=20)


@settings(max_examples=examples(20), deadline=None)
@given(SHAPES, st.sampled_from(["en", "nl"]))
def test_every_unit_and_everybody_is_in_a_sound_picture(shape: list[tuple[int, int]], language: str) -> None:
    document = line([p for p, _ in shape], [n for _, n in shape])
    figure = sm.plot.units(Org.from_dict(document), language=language)
    assert figure.audit() == ()
    seen = Counter(mark.of for mark in figure.scene.marks)
    assert all(seen[f"unit:{unit['id']}"] for unit in document["units"])
    assert all(seen[f"unit:{person['unit']}/person:{person['id']}"] == 1 for person in document["people"])


@settings(max_examples=examples(15), deadline=None)
@given(SHAPES)
def test_job_titles_add_up_to_the_people_who_have_one(shape: list[tuple[int, int]]) -> None:
    document = line([p for p, _ in shape], [n for _, n in shape])
    for card in read_units(Org.from_dict(document)):
        wanted = Counter(p["job_title"].strip() for p in document["people"] if p["unit"] == card.id and "job_title" in p)
        assert dict(card.titles) == wanted
        assert [count for _, count in card.titles] == sorted(wanted.values(), reverse=True)


def test_a_part_stands_inside_the_frame_of_its_department_and_below_its_head() -> None:
    scene = sm.plot.units(Org.from_dict(line([-1, 0, 0, 1], [2, 5, 5, 3]))).scene
    frame, head = [mark for mark in scene.marks if mark.of == "unit:u0"][:2]
    for part in ("unit:u1", "unit:u2", "unit:u3"):
        box = next(mark for mark in scene.marks if mark.of == part).region
        assert frame.region[0] <= box[0] and box[2] <= frame.region[2] and box[3] <= frame.region[3]
        assert box[1] >= head.region[3]


def test_a_unit_names_its_manager_and_counts_the_titles_that_do_not_fit() -> None:
    document = line([-1], [1])
    document["units"][0] |= {"name": "IT"}
    document["people"][0]["name"] = "Fatima Hendriks"
    document["people"] += [{"id": f"x{i}", "unit": "u0", "job_title": f"job {i}"} for i in range(9)]
    figure = sm.plot.units(Org.from_dict(document), language="en")
    texts = [text.text for text in figure.scene.texts]
    assert "manager: Fatima Hendriks" in texts
    assert "and 4 more job titles" in texts
    assert "IT: 10 people, manager: Fatima Hendriks, job 0 1" in figure.alt_text


@settings(max_examples=examples(15), deadline=None)
@given(SHAPES, st.sampled_from(["names", "initials", "dots", "counts"]), st.sampled_from(["en", "nl"]))
def test_every_level_of_detail_shows_every_unit_soundly(shape: list[tuple[int, int]], level: str, language: str) -> None:
    figure = sm.plot.units(Org.from_dict(line([p for p, _ in shape], [n for _, n in shape])), language=language, detail=level)  # type: ignore[arg-type]
    assert figure.audit() == ()


def test_who_came_from_a_unit_and_left_it_is_seen_there_and_counted_apart() -> None:
    chart = line([-1, -1], [2, 0])
    chart["people"][0]["from_unit"] = "u1"
    chart["people"] += [{"id": "gone", "name": "Gone", "from_unit": "u0"}, {"id": "same", "unit": "u0", "from_unit": "u0"}]
    here, there = read_units(Org.from_dict(chart))
    assert [person.id for person in here.left] == ["gone"]
    assert [person.id for person in there.left] == ["p0-0"]
    figure = sm.plot.units(Org.from_dict(chart), language="en")
    assert {"unit:u0/person:gone", "unit:u1/person:p0-0"} <= set(figure.scene.promises)
    texts = [text.text for text in figure.scene.texts]
    assert "2 units · 3 people · 1 moved on" in texts
    assert "came from here, works elsewhere now" in texts
    assert "1 moved on" in figure.alt_text
    assert "unit:u0/person:gone" not in sm.plot.units(Org.from_dict(chart), detail="counts").scene.promises


def test_references_that_differ_from_ids_in_case_lead_to_the_same_units_and_people() -> None:
    units = [{"id": "it", "manager": "an"}, {"id": "ops", "parent": "it"}]
    people = [{"id": "an", "unit": "it"}, {"id": "bo", "unit": "ops", "from_unit": "it"}, {"id": "cy", "unit": "ops", "from_unit": "ops"}]
    plain = {"format": "spotifymodel/1", "units": units, "people": people}
    shouted = {
        "format": "spotifymodel/1",
        "units": [unit | {key: unit[key].upper() for key in ("manager", "parent") if key in unit} for unit in units],
        "people": [person | {key: person[key].upper() for key in ("unit", "from_unit") if key in person} for person in people],
    }
    one, other = Org.from_dict(plain), Org.from_dict(shouted)
    said = [
        [(c.id, c.depth, c.managers, [p.id for p in c.people], c.bosses, [p.id for p in c.left]) for c in read_units(o)]
        for o in (one, other)
    ]
    assert said[0] == said[1]
    assert said[0][0] == ("it", 0, ("an",), ["an"], {"an"}, ["bo"])
    assert sm.plot.units(one, language="en").to_html() == sm.plot.units(other, language="en").to_html()


def test_the_target_of_the_example_shows_where_everybody_came_from() -> None:
    chart = sm.example("polderbank-tribe")
    shown = {path.rpartition("person:")[2] for path in sm.plot.units(chart).scene.promises if "person:" in path}
    assert shown == {person.id for person in chart.people if person.unit or person.from_unit}


def test_a_part_of_the_line_is_drawn_with_all_below_it_and_by_its_own_name() -> None:
    chart = Org.from_dict(line([-1, 0, 1, 1, 0], [1, 2, 3, 4, 5]))
    figure = sm.plot.units(chart, unit="u1", language="en")
    assert {path.split("/")[0] for path in figure.scene.promises} == {"unit:u1", "unit:u2", "unit:u3"}
    assert figure.scene.title == chart.unit("u1").name
    assert figure.audit() == ()
    with pytest.raises(NotFoundError, match="u9"):
        sm.plot.units(chart, unit="u9")
    with pytest.raises(UsageError, match="not in this picture"):
        sm.plot.units(chart, unit="u1", highlight="u4")


@given(st.lists(st.tuples(st.integers(-1, 60), st.just(0)), min_size=1, max_size=60), st.integers(1, 12))
def test_pages_hold_every_unit_once_apart_from_heads_that_run_on(shape: list[tuple[int, int]], most: int) -> None:
    cards = read_units(Org.from_dict(line([p for p, _ in shape], [n for _, n in shape])))
    pages = onto_pages(blocks_of(cards), most)
    told = Counter(card.id for page in pages for block in page for card in block.cards)
    heads = {block.head.id for page in pages for block in page if block.head}
    assert set(told) == {card.id for card in cards}
    assert all(told[one] == 1 for one in told if one not in heads)
    assert all(page for page in pages)
    assert all(len([card for block in page for card in block.cards]) <= most + 1 for page in pages)


def test_a_huge_line_is_paged_with_the_department_at_the_head_of_every_page() -> None:
    chart = Org.from_dict(line([-1] + [0] * 600, [1] + [2] * 600))
    first, last = sm.plot.units(chart, language="en"), sm.plot.units(chart, page=3, language="en")
    assert first.scene.promises[0] == last.scene.promises[0] == "unit:u0"
    assert "page 3 of 3" in " ".join(text.text for text in last.scene.texts)
    assert last.audit() == ()
    with pytest.raises(UsageError, match="pages 1 to 3"):
        sm.plot.units(chart, page=4)


def test_a_sheet_gets_dots_or_else_numbers_or_else_is_refused_with_the_least_size() -> None:
    chart = sm.example("polderbank")
    assert any(isinstance(mark, Dot) for mark in sm.plot.units(chart, size="a4").scene.marks)
    small = sm.plot.units(chart, size=(8.4, 4.1))
    assert not any(isinstance(mark, Dot) for mark in small.scene.marks)
    assert small.audit() == ()
    column = sm.plot.units(chart, size=(3.5, 7))
    assert column.audit() == ()
    assert set(small.scene.promises) == set(column.scene.promises)
    with pytest.raises(FigureTooSmallError) as refusal:
        sm.plot.units(chart, size=(4, 2))
    assert sm.plot.units(chart, size=refusal.value.minimum).audit() == ()
    with pytest.raises(UsageError, match="detail takes"):
        sm.plot.units(chart, detail="crowd")  # type: ignore[arg-type]


@pytest.mark.parametrize("level", ["names", "initials", "dots", "counts"])
def test_the_legend_has_the_signs_that_the_boxes_carry(level: str) -> None:
    def meanings(document: Document) -> set[str]:
        texts = {text.text for text in sm.plot.units(Org.from_dict(document), language="en", detail=level).scene.texts}  # type: ignore[arg-type]
        return texts & {"person", "manager", "vacancy"}

    plain = {"format": "spotifymodel/1", "units": [{"id": "u"}], "people": [{"id": "a", "unit": "u"}]}
    full = line([-1], [2])
    full["people"][1]["vacancy"] = True
    assert meanings(plain) == ({"person"} if level == "dots" else set())
    assert meanings(full) == ({"manager", "vacancy"} if level != "counts" else set())


def test_fifteen_thousand_people_in_fifteen_hundred_units_take_seconds() -> None:
    chart = Org.from_dict(line([-1] + [k // 12 for k in range(1_499)], [10] * 1_500))
    started = time.process_time()
    figure = sm.plot.units(chart, language="en")
    figure.svg()
    assert time.process_time() - started < 8
    assert len(figure.scene.promises) <= 251 * 11


def test_the_same_chart_gives_the_same_bytes() -> None:
    chart = line([-1, 0, 0, 1, -1], [3, 9, 20, 4, 2])
    assert sm.plot.units(Org.from_dict(chart)).svg() == sm.plot.units(Org.from_dict(chart)).svg()


def test_a_chart_without_units_is_refused() -> None:
    with pytest.raises(UsageError, match="no units"):
        sm.plot.units(Org.from_dict({"format": "spotifymodel/1", "people": []}))


def test_the_department_of_the_example_is_drawn_as_units_without_asking(tmp_path: Path) -> None:
    target = tmp_path / "line.svg"
    assert main(["draw", str(files("spotifymodel.examples") / "polderbank.csv"), "--output", str(target), "--lang", "nl"]) == 0
    drawn = target.read_text(encoding="utf-8")
    assert "De lijnorganisatie" in drawn and "IT Hypotheken" in drawn and "back-end developer" in drawn
