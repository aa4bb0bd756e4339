"""Read the charts that the command line names; ``-`` is standard input."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from ..formats.loading import load, load_bytes
from ..model.org import Org
from .speaking import complain

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
    org = load_bytes(sys.stdin.buffer.read(), "<stdin>", **options) if name == "-" else load(name, **options)
    if org.reading is not None:
        complain(str(org.reading))
    return org
