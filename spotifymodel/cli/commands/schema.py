"""``spotifymodel schema``: the JSON Schema of the file format."""

from __future__ import annotations

import argparse
import json

from ...formats.json_schema import chart_schema
from ..command import Command
from ..speaking import say

__all__ = ["COMMAND"]


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_parsed: argparse.Namespace) -> int:
    """Print the schema."""
    say(json.dumps(chart_schema(), ensure_ascii=False, indent=1) + "\n")
    return 0


COMMAND = Command("schema", "print the JSON Schema of the file format, for editors", arguments, run, order=60)
