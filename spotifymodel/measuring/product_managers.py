"""Who counts as a product manager: whoever says so, or whose job title does."""

from __future__ import annotations

from typing import Final

from ..formats.tables.titles import read_title
from ..graph.view import View

__all__ = ["connectors", "product_managers"]

#: Roles that a title of a product manager is read as.
_ROLES: Final = frozenset({"product_manager", "product_marketing_manager", "product_management_lead"})
#: A bare “PM” is as often a project manager; such a guess counts for nobody.
_SURE: Final = 0.6


def product_managers(view: View) -> tuple[str, ...]:
    """Return the product managers of a chart, in its order: by `pm_type`, else as the job title is read.

    Notes
    -----
    Vacancies of a live chart are nobody.
    """
    found = []
    for one, record in view.index.people.items():
        if record.vacancy and view.index.mode == "live":
            continue
        if record.pm_type is None:
            title = read_title(record.job_title) if record.job_title else None
            if title is None or title.role not in _ROLES or title.confidence < _SURE:
                continue
        found.append(one)
    return tuple(found)


def connectors(view: View) -> tuple[str, ...]:
    """Return everybody of whom it matters how much runs through them: product managers, and who owns a squad."""
    managers = frozenset(product_managers(view))
    return tuple(one for one in view.index.people if one in managers or view.owned_by(one))
