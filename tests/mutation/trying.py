"""Tries changes on tests that are collected once: in a fork for each file, and of it one for each change, until a test fails."""

from __future__ import annotations

import gc
import hashlib
import json
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from itertools import groupby
from pathlib import Path
from types import FunctionType

import coverage
import pytest

from .changes import Change
from .forking import NOTICED, SURVIVED, in_fork_telling, lines_of_fork
from .narrowing import narrow, of_another_rule, rule_of
from .patching import compiled, loaded, patch
from .profile import same_examples
from .replaying import charts_once, forget_conclusions, readings_once, record

__all__ = ["Reached", "Trial", "Trying"]

NOTHING_TO_CHANGE = 3

#: What a change came to, and by which test.
Trial = tuple[Change, str, str]


class FailsUnchangedError(Exception):
    """A test fails before anything is changed."""


@dataclass
class Reached:
    """Which test reaches which line of some files, and how many seconds each takes."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def by(self, path: str, lines: Iterable[int]) -> set[str]:
        """Name the tests that reach any of some lines."""
        reaching = self.lines.get(path, {})
        return {name for line in lines for name in reaching.get(str(line), ())}


class Trying:
    """A pytest plugin that measures which test reaches which line, and then tries changes.

    Of a rule this is measured anew in every run, on its own tests, which takes seconds. Of the files that all rules use it is
    kept, until one of them is other than it was.

    Parameters
    ----------
    kept : Path
        Where is kept which test reaches which line of the files that all rules use.
    changes : sequence of Change
        File by file.
    budget : float
        Seconds of tests, by the time they usually take, after which a change is said to survive.
    tell : callable
        Called with every outcome.
    """

    def __init__(self, kept: Path, changes: Sequence[Change], budget: float, tell: Callable[[Trial], None]) -> None:
        self.kept, self.changes, self.budget, self.tell = kept, changes, budget, tell
        self.functions: dict[str, list[FunctionType]] = {}

    def pytest_configure(self) -> None:
        same_examples()
        charts_once()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        wide = [c for c in self.changes if rule_of(c.path) is None]
        of_rules = [c for c in self.changes if rule_of(c.path) is not None]
        items = [item for item in session.items if wide or "tests/graph/" not in item.nodeid]
        record(items)
        paths = dict.fromkeys(change.path for change in self.changes)
        for path in paths:
            import_module(".".join(Path(path).with_suffix("").parts))  # some are loaded only when they are first asked for
        self.functions = loaded(paths)
        gc.freeze()  # what is there already is not looked through again in every fork, which would copy it
        if wide:
            self._fork(session, items, wide, None)
        if of_rules:
            readings_once()
        for path, changes in groupby(of_rules, key=lambda c: c.path):
            code = rule_of(path)
            assert code is not None
            self._fork(session, [item for item in items if not of_another_rule(item.nodeid, code)], list(changes), code)
        return True

    def _fork(self, session: pytest.Session, items: list[pytest.Item], changes: list[Change], code: str | None) -> None:
        """Try changes in a fork, and tell of each as soon as it has been tried."""

        def run(tell: Callable[[str], None]) -> int:
            paths = sorted({change.path for change in changes})
            try:
                if code is None:
                    reached = self._known(session, items, paths)
                else:
                    narrow(code)
                    reached = measure(session, items, paths, Reached())
                forget_conclusions()
                passes_again(session, items)
            except FailsUnchangedError as failure:
                tell(f"{failure} fails without any change")
                return NOTICED
            gc.freeze()
            for number, outcome, by in _each(session, items, changes, self.functions, reached, self.budget):
                tell(f"{number}\t{outcome}\t{by}")
            return SURVIVED

        for line in lines_of_fork(session, run):
            if "\t" not in line:
                raise pytest.UsageError(line)
            number, outcome, by = line.split("\t")
            self.tell((changes[int(number)], outcome, by))

    def _known(self, session: pytest.Session, items: list[pytest.Item], paths: list[str]) -> Reached:
        """Take over what is kept; measure tests that are new, and all of them where a file is other than it was."""
        texts = {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in paths}
        read = json.loads(self.kept.read_text(encoding="utf-8")) if self.kept.exists() else {"texts": {}}
        known = Reached()
        if texts.items() <= read["texts"].items():
            known = Reached(read["seconds"], read["lines"])
        unknown = [item for item in items if item.nodeid not in known.seconds]
        if unknown:
            known = measure(session, unknown, paths, known)
            self.kept.parent.mkdir(parents=True, exist_ok=True)
            self.kept.write_text(json.dumps({"texts": texts, "seconds": known.seconds, "lines": known.lines}), encoding="utf-8")
        return known


def run_again(item: pytest.Item, after: pytest.Item | None) -> None:
    """Run a test that may have run before: what it was given then was taken away from it."""
    if isinstance(item, pytest.Function):
        item._initrequest()
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)


def measure(session: pytest.Session, items: Sequence[pytest.Item], paths: Sequence[str], known: Reached) -> Reached:
    """Add to what is known which lines some tests reach, and how long each takes."""
    look = coverage.Coverage(data_file=None, include=[str(Path(p).resolve()) for p in paths], config_file=False)
    look.start()
    for item, after in zip(items, [*items[1:], None], strict=True):
        look.switch_context(item.nodeid)
        started = time.process_time()
        run_again(item, after)
        known.seconds[item.nodeid] = round(time.process_time() - started, 4)
        if session.testsfailed:
            raise FailsUnchangedError(item.nodeid)
    look.stop()
    for path in paths:
        lines = known.lines.setdefault(path, {})
        for line, tests in look.get_data().contexts_by_lineno(str(Path(path).resolve())).items():
            lines[str(line)] = sorted({*lines.get(str(line), ()), *filter(None, tests)})
    return known


def passes_again(session: pytest.Session, items: Sequence[pytest.Item]) -> None:
    """Hold that in a fork, where nothing is changed, no test fails: what failed here for another reason would count as noticed."""

    def run(tell: Callable[[str], None]) -> int:
        for item, after in zip(items, [*items[1:], None], strict=True):
            tell(item.nodeid)
            run_again(item, after)
            if session.testsfailed:
                return NOTICED
        return SURVIVED

    ended, last = in_fork_telling(session, run)
    if ended != SURVIVED:
        raise FailsUnchangedError(last)


def _each(
    session: pytest.Session,
    items: list[pytest.Item],
    changes: Sequence[Change],
    functions: Mapping[str, list[FunctionType]],
    reached: Reached,
    budget: float,
) -> Iterator[tuple[int, str, str]]:
    """Try changes one by one; the tests that noticed something lately first, then those of the rule, the quick ones first."""
    named, lately = {item.nodeid: item for item in items}, list[str]()
    before = {path: compiled(path, Path(path).read_text(encoding="utf-8")) for path in {change.path for change in changes}}
    for number, change in enumerate(changes):
        code, cost = rule_of(change.path) or change.path, reached.seconds
        names = reached.by(change.path, change.lines) & named.keys()
        ordered = sorted(names, key=lambda n: (lately.index(n) if n in lately[:6] else 6, code not in n, cost[n], n))
        chosen, spent = list[pytest.Item](), 0.0
        for name in ordered:
            if spent > budget:
                break
            chosen.append(named[name])
            spent += cost[name]

        def run(tell: Callable[[str], None], change: Change = change, chosen: list[pytest.Item] = chosen) -> int:
            try:
                if not patch(functions[change.path], before[change.path], compiled(change.path, change.source())):
                    return NOTHING_TO_CHANGE
            except (SyntaxError, ValueError):
                return NOTHING_TO_CHANGE
            for item, after in zip(chosen, [*chosen[1:], None], strict=True):
                tell(item.nodeid)
                signal.setitimer(signal.ITIMER_VIRTUAL, 3 + 8 * reached.seconds[item.nodeid])  # of its own time, on a busy machine too
                run_again(item, after)
                if session.testsfailed:
                    return NOTICED
            return SURVIVED

        if not chosen:
            yield number, "unreached", ""
            continue
        ended, last = in_fork_telling(session, run)
        if ended == SURVIVED:
            yield number, "survived", ""
        elif ended == NOTHING_TO_CHANGE:
            yield number, "nothing to change", ""
        else:
            if last in named:
                lately = [last, *(n for n in lately if n != last)]
            yield number, "noticed" if ended == NOTICED else "too slow" if ended == -signal.SIGVTALRM else "crashed", last
