"""The page of a picture: one file that loads nothing, tells the facts of the chart, and lets no name become markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.plot.figure import OrgFigure
from spotifymodel.plot.page.composing import page
from spotifymodel.plot.page.facts import things_along
from spotifymodel.plot.scene import Dot, Scene, Text
from spotifymodel.plot.theme import DEFAULT, contrast
from spotifymodel.words.picture_page import TEXTS

from .charts import org, small
from .views import NASTY


class Parts(HTMLParser):
    """Collects elements, and what stands inside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style", "title"):
            self._open = tag
            self.inside.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.inside[self._open][-1] += data


def facts(text: str) -> dict[str, dict[str, Any]]:
    data = json.loads(next(part for part in Parts(text).inside["script"] if part.startswith('{"facts"')))
    return {fact["name"]: fact for fact in data["facts"]}


PAGE = sm.plot.matrix(sm.example("hypotheek-broken"), language="en").to_html()


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_hashes_and_nothing_else() -> None:
    parts = Parts(PAGE)
    (policy,) = [attrs["content"] for tag, attrs in parts.elements if attrs.get("http-equiv") == "Content-Security-Policy"]
    script = next(text for text in parts.inside["script"] if "use strict" in text)
    (style,) = parts.inside["style"]
    for kind, text in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}';" in (policy or "")
    assert (policy or "").startswith("default-src 'none'; ")
    assert "unsafe" not in (policy or "")


def test_nothing_is_loaded_and_nothing_runs_but_the_script() -> None:
    assert set(re.findall(r"[a-z]+://[^\s\"'<>)]+", PAGE)) == {"http://www.w3.org/2000/svg"}
    assert set(re.findall(r"url\(([a-z]+:[a-z/]+)", PAGE)) == {"data:font/ttf"}
    for tag, attrs in Parts(PAGE).elements:
        assert not {"style", "src", "href"} & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", '"><img src=x onerror=alert(1)>', *NASTY])
def test_no_name_becomes_markup(name: str) -> None:
    text = "".join(char for char in name if char.isprintable()) or "-"
    scene = Scene(90, 20, text, text, (Text(4, 12, text, 7, of=f"person:{text}"),))
    parts, plain = Parts(page(scene)), Parts(page(Scene(90, 20, "t", "t", (Text(4, 12, "t", 7, of="person:t"),))))
    assert [tag for tag, _ in parts.elements] == [tag for tag, _ in plain.elements]
    assert parts.inside["title"] == [text]
    assert list(facts(page(scene))) == [text]


def test_the_chart_is_asked_for_facts_and_people_are_one_thing_wherever_they_sit() -> None:
    told = facts(PAGE)
    anna = told["Anna van den Broek"]
    assert anna["kind"] == "person"
    assert anna["lines"] == ["Back-end developer", "Squads: Vervroegd aflossen, Verhuizen & meenemen", "Chapter: Ontwikkeling"]
    assert len(anna["own"]) == 2
    squad = told["Verhuizen & meenemen"]
    assert "No product owner" in squad["lines"]
    assert "With Gijs Nguyễn, Anna van den Broek, Sanne Vermeulen" in squad["aside"]
    assert "Product owner: Umut Bakker" in told["Vervroegd aflossen"]["aside"]
    assert any(line.startswith("PO001 ") for line in squad["aside"])
    assert set(anna["own"]) & set(squad["lit"])
    assert set(squad["own"]) < set(squad["lit"])


def test_who_left_the_line_has_where_they_came_from() -> None:
    told = facts(sm.plot.units(sm.example("polderbank-tribe"), language="nl").to_html())
    someone = next(fact for fact in told.values() if any(line.startswith("Komt van ") for line in fact["lines"]))
    assert not any(line.startswith("Afdeling: ") for line in someone["lines"])


def test_facts_say_nothing_that_ranks_people() -> None:
    document = small()
    document["people"][4] |= {"skills": {"scrum": 3}, "fte": 0.6, "location": "Zwolle", "extra": {"salary": 91234}}
    text = sm.plot.matrix(org(document), language="en").to_html()
    assert "Zwolle" not in text
    assert "91234" not in text
    assert "scrum" not in text


def test_ids_of_the_chart_stay_out_of_the_page() -> None:
    document = small()
    document["people"].append({"id": "nr-0042", "name": "Nina"})
    document["tribes"][0]["squads"][0]["members"].append("nr-0042")
    document["tribes"][0]["chapters"][0]["members"].append("nr-0042")
    text = sm.plot.matrix(org(document)).to_html()
    assert "Nina" in text
    assert "nr-0042" not in text


def test_dots_have_names_and_a_picture_without_a_chart_tells_its_texts() -> None:
    dots = sm.plot.matrix(org(small()), detail="dots").to_html()
    assert "Zoë Bakker" in facts(dots)
    marks = (Text(4, 12, "F. de V.", 7, of="person:f", stands_for="Femke de Vries"), Dot(20, 10, 3, "#000000", of="person:g"))
    told = facts(page(Scene(90, 20, "t", "d", marks)))
    assert list(told) == ["Femke de Vries"]
    assert told["Femke de Vries"]["kind"] == "person"


def test_a_path_is_cut_where_a_kind_follows_and_nowhere_else() -> None:
    assert things_along("unit:a/b/person:c/d") == ("unit:a/b", "person:c/d")
    assert things_along("bridge:b") == ("person:b",)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_speaks_the_language_of_the_picture_and_the_same_bytes_are_saved_twice(language: str, tmp_path: Path) -> None:
    figure = sm.plot.matrix(org(small()), language=language)
    for name in ("a.html", "b.HTM"):
        figure.save(tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.HTM").read_bytes() == figure.encoded("html")
    text = figure.to_html()
    assert f'<html lang="{language}">' in text
    assert str(TEXTS[language]["search_hint"]) in text
    assert figure.alt_text.split(".")[0] in text


def test_both_languages_say_everything_of_the_page() -> None:
    assert TEXTS["en"].keys() == TEXTS["nl"].keys()


def test_an_unknown_format_names_the_page_among_the_known_ones() -> None:
    with pytest.raises(sm.SpotifyModelError, match=r"'docx'.*html"):
        OrgFigure(Scene(20, 20, "t", "d", ())).encoded("docx")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_page_says_around_the_picture_is_readable_in_light_and_dark(scheme: str) -> None:
    style = (Path(sm.__file__).parent / "plot/page/page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", block)) for block in re.findall(r":root\{([^}]*)\}", style))
    colours = {
        name: value if len(value) == 7 else "#" + 2 * value[1:] for name, value in (light | (dark if scheme == "dark" else {})).items()
    }
    for ink in ("ink", "quiet"):
        assert min(contrast(colours[ink], colours[ground]) for ground in ("ground", "panel")) >= 4.5
    assert contrast(colours["edge"], colours["panel"]) >= 3  # frames of the search box and of buttons
    assert contrast(colours["ring"], DEFAULT.paper) >= 3
