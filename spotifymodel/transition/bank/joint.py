"""Few tribes in one programme, squad by squad: who goes to which of them and where everybody sits, decided together."""

from __future__ import annotations

from collections.abc import Mapping

from ..solver.highs import Key, Programme
from ..staffing.model import ARRIVED, costs_of, programme
from ..staffing.terms import TERMS
from .flows import COME, flows
from .kinds import Bank, empty_class, with_classes

__all__ = ["joint", "moving_columns"]


def joint(bank: Bank) -> tuple[Programme, Mapping[str, Mapping[Key, float]]]:
    """Return the programme of all tribes of a bank, and what each term costs in it.

    Notes
    -----
    Exact, and so large that it is for two or three tribes; the flow between tribes is part 0, the tribes are parts 1 and on.
    """
    between = Programme()
    flow = flows(between, bank)
    traits = bank.traits()
    parts = [between]
    costs: dict[str, dict[Key, float]] = {term.name: {} for term in TERMS}
    costs["other_tribe"] = {(0, key): 1.0 for key in between.columns if key[0] == COME}  # type: ignore[index]
    bound: list[tuple[Key, list[Key]]] = []
    for part, number in enumerate(bank.tribes, 1):
        coming = {class_: sample for (tribe, class_), sample in flow.sample.items() if tribe == number}
        bare = bank.bare(number)
        instance = with_classes(bare, [empty_class(bare, chapter, traits[trait]) for chapter, trait in coming.values()])
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
