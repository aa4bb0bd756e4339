"""``spotifymodel propose`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "department.yaml"
    sm.example("polderbank").save(path)
    return path


def test_the_same_bytes_come_out_twice_on_paper_and_in_a_file(
    chart: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["propose", str(chart), "--format", "json", "--seed", "1"]) == 0
    said = capsysbinary.readouterr().out
    assert main(["propose", str(chart), "--output", str(tmp_path / "plan.json"), "--seed", "1"]) == 0
    assert (tmp_path / "plan.json").read_bytes() == said
    assert json.loads(said)["format"] == "spotifymodel-plan/1"
    assert json.loads(said)["seed"] == 1


def test_yaml_is_the_chart_to_be(chart: Path, tmp_path: Path) -> None:
    assert main(["propose", str(chart), "--output", str(tmp_path / "target.yaml")]) == 0
    assert main(["check", str(tmp_path / "target.yaml")]) == 0
    assert sm.Org.load(tmp_path / "target.yaml").kind == "agile"


def test_text_speaks_dutch_where_that_is_asked(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["propose", str(chart), "--lang", "nl"]) == 0
    assert capsys.readouterr().out.startswith("voorstel: optimaal\n")


def test_wishes_that_contradict_each_other_have_an_exit_code_and_are_printed(
    chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = tmp_path / "wanted.yaml"
    wanted.write_text(
        "format: spotifymodel-blueprint/1\n"
        "tribes: [{id: t, squads: [{id: x}, {id: y}]}]\n"
        "locks: [{person: p004, squad: x, role: product_owner}, {person: p005, squad: x, role: product_owner}]\n"
    )
    assert main(["propose", str(chart), "--blueprint", str(wanted)]) == 5
    said = capsys.readouterr()
    assert said.out == ""
    assert "p004 owner of x" in said.err
    assert "p005 owner of x" in said.err


def test_the_input_and_the_blueprint_are_not_written_over(chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = chart.read_bytes()
    assert main(["propose", str(chart), "--output", str(chart)]) == 2
    assert main(["propose", str(chart), "--output", str(tmp_path)]) == 2
    assert chart.read_bytes() == before
    assert "--force" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_limit_is_a_number_of_seconds(chart: Path, limit: str) -> None:
    assert main(["propose", str(chart), f"--time-limit={limit}"]) == 2


def test_who_is_asked_about_and_not_in_the_chart_is_told_before_the_search(
    chart: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("spotifymodel.transition.proposing.propose", lambda *_: pytest.fail("the search began"))
    assert main(["propose", str(chart), "--alternatives", "3", "--without", "p9999"]) == 2
    assert "no person 'p9999' in this chart" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "known", "unknown", "otherwise"),
    [("en", "→ director", "Not recognised", "list them as jobs"), ("nl", "→ directeur", "Niet herkend", "Noem ze als jobs")],
)
def test_how_the_titles_of_a_list_were_read_is_told_and_what_to_do_about_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, known: str, unknown: str, otherwise: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,naam,afdeling,functie\n1,An,Bos,directeur\n2,Bo,Bos,boswachter\n3,Cy,Bos,boswachter\n", "utf-8")
    assert main(["propose", str(path), "--lang", language]) == 0
    told = capsys.readouterr()
    for part in (known, unknown, otherwise, "2 ×  boswachter"):
        assert part in told.err
    assert "boswachter" not in told.out
    assert main(["propose", str(path), "--pseudonymise"]) == 0
    assert "boswachter" not in capsys.readouterr().err
