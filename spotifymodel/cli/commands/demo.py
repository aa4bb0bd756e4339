"""``spotifymodel demo``: the main job on the shipped mortgage tribe."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Literal

from ...checking.run import check
from ...errors import OutputRefusedError
from ...examples import example, example_file
from ...formats.loading import load, save
from ...formats.saving import save_bytes
from ...report.saving import save_report
from ..command import Command
from ..speaking import say

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
    """Show how the department becomes a tribe: the list of people, the proposal, its picture."""
    from ... import plot
    from ...transition.proposing import propose

    department = folder / "polderbank.csv"
    save_bytes(str(department), example_file("polderbank").read_bytes())
    plan = propose(example("polderbank"), language=language)
    assert plan.org is not None
    say(f"— {department}: what this department could become\n\n{plan}\n\n")
    chart, picture = folder / "polderbank-proposed.yaml", folder / "polderbank-proposed"
    save(plan.org, chart)
    figure = plot.matrix(plan.org, language=language)
    for suffix in (".svg", ".png"):
        figure.save(picture.with_suffix(suffix))
    return [department, chart, *(picture.with_suffix(suffix) for suffix in (".svg", ".png"))]


COMMAND = Command("demo", "the main job on the shipped mortgage tribe: report and pictures", arguments, run, order=5)
