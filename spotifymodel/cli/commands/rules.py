"""``spotifymodel rules``: all rules as a profile grades them."""

from __future__ import annotations

import argparse

from ...profiles import load_profile
from ...rules.catalogue import all_rules
from ...words.reports import SEVERITY_NAMES
from ..command import Command
from ..speaking import say

__all__ = ["COMMAND"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--profile", metavar="P", default="brunel-2017", help="whose severities and limits (default: brunel-2017)")
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language")


def run(parsed: argparse.Namespace) -> int:
    """Print a line per rule: code, name, subject, severity, limits."""
    profile = load_profile(parsed.profile)
    rows = []
    for rule in all_rules().values():
        severity = SEVERITY_NAMES[parsed.lang][profile.severity(rule.code, rule.severity)]
        limits = ", ".join(f"{p.name}={_shown(profile.value(p.name, p.default))}" for p in rule.parameters)
        rows.append((rule.code, rule.name, rule.kind, severity, limits))
    widths = [max(len(row[k]) for row in rows) for k in range(4)]
    say("".join("  ".join((*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[4])).rstrip() + "\n" for row in rows))
    return 0


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


COMMAND = Command("rules", "list all rules with severity and limits of a profile", arguments, run, order=30)
