"""Who holds which block of the life cycle and which duty, before and after."""

from __future__ import annotations

from typing import Final

from spotifymodel.model.citation import Confidence
from spotifymodel.whitepaper.blocks import blocks
from spotifymodel.whitepaper.duties import duties
from spotifymodel.whitepaper.matrix import Matrix
from spotifymodel.whitepaper.phrase import both
from spotifymodel.whitepaper.roles import roles_1, roles_2

__all__ = ["blocks_by_role", "duties_by_role"]

_ROLES: Final = {f"{role.key} {role.version}": role for role in (*roles_1, *roles_2)}
_COLUMNS: Final = {
    name: both(f"{role.name.nl.removesuffix(' 2.0')} {role.version}", f"{role.name.en.removesuffix(' 2.0')} {role.version}")
    for name, role in _ROLES.items()
}

# The paper gives blocks to the roles of 1.0 alone. For 2.0 it names the introduction (a duty of the product owner); the
# rest follows from what it says of each role: vision and portfolio, a minimal product improved quickly, the run side.
_INFERRED_BLOCKS: Final = {
    "strategic 2.0": ("1", "2a", "2b"),
    "product_owner 2.0": ("2a", "2b", "2c", "3a"),
    "technical 2.0": ("2b", "2c", "4"),
}

# The paper lists duties and lists roles, and does not tie them. A tie is stated where the role’s own list names the duty,
# and inferred here where its focus or its theme implies it.
_INFERRED_DUTIES: Final = {
    "technical 1.0": ("stakeholders", "return", "margin", "price-insight", "performance", "service-levels", "specifications"),
    "strategic 1.0": ("project-management", "price-insight", "market-position"),
    "marketing 1.0": ("proposition", "materials"),
    "technical 2.0": (
        "assortment",
        "approval-review",
        "return",
        "margin",
        "price-insight",
        "performance",
        "systems-processes",
        "service-levels",
        "specifications",
        "compliance",
    ),
    "strategic 2.0": ("assortment", "proposition", "market-position", "price-insight"),
    "product_owner 2.0": ("proposition", "project-management", "return", "performance", "specifications", "materials", "compliance"),
}


def _cells(named: str, inferred: dict[str, tuple[str, ...]]) -> dict[tuple[str, str], Confidence]:
    cells: dict[tuple[str, str], Confidence] = {(key, column): "inferred" for column, keys in inferred.items() for key in keys}
    cells.update({(key, column): "stated" for column, role in _ROLES.items() for key in getattr(role, named)})
    return cells


blocks_by_role: Final = Matrix(
    both("Blokken per rol, 1.0 en 2.0", "Blocks by role, 1.0 and 2.0"),
    {block.key: block.name for block in blocks},
    _COLUMNS,
    _cells("blocks", _INFERRED_BLOCKS),
)
"""The seven blocks × the roles. Of 1.0, block 3b is the marketing manager’s alone and block 4 the technical one’s alone."""

duties_by_role: Final = Matrix(
    both("Taken per rol, 1.0 en 2.0", "Duties by role, 1.0 and 2.0"),
    {duty.key: duty.name for duty in duties},
    _COLUMNS,
    _cells("duties", _INFERRED_DUTIES),
)
"""The fifteen duties × the roles; every duty has a holder before and after."""
