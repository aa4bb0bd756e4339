"""What is proven of a staffing of all tribes that was not searched for together: bounds of the whole, and that nothing beats it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..staffing.terms import TERMS
from .bounding import Bounding, Undominated, bounded, undominated
from .crew import Crew
from .districts import linked
from .kinds import Bank

__all__ = ["bounds_for", "is_undominated"]

#: Tribes up to which people stay whole in what bounds them.
_WHOLE: Final = 12
Values = Mapping[str, int]


def bounds_for(bank: Bank, came: Mapping[int, Values], crew: Crew, known: Mapping[int, Values] | None = None) -> dict[str, int]:
    """Return what no staffing of all tribes is below: for each term, given what the terms before have come to.

    Parameters
    ----------
    bank : Bank
    came : mapping of int to mapping
        Tribe → what its terms have come to.
    crew : Crew
        What there was no time for is bounded by nothing but zero.
    known : mapping of int to mapping, optional
        Tribe → bounds that its own search has proven. They count where nobody may come or go.
    """
    sets = linked(bank)
    found = {term.name: 0 for term in TERMS}
    asked: list[Bounding] = []
    for tribes in sets:
        if len(tribes) == 1 and known is not None:
            for name in found:
                found[name] += known[tribes[0]][name]
        else:
            here = {name: sum(came[tribe][name] for tribe in tribes) for name in found}
            asked.append(Bounding(bank.part(tribes, {}), tuple(found), here, whole=len(tribes) <= _WHOLE))
    while asked and not crew.over():  # some at a time: each gets what the ones before have left
        now, share = asked[: crew.batch()], crew.share(len(asked))
        asked = asked[crew.batch() :]
        for proof in crew.do(bounded, [one.within(share) for one in now], "bounds"):
            for name in found:
                found[name] += 0 if proof is None else proof.bounds.get(name, 0)
    return found


def is_undominated(bank: Bank, came: Values, crew: Crew) -> bool:
    """Tell whether it is certain that no staffing of all tribes is as good in every term and better in one."""
    if crew.over():
        return False
    (found,) = crew.do(undominated, [Undominated(bank, came, crew.share(1))], "")
    return bool(found)
