"""What a file format is: a name, suffixes, a reader, a writer. One file per format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..model.org import Org

__all__ = ["Format", "all_formats", "format_for"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to hold a chart in a file.

    Parameters
    ----------
    name : str
        Such as ``yaml``.
    suffixes : tuple of str
        File suffixes with the dot, lower case; the first one is the usual one.
    title : str
        What it is, in one line.
    read : callable, optional
        ``read(data, name, **options)``: the chart.
    write : callable, optional
        ``write(org, **options)``: bytes, and what could not be held.
    """

    name: str
    suffixes: tuple[str, ...]
    title: str
    read: Callable[..., Org] | None = None
    write: Callable[..., tuple[bytes, tuple[str, ...]]] | None = None


@cache
def all_formats() -> dict[str, Format]:
    """Return every format by name: whatever module of this room holds a ``FORMAT``."""
    here = Path(__file__).parent / "kinds"
    names = sorted(f.stem for f in here.glob("*.py") if not f.stem.startswith("_"))
    found = [import_module(f"{__package__}.kinds.{name}").FORMAT for name in names]
    return {f.name: f for f in found}


def format_for(name: str, *, writing: bool = False, given: str | None = None) -> Format:
    """Return the format of a file by its suffix, or by the name given.

    Raises
    ------
    UsageError
        Where none fits; names the suffixes that do.
    """
    stem = (given if given is not None else Path(name).suffix).lower().lstrip(".")
    if stem.isidentifier() and (Path(__file__).parent / "kinds" / f"{stem}.py").exists():
        exact: Format = import_module(f"{__package__}.kinds.{stem}").FORMAT  # only this one is loaded
        if (exact.write if writing else exact.read) is not None:
            return exact
    formats = [f for f in all_formats().values() if (f.write if writing else f.read) is not None]
    if given is not None:
        wanted = given.lower().lstrip(".")
        fitting = [f for f in formats if f.name == wanted or f".{wanted}" in f.suffixes]
    else:
        suffix = Path(name).suffix.lower()
        fitting = [f for f in formats if suffix in f.suffixes]
    if not fitting:
        known = [s for f in formats for s in f.suffixes]
        doing = "written" if writing else "read"
        what = f"no format {given!r}" if given is not None else f"{name}: the suffix says no format that is {doing}"
        raise UsageError(f"{what}; there are {', '.join(known)}", given or name, known)
    return fitting[0]


def option_names(options: dict[str, Any], known: tuple[str, ...], format_name: str) -> None:
    """Refuse options that a format does not know."""
    for name in options:
        if name not in known:
            there = f"it takes {', '.join(known)}" if known else "it takes none"
            raise UsageError(f"the format {format_name} has no option {name!r}; {there}", name, known)
