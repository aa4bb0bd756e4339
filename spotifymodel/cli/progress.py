"""What a long search is looking at, shown on the terminal and cleared again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

__all__ = ["progress"]

#: Back to the start of the line, and clear it.
_CLEAR: Final = "\r\x1b[K"


def progress() -> tuple[Callable[[str], None] | None, Callable[[], None]]:
    """Return what shows progress on standard error, and what clears it; nothing unless that is a terminal."""
    if not sys.stderr.isatty():
        return None, lambda: None

    def report(what: str) -> None:
        sys.stderr.write(_CLEAR + "".join(c for c in what if c.isprintable())[:70])
        sys.stderr.flush()

    def done() -> None:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()

    return report, done
