"""``python -m tests.bench.over_time [PEOPLE SECONDS]…``: how far from its bound a bank is while it is searched; data for a picture.

Seconds are those of one core, as this process alone searches: a busy machine does not change them.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from spotifymodel.graph.index import index_of
from spotifymodel.profiles import load_profile
from spotifymodel.testing import bank, bank_blueprint
from spotifymodel.transition.admitting import admit
from spotifymodel.transition.bank.crew import Crew
from spotifymodel.transition.bank.opening import bank_of
from spotifymodel.transition.bank.searching import staff_together
from spotifymodel.transition.blueprint.defaults import complete
from spotifymodel.transition.blueprint.reading import blueprint_from_tree
from spotifymodel.transition.concluding import arranged
from spotifymodel.transition.origin import Origin
from spotifymodel.transition.people.candidate import candidates
from spotifymodel.transition.staffing.terms import TERMS

__all__ = ["DATA", "gap_of", "searched"]

DATA = Path(__file__).with_name("over_time.json")


def gap_of(tier: int, terms: Mapping[str, Sequence[int]]) -> float:
    """Return how much of all that a tier counts is above its bounds, by the value and the bound of every term that is not 0."""
    rows = [terms[term.name] for term in TERMS if term.tier == tier and term.name in terms]
    return sum(value - bound for value, bound in rows) / max(1, sum(value for value, _ in rows))


def searched(people: int, seconds: float | None = None, seed: int = 5) -> dict[str, Any]:
    """Return what was found when for a bank of so many people, in seconds of one core, and the memory it took."""
    start = time.process_time()
    org = bank(people, seed=seed)
    limits, index = load_profile("brunel-2017"), index_of(org)
    candidates_ = candidates(index, limits)
    wanted = complete(blueprint_from_tree(bank_blueprint(people, seed=seed)), index, candidates_, limits)
    completed = admit(wanted, [c for c in candidates_ if not c.person.second_line])
    origin = arranged(Origin(org, completed, candidates_, (), limits, limits.name, 0, "en"))
    assert isinstance(origin, Origin), origin
    asked = bank_of(origin, index)
    points: list[dict[str, Any]] = []

    def watch(values: Mapping[str, int], bounds: Mapping[str, int]) -> None:
        spent = round(time.process_time() - start, 1)
        kept = {name: [values[name], bounds[name]] for name in values if values[name]}
        if not points or points[-1]["terms"] != kept:
            points.append({"seconds": spent, "terms": kept})
            print(spent, [round(gap_of(tier, kept), 4) for tier in range(5)], flush=True)

    end = None if seconds is None else time.monotonic() + seconds
    found = staff_together(asked, {k: str(k) for k in asked.tribes}, Crew(end=end), watch=watch)
    return {
        "people": people,
        "tribes": len(asked.tribes),
        "points": points,
        "seconds": round(time.process_time() - start, 1),
        "stopped_by": found.stopped_by,
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main(asked: list[str]) -> int:
    """Measure, and keep what is measured beside what was measured for other sizes."""
    known = json.loads(DATA.read_text(encoding="utf-8")) if DATA.exists() else []
    for people, seconds in zip(asked[::2], asked[1::2], strict=True):
        one = searched(int(people), float(seconds) or None)
        known = sorted([*(k for k in known if k["people"] != one["people"]), one], key=lambda k: k["people"])
        DATA.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
        print({k: v for k, v in one.items() if k != "points"})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
