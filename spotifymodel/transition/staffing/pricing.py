"""What a skill counts where every squad counts the same: whole numbers, so that proofs are exact."""

from __future__ import annotations

from math import lcm
from typing import Final

from ..blueprint.records import Blueprint

__all__ = ["price_of", "whole_of"]

#: The least number that 1 to 12 all divide. Finer parts would ask more of the solver than it can tell apart.
_FINEST: Final = 27_720


def whole_of(blueprint: Blueprint) -> int | None:
    """Return how many parts a squad has, so that each of its skills is a whole number of them; ``None`` where skills are counted.

    Notes
    -----
    The least common multiple of how many skills squads require. Where that is more than 27 720 it is 27 720, and the share of a
    skill is rounded to the nearest part.

    Examples
    --------
    >>> from spotifymodel.transition.blueprint.records import Coverage, WantedSquad, WantedTribe
    >>> squads = [WantedSquad("a", required_skills={"x": 1, "y": 1}), WantedSquad("b", required_skills=dict.fromkeys("xyz", 1))]
    >>> whole_of(Blueprint((WantedTribe("t", squads=squads),), coverage=Coverage("shares")))
    6
    """
    if blueprint.coverage is None or blueprint.coverage.count != "shares":
        return None
    sizes = {sum(level > 0 for level in squad.required_skills.values()) for tribe in blueprint.tribes for squad in tribe.squads} - {0}
    return min(_FINEST, lcm(*sizes)) if sizes else 1


def price_of(whole: int, asks: int) -> int:
    """Return the parts that each of so many asks of a squad counts."""
    return max(1, round(whole / asks)) if asks else 0
