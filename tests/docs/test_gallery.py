"""The gallery shows every picture there is, as the call and the command beside it draw it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from spotifymodel.plot.gallery import names, options
from tests.cli.playing import play
from tests.docs.console import Command, Given, arguments, console_of
from tests.docs.gallery_page import FOLDER, figure_of, gallery_page, shown
from tests.docs.generate import DOCS

TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)


def test_every_picture_stands_in_the_gallery_once() -> None:
    page = gallery_page()
    assert sorted(re.findall(r"^## (.+)$", page, re.MULTILINE)) == sorted(name.replace("_", "-") for name in names())
    for name in names():
        assert page.count(f"](../{FOLDER}/{name}.svg)") == 1
        assert (DOCS / FOLDER / f"{name}.svg").exists(), "make docs-generate"


def test_no_picture_lies_there_that_is_none() -> None:
    assert {path.stem for path in (DOCS / FOLDER).iterdir()} == set(names())


@pytest.mark.parametrize("name", names())
def test_an_example_is_sound_and_says_what_it_is(name: str) -> None:
    figure = figure_of(name)
    assert figure.audit() == ()
    kept = (DOCS / FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert TITLE.findall(kept) == TITLE.findall(figure.svg())


@pytest.mark.parametrize("name", [name for name, how in shown().items() if not how.plan and name != "book"])
def test_the_command_draws_what_the_page_shows(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = name.replace("_", "-")
    section = gallery_page().split(f"\n## {said}\n")[1].split("\n## ")[0]
    for step in console_of(section):
        if isinstance(step, Given):
            step.lay(tmp_path)
        else:
            done = play(*arguments(step, tmp_path))
            assert done.code == 0, done.err
    assert (tmp_path / f"{said}.svg").read_text(encoding="utf-8") == figure_of(name).svg()


def test_what_the_page_says_of_all_pictures_is_so() -> None:
    assert all({"language", "title", "theme", "highlight"} <= options(name) for name in names())
    assert [name for name in names() if "ax" not in options(name)] == ["book"]


def test_a_picture_that_nobody_described_is_drawn_from_what_its_signature_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    import tests.docs.gallery_page as page

    monkeypatch.setattr(page, "names", lambda: ("matrix", "brand_new"))
    monkeypatch.setattr(page, "source", lambda name: "two charts" if name == "brand_new" else "chart")
    assert list(shown()) == ["matrix", "brand_new"]
    assert list(shown()["brand_new"].files) == ["today.csv", "tribe.yaml"]


def test_every_picture_has_one_command_that_draws_it() -> None:
    commands = [step for step in console_of(gallery_page()) if isinstance(step, Command)]
    assert sum(command.line.startswith("spotifymodel draw ") for command in commands) == len(names())
