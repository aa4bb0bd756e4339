"""Hand the seats of a class out to its people so that as many as can keep the seats they have in another plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..origin import Seated
from ..solver.highs import Key
from ..staffing.columns import FULL, HALF, IDLE, OUT, OWNER, SPLIT
from ..staffing.decoding import Seating, decode
from ..staffing.instance import Instance
from .difference import Places, Seats

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["hand_out", "places_of", "seats_of"]


def places_of(plan: Plan) -> dict[str, tuple[Seating, ...]]:
    """Return where a plan seats everybody."""
    return {
        move.person: tuple(Seating(s["id"], s["role"] == "product_owner", s["allocation"] < 1) for s in move.squads) for move in plan.moves
    }


def seats_of(instance: Instance, places: Places) -> dict[Key, int]:
    """Return the columns of where the people of an instance sit; who is not among the places has none."""
    found: Counter[Key] = Counter()
    for k, folk in enumerate(instance.folk):
        for person in folk.people:
            mine = places.get(person, ())
            for seat in mine:
                found[HALF if seat.half else _kind(seat), k, seat.squad] += 1
            if not mine:
                found[OUT, k] += 1
            elif mine[0].half:
                found[SPLIT if len(mine) == 2 else IDLE, k] += 1
    return dict(found)


def hand_out(instance: Instance, seats: Seats, before: Places) -> Seated:
    """Return everybody's seats, and the vacancies, close to what people had before.

    Notes
    -----
    Of the people of a class, who had a seat that the class has still keeps it, in the order of their ids; the seats that are
    left go to the others as :func:`decode` deals them. Half seats are kept as long as the others still get different ones.
    """
    found: dict[str, tuple[Seating, ...]] = {}
    _, vacancies = decode(instance, seats)
    for k, folk in enumerate(instance.folk):
        whole = Counter({(kind, s): n for kind in (OWNER, FULL) for s in instance.squads if (n := seats.get((kind, k, s), 0))})
        halves = Counter({s: n for s in instance.squads if (n := seats.get((HALF, k, s), 0))})
        sharing = seats.get((SPLIT, k), 0) + seats.get((IDLE, k), 0)
        idle = len(folk.people) - whole.total() - sharing
        waiting: list[str] = []
        for person in folk.people:
            had = before.get(person)
            if had is None:
                waiting.append(person)
            elif not had and idle:
                found[person], idle = (), idle - 1
            elif len(had) == 1 and not had[0].half and whole[_kind(had[0]), had[0].squad]:
                whole[_kind(had[0]), had[0].squad] -= 1
                found[person] = had
            elif had and had[0].half and _dealable(left := halves - Counter(s.squad for s in had), halves, len(had), sharing - 1):
                halves, sharing = left, sharing - 1
                found[person] = had
            else:
                waiting.append(person)
        _deal(instance, waiting, whole, halves, sharing, found)
    return found, vacancies


def _kind(seat: Seating) -> str:
    return OWNER if seat.owner else FULL


def _dealable(left: Counter[str], halves: Counter[str], taken: int, people: int) -> bool:
    """Tell whether the half seats are there, and the others can be dealt to so many people, one or two different ones each."""
    total = left.total()
    return people >= 0 and total == halves.total() - taken and people <= total <= 2 * people and max(left.values(), default=0) <= people


def _deal(
    instance: Instance,
    waiting: list[str],
    whole: Counter[tuple[str, str]],
    halves: Counter[str],
    sharing: int,
    found: dict[str, tuple[Seating, ...]],
) -> None:
    people = iter(waiting)
    for kind in (OWNER, FULL):
        for squad in instance.squads:
            for _ in range(whole[kind, squad]):
                found[next(people)] = (Seating(squad, kind == OWNER),)
    tokens = [squad for squad in instance.squads for _ in range(halves[squad])]
    for at in range(sharing):
        mine = tokens[at : at + 1] + tokens[at + sharing : at + sharing + 1]
        found[next(people)] = tuple(Seating(squad, half=True) for squad in mine)
    found |= dict.fromkeys(people, ())
