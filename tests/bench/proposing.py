"""Proposals for departments: how long until every term is proven."""

from __future__ import annotations

import time
from collections.abc import Iterator

import spotifymodel as sm
from tests.transition.proposing.departments import department

from .measure import Row

__all__ = ["proposing_rows"]

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
