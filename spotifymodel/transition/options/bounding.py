"""A plan with what is sure of its terms, where that is not what its own search says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["with_bounds"]


def with_bounds(plan: Plan, bounds: Sequence[int]) -> Plan:
    """Return a plan with other bounds, one per term, and the status that they prove."""
    objective = tuple(
        replace(one, bound=min(one.value, bound), proven=one.value <= bound) for one, bound in zip(plan.objective, bounds, strict=True)
    )
    if plan.status == "infeasible":
        return replace(plan, objective=objective)
    proven = all(one.proven for one in objective if one.tier <= 3)
    return replace(plan, objective=objective, status="optimal" if proven else "feasible")
