"""Places in a YAML or JSON file, found only when a finding or an error asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from ..errors import Place
from ..model.source import Path, Source
from .trees.paths import format_path
from .trees.positions import Positions

__all__ = ["tree_source"]


def tree_source(data: bytes, name: str, kind: Literal["yaml", "json"]) -> Source:
    """Return the source of a chart that was read from a tree format."""
    positions = Positions(data, kind)
    return Source(name, partial(_place, positions.find, name), positions.line, partial(_place, positions.find_key, name))


def _place(find: Callable[[Path], tuple[int, int] | None], name: str, path: Path) -> Place:
    found = find(path)
    line, column = found if found is not None else (1, 1)
    return Place(name, line, column, format_path(path))
