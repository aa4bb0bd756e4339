"""The text report, word for word: what the golden files hold is what a reader gets.

To renew them after a change that is meant: ``SPOTIFYMODEL_GOLDEN=write python -m pytest tests/report/test_golden_texts.py``,
and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import spotifymodel as sm
from spotifymodel.formats.loading import load_bytes
from spotifymodel.report.output import Options
from spotifymodel.report.saving import render

GOLDEN = Path(__file__).parent / "golden"

#: Dates, a waiver in force, an expired and an unused one, and something that cannot be judged.
DATED = b"""\
format: spotifymodel/1
people:
  - {id: an, name: An Bos}
  - {id: bo, name: Bo Smit}
tribes:
  - id: t
    name: Tribe 1
    lead: an
    squads:
      - id: s
        name: Squad 1
        product_owner: {person: an, until: 2027-03-01}
        members: [an, bo]
      - {id: r, name: Squad 2, members: [bo]}
waivers:
  - {code: PO001, subject: r, reason: Start, owner: an, expires: 2027-06-01}
  - {code: MB002, subject: bo, reason: Start, owner: an, expires: 2026-01-01}
  - {code: SQ001, subject: r, reason: Start, owner: an, expires: 2027-06-01}
"""


def reports() -> dict[str, sm.Report]:
    found: dict[str, sm.Report] = {}
    for language in ("en", "nl"):
        found[f"broken.{language}"] = sm.check(sm.example("hypotheek-broken"), language=language)
        dated = load_bytes(DATED, "dated.yaml")
        rules = "PO001,MB002,MB005,SQ001,SQ005,WV"
        found[f"dated.{language}"] = sm.check(dated, language=language, today="2026-11-25", select=rules)
        found[f"two-profiles.{language}"] = sm.check(
            sm.example("hypotheek-broken"), profile="brunel-2017,spotify-2012", select="SQ001,MB001", language=language
        )
    return found


@pytest.mark.parametrize("name", [f"{case}.{language}" for case in ("broken", "dated", "two-profiles") for language in ("en", "nl")])
def test_the_text_report_reads_as_it_did(name: str) -> None:
    text = render(reports()[name], "text", Options(width=100))
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("SPOTIFYMODEL_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text("utf-8")


def test_colours_change_nothing_but_the_paint() -> None:
    import re

    report = reports()["dated.en"]
    painted = render(report, "text", Options(colour=True, width=100))
    assert painted != render(report, "text", Options(width=100))
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == render(report, "text", Options(width=100))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_fit_the_terminal_save_for_words_and_places(width: int) -> None:
    text = render(reports()["broken.en"], "text", Options(width=width))
    for line in text.splitlines():
        if line.startswith("  ") and " | " not in line:
            assert len(line) <= width or len(line.split()[-1]) > width // 3, line
