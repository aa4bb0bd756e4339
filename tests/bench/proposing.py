"""Proposals for departments and whole banks: how long until every term is proven, how far from it after a while, and in what memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator

import spotifymodel as sm
from tests.transition.proposing.departments import department

from .measure import Row

__all__ = ["bank_rows", "proposing_rows"]

MUST = {150: (6.0, "≤ 2 s"), 600: (120.0, "all proven ≤ 30 s")}


def proposing_rows() -> Iterator[Row]:
    """Yield the CPU seconds of a proposal, and what of it is proven."""
    for people, (must, stretch) in MUST.items():
        org = department(people, 5)
        start = time.process_time()
        plan = sm.propose(org)
        spent = time.process_time() - start
        proven = sum(o.proven for o in plan.objective)
        yield Row(
            f"propose, {people} people in {len(plan.org.tribes) if plan.org else 0} tribes, all terms",
            f"{spent:.1f} s CPU, {proven} of {len(plan.objective)} proven",
            f"≤ {must:g} s, all proven",
            stretch,
            spent <= must and proven == len(plan.objective),
        )


#: People → seconds that the search is given, the widest gap of the tiers 0 to 3 that must be reached, and the stretch.
BANKS = ((3_000, 60.0, 0.03, "≤ 1 % in 2 min"), (3_000, 300.0, 0.02, "≤ 1 % in 2 min"), (15_000, 180.0, 0.12, "≤ 5 % in 5 min"))
_BANK = """
import json, resource, sys, time
from concurrent.futures import ProcessPoolExecutor
import spotifymodel as sm
from spotifymodel.testing import bank, bank_blueprint

if __name__ == "__main__":
    people, seconds = int(sys.argv[1]), float(sys.argv[2])
    org, wanted = bank(people, seed=5), bank_blueprint(people, seed=5)
    start = time.perf_counter()
    with ProcessPoolExecutor(2) as executor:
        plan = sm.propose(org, wanted, time_limit=seconds, executor=executor)
    spent = time.perf_counter() - start
    peak = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    tiers = {tier: [(o.value, o.bound) for o in plan.objective if o.tier == tier] for tier in range(4)}
    gaps = {f"tier {tier}": sum(v - b for v, b in rows) / max(1, sum(v for v, _ in rows)) for tier, rows in tiers.items() if rows}
    print(json.dumps({"status": plan.status, "seconds": spent, "peak": peak, "gaps": gaps}))
"""


def bank_rows() -> Iterator[Row]:
    """Yield how far banks are from their bound after a while on two processes, and the memory of the largest process."""
    for people, seconds, must, stretch in BANKS:
        command = [sys.executable, "-c", _BANK, str(people), str(seconds)]
        told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        worst, widest = max(told["gaps"].items(), key=lambda one: one[1], default=("no plan yet", 1.0))
        yield Row(
            f"propose, a bank of {people:,} people on 2 processes, {seconds:g} s for the search",
            f"{told['status']}, widest gap {100 * widest:.1f} % ({worst}), {told['seconds']:.0f} s in all, {max(told['peak']):.0f} MiB",
            f"≤ {100 * must:g} %",
            stretch,
            widest <= must,
        )
