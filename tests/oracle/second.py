"""The second readings of all rules, by code: each file of this folder that is called ``naive_*`` enters its own."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from .reading import Reading

__all__ = ["NAIVE", "Said", "enter_all", "rule"]

#: Said of a subject: what was measured (``True`` where nothing is counted), ``"unknown"``, or ``None``.
Said = Any
NAIVE: dict[str, tuple[str, Callable[[Reading, str], Said]]] = {}


def rule(code: str, kind: str) -> Callable[[Callable[[Reading, str], Said]], Callable[[Reading, str], Said]]:
    """Enter a second reading: said of one subject of a kind at one instant."""

    def enter(judge: Callable[[Reading, str], Said]) -> Callable[[Reading, str], Said]:
        NAIVE[code] = (kind, judge)
        return judge

    return enter


def enter_all() -> dict[str, tuple[str, Callable[[Reading, str], Said]]]:
    """Return every second reading of a rule about one chart, by code."""
    for file in sorted(Path(__file__).parent.glob("naive_*.py")):
        import_module(f"{__package__}.{file.stem}")
    return NAIVE
