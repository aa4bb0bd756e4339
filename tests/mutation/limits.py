"""Which changed limit, reading or severity of a shipped profile no test would notice: ``python -m tests.mutation.limits``.

Code is changed by mutmut's operators (see `changes`); profiles are TOML, which it does not read. So every answer of every shipped
profile is changed here, one at a time: a number by one up and one down, a share by a tenth of it, a switch is turned, a choice is
replaced by every other one, a list loses each of its members, a severity becomes each other one.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest

from .forking import NOTICED, SURVIVED, in_fork_telling

__all__ = ["Answer", "answers_of"]

#: The tables first: they notice nearly everything, and no test after the first that fails is run.
TESTS = ["tests/profiles/test_built_in.py", "tests/profiles"]
SHIPPED = Path("spotifymodel/profiles")
SEVERITIES = ("off", "advice", "warning", "error")


@dataclass(frozen=True)
class Answer:
    """One answer of a profile, in the line where it stands, and what it is changed to."""

    profile: str
    name: str
    line: str
    changed: str

    def text(self) -> str:
        """Return the document with the answer changed."""
        whole = (SHIPPED / f"{self.profile}.toml").read_text(encoding="utf-8")
        assert whole.count(f"\n{self.line}\n") == 1
        return whole.replace(f"\n{self.line}\n", f"\n{self.changed}\n")

    def __str__(self) -> str:
        return f"{self.profile}: {self.line.partition('#')[0].strip()}  ->  {self.changed.partition('=')[2].strip()}"


def answers_of(profile: str) -> Iterator[Answer]:
    """Yield every change of the limits, readings and severities of a shipped profile."""
    from spotifymodel.profiles import load_profile

    readings = load_profile("brunel-2017").readings
    table = ""
    for line in (SHIPPED / f"{profile}.toml").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = line.strip("[]")
        if table not in {"limits", "readings", "severities"} or "=" not in line or line.startswith("#"):
            continue
        name = line.partition("=")[0].strip()
        value = tomllib.loads(f"value = {line.partition('=')[2]}")["value"]
        choices = SEVERITIES if table == "severities" else readings[name].choices if name in readings else ()
        for other in _others(value, choices):
            yield Answer(profile, name, line, f"{name} = {other}")


def _others(value: Any, choices: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, bool):
        yield "false" if value else "true"
    elif isinstance(value, int):
        yield from (str(value + 1), str(value - 1))
    elif isinstance(value, float):
        step = 1.0 if value > 1 else value / 10
        yield from (repr(round(value + step, 6)), repr(round(value - step, 6)))
    elif isinstance(value, list):
        yield from (repr([one for one in value if one != without]) for without in value)
    else:
        yield from (f"'{other}'" for other in choices if other != value)


class TryingAnswers:
    """A pytest plugin that runs the tests once for every changed answer, in a fork that reads the changed profile."""

    def __init__(self, tell: Callable[[Answer, bool], None], names: set[str]) -> None:
        self.tell, self.names = tell, names

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        from spotifymodel.profiles.document import BUILT_IN

        items = session.items
        for profile in BUILT_IN:
            for answer in answers_of(profile):
                if self.names and answer.name not in self.names:
                    continue

                def run(_tell: Callable[[str], None], answer: Answer = answer) -> int:
                    _read_instead(answer)
                    for item, after in zip(items, [*items[1:], None], strict=True):
                        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
                        if session.testsfailed:
                            return NOTICED
                    return SURVIVED

                self.tell(answer, in_fork_telling(session, run)[0] != SURVIVED)
        return True


def _read_instead(answer: Answer) -> None:
    """Let the profile be read with the changed answer, and forget what was read before."""
    from spotifymodel.profiles import document, layer, literature, loading

    read = document.get_data

    def get_data(package: str, name: str) -> bytes | None:
        return answer.text().encode() if name == f"{answer.profile}.toml" else read(package, name)

    document.get_data = get_data
    for module in (document, layer, literature, loading):
        for one in vars(module).values():
            if isinstance(one, _lru_cache_wrapper):
                one.cache_clear()


def main() -> int:
    """Try every answer, tell what survives, and return 1 where anything does."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.limits", description=__doc__)
    parser.add_argument("names", nargs="*", help="answers to change, such as count.po; all where none is named")
    wanted = set(parser.parse_args().names)
    came_to: Counter[tuple[str, bool]] = Counter()

    def tell(answer: Answer, noticed: bool) -> None:
        came_to[answer.profile, noticed] += 1
        if not noticed:
            print(f"survived  {answer}", flush=True)

    pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", *TESTS], plugins=[TryingAnswers(tell, wanted)])
    for (profile, noticed), number in sorted(came_to.items()):
        print(f"{number:5}  {'noticed' if noticed else 'survived':8} {profile}")
    return int(any(not noticed for _, noticed in came_to))


if __name__ == "__main__":
    raise SystemExit(main())
