"""``spotifymodel stats``: measure a chart, or two side by side."""

from __future__ import annotations

import argparse
import json

from ...errors import UsageError
from ..command import Command
from ..reading import add_pseudonym_argument, add_reading_arguments, read_chart
from ..speaking import say

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the contract."""
    parser.add_argument("file", metavar="FILE", help="chart: .yaml, .json, .csv, .xlsx; - is standard input")
    parser.add_argument("after", metavar="FILE2", nargs="?", help="another chart: print what differs, before and after")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="what to print (default: text)")
    parser.add_argument("--profile", metavar="P", help="limits under which room is measured")
    parser.add_argument("--as-of", metavar="D", help="measure one day instead of all periods together")
    parser.add_argument(
        "--skill-level", metavar="N", type=int, choices=(1, 2, 3), help="level that counts for a bus factor (default: the profile's)"
    )
    parser.add_argument("--robustness", action="store_true", help="instead: what breaks when somebody leaves, and the room left")
    parser.add_argument("--lang", choices=("en", "nl"), help="language of the words")
    add_pseudonym_argument(parser)
    add_reading_arguments(parser)


def run(parsed: argparse.Namespace) -> int:
    """Print every measure, or those that differ between two charts."""
    from ...measuring.measure import metrics

    if parsed.robustness:
        return _robustness(parsed)
    names = [parsed.file] if parsed.after is None else [parsed.file, parsed.after]
    measured = [metrics(read_chart(name, parsed), parsed.profile, parsed.as_of, parsed.lang, parsed.skill_level) for name in names]
    found = measured[0] if len(measured) == 1 else measured[0].compare(measured[1])
    say((json.dumps(found.to_dict(), ensure_ascii=False, indent=2) if parsed.format == "json" else str(found)) + "\n")
    return 0


def _robustness(parsed: argparse.Namespace) -> int:
    if parsed.after is not None or parsed.skill_level is not None:
        raise UsageError("--robustness looks at one chart, under the skill level of the profile", "--robustness")
    org = read_chart(parsed.file, parsed)
    found = (org if parsed.as_of is None else org.at(parsed.as_of)).robustness(profile=parsed.profile, language=parsed.lang)
    say(json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n" if parsed.format == "json" else str(found))
    return 0


COMMAND = Command("stats", "measure a chart: heads, spans, sharing, hand-offs, room left", arguments, run, order=37)
