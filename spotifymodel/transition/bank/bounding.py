"""What nothing is below: for each term, given what the terms before have come to."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..solver.highs import least
from ..staffing.terms import TERMS
from .kinds import Bank
from .quota import quota

__all__ = ["Bounding", "Proof", "beaten", "bounded", "bounds_by"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Bounds that were found while the terms before were kept at most at what they are worth here."""

    worth: Mapping[str, int]
    bounds: Mapping[str, int]


@dataclass(frozen=True)
class Bounding:
    """A question for :func:`bounded`: for which terms, what all terms have come to, and in how many seconds."""

    bank: Bank
    terms: tuple[str, ...]
    came: Mapping[str, int]
    seconds: float | None = None


def bounded(asked: Bounding, stop: Callable[[], bool]) -> Proof:
    """Return bounds of terms, each given what the terms before have come to; one that was not found in time is left out.

    Notes
    -----
    With squads added up and fractions of people allowed: a relaxation, so what it cannot be below nothing is below.
    """
    end = None if asked.seconds is None else time.monotonic() + asked.seconds
    asking = quota(asked.bank)
    found: dict[str, int] = {}
    for term in TERMS:
        price = asking.costs[term.name]
        if term.name in asked.terms and asked.came[term.name] > 0:
            left = None if end is None else end - time.monotonic()
            if (left is not None and left <= 0) or stop():
                break
            solved = asking.made.solve(price, left, None, stop, fractions=True)
            if solved.status == "optimal":
                found[term.name] = min(asked.came[term.name], least(solved.bound))
        if price:
            asking.made.row([(factor, key) for key, factor in price.items()], high=float(asked.came[term.name]))
    return Proof(asked.came, found)


def beaten(asked: Bounding, stop: Callable[[], bool]) -> bool:
    """Tell whether every staffing of a bank is worse than what came elsewhere: in some term, with none before it better.

    Notes
    -----
    Says no where it is not certain.
    """
    end = None if asked.seconds is None else time.monotonic() + asked.seconds
    asking = quota(asked.bank)
    for term in asked.terms:
        price, came = asking.costs[term], asked.came[term]
        if price:
            left = None if end is None else end - time.monotonic()
            if (left is not None and left <= 0) or stop():
                return False
            solved = asking.made.solve(price, left, None, stop, fractions=True)
            if solved.status == "infeasible" or least(solved.bound) > came:
                return True  # with the terms before kept at what they are elsewhere, this one is worse
            if solved.status != "optimal":
                return False
            asking.made.row([(factor, key) for key, factor in price.items()], high=float(came))
    return False


def bounds_by(proofs: Sequence[Proof], came: Mapping[str, int]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the best bound of every term, and the terms that no proof speaks of.

    Notes
    -----
    A proof holds for a term as long as no term before has come to more than it was kept at: with less there is less choice.
    """
    known: dict[str, int] = {}
    unknown: list[str] = []
    for at, term in enumerate(TERMS):
        before = [one.name for one in TERMS[:at]]
        said = [
            proof.bounds[term.name]
            for proof in proofs
            if term.name in proof.bounds and all(came[name] <= proof.worth[name] for name in before)
        ]
        known[term.name] = min(came[term.name], max(said, default=0))
        if not said and came[term.name] > 0:
            unknown.append(term.name)
    return known, tuple(unknown)
