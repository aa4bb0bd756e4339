"""Who does the searching: this process, or the caller's executor; how long they may; and whether somebody has stopped them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TypeVar

from ..solver.interrupting import interruptible
from ..solver.sweeping import counting, sweep
from ..staffing.instance import Instance
from ..staffing.solving import Answer, solve

__all__ = ["Crew", "Staffing"]

Asked = TypeVar("Asked")
Found = TypeVar("Found")
Told = Callable[[str], None]
#: Seconds that a job gets however little is left: enough for a small one, and too little to be missed.
_LEAST = 0.05


@dataclass(frozen=True)
class Staffing:
    """One tribe to be staffed, in so many seconds."""

    tribe: str
    instance: Instance
    seconds: float | None


@dataclass
class Crew:
    """The means of a search.

    Attributes
    ----------
    executor : concurrent.futures.Executor or None
    end : float or None
        On the monotonic clock.
    told : callable or None
        Hears what is being looked at.
    interrupted : bool
        Whether somebody pressed Ctrl-C: what is started after that only takes what lies at hand.
    """

    executor: Executor | None = None
    end: float | None = None
    told: Told | None = None
    interrupted: bool = field(default=False)

    def left(self) -> float | None:
        """Return the seconds that are left, ``None`` where there is no end."""
        return None if self.end is None else self.end - monotonic()

    def over(self) -> bool:
        """Tell whether nothing more is to be started."""
        left = self.left()
        return self.interrupted or (left is not None and left <= 0)

    def share(self, jobs: int, part: float = 1.0) -> float | None:
        """Return the seconds for each of so many jobs, of a part of what is left."""
        left = self.left()
        if left is None:
            return None
        turns = -(-jobs // _breadth(self.executor))
        return max(_LEAST, left * part / max(1, turns))

    def batch(self) -> int:
        """Return how many jobs to start at a time where what is found should be kept as it comes."""
        return 1 if self.executor is None else 4 * _breadth(self.executor)

    def do(self, search: Callable[[Asked, Callable[[], bool]], Found], jobs: Sequence[Asked], what: str) -> list[Found | None]:
        """Return what a search finds for every job; Ctrl-C ends each with what it has."""
        said = counting(self.told, len(jobs), what)
        if self.executor is not None:
            search_ = partial(_at_once, search) if self.interrupted else search
            return sweep(search_, jobs, self.executor, said, self._stop)
        found: list[Found | None] = []
        with interruptible() as asked:
            for k, job in enumerate(jobs):
                if said is not None and len(jobs) > 1:
                    said(k)
                found.append(search(job, lambda: self.interrupted or asked()))
            self.interrupted = self.interrupted or asked()
        return found

    def _stop(self) -> None:
        self.interrupted = True

    def staff(self, jobs: Sequence[tuple[str, Instance]], part: float = 1.0) -> list[Answer]:
        """Return the staffing of every tribe, in a part of the time that is left."""
        if self.executor is not None:
            share = self.share(len(jobs), part)
            found = self.do(_staffed, [Staffing(tribe, instance, share) for tribe, instance in jobs], "")
            answers = [one or Answer((), stopped_by="interrupt") for one in found]
        else:
            answers = []
            left = self.left()
            until = None if left is None else monotonic() + part * left
            with interruptible() as asked:
                for k, (tribe, instance) in enumerate(jobs):
                    told = None if self.told is None else partial(_tell, self.told, tribe)
                    seconds = None if until is None else max(_LEAST, (until - monotonic()) / (len(jobs) - k))
                    answers.append(solve(instance, seconds, told, lambda: self.interrupted or asked()))
                self.interrupted = self.interrupted or asked()
        self.interrupted = self.interrupted or any(answer.stopped_by == "interrupt" for answer in answers)
        return answers


def _breadth(executor: Executor | None) -> int:
    """Return how many jobs an executor does at once, as far as it can be seen: the protocol of executors has no word for it."""
    workers = getattr(executor, "_max_workers", None)  # of the standard library
    client = getattr(executor, "_client", None)  # of a dask cluster
    if workers is None and client is not None:
        workers = sum(client.ncores().values())
    return max(1, int(workers or 1))


def _staffed(job: Staffing, stop: Callable[[], bool]) -> Answer:
    return solve(job.instance, job.seconds, None, stop)


def _at_once(search: Callable[[Asked, Callable[[], bool]], Found], job: Asked, _: Callable[[], bool]) -> Found:
    return search(job, _now)


def _now() -> bool:
    return True


def _tell(told: Told, tribe: str, term: str) -> None:
    told(f"{tribe}: {term}")
