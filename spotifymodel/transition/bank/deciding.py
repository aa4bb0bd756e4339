"""Who goes to which tribe: decided for a few tribes exactly, for more by squads that are added up, for many with fractions first."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..solver.highs import Key
from ..staffing.instance import Instance
from .chaining import Chained, chained
from .flows import COME, STAY, away_of
from .joint import joint, moving_columns, standing
from .kinds import Away, Bank
from .quota import quota

__all__ = ["Decided", "Deciding", "Standing", "decide"]

#: Tribes of which squads are added up and people stay whole; of more, fractions of people go first and whole ones are made of them.
_WHOLE = 12
#: How often the search of one term between a few tribes may ask whether to stop.
_PATIENCE = 20_000


@dataclass(frozen=True)
class Standing:
    """A staffing that something better is looked for.

    Attributes
    ----------
    away : mapping
    staffed : mapping of int to (Instance, mapping)
        Tribe → who is in it, and the columns of its staffing.
    held : mapping of str to int
        Terms of which nothing is below what they come to.
    """

    away: Away
    staffed: Mapping[int, tuple[Instance, Mapping[Key, int]]]
    held: Mapping[str, int]


@dataclass(frozen=True)
class Deciding:
    """A question for :func:`decide`.

    Attributes
    ----------
    bank : Bank
    standing : Standing or None
        To look at every squad, and go on from there; without it squads are added up.
    seconds : float or None
    """

    bank: Bank
    standing: Standing | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Decided:
    """Who goes where.

    Attributes
    ----------
    away : mapping
        Of the people of the bank that was asked about.
    bounds : mapping of str to int
        Term → what nothing is below, given the terms before at what stands in `worth`.
    worth : mapping of str to int
        Term → what it comes to in the programme that was solved.
    complete : bool
        Whether every term was searched to its end.
    """

    away: Away
    worth: Mapping[str, int]
    bounds: Mapping[str, int]
    complete: bool


def decide(asked: Deciding, stop: Callable[[], bool]) -> Decided | None:
    """Return who goes to which tribe, or ``None`` where nothing was found in time.

    Notes
    -----
    With every squad looked at it is the best there is. With squads added up it is nearly that, and its terms are bounds.
    """
    end = None if asked.seconds is None else time.monotonic() + asked.seconds
    bank = asked.bank
    if asked.standing is not None:
        made, costs = joint(bank)
        start = standing(bank, asked.standing.away, asked.standing.staffed)
        found = chained(made, costs, end, stop, start=start, held=asked.standing.held, patience=_PATIENCE)
        return None if found is None else _decided(bank, found, moving_columns(found.values))
    asking = quota(bank)
    many = len(bank.tribes) > _WHOLE
    found = chained(asking.made, asking.costs, end, stop, fractions=many)
    return None if found is None else _decided(bank, found, _rounded(bank, found.values) if many else found.values)


def _decided(bank: Bank, found: Chained, moving: Mapping[Key, float]) -> Decided:
    return Decided(away_of(bank, moving), found.worth, found.bounds, found.complete)


def _rounded(bank: Bank, values: Mapping[Key, float]) -> Mapping[Key, float]:
    """Return whole people: of a pool as many come as whole ones do, and who is a fraction stays in the tribe of their unit."""
    number = {trait: k for k, trait in enumerate(bank.traits())}
    made: dict[Key, float] = {}
    coming = dict.fromkeys(number.values(), 0)
    for trait, pool in number.items():
        for tribe, chapters in trait.fits:
            for chapter in chapters:
                come = int(values.get((COME, pool, tribe, chapter), 0.0) + 1e-6)
                made[COME, pool, tribe, chapter] = come
                coming[pool] += come
    leaving: dict[int, int] = dict(coming)
    for k, kind in enumerate(bank.kinds):
        pool = number[kind.trait]
        gone = 0
        if kind.home is not None:
            gone = min(leaving[pool], round(len(kind.people) - values.get((STAY, k), 0.0) + 0.499))
            made[STAY, k] = len(kind.people) - gone
        leaving[pool] -= gone
    return made
