"""``spotifymodel diff``: what changed between two charts."""

from __future__ import annotations

import argparse
import json

from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import say

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("before", metavar="A", help="chart as it was: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("after", metavar="B", help="chart as it is now")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    parser.add_argument("--as-of", metavar="D", help="compare one day instead of all dates")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the words")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Print who changed how, and the edits that lead from the one to the other."""
    from ...transition.differing.difference import diff

    charts = [read_chart(name, parsed) for name in (parsed.before, parsed.after)]
    if parsed.as_of is not None:
        charts = [chart.at(parsed.as_of) for chart in charts]
    found = diff(*charts)
    language = parsed.lang or found.language
    if parsed.format == "json":
        say(json.dumps(found.to_dict(language), ensure_ascii=False, indent=2) + "\n")
    else:
        say(found.text(language) + "\n")
    return 0


COMMAND = Command("diff", "what changed between two charts, person by person", arguments, run, order=35)
