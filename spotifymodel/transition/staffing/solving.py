"""Solve an instance term by term: each is fixed at its best before the next is looked at; then one plan among the equals."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..solver.highs import Key, Programme, Solved, least
from .instance import Instance, Wish
from .model import FULL, HALF, OWNER, costs_of, programme
from .terms import TERMS

__all__ = ["Answer", "Level", "solve"]

_NOISE = 65_536


@dataclass(frozen=True, slots=True)
class Level:
    """What one term came to: its value, what no staffing can be better than, and whether the two are one."""

    name: str
    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether no staffing is better, given the terms before it."""
        return self.value == self.bound


@dataclass(frozen=True)
class Answer:
    """A staffing by classes of people.

    Attributes
    ----------
    levels : tuple of Level
        In the order of the terms; empty where the wishes contradict each other.
    seats : mapping
        Column key → whole number, for columns that are not zero.
    conflict : tuple of Wish
        A smallest set of wishes that cannot hold together.
    stopped_by : str or None
        ``time`` or ``interrupt``, where that ended a search before its proof.
    """

    levels: tuple[Level, ...]
    seats: Mapping[Key, int] = field(default_factory=dict)
    conflict: tuple[Wish, ...] = ()
    stopped_by: str | None = None


def solve(
    instance: Instance,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Answer:
    """Return the best staffing of an instance.

    Parameters
    ----------
    instance : Instance
    time_limit : float, optional
        Seconds for all terms together. Without it every term is proven and the answer is always the same.
    progress : callable, optional
        Called with the name of every term that is being solved.
    stop : callable, optional
        Ends the search with what it has when it says yes.

    Notes
    -----
    A term that already stands at zero needs no search: nothing is below zero. Ties are broken by costs made from the names
    of the columns, so the answer does not depend on seed, threads or the order of the input.
    """
    started = time.monotonic()

    def left() -> float | None:
        return None if time_limit is None else max(0.05, time_limit - (time.monotonic() - started))

    def reason() -> str:
        return "interrupt" if stop is not None and stop() else "time"

    model = programme(instance, instance.wishes)
    # Not stopped: it takes a moment, and without it a tribe has no staffing that could be handed back.
    first = model.solve(costs_of(instance, TERMS[0].name), left())
    if first.status == "infeasible":
        return Answer((), conflict=_smallest_conflict(instance))
    if first.status == "limit":
        return Answer((), stopped_by=reason())
    values, levels, stopped = first.values, [], None
    for number, term in enumerate(TERMS):
        costs = costs_of(instance, term.name)
        if term.name == "other_tribe":  # decided before anybody of the tribe is seated
            levels.append(Level(term.name, instance.guests, instance.guests))
            continue
        value = _value(costs, values)
        bound = least(first.bound) if number == 0 else 0
        if value > 0 and number > 0:
            if progress is not None:
                progress(term.name)
            if stop is not None and stop():
                found = Solved("limit", {}, float("inf"), 0.0)
            else:
                found = model.solve(costs, left(), None, stop)
            if found.status in ("optimal", "feasible") and _value(costs, found.values) <= value:
                values, value = found.values, _value(costs, found.values)
            bound = least(found.bound)
            stopped = stopped if found.status == "optimal" else reason()
        levels.append(Level(term.name, value, min(value, bound)))
        if costs:
            model.row([(price, key) for key, price in costs.items()], high=value)
    if stop is not None and stop():
        stopped = reason()
    else:
        last = model.solve(_noise(model), left(), None, stop)
        if last.status in ("optimal", "feasible"):
            values = last.values
        stopped = stopped if last.status == "optimal" else reason()
    return Answer(tuple(levels), {key: round(v) for key, v in values.items() if round(v)}, stopped_by=stopped)


def _value(costs: Mapping[Key, float], values: Mapping[Key, float]) -> int:
    return round(sum(price * values.get(key, 0.0) for key, price in costs.items()))


def _noise(model: Programme) -> dict[Key, float]:
    return {key: float(_hash(key)) for key in model.columns if key[0] in (FULL, OWNER, HALF)}  # type: ignore[index]


def _hash(key: Key) -> int:
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:4], "big") % _NOISE


def _smallest_conflict(instance: Instance) -> tuple[Wish, ...]:
    """Leave out one wish after the other: whose absence changes nothing is no part of the contradiction."""
    kept: list[Wish] = list(instance.wishes)
    for wish in instance.wishes:
        without: Sequence[Wish] = [w for w in kept if w is not wish]
        if programme(instance, without).solve({}).status == "infeasible":
            kept = list(without)
    return tuple(kept)
