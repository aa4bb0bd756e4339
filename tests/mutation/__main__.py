"""Which small changes of rules and index no test would notice: ``python -m tests.mutation FILE …``."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import pytest

from .changes import Change, changes_of, judging
from .explained import Explained
from .sampling import at_least
from .trying import Trial, Trying

TESTS = [
    "tests/graph",
    "tests/contracts",
    "tests/rules",
    "tests/oracle/test_second_reading.py",
    "tests/oracle/test_second_reading_of_stages.py",
    "tests/oracle/test_edits_of_seats.py",
]
UNNOTICED = ("survived", "unreached")
RULES = "spotifymodel/rules/"
GRAPH = [f"spotifymodel/graph/{name}.py" for name in ("index", "building", "relation", "stepping")]
#: What several rules share, and the engine that asks them.
SHARED = sorted(map(str, set(Path("spotifymodel/rules").glob("[a-z]*.py")) - {Path("spotifymodel/rules/examples.py")}))


def wanted(path: str, part: str) -> list[Change]:
    """List the changes of a file, or of those functions of a rule that are asked for."""
    asked = judging(path) if part != "all" and RULES in path else None
    return [c for c in changes_of(path) if asked is None or (c.function in asked) == (part == "judging")]


def main() -> int:
    """Try the changes of the files named, tell what survives, and return 1 where anything does without a reason."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("paths", nargs="*", help="files to change; all rules and the index where none is named")
    parser.add_argument("--part", choices=("judging", "fixes", "all"), default="all", help="which functions of a rule")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try every Nth change")
    parser.add_argument("--only", type=int, nargs="*", metavar="NUMBER", help="try these changes of the one file named")
    parser.add_argument("--again", type=Path, metavar="FILE", help="try the changes that this output of an earlier run says survive")
    parser.add_argument("--seconds", type=float, default=30.0, help="tests of how many seconds a change must survive")
    parser.add_argument(
        "--measured", type=Path, default=Path("mutants/measured.json"), help="which test reaches which line of what all rules use; kept"
    )
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="PATH", help="the tests that may notice")
    parser.add_argument("--verbose", action="store_true", help="tell of every change, not only of those that survive")
    parser.add_argument("--count", action="store_true", help="only count the changes")
    given = parser.parse_args()
    rules = sorted(map(str, Path("spotifymodel/rules").glob("*/[a-z][a-z][0-9][0-9][0-9]_*.py")))
    chosen = given.paths or GRAPH + SHARED + rules
    there = {path: wanted(path, given.part) for path in chosen}
    changes = [c for every in there.values() for c in every[:: given.every] if given.only is None or c.number in given.only]
    if given.again is not None:
        told = {line.partition("#")[2].partition(" ")[2] for line in given.again.read_text(encoding="utf-8").splitlines()}
        changes = [c for c in changes if str(c).partition("#")[2].partition(" ")[2] in told]
    if given.count:
        for path, number in Counter(c.path for c in changes).items():
            print(f"{number:5}  {path}")
        print(f"{len(changes):5}  changes")
        return 0
    came_to: Counter[tuple[str, str]] = Counter()
    explained = Explained()

    def tell(trial: Trial) -> None:
        change, outcome, by = trial
        if outcome in UNNOTICED and explained.why(change):
            outcome = "explained"
        came_to[change.path, outcome] += 1
        if outcome in UNNOTICED:
            print(f"{outcome}  {change}", flush=True)
        elif given.only is not None or given.verbose:
            print(f"{outcome}  {change}  by {by}", flush=True)

    stale = explained.stale(c for path in chosen for c in changes_of(path))
    for reason in stale:
        print(f"stale reason  {reason}")
    trying = Trying(given.measured, changes, given.seconds, tell)
    pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:cov", "-p", "no:xdist", *given.tests], plugins=[trying])
    for (path, outcome), number in sorted(came_to.items()):
        print(f"{number:5}  {outcome:18} {path}")
    tried = sum(number for (_, outcome), number in came_to.items() if outcome != "nothing to change")
    seen = sum(number for (_, outcome), number in came_to.items() if outcome not in (*UNNOTICED, "nothing to change", "explained"))
    if tried:
        print(
            f"{seen} of {tried} noticed, {seen / tried:.1%}; a sample of which this is so speaks for at least {at_least(seen, tried):.1%}"
        )
    if stale:
        print(f"{len(stale):5}  stale reasons, for changes that the code does not have any more")
    return int(bool(stale) or any(outcome in UNNOTICED for _, outcome in came_to))


if __name__ == "__main__":
    raise SystemExit(main())
