"""The changes that survive for a reason: each with the reason, in ``survivors.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from .changes import Change

__all__ = ["Explained"]

LIST = Path(__file__).with_name("survivors.toml")


class Explained:
    """Knows why a change need not be noticed: it changes nothing that can be seen, or only how fast it is seen."""

    def __init__(self) -> None:
        self.reasons: dict[tuple[str, str, str, str], str] = {}
        for path, functions in tomllib.loads(LIST.read_text(encoding="utf-8")).items():
            for function, survivors in functions.items():
                for one in survivors:
                    for before, after in one["changes"]:
                        self.reasons[path, function, before, after] = one["why"]

    def why(self, change: Change) -> str | None:
        """Return the reason, or ``None`` for a change that has none."""
        return self.reasons.get(_key(change))

    def gone(self, changes: Iterable[Change]) -> list[tuple[str, str, str, str]]:
        """List the reasons for changes that the files of some changes, all of them, do not have any more."""
        there = {_key(change) for change in changes}
        paths = {path for path, *_ in there}
        return [key for key in self.reasons if key[0] in paths and key not in there]


def _key(change: Change) -> tuple[str, str, str, str]:
    return change.path.removeprefix("spotifymodel/"), change.function, change.before, change.after
