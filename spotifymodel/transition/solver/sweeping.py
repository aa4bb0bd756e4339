"""Many searches side by side, on whatever executor the caller has: threads, processes, a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from .interrupting import hearing, interruptible

__all__ = ["counting", "sweep"]

Asked = TypeVar("Asked")
Found = TypeVar("Found")
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Flag:
    """Whether a file is there: threads and processes of one machine see it alike, an event only threads do."""

    path: str

    def __call__(self) -> bool:
        return Path(self.path).exists()


def sweep(
    search: Callable[[Asked, Stop], Found],
    jobs: Sequence[Asked],
    executor: Executor | None = None,
    progress: Callable[[int], None] | None = None,
    heard: Callable[[], None] | None = None,
) -> list[Found | None]:
    """Return what a search finds for every job, in the order of the jobs.

    Parameters
    ----------
    search : callable
        Of a job and of what tells whether to stop; a function of a module, as processes find it by its name.
    jobs : sequence
        Plain values that can be sent to another process.
    executor : concurrent.futures.Executor, optional
        Without it the jobs are done one after the other, here.
    progress : callable, optional
        Told how many are done, whenever one is.
    heard : callable, optional
        Called at the end where somebody pressed Ctrl-C meanwhile.

    Notes
    -----
    What is found does not depend on the executor: every job is by itself. After Ctrl-C every search is still called, and told
    to stop with what it has; jobs whose worker process went down with it have ``None``. On a cluster of several machines
    the wish to stop reaches this machine only; a time limit reaches all.
    """
    found: list[Found | None] = [None] * len(jobs)
    if executor is None:
        with interruptible() as stop:
            for k, job in enumerate(jobs):
                found[k] = search(job, stop)
                if progress is not None:
                    progress(k + 1)
            if heard is not None and stop():
                heard()
        return found
    with _flagged() as flag:
        futures: dict[Future[Found], int] = {executor.submit(_run, search, job, flag): k for k, job in enumerate(jobs)}
        for done, future in enumerate(as_completed(futures), 1):
            try:
                found[futures[future]] = future.result()
            except (BrokenExecutor, KeyboardInterrupt):
                if not flag():
                    raise
            if progress is not None:
                progress(done)
        if heard is not None and flag():
            heard()
    return found


def counting(progress: Callable[[str], None] | None, jobs: int, what: str = "") -> Callable[[int], None] | None:
    """Return what tells how many of so many jobs are done, and of what; ``None`` where nobody listens."""
    if progress is None:
        return None
    before = f"{what}: " if what else ""
    return lambda done: progress(f"{before}{done} / {jobs}")


def _run(search: Callable[[Asked, Stop], Found], job: Asked, flag: _Flag) -> Found:
    """Do one job; Ctrl-C on a terminal reaches worker processes too, and is noted there as well."""
    with interruptible() as here:
        return search(job, lambda: here() or flag())


@contextmanager
def _flagged() -> Iterator[_Flag]:
    """Yield a flag that Ctrl-C raises, where this is the thread that hears it."""
    with TemporaryDirectory(prefix="spotifymodel-") as folder:
        flag = _Flag(str(Path(folder) / "stop"))
        with hearing(Path(flag.path).touch):
            yield flag
