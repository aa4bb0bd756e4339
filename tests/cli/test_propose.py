"""``spotifymodel propose``: plans on paper, as JSON and as a chart; exit codes; plans where charts are expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.examples import example_file

from .playing import play

DEPARTMENT = str(example_file("polderbank"))


def test_a_plan_is_printed_written_judged_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", DEPARTMENT]) == 0
    said = capsys.readouterr().out
    assert said.startswith("proposal: optimal\n")
    assert "people without a seat (proven; today" in said
    plan = tmp_path / "plan.json"
    assert main(["propose", DEPARTMENT, "--format", "json", "--output", str(plan), "--seed", "7"]) == 0
    document = json.loads(plan.read_text(encoding="utf-8"))
    assert document["format"] == "spotifymodel-plan/1"
    assert document["seed"] == 7
    assert len(document["moves"]) == 106
    assert main(["check", str(plan)]) == 0
    assert main(["draw", str(plan), "--output", str(tmp_path / "plan.svg")]) == 0
    chart = tmp_path / "chart.yaml"
    assert main(["propose", DEPARTMENT, "--format", "yaml", "--output", str(chart), "--lang", "nl"]) == 0
    assert sm.Org.load(chart) == sm.Org.from_dict(document["org"])


def test_wishes_that_contradict_each_other_end_with_five_and_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = tmp_path / "wanted.yaml"
    wanted.write_text(
        "format: spotifymodel-blueprint/1\ntribes: [{id: t, squads: [{id: a}, {id: b}]}]\n"
        "locks: [{person: p004, squad: a}]\nforbid: [{person: p004, squad: a}]\n",
        encoding="utf-8",
    )
    assert main(["propose", DEPARTMENT, "--blueprint", str(wanted)]) == 5
    said = capsys.readouterr()
    assert "p004 in a" in said.err
    assert "p004 not in a" in said.err


def test_wrong_usage_and_bad_blueprints_have_codes_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", DEPARTMENT, "--time-limit", "-1"]) == 2
    assert main(["propose", DEPARTMENT, "--output", str(tmp_path)]) == 2
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: spotifymodel-blueprint/1\ntribs: []\n", encoding="utf-8")
    assert main(["propose", DEPARTMENT, "--blueprint", str(bad)]) == 3
    assert f"{bad}:2:" in capsys.readouterr().err
    assert main(["propose", DEPARTMENT, "--blueprint", str(tmp_path / "none.yaml")]) == 3


def test_a_plan_without_a_chart_is_no_chart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.json"
    plan.write_text('{"format": "spotifymodel-plan/1", "status": "infeasible", "org": null}', encoding="utf-8")
    assert main(["check", str(plan)]) == 2
    assert "has no chart" in capsys.readouterr().err


def test_a_gap_report_is_written_beside_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    sm.example("polderbank").save(path)
    for suffix in ("md", "html", "txt", "json"):
        said = play("propose", path, "--gap-report", tmp_path / f"gaps.{suffix}", "--lang", "nl")
        assert said.code == 0
        assert "agile coach" in (tmp_path / f"gaps.{suffix}").read_text(encoding="utf-8") or suffix == "json"
    assert json.loads((tmp_path / "gaps.json").read_text(encoding="utf-8"))["totals"]["hires"] == {"agile_coach": 3}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("gaps.pdf", "a gap report is .txt, .md, .html or .json"),
        ("people.csv", "is the input too; --gap-report takes another file"),
        ("plan.json", "is the file of --output"),
        (".", "is a folder; --gap-report takes a file"),
    ],
)
def test_a_gap_report_that_cannot_be_written_is_refused_before_the_search(tmp_path: Path, target: str, words: str) -> None:
    path = tmp_path / "people.csv"
    sm.example("polderbank").save(path)
    before = path.read_bytes()
    said = play("propose", path, "--gap-report", tmp_path / target, "--output", tmp_path / "plan.json", "--force")
    assert said.code == 2
    assert words in said.err
    assert not (tmp_path / "plan.json").exists()
    assert path.read_bytes() == before
