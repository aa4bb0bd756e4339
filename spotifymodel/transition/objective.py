"""One term of what a plan is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Objective"]


@dataclass(frozen=True, slots=True)
class Objective:
    """One term of what a plan is judged by.

    Parameters
    ----------
    tier : int
        0 to 4; a term counts only among the best of all before it.
    name, unit : str
    value : int
        Of this plan, in that unit; smaller is better.
    bound : int
        What no plan for this blueprint can be better than, given the terms before.
    proven : bool
        Whether the two are one.
    parts : int
        Of how many parts one unit consists; value and bound are counted in parts. 1 but where skills count as shares of squads.
    """

    tier: int
    name: str
    unit: str
    value: int
    bound: int
    proven: bool
    parts: int = 1

    @property
    def gap(self) -> float:
        """The share of the value that is above its bound: 0 where it is proven, 1 where nothing is known.

        Examples
        --------
        >>> Objective(3, "other_site", "seats", 100, 98, False).gap
        0.02
        """
        return (self.value - self.bound) / self.value if self.value else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return the term as JSON holds it."""
        return {
            "tier": self.tier, "name": self.name, "unit": self.unit, "value": self.value, "bound": self.bound, "proven": self.proven,
            **({"parts": self.parts} if self.parts != 1 else {}),
        }  # fmt: skip
