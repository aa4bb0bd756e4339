"""The command line: ``spotifymodel check``, ``explain``, ``draw`` and the rest; one file per command."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        Without the program's name; ``sys.argv`` unless given.
    """
    from .running import run

    return run(arguments)
