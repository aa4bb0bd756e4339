"""The reference of the command line: every command's own help."""

from __future__ import annotations

import argparse
import io
import os
from contextlib import redirect_stdout

from spotifymodel.cli.command import Command
from spotifymodel.cli.running import commands

__all__ = ["command_page"]

OPENING = """# The command line

`spotifymodel COMMAND …`, or `python -m spotifymodel COMMAND …`. What follows is each command's own help.

* Results go to standard output or to the file of `--output`; complaints, and what was guessed in reading a list, go to standard error.
* `-` as a file name is standard input: JSON where it begins with `{` or `[`, YAML otherwise.
* Dates (`D`) are written as in 2027-03-01.
* `--select` and `--ignore` take codes, names or prefixes, with commas, and may be repeated: `--select SQ,MB001 --ignore squad-too-small`.
* Profile and language come from the flag, else from the chart, else from `[tool.spotifymodel]` in the nearest `pyproject.toml`,
  else they are `brunel-2017` and `en`. What is refused under `--lang nl` has a Dutch frame around the words of the format.
"""
CLOSING = """## Exit codes

| code | means |
| --- | --- |
| 0 | nothing at or above `--fail-on` (`check`); done (all others) |
| 1 | findings |
| 2 | wrong usage: an unknown flag, rule, profile, tribe |
| 3 | a file is missing or cannot be read as a chart; outranks 1 |
| 4 | a bug of ours; nothing was changed |
| 5 | locks or hard limits contradict each other |
| 6 | a time limit came before an answer |

## Environment

| variable | does |
| --- | --- |
| `NO_COLOR` | no colours, also on a terminal |
| `SPOTIFYMODEL_PSEUDONYM_KEY` | the secret from which `--pseudonymise` makes pseudonyms; without it they differ from run to run |
| `SPOTIFYMODEL_DEBUG` | shows the trace of a bug of ours; it may hold names from a chart |
"""


def command_page() -> str:
    """Return the help of every command, in the order of the program's own help."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        parts = [f"## {command.name}\n\n```text\n{_help(command)}\n```\n" for command in commands()]
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return "\n".join([OPENING, *parts, CLOSING])


def _help(command: Command) -> str:
    said = io.StringIO()
    parser = argparse.ArgumentParser(prog=f"spotifymodel {command.name}", description=command.help, allow_abbrev=False)
    command.arguments(parser)
    with redirect_stdout(said):
        parser.print_help()
    return said.getvalue().rstrip()
