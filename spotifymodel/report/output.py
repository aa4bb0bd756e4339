"""What a report output is: a name, suffixes, a function to text. One file per output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from ..errors import UsageError
from .outcome import Outcome

__all__ = ["Options", "Output", "all_outputs", "output_named"]


@dataclass(frozen=True, slots=True)
class Options:
    """How an output is wanted.

    Parameters
    ----------
    colour : bool
        Mark severities with terminal colours.
    width : int
        Columns of the terminal, for text.
    """

    colour: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class Output:
    """A way to say what a check found.

    Parameters
    ----------
    name : str
        As in ``check --format``.
    suffixes : tuple of str
        File suffixes that ``report.save`` understands as this output.
    render : callable
        From an outcome and options to text that ends with a line break.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Outcome, Options], str]


@cache
def all_outputs() -> dict[str, Output]:
    """Return every output by name: whatever module of the ``outputs`` folder holds an ``OUTPUT``."""
    here = Path(__file__).parent / "outputs"
    names = sorted(f.stem for f in here.glob("*.py") if not f.stem.startswith("_"))
    found = [import_module(f"{__package__}.outputs.{name}").OUTPUT for name in names]
    return {o.name: o for o in found}


def output_named(name: str) -> Output:
    """Return an output by its name; raises :class:`~spotifymodel.errors.UsageError` with those there are."""
    if name.isidentifier() and not name.startswith("_") and (Path(__file__).parent / "outputs" / f"{name}.py").exists():
        output: Output = import_module(f"{__package__}.outputs.{name}").OUTPUT  # only this one is loaded
        return output
    outputs = all_outputs()
    raise UsageError(f"no report format {name!r}; there are {', '.join(outputs)}", name, outputs)
