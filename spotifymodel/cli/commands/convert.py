"""``spotifymodel convert``: a chart from one format to another."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...formats.loading import save
from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import complain
from ..writing import refuse_what_may_not_be_lost

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("source", metavar="IN", help="chart: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("target", metavar="OUT", help="chart: .yaml, .json, .csv, .xlsx")
    parser.add_argument("--force", action="store_true", help="overwrite OUT where it is IN")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Convert; what the target cannot hold is said on standard error."""
    target = Path(parsed.target)
    refuse_what_may_not_be_lost(parsed, target, parsed.source)
    org = read_chart(parsed.source, parsed)
    for dropped in save(org, target) or ():
        complain(f"left out: {dropped}")
    return 0


COMMAND = Command("convert", "convert a chart between formats", arguments, run, order=55)
