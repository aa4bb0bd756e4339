"""What a command is: a name, a line of help, its arguments, and what it does."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Command"]


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line, in one file.

    Parameters
    ----------
    name, help : str
        As the user sees them.
    arguments : callable
        Adds its arguments to a parser.
    run : callable
        From the parsed arguments to the exit code.
    order : int
        Place in the help.
    """

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    order: int = 50
