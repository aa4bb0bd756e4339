"""Puts a change into functions that are loaded already, wherever they are held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType

__all__ = ["patch"]


def patch(path: str, changed: str) -> int:
    """Give the loaded functions of a file the code that they have after a change; return how many are other than before."""
    file = str(Path(path).resolve())
    before = compile(Path(path).read_text(encoding="utf-8"), file, "exec", dont_inherit=True)
    pairs = list(_differing(before, compile(changed, file, "exec", dont_inherit=True)))
    loaded = [f for f in gc.get_objects() if isinstance(f, FunctionType) and f.__code__.co_filename == file]
    found = 0
    for function in loaded:
        for old, new in pairs:
            if function.__code__ == old:
                function.__code__ = new
                found += 1
                break
    return found


def _differing(one: CodeType, other: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    ours, theirs = ([c for c in code.co_consts if isinstance(c, CodeType)] for code in (one, other))
    for a, b in zip(ours, theirs, strict=False):
        if a != b:
            yield a, b
            yield from _differing(a, b)
