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


def play(*arguments: object, stdin: bytes = b"") -> Said:
    """Return what one command came to."""
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8"))
        code = main([str(one) for one in arguments])
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(code, out.getvalue().decode(), err.getvalue().decode())
