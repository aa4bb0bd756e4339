"""For tests of your own: Hypothesis strategies of charts, seeded large companies, all tiny charts.

The strategies need ``hypothesis`` (``pip install 'spotifymodel[testing]'``); the seeded companies and the tiny charts need
nothing.

Examples
--------
>>> from spotifymodel.testing import company
>>> len(company(300, seed=1).people)
300
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import MissingDependencyError

if TYPE_CHECKING:
    from .banks import bank, bank_blueprint
    from .companies import company, company_document
    from .defects import Defect, nearly_valid_charts
    from .edits import edits_of
    from .strategies import charts, documents, ids, names
    from .tiny import tiny_documents
    from .valid import valid_charts, valid_documents

__all__ = [
    "Defect",
    "bank",
    "bank_blueprint",
    "charts",
    "company",
    "company_document",
    "documents",
    "edits_of",
    "ids",
    "names",
    "nearly_valid_charts",
    "tiny_documents",
    "valid_charts",
    "valid_documents",
]

_HOMES = {
    "Defect": "defects",
    "bank": "banks",
    "bank_blueprint": "banks",
    "charts": "strategies",
    "company": "companies",
    "company_document": "companies",
    "documents": "strategies",
    "edits_of": "edits",
    "ids": "strategies",
    "names": "strategies",
    "nearly_valid_charts": "defects",
    "tiny_documents": "tiny",
    "valid_charts": "valid",
    "valid_documents": "valid",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        value = getattr(import_module(f"{__name__}.{home}"), name)
    except ModuleNotFoundError as err:
        if err.name == "hypothesis":
            raise MissingDependencyError("hypothesis", "testing", f"spotifymodel.testing.{name}") from err
        raise
    globals()[name] = value
    return value
