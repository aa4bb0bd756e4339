"""Model, judge and draw agile organisations: tribes, squads and chapters, with every limit cited.

The public names are loaded on first use, so that importing the package costs next to nothing.

Examples
--------
>>> import spotifymodel as sm
>>> org = sm.example("hypotheek")
>>> sm.check(org).ok
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from . import plot as plot
    from . import testing as testing
    from . import whitepaper as whitepaper
    from .checking.finding import Finding as Finding
    from .checking.report import Report as Report
    from .checking.run import check as check
    from .errors import FigureTooSmallError as FigureTooSmallError
    from .errors import InputRefusedError as InputRefusedError
    from .errors import NotFoundError as NotFoundError
    from .errors import SpotifyModelError as SpotifyModelError
    from .errors import UsageError as UsageError
    from .examples import example as example
    from .examples import example_names as example_names
    from .measuring.measure import metrics as metrics
    from .model.edits import Edit as Edit
    from .model.org import Org as Org
    from .profiles import load_profile as load_profile
    from .profiles import profile_names as profile_names
    from .report.explaining import explain as explain
    from .transition.differing.difference import diff as diff
    from .transition.options.comparison import compare_plans as compare_plans
    from .transition.proposing import propose as propose
    from .transition.repairing.repair import repair as repair

#: Public name -> "module:attribute"; a name without a colon is a room of its own.
_PUBLIC = {
    "Edit": "spotifymodel.model.edits:Edit",
    "FigureTooSmallError": "spotifymodel.errors:FigureTooSmallError",
    "Finding": "spotifymodel.checking.finding:Finding",
    "InputRefusedError": "spotifymodel.errors:InputRefusedError",
    "NotFoundError": "spotifymodel.errors:NotFoundError",
    "Org": "spotifymodel.model.org:Org",
    "Report": "spotifymodel.checking.report:Report",
    "SpotifyModelError": "spotifymodel.errors:SpotifyModelError",
    "UsageError": "spotifymodel.errors:UsageError",
    "check": "spotifymodel.checking.run:check",
    "compare_plans": "spotifymodel.transition.options.comparison:compare_plans",
    "diff": "spotifymodel.transition.differing.difference:diff",
    "example": "spotifymodel.examples:example",
    "example_names": "spotifymodel.examples:example_names",
    "explain": "spotifymodel.report.explaining:explain",
    "load_profile": "spotifymodel.profiles:load_profile",
    "metrics": "spotifymodel.measuring.measure:metrics",
    "plot": "spotifymodel.plot",
    "profile_names": "spotifymodel.profiles:profile_names",
    "propose": "spotifymodel.transition.proposing:propose",
    "repair": "spotifymodel.transition.repairing.repair:repair",
    "testing": "spotifymodel.testing",
    "whitepaper": "spotifymodel.whitepaper",
}

__all__ = ["__version__", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    where = _PUBLIC.get(name)
    if where is None:
        raise AttributeError(f"module 'spotifymodel' has no attribute {name!r}")
    module, colon, attribute = where.partition(":")
    loaded = import_module(module)
    value = getattr(loaded, attribute) if colon else loaded
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
