"""Repairing a broken company, proven minimal."""

from __future__ import annotations

import time
from collections.abc import Iterator

from spotifymodel.model.org import Org
from spotifymodel.transition.repairing.repair import repair

from ..transition.repairing.small_charts import broken_company
from .measure import Row

__all__ = ["mending_rows"]


def mending_rows() -> Iterator[Row]:
    """Yield the repair of companies with overfull squads, missing owners and leads, and people without a chapter."""
    for people, must, stretch in ((150, 1.0, 0.5), (600, 5.0, 2.0)):
        spent, changes, proven = [], 0, True
        for seed in range(1, 6):
            org = Org.from_dict(broken_company(people, seed=seed).to_dict())
            start = time.perf_counter()
            fix = repair(org)
            spent.append(time.perf_counter() - start)
            changes, proven = changes + len(fix), proven and fix.proven and fix.ok
        worst = max(spent)
        sure = "all proven" if proven else "NOT all proven"
        label = f"repair, {people} people, {changes // 5} changes on average, {sure}, the slowest of five"
        yield Row(label, f"{worst:.2f} s", f"≤ {must:g} s", f"≤ {stretch:g} s", worst <= must and proven)
