"""Who may go to another tribe than that of their unit, as kinds of people who can be exchanged for one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..staffing.instance import Ask, Folk, Instance

__all__ = ["Away", "Bank", "Kind", "Trait", "class_of", "empty_class", "with_classes"]

#: Person → the tribe (by its number) and the chapter there, for who is not in the tribe of their unit.
Away = Mapping[str, tuple[int, str]]


@dataclass(frozen=True, slots=True, order=True)
class Trait:
    """What is the same for everybody of a kind, whichever tribe they come from.

    Attributes
    ----------
    site, owner : str
    trade : bool
    met : tuple of (str, int)
        The asks of squads, skill and level, that each of them meets; sorted.
    fits : tuple of (int, tuple of str)
        Tribes that they may go to, by number, with the chapters there that they fit in.
    """

    site: str
    owner: str
    trade: bool
    met: tuple[Ask, ...]
    fits: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """People of one tribe and chapter who can be exchanged for one another.

    Attributes
    ----------
    home : int or None
        The tribe of their units; ``None`` for those whose tribe is not looked at.
    chapter : str
    trait : Trait
    people : tuple of str
        Sorted by id.
    """

    home: int | None
    chapter: str
    trait: Trait
    people: tuple[str, ...]


@dataclass(frozen=True)
class Bank:
    """Tribes that are staffed together.

    Attributes
    ----------
    tribes : mapping of int to Instance
        By number, with everybody in the tribe of their unit.
    kinds : tuple of Kind
        Who may go elsewhere; everybody else stays.
    """

    tribes: Mapping[int, Instance]
    kinds: tuple[Kind, ...]

    def traits(self) -> tuple[Trait, ...]:
        """Return what kinds of people there are, sorted."""
        return tuple(sorted({kind.trait for kind in self.kinds}))

    def bare(self, tribe: int) -> Instance:
        """Return a tribe without who may go elsewhere."""
        gone = {person for kind in self.kinds if kind.home == tribe for person in kind.people}
        return peopled(self.tribes[tribe], gone, ())

    def staffed(self, away: Away) -> dict[int, Instance]:
        """Return the tribes with these people elsewhere."""
        gone: dict[int, set[str]] = {tribe: set() for tribe in self.tribes}
        come: dict[int, list[tuple[str, str, Trait]]] = {tribe: [] for tribe in self.tribes}
        for kind in self.kinds:
            for person in kind.people:
                if person in away:
                    tribe, chapter = away[person]
                    if kind.home is not None:
                        gone[kind.home].add(person)
                    come[tribe].append((person, chapter, kind.trait))
        return {n: peopled(one, gone[n], come[n]) if gone[n] or come[n] else one for n, one in self.tribes.items()}

    def part(self, tribes: Sequence[int], away: Away) -> Bank:
        """Return some of the tribes by themselves: with who is there now and may go from one of these to another.

        Notes
        -----
        Who comes from a tribe that is not looked at is of a kind without a home: they take a seat of another tribe than their
        own, wherever they go.
        """
        inside = {n: self.tribes[n] for n in tribes}
        found: list[Kind] = []
        left: dict[int, set[str]] = {n: set() for n in tribes}
        for kind in self.kinds:
            here = tuple(p for p in kind.people if away.get(p, (kind.home,))[0] in inside)
            if kind.home in left:
                left[kind.home] |= set(kind.people) - set(here)
            if here:
                fits = tuple((n, chapters) for n, chapters in kind.trait.fits if n in inside)
                home = kind.home if kind.home in inside else None
                found.append(Kind(home, kind.chapter, replace(kind.trait, fits=fits), here))
        return Bank({n: peopled(one, left[n], ()) for n, one in inside.items()}, tuple(found))


def class_of(instance: Instance, chapter: str, trait: Trait) -> tuple[str, ...]:
    """Return the key of the class that somebody is of in a tribe."""
    asked = {ask for asks in instance.asks.values() for ask in asks}
    able = (f"{skill} {level}" for skill, level in trait.met if (skill, level) in asked)
    return (chapter, trait.site, trait.owner, "product" if trait.trade else "other", *able)


def peopled(instance: Instance, gone: Iterable[str], come: Iterable[tuple[str, str, Trait]]) -> Instance:
    """Return a tribe with some people gone and others come; sites of squads stay as they are."""
    without = set(gone)
    found: dict[tuple[str, ...], Folk] = {}
    for folk in instance.folk:
        if not without.isdisjoint(folk.people):
            folk = replace(folk, people=tuple(p for p in folk.people if p not in without))
        if folk.people:
            found[folk.key] = folk
    arriving = tuple(come)
    for person, chapter, trait in arriving:
        key = class_of(instance, chapter, trait)
        there = found.get(key) or empty_class(instance, chapter, trait)
        found[key] = replace(there, people=tuple(sorted((*there.people, person))))
    room = instance.room + len(without) - len(arriving)
    return replace(instance, folk=tuple(found[key] for key in sorted(found)), room=room, guests=instance.guests + len(arriving))


def empty_class(instance: Instance, chapter: str, trait: Trait) -> Folk:
    """Return a class that nobody is in yet."""
    asked = {ask for asks in instance.asks.values() for ask in asks}
    met = frozenset(ask for ask in trait.met if ask in asked)
    return Folk(class_of(instance, chapter, trait), chapter, trait.site, trait.owner, (), trait.trade, met)


def with_classes(instance: Instance, classes: Iterable[Folk]) -> Instance:
    """Return a tribe with these classes too, where it has none of that key."""
    found = {folk.key: folk for folk in classes} | {folk.key: folk for folk in instance.folk}
    return replace(instance, folk=tuple(found[key] for key in sorted(found)))
