"""The changes that survive for a reason: each with the reason, in ``survivors.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from .changes import Change

__all__ = ["Explained", "Reason"]

LIST = Path(__file__).with_name("survivors.toml")


class Reason(NamedTuple):
    """Which change need not be noticed, and why; files and functions may be patterns, such as ``rules/*``."""

    files: str
    function: str
    before: str
    after: str
    why: str

    def __str__(self) -> str:
        return f"{self.files} {self.function}: {self.before}  ->  {self.after}"

    def holds_for(self, change: Change) -> bool:
        """Tell whether it is the reason for a change."""
        return (
            (change.before, change.after) == (self.before, self.after)
            and fnmatchcase(_short(change.path), self.files)
            and fnmatchcase(change.function, self.function)
        )


class Explained:
    """Knows why a change need not be noticed: it changes nothing that can be seen, or only how fast it is seen."""

    def __init__(self) -> None:
        self.reasons: list[Reason] = []
        for files, functions in tomllib.loads(LIST.read_text(encoding="utf-8")).items():
            for function, survivors in functions.items():
                for one in survivors:
                    self.reasons += [Reason(files, function, before, after, one["why"]) for before, after in one["changes"]]

    def why(self, change: Change) -> str | None:
        """Return the reason, or ``None`` for a change that has none."""
        return next((reason.why for reason in self.reasons if reason.holds_for(change)), None)

    def stale(self, changes: Iterable[Change]) -> list[Reason]:
        """List the reasons for changes that the files of some changes, all of them, do not have any more."""
        every = list(changes)
        paths = {_short(change.path) for change in every}
        told = [reason for reason in self.reasons if _all_there(reason.files, paths)]
        return [reason for reason in told if not any(reason.holds_for(change) for change in every)]


def _all_there(files: str, paths: set[str]) -> bool:
    """Tell whether all files that a reason speaks of are among some; a file that is gone has no changes, and is among any."""
    wanted = {path for path in map(_short, map(str, Path("spotifymodel").rglob("*.py"))) if fnmatchcase(path, files)}
    return wanted <= paths or (not wanted)


def _short(path: str) -> str:
    return path.removeprefix("spotifymodel/")
