"""The order of squads as an integer programme: one column per squad and wave says whether it is live by then.

Columns that only say what is known (not ready yet, or live with the last wave) are left out; `_Steps` knows which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..solver.highs import Key, Programme, least
from .course import WAITING, Course, Schedule, arrival, worth_of

__all__ = ["Bounds", "possible", "relaxed", "schedule_in"]

#: Factor × column, or factor × what is known.
Term = tuple[float, Key | int]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What no schedule with the same last wave can be better than, given the terms before."""

    price: int
    slowed: int
    order: int


def possible(course: Course, last: int, stop: Callable[[], bool] | None = None) -> bool | None:
    """Tell whether every squad can be live by a slot; ``None`` where the search was stopped before it knew."""
    steps = _Steps(course, last)
    if steps.hopeless:
        return False
    solved = steps.programme.solve(stop=stop)
    return None if solved.status == "limit" else solved.status != "infeasible"


def schedule_in(
    course: Course, last: int, known: Schedule | None, stop: Callable[[], bool] | None = None
) -> tuple[Schedule, Bounds] | None:
    """Return the best schedule whose last wave is in a slot at the latest, with its bounds; ``None`` where none was found."""
    steps = _Steps(course, last)
    if steps.hopeless:
        return None
    start: Mapping[Key, float] | None = None if known is None else steps.values_of(known)
    least_price = 0
    if course.services:
        idle, prices = steps.count_services()
        start = None if known is None else steps.values_of(known)
        solved = steps.programme.solve(prices, known=start, stop=stop)
        if not solved.values and solved.status not in ("optimal", "feasible"):
            return None
        least_price = least(solved.bound + idle)
        steps.programme.row([(cost, key) for key, cost in prices.items()], high=round(solved.objective))
        start = solved.values
    heavy = sum(range(1, len(course.squads) + 1)) * (last + 1) + 1
    waits, costs = steps.waiting()
    costs |= {("slow", k): float(heavy) for k in range(len(course.slowing))}
    solved = steps.programme.solve(costs, known=start, stop=stop)
    if solved.status not in ("optimal", "feasible"):
        return None
    schedule = steps.schedule_of(solved.values)
    worth = worth_of(course, schedule)
    bound = least(solved.bound + waits)
    slowed = min(worth.slowed, bound // heavy)
    order = bound - heavy * slowed if slowed == worth.slowed else 0
    return schedule, Bounds(min(least_price, worth.price), slowed, min(max(order, 0), worth.order))


def relaxed(course: Course, last: int) -> Bounds:
    """Return bounds from the programme without whole numbers: cheap also where the programme itself is too large.

    Notes
    -----
    One linear programme for the order, and one for services where there are any.
    """
    steps = _Steps(course, last)
    if steps.hopeless:
        return Bounds(0, 0, 0)
    idle, prices = steps.count_services() if course.services else (0, {})
    price = least(steps.programme.solve(prices, fractions=True).bound + idle) if prices else 0
    waits, costs = steps.waiting()
    return Bounds(price, 0, least(steps.programme.solve(costs, fractions=True).bound + waits))


class _Steps:
    """The programme of a course whose last wave is in a slot at the latest."""

    def __init__(self, course: Course, last: int) -> None:
        self.course, self.last = course, last
        self.programme = Programme()
        self.opens = {s: course.open_from(s) for s in course.squads}
        self.hopeless = max(self.opens.values(), default=0) > last
        self.since = [max(course.slot_from(party.not_before), min(self.opens[s] for s in party.squads)) for party in course.parties]
        if not self.hopeless:
            for squad in course.squads:
                for w in range(self.opens[squad], last):
                    self.programme.column(("live", squad, w))
                for w in range(self.opens[squad] + 1, last):
                    self._row([(1.0, self.live(squad, w)), (-1.0, self.live(squad, w - 1))], low=0.0)
            self._order_rows()
            self._front_rows()
            if course.max_people is not None:
                self._people()
                for w in range(last + 1):
                    now = [(float(len(p.people)), self.gone(k, w)) for k, p in enumerate(course.parties)]
                    earlier = [(-float(len(p.people)), self.gone(k, w - 1)) for k, p in enumerate(course.parties)]
                    self._row([*now, *earlier], high=float(course.max_people))

    def live(self, squad: str, w: int) -> Key | int:
        """Return the column that says whether a squad is live by a slot, or 0 or 1 where that is known."""
        if w < self.opens[squad]:
            return 0
        return 1 if w >= self.last else ("live", squad, w)

    def gone(self, party: int, w: int) -> Key | int:
        """Return the column that says whether a party has left by a slot, or 0 or 1 where that is known."""
        if w < self.since[party]:
            return 0
        if w >= self.last:
            return 1
        squads = self.course.parties[party].squads
        return self.live(squads[0], w) if len(squads) == 1 else ("gone", party, w)

    def _row(self, terms: Iterable[Term], low: float = float("-inf"), high: float = float("inf")) -> None:
        known, columns = 0.0, []
        for factor, what in terms:
            if isinstance(what, int):
                known += factor * what
            else:
                columns.append((factor, what))
        if columns:
            self.programme.row(columns, low - known, high - known)
        elif not low - 1e-9 <= known <= high + 1e-9:
            self.hopeless = True

    def _order_rows(self) -> None:
        course, slots = self.course, range(self.last + 1)
        for first, then in course.strict:
            for w in slots:
                self._row([(1.0, self.live(then, w)), (-1.0, self.live(first, w - 1))], high=0.0)
        for first, then in course.waiting:
            for w in slots:
                self._row([(1.0, self.live(then, w)), (-1.0, self.live(first, w))], high=0.0)
        for k, (first, then) in enumerate(course.slowing):
            self.programme.column(("slow", k))
            for w in slots:
                self._row([(1.0, self.live(then, w)), (-1.0, self.live(first, w)), (-1.0, ("slow", k))], high=0.0)
        if course.max_squads is not None:
            for w in slots:
                self._row(self._going(w), high=float(course.max_squads))

    def _going(self, w: int) -> list[Term]:
        """Terms of the squads that go live in a slot."""
        now: list[Term] = [(1.0, self.live(s, w)) for s in self.course.squads]
        return now + [(-1.0, self.live(s, w - 1)) for s in self.course.squads]

    def _front_rows(self) -> None:
        """The first wave: one squad, or a few that are few people together."""
        course, front = self.course, self.course.front
        if front > self.last:
            return
        several = self.programme.column(("several",))
        everybody = float(sum(course.heads.values()))
        self._row([*self._going(front), (1.0 - course.front_squads, several)], high=1.0)
        heads: list[Term] = [(float(course.heads.get(s, 0)), self.live(s, front)) for s in course.squads]
        self._row([*heads, (everybody - course.front_people, several)], high=everybody)

    def _people(self) -> None:
        """Whether parties have left: with the first of their squads, not before."""
        for k, party in enumerate(self.course.parties):
            if len(party.squads) == 1 or ("gone", k, self.since[k]) in self.programme:
                continue
            for w in range(self.since[k], self.last):
                gone = self.programme.column(("gone", k, w), whole=False)
                lives = [self.live(s, w) for s in party.squads]
                for one in lives:
                    self._row([(1.0, gone), (-1.0, one)], low=0.0)
                self._row([(1.0, gone), *((-1.0, one) for one in lives)], high=0.0)

    def count_services(self) -> tuple[int, dict[Key, float]]:
        """Add what services are short of, wave by wave; return the price of waiting to the last wave, and that of each column."""
        self._people()
        weeks = [slot.week for slot in self.course.slots]
        found: dict[Key, float] = {}
        for squad in self.course.squads:
            for w in range(self.opens[squad], self.last):
                found["live", squad, w] = -float(WAITING * (weeks[w + 1] - weeks[w]))
        for k, service in enumerate(self.course.services):
            most = float(max(0, service.short + sum(service.lost.values())))
            for w in range(self.last + 1):
                short = self.programme.column(("short", k, w), most=most)
                lost: list[Term] = [(-float(f), self.gone(p, w)) for p, f in service.lost.items()]
                gained: list[Term] = [(float(f), self.live(s, w)) for s, f in service.gained.items()]
                self._row([(1.0, short), *lost, *gained], low=float(service.short))
                found[short] = float(weeks[w + 1] - weeks[w])
        return WAITING * len(self.course.squads) * (weeks[self.last] - weeks[0]), found

    def waiting(self) -> tuple[int, dict[Key, float]]:
        """Return what all squads cost that wait for the last wave, and what each column takes off that."""
        size = len(self.course.squads)
        known, costs = 0, dict[Key, float]()
        for k, squad in enumerate(self.course.squads):
            known += (size - k) * self.last
            for w in range(self.opens[squad], self.last):
                costs["live", squad, w] = -float(size - k)
        return known, costs

    def schedule_of(self, values: Mapping[Key, float]) -> Schedule:
        """Return the schedule that a solution says."""
        found = {}
        for squad in self.course.squads:
            slots = range(self.opens[squad], self.last)
            found[squad] = next((w for w in slots if values.get(("live", squad, w), 0.0) > 0.5), self.last)
        return found

    def values_of(self, schedule: Schedule) -> dict[Key, float]:
        """Return a schedule as values of the columns that there are."""
        course, slots = self.course, range(self.last + 1)
        found: dict[Key, float] = {("live", s, w): 1.0 for s, at in schedule.items() for w in slots if w >= at}
        arrivals = [arrival(course, party, schedule) for party in course.parties]
        found |= {("gone", k, w): 1.0 for k, at in enumerate(arrivals) for w in slots if w >= at}
        found |= {("slow", k): 1.0 for k, (first, then) in enumerate(course.slowing) if schedule[first] > schedule[then]}
        if sum(w == course.front for w in schedule.values()) > 1:
            found["several",] = 1.0
        for k, service in enumerate(course.services):
            for w in slots:
                short = service.short + sum(f for p, f in service.lost.items() if arrivals[p] <= w)
                short -= sum(f for s, f in service.gained.items() if schedule[s] <= w)
                found["short", k, w] = float(max(0, short))
        return {key: value for key, value in found.items() if value and key in self.programme}
