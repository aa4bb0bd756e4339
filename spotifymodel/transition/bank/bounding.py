"""What nothing is below: for each term, given what the terms before have come to."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..solver.highs import Key, Programme, least
from ..solver.patience import Patience
from ..staffing.model import costs_of, fixed_of, programme
from ..staffing.terms import TERMS
from .kinds import Bank
from .quota import quota

__all__ = ["Bounding", "Proof", "Undominated", "beaten", "bounded", "bounds_by", "undominated"]

#: How often the search of one term in whole people may ask whether to stop.
_PATIENCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Proof:
    """Bounds that were found while the terms before were kept at most at what they are worth here."""

    worth: Mapping[str, int]
    bounds: Mapping[str, int]


@dataclass(frozen=True)
class Bounding:
    """A question for :func:`bounded`.

    Attributes
    ----------
    bank : Bank
    terms : tuple of str
    came : mapping of str to int
        What all terms have come to.
    seconds : float or None
    whole : bool
        Whether to look again without fractions of people where these do not prove a term: for few tribes.
    """

    bank: Bank
    terms: tuple[str, ...]
    came: Mapping[str, int]
    seconds: float | None = None
    whole: bool = False

    def within(self, seconds: float | None) -> Bounding:
        """Return the same question with other seconds."""
        return replace(self, seconds=seconds)


@dataclass(frozen=True)
class Undominated:
    """A question for :func:`undominated`: what all terms have come to, and in how many seconds to answer."""

    bank: Bank
    came: Mapping[str, int]
    seconds: float | None = None


def bounded(asked: Bounding, stop: Callable[[], bool]) -> Proof:
    """Return bounds of terms, each given what the terms before have come to; one that was not found in time is left out.

    Notes
    -----
    With fractions of people allowed, and squads of several tribes added up: a relaxation, so what it cannot be below nothing is
    below. The same holds for what a search in whole people that was ended has ruled out.
    """
    end = None if asked.seconds is None else time.monotonic() + asked.seconds
    made, costs = _relaxed(asked.bank)
    fixed = _fixed(asked.bank)
    found: dict[str, int] = {}
    for term in TERMS:
        price, always, came = costs[term.name], fixed[term.name], asked.came[term.name]
        for fractions in (True, False) if asked.whole else (True,):
            if term.name not in asked.terms or found.get(term.name, 0) == came:
                break
            left = None if end is None else end - time.monotonic()
            if (left is not None and left <= 0) or stop():
                return Proof(asked.came, found)
            solved = made.solve(price, left, None, stop if fractions else Patience(_PATIENCE, stop), fractions)
            if solved.status == "optimal" or not fractions:
                found[term.name] = min(came, max(found.get(term.name, 0), always + least(solved.bound)))
        if price:
            made.row([(factor, key) for key, factor in price.items()], high=float(came - always))
    return Proof(asked.came, found)


def undominated(asked: Undominated, stop: Callable[[], bool]) -> bool:
    """Tell whether it is certain that nothing is as good in every term and better in one.

    Notes
    -----
    With every term kept at what it has come to, all terms together are as few as can be in the relaxation. It says no where it
    is not certain.
    """
    made, costs = _relaxed(asked.bank)
    fixed = _fixed(asked.bank)
    together: dict[Key, float] = {}
    for term in TERMS:
        price = costs[term.name]
        if price:
            made.row([(factor, key) for key, factor in price.items()], high=float(asked.came[term.name] - fixed[term.name]))
        for key, factor in price.items():
            together[key] = together.get(key, 0.0) + factor
    solved = made.solve(together, asked.seconds, None, stop, fractions=True)
    return solved.status == "optimal" and least(solved.bound) + sum(fixed.values()) >= sum(asked.came.values())


def _fixed(bank: Bank) -> Mapping[str, int]:
    """Return what each term counts whatever is done: who cannot go back to the tribe of their unit."""
    return {term.name: sum(fixed_of(one, term.name) for one in bank.tribes.values()) for term in TERMS}


def _relaxed(bank: Bank) -> tuple[Programme, Mapping[str, Mapping[Key, float]]]:
    """Return a programme that no staffing of a bank is better than: of one tribe with its squads, of several with their sums."""
    if len(bank.tribes) > 1:
        asking = quota(bank)
        return asking.made, asking.costs
    (instance,) = bank.tribes.values()
    return programme(instance, instance.wishes), {term.name: costs_of(instance, term.name) for term in TERMS}


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
