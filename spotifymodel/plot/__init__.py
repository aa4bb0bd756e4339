"""Pictures of an organisation: drawn from the chart, marked with the findings of the rules, saved as SVG, PNG or PDF.

Every picture is one function here and one file in ``pictures``. All return an :class:`OrgFigure`, or the axes that were
given. Nothing is loaded before it is used: an SVG needs no matplotlib.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spotifymodel.plot.auditing import Problem, audit
    from spotifymodel.plot.fallback import MissingGlyphWarning
    from spotifymodel.plot.figure import OrgFigure
    from spotifymodel.plot.pictures.before_after import before_after
    from spotifymodel.plot.pictures.book import book
    from spotifymodel.plot.pictures.company import company
    from spotifymodel.plot.pictures.coverage import coverage
    from spotifymodel.plot.pictures.diff import diff
    from spotifymodel.plot.pictures.duties import duties
    from spotifymodel.plot.pictures.matrix import matrix
    from spotifymodel.plot.pictures.network import network
    from spotifymodel.plot.pictures.roadmap import roadmap
    from spotifymodel.plot.pictures.t_profiles import t_profiles
    from spotifymodel.plot.pictures.transition import transition
    from spotifymodel.plot.pictures.units import units
    from spotifymodel.plot.pictures.whitepaper_differences import whitepaper_differences
    from spotifymodel.plot.pictures.whitepaper_roles import whitepaper_roles
    from spotifymodel.plot.pictures.whitepaper_tribe import whitepaper_tribe
    from spotifymodel.plot.scene import Scene
    from spotifymodel.plot.theme import Theme
    from spotifymodel.plot.volume.org_book import OrgBook

__all__ = [
    "MissingGlyphWarning",
    "OrgBook",
    "OrgFigure",
    "Problem",
    "Scene",
    "Theme",
    "audit",
    "before_after",
    "book",
    "company",
    "coverage",
    "diff",
    "duties",
    "matrix",
    "network",
    "roadmap",
    "t_profiles",
    "transition",
    "units",
    "whitepaper_differences",
    "whitepaper_roles",
    "whitepaper_tribe",
]

#: Public name -> module of this room that holds it.
_HOMES: Final = {
    "MissingGlyphWarning": "fallback",
    "OrgBook": "volume.org_book",
    "OrgFigure": "figure",
    "Problem": "auditing",
    "Scene": "scene",
    "Theme": "theme",
    "audit": "auditing",
    "before_after": "pictures.before_after",
    "book": "pictures.book",
    "company": "pictures.company",
    "coverage": "pictures.coverage",
    "diff": "pictures.diff",
    "duties": "pictures.duties",
    "matrix": "pictures.matrix",
    "network": "pictures.network",
    "roadmap": "pictures.roadmap",
    "t_profiles": "pictures.t_profiles",
    "transition": "pictures.transition",
    "units": "pictures.units",
    "whitepaper_differences": "pictures.whitepaper_differences",
    "whitepaper_roles": "pictures.whitepaper_roles",
    "whitepaper_tribe": "pictures.whitepaper_tribe",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
