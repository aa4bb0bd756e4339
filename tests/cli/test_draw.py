"""``draw``: which files a picture is drawn from, what it may be told, and what is said of a wish that cannot be met."""

from __future__ import annotations

import json
import re
import sys
import types
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm
from spotifymodel.plot import gallery
from spotifymodel.plot.gallery import names, source

from .charts import OWNERLESS, SOUND, document, written
from .playing import play

#: Somebody in the line, and a chart in which everybody works in a squad.
TODAY: dict[str, Any] = {
    "format": "spotifymodel/1",
    "units": [{"id": "it", "name": "IT"}],
    "people": [{"id": "p0", "name": "An Bos", "unit": "it"}, {"id": "p1", "name": "Bo Vos", "unit": "it"}],
}
PLAN_PICTURES = [name for name in names() if source(name) == "plan"]
PAIR_PICTURES = [name for name in names() if source(name) == "two charts"]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(json.dumps(sm.propose(sm.example("polderbank")).to_dict()), encoding="utf-8")
    return path


def words(path: Path) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)", path.read_text("utf-8")))


def test_a_page_is_written_for_html_and_the_format_stands_in_for_a_suffix(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    assert play("draw", chart, "--output", tmp_path / "a.html").code == 0
    assert (tmp_path / "a.html").read_bytes().startswith(b"<!doctype html>")
    assert play("draw", chart, "--output", tmp_path / "a", "--format", "png").code == 0
    assert (tmp_path / "a").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("size", "wide"), [("a4", "841.89"), ("A3", "1190.55"), ("slide", "960"), ("12x8", "864"), ("12×8.5", "864")])
def test_a_size_is_a_sheet_or_inches(tmp_path: Path, size: str, wide: str) -> None:
    said = play("draw", written(tmp_path, "a.yaml", SOUND), "--size", size, "--output", tmp_path / "a.svg")
    assert said.code == 0, said
    assert f'width="{wide}pt"' in (tmp_path / "a.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--size", "3"), "'3' is none of a4, a3, slide, nor WIDTHxHEIGHT in inches such as 8x5"),
        (("--size", "0x4"), "size takes"),
        (("--size", "1x1"), "inch"),
        (("--detail", "crowd"), "invalid choice"),
        (("--picture", "company", "--detail", "dots", "--tribe", "t"), "the picture 'company' takes no --tribe; those that do: "),
        (("--highlight", "nobody"), "'nobody' is not in this picture"),
        (("--page", "2"), "the picture 'matrix' takes no --page; those that do: "),
        (("--picture", "wheel"), "invalid choice: 'wheel'"),
        (("--picture", "units"), "no units"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_with_what_can(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = play("draw", written(tmp_path, "a.yaml", SOUND), *arguments, "--output", tmp_path / "a.svg")
    assert answer.code == 2, answer
    assert said in answer.err
    assert not (tmp_path / "a.svg").exists()


def test_a_level_of_detail_and_several_highlights_reach_the_picture(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.json", document(4))
    assert play("draw", chart, "--output", tmp_path / "all.svg").code == 0
    assert play("draw", chart, "--output", tmp_path / "some.svg", "--highlight", "p0", "--highlight", "person:p1").code == 0
    assert play("draw", chart, "--output", tmp_path / "dots.svg", "--detail", "dots").code == 0
    assert (tmp_path / "some.svg").read_text("utf-8") != (tmp_path / "all.svg").read_text("utf-8")
    assert "p3" in words(tmp_path / "all.svg")
    assert "p3" not in words(tmp_path / "dots.svg")


def test_nothing_to_draw_says_what_to_name(tmp_path: Path) -> None:
    said = play("draw", "--output", tmp_path / "a.svg")
    assert (said.code, said.err) == (2, "spotifymodel: nothing to draw: name the file of a chart; - is standard input\n")


def test_two_charts_suit_the_picture_of_what_differs_or_both_side_by_side(tmp_path: Path) -> None:
    before, after = written(tmp_path, "a.json", document(2)), written(tmp_path, "b.json", document(3))
    assert play("draw", before, after, "--output", tmp_path / "diff.svg").code == 0
    assert play("draw", before, after, "--picture", "diff", "--output", tmp_path / "same.svg").code == 0
    assert (tmp_path / "diff.svg").read_bytes() == (tmp_path / "same.svg").read_bytes()
    line = written(tmp_path, "line.json", TODAY)
    assert play("draw", line, after, "--output", tmp_path / "side.svg").code == 0
    assert play("draw", line, after, "--picture", "before-after", "--output", tmp_path / "same.svg").code == 0
    assert (tmp_path / "side.svg").read_bytes() == (tmp_path / "same.svg").read_bytes()


@pytest.mark.parametrize("picture", PAIR_PICTURES)
def test_a_plan_stands_for_its_chart_of_today_and_its_target(tmp_path: Path, plan: Path, picture: str) -> None:
    said = play("draw", plan, "--picture", picture.replace("_", "-"), "--output", tmp_path / "a.svg")
    assert said.code == 0, said
    assert (tmp_path / "a.svg").stat().st_size > 1_000


@pytest.mark.parametrize("picture", PAIR_PICTURES)
def test_pseudonyms_in_two_charts_are_the_same_and_nobody_is_named(tmp_path: Path, plan: Path, picture: str) -> None:
    target = tmp_path / "a.html"
    assert play("draw", plan, "--picture", picture, "--pseudonymise", "--output", target).code == 0
    text = target.read_text("utf-8")
    assert not [person.name for person in sm.example("polderbank").people if person.name in text]


def test_a_plan_drawn_as_a_chart_hides_people_when_asked(tmp_path: Path, plan: Path) -> None:
    assert play("draw", plan, "--pseudonymise", "--output", tmp_path / "a.svg").code == 0
    seen = words(tmp_path / "a.svg")
    assert not [person.name for person in sm.example("polderbank").people if person.name in seen]


@pytest.mark.parametrize("picture", PLAN_PICTURES)
def test_a_picture_of_a_plan_says_how_to_get_one(tmp_path: Path, plan: Path, picture: str) -> None:
    assert play("draw", plan, "--picture", picture, "--output", tmp_path / "a.svg").code == 0
    said = play("draw", written(tmp_path, "a.yaml", SOUND), "--picture", picture, "--output", tmp_path / "b.svg")
    assert said.code == 2
    assert "--format json --output plan.json` writes a plan" in said.err


def test_files_that_do_not_suit_a_picture_are_refused_with_what_suits(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    said = play("draw", chart, "--picture", "diff", "--output", tmp_path / "a.svg")
    assert (said.code, "drawn from two charts: name FILE and FILE2" in said.err) == (2, True)
    said = play("draw", chart, chart, "--picture", "matrix", "--output", tmp_path / "a.svg")
    assert (said.code, "drawn from one file, and there are two; of two charts are drawn: " in said.err) == (2, True)
    assert "diff" in said.err
    said = play("draw", "-", "-", "--output", tmp_path / "a.svg", stdin=SOUND.encode())
    assert (said.code, "only one of FILE and FILE2 can be -" in said.err) == (2, True)
    hopeless = written(tmp_path, "p.json", {**sm.propose(sm.example("polderbank")).to_dict(), "org": None, "status": "infeasible"})
    said = play("draw", hopeless, "--picture", "diff", "--output", tmp_path / "a.svg")
    assert (said.code, "its status is infeasible" in said.err) == (2, True)
    assert play("draw", chart, tmp_path / "none.yaml", "--output", tmp_path / "a.svg").code == 3


@pytest.mark.parametrize("picture", PAIR_PICTURES)
def test_one_chart_for_a_picture_of_two_is_refused_in_the_words_of_the_command_line(tmp_path: Path, picture: str) -> None:
    called = picture.replace("_", "-")
    said = play("draw", written(tmp_path, "a.yaml", SOUND), "--picture", called, "--output", tmp_path / "a.svg")
    assert said.code == 2
    assert f"the picture '{called}' is drawn from two charts: name FILE and FILE2" in said.err


@pytest.mark.parametrize(("flag", "value"), [("--as-of", "2027-01-01"), ("--profile", "ing-2015")])
@pytest.mark.parametrize("picture", [name for name in names() if source(name) in ("nothing", "plan")])
def test_a_day_or_limits_for_a_picture_of_no_chart_are_not_ignored(tmp_path: Path, plan: Path, picture: str, flag: str, value: str) -> None:
    files = (plan,) if source(picture) == "plan" else ()
    said = play("draw", *files, "--picture", picture, flag, value, "--output", tmp_path / "a.svg")
    assert said.code == 2
    assert f"takes no {flag}; those that do: " in said.err
    assert "matrix" in said.err


def test_one_of_two_charts_can_be_standard_input(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    assert play("draw", "-", chart, "--output", tmp_path / "a.svg", stdin=OWNERLESS.encode()).code == 0


def test_a_picture_says_by_its_signature_what_it_is_drawn_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def poster(*, language: str | None = None) -> Any:
        return sm.plot.OrgFigure(sm.plot.Scene(90, 40, "poster", "A poster.", ()))

    module = types.ModuleType("poster")
    module.poster = poster  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spotifymodel.plot.pictures.poster", module)
    assert gallery.source("poster") == "nothing"
    assert gallery.options("poster") == {"language"}
    monkeypatch.setattr("spotifymodel.cli.commands.draw.names", lambda: ("matrix", "poster"))
    assert play("draw", "--picture", "poster", "--output", tmp_path / "p.svg").code == 0
    said = play("draw", "a.yaml", "--picture", "poster", "--output", tmp_path / "p.svg")
    assert (said.code, "drawn from no file: leave a.yaml out" in said.err) == (2, True)
