"""Paths inside a document, and how they are shown."""

from __future__ import annotations

import json
import re
from typing import Final, TypeAlias

__all__ = ["Path", "Tree", "format_path"]

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes from the root of a document."""

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str | int | float | bool | None"
"""What a document holds, before anybody knows what it means."""

_SIMPLE: Final = re.compile(r"[^\W\d][\w-]*\Z")
#: A path is shown for people; past this many steps its middle tells them nothing.
_SHOWN_STEPS: Final = 16
_SHOWN_KEY: Final = 80


def format_path(path: Path) -> str:
    """Return a path as people read it.

    Parameters
    ----------
    path : tuple of str or int
        Keys and list indexes from the root. Odd keys are quoted, invisible characters escaped; very long keys and very
        deep paths are cut with ``…``.

    Returns
    -------
    str

    Examples
    --------
    >>> format_path(("tribes", 0, "squads", 1, "product_owner"))
    '$.tribes[0].squads[1].product_owner'
    >>> format_path(("needs", "data-analytics")), format_path(("extra", "a b", "x.y")), format_path(())
    ('$.needs.data-analytics', '$.extra["a b"]["x.y"]', '$')
    """
    steps = [_step(step) for step in path[:_SHOWN_STEPS]]
    return "$" + "".join(steps) + ("…" if len(path) > _SHOWN_STEPS else "")


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if len(step) > _SHOWN_KEY:
        step = step[:_SHOWN_KEY] + "…"
    if _SIMPLE.match(step):
        return f".{step}"
    return f"[{json.dumps(step, ensure_ascii=not step.isprintable())}]"
