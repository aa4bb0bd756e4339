"""What follows from a sample for all changes."""

from __future__ import annotations

from math import sqrt

__all__ = ["at_least"]

#: Standard deviations on one side of a normal distribution beyond which lie 2.5 % of it.
WIDE = 1.959964


def at_least(noticed: int, tried: int) -> float:
    """Return the lower end of Wilson's interval at 95 %: the share of all changes that is noticed is above it, 39 times in 40.

    Examples
    --------
    >>> round(at_least(95, 100), 3)
    0.888
    >>> at_least(0, 10)
    0.0
    """
    share, spread = noticed / tried, WIDE**2 / tried
    middle = share + spread / 2
    return max(0.0, round((middle - WIDE * sqrt(share * (1 - share) / tried + spread / (4 * tried))) / (1 + spread), 12))
