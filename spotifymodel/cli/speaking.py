"""Where the command line speaks: results to standard output or a file, complaints to standard error."""

from __future__ import annotations

import os
import sys

from ..report.terminal import printable

__all__ = ["colour_wanted", "complain", "say", "width_of_terminal"]


def say(text: str) -> None:
    """Write a result to standard output as UTF-8, whatever the locale."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a replaced stdout, as in a notebook
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8", "replace"))
    stream.flush()


def complain(text: str) -> None:
    """Write a complaint to standard error; nothing in it can move the cursor."""
    safe = "\n".join(printable(line) for line in text.splitlines()) + "\n"
    stream = getattr(sys.stderr, "buffer", None)
    if stream is None:
        sys.stderr.write(safe)
        return
    stream.write(safe.encode("utf-8", "replace"))
    stream.flush()


def colour_wanted() -> bool:
    """Tell whether colours make sense: a terminal, and no NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width_of_terminal() -> int:
    """Return the columns to write for: the terminal's, at most 120; 100 where there is none."""
    if not sys.stdout.isatty():
        return 100
    from shutil import get_terminal_size

    return max(40, min(get_terminal_size((100, 24)).columns, 120))
