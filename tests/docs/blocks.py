"""The fenced blocks of a Markdown page: which language, where they stand, which file they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Block", "blocks_of", "with_texts"]

_FENCE = re.compile(r"^(`{3,})(.*)$")
_FILE = re.compile(r"^<!-- file: (\S+) -->$")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block.

    Parameters
    ----------
    language : str
        What stands behind the fence.
    lines : tuple of str
        Its lines, without the fences.
    first : int
        Number of its first line in the page, from 0.
    file : str or None
        Name of the file that the block is, by a comment ``<!-- file: chart.yaml -->`` in front of it.
    gap : bool
        Whether other text stands between it and the block before.
    """

    language: str
    lines: tuple[str, ...]
    first: int
    file: str | None = None
    gap: bool = True

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def blocks_of(page: str) -> Iterator[Block]:
    """Yield the blocks of a page, in order."""
    lines = page.splitlines()
    at, gap, file = 0, True, None
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if fence is None:
            named = _FILE.match(lines[at])
            file = named[1] if named else file if not lines[at].strip() else None
            gap = gap or bool(lines[at].strip())
            at += 1
            continue
        end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == fence[1]), len(lines))
        yield Block(fence[2].strip(), tuple(lines[at + 1 : end]), at + 1, file, gap)
        at, gap, file = end + 1, False, None


def with_texts(page: str, texts: Sequence[tuple[Block, str]]) -> str:
    """Return the page with other texts in some of its blocks."""
    lines = page.splitlines()
    for block, text in sorted(texts, key=lambda one: -one[0].first):
        lines[block.first : block.first + len(block.lines)] = text.splitlines()
    return "".join(f"{line}\n" for line in lines)
