"""Puts a change into functions that are loaded already, wherever they are held."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

__all__ = ["compiled", "loaded", "patch"]


def loaded(paths: Iterable[str]) -> dict[str, list[FunctionType]]:
    """List the functions of some files that are loaded; a look through everything that Python holds and has not frozen."""
    found: dict[str, list[FunctionType]] = {path: [] for path in paths}
    files = {str(Path(path).resolve()): path for path in found}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in files:
            found[files[one.__code__.co_filename]].append(one)
    return found


def compiled(path: str, source: str) -> CodeType:
    """Return the code of a file whose text would be this one."""
    return compile(source, str(Path(path).resolve()), "exec", dont_inherit=True)


def patch(functions: Iterable[FunctionType], before: CodeType, after: CodeType) -> int:
    """Give functions the code that they have after a change; return how many are other than before."""
    pairs = list(_differing(before, after))
    found = 0
    for function in functions:
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
