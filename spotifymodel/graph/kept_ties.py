"""Who is ever tied to a tribe, kept up to date while seats change."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from .tribe_heads import ever_in_tribe, ties_beside_squads

if TYPE_CHECKING:
    from .index import Index

__all__ = ["KeptTies", "ever_shared", "ever_tied"]


def ever_tied(index: Index, tribe: str) -> AbstractSet[str]:
    """Return everybody who ever has a tie to a tribe, shared coaches and second line among them; a bound."""
    kept = index.kept_ties
    return ever_in_tribe(index, tribe) if kept is None else kept.ever(tribe)


def ever_shared(index: Index, tribe: str) -> AbstractSet[str]:
    """Return who ever has a tie to a tribe and ever sits in several squads, of whichever tribe."""
    kept = index.kept_ties
    return KeptTies(index).shared(tribe) if kept is None else kept.shared(tribe)


class KeptTies:
    """The people who ever have a tie to a tribe, and those of them who ever sit in several squads.

    Parameters
    ----------
    index : Index
        One whose seats change in place; it says so by :meth:`changed`.

    Notes
    -----
    A tribe costs O(its people) on the first question, an edit of a seat O(the squads of one person).
    """

    __slots__ = ("_beside", "_ever", "_index", "_shared")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._ever: dict[str, set[str]] = {}
        self._shared: dict[str, set[str]] = {}
        self._beside: dict[str, list[str]] | None = None

    def ever(self, tribe: str) -> AbstractSet[str]:
        """Return everybody who ever has a tie to a tribe, shared coaches and second line among them."""
        known = self._ever.get(tribe)
        if known is None:
            known = self._ever[tribe] = ever_in_tribe(self._index, tribe)
        return known

    def shared(self, tribe: str) -> AbstractSet[str]:
        """Return who ever has a tie to a tribe and ever sits in several squads, of whichever tribe."""
        known = self._shared.get(tribe)
        if known is None:
            counts = self._index.squad_counts
            known = self._shared[tribe] = {person for person in self.ever(tribe) if counts.get(person, 0) > 1}
        return known

    def changed(self, person: str, squad: str, shared: bool) -> None:
        """Take in that somebody has joined or left a squad; `shared` says whether they sat, or sit, in several."""
        index = self._index
        tribe_of = index.tribe_of
        tribe, now = tribe_of.get(squad), index.squads_of.get(person, ())
        ever = None if tribe is None else self._ever.get(tribe)
        if ever is not None and tribe is not None:
            if any(tribe_of[s] == tribe for s in now) or person in ties_beside_squads(index, tribe)[0]:
                ever.add(person)
            else:
                ever.discard(person)
        if shared and self._shared:
            several = len(now) > 1
            for one in {tribe, *(tribe_of[s] for s in now), *self._tribes_beside(person)}:
                known = None if one is None else self._shared.get(one)
                if known is not None and one is not None:
                    if several and person in self.ever(one):
                        known.add(person)
                    else:
                        known.discard(person)

    def _tribes_beside(self, person: str) -> list[str]:
        """Return the tribes that somebody is ever tied to by something else than a seat; O(people) once."""
        if self._beside is None:
            self._beside = {}
            for tribe in self._index.tribes:
                for one in ties_beside_squads(self._index, tribe)[0]:
                    self._beside.setdefault(one, []).append(tribe)
        return self._beside.get(person, [])
