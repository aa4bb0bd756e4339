"""The questions of a plan on the command line: the same bytes twice, both languages, and data for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spotifymodel.cli import main
from spotifymodel.transition.plan import Plan
from tests.transition.proposing.departments import department


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "department.yaml"
    department(36, 1).save(path)
    return path


def test_a_plan_in_json_has_its_alternatives_its_curve_and_who_is_missed(chart: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = ["propose", str(chart), "--alternatives", "2", "--pareto", "3", "--without", "p20", "--without", "p1", "--format", "json"]
    said = []
    for _ in range(2):
        assert main(asked) == 0
        said.append(capsysbinary.readouterr().out)
    assert said[0] == said[1]
    found = json.loads(said[0])
    assert found["format"] == "spotifymodel-plan/1"
    assert 1 <= len(found["alternatives"]["alternatives"]) <= 2
    assert [one["people"] for one in found["without"]] == [["p20"], ["p1"]]
    assert [point["proven"] for point in found["pareto"]["points"]] == [True] * len(found["pareto"]["points"])
    # A plan with answers is a plan, and so is each alternative.
    assert Plan.from_dict(found).status == "optimal"
    other = Plan.from_dict(found["alternatives"]["alternatives"][0]["plan"])
    assert other.org is not None
    assert other.org.to_dict() != found["org"]


def test_text_adds_the_answers_below_the_proposal_in_the_language_that_is_asked(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", str(chart), "--alternatives", "1", "--pareto", "2", "--without", "p20", "--lang", "nl"]) == 0
    said = capsys.readouterr().out
    places = [said.index(words) for words in ("voorstel: optimaal", "alternatief 1: ", "geteld als ingrijpend", "zonder p20")]
    assert places == sorted(places)


def test_the_chart_to_be_is_the_same_whatever_is_asked_beside_it(chart: Path, tmp_path: Path) -> None:
    assert main(["propose", str(chart), "--output", str(tmp_path / "a.yaml")]) == 0
    assert main(["propose", str(chart), "--output", str(tmp_path / "b.yaml"), "--alternatives", "2"]) == 0
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()


def test_people_are_named_by_the_ids_of_the_file_also_where_pseudonyms_are_shown(
    chart: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOTIFYMODEL_PSEUDONYM_KEY", "a secret of the test")
    assert main(["propose", str(chart), "--pseudonymise", "--without", "p20"]) == 0
    said = capsys.readouterr().out
    assert "without person-" in said
    assert "p20" not in said


@pytest.mark.parametrize(
    "wrong", [["--alternatives", "0"], ["--alternatives", "many"], ["--pareto", "1"], ["--pareto", "101"], ["--without", "nobody"]]
)
def test_questions_that_make_no_sense_are_wrong_usage(chart: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", str(chart), *wrong]) == 2
    assert capsys.readouterr().out == ""
