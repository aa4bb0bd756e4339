"""Banks small enough to try every way of sending people to tribes, and that trial: it shares no code with the search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

from hypothesis import strategies as st

from spotifymodel.transition.bank.kinds import Bank, Kind, Trait
from spotifymodel.transition.staffing.instance import Folk, Instance
from spotifymodel.transition.staffing.terms import TERMS
from tests.transition.staffing.tiny import best_by_trial, every_by_trial

__all__ = ["best_of_all", "every_of_all", "small_banks"]

ASK = ("sql", 2)


@st.composite
def small_banks(draw: st.DrawFn, people: int = 5) -> Bank:
    """Draw two tribes of one or two squads and few people, some of whom may go to the other tribe; shrinks to fewer people."""
    number = draw(st.integers(0, people))
    dice = Random(draw(st.integers(0, 2**32 - 1)))
    chapters = [("b", "c")[: dice.choice([1, 2])] for _ in (0, 1)]
    asked = dice.random() < 0.3
    inside: list[list[tuple[str, str, Trait, bool]]] = [[], []]
    for k in range(number):
        home = dice.choice([0, 1])
        discipline = dice.choice("bc")
        chapter = discipline if discipline in chapters[home] else chapters[home][0]
        fits = tuple((t, tuple(c for c in chapters[t] if c == discipline)) for t in (0, 1))
        free = dice.random() < 0.7
        trait = Trait(
            dice.choice(["u", "l"]),
            dice.choice(["yes", "no", "unknown"]),
            dice.random() < 0.5,
            (ASK,) if asked and dice.random() < 0.5 else (),
            tuple((t, cs) for t, cs in fits if cs) if free else (),
        )
        inside[home].append((f"p{k}", chapter, trait, free))
    tribes: dict[int, Instance] = {}
    kinds: dict[tuple[int, str, Trait], list[str]] = {}
    for tribe in (0, 1):
        squads = tuple(f"s{tribe}{k}" for k in range(dice.choice([1, 1, 2])))
        needs = {(s, c): need for s in squads for c in chapters[tribe] if (need := dice.choice([0, 1, 2, 2, 3, 4]))}
        asks = dict.fromkeys(squads, (ASK,)) if asked else {}
        folk: dict[tuple[str, ...], list[tuple[str, str, Trait]]] = {}
        for person, chapter, trait, free in inside[tribe]:
            able = tuple(f"{skill} {level}" for skill, level in trait.met if asks)
            key = (chapter, trait.site, trait.owner, "product" if trait.trade else "other", *able)
            folk.setdefault(key, []).append((person, chapter, trait))
            if free and any(t != tribe for t, _ in trait.fits):
                kinds.setdefault((tribe, chapter, trait), []).append(person)
        classes = tuple(
            Folk(
                key, key[0], key[1], key[2], tuple(sorted(p for p, _, _ in folk[key])), key[3] == "product",
                frozenset(folk[key][0][2].met if asks else ()),
            )
            for key in sorted(folk)
        )  # fmt: skip
        room = dice.choice([2, 3, 8])
        most = dice.choice([1, 2, 2])
        site = {s: dice.choice(["u", "l"]) for s in squads}
        tribes[tribe] = Instance(classes, squads, needs, site, dice.choice([2, 3, 4]), most, room, asks=asks)
    return Bank(tribes, tuple(Kind(*key, tuple(sorted(kinds[key]))) for key in sorted(kinds)))


def best_of_all(bank: Bank) -> dict[str, int] | None:
    """Return the terms of the best staffing of both tribes, by trying every way of sending people."""
    best: tuple[int, ...] | None = None
    for tribes in _sent(bank):
        each = [best_by_trial(one) for one in tribes]
        rows = [one for one in each if one is not None]
        if len(rows) == len(each):
            row = tuple(sum(one[term.name] for one in rows) for term in TERMS)
            best = row if best is None or row < best else best
    return None if best is None else dict(zip((term.name for term in TERMS), best, strict=True))


def every_of_all(bank: Bank) -> set[tuple[int, ...]]:
    """Return the terms of every staffing of both tribes, with every way of sending people."""
    found: set[tuple[int, ...]] = set()
    for tribes in _sent(bank):
        each = [{tuple(values[term.name] for term in TERMS) for values, _ in every_by_trial(one)} for one in tribes]
        found |= {tuple(map(sum, zip(*rows, strict=True))) for rows in product(*each)}
    return found


def _sent(bank: Bank) -> Iterator[list[Instance]]:
    """Yield the tribes for every way of sending people, everybody in a class of their own."""
    may = [(kind, person) for kind in bank.kinds for person in kind.people]
    for choice in product(*([None, *_elsewhere(kind)] for kind, _ in may)):
        tribes = {n: {p: f for f in one.folk for p in f.people} for n, one in bank.tribes.items()}
        room = {n: one.room for n, one in bank.tribes.items()}
        guests = dict.fromkeys(bank.tribes, 0)
        for (kind, person), to in zip(may, choice, strict=True):
            if to is None:
                continue
            tribe, chapter = to
            old = tribes[kind.home or 0].pop(person)
            able = old.skills if bank.tribes[tribe].asks else frozenset()
            if bank.tribes[tribe].asks:
                able = frozenset(kind.trait.met)
            tribes[tribe][person] = Folk((person,), chapter, old.site, old.owner, (person,), old.trade, able)
            room[kind.home or 0] += 1
            room[tribe] -= 1
            guests[tribe] += 1
        sent: list[Instance] = []
        for n, one in bank.tribes.items():
            alone = tuple(Folk((p,), f.chapter, f.site, f.owner, (p,), f.trade, f.skills) for p, f in sorted(tribes[n].items()))
            always = one.guests + guests[n]
            sent.append(
                Instance(alone, one.squads, one.needs, one.site, one.squad_max, one.seats_max, room[n], asks=one.asks, guests=always)
            )
        yield sent


def _elsewhere(kind: Kind) -> list[tuple[int, str]]:
    return [(tribe, chapter) for tribe, chapters in kind.trait.fits if tribe != kind.home for chapter in chapters]
