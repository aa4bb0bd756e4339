"""How large, deep and long an input may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["DEFAULT_LIMITS", "InputLimits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputLimits:
    """What an input may cost before it is refused, wherever it came from.

    The defaults let a company of 1 000 000 people in as JSON (about 300 MB) and of some 60 000 people as YAML, and keep
    a hostile file from costing more than a few seconds.

    Parameters
    ----------
    json_bytes, yaml_bytes : int
        Size of a file. JSON is read about ten times as fast as YAML, so more of it is let in.
    nodes : int
        Values and containers of a YAML document. JSON is bounded by its size alone.
    depth : int
        Containers inside each other; the outermost counts as 1. Charts need 7. Walks of a tree may rely on it, so
        recursion over a tree that passed is safe.
    int_digits : int
        Digits of a whole number, without its sign. 18 always fit 64 bits, so every other program reads them back.
    troubles : int
        Faults listed of one input; a closing line says that there are more.

    Examples
    --------
    >>> DEFAULT_LIMITS.depth
    64
    >>> InputLimits(yaml_bytes=1000).yaml_bytes
    1000
    """

    json_bytes: int = 1_000_000_000
    yaml_bytes: int = 20_000_000
    nodes: int = 5_000_000
    depth: int = 64
    int_digits: int = 18
    troubles: int = 100


DEFAULT_LIMITS: Final = InputLimits()
"""The limits of every reader that is not told otherwise."""
