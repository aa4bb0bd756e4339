"""``spotifymodel demo``: the main job on the shipped mortgage tribe."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...checking.run import check
from ...errors import OutputRefusedError
from ...examples import example
from ...formats.loading import load, save
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
    say("written:\n" + "".join(f"  {path}\n" for path in written))
    say(f"\nNext: open {folder / 'hypotheek.png'}, break {folder / 'hypotheek.yaml'} by hand, and judge it:\n")
    say(f"  spotifymodel check {folder / 'hypotheek.yaml'}\n")
    return 0


COMMAND = Command("demo", "the main job on the shipped mortgage tribe: report and pictures", arguments, run, order=5)
