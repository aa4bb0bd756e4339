"""Units that may stay as they are: each choice of who stays is planned, and the plan that scores best is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from ..graph.index import Index
from .admitting import admit, in_the_line
from .blueprint.defaults import Completed
from .blueprint.records import Stay, WantedChapter, WantedTribe
from .people.candidate import Candidate
from .plan import Plan

__all__ = ["may_stay", "weighed"]

#: Up to so many units every choice is planned; of more, one after the other is asked whether staying is better.
_ALL_CHOICES: Final = 3
_SAY: Final = {
    "en": "this unit may stay as it is, and the plan with its people was no better",
    "nl": "deze afdeling mag blijven zoals zij is, en het plan met haar mensen was niet beter",
}


def may_stay(completed: Completed, index: Index) -> tuple[str, ...]:
    """Return the units of which the blueprint leaves open whether they stay, in its order."""
    resolve = index.names["unit"].resolve
    found = [resolve(unit) for unit, stay in completed.blueprint.stay.items() if stay == "allowed"]
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def weighed(
    completed: Completed, index: Index, people: Sequence[Candidate], units: Sequence[str], plan: Callable[[Completed, float], Plan]
) -> Plan:
    """Return the best plan over the choices of which units stay.

    Parameters
    ----------
    completed : Completed
        With everybody moving: what squads need is settled by it, and the same for every choice.
    index : Index
        The chart of today.
    people : sequence of Candidate
    units : sequence of str
        That may stay.
    plan : callable
        Plans one choice, in its share of the time.

    Notes
    -----
    Plans are compared term by term, the dearest first; of two that are equally good the one in which more units stay. Up to
    three units all choices are planned and the answer is proven where each of theirs is. Of more, each is asked once, given
    the choices before it: the plan is proven for who stays in it, the choice itself is not.
    """

    def planned(staying: Sequence[str], share: float) -> Plan:
        return plan(_without(completed, index, people, staying), share)

    every = len(units) <= _ALL_CHOICES
    number = 2 ** len(units) if every else len(units) + 1
    best, staying = planned((), 1 / number), tuple[str, ...]()
    sure = best.status in ("optimal", "infeasible")
    for k, choice in enumerate(_choices(units), start=1) if every else ():
        found = planned(choice, 1 / (number - k))
        sure = sure and found.status in ("optimal", "infeasible")
        if _rank(found, choice) < _rank(best, staying):
            best, staying = found, choice
    for k, unit in enumerate(() if every else units, start=1):
        found = planned((*staying, unit), 1 / (number - k))
        if _rank(found, (*staying, unit)) < _rank(best, staying):
            best, staying = found, (*staying, unit)
    if best.status == "optimal" and not (every and sure):
        best = replace(best, status="feasible")
    kept = _of(index, people, staying)
    moves = tuple(replace(m, reasons=(_SAY[best.language],)) if m.person in kept and m.tribe is None else m for m in best.moves)
    return replace(best, moves=moves, staying=staying)


def _choices(units: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for number in range(1, len(units) + 1):
        yield from combinations(units, number)


def _rank(plan: Plan, staying: Sequence[str]) -> tuple[bool, tuple[int, ...], int]:
    return (plan.status not in ("optimal", "feasible"), tuple(term.value for term in plan.objective), -len(staying))


def _of(index: Index, people: Sequence[Candidate], units: Sequence[str]) -> set[str]:
    return in_the_line(dict.fromkeys(units, "forced"), index, people) - {c.id for c in people if c.person.second_line}


def _without(completed: Completed, index: Index, people: Sequence[Candidate], staying: Sequence[str]) -> Completed:
    """Return the blueprint for the case that some units stay: their people are in no tribe, what squads need is the same.

    A chapter that is left without people, and that no squad needs, is left out.
    """
    if not staying:
        return completed
    kept = _of(index, people, staying)
    forced: dict[str, Stay] = dict.fromkeys(staying, "forced")
    beside = {c.id for c in people if c.beside}
    filled = {chapter for person, chapter in completed.home.items() if person not in kept and person not in beside}
    tribes = tuple(replace(t, chapters=tuple(_needed(t, filled))) for t in completed.blueprint.tribes)
    there = {chapter.id for tribe in tribes for chapter in tribe.chapters}
    home = {person: chapter for person, chapter in completed.home.items() if person not in kept and chapter in there}
    gone = {f"chapter {c.id}" for tribe in completed.blueprint.tribes for c in tribe.chapters if c.id not in there}
    left = replace(
        completed,
        blueprint=replace(completed.blueprint, tribes=tribes, stay={**completed.blueprint.stay, **forced}),
        people={tribe: tuple(p for p in inside if p not in kept) for tribe, inside in completed.people.items()},
        home=home,
        placeholders=tuple(name for name in completed.placeholders if name not in gone),
    )
    return admit(left, [c for c in people if c.id not in kept and not c.person.second_line])


def _needed(tribe: WantedTribe, filled: Collection[str]) -> Iterator[WantedChapter]:
    asked = {chapter for squad in tribe.squads for chapter, seats in squad.needs.items() if seats}
    yield from (chapter for chapter in tribe.chapters if chapter.id in filled or chapter.id in asked)
