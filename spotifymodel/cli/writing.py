"""What commands that search and write have in common: where they may write, and how long they may take."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import UsageError

__all__ = ["add_time_limit", "one_file", "refuse_folder", "refuse_inputs", "refuse_what_may_not_be_lost"]


def add_time_limit(parser: argparse.ArgumentParser) -> None:
    """Add the flag that ends a search."""
    parser.add_argument("--time-limit", metavar="S", type=_seconds, help="stop searching after so many seconds")


def refuse_folder(target: Path, flag: str = "--output") -> None:
    """Refuse to write into a folder."""
    if target.is_dir():
        raise UsageError(f"{target} is a folder; {flag} takes a file", str(target))


def refuse_inputs(target: Path, *names: str | None, remedy: str = "--force overwrites it") -> None:
    """Refuse to write over what is read; standard input and what is not there cannot be written over."""
    for name in names:
        if name is not None and name != "-" and target.exists() and one_file(target, Path(name)):
            raise UsageError(f"{target} is the input too; {remedy}", str(target))


def one_file(target: Path, other: Path) -> bool:
    """Tell whether two paths are those of one file, whether or not it is there yet."""
    return target.samefile(other) if target.exists() and other.exists() else target.resolve() == other.resolve()


def refuse_what_may_not_be_lost(parsed: argparse.Namespace, target: Path, name: str) -> None:
    """Refuse to write over the input without ``--force``, and pseudonyms over it at all: nobody could say any more who is who."""
    if not parsed.force:
        refuse_inputs(target, name)
    elif parsed.pseudonymise:
        refuse_inputs(target, name, remedy="pseudonyms are not written over it, not even with --force: name another file")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return seconds
