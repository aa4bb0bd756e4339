"""Read the charts that the command line names; ``-`` is standard input."""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from ..formats.loading import load, load_bytes
from ..model.org import Org
from .speaking import complain

__all__ = ["KEY", "add_pseudonym_argument", "add_reading_arguments", "read_chart"]

#: Environment variable with the secret of the pseudonyms.
KEY = "SPOTIFYMODEL_PSEUDONYM_KEY"


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what concerns spreadsheets."""
    parser.add_argument("--sheet", metavar="NAME", help="worksheet of an .xlsx file")


def add_pseudonym_argument(parser: argparse.ArgumentParser) -> None:
    """Add the flag that hides who people are."""
    parser.add_argument(
        "--pseudonymise",
        action="store_true",
        help=f"pseudonyms instead of people; the same ones every time where {KEY} holds a secret",
    )


def read_chart(name: str, parsed: argparse.Namespace | None = None) -> Org:
    """Return the chart of a file, or of standard input for ``-``."""
    options: dict[str, Any] = {}
    sheet = getattr(parsed, "sheet", None)
    if sheet is not None:
        options["sheet"] = sheet
    org = load_bytes(sys.stdin.buffer.read(), "<stdin>", **options) if name == "-" else load(name, **options)
    hidden = getattr(parsed, "pseudonymise", False)
    if org.reading is not None and not hidden:
        complain(str(org.reading))
    return _hidden(org) if hidden else org


def _hidden(org: Org) -> Org:
    """Return the chart with pseudonyms, from the secret in the environment, else from one of this run alone."""
    from secrets import token_bytes

    from ..formats.pseudonyms import pseudonymised

    secret = os.environ.get(KEY)
    return pseudonymised(org, secret.encode() if secret else token_bytes(32))
