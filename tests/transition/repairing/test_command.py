"""``spotifymodel repair`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "chart.yaml"
    sm.example("hypotheek-broken").save(path)
    return path


def test_it_says_what_it_would_change_and_leaves_the_file_alone(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = chart.read_bytes()
    assert main(["repair", str(chart), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("4 changes make the chart valid; no repair needs fewer\n")
    assert chart.read_bytes() == before


def test_it_writes_a_valid_chart_and_its_input_only_when_forced(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = chart.read_bytes()
    assert main(["repair", str(chart), "--output", str(chart)]) == 2
    assert "--force" in capsys.readouterr().err
    assert chart.read_bytes() == before
    assert main(["repair", str(chart), "--output", str(tmp_path / "new.json")]) == 0
    assert sm.check(sm.Org.load(tmp_path / "new.json")).ok
    assert main(["repair", str(chart), "--output", str(chart), "--force"]) == 0
    assert main(["check", str(chart)]) == 0
    assert main(["repair", str(chart), "--output", str(tmp_path)]) == 2


def test_json_holds_the_edits_and_yaml_the_chart(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(chart), "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert sm.Org.load(chart).apply(document["changes"]).to_dict() == document["org"]
    assert main(["repair", str(chart), "--format", "yaml", "--as-of", "2027-06-01"]) == 0
    (tmp_path / "day.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert sm.check(sm.Org.load(tmp_path / "day.yaml")).ok


def test_exit_codes_tell_conflicts_refusals_and_what_remains_apart(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.yaml"
    sm.Org(mode="live", tribes=[{"id": "t", "squads": [{"id": "s"}]}]).save(empty)
    assert main(["repair", str(empty)]) == 5
    assert "PO001" in capsys.readouterr().err
    assert main(["repair", str(tmp_path / "nowhere.yaml")]) == 3
    assert main(["repair", str(chart), "--profile", "brunel-2017+strict"]) == 1


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_limit_is_a_number_of_seconds(chart: Path, limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", str(chart), f"--time-limit={limit}"]) == 2
    assert "number of seconds above 0" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_people_have_to_decide_is_said_in_the_language_that_was_asked_for(
    chart: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["repair", str(chart), "--profile", "brunel-2017+strict", "--format", "json", "--lang", language]) == 1
    document = json.loads(capsys.readouterr().out)
    report = sm.check(sm.Org.from_dict(document["org"]), "brunel-2017+strict", language=language)
    assert document["remaining"] and [one["message"] for one in document["remaining"]] == [f.message for f in report.of("error")]
