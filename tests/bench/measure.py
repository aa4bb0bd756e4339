"""Measure several things side by side, so that a busy machine slows them all alike."""

from __future__ import annotations

import gc
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Row", "child_cpu", "side_by_side"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes
    ----------
    what : str
    measured : str
    must, stretch : str
        Targets, as text.
    holds : bool or None
        Whether the must is met; ``None`` where there is none.
    """

    what: str
    measured: str
    must: str
    stretch: str = ""
    holds: bool | None = None


def side_by_side(things: Mapping[str, Callable[[], object]], seconds: float = 3.0, most: int = 200) -> dict[str, float]:
    """Return the best time of each thing in seconds; they take turns, the garbage collector waits."""
    best = dict.fromkeys(things, float("inf"))
    until = time.perf_counter() + seconds
    rounds = 0
    while rounds < 3 or (time.perf_counter() < until and rounds < most):
        rounds += 1
        for name, run in things.items():
            gc.collect()
            gc.disable()
            start = time.perf_counter()
            made = run()
            best[name] = min(best[name], time.perf_counter() - start)
            gc.enable()
            del made
    return best


def child_cpu(commands: Mapping[str, Sequence[str]], times: int = 9) -> dict[str, float]:
    """Return the median CPU seconds of whole processes that take turns."""
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, capture_output=True, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return {name: sorted(values)[times // 2] for name, values in spent.items()}
