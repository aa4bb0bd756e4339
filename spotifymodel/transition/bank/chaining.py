"""One term after the other over several tribes: each is fixed at its best before the next is looked at."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, inf
from typing import Final

from ..solver.highs import Key, Programme, least
from ..solver.patience import Patience
from ..staffing.terms import TERMS

__all__ = ["Chained", "chained"]

NOTHING: Final[Mapping[str, int]] = {}
#: The term that counts the people who are sent to other tribes, and those that they are sent for.
_SENT: Final = "other_tribe"
_BEFORE: Final = tuple(term.name for term in TERMS)[: [term.name for term in TERMS].index(_SENT)]
#: Share of the time after which the terms before it wait.
_UNHURRIED: Final = 0.6


@dataclass(frozen=True)
class Chained:
    """What a programme came to, term by term.

    Attributes
    ----------
    values : mapping
        Column key → value.
    worth : mapping of str to int
        Term → what the values come to, rounded up.
    bounds : mapping of str to int
        Term → what nothing is below, given the terms before.
    complete : bool
        Whether every term was searched to its end.
    """

    values: Mapping[Key, float]
    worth: Mapping[str, int]
    bounds: Mapping[str, int]
    complete: bool


def chained(
    made: Programme,
    costs: Mapping[str, Mapping[Key, float]],
    end: float | None = None,
    stop: Callable[[], bool] | None = None,
    fractions: bool = False,
    start: Mapping[Key, float] | None = None,
    held: Mapping[str, int] = NOTHING,
    patience: int | None = None,
) -> Chained | None:
    """Return the best of a programme, or ``None`` where there is none or the time was too short to say who goes where.

    Parameters
    ----------
    made : Programme
        Rows that hold earlier terms are added to it.
    costs : mapping of str to mapping
        Term → cost per column.
    end : float, optional
        On the monotonic clock.
    stop : callable, optional
    fractions : bool
        Whether columns need not be whole.
    start : mapping, optional
        Values of a solution to go on from.
    held : mapping of str to int
        Terms that are not searched, as nothing is below what they come to in `start`; they get no bound here.
    patience : int, optional
        How often the search of one term may ask whether to stop: an end that does not depend on the clock.

    Notes
    -----
    Until the people in other tribes are as few as can be, a solution sends people around for nothing. So where time is short
    the terms before stay at what they are, for that one to have its turn, and without it there is no answer.
    """
    values = start
    worth: dict[str, int] = {}
    bounds: dict[str, int] = {}
    complete = True
    began = time.monotonic()
    hurried = False
    for term in TERMS:
        price = costs[term.name]
        if end is not None and not hurried:
            hurried = time.monotonic() - began > _UNHURRIED * (end - began)
        if term.name in held:
            worth[term.name] = held[term.name]
        elif hurried and values is not None and term.name in _BEFORE:
            worth[term.name], complete = _whole(price, values), False
        elif values is not None and _whole(price, values) == 0:
            worth[term.name], bounds[term.name] = 0, 0
        else:
            left = None if end is None else max(0.05, end - time.monotonic())
            found = made.solve(price, left, values, Patience(patience, stop), fractions)
            complete = complete and found.status == "optimal"
            if found.status not in ("optimal", "feasible"):
                if values is None or term.name == _SENT:
                    return None
                worth[term.name] = _whole(price, values)
            else:
                if values is None or _whole(price, found.values) <= _whole(price, values):
                    values = found.values
                worth[term.name] = _whole(price, values)
                bounds[term.name] = min(worth[term.name], least(found.bound))
        if price:
            made.row([(factor, key) for key, factor in price.items()], high=float(worth[term.name]))
    return Chained(values or {}, worth, bounds, complete)


def _whole(price: Mapping[Key, float], values: Mapping[Key, float]) -> int:
    worth = sum(factor * values.get(key, 0.0) for key, factor in price.items()) if price else 0.0
    return ceil(worth - 1e-6) if worth < inf else 0
