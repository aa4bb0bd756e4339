"""``stats`` prints the measures of the library, as text and as JSON."""

from __future__ import annotations

import json

import pytest

import spotifymodel as sm
from spotifymodel.cli import main
from spotifymodel.examples import example_file


def test_stats_prints_what_the_library_measures(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(example_file("hypotheek"))
    assert main(["stats", file, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == sm.metrics(sm.example("hypotheek")).to_dict()
    assert main(["stats", file, "--lang", "nl"]) == 0
    assert "ruimte over" in capsys.readouterr().out
