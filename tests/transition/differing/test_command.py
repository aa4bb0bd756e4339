"""``spotifymodel diff`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    before, after = tmp_path / "before.yaml", tmp_path / "after.json"
    org = sm.example("hypotheek")
    org.save(before)
    org.quit("noor", "hypotheek-app").save(after)
    return str(before), str(after)


def test_it_prints_who_changed_how_and_what_was_done(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *files, "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("1 person: 1 changed\n  noor\n    squads: hypotheek-app → –\n")
    assert shown.endswith("1 edit\n  End the role of “noor” as member in “hypotheek-app”\n")


def test_its_json_can_be_done_again(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *files, "--format", "json", "--as-of", "2027-01-01"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["summary"] == {"new": 0, "gone": 0, "changed": 1, "changes": 1}
    before, after = (sm.Org.load(file) for file in files)
    assert before.apply(document["changes"]) == after


def test_equal_charts_say_so_and_a_missing_one_is_refused(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", files[0], files[0], "--lang", "nl"]) == 0
    assert capsys.readouterr().out == "niets veranderd\n"
    assert main(["diff", files[0], "nowhere.yaml"]) == 3
