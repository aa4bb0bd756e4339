"""``spotifymodel stats --robustness``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.cli import main


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "hypotheek.yaml"
    sm.example("hypotheek").save(path)
    return path


def test_what_rests_on_single_people_is_printed_as_text_and_as_data(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(chart), "--robustness", "--lang", "en"]) == 0
    assert "owner of squad vervroegd-aflossen" in capsys.readouterr().out
    assert main(["stats", str(chart), "--robustness", "--format", "json", "--as-of", "2027-03-01"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["looked_at"] == 28
    assert {"person": "umut", "code": "PO001"} in [
        {"person": one["person"], "code": b["code"]} for one in found["losses"] for b in one["breaks"]
    ]


def test_it_looks_at_one_chart(chart: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(chart), str(chart), "--robustness"]) == 2
    assert "one chart" in capsys.readouterr().err
