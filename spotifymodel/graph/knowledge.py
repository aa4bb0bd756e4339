"""What people know: skills at a level, under one spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..model.ids import id_key

if TYPE_CHECKING:
    from .index import Index

__all__ = ["Knowledge"]


class Knowledge:
    """The skills of people; references to one skill in different spellings are one skill.

    Parameters
    ----------
    index : Index
        Skills need no declaration: where the chart declares none, the spelling is folded as that of any id.

    Notes
    -----
    Levels are folded person by person on the first question and remembered. A draft shares them with the index that it was
    made from: seats change, people do not.

    Attributes
    ----------
    concluded : dict
        What rules have concluded from somebody's own record, for them to remember.
    """

    __slots__ = ("_index", "_keys", "_levels", "concluded")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._keys: dict[str, str] = {}
        self._levels: dict[str, Mapping[str, int]] = {}
        self.concluded: dict[Hashable, Any] = {}

    def key(self, reference: str) -> str:
        """Return the declared id of a skill, or its folded spelling where none is declared."""
        known = self._keys.get(reference)
        if known is None:
            known = self._keys[reference] = self._index.names["skill"].resolve(reference) or id_key(reference)
        return known

    def keys(self, references: Iterable[str]) -> tuple[str, ...]:
        """Return the distinct skills that references name."""
        return tuple(dict.fromkeys(map(self.key, references)))

    def levels(self, person: str) -> Mapping[str, int]:
        """Return somebody's level, 0 to 3, per skill; empty where the chart says nothing of their skills."""
        known = self._levels.get(person)
        if known is None:
            record = self._index.people.get(person)
            if record is not None and self._index.skills_as_declared:
                return record.skills
            folded: dict[str, int] = {}
            for reference, level in record.skills.items() if record is not None else ():
                skill = self.key(reference)
                folded[skill] = max(level, folded.get(skill, 0))
            known = self._levels[person] = folded
        return known

    def all_levels(self) -> list[tuple[int, ...]]:
        """Return the levels of everybody's skills, one per skill, in the order of the people; in no order of their own.

        Where everybody spells a skill the same way, the records tell them as they are.
        """
        people, twice = self._index.people, self._spelled_twice()
        if not twice:
            return [tuple(record.skills.values()) for record in people.values()]
        return [
            tuple((record.skills if twice.isdisjoint(record.skills) else self.levels(person)).values()) for person, record in people.items()
        ]

    def _spelled_twice(self) -> set[str]:
        """Return the spellings by which people name a skill that others, or they themselves, spell differently."""
        if self._index.skills_as_declared:  # two declared ids never are one skill
            return set()
        spellings = set[str]().union(*[record.skills for record in self._index.people.values()])
        times = Counter(map(self.key, spellings))
        return {one for one in spellings if times[self.key(one)] > 1}

    def level(self, person: str, skill: str) -> int:
        """Return somebody's level in one skill; a skill that their list leaves out counts as 0."""
        return self.levels(person).get(self.key(skill), 0)

    def tells(self, person: str) -> bool:
        """Tell whether the chart says anything of somebody's skills."""
        return bool(self.levels(person))
