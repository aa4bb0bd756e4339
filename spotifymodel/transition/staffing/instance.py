"""One tribe to be staffed, as plain values: everything is counted in half heads, of which a person has two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Ask", "Folk", "Instance", "Wish"]

#: A skill, and the level of it that somebody in the squad must have.
Ask = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Folk:
    """A class of people who can be exchanged for one another: no term of the objective sees a difference.

    Attributes
    ----------
    key : tuple of str
    chapter, site : str
    owner : {"yes", "no", "unknown"}
        Whether they fit the profile of a product owner.
    people : tuple of str
        Sorted by id; one alone where something is wanted of them.
    trade : bool
        Whether their work today is one that product owners come from.
    skills : frozenset of (str, int)
        The asks, skill and level, that each of them meets.
    """

    key: tuple[str, ...]
    chapter: str
    site: str
    owner: str
    people: tuple[str, ...]
    trade: bool = True
    skills: frozenset[Ask] = frozenset()


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that must hold: ``lock`` into a squad, ``forbid`` one, or ``together`` in the same squads."""

    kind: str
    people: tuple[str, ...]
    squad: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """A tribe, its squads and its people.

    Attributes
    ----------
    folk : tuple of Folk
    squads : tuple of str
    needs : mapping of (squad, chapter) to int
        Half heads wanted.
    asks : mapping of str to tuple of (str, int)
        Squad → skills with the level that somebody inside must have.
    site : mapping of str to str
        Squad → where it mostly sits.
    squad_max : int
        People that a squad holds.
    seats_max : int
        Squads that somebody may be in.
    room : int
        Vacancies that the tribe still holds.
    wishes : tuple of Wish
    preferences : mapping of str to tuple of str
        Person → squads, the dearest first.
    guests : int
        How many of the people come from a unit that another tribe takes.
    optional : frozenset of str
        Squads that are formed only where somebody sits in them; the others always are.
    prices : mapping of str to int
        Squad → what each of its asks counts where nobody meets it; 1 where it says nothing.
    brief : bool
        Whether only the skills, and what is dearer, need a proof: for the terms after them everybody is kept where their skills are.
    """

    folk: tuple[Folk, ...]
    squads: tuple[str, ...]
    needs: Mapping[tuple[str, str], int]
    site: Mapping[str, str]
    squad_max: int
    seats_max: int
    room: int
    wishes: tuple[Wish, ...] = ()
    preferences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asks: Mapping[str, tuple[Ask, ...]] = field(default_factory=dict)
    guests: int = 0
    optional: frozenset[str] = frozenset()
    prices: Mapping[str, int] = field(default_factory=dict)
    brief: bool = False

    def price(self, squad: str) -> int:
        """Return what each ask of a squad counts where nobody meets it."""
        return self.prices.get(squad, 1)

    def chapters(self) -> tuple[str, ...]:
        """Return the chapters that somebody is in or that are needed, sorted."""
        return tuple(sorted({f.chapter for f in self.folk} | {c for _, c in self.needs}))
