"""What is said only where somebody looks on, what is said where something is left out, and what is never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.examples import example_file

from .charts import OWNERLESS, SOUND, written
from .playing import play

CLEAR = "\r\x1b[K"


def test_where_a_picture_went_is_said_at_a_terminal_only(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    assert play("draw", chart, "--output", tmp_path / "a.svg").err == ""
    assert play("draw", chart, "--output", tmp_path / "a.svg", terminal=True).err == f"wrote {tmp_path / 'a.svg'}\n"


def test_progress_is_shown_and_wiped_out_at_a_terminal_only(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    assert play("propose", chart, "--time-limit", "30").err == ""
    said = play("propose", chart, "--time-limit", "30", terminal=True)
    assert said.code == 0
    shown = [line for line in said.err.split(CLEAR) if line]
    assert shown
    assert all(len(line) <= 70 and line.isprintable() for line in shown)
    assert said.err.endswith(CLEAR)


def test_a_proposal_is_a_chart_and_is_not_written_over_the_one_it_was_made_from(tmp_path: Path) -> None:
    out = tmp_path / "plan.yaml"
    assert play("propose", example_file("polderbank"), "--output", out, "--force").code == 0
    assert len(sm.Org.load(out).people) >= 106
    said = play("propose", out, "--output", out)
    assert (said.code, "is the input too; --force overwrites it" in said.err) == (2, True)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_a_repaired_list_cannot_hold_is_said(tmp_path: Path, suffix: str) -> None:
    chart = written(tmp_path, "a.yaml", OWNERLESS.replace("lead: an", "lead: an\n    purpose: Iets goeds"))
    target = tmp_path / f"mended{suffix}"
    said = play("repair", chart, "--output", target)
    assert said.code == 0
    assert "left out: tribes: purpose" in said.err
    assert sm.check(sm.Org.load(target), select="PO001").ok


def test_a_day_is_repaired_as_it_is_on_that_day(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", OWNERLESS.replace("id: s\n", "id: s\n        from: 2027-01-01\n"))
    assert "PO001" not in play("repair", chart, "--as-of", "2026-01-01", "--format", "yaml").out
    mended = play("repair", chart, "--as-of", "2027-06-01", "--format", "yaml")
    assert mended.code == 0
    assert "product_owner: an" in mended.out
    assert "2027-01-01" not in mended.out


def test_pseudonyms_are_never_written_over_who_people_are(tmp_path: Path) -> None:
    chart = written(tmp_path, "a.yaml", SOUND)
    said = play("convert", chart, chart, "--pseudonymise", "--force")
    assert (said.code, "pseudonyms are not written over it, not even with --force" in said.err) == (2, True)
    assert chart.read_text("utf-8") == SOUND
    assert play("convert", chart, tmp_path / "b.yaml", "--pseudonymise", "--force").code == 0
    assert play("convert", chart, chart, "--force").code == 0


@pytest.mark.parametrize("picture", ["roadmap", "duties", "diff"])
def test_a_plan_that_is_not_there_is_a_refused_input(tmp_path: Path, picture: str) -> None:
    said = play("draw", tmp_path / "none.json", "--picture", picture, "--output", tmp_path / "a.svg")
    assert said.code == 3
    assert "none.json: cannot be read" in said.err


def test_a_day_of_a_plan_with_all_of_its_stages_is_refused(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    assert play("propose", written(tmp_path, "a.yaml", SOUND), "--format", "json", "--output", plan).code == 0
    said = play("draw", plan, "--picture", "duties", "--as-of", "2027-01-01", "--output", tmp_path / "a.svg")
    assert (said.code, "--as-of takes a day of a chart" in said.err) == (2, True)


def test_a_chart_of_today_and_one_to_come_are_drawn_as_a_sequence(tmp_path: Path) -> None:
    held = OWNERLESS.replace("name: An Bos", "name: An Bos, duties: [klachten]")
    one, two = written(tmp_path, "a.yaml", held), written(tmp_path, "b.yaml", held.replace("members: [an]", "product_owner: an"))
    pictures = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for picture, charts in zip(pictures, ((one,), (one, two)), strict=True):
        said = play("draw", *charts, "--picture", "duties", "--output", picture)
        assert (said.code, said.err) == (0, "")
    assert pictures[0].read_text("utf-8") != pictures[1].read_text("utf-8")
