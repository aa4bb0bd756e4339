"""Every command that the documentation shows runs, ends as it should, and prints what stands below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.playing import play
from tests.docs.console import Command, arguments, console_of, shows
from tests.docs.written import PAGES


@pytest.mark.parametrize("page", [p for p in PAGES if "```console" in p.read_text(encoding="utf-8")], ids=lambda p: p.name)
def test_the_commands_of_a_page_print_what_it_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("SPOTIFYMODEL_PSEUDONYM_KEY", raising=False)
    steps = console_of(page.read_text(encoding="utf-8"))
    assert steps
    for step in steps:
        if isinstance(step, Command):
            said = play(*arguments(step, tmp_path))
            assert said.code == step.code, f"$ {step.line}\n{said.out}{said.err}"
            assert shows(step.shown, said.out), f"$ {step.line}\nprints\n{said.out}"
        else:
            step.lay(tmp_path)


def test_a_page_that_shows_what_is_not_printed_is_caught() -> None:
    assert not shows(("2 errors",), "1 error\n")
    assert not shows(("1 error", "…"), "2 errors\n")
    assert shows(("…", "1 error"), "a\nb\n1 error\n")
    assert shows(("today …",), "today 2027-01-01\n")
    assert not shows(("today …",), "today\n2027-01-01\n")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<!-- ends: 1 -->\nno block", "stands before no block"),
        ("```console\nout of nowhere\n$ spotifymodel schema\n```", "begins with a command"),
    ],
)
def test_a_page_whose_comments_lead_nowhere_is_refused(page: str, words: str) -> None:
    with pytest.raises(AssertionError, match=words):
        console_of(page)


def test_only_commands_of_the_library_are_tried(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="own commands"):
        arguments(Command("rm -rf everything", (), 0), tmp_path)
