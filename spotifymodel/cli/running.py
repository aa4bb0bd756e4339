"""Parse, run, and turn what goes wrong into an exit code and a message."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .. import __version__
from ..errors import ConflictError, InputRefusedError, LimitReachedError, SpotifyModelError
from ..words.refusals import said_of
from .command import Command
from .speaking import complain

__all__ = ["Exit", "run"]


class Exit:
    """The exit codes of the contract."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    REFUSED = 3
    BUG = 4
    CONFLICT = 5
    LIMIT = 6
    INTERRUPTED = 130


#: Commands whose module is loaded without loading the others; anything else lists the folder.
FOLDER = Path(__file__).parent / "commands"


def commands(only: str | None = None) -> list[Command]:
    """Return the commands; only one of them where its name is known, so that `check` does not pay for `draw`."""
    names = sorted(f.stem for f in FOLDER.glob("*.py") if not f.stem.startswith("_"))
    if only is not None and only in names:
        names = [only]
    found: list[Command] = [import_module(f"{__package__}.commands.{name}").COMMAND for name in names]
    return sorted(found, key=lambda c: (c.order, c.name))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; see :func:`spotifymodel.cli.main`."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language: str | None = None
    try:
        parsed = _parser(given).parse_args(given)
        language = getattr(parsed, "lang", None)
        command: Command = parsed.command
        return command.run(parsed)
    except SystemExit as stop:  # argparse has spoken
        return stop.code if isinstance(stop.code, int) else Exit.USAGE
    except InputRefusedError as refused:
        complain(said_of(refused, language))
        return Exit.REFUSED
    except ConflictError as conflict:
        complain(said_of(conflict, language))
        return Exit.CONFLICT
    except LimitReachedError as limit:
        complain(said_of(limit, language))
        return Exit.LIMIT
    except SpotifyModelError as wrong:
        complain(f"spotifymodel: {said_of(wrong, language)}")
        return Exit.USAGE
    except BrokenPipeError:
        # The reader has gone (`| head`): not our fault, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except KeyboardInterrupt:
        complain("interrupted")
        return Exit.INTERRUPTED
    except Exception as bug:
        return _bug(bug)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="spotifymodel",
        description="Model, judge and draw agile organisations: tribes, squads and chapters, with every limit cited.",
        epilog="Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 input refused, 4 a bug of ours, 5 locks contradict each other, "
        "6 a limit came before an answer.",
    )
    parser.add_argument("--version", action="version", version=f"spotifymodel {__version__}")
    rooms = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in commands(given[0] if given else None):
        room = rooms.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        room.set_defaults(command=command)
        command.arguments(room)
    return parser


def _bug(bug: Exception) -> int:
    """Say that it is our fault, without the values of anybody's chart; the trace is there for who asks."""
    at = traceback.extract_tb(bug.__traceback__)[-1]
    where = f"{Path(at.filename).name}:{at.lineno}"
    complain(
        f"spotifymodel: this is a bug of ours: {type(bug).__name__} at {where}. Nothing was changed.\n"
        "Please report it with this line; SPOTIFYMODEL_DEBUG=1 shows the trace (it may hold names from your chart)."
    )
    if os.environ.get("SPOTIFYMODEL_DEBUG"):
        traceback.print_exception(bug)
    return Exit.BUG
