"""A question to the solver that can be sent to another process: the best staffing under limits, in a stated order of terms."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..solver.highs import Key, Programme, least
from ..solver.patience import Patience
from ..staffing.instance import Instance
from ..staffing.model import costs_of, fixed_of, programme
from ..staffing.terms import TERMS
from .difference import Groups, Seats, keep_away, stay_near

__all__ = ["Question", "Reply", "ask"]

#: Terms that are counted together.
Sum = tuple[str, ...]
_EVERY = tuple(term.name for term in TERMS)


@dataclass(frozen=True)
class Question:
    """What is wanted of the staffing of some tribes together.

    Attributes
    ----------
    instances : tuple of Instance
    first : tuple of tuple of str
        Sums of terms that are minimised one after the other, first of all.
    then : tuple of str
        Terms that are minimised after that, in this order; what is left out may come to anything.
    most : tuple of (tuple of str, int)
        Sums of terms, and what each may come to at most.
    away : tuple of (tuple of mapping, int)
        Staffings, and how many people must sit elsewhere than in each.
    alike : tuple of tuple of tuple of str
        Per tribe, groups of squads that count as one squad in that.
    near : tuple of mapping, or None
        A staffing to stay close to among equally good ones.
    start : tuple of mapping, or None
        A staffing that keeps the limits, to go on from.
    seconds : float or None
        Until when; what is found then depends on the machine.
    effort : int or None
        How often the solver may ask whether to stop, in one step; what is found then is the same everywhere.
    """

    instances: tuple[Instance, ...]
    first: tuple[Sum, ...] = ()
    most: tuple[tuple[Sum, int], ...] = ()
    away: tuple[tuple[tuple[Seats, ...], int], ...] = ()
    then: tuple[str, ...] = _EVERY
    alike: tuple[Groups, ...] = ()
    near: tuple[Seats, ...] | None = None
    seconds: float | None = None
    effort: int | None = None
    start: tuple[Seats, ...] | None = None


@dataclass(frozen=True)
class Reply:
    """A staffing of the tribes of a question.

    Attributes
    ----------
    status : {"found", "none", "stopped"}
        ``none`` where no staffing keeps the limits; ``stopped`` where there is none yet.
    first : tuple of (int, int)
        Value and bound of the sums that came first.
    values : mapping of str to int
        Of every term.
    bounds : mapping of str to int
        What no staffing of the question is below, given the terms before it.
    proven : bool
        Whether every step was searched to its end.
    seats : tuple of mapping
    stopped : str or None
        ``time``, ``interrupt`` or ``effort``, where that ended a step.
    """

    status: str
    first: tuple[tuple[int, int], ...] = ()
    values: Mapping[str, int] = field(default_factory=dict)
    bounds: Mapping[str, int] = field(default_factory=dict)
    proven: bool = False
    seats: tuple[Seats, ...] = ()
    stopped: str | None = None


def ask(question: Question, stop: Callable[[], bool]) -> Reply:
    """Answer a question.

    Notes
    -----
    Every sum is fixed at its best before the next is looked at. Where the answer must differ from other staffings, it is asked
    at the end whether anything under the same limits, different or not, is as good in every term and better in one; then that
    is the answer instead. So what is proven is never dominated.
    """
    return _Search(question, stop).reply()


#: How much more effort a first staffing is worth: without it there is no answer at all.
_FIRST = 5


class _Search:
    def __init__(self, question: Question, stop: Callable[[], bool]) -> None:
        self.question, self.stop = question, stop
        self.end = None if question.seconds is None else time.monotonic() + question.seconds
        self.values: Mapping[Key, float] = {
            (t, key): float(value) for t, seats in enumerate(question.start or ()) for key, value in seats.items()
        }
        self.stopped: str | None = None
        self.best: list[tuple[int, int]] = []

    def _halt(self, tired: bool = False) -> None:
        self.stopped = self.stopped or ("interrupt" if self.stop() else "effort" if tired else "time")

    def _model(self, away: bool) -> Programme:
        instances = self.question.instances
        made = Programme.beside([programme(one, one.wishes) for one in instances])
        for names, most in self.question.most:
            self._hold(made, names, most)
        for n, (seats, fewest) in enumerate(self.question.away if away else ()):
            keep_away(made, instances, self.question.alike, seats, fewest, f"lost {n}")
        return made

    def _costs(self, names: Sum) -> dict[Key, float]:
        costs: dict[Key, float] = {}
        for t, instance in enumerate(self.question.instances):
            for name in names:
                for key, price in costs_of(instance, name).items():
                    costs[t, key] = costs.get((t, key), 0.0) + price
        return costs

    def _hold(self, made: Programme, names: Sum, most: int) -> None:
        costs = self._costs(names)
        if costs:
            made.row([(price, key) for key, price in costs.items()], high=float(most - self._always(names)))

    def _always(self, names: Sum) -> int:
        """Return what counts in a sum wherever anybody sits."""
        return sum(fixed_of(one, name) for one in self.question.instances for name in names)

    def _value(self, names: Sum) -> int:
        return self._price(self._costs(names)) + self._always(names)

    def _price(self, costs: Mapping[Key, float]) -> int:
        return round(sum(price * self.values.get(key, 0.0) for key, price in costs.items()))

    def _left(self) -> float | None:
        return None if self.end is None else max(0.05, self.end - time.monotonic())

    def _step(self, made: Programme, costs: Mapping[Key, float]) -> tuple[str, int]:
        """Minimise; keep what is found where it is no worse; return how it ended and the bound."""
        if self.values and (self.stop() or (self.end is not None and time.monotonic() > self.end)):
            self._halt()
            return "limit", 0
        effort = self.question.effort
        patience = Patience(effort, self.stop) if self.values else Patience(None if effort is None else effort * _FIRST)
        # The staffing so far is where the search starts: without it a step may end with none.
        found = made.solve(costs, self._left(), self.values or None, patience)
        if found.values and (not self.values or round(found.objective) <= self._price(costs)):
            self.values = found.values
        if found.status in ("feasible", "limit"):
            self._halt(patience.exhausted)
        return found.status, least(found.bound)

    def reply(self) -> Reply:
        if self.stop():
            return Reply("stopped", stopped="interrupt")
        question = self.question
        made = self._model(away=True)
        bounds: dict[Sum, int] = {}
        for n, names in enumerate((*question.first, *((name,) for name in question.then))):
            costs = self._costs(names)
            bound = 0
            if not self.values or self._price(costs):
                status, bound = self._step(made, costs)
                if not self.values:
                    return Reply("none") if status == "infeasible" else Reply("stopped", stopped=self.stopped)
            value = self._value(names)
            bounds.setdefault(names, min(value, bound + self._always(names)))
            if n < len(question.first):
                self.best.append((value, bounds[names]))
            self._hold(made, names, value)
        made = self._undominated(made)
        if question.near is not None:
            self._step(made, stay_near(made, question.instances, question.near))
        terms = {name: self._value((name,)) for name in _EVERY}
        below = {name: min(terms[name], bounds[name,]) for name in question.then}
        return Reply("found", tuple(self.best), terms, below, self.stopped is None, self._seats(), self.stopped)

    def _undominated(self, made: Programme) -> Programme:
        """Look for what is nowhere worse and somewhere better among staffings that need not differ; take it if there is one."""
        costs = self._costs(_EVERY)
        before = {name: self._value((name,)) for name in _EVERY}
        if not self.question.away or not any(before.values()):
            return made
        other = self._model(away=False)
        for name, value in before.items():
            self._hold(other, (name,), value)
        self._step(other, costs)
        if self._value(_EVERY) == sum(before.values()):
            return made
        better = self._model(away=True)
        for model in (other, better):
            for name in _EVERY:
                self._hold(model, (name,), self._value((name,)))
        # It may still differ enough.
        apart = better.solve({}, self._left(), None, Patience(self.question.effort, self.stop))
        if apart.values:
            self.values = apart.values
        return better if apart.values else other

    def _seats(self) -> tuple[Seats, ...]:
        seats: list[dict[Key, int]] = [{} for _ in self.question.instances]
        for key, value in self.values.items():
            if isinstance(key, tuple) and isinstance(key[0], int) and round(value):
                seats[key[0]][key[1]] = round(value)
        return tuple(seats)
