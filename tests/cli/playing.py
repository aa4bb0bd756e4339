"""Run the command line in this process and see what it said."""

from __future__ import annotations

import io
import sys
from typing import NamedTuple

import pytest

from spotifymodel.cli import main


class Said(NamedTuple):
    """An exit code, and what went to standard output and standard error."""

    code: int
    out: str
    err: str


class Terminal(io.TextIOWrapper):
    """A stream that says that somebody looks at it."""

    def isatty(self) -> bool:
        return True


def play(*arguments: object, stdin: bytes = b"", terminal: bool = False) -> Said:
    """Return what one command came to; progress and the like are said only at a terminal."""
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        patch.setattr(sys, "stderr", Terminal(err, "utf-8") if terminal else io.TextIOWrapper(err, "utf-8"))
        code = main([str(one) for one in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(code, out.getvalue().decode(), err.getvalue().decode())
