"""How many there are over time: counts by events, in time that grows with the number of stretches, not with its square."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .relation import BEGIN, END

__all__ = [
    "Count",
    "Interval",
    "Step",
    "Stretch",
    "common",
    "counts",
    "highest",
    "side_by_side",
    "steps",
    "together",
    "totals",
    "without",
]

#: Who (or what) holds, and from when until when; half-open.
Stretch = tuple[str, dt.date, dt.date]
Interval = tuple[dt.date, dt.date]
#: From when until when so many hold.
Count = tuple[dt.date, dt.date, int]


class Step(NamedTuple):
    """From this day on, until the next step, so many hold."""

    start: dt.date
    number: int


def steps(stretches: Iterable[Stretch]) -> list[Step]:
    """Return how many distinct keys hold at every instant, as steps; the first begins at the beginning of time.

    A key whose stretches overlap or touch counts once. Consecutive steps differ.

    Notes
    -----
    O(n log n) in the number of stretches. Looking at every instant one by one would cost n × n.

    Examples
    --------
    >>> day = dt.date.fromisoformat
    >>> found = steps([("anna", day("2027-01-01"), day("2027-03-01")), ("anna", day("2027-02-01"), day("2027-04-01"))])
    >>> [(s.start.isoformat(), s.number) for s in found]
    [('0001-01-01', 0), ('2027-01-01', 1), ('2027-04-01', 0)]
    """
    by_key: dict[str, list[Interval]] = {}
    for key, start, until in stretches:
        seen = by_key.get(key)
        if seen is None:
            by_key[key] = [(start, until)]
        else:
            seen.append((start, until))
    change: dict[dt.date, int] = {}
    for spans in by_key.values():
        for start, until in spans if len(spans) == 1 else together(spans):
            change[start] = change.get(start, 0) + 1
            change[until] = change.get(until, 0) - 1
    count = 0
    found = [Step(BEGIN, 0)]
    for day in sorted(change):
        if change[day] and day != END:
            count += change[day]
            if day == BEGIN:
                found[0] = Step(BEGIN, count)
            else:
                found.append(Step(day, count))
    return found


def counts(spans: Iterable[Iterable[Interval]]) -> list[Count]:
    """Return how many of some groups hold over all time, as consecutive stretches that differ; the intervals of one never overlap.

    Examples
    --------
    >>> first, second = dt.date(2027, 1, 1), dt.date(2027, 2, 1)
    >>> [(start.isoformat(), number) for start, _, number in counts([[(BEGIN, second)], [(first, END)]])]
    [('0001-01-01', 1), ('2027-01-01', 2), ('2027-02-01', 1)]
    """
    change: dict[dt.date, int] = {}
    for group in spans:
        for start, until in group:
            change[start] = change.get(start, 0) + 1
            change[until] = change.get(until, 0) - 1
    number, since = change.pop(BEGIN, 0), BEGIN
    change.pop(END, None)
    found: list[Count] = []
    for day in sorted(change):
        step = change[day]
        if step:
            found.append((since, day, number))
            number += step
            since = day
    found.append((since, END, number))
    return found


def totals(pieces: Iterable[tuple[dt.date, dt.date, float]]) -> list[tuple[dt.date, int, float]]:
    """Return how many pieces hold and what they weigh together, from every day on which that changes.

    Parameters
    ----------
    pieces : iterable of (start, until, weight)

    Examples
    --------
    >>> first, second = dt.date(2027, 1, 1), dt.date(2027, 2, 1)
    >>> [(day.isoformat(), n, weight) for day, n, weight in totals([(BEGIN, second, 0.5), (first, END, 1.0)])]
    [('0001-01-01', 1, 0.5), ('2027-01-01', 2, 1.5), ('2027-02-01', 1, 1.0)]
    """
    change: dict[dt.date, tuple[int, float]] = {}
    for start, until, weight in pieces:
        number, heavy = change.get(start, (0, 0.0))
        change[start] = (number + 1, heavy + weight)
        number, heavy = change.get(until, (0, 0.0))
        change[until] = (number - 1, heavy - weight)
    count, total = 0, 0.0
    found: list[tuple[dt.date, int, float]] = []
    for day in sorted(change):
        if day != END:
            number, heavy = change[day]
            count, total = count + number, total + heavy
            found.append((day, count, total))
    return found


def together(spans: Iterable[Interval]) -> list[Interval]:
    """Return the same time as intervals that neither overlap nor touch, in order.

    Examples
    --------
    >>> day = dt.date.fromisoformat
    >>> together([(day("2027-02-01"), day("2027-04-01")), (day("2027-01-01"), day("2027-02-01"))])
    [(datetime.date(2027, 1, 1), datetime.date(2027, 4, 1))]
    """
    found: list[Interval] = []
    for start, until in sorted(spans):
        if found and start <= found[-1][1]:
            if until > found[-1][1]:
                found[-1] = (found[-1][0], until)
        else:
            found.append((start, until))
    return found


def without(spans: Iterable[Interval], taken: Iterable[Interval]) -> list[Interval]:
    """Return the time of some intervals that other intervals leave free, in order.

    Examples
    --------
    >>> day = dt.date.fromisoformat
    >>> without([(BEGIN, END)], [(day("2027-01-01"), day("2027-07-01"))])[0]
    (datetime.date(1, 1, 1), datetime.date(2027, 1, 1))
    """
    busy = together(taken)
    free: list[Interval] = []
    for start, until in together(spans):
        for low, high in busy:
            if high <= start:
                continue
            if low >= until:
                break
            if low > start:
                free.append((start, low))
            start = high
        if start < until:
            free.append((start, until))
    return free


def side_by_side(one: list[Step], other: list[Step]) -> Iterator[tuple[dt.date, int, int]]:
    """Yield both counts from every day on which either changes.

    Examples
    --------
    >>> first, second = steps([("anna", BEGIN, dt.date(2027, 1, 1))]), steps([("ben", BEGIN, END)])
    >>> [(day.isoformat(), a, b) for day, a, b in side_by_side(first, second)]
    [('0001-01-01', 1, 1), ('2027-01-01', 0, 1)]
    """
    left, right = dict(one), dict(other)
    a = b = 0
    for day in sorted(left.keys() | right.keys()):
        a, b = left.get(day, a), right.get(day, b)
        yield day, a, b


def common(spans: Iterable[Interval], others: Iterable[Interval]) -> list[Interval]:
    """Return the time that lies in both, in order.

    Examples
    --------
    >>> common([(BEGIN, dt.date(2027, 2, 1))], [(dt.date(2027, 1, 1), END)])
    [(datetime.date(2027, 1, 1), datetime.date(2027, 2, 1))]
    """
    mine = together(spans)
    return without(mine, without(mine, others))


def highest(found: list[Step]) -> tuple[int, Interval]:
    """Return the highest count, and the first stretch of time over which it holds."""
    most = max(s.number for s in found)
    at = next(k for k, s in enumerate(found) if s.number == most)
    return most, (found[at].start, found[at + 1].start if at + 1 < len(found) else END)
