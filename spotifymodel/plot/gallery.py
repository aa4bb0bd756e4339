"""Which pictures there are, and what each is drawn from: every file in ``pictures`` is one, with a function of the same name.

A picture says by its signature what it is drawn from: ``(org, *, …)`` a chart, ``(before, after, *, …)`` two charts,
``(*charts, …)`` charts in sequence, ``(plan, *, …)`` a plan, ``(*, …)`` nothing of the user's. Whatever else it takes are
options, by keyword only.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Literal

from spotifymodel.plot import pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from spotifymodel.model.chart import Chart

__all__ = ["Source", "drawer", "names", "needs_both", "options", "source", "suited", "suited_pair"]

Source = Literal["nothing", "chart", "two charts", "charts", "plan"]


@cache
def names() -> tuple[str, ...]:
    """Return the names of all pictures, without loading any.

    Examples
    --------
    >>> "matrix" in names()
    True
    """
    return tuple(sorted(found.name for found in iter_modules(pictures.__path__)))


def drawer(name: str) -> Callable[..., Any]:
    """Load the function that draws a picture."""
    function: Callable[..., Any] = getattr(import_module(f"{pictures.__name__}.{name}"), name)
    return function


def source(name: str) -> Source:
    """Return what a picture is drawn from.

    Examples
    --------
    >>> source("matrix")
    'chart'
    """
    if any(one.kind is Parameter.VAR_POSITIONAL for one in _parameters(name)):
        return "charts"
    given = [one.name for one in _parameters(name) if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    if not given:
        return "nothing"
    if given[0] == "before":
        return "two charts"
    return "plan" if given[0] == "plan" else "chart"


def needs_both(name: str) -> bool:
    """Tell whether a picture of two charts cannot do with one (a plan, or a chart that knows where its people came from)."""
    return all(one.default is Parameter.empty for one in _parameters(name) if one.name == "after")


def options(name: str) -> frozenset[str]:
    """Return the names of the options of a picture.

    Examples
    --------
    >>> "tribe" in options("matrix"), "tribe" in options("units")
    (True, False)
    """
    return frozenset(one.name for one in _parameters(name) if one.kind is Parameter.KEYWORD_ONLY)


def suited(org: Chart) -> str:
    """Return the picture that shows a chart when none was chosen: the matrix, or the units where there are no squads."""
    squads = any(True for _ in org.all_squads())
    return "units" if org.units and not squads else "matrix"


def suited_pair(before: Chart, after: Chart) -> str:
    """Return the picture that shows two charts when none was chosen: what differs, or both side by side where one has no squads."""
    return "diff" if all(any(True for _ in org.all_squads()) for org in (before, after)) else "before_after"


def _parameters(name: str) -> tuple[Parameter, ...]:
    return tuple(signature(drawer(name)).parameters.values())
