"""Runs something in a fork that is silent, and tells the process it came from how it went."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

import pytest

__all__ = ["NOTICED", "SURVIVED", "in_fork_telling", "lines_of_fork"]

SURVIVED, NOTICED = 0, 1

Run = Callable[[Callable[[str], None]], int]


def in_fork_telling(session: pytest.Session, run: Run) -> tuple[int, str]:
    """Run in a fork that tells lines as it goes; return how it ended and the last line."""
    child, reading = _fork(session, run)
    with os.fdopen(reading, "rb") as told:
        lines = told.read().decode().splitlines()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), (lines or [""])[-1]


def lines_of_fork(session: pytest.Session, run: Run) -> Iterator[str]:
    """Run in a fork, and yield each line that it tells when it is told."""
    child, reading = _fork(session, run)
    with os.fdopen(reading, encoding="utf-8") as told:
        for line in told:
            yield line.removesuffix("\n")
    os.waitpid(child, 0)


def _fork(session: pytest.Session, run: Run) -> tuple[int, int]:
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 4
        try:
            os.close(reading)
            _silence(session)
            code = run(lambda text: (os.write(writing, f"{text}\n".encode()), None)[1])
        except BaseException:  # a change may end a test in any way; each of them is seen
            code = NOTICED
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def _silence(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        session.config.pluginmanager.unregister(reporter)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)
