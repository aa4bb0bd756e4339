"""Solve an instance term by term: each is fixed at its best before the next is looked at; then one plan among the equals."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..solver.highs import Key, Programme, Solved, least
from .columns import FULL, HALF, OWNER
from .instance import Instance, Wish
from .model import costs_of, programme
from .skills_first import Covered, covered, kept
from .terms import TERMS
from .thinning import Thinned, pooled, thinned, unpooled

__all__ = ["Answer", "Level", "solve"]

_NOISE = 65_536
#: The part of the time that is left for skills by themselves; a staffing for them takes a moment.
_SKILLS: Final = 0.8


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
        Seconds for all terms together. Without it every term that needs a proof has one, and the answer is always the same.
    progress : callable, optional
        Called with the name of every term that is being solved.
    stop : callable, optional
        Ends the search with what it has when it says yes.

    Notes
    -----
    A term that already stands at zero needs no search: nothing is below zero. Ties are broken by costs made from the names
    of the columns, so the answer does not depend on seed, threads or the order of the input.

    Skills are looked at by themselves first, where no seats are asked too. Where only they need a proof, everybody who brings one
    is kept there for the terms after, of which nothing but zero is then known as a bound.
    """
    search = _Search(instance, time_limit, progress, stop)
    hindered = search.begin()
    if hindered is not None:
        return hindered
    for term in TERMS:
        search.settle(term.name)
    return search.end()


class _Search:
    """The staffing so far, and the programme of all staffings that are as good in the terms that are settled."""

    def __init__(
        self, instance: Instance, time_limit: float | None, progress: Callable[[str], None] | None, stop: Callable[[], bool] | None
    ) -> None:
        self.instance, self.progress, self.stop = instance, progress, stop
        self.until = None if time_limit is None else time.monotonic() + time_limit
        self.levels: list[Level] = []
        self.values: Mapping[Key, float] = {}
        self.stopped: str | None = None
        self.held = False
        # Where people will be kept where their skills are, a staffing that looks at no skill is enough to begin with.
        self._look_at(thinned(instance, {} if instance.brief else None) if instance.asks else None)

    def _look_at(self, thin: Thinned | None) -> None:
        self.thin = thin
        self.model = programme(self.instance, self.instance.wishes, thin=thin)
        for level in self.levels:
            self._hold(self._costs(level.name), level.value)

    def begin(self) -> Answer | None:
        """Find a first staffing; return what to say where there is none."""
        # Not stopped: it takes a moment, and without it a tribe has no staffing that could be handed back.
        first = self.model.solve(self._costs(TERMS[0].name), self._left())
        if first.status == "infeasible":
            return Answer((), conflict=_smallest_conflict(self.instance))
        if first.status == "limit":
            return Answer((), stopped_by=self._reason())
        self.values, self.first = first.values, least(first.bound)
        return None

    def settle(self, name: str) -> None:
        """Make a term as small as can be among the staffings that are left, and keep it there."""
        if name == "other_tribe":  # decided before anybody of the tribe is seated
            self.levels.append(Level(name, self.instance.guests, self.instance.guests))
            return
        costs = self._costs(name)  # what is lacking has its columns in every programme: looking at skills changes none of them
        value = _value(costs, self.values)
        bound = 0 if self.levels else self.first
        if value > 0 and self.levels and self.progress is not None:
            self.progress(name)
        ahead = self._skills(value) if name == "unmet_skills" else None
        if ahead is not None:
            value, bound = ahead.value, ahead.bound
        elif value > 0 and self.levels:
            value, bound = self._searched(costs, value)
        self.levels.append(Level(name, value, min(value, bound)))
        self._hold(costs, value)

    def _searched(self, costs: Mapping[Key, float], value: int) -> tuple[int, int]:
        solved = Solved("limit", {}, float("inf"), 0.0) if self._over() else self.model.solve(costs, self._left(), None, self.stop)
        if solved.status in ("optimal", "feasible") and _value(costs, solved.values) <= value:
            self.values, value = solved.values, _value(costs, solved.values)
        self.stopped = self.stopped if solved.status == "optimal" else self._reason()
        return value, 0 if self.held else least(solved.bound)

    def _skills(self, value: int) -> Covered | None:
        """Cover as many skills as can be at all, where a staffing can; where none can, the whole is left to be searched."""
        instance, thin = self.instance, self.thin
        if thin is None or instance.needs or not (value or instance.brief) or self._over():
            return None
        found = covered(instance, self._left(_SKILLS), self.stop)
        most = [(level.name, level.value) for level in self.levels]
        if found is not None and found.value <= value:
            near = kept(instance, found, most, self._left())
            if near is not None:
                self.stopped = self.stopped if found.ended else self._reason()
                if instance.brief:
                    self.thin, self.model, self.values, self.held = near.thin, near.model, near.values, True
                else:
                    self.values = pooled(thin, unpooled(near.thin, _rounded(near.values)))
                return found
        if instance.brief:
            wide = thinned(instance)
            self.values = pooled(wide, unpooled(thin, _rounded(self.values)))
            self._look_at(wide)
        return None

    def end(self) -> Answer:
        """Choose one among the staffings that are left."""
        if self._over():
            self.stopped = self._reason()
        else:
            last = self.model.solve(_noise(self.model), self._left(), None, self.stop)
            if last.status in ("optimal", "feasible"):
                self.values = last.values
            self.stopped = self.stopped if last.status == "optimal" else self._reason()
        seats = _rounded(self.values)
        return Answer(tuple(self.levels), seats if self.thin is None else unpooled(self.thin, seats), stopped_by=self.stopped)

    def _costs(self, name: str) -> dict[Key, float]:
        asked = self.instance if self.thin is None else self.thin.instance
        return {key: price for key, price in costs_of(asked, name).items() if key in self.model}

    def _hold(self, costs: Mapping[Key, float], value: int) -> None:
        if costs:
            self.model.row([(price, key) for key, price in costs.items()], high=value)

    def _left(self, part: float = 1.0) -> float | None:
        return None if self.until is None else max(0.05, part * (self.until - time.monotonic()))

    def _over(self) -> bool:
        return self.stop is not None and self.stop()

    def _reason(self) -> str:
        return "interrupt" if self._over() else "time"


def _rounded(values: Mapping[Key, float]) -> dict[Key, int]:
    return {key: round(v) for key, v in values.items() if round(v)}


def _value(costs: Mapping[Key, float], values: Mapping[Key, float]) -> int:
    return round(sum(price * values.get(key, 0.0) for key, price in costs.items()))


def _noise(model: Programme) -> dict[Key, float]:
    return {key: float(_hash(key)) for key in model.columns if key[0] in (FULL, OWNER, HALF)}  # type: ignore[index]


def _hash(key: Key) -> int:
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:4], "big") % _NOISE


def _smallest_conflict(instance: Instance) -> tuple[Wish, ...]:
    """Leave out one wish after the other: whose absence changes nothing is no part of the contradiction."""
    kept: list[Wish] = list(instance.wishes)
    thin = thinned(instance) if instance.asks else None
    for wish in instance.wishes:
        without: Sequence[Wish] = [w for w in kept if w is not wish]
        if programme(instance, without, thin=thin).solve({}).status == "infeasible":
            kept = list(without)
    return tuple(kept)
