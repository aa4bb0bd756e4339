"""The skeleton of a JSON text: where its containers begin and end, found at the speed of C."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from .paths import Path

__all__ = ["Entry", "JsonOutline", "depth_exceeds", "first_deeper_than", "without_escapes"]

_OPEN_SQUARE: Final = ord("[")
_SQUARE: Final = bytes.maketrans(b"{}", b"[]")
_NO_SKELETON: Final = bytes(set(range(256)) - set(b'[]{}"'))
_GAP: Final = re.compile(rb"[ \t\r\n,]*")
_SPACE: Final = re.compile(rb"[ \t\r\n]*")
_TEXT: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_SCALAR: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"|[^][{},:"\s]+', re.DOTALL)


class Entry(NamedTuple):
    """A value inside a container.

    ``step`` is its key or index, ``key_at`` and ``at`` the byte offsets of key and value (the same in a list), ``node`` the
    number of the container that the value is, or -1 for a scalar.
    """

    step: str | int
    key_at: int
    at: int
    node: int


def without_escapes(data: bytes) -> bytes:
    """Mask escaped quotes, byte for byte, so that every quote left begins or ends a text.

    Backslashes stand only inside texts, and the first of a run is never itself escaped: pairs from the left are exact.
    """
    if b"\\" in data:
        return data.replace(b"\\\\", b"__").replace(b'\\"', b"__")
    return data


class _Brackets(NamedTuple):
    """Offsets of opening and of closing brackets outside strings, each in ascending order."""

    opening: array[int]
    closing: array[int]


def _brackets(data: bytes) -> _Brackets:
    """Find the brackets of the structure.

    Usually no string holds a bracket, and that is proved cheaply: of the quotes and brackets alone, in their order, delete
    every pair of quotes with nothing between. Before a bracket inside a string stands an odd number of quotes, so some run
    of quotes before it is odd and leaves a quote over. Only then are the quotes before every bracket counted.
    """
    square = without_escapes(data).translate(_SQUARE)
    clean = b'"' not in square.translate(None, _NO_SKELETON).replace(b'""', b"")
    find = _offsets if clean else _offsets_outside_strings
    return _Brackets(find(square, b"["), find(square, b"]"))


def _offsets(square: bytes, mark: bytes) -> array[int]:
    """Return where a byte stands: splitting and adding up lengths beats searching one by one two to one."""
    pieces = square.split(mark)
    del pieces[-1]
    return array("Q", [total + at for at, total in enumerate(accumulate(map(len, pieces)))])


def _offsets_outside_strings(square: bytes, mark: bytes) -> array[int]:
    """Return where a byte stands with an even number of quotes before it."""
    pieces = square.split(mark)
    del pieces[-1]
    ends = accumulate(map(len, pieces))
    quotes = accumulate(piece.count(b'"') for piece in pieces)
    return array("Q", [end + at for at, (end, count) in enumerate(zip(ends, quotes, strict=True)) if not count & 1])


def depth_exceeds(data: bytes, depth: int) -> bool:
    """Say whether containers of a valid JSON text stand inside each other more than ``depth`` levels deep.

    Notes
    -----
    Peels the innermost level off the bare brackets until nothing is left: a few passes over a few bytes for a chart, and
    never more than ``depth`` passes for anybody. A seventh of the time of parsing; more than all of it where a string holds
    a bracket, since brackets are then counted one by one.
    """
    skeleton = without_escapes(data).translate(_SQUARE, _NO_SKELETON).replace(b'""', b"")
    if b'"' in skeleton:
        return first_deeper_than(data, depth) is not None
    for _ in range(depth):
        if not skeleton:
            return False
        skeleton = skeleton.replace(b"[]", b"")
    return bool(skeleton)


def first_deeper_than(data: bytes, depth: int) -> int | None:
    """Return the offset of the first container that opens more than ``depth`` levels deep, or ``None``."""
    opening, closing = _brackets(data)
    closed, count = 0, len(closing)
    for opened, at in enumerate(opening, start=1):
        while closed < count and closing[closed] < at:
            closed += 1
        if opened - closed > depth:
            return at
    return None


class JsonOutline:
    """The containers of a JSON text, and what stands directly inside each.

    Parameters
    ----------
    data : bytes
        JSON text in UTF-8, without a byte order mark. It may be cut off anywhere or be no JSON at all: what is understood
        up to there is outlined, nothing raises.

    Notes
    -----
    Building takes O(bytes) in C and O(containers) in Python, and three integers per container of memory. Containers are
    numbered in the order in which they open; the root is 0, unless the document is a scalar and there are none.
    """

    __slots__ = ("after", "data", "ends", "starts")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.starts, closings = _brackets(data)
        count = len(self.starts)
        #: Offset of the closing bracket; the length of the text where there is none.
        self.ends = array("Q", [len(data)]) * count
        #: Number of the first container that opens after this one closes.
        self.after = array("Q", [count]) * count
        self._match(closings)

    def _match(self, closings: array[int]) -> None:
        starts, ends, after = self.starts, self.ends, self.after
        stack: list[int] = []
        opened, count = 0, len(starts)
        for closing in closings:
            while opened < count and starts[opened] < closing:
                stack.append(opened)
                opened += 1
            if not stack:  # no JSON from here on
                return
            node = stack.pop()
            ends[node] = closing
            after[node] = opened

    def is_list(self, node: int) -> bool:
        """Say whether a container is a list rather than an object."""
        return self.data[self.starts[node]] == _OPEN_SQUARE

    def entries(self, node: int) -> Iterator[Entry]:
        """Yield what stands directly inside a container, in the order of the text; stops where the text makes no sense."""
        if not self.is_list(node):
            yield from self._pairs(node)
            return
        for index, (at, child) in enumerate(zip(*self.items(node), strict=True)):
            yield Entry(index, at, at, child)

    def items(self, node: int) -> tuple[array[int], array[int]]:
        """Return the offsets of the items of a list, and which container each is (-1 for a scalar)."""
        data, starts, ends, after = self.data, self.starts, self.ends, self.after
        gap, count = _GAP.match, len(starts)
        offsets, nodes = array("Q"), array("q")
        at, end, child = starts[node] + 1, ends[node], node + 1
        while True:
            at = gap(data, at, end).end()  # type: ignore[union-attr]
            if at >= end:
                return offsets, nodes
            offsets.append(at)
            if child < count and at == starts[child]:
                nodes.append(child)
                at = min(ends[child] + 1, end)
                child = after[child]
            else:
                nodes.append(-1)
                scalar = _SCALAR.match(data, at, end)
                if scalar is None:
                    return offsets, nodes
                at = scalar.end()

    def _pairs(self, node: int) -> Iterator[Entry]:
        data, starts, ends, after = self.data, self.starts, self.ends, self.after
        at, end, child = starts[node] + 1, ends[node], node + 1
        while True:
            key_at = _GAP.match(data, at, end).end()  # type: ignore[union-attr]
            key = _TEXT.match(data, key_at, end)
            if key is None:
                return
            at = _SPACE.match(data, key.end(), end).end()  # type: ignore[union-attr]
            if data[at : at + 1] != b":" or at >= end:
                return
            at = _SPACE.match(data, at + 1, end).end()  # type: ignore[union-attr]
            if child < len(starts) and at == starts[child]:
                yield Entry(_read_key(key.group()), key_at, at, child)
                at = min(ends[child] + 1, end)
                child = after[child]
            else:
                yield Entry(_read_key(key.group()), key_at, at, -1)
                scalar = _SCALAR.match(data, at, end)
                if scalar is None:
                    return
                at = scalar.end()

    def path_to_end(self) -> tuple[Path, int]:
        """Return the path of the last value begun, and the innermost container still open (-1 for none).

        For a text cut off at the first fault this is where the fault stands.
        """
        path: list[str | int] = []
        node = 0 if self.starts and self.ends[0] == len(self.data) else -1
        while node >= 0:
            last = None
            for last in self.entries(node):  # noqa: B007
                pass
            if last is None:
                break
            if last.node < 0 or self.ends[last.node] < len(self.data):
                path.append(last.step)
                break
            path.append(last.step)
            node = last.node
        return tuple(path), node


def _read_key(raw: bytes) -> str:
    if b"\\" in raw:
        try:
            return str(json.loads(raw))
        except ValueError:
            pass
    return raw[1:-1].decode(errors="replace")
