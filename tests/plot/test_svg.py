"""The SVG: valid, self-contained, real text, the same bytes every time, nothing of the chart leaks into its markup."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spotifymodel.plot.grid.composing import Sheet, compose
from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.scene import Box, Dot, Hatch, Line, Ribbon, Scene, Text
from spotifymodel.plot.svg import render
from spotifymodel.plot.theme import DEFAULT

from .views import NASTY, tribe_view, views

SVG = "{http://www.w3.org/2000/svg}"
SCENE = compose(tribe_view(8, 6), "names", Sheet(DEFAULT, "nl"))
TEXT = render(SCENE)
ROOT = ET.fromstring(TEXT)


def test_texts_are_texts() -> None:
    written = ROOT.findall(f".//{SVG}text")
    assert len(written) == len(SCENE.texts)
    assert sorted(t.text or "" for t in written) == sorted(t.text for t in SCENE.texts)
    assert not ROOT.findall(f".//{SVG}use")


def test_title_description_role_and_label_are_there_for_those_who_do_not_see() -> None:
    assert [t.text for t in ROOT.iter(f"{SVG}title")] == [SCENE.title]
    assert [d.text for d in ROOT.iter(f"{SVG}desc")] == [SCENE.description]
    assert (ROOT.get("role"), ROOT.get("aria-label")) == ("img", SCENE.title)
    assert ROOT.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"


def test_nothing_refers_outside_the_file() -> None:
    assert re.findall(r"https?://[^\"'\s)]+", TEXT) == ["http://www.w3.org/2000/svg"]
    assert set(re.findall(r"url\(([a-z]+:[a-z/]+)", TEXT)) == {"data:font/ttf"}
    assert "<script" not in TEXT
    assert "href" not in TEXT


def test_every_letter_is_in_the_font_that_the_file_carries() -> None:
    fonts = [TTFont(io.BytesIO(base64.b64decode(data))) for data in re.findall(r"base64,([A-Za-z0-9+/=]+)\)", TEXT)]
    regular, bold = (set(font.getBestCmap()) for font in fonts)
    for text in SCENE.texts:
        assert set(map(ord, text.text)) <= (bold if text.bold else regular)


def test_two_pictures_in_one_page_do_not_share_a_font_name() -> None:
    other = render(compose(tribe_view(3, 2), "names", Sheet(DEFAULT, "nl")))
    names = [set(re.findall(r"font-family:(sm[0-9a-f]+)", text)) for text in (TEXT, other)]
    assert names[0].isdisjoint(names[1])
    assert "id=" not in re.sub(r"<style>.*?</style>", "", TEXT)


def test_ids_of_the_chart_stay_out_of_the_markup() -> None:
    scene = Scene(90, 20, "t", "d", (Text(4, 12, "Anna", 7, of="squad:secret-project/person:nl-0042", stands_for="Anna"),))
    assert "secret" not in render(scene)
    assert "0042" not in render(scene)


@pytest.mark.parametrize("name", NASTY)
def test_any_text_survives_as_itself(name: str) -> None:
    clean = "".join(char for char in name if char >= " ")
    root = ET.fromstring(render(Scene(300, 20, clean, clean, (Text(2, 12, clean, 7),))))
    assert [t.text for t in root.iter(f"{SVG}text")] == [clean]
    assert root.get("aria-label") == clean


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views(), st.sampled_from(["names", "dots", "counts"]))
def test_every_picture_is_well_formed_and_the_same_twice(view: MatrixView, level: str) -> None:
    scene = compose(view, level, Sheet(DEFAULT, "en"))  # type: ignore[arg-type]
    ET.fromstring(render(scene))
    assert render(scene) == render(compose(view, level, Sheet(DEFAULT, "en")))  # type: ignore[arg-type]


def test_characters_without_a_letter_of_ours_keep_the_width_of_the_plan_on_any_machine() -> None:
    text = Text(2, 12, "陳大文", 7)
    (written,) = ET.fromstring(render(Scene(90, 20, "t", "d", (text,)))).iter(f"{SVG}text")
    assert float(written.get("textLength", 0)) == pytest.approx(text.length, abs=0.01)


def test_every_kind_of_mark_can_be_written() -> None:
    marks = (
        Box(1, 1, 10, 10, "#FFFFFF", "#000000", radius=2, corners="left", dash=(2, 1)),
        Dot(20, 6, 4, "#2858CD", half=True),
        Line(((30, 1), (40, 10), (50, 1)), "#000000", dash=(1, 1)),
        Ribbon((((60, 1),), ((65, 1), (65, 9), (70, 9)), ((60, 9),)), "#2858CD"),
        Hatch(71, 1, 10, 9, "#8A5A00"),
    )
    root = ET.fromstring(render(Scene(90, 20, "t", "d", marks)))
    assert len(list(root.iter(f"{SVG}path"))) == 5
    assert all("nan" not in (e.get("d") or "") for e in root.iter())


def test_hatching_stays_inside_its_rectangle() -> None:
    hatch = Hatch(5, 7, 30, 11, "#000000", step=3)
    for x0, y0, x1, y1 in hatch.segments():
        assert 5 <= x0 <= x1 <= 35
        assert 7 <= y1 <= y0 <= 18
        assert x1 - x0 == pytest.approx(y0 - y1)
