"""How many people sit elsewhere in another staffing of the same people: as rows of a programme, and counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..solver.highs import Key, Programme
from ..staffing.columns import FULL, HALF, IDLE, OUT, OWNER, SPLIT
from ..staffing.decoding import Seating
from ..staffing.instance import Instance

__all__ = ["Groups", "Places", "Seats", "changed", "keep_away", "stay_near"]

#: Column → whole number, for the columns of one tribe that are not zero.
Seats = Mapping[Key, int]
#: Squads of a tribe that can be exchanged for one another.
Groups = tuple[tuple[str, ...], ...]
Places = Mapping[str, tuple[Seating, ...]]
Terms = list[tuple[float, Key]]


def changed(before: Places, after: Places, alike: Groups = ()) -> tuple[str, ...]:
    """Return who sits in other squads, or in the same as another (owner, whole, half), among those of both; sorted.

    Squads that are alike count as one.
    """
    names = _names(alike)

    def place(seats: tuple[Seating, ...]) -> list[tuple[str, bool, bool]]:
        return sorted((names.get(s.squad, s.squad), s.owner, s.half) for s in seats)

    return tuple(p for p in sorted(before.keys() & after.keys()) if place(before[p]) != place(after[p]))


def _names(alike: Groups) -> dict[str, str]:
    return {squad: group[0] for group in alike for squad in group}


def _places(instance: Instance, k: int, alike: Groups) -> Iterator[tuple[Key, ...]]:
    """Yield where people of a class can be: a whole seat, an owner's seat, no seat, or on half seats, whichever these are."""
    names = _names(alike)
    groups: dict[str, list[str]] = {}
    for squad in instance.squads:
        groups.setdefault(names.get(squad, squad), []).append(squad)
    for squads in groups.values():
        yield tuple((FULL, k, squad) for squad in squads)
        yield tuple((OWNER, k, squad) for squad in squads)
    yield ((OUT, k),)
    yield ((SPLIT, k), (IDLE, k))


def keep_away(
    made: Programme, instances: Sequence[Instance], alike: Sequence[Groups], seats: Sequence[Seats], least: int, tag: str
) -> None:
    """Let at least so many people sit elsewhere than in these staffings of the tribes.

    Notes
    -----
    Of each class the people who leave a place are counted: at least so many differ, whoever of the class is handed which seat.
    Who goes from half seats to other half seats is not counted, so the row asks rather too much than too little. Leaving is
    no convex count: each place that some of a class have, and not all, costs one yes-or-no column.
    """
    lost: Terms = []
    for t, instance in enumerate(instances):
        for k, folk in enumerate(instance.folk):
            number = len(folk.people)
            for at, place in enumerate(_places(instance, k, alike[t] if alike else ())):
                had = sum(seats[t].get(key, 0) for key in place)
                if not had:
                    continue
                here: Terms = [(1.0, (t, key)) for key in place]
                leaving = made.column((tag, t, k, at), most=had, whole=False)
                lost.append((1.0, leaving))
                if had == number:
                    made.row([(1.0, leaving), *here], high=had)
                    continue
                more = made.column((tag, t, k, at, "more"))
                made.row([(1.0, leaving), *here, (-float(number), more)], high=had)
                made.row([(1.0, leaving), (float(had), more)], high=had)
    made.row(lost, low=float(least))


def stay_near(made: Programme, instances: Sequence[Instance], seats: Sequence[Seats]) -> dict[Key, float]:
    """Add what is new against these staffings, and return its costs: half heads on seats that fewer of their class had."""
    costs: dict[Key, float] = {}
    for t, instance in enumerate(instances):
        for k, folk in enumerate(instance.folk):
            for kind, halves in ((FULL, 2.0), (OWNER, 2.0), (HALF, 1.0)):
                for squad in instance.squads:
                    key = (kind, k, squad)
                    had = seats[t].get(key, 0)
                    if not had:
                        costs[t, key] = halves
                    elif had < len(folk.people):
                        new = made.column(("new", t, key), most=len(folk.people), whole=False)
                        made.row([(1.0, (t, key)), (-1.0, new)], high=had)
                        costs[new] = halves
    return costs
