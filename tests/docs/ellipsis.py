"""What stands on a page against what was printed: a line ``…`` is any number of lines, ``…`` in a line is any text."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["agrees", "shortened"]

ANY = "…"


def agrees(shown: Sequence[str], printed: Sequence[str]) -> bool:
    """Tell whether the lines shown stand for the lines printed."""
    parts = [r"(?:.*\n)*?" if line.strip() == ANY else re.escape(line.rstrip()).replace(ANY, ".*") + r"\n" for line in shown]
    return re.fullmatch("".join(parts), "".join(f"{line.rstrip()}\n" for line in printed)) is not None


def shortened(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """Return what a page should show: what it shows where that agrees, else the lines printed, shortened in the same places."""
    if agrees(shown, printed):
        return list(shown)
    whole = [line.rstrip() for line in printed]
    pieces: list[list[str]] = [[]]
    for line in shown:
        if line.strip() == ANY:
            pieces.append([])
        else:
            pieces[-1].append(line)
    found: list[str] = []
    rest = whole
    for number, piece in enumerate(pieces):
        if number:
            found.append(ANY)
        if not piece:
            continue
        start = 0 if number == 0 else len(rest) - len(piece) if number == len(pieces) - 1 else _where(piece[0], rest)
        if len(pieces) == 1 or start is None or start < 0:
            return whole
        found += rest[start : start + len(piece)]
        rest = rest[start + len(piece) :]
    return found


def _where(line: str, lines: Sequence[str]) -> int | None:
    """Return where a line stands, or one that begins with the same two words."""
    same = [n for n, other in enumerate(lines) if other.strip() == line.strip()]
    words = line.split()[:2]
    return next(iter(same), next((n for n, other in enumerate(lines) if other.split()[:2] == words), None))
