"""Which pictures there are: every file in ``pictures`` is one, and holds a function of the same name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from spotifymodel.plot import pictures

if TYPE_CHECKING:
    from collections.abc import Callable

    from spotifymodel.model.chart import Chart

__all__ = ["drawer", "names", "suited"]


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


def suited(org: Chart) -> str:
    """Return the picture that shows a chart when none was chosen: the matrix, or the units where there are no squads."""
    squads = any(True for _ in org.all_squads())
    return "units" if org.units and not squads else "matrix"
