"""Tries changes on tests that are collected once: a fork for each change, in which it is made and the tests run until one fails."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import coverage
import pytest

from .changes import Change
from .narrowing import narrow
from .patching import patch
from .profile import same_examples

__all__ = ["NOTICED", "SURVIVED", "Trial", "Trying", "in_fork_telling"]

SURVIVED, NOTICED, NOTHING_TO_CHANGE = 0, 1, 3

#: What a change came to, and by which test.
Trial = tuple[Change, str, str]


class Trying:
    """A pytest plugin that measures once which test reaches which line, and then tries changes.

    Parameters
    ----------
    measured : Path
        Where is kept which test reaches which line and how long it takes; measured anew where there is none.
    paths : sequence of str
        The files whose lines are looked at.
    changes : iterable of Change
    budget : float
        Seconds of tests, by the time they usually take, after which a change is said to survive.
    tell : callable
        Called with every outcome.
    """

    def __init__(
        self, measured: Path, paths: Sequence[str], changes: Iterable[Change], budget: float, tell: Callable[[Trial], None]
    ) -> None:
        self.measured, self.paths, self.changes, self.budget, self.tell = measured, paths, changes, budget, tell

    def pytest_configure(self) -> None:
        same_examples()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        known = self._known()
        unknown = [item for name, item in items.items() if name not in known["seconds"]]
        if unknown:
            _in_fork(lambda: self._measure(session, unknown))
            known = self._known()
        lately: list[str] = []
        for change in self.changes:
            reaching = known["lines"].get(change.path, {})
            names = {name for line in change.lines for name in reaching.get(str(line), ())} & items.keys()
            cost = known["seconds"]
            code = Path(change.path).name[:5].upper()
            ordered = sorted(names, key=lambda n: (lately.index(n) if n in lately[:6] else 6, code not in n, cost[n], n))
            chosen, spent = [], 0.0
            for name in ordered:
                if spent > self.budget:
                    break
                chosen.append(name)
                spent += cost[name]
            outcome, by = self._try(session, change, [items[n] for n in chosen], cost)
            if by in items:
                lately = [by, *(n for n in lately if n != by)]
            self.tell((change, outcome, by))
        return True

    def _try(self, session: pytest.Session, change: Change, chosen: list[pytest.Item], cost: dict[str, float]) -> tuple[str, str]:
        if not chosen:
            return "unreached", ""

        def run(tell: Callable[[str], None]) -> int:
            import_module(".".join(Path(change.path).with_suffix("").parts))  # some are loaded only when they are first asked for
            try:
                if not patch(change.path, change.source()):
                    return NOTHING_TO_CHANGE
            except (SyntaxError, ValueError):
                return NOTHING_TO_CHANGE
            narrow(change.path)
            for item, after in zip(chosen, [*chosen[1:], None], strict=True):
                tell(item.nodeid)
                signal.setitimer(signal.ITIMER_VIRTUAL, 3 + 8 * cost[item.nodeid])  # of its own time, however busy the machine
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                if session.testsfailed:
                    return NOTICED
            return SURVIVED

        code, last = in_fork_telling(session, run)
        if code == SURVIVED:
            return "survived", ""
        if code == NOTHING_TO_CHANGE:
            return "nothing to change", ""
        return ("noticed" if code == NOTICED else "too slow" if code == -signal.SIGVTALRM else "crashed"), last

    def _known(self) -> dict[str, Any]:
        nothing: dict[str, Any] = {"seconds": {}, "lines": {}}
        return json.loads(self.measured.read_text(encoding="utf-8")) if self.measured.exists() else nothing  # type: ignore[no-any-return]

    def _measure(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Add which lines some tests reach, and how long each takes, to what is known."""
        _silence(session)
        look = coverage.Coverage(data_file=None, include=[str(Path(p).resolve()) for p in self.paths], config_file=False)
        known = self._known()
        look.start()
        for item, after in zip(items, [*items[1:], None], strict=True):
            look.switch_context(item.nodeid)
            started = time.process_time()
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            known["seconds"][item.nodeid] = round(time.process_time() - started, 4)
            assert not session.testsfailed, f"{item.nodeid} fails without any change"
        look.stop()
        for path in self.paths:
            lines = known["lines"].setdefault(path, {})
            for line, tests in look.get_data().contexts_by_lineno(str(Path(path).resolve())).items():
                lines[str(line)] = sorted({*lines.get(str(line), ()), *filter(None, tests)})
        self.measured.parent.mkdir(parents=True, exist_ok=True)
        self.measured.write_text(json.dumps(known), encoding="utf-8")


def _silence(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        session.config.pluginmanager.unregister(reporter)
    void = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(void, stream)


def _in_fork(run: Callable[[], Any]) -> None:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            run()
            code = 0
        finally:
            os._exit(code)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        raise pytest.UsageError("the tests do not pass without any change; run them by themselves first")


def in_fork_telling(session: pytest.Session, run: Callable[[Callable[[str], None]], int]) -> tuple[int, str]:
    """Run in a fork that tells lines as it goes; return how it ended and the last line."""
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
    with os.fdopen(reading, "rb") as told:
        lines = told.read().decode().splitlines()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), (lines or [""])[-1]
