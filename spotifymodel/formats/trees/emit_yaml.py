"""From a tree to YAML that people like to read and edit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from .paths import Tree
from .writable import refuse_unwritable
from .yaml_text import block_text, inline_text

__all__ = ["write_yaml"]

#: A line of a record or list between brackets is at most this wide.
WIDTH: Final = 120
#: Readers find a key only within 1024 characters; a longer one is announced by a question mark.
_LONGEST_KEY: Final = 1000
#: Levels of containers that a record on one line may hold, itself included: ``{id: x, skills: {java: 2}}``.
_FLOW_LEVELS: Final = 2


def write_yaml(tree: Tree) -> str:
    r"""Return a tree as a YAML document.

    Structure is written in block style; small records and short lists of texts and numbers stand on one line between
    brackets while that is at most 120 columns wide. Texts are quoted exactly where some reader of YAML 1.1 or 1.2 would take
    them for something else; accents and emoji stand as they are, invisible characters are escaped.

    Parameters
    ----------
    tree : dict, list, str, int, float, bool or None
        Keys are text. Floats are finite, whole numbers have at most 18 digits, depth is at most 64.

    Returns
    -------
    str
        Ends with a line break; keys stand in the order of the dicts.

    Raises
    ------
    UsageError
        When the tree holds something that could not be read back.

    Examples
    --------
    >>> print(write_yaml({"people": [{"id": "anna", "name": "NO", "fte": 0.8}], "mission": "Snel: nu\nEn goed"}), end="")
    people:
      - {id: anna, name: "NO", fte: 0.8}
    mission: |-
      Snel: nu
      En goed
    """
    refuse_unwritable(tree)
    if isinstance(tree, dict | list) and tree:
        return "\n".join(_block(tree, 0)) + "\n"
    return _inline(tree) + "\n"


def _block(tree: dict[str, Tree] | list[Tree], indent: int) -> Iterator[str]:
    """Yield the lines of a container that is not empty, each with its indentation; depth has been bounded before."""
    margin = " " * indent
    if isinstance(tree, list):
        for item in tree:
            yield from _entry(margin + "-", item, indent + 2, compact=True)
        return
    for key, value in tree.items():
        head = inline_text(key, flow=False)
        if len(head) > _LONGEST_KEY:
            yield f"{margin}? {head}"
            yield from _entry(f"{margin}:", value, indent + 2, compact=True)
        else:
            # Items of a list are indented below their key: easier on the eye, and the same to every reader.
            yield from _entry(f"{margin}{head}:", value, indent + 2, compact=False)


def _entry(head: str, value: Tree, indent: int, *, compact: bool) -> Iterator[str]:
    """Yield a value behind ``key:`` or ``-``: on the same line if it fits, else as a block.

    ``compact`` lets a block begin on the line of its head, as in ``- id: x``.
    """
    if isinstance(value, str):
        block = block_text(value, indent) if "\n" in value else None
        yield f"{head} {inline_text(value, flow=False) if block is None else block}"
        return
    line = _on_one_line(value, WIDTH - len(head) - 1)
    if line is not None:
        yield f"{head} {line}"
        return
    assert isinstance(value, (dict, list))
    lines = _block(value, indent)
    if compact:
        yield f"{head} {next(lines).lstrip(' ')}"
    else:
        yield head
    yield from lines


def _on_one_line(value: Tree, room: int) -> str | None:
    """Return a value for one line, or ``None`` for a container that is better off as a block."""
    if not isinstance(value, (dict, list)) or not value:
        return _inline(value)
    # An item takes two columns at least, so what cannot fit is known before it is written.
    if len(value) * 2 > room or _levels(value) > (_FLOW_LEVELS if isinstance(value, dict) else 1):
        return None
    line = _inline(value)
    return line if len(line) <= room else None


def _inline(value: Tree) -> str:
    """Return a value as it stands between brackets; scalars that are no text look the same everywhere."""
    if isinstance(value, str):
        return inline_text(value, flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline_text(key, flow=True)}: {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_inline, value)) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    text = float.__repr__(value)
    # Readers of YAML 1.1 take 1e+16 for text: they want a point before the exponent.
    mantissa, exponent, power = text.partition("e")
    return text if "." in mantissa else f"{mantissa}.0{exponent}{power}"


def _levels(value: Tree) -> int:
    """Return how many levels of containers a value holds, itself included, without looking deeper than matters."""
    level: list[Any] = [value]
    for depth in range(_FLOW_LEVELS + 1):
        inner = chain.from_iterable(outer.values() if isinstance(outer, dict) else outer for outer in level)
        level = [item for item in inner if isinstance(item, (dict, list))]
        if not level:
            return depth + 1
    return _FLOW_LEVELS + 1
