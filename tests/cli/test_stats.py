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


def test_stats_of_two_charts_prints_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    before, after = example_file("polderbank"), example_file("polderbank-tribe")
    assert main(["stats", str(before), str(after), "--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert text.splitlines()[0].split() == ["measure", "subject", "before", "after", "difference", "unit"]
    assert "betweenness, mean of product managers" in text
    assert main(["stats", str(before), str(after), "--format", "json"]) == 0
    compared = sm.metrics(sm.Org.load(before)).compare(sm.metrics(sm.Org.load(after)))
    assert json.loads(capsys.readouterr().out) == compared.to_dict()


def test_stats_counts_bus_factors_from_the_level_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(example_file("hypotheek"))
    assert main(["stats", file, "--format", "json", "--skill-level", "3"]) == 0
    assert json.loads(capsys.readouterr().out) == sm.metrics(sm.example("hypotheek"), skill_level=3).to_dict()
    assert main(["stats", file, "--skill-level", "4"]) == 2
