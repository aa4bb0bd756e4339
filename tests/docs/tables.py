"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["spoken", "table"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars in cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def spoken(value: object) -> str:
    """Return a limit or an answer as a profile would write it."""
    if isinstance(value, bool):
        return str(value).lower()
    return " + ".join(value) if isinstance(value, tuple | list) else str(value)
