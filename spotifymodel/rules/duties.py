"""Who holds which duty of product management: the blocks of the product life cycle and the duties of the product manager 1.0.

What somebody holds is told in one of four ways:

* their own ``blocks`` and ``duties``, wherever they sit: what is written out is taken as it stands;
* else their ``pm_type``, with the blocks and duties that the whitepaper gives that type, as long as they do product management:
  in the line, in the chapter of products, or as product owner. Somebody of another chapter (a product marketing manager in the
  chapter of communication) leaves them behind, and somebody else must pick them up;
* as product owner of a squad with an end-to-end mandate: the introduction (block 3b) and the rest of product, process and price.
  Without that mandate management still decides, as in 1.0;
* as review owner of a product: its approval and review.

A tie that the paper states is *sure*; one that it implies is *possible*. That nobody holds a duty any more is said only where a
sure holder has gone and not even a possible one is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ..graph.index import Index
from ..graph.view import View
from ..model.people import Person
from .product_chapter import product_chapters
from .rule import Wording
from .spelling import folded

__all__ = ["REVIEW", "duty_keys", "duty_name", "holders", "holdings", "is_block"]

#: The duty that a review owner of a product holds.
REVIEW: Final = "approval-review"
#: Columns of the whitepaper's tables for each type of product manager 1.0, today and in an agile organisation.
#: The strategic role is usually the manager's.
_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "technical": ("technical 1.0", "technical 2.0"),
    "strategic": ("strategic 1.0", "strategic 2.0"),
    "marketing": ("marketing 1.0",),
    "manager": ("strategic 1.0",),
}
_OWNER: Final = ("product_owner 2.0",)

#: Duty → whether the tie is sure.
Holdings = Mapping[str, bool]


def holders(view: View, duty: str) -> dict[str, bool]:
    """Return who holds a duty at an instant, and whether surely; O(product managers + squads)."""
    index, found = view.index, {}
    for person in _managers(index):
        held = holdings(view, person)
        if duty in held:
            found[person] = held[duty]
    carried = _carried(_OWNER)
    if duty in carried:
        for squad, record in index.squads.items():
            if record.mandate == "end_to_end":
                for person in view.owners(squad):
                    found[person] = found.get(person, False) or carried[duty]
    if duty == REVIEW:
        for product in index.work.review_owners.people:
            found.update(dict.fromkeys(view.review_owners(product), True))
    return found


def holdings(view: View, person: str) -> dict[str, bool]:
    """Return what somebody holds by their own record at an instant, and whether surely; roles in squads are not looked at."""
    record = view.index.people[person]
    found: dict[str, bool] = {}
    if record.pm_type is not None and _manages_products(view, record):
        sure = record.pm_type != "manager"
        for duty, stated in _carried(_COLUMNS[record.pm_type]).items():
            if not (record.blocks if is_block(duty) else record.duties):
                found[duty] = stated and sure
    found.update(dict.fromkeys((_block(text) for text in record.blocks), True))
    found.update(dict.fromkeys((_duty(text) for text in record.duties), True))
    return found


def duty_keys() -> tuple[str, ...]:
    """Return the keys of the seven blocks and the fifteen duties, in the order of the whitepaper."""
    from ..whitepaper import blocks, duties

    return (*(block.key for block in blocks), *(duty.key for duty in duties))


def duty_name(key: str) -> Wording:
    """Return what a reader calls a block or duty; a duty of the chart's own is called as it is written."""
    from ..whitepaper import blocks, duties

    for block in blocks:
        if block.key == key:
            return Wording(f"block {key} ({block.name.en})", f"blok {key} ({block.name.nl})")
    for duty in duties:
        if duty.key == key:
            return Wording(duty.name.en, duty.name.nl)
    return Wording(key, key)


def is_block(key: str) -> bool:
    """Tell whether a key is one of the seven blocks."""
    return key in _blocks()


def _manages_products(view: View, record: Person) -> bool:
    chapters = view.chapters_of(record.id)
    if not chapters or view.owned_by(record.id):
        return True
    known = product_chapters(view.index)
    return not known or not known.isdisjoint(chapters)


def _managers(index: Index) -> tuple[str, ...]:
    """Return everybody of whom the chart tells a type, block or duty; O(people) once per index."""
    known: tuple[str, ...] | None = index.__dict__.get("_product_managers")
    if known is None:
        told = (i for i, p in index.people.items() if p.pm_type is not None or p.blocks or p.duties)
        known = index.__dict__["_product_managers"] = tuple(told)
    return known


@cache
def _carried(columns: tuple[str, ...]) -> Holdings:
    """Return what some roles of the whitepaper carry: stated in any of them, else implied."""
    from ..whitepaper import blocks_by_role, duties_by_role

    found: dict[str, bool] = {}
    for matrix in (blocks_by_role, duties_by_role):
        for row in matrix.rows:
            ties = {matrix.cell(row, column) for column in columns} - {None}
            if ties:
                found[row] = "stated" in ties
    return found


@cache
def _blocks() -> frozenset[str]:
    from ..whitepaper import blocks

    return frozenset(block.key for block in blocks)


@cache
def _spellings() -> Mapping[str, str]:
    """Return folded spelling → key of a duty: its key, and its name in both languages."""
    from ..whitepaper import duties

    return {folded(text): duty.key for duty in duties for text in (duty.key, duty.name.en, duty.name.nl)} | {
        "pap": REVIEW,
        "parp": REVIEW,
        "papparp": REVIEW,
    }


def _block(text: str) -> str:
    name = folded(text).removeprefix("block").removeprefix("blok")
    return name if name in _blocks() else text


def _duty(text: str) -> str:
    return _spellings().get(folded(text), text)
