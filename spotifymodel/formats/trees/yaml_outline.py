"""The skeleton of a YAML text: where its values begin, from the parser's marks."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from yaml.error import YAMLError
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from .json_outline import Entry
from .limits import DEFAULT_LIMITS
from .yaml_events import declares_tags, open_events

__all__ = ["YamlOutline"]

_SCALAR, _MAPPING, _SEQUENCE = 0, 1, 2


class YamlOutline:
    """The nodes of a YAML text, keys included, and what stands directly inside each.

    Parameters
    ----------
    body : bytes
        YAML in UTF-8, without a byte order mark. Where it stops being YAML the outline stops; nothing raises.

    Notes
    -----
    One walk over the parser's events, the time of reading the document again; 13 bytes of memory per node. Nodes are numbered
    in the order in which they begin; the root is 0, unless the document is empty. A node's number is also its offset in
    entries: :meth:`place` makes line and column of it.
    """

    __slots__ = ("_after", "_columns", "_kinds", "_lines", "_texts")

    def __init__(self, body: bytes) -> None:
        self._lines, self._columns, self._after = array("I"), array("I"), array("I")
        self._kinds = bytearray()
        self._texts: list[str | None] = []
        opened: list[int] = []
        if declares_tags(body):
            return
        with suppress(YAMLError, ValueError, OverflowError):
            self._walk(body, opened)
        for node in opened:
            self._after[node] = len(self._kinds)

    def _walk(self, body: bytes, opened: list[int]) -> None:
        lines, columns, after, kinds, texts = self._lines, self._columns, self._after, self._kinds, self._texts
        event: Any
        for event in iter(open_events(body).get_event, None):
            kind = event.__class__
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                after[opened.pop()] = len(kinds)
                if not opened:  # further documents are nobody's
                    return
                continue
            if kind is ScalarEvent:
                kinds.append(_SCALAR)
                texts.append(event.value)
            elif kind is AliasEvent:
                kinds.append(_SCALAR)
                texts.append(None)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                opened.append(len(kinds))
                if len(opened) > DEFAULT_LIMITS.depth:  # refused by the reader, and libyaml grows slow
                    opened.pop()
                    return
                kinds.append(_MAPPING if kind is MappingStartEvent else _SEQUENCE)
                texts.append(None)
            else:
                continue
            mark = event.start_mark
            lines.append(mark.line + 1)
            columns.append(mark.column + 1)
            after.append(len(kinds))
            if not opened:
                return

    @property
    def root(self) -> Entry | None:
        """The document as a value, or ``None`` where there is none."""
        return Entry("", 0, 0, 0 if self._kinds[0] != _SCALAR else -1) if self._kinds else None

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of a node."""
        return self._lines[at], self._columns[at]

    def is_list(self, node: int) -> bool:
        """Say whether a container is a list rather than a mapping."""
        return self._kinds[node] == _SEQUENCE

    def entries(self, node: int) -> Iterator[Entry]:
        """Yield what stands directly inside a container, in the order of the text."""
        after, kinds, texts = self._after, self._kinds, self._texts
        if kinds[node] == _SEQUENCE:
            for index, (at, child) in enumerate(zip(*self.items(node), strict=True)):
                yield Entry(index, at, at, child)
            return
        at, end = node + 1, after[node]
        while at < end:
            value = after[at]
            text = texts[at]
            if value >= end:  # the text stops behind a key
                value = at
            if text is not None:
                yield Entry(text, at, value, value if kinds[value] != _SCALAR else -1)
            at = after[value]

    def items(self, node: int) -> tuple[array[int], array[int]]:
        """Return the items of a list, and which container each is (-1 for a scalar)."""
        after, kinds = self._after, self._kinds
        numbers, nodes = array("Q"), array("q")
        at, end = node + 1, after[node]
        while at < end:
            numbers.append(at)
            nodes.append(at if kinds[at] != _SCALAR else -1)
            at = after[at]
        return numbers, nodes
