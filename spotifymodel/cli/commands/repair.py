"""``spotifymodel repair``: the fewest changes that make a chart valid."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..command import Command
from ..progress import progress
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import complain, say
from ..writing import add_time_limit, refuse_folder, refuse_what_may_not_be_lost

if TYPE_CHECKING:
    from ...transition.repairing.repair import Repair

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("file", metavar="FILE", help="chart: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("--profile", metavar="P", help="limits to repair by")
    parser.add_argument("--format", choices=("text", "json", "yaml"), default="text", help="the changes, both, or the repaired chart")
    parser.add_argument("--output", metavar="PATH", help="write the repaired chart there; its suffix names the format")
    parser.add_argument("--force", action="store_true", help="overwrite FILE where --output names it")
    parser.add_argument("--as-of", metavar="D", help="repair one day of a chart with dates; the result has none")
    add_time_limit(parser)
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the words")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Repair, print what was done, and write the repaired chart where that is asked for."""
    from ...transition.repairing.repair import repair

    target = None if parsed.output is None else Path(parsed.output)
    if target is not None:
        refuse_folder(target)
        refuse_what_may_not_be_lost(parsed, target, parsed.file)
    org = read_chart(parsed.file, parsed)
    if parsed.as_of is not None:
        org = org.at(parsed.as_of)
    report, done = progress()
    try:
        fix = repair(org, parsed.profile, time_limit=parsed.time_limit, progress=report)
    finally:
        done()
    if target is not None:
        from ...formats.loading import save

        for dropped in save(fix.org, target) or ():
            complain(f"left out: {dropped}")
    say(_shown(fix, parsed))
    return 0 if fix.ok else 1


def _shown(fix: Repair, parsed: argparse.Namespace) -> str:
    language = parsed.lang or fix.language
    if parsed.format == "json":
        return json.dumps(fix.to_dict(language), ensure_ascii=False, indent=2) + "\n"
    if parsed.format == "yaml" and parsed.output is None:
        from ...formats.trees.emit_yaml import write_yaml

        return write_yaml(fix.org.to_dict())
    return fix.text(language) + "\n"


COMMAND = Command("repair", "make a chart valid with the fewest changes", arguments, run, order=30)
