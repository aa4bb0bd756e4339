"""``spotifymodel init``: a chart, or a blueprint, to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...errors import UsageError
from ...examples import example_file, example_names
from ...formats.saving import save_bytes
from ..command import Command
from ..speaking import complain, say

__all__ = ["COMMAND"]

STARTING = Path(__file__).parent.parent / "starting_chart.yaml"
BLUEPRINT = STARTING.with_name("starting_blueprint.yaml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("output", nargs="?", metavar="PATH", help="where to write it (default: standard output)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--blueprint", action="store_true", help="what `propose --blueprint` takes: squads and wishes, to edit")
    what.add_argument("--example", metavar="NAME", help="a shipped example instead: " + ", ".join(example_names()))
    parser.add_argument("--force", action="store_true", help="overwrite a file that is there")


def run(parsed: argparse.Namespace) -> int:
    """Write what to start from; never over an existing file without --force."""
    shipped = BLUEPRINT if parsed.blueprint else STARTING if parsed.example is None else example_file(parsed.example)
    text = shipped.read_text(encoding="utf-8")
    if parsed.output is None:
        say(text)
        return 0
    path = Path(parsed.output)
    if path.suffix.lower() != shipped.suffix and not (shipped.suffix == ".yaml" and path.suffix.lower() == ".yml"):
        raise UsageError(f"{path}: this is a {shipped.suffix} file; `spotifymodel convert` makes another format of it", str(path))
    if path.exists() and not parsed.force:
        raise UsageError(f"{path} is there already; --force overwrites it", str(path))
    save_bytes(str(path), text.encode("utf-8"))
    after = f"edit it, then: spotifymodel propose FILE --blueprint {path}"
    if not parsed.blueprint:
        after = f"judge it with: spotifymodel check {path}"
    complain(f"wrote {path}; {after}")
    return 0


COMMAND = Command("init", "write a chart, or a blueprint, to start from", arguments, run, order=50)
