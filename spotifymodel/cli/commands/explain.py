"""``spotifymodel explain``: everything about one rule."""

from __future__ import annotations

import argparse

from ...report.explaining import explain
from ..command import Command
from ..speaking import say, width_of_terminal

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("code", metavar="CODE", help="code or name of a rule, such as SQ001")
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language")


def run(parsed: argparse.Namespace) -> int:
    """Print the page of the rule."""
    say(explain(parsed.code, parsed.lang, min(width_of_terminal(), 100)))
    return 0


COMMAND = Command("explain", "explain one rule: what, why, formally, fixes, sources", arguments, run, order=20)
