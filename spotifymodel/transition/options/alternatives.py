"""Other plans that are almost as good: different people in the seats, and something won for what is given up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from ...errors import UsageError
from ...graph.index import index_of
from ..bank.crew import Crew
from ..bank.opening import bank_of
from ..bank.proving import bounds_for, is_undominated
from ..bank.returning import returned
from ..concluding import planned
from ..explaining import Price
from ..origin import Origin, origin_of
from ..staffing.decoding import Seating, score
from ..staffing.instance import Instance
from ..staffing.solving import Answer, Level
from ..staffing.terms import TERMS
from .bounding import with_bounds
from .difference import Places, Seats, changed
from .handing import hand_out, places_of
from .mirroring import alike, renamed
from .question import Question, Reply, ask
from .records import Alternative, Alternatives

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["alternatives"]

#: How much of a search one step of one question may take: some seconds.
_EFFORT = 1000

#: Share of the time for searching where there are several tribes; the rest is for charts, roads and bounds of what was found.
_SEARCHING = 0.7
#: The terms of each tier, counted together: one tribe is searched term by term, several tier by tier.
_TIERS = tuple(tuple(term.name for term in TERMS if term.tier == tier) for tier in sorted({term.tier for term in TERMS}))

Within = float | Mapping[str, int]
Values = Mapping[str, int]


def alternatives(
    plan: Plan,
    n: int = 4,
    within: Within = 0.05,
    differ: float = 0.2,
    time_limit: float | None = None,
    progress: Callable[[str], None] | None = None,
    executor: Executor | None = None,
) -> Alternatives:
    """Return other plans for the blueprint of a plan; see :attr:`Plan.alternatives`."""
    origin = origin_of(plan)
    if n < 1 or not 0 <= differ <= 1:
        raise UsageError(f"n is a number of plans, at least 1, and differ a share of people between 0 and 1; not {n} and {differ:g}")
    end = None if time_limit is None else monotonic() + time_limit
    search = _Search(plan, origin, within, differ, Crew(executor, end, progress))
    if time_limit is not None and search.several:
        search.crew.end = monotonic() + _SEARCHING * (search.crew.left() or 0.0)
    search.run(n)
    search.crew.end = end
    return search.found()


@dataclass(frozen=True)
class _Candidate:
    emphasis: str | None
    each: tuple[Values, ...]
    values: Values
    proven: bool
    seats: tuple[Seats, ...]
    places: Places


class _Search:
    """The plan, what was accepted beside it, and from what the next must differ."""

    def __init__(self, plan: Plan, origin: Origin, within: Within, differ: float, crew: Crew) -> None:
        self.plan, self.origin, self.differ, self.crew = plan, origin, differ, crew
        self.least = _up(differ * len(plan.moves))
        self.instances = [instance for _, _, instance in origin.jobs]
        self.several = len(self.instances) > 1
        self.bank = bank_of(returned(origin), index_of(origin.org))
        self.groups = alike(origin)
        self.seats = tuple(answer.seats for _, answer in plan.staffing)
        self.places = places_of(plan)
        each = [score(i, *hand_out(i, s, self.places)) for i, s in zip(self.instances, self.seats, strict=True)]
        self.values = _together(each)
        self.limits = [_limits(values, instance, within) for values, instance in zip(each, self.instances, strict=True)]
        self.away: list[list[tuple[tuple[Seats, ...], int]]] = [[] for _ in self.instances]
        self.accepted: list[_Candidate] = []
        self.stopped: str | None = None

    def run(self, n: int) -> None:
        """Accept so many staffings, or as many as there are and time is for."""
        # What wins something comes first; plans that are only as good fill the rest.
        wanted: list[str | None] = [*(t.name for t in TERMS if t.tier and self.values[t.name]), None]
        self._keep_away_from(self.seats)
        before = -1
        while before < len(self.accepted) < n and wanted and not self._over():
            before = len(self.accepted)
            again: list[str | None] = []
            for part in self._parts(wanted):
                again += part if len(self.accepted) >= n or self._over() else self._round(part, n)
            wanted = again

    def found(self) -> Alternatives:
        """Return the plans of what was accepted, with what is proven of them."""
        order = {t.name: k for k, t in enumerate(TERMS)}
        self.accepted.sort(key=lambda c: order.get(c.emphasis or "", -1))
        found = tuple(one for c in self.accepted if (one := self._alternative(c)) is not None)
        return Alternatives(self.plan, found, self.differ, self.stopped)

    def _over(self) -> bool:
        """Tell whether to ask nothing more; where a question was stopped by its share of the time others may still be asked."""
        if self.crew.interrupted:
            self.stopped = "interrupt"
        elif self.crew.over():
            self.stopped = self.stopped or "time"
        return self.crew.over()

    def _parts(self, wanted: Sequence[str | None]) -> list[list[str | None]]:
        """Return what is asked side by side: of one tribe everything, of several all tribes for one thing after the other.

        Notes
        -----
        So each differs from those before at once, and none is searched for when there are enough.
        """
        return [[one] for one in wanted] if self.several else [list(wanted)]

    def _share(self, wanted: int, n: int) -> float | None:
        """Return the seconds for one question; some are kept for another round, or for what is asked after it."""
        if self.several:
            return self.crew.share(len(self.instances), 1.0 / max(1, n - len(self.accepted)))
        return self.crew.share(wanted, 0.5)

    def _keep_away_from(self, seats: tuple[Seats, ...]) -> None:
        """Let what comes differ in each tribe in its part of the people who must differ."""
        sizes = [sum(len(f.people) for f in i.folk) for i in self.instances]
        for t, size in enumerate(sizes):
            self.away[t].append(((seats[t],), _up(self.least * size / max(1, sum(sizes)))))

    def _round(self, wanted: Sequence[str | None], n: int) -> list[str | None]:
        """Ask for everything that is wanted, side by side; accept what differs enough, and return what to ask again."""
        jobs: list[Question] = []
        share = self._share(len(wanted), n)
        for emphasis in wanted:
            for t, instance in enumerate(self.instances):
                first: tuple[tuple[str, ...], ...] = () if emphasis is None else ((emphasis,),)
                first += _TIERS if self.several else ()
                limits, away = self.limits[t], tuple(self.away[t])
                near = (self.seats[t],)
                then = () if self.several else tuple(term.name for term in TERMS)
                jobs.append(Question((instance,), first, limits, away, then, (self.groups[t],), near, share, _EFFORT))
        replies = self.crew.do(ask, jobs, f"{len(self.accepted)} / {n}")
        if any(r is None or r.stopped == "interrupt" for r in replies):
            self.crew.interrupted = True
        elif any(r is not None and r.stopped == "time" for r in replies):
            self.stopped = "time"
        self._over()
        again: list[str | None] = []
        for k, emphasis in enumerate(wanted):
            mine = replies[k * len(self.instances) : (k + 1) * len(self.instances)]
            if len(self.accepted) >= n or self._weigh(emphasis, mine):
                again.append(emphasis)
        return again

    def _weigh(self, emphasis: str | None, replies: Sequence[Reply | None]) -> bool:
        """Accept what was found, or not; tell whether it is worth asking again."""
        if all(r is None or r.status != "found" for r in replies):
            return False
        seats: list[Seats] = []
        places: dict[str, tuple[Seating, ...]] = {}
        each: list[Values] = []
        for t, (instance, reply) in enumerate(zip(self.instances, replies, strict=True)):
            # A tribe too small to differ keeps its places; the others may differ enough.
            found = self.seats[t] if reply is None or reply.status != "found" else reply.seats[0]
            seats.append(renamed(instance, self.groups[t], found, self.seats[t]))
            handed = hand_out(instance, seats[t], self.places)
            each.append(score(instance, *handed))
            places |= handed[0]
        proven = all(r is not None and r.proven for r in replies)
        made = _Candidate(emphasis, tuple(each), _together(each), proven, tuple(seats), places)
        if emphasis is not None and made.values[emphasis] >= self.values[emphasis]:
            return False  # it wins nothing of what it is about
        if not self._differs(made):
            return True
        if any(_beats(values, made.values) for values in (self.values, *(c.values for c in self.accepted))):
            return False
        self.accepted = [*(c for c in self.accepted if not _beats(made.values, c.values)), made]
        self._keep_away_from(made.seats)
        return emphasis is None

    def _differs(self, made: _Candidate) -> bool:
        """Tell whether enough people sit elsewhere than in the plan and in what was accepted; squads that are alike count as one."""
        one = tuple(group for groups in self.groups for group in groups)
        others = (self.places, *(c.places for c in self.accepted))
        return all(len(changed(places, made.places, one)) >= self.least for places in others)

    def _alternative(self, one: _Candidate) -> Alternative | None:
        """Return the plan of a staffing; ``None`` where a strict profile makes an error of what only this staffing breaks."""
        seated = [hand_out(i, s, self.places) for i, s in zip(self.instances, one.seats, strict=True)]
        answers = [
            Answer(tuple(Level(name, value, 0) for name, value in score(i, *handed).items()), seats)
            for i, handed, seats in zip(self.instances, seated, one.seats, strict=True)
        ]
        made = planned(self.origin, answers, seated)
        if made.org is None:
            return None
        proven = one.proven and (not self.several or is_undominated(self.bank, one.values, self.crew))
        made = with_bounds(made, self._bounds(one))
        made = replace(made, stopped_by=self.plan.stopped_by)
        prices = tuple(Price(t.tier, t.name, t.unit, d) for t in TERMS if (d := one.values[t.name] - self.values[t.name]))
        return Alternative(made, one.emphasis, changed(self.places, one.places), prices, proven, len(self.plan.moves))

    def _bounds(self, made: _Candidate) -> list[int]:
        """Return what is sure of the terms: the bounds of the plan hold too, up to the first term that differs from it."""
        found = bounds_for(self.bank, dict(enumerate(made.each)), self.crew)
        bounds: list[int] = []
        same = True
        for one in self.plan.objective:
            bounds.append(max(one.bound if same else 0, found[one.name]))
            same = same and made.values[one.name] == one.value
        return bounds


def _up(number: float) -> int:
    """Round up, but for the dust of binary fractions: a fifth of 35 people is 7 of them."""
    return ceil(round(number, 9))


def _limits(values: Values, instance: Instance, within: Within) -> tuple[tuple[tuple[str, ...], int], ...]:
    """Return what each term may come to."""
    if isinstance(within, Mapping):
        names = tuple(t.name for t in TERMS)
        unknown = sorted(within.keys() - set(names))
        if unknown:
            raise UsageError(f"within names terms that no plan has: {', '.join(unknown)}; there are {', '.join(names)}", unknown[0], names)
        return tuple(((name,), value + within.get(name, 0)) for name, value in values.items())
    if not within >= 0:
        raise UsageError(f"within is a share of people, 0 or more, not {within!r}", str(within))
    slack = _up(within * sum(len(f.people) for f in instance.folk))
    return tuple(((t.name,), values[t.name] + (slack if t.tier else 0)) for t in TERMS)


def _together(each: Sequence[Values]) -> dict[str, int]:
    return {t.name: sum(values[t.name] for values in each) for t in TERMS}


def _beats(one: Values, other: Values) -> bool:
    return one != other and all(one[name] <= value for name, value in other.items())
