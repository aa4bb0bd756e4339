"""The line organisation: every unit and everybody is drawn, job titles are counted, the audit finds nothing."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.errors import UsageError
from spotifymodel.model.org import Org
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
