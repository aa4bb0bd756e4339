"""Every command besides `check`: what it writes, where, and when it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import spotifymodel as sm
from spotifymodel.cli.running import commands
from spotifymodel.formats.document import tree_from_org

from .charts import OWNERLESS, REFUSED, SOUND, document, written
from .playing import play

LIST = "Naam;Afdeling;Functie;Squad\nAn Bos;Sales;Adviseur;S1\nBo Smit;Sales;Adviseur;S1\n"


def test_the_version_and_the_help_name_what_there_is() -> None:
    assert play("--version").out == f"spotifymodel {sm.__version__}\n"
    said = play("--help")
    assert said.code == 0
    assert all(command.name in said.out and command.help.split(",")[0] in said.out for command in commands())
    for command in commands():
        assert play(command.name, "--help").code == 0


def test_the_module_runs_as_a_program() -> None:
    ran = subprocess.run([sys.executable, "-m", "spotifymodel", "explain", "SQ001"], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0
    assert ran.stdout.startswith("SQ001 squad-too-large\n")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    code = "import sys; from spotifymodel.cli import main; sys.exit(main(['schema']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_a_rule_is_explained_in_both_languages_by_code_or_name() -> None:
    assert play("explain", "sq001").out == play("explain", "squad-too-large").out
    assert "squad.max = 9 (people)" in play("explain", "SQ001").out
    assert play("explain", "SQ001", "--lang", "nl").out != play("explain", "SQ001").out
    said = play("explain", "squad-to-large")
    assert said.code == 2
    assert "did you mean" in said.err
    assert "SQ001" in said.err or "squad-too-large" in said.err


def test_all_rules_are_listed_as_a_profile_grades_them() -> None:
    lines = play("rules").out.splitlines()
    assert len(lines) == len({line.split()[0] for line in lines}) > 30
    row = next(line for line in lines if line.startswith("SQ001"))
    assert row.split() == ["SQ001", "squad-too-large", "squad", "error", "count.po=union,", "squad.max=9"]
    assert "fout" in next(line for line in play("rules", "--lang", "nl").out.splitlines() if line.startswith("SQ001"))
    strict = next(line for line in play("rules", "--profile", "spotify-2012").out.splitlines() if line.startswith("SQ001"))
    assert strict != row
    assert play("rules", "--profile", "nonsense").code == 2


def test_the_schema_accepts_the_examples_and_refuses_what_reading_refuses() -> None:
    schema = json.loads(play("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(schema)
    for name in ("hypotheek", "hypotheek-broken", "polderbank"):
        assert list(check.iter_errors(tree_from_org(sm.example(name)))) == []
    assert list(check.iter_errors(document())) == []
    assert list(check.iter_errors(document(peeple=[])))
    assert list(check.iter_errors({"format": "spotifymodel/1"}))
    assert list(check.iter_errors(document(mode="dream")))


def test_a_chart_to_start_from_is_written_and_sound(tmp_path: Path) -> None:
    path = tmp_path / "tribe.yaml"
    said = play("init", path)
    assert (said.code, said.out) == (0, "")
    assert f"spotifymodel check {path}" in said.err
    assert play("check", path).code == 0
    assert play("init").out == path.read_text("utf-8")
    again = play("init", path)
    assert again.code == 2
    assert "--force overwrites it" in again.err
    assert play("init", path, "--force", "--example", "hypotheek-broken").code == 0
    assert play("check", path).code == 1


def test_init_keeps_the_suffix_of_what_it_writes(tmp_path: Path) -> None:
    assert play("init", tmp_path / "tribe.yml").code == 0
    assert play("init", tmp_path / "tribe.json").code == 2
    said = play("init", tmp_path / "bank.yaml", "--example", "polderbank")
    assert said.code == 2
    assert "convert" in said.err
    assert play("init", tmp_path / "bank.csv", "--example", "polderbank").code == 0
    said = play("init", "--example", "polderbenk")
    assert said.code == 2
    assert "did you mean 'polderbank'?" in said.err
    assert not (tmp_path / "tribe.json").exists()


@pytest.mark.parametrize("suffix", [".json", ".yaml", ".xlsx", ".csv"])
def test_converting_there_and_back_keeps_the_chart_or_says_what_was_left_out(tmp_path: Path, suffix: str) -> None:
    source, there, back = written(tmp_path, "a.yaml", SOUND), tmp_path / f"b{suffix}", tmp_path / "c.yaml"
    said = play("convert", source, there)
    assert said.code == 0
    assert play("convert", there, back).code == 0
    if suffix in (".json", ".yaml"):
        assert said.err == ""
        assert sm.Org.load(back) == sm.Org.load(source)
    else:
        assert sm.Org.load(back).people[0].label == "An Bos"


def test_converting_never_overwrites_its_input_unless_forced(tmp_path: Path) -> None:
    source = written(tmp_path, "a.yaml", SOUND)
    said = play("convert", source, source)
    assert said.code == 2
    assert "--force overwrites it" in said.err
    assert source.read_text("utf-8") == SOUND
    assert play("convert", source, source, "--force").code == 0
    assert play("convert", tmp_path / "nowhere.yaml", source).code == 3
    assert play("convert", source, tmp_path / "a.docx").code == 2
    assert play("convert", written(tmp_path, "r.yaml", REFUSED), tmp_path / "b.json").code == 3
    assert not (tmp_path / "b.json").exists()


def test_standard_input_is_converted(tmp_path: Path) -> None:
    assert play("convert", "-", tmp_path / "b.json", stdin=SOUND.encode()).code == 0
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["people"][0]["id"] == "an"


def test_columns_of_a_list_can_be_named_and_left_out(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", LIST)
    assert play("convert", path, tmp_path / "a.json", "--column", "Functie=").code == 0
    assert sm.Org.load(tmp_path / "a.json").people[0].job_title is None
    assert play("convert", path, tmp_path / "b.json", "--column", "Functie=location").code == 0
    assert sm.Org.load(tmp_path / "b.json").people[0].location == "Adviseur"
    for wrong in ("Functie", "=unit"):
        said = play("check", path, "--column", wrong)
        assert said.code == 2
        assert "NAME=FIELD" in said.err


def test_a_worksheet_can_be_named(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Leeg"  # type: ignore[union-attr]
    sheet = book.create_sheet("Team")
    for row in LIST.strip().splitlines():
        sheet.append(row.split(";"))
    book.save(tmp_path / "list.xlsx")
    assert play("convert", tmp_path / "list.xlsx", tmp_path / "a.json", "--sheet", "Team").code == 0
    assert len(sm.Org.load(tmp_path / "a.json").people) == 2
    said = play("check", tmp_path / "list.xlsx", "--sheet", "Taem")
    assert said.code in (2, 3)
    assert "Team" in said.err


def test_what_was_guessed_in_a_list_is_said_in_the_language_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", LIST)
    english, dutch = play("check", path, "--lang", "en"), play("check", path, "--lang", "nl")
    assert english.err != dutch.err
    assert str(path) in english.err
    assert play("check", path, "--pseudonymise").err == ""


@pytest.mark.parametrize(("suffix", "begins"), [(".svg", b"<?xml"), (".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_chart_is_drawn(tmp_path: Path, suffix: str, begins: bytes) -> None:
    target = tmp_path / f"a{suffix}"
    said = play("draw", written(tmp_path, "a.yaml", SOUND), "--output", target, "--lang", "nl", "--title", "Een titel", "--highlight", "an")
    assert said.code == 0, said.err
    data = target.read_bytes()
    assert data.startswith((begins, b"<svg"))
    if suffix == ".svg":
        assert b"Een titel" in data


def test_drawing_refuses_what_it_cannot_do(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", SOUND)
    for arguments, words in (
        (("--output", tmp_path / "a.docx"), ".svg, .png, .pdf"),
        (("--output", tmp_path / "a.svg", "--tribe", "x"), "tribe 'x'"),
        (("--output", tmp_path / "a.svg", "--as-of", "never"), "it is not a date"),
        (("--output", tmp_path / "a.svg", "--profile", "x"), "there is no profile 'x'"),
        (("--output", tmp_path / "no" / "a.svg"), "cannot be written"),
    ):
        said = play("draw", path, *arguments)
        assert said.code == 2, said
        assert words in said.err
    assert play("draw", path).code == 2
    assert play("draw", written(tmp_path, "r.yaml", REFUSED), "--output", tmp_path / "a.svg").code == 3
    assert not (tmp_path / "a.svg").exists()


def test_a_day_is_drawn_as_it_is_on_that_day(tmp_path: Path) -> None:
    chart = document(2)
    chart["tribes"][0]["squads"][0]["members"][1] = {"person": "p1", "from": "2027-01-01"}
    path = written(tmp_path, "a.json", chart)
    for day, seen in (("2026-12-31", False), ("2027-01-01", True)):
        assert play("draw", path, "--as-of", day, "--output", tmp_path / "a.svg").code == 0
        assert ("p1" in (tmp_path / "a.svg").read_text("utf-8")) is seen


def test_pseudonyms_hide_people_in_a_picture(tmp_path: Path) -> None:
    assert play("draw", written(tmp_path, "a.yaml", OWNERLESS), "--pseudonymise", "--output", tmp_path / "a.svg").code == 0
    assert "An Bos" not in (tmp_path / "a.svg").read_text("utf-8")


def test_a_difference_is_told_person_by_person(tmp_path: Path) -> None:
    before = written(tmp_path, "a.json", document(2))
    after = written(tmp_path, "b.json", document(3))
    said = play("diff", before, after)
    assert said.code == 0
    assert "p2" in said.out
    told = json.loads(play("diff", before, after, "--format", "json", "--lang", "nl").out)
    assert told
    assert play("diff", before, before, "--as-of", "2027-01-01").code == 0
    assert play("diff", before, tmp_path / "missing.yaml").code == 3


def test_the_demo_writes_charts_reports_and_pictures_and_says_where(tmp_path: Path) -> None:
    said = play("demo", "--output", tmp_path / "demo", "--lang", "nl")
    assert said.code == 0, said.err
    there = sorted(p.name for p in (tmp_path / "demo").iterdir())
    shown = [f"{n}{s}" for n in ("hypotheek", "hypotheek-broken") for s in (".yaml", "-report.html", ".svg", ".png")]
    told = [f"polderbank-{n}{s}" for n in ("today", "proposed", "transition", "roadmap") for s in (".svg", ".png")]
    assert there == sorted([*shown, "polderbank.csv", "polderbank-plan.json", "polderbank-proposed.yaml", *told])
    assert play("draw", tmp_path / "demo" / "polderbank-plan.json", "--picture", "diff", "--output", tmp_path / "diff.svg").code == 0
    assert all(str(tmp_path / "demo" / name) in said.out for name in there)
    assert play("check", tmp_path / "demo" / "hypotheek.yaml").code == 0
    assert play("check", tmp_path / "demo" / "hypotheek-broken.yaml").code == 1
    said = play("demo", "--output", tmp_path / "demo" / "hypotheek.svg")
    assert said.code == 2
    assert "hypotheek.svg" in said.err


def test_output_works_where_the_streams_hold_only_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from spotifymodel.cli.speaking import complain, say

    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    say("é\n")
    complain("a\x1b[2Jb\nc")
    assert out.getvalue() == "é\n"
    assert err.getvalue() == "a<U+001B>[2Jb\nc\n"
