"""The flow of kinds of people between tribes, as columns and rows of a programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..solver.highs import Key, Programme
from .kinds import Away, Bank, class_of

__all__ = ["COME", "STAY", "Flows", "away_of", "flows"]

#: Kinds of columns: people of a kind who stay in the tribe of their unit, people who come to a chapter of a tribe.
STAY, COME = "stay", "come"


@dataclass(frozen=True)
class Flows:
    """Who may be in a tribe, beside the people who are there whatever happens.

    Attributes
    ----------
    into : mapping of (int, tuple of str) to list of key
        Tribe and class → columns whose sum comes to that class.
    most : mapping of (int, tuple of str) to int
        The same → how many that can be at most.
    tribe : mapping of int to list of key
        Tribe → all columns of people who come to it.
    sample : mapping of (int, tuple of str) to (str, int)
        The same → a chapter and the number of a trait that are of that class.
    """

    into: Mapping[tuple[int, tuple[str, ...]], list[Key]] = field(default_factory=lambda: defaultdict(list))
    most: dict[tuple[int, tuple[str, ...]], int] = field(default_factory=dict)
    tribe: Mapping[int, list[Key]] = field(default_factory=lambda: defaultdict(list))
    sample: dict[tuple[int, tuple[str, ...]], tuple[str, int]] = field(default_factory=dict)

    def add(self, tribe: int, class_: tuple[str, ...], key: Key, most: int, sample: tuple[str, int]) -> None:
        """Note that a column comes to a class of a tribe."""
        self.into[tribe, class_].append(key)
        self.most[tribe, class_] = self.most.get((tribe, class_), 0) + most
        self.tribe[tribe].append(key)
        self.sample[tribe, class_] = sample


def flows(made: Programme, bank: Bank) -> Flows:
    """Add the flow of people between the tribes of a bank.

    Notes
    -----
    Who leaves goes to a pool of their trait, from which tribes take: columns grow with tribes times traits, not with pairs of
    tribes. Pools are what makes 15 000 people one programme.
    """
    found = Flows()
    number = {trait: k for k, trait in enumerate(bank.traits())}
    pools: dict[int, list[Key]] = {k: [] for k in number.values()}
    total = dict.fromkeys(number.values(), 0)
    for k, kind in enumerate(bank.kinds):
        pool = number[kind.trait]
        total[pool] += len(kind.people)
        if kind.home is not None:
            key = made.column((STAY, k), most=len(kind.people))
            pools[pool].append(key)
            found.add(kind.home, class_of(bank.tribes[kind.home], kind.chapter, kind.trait), key, len(kind.people), (kind.chapter, pool))
    for trait, pool in number.items():
        homes = {kind.home for kind in bank.kinds if kind.trait == trait} if len(bank.tribes) < 4 else set()
        for tribe, chapters in trait.fits:
            if homes == {tribe}:
                continue  # nobody of another tribe could come
            for chapter in chapters:
                key = made.column((COME, pool, tribe, chapter), most=total[pool])
                pools[pool].append(key)
                found.add(tribe, class_of(bank.tribes[tribe], chapter, trait), key, total[pool], (chapter, pool))
        made.row([(1.0, key) for key in pools[pool]], low=total[pool], high=total[pool])
    return found


def away_of(bank: Bank, values: Mapping[Key, float]) -> Away:
    """Return who goes where by the columns of a solution.

    Notes
    -----
    Of a kind the last by id leave; of a pool the first by id go to the first tribe. Nobody is sent to the tribe of their own
    unit: where a solution asks that of all who are left, they stay.
    """
    found: dict[str, tuple[int, str]] = {}
    number = {trait: k for k, trait in enumerate(bank.traits())}
    leaving: dict[int, list[tuple[str, int | None]]] = {k: [] for k in number.values()}
    for k, kind in enumerate(bank.kinds):
        staying = 0 if kind.home is None else round(values.get((STAY, k), 0.0))
        leaving[number[kind.trait]] += [(person, kind.home) for person in kind.people[staying:]]
    for trait, pool in number.items():
        waiting = sorted(leaving[pool], key=lambda one: (one[1] is not None, one[0]))
        for tribe, chapters in trait.fits:
            for chapter in chapters:
                for _ in range(round(values.get((COME, pool, tribe, chapter), 0.0))):
                    at = next((at for at, (_, home) in enumerate(waiting) if home != tribe), None)
                    if at is None:
                        break
                    person, _ = waiting.pop(at)
                    found[person] = (tribe, chapter)
    return found
