"""Read the charts that the command line names; ``-`` is standard input."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from ..formats.loading import load, load_bytes
from ..model.org import Org

__all__ = ["add_reading_arguments", "read_chart"]


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what concerns spreadsheets."""
    parser.add_argument("--sheet", metavar="NAME", help="worksheet of an .xlsx file")


def read_chart(name: str, parsed: argparse.Namespace | None = None) -> Org:
    """Return the chart of a file, or of standard input for ``-``."""
    options: dict[str, Any] = {}
    sheet = getattr(parsed, "sheet", None)
    if sheet is not None:
        options["sheet"] = sheet
    if name == "-":
        return load_bytes(sys.stdin.buffer.read(), "<stdin>", **options)
    return load(name, **options)
