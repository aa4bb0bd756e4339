"""Profiles of users' own from the command line: `extends` in a file, and in the table of a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .charts import document, written
from .playing import play

#: Four people are too many.
OURS = """\
title = "Our bank"
extends = ["ing-2015"]

[limits]
squad.max = 3
"""
PROJECT = """\
[tool.spotifymodel]
profile = "ours"
language = "nl"

[tool.spotifymodel.profiles.house]
extends = ["ing-2015"]
limits.squad.max = 5

[tool.spotifymodel.profiles.ours]
extends = ["house"]
limits.squad.max = 3
severities.SQ005 = "off"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "chart.json", document(4))
    return tmp_path


def judged(*arguments: str) -> tuple[int, dict[str, object]]:
    said = play("check", "chart.json", "--select", "SQ001", "--format", "json", *arguments)
    return said.code, json.loads(said.out)


def test_a_file_changes_what_it_says_and_takes_the_rest_from_what_it_extends(folder: Path) -> None:
    (folder / "ours.toml").write_text(OURS, encoding="utf-8")
    code, report = judged("--profile", "ours.toml")
    base_code, base = judged("--profile", "ing-2015")
    assert (code, base_code) == (1, 0)
    assert report["profile"] == "ours"
    assert report["readings"] == base["readings"]
    assert report["limits"] == base["limits"] | {"squad.max": 3}


def test_every_command_that_takes_a_profile_takes_the_file(folder: Path) -> None:
    (folder / "ours.toml").write_text(OURS, encoding="utf-8")
    assert "squad.max=3" in play("rules", "--profile", "ours.toml").out
    rows = json.loads(play("stats", "chart.json", "--format", "json", "--profile", "ours.toml").out)["metrics"]
    assert [r["value"] for r in rows if (r["measure"], r["kind"]) == ("room_left", "squad")] == [-1]
    repaired = play("repair", "chart.json", "--profile", "ours.toml", "--output", "repaired.json")
    assert repaired.code == 0, repaired.err
    assert play("check", "repaired.json", "--select", "SQ001", "--profile", "ours.toml").code == 0


def test_a_file_extends_a_file_beside_it_wherever_the_command_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = folder / "rules"
    rules.mkdir()
    (rules / "bank.toml").write_text(OURS, encoding="utf-8")
    (rules / "pilot.toml").write_text('extends = ["./bank.toml"]\n[severities]\nSQ001 = "warning"\n', encoding="utf-8")
    code, report = judged("--profile", "rules/pilot.toml")
    assert code == 0
    assert [(f["severity"], f["limit"]) for f in report["findings"]] == [("warning", 3)]  # type: ignore[attr-defined]
    monkeypatch.chdir(rules)
    assert play("check", "../chart.json", "--select", "SQ001", "--profile", "pilot.toml").code == 0


def test_a_project_names_its_profile_and_language_for_every_folder_below(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    code, report = judged()
    assert code == 1
    assert report["profile"] == "ours"
    assert report["limits"]["squad.max"] == 3  # type: ignore[index]
    below = folder / "charts" / "2027"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    said = play("check", "../../chart.json", "--select", "SQ001")
    assert said.code == 1
    assert "profiel ours" in said.out


def test_a_flag_outranks_the_chart_and_the_chart_its_project(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    assert judged("--profile", "house")[0] == 0
    written(folder, "chart.json", document(4, profile="brunel-2017", language="en"))
    code, report = judged()
    assert (code, report["profile"]) == (0, "brunel-2017")
    assert judged("--profile", "ours")[0] == 1


def test_strict_lies_over_a_profile_of_the_project(folder: Path) -> None:
    text = PROJECT.replace('severities.SQ005 = "off"', 'severities.SQ001 = "warning"')
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert judged()[0] == 0
    assert judged("--profile", "ours+strict")[0] == 1


def test_profiles_of_a_file_and_of_a_project_are_compared_in_one_run(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "two.toml").write_text('extends = ["brunel-2017"]\n[limits]\nsquad.max = 4\n', encoding="utf-8")
    code, report = judged("--profile", "two.toml,ours")
    assert (code, report["profile"]) == (0, "two")
    assert [(f["profile"], f["legal_under"]) for f in report["findings"]] == [("ours", ["two"])]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PROJECT.replace('"house"', '"hous"'), ("pyproject.toml:10:1", "hous", "did you mean 'house'")),
        (PROJECT.replace('["ing-2015"]', '["ours"]'), ("ours", "house")),
        (PROJECT.replace("SQ005", "SQ999"), ("SQ999",)),
        (PROJECT.replace("squad.max = 3", "squad.maxi = 3"), ("squad.maxi", "Did you mean 'squad.max'")),
        (PROJECT.replace("squad.max = 3", "squad.max = 1"), ("squad.min is 3 and squad.max is 1",)),
        (PROJECT.replace('"ours"\nlanguage', '"theirs"\nlanguage'), ("pyproject.toml:2:1", "no profile 'theirs'")),
        (PROJECT.replace('language = "nl"', 'language = "fr"'), ("pyproject.toml:3:1", "no language 'fr'")),
        (PROJECT.replace("profile =", "profil ="), ("pyproject.toml:2:1", "no key 'profil'; did you mean 'profile'?")),
        (PROJECT.replace("language =", "taal ="), ("pyproject.toml:3:1", "there are profile, language, profiles")),
        ("[tool]\nspotifymodel = 3 # tool.spotifymodel\n", ("is a table",)),
    ],
)
def test_a_fault_in_the_project_is_said_with_its_place_and_nothing_is_judged(folder: Path, text: str, words: tuple[str, ...]) -> None:
    assert text != PROJECT
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    said = play("check", "chart.json", "--select", "SQ001")
    assert said.code in (2, 3)
    assert not said.out
    assert "pyproject.toml" in said.err
    assert all(word in said.err for word in words), said.err


#: The table is a profile itself.
ITSELF = """\
[tool.spotifymodel]
language = "nl"
extends = ["house"]
limits.squad.max = 3

[tool.spotifymodel.profiles.house]
extends = ["ing-2015"]
limits.tribe.max = 120
"""


def test_the_table_of_a_project_may_be_a_profile_itself(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(ITSELF, encoding="utf-8")
    code, report = judged()
    assert (code, report["profile"]) == (1, "project")
    limits = report["limits"]
    assert (limits["squad.max"], limits["tribe.max"]) == (3, 120)  # type: ignore[index]
    assert "profiel project" in play("check", "chart.json", "--select", "SQ001").out
    assert judged("--profile", "house")[0] == 0
    assert judged("--profile", "house,project")[1]["profiles"] == ["house", "project"]
    (folder / "ours.toml").write_text('extends = ["ing-2015"]\n[limits]\nsquad.max = 4\n', encoding="utf-8")
    assert judged("--profile", "ours.toml")[0] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ITSELF.replace('language = "nl"', 'profile = "house"'), ("pyproject.toml:2:1", "names a profile and is one", "take profile out")),
        (
            ITSELF.replace('language = "nl"', 'profile = "house"').replace('extends = ["house"]\n', ""),
            ("pyproject.toml:2:1", "write extends = ['house'] instead"),
        ),
        (
            ITSELF.replace("profiles.house", "profiles.project").replace('"house"', '"project"'),
            ("'project' is what [tool.spotifymodel] says itself",),
        ),
        (ITSELF.replace("limits.squad.max", "limits.squad.maxi"), ("pyproject.toml:4:1", "squad.maxi")),
        (ITSELF.replace('extends = ["house"]', "extends = 3"), ("pyproject.toml:3:1", "extends is 3")),
        (ITSELF.replace("limits.squad", "limit.squad"), ("pyproject.toml:4:1", "did you mean 'limits'?")),
    ],
)
def test_a_fault_in_a_table_that_is_a_profile_is_said_with_its_place(folder: Path, text: str, words: tuple[str, ...]) -> None:
    assert text != ITSELF
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    said = play("check", "chart.json", "--select", "SQ001")
    assert said.code in (2, 3)
    assert not said.out
    assert all(word in said.err for word in words), said.err
