"""From a byte offset to a line and a column, and from a line number to its text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

__all__ = ["LineTable"]

#: Every byte that starts a character is one that does not continue one.
_CONTINUATION: Final = bytes(range(0x80, 0xC0))
#: A line up to this long is decoded at every question; a longer one (a document on one line) is counted once in steps.
_STEP: Final = 4096
_BREAK: Final = re.compile(rb"\r\n?|\n")


class LineTable:
    r"""The lines of a UTF-8 text; breaks are LF, CR LF and CR, as editors count them.

    Parameters
    ----------
    data : bytes
        UTF-8 without a byte order mark. Faulty bytes are shown as ``�``.

    Notes
    -----
    Built on the first question in O(bytes), 8 bytes of memory per line; a question then costs O(log lines).

    Examples
    --------
    >>> table = LineTable("één: 1\r\ntwee: 2".encode())
    >>> table.place(7), table.place(10), table.line(2)
    ((1, 6), (2, 1), 'twee: 2')
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _starts(self) -> array[int]:
        lines = self._data.splitlines(keepends=True)
        count = len(lines) + self._data.endswith((b"\n", b"\r")) if lines else 1
        return array("Q", islice(accumulate(map(len, lines), initial=0), count))

    @cached_property
    def _ascii(self) -> bool:
        return self._data.isascii()

    @cached_property
    def _characters(self) -> array[int]:
        """Return the number of characters before every ``_STEP``-th byte."""
        data = self._data
        counts = (len(data[at : at + _STEP].translate(None, _CONTINUATION)) for at in range(0, len(data), _STEP))
        return array("Q", accumulate(counts, initial=0))

    def _count(self, offset: int) -> int:
        """Return how many characters begin before a byte offset."""
        step = offset // _STEP
        return self._characters[step] + len(self._data[step * _STEP : offset].translate(None, _CONTINUATION))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, counted in characters, of a byte offset."""
        offset = min(max(offset, 0), len(self._data))
        line = max(bisect_right(self._starts, offset), 1)
        start = self._starts[line - 1]
        if self._ascii:
            return line, offset - start + 1
        if offset - start <= _STEP:
            return line, len(self._data[start:offset].translate(None, _CONTINUATION)) + 1
        return line, self._count(offset) - self._count(start) + 1

    def offset(self, line: int) -> int:
        """Return the byte offset at which a 1-based line begins."""
        return self._starts[min(max(line, 1), len(self._starts)) - 1]

    def line(self, number: int) -> str:
        """Return the text of a 1-based line without its break; empty where there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._data)
        return _BREAK.sub(b"", self._data[start:end]).decode(errors="replace")
