"""From a tree to JSON text."""

from __future__ import annotations

from pydantic_core import to_json

from .paths import Tree
from .writable import refuse_unwritable

__all__ = ["write_json"]


def write_json(tree: Tree, *, indent: int | None = 1) -> str:
    """Return a tree as a JSON document.

    Parameters
    ----------
    tree : dict, list, str, int, float, bool or None
        Keys are text. Floats are finite, whole numbers have at most 18 digits, depth is at most 64.
    indent : int or None
        Spaces per level; ``None`` for one long line.

    Returns
    -------
    str
        Ends with a line break; keys stand in the order of the dicts, accents and emoji as they are.

    Raises
    ------
    UsageError
        When the tree holds something that could not be read back.

    Examples
    --------
    >>> print(write_json({"people": [{"id": "anna", "name": "Één", "fte": 0.8}]}, indent=None), end="")
    {"people":[{"id":"anna","name":"Één","fte":0.8}]}
    """
    refuse_unwritable(tree)
    return to_json(tree, indent=indent).decode() + "\n"
