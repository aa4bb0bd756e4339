"""Relations of a chart seen as a graph: which field of which record is which kind of edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final, NamedTuple

from ..model.teams import DecisionRights

__all__ = ["DECIDERS", "NUMBERED", "ONE", "ONE_OR_MORE", "REFERENCES", "RIGHTS", "TOP", "Item"]

#: Kind → field → the kinds that a reference in it may mean. Fields with holders are roles and stand in the edit vocabulary.
REFERENCES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "person": {"unit": ("unit", "person"), "reports_to": ("person", "unit"), "from_unit": ("unit",), "skills": ("skill",)},
    "unit": {"parent": ("unit",), "owns": ("product",)},
    "tribe": {"scope": ("product",), "critical_skills": ("skill",)},
    "squad": {"owns": ("product",), "needs": ("chapter",), "required_skills": ("skill",)},
    "chapter": {"discipline": ("skill",)},
    "project": {"product": ("product",)},
}
RIGHTS: Final = tuple(field.name for field in fields(DecisionRights))
DECIDERS: Final = ("person", "squad", "tribe", "unit", "chapter")
#: Fields that hold one reference, or none.
ONE: Final = frozenset({"from_unit", "parent", "product"})
#: Fields that hold one reference or several.
ONE_OR_MORE: Final = frozenset({"unit", "reports_to", "discipline"})
#: Fields that hold a number per reference.
NUMBERED: Final = frozenset({"skills", "needs", "required_skills"})
#: What the graph carries that is neither a node nor an edge.
TOP: Final = ("organisation", "kind", "mode", "profile", "language", "gates", "waivers", "extra")


class Item(NamedTuple):
    """A reference of a record: as it is spelled, with its number (a level, full seats) where it has one."""

    reference: Any
    number: float | int | None = None
    alone: bool = False
