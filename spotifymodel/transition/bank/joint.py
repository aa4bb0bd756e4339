"""Few tribes in one programme, squad by squad: who goes to which of them and where everybody sits, decided together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..solver.highs import Key, Programme
from ..staffing.columns import ARRIVED
from ..staffing.instance import Instance
from ..staffing.model import costs_of, programme
from ..staffing.terms import TERMS
from .flows import COME, STAY, flows
from .kinds import Away, Bank, empty_class, with_classes

__all__ = ["joint", "moving_columns", "standing"]


def joint(bank: Bank) -> tuple[Programme, Mapping[str, Mapping[Key, float]]]:
    """Return the programme of all tribes of a bank, and what each term costs in it.

    Notes
    -----
    Exact, and so large that it is for two or three tribes; the flow between tribes is part 0, the tribes are parts 1 and on.
    """
    between = Programme()
    flow = flows(between, bank)
    parts = [between]
    costs: dict[str, dict[Key, float]] = {term.name: {} for term in TERMS}
    costs["other_tribe"] = {(0, key): 1.0 for key in between.columns if key[0] == COME}  # type: ignore[index]
    bound: list[tuple[Key, list[Key]]] = []
    for part, number in enumerate(bank.tribes, 1):
        coming = [class_ for tribe, class_ in flow.sample if tribe == number]
        _, instance = _joined(bank, number)
        at = {folk.key: k for k, folk in enumerate(instance.folk)}
        parts.append(programme(instance, instance.wishes, {at[class_]: flow.most[number, class_] for class_ in coming}))
        bound += [((part, (ARRIVED, at[class_])), [(0, key) for key in flow.into[number, class_]]) for class_ in coming]
        for term in TERMS:
            costs[term.name] |= {(part, key): price for key, price in costs_of(instance, term.name).items()}
    made = Programme.beside(parts)
    for arrived, keys in bound:
        made.row([(1.0, arrived), *((-1.0, key) for key in keys)], low=0.0, high=0.0)
    return made, costs


def moving_columns(values: Mapping[Key, float]) -> Mapping[Key, float]:
    """Return the values of the flow between tribes by the names that they have there."""
    return {key[1]: value for key, value in values.items() if key[0] == 0}  # type: ignore[index]


def standing(bank: Bank, away: Away, staffed: Mapping[int, tuple[Instance, Mapping[Key, int]]]) -> Mapping[Key, float]:
    """Return a staffing in the columns of the joint programme: what a search goes on from.

    Parameters
    ----------
    bank : Bank
    away : mapping
        Who is not in the tribe of their unit.
    staffed : mapping of int to (Instance, mapping)
        Tribe → who is in it, and the columns of its staffing.
    """
    found: dict[Key, float] = {}
    number = {trait: k for k, trait in enumerate(bank.traits())}
    for k, kind in enumerate(bank.kinds):
        for person in kind.people:
            to = away.get(person)
            key: Key = (0, (STAY, k)) if to is None else (0, (COME, number[kind.trait], *to))
            found[key] = found.get(key, 0.0) + 1.0
    for part, tribe in enumerate(bank.tribes, 1):
        instance, seats = staffed[tribe]
        bare, joined = _joined(bank, tribe)
        at = {folk.key: k for k, folk in enumerate(joined.folk)}
        there = {folk.key: len(folk.people) for folk in bare.folk}
        for folk in instance.folk:
            arrived = len(folk.people) - there.get(folk.key, 0)
            if arrived:
                found[part, (ARRIVED, at[folk.key])] = float(arrived)
        for key, value in seats.items():
            found[part, _renumbered(key, [at[folk.key] for folk in instance.folk])] = float(value)
    return found


def _renumbered(key: Key, numbers: Sequence[int]) -> Key:
    """Return a column with the number of its class in another instance; columns of squads have a name in that place."""
    assert isinstance(key, tuple)
    return (key[0], numbers[key[1]], *key[2:]) if isinstance(key[1], int) else key


def _joined(bank: Bank, tribe: int) -> tuple[Instance, Instance]:
    """Return a tribe without who may go elsewhere, and the same with a class for everybody who may come."""
    bare = bank.bare(tribe)
    classes = {}
    for kind in bank.kinds:
        if kind.home == tribe:
            one = empty_class(bare, kind.chapter, kind.trait)
            classes[one.key] = one
    for trait in bank.traits():
        for to, chapters in trait.fits:
            if to == tribe:
                classes |= {one.key: one for one in (empty_class(bare, chapter, trait) for chapter in chapters)}
    return bare, with_classes(bare, classes.values())
