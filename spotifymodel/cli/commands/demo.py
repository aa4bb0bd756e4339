"""``spotifymodel demo``: the main job on the shipped mortgage tribe."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from ...checking.run import check
from ...errors import OutputRefusedError
from ...examples import example, example_file
from ...formats.loading import load, save
from ...formats.saving import save_bytes
from ...report.saving import save_report
from ..command import Command
from ..speaking import say

if TYPE_CHECKING:
    from ...plot.figure import OrgFigure

__all__ = ["COMMAND"]

CHARTS = ("hypotheek", "hypotheek-broken")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--output", metavar="DIR", default="demo-output", help="folder to write to (default: demo-output)")
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language of the report and the pictures")


def run(parsed: argparse.Namespace) -> int:
    """Load, judge, print, draw, and say where everything is."""
    from ... import plot

    folder = Path(parsed.output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise OutputRefusedError(str(folder), (err.strerror or type(err).__name__).lower(), "Name a folder that may be made") from err
    written: list[Path] = []
    for name in CHARTS:
        chart = folder / f"{name}.yaml"
        save(example(name), chart)
        written.append(chart)
        org = load(chart)
        report = check(org, language=parsed.lang)
        say(f"— {chart}\n\n{report}\n\n")
        save_report(report, folder / f"{name}-report.html")
        written.append(folder / f"{name}-report.html")
        figure = plot.matrix(org, language=parsed.lang, report=report)
        for suffix in (".svg", ".png"):
            figure.save(folder / f"{name}{suffix}")
            written.append(folder / f"{name}{suffix}")
    written += _propose(folder, parsed.lang)
    say("written:\n" + "".join(f"  {path}\n" for path in written))
    say(f"\nNext: open {folder / 'hypotheek.png'}, break {folder / 'hypotheek.yaml'} by hand, and judge it:\n")
    say(f"  spotifymodel check {folder / 'hypotheek.yaml'}\n")
    return 0


def _propose(folder: Path, language: Literal["en", "nl"]) -> list[Path]:
    """Show how the department becomes a tribe: the list of people, the proposal, the way there, the pictures of all that."""
    from ... import plot
    from ...transition.proposing import propose

    department = folder / "polderbank.csv"
    save_bytes(str(department), example_file("polderbank").read_bytes())
    plan = propose(example("polderbank"), language=language)
    assert plan.org is not None
    say(f"— {department}: what this department could become\n\n{plan}\n\n")
    chart, document = folder / "polderbank-proposed.yaml", folder / "polderbank-plan.json"
    save(plan.org, chart)
    save_bytes(str(document), (json.dumps(plan.to_dict(), ensure_ascii=False, indent=2) + "\n").encode())
    pictures = {
        "polderbank-today": plot.units(example("polderbank"), language=language),
        "polderbank-proposed": plot.matrix(plan.org, language=language),
        "polderbank-transition": plot.transition(plan, language=language),
        "polderbank-roadmap": plot.roadmap(plan, language=language),
    }
    written = [department, document, chart]
    for name, figure in pictures.items():
        for suffix in (".svg", ".png"):
            cast("OrgFigure", figure).save(folder / f"{name}{suffix}")
            written.append(folder / f"{name}{suffix}")
    return written


COMMAND = Command("demo", "the main job on the shipped mortgage tribe: report and pictures", arguments, run, order=5)
