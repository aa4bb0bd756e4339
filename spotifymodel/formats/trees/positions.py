"""From a path inside a document to its line and column, found only when somebody asks."""

from __future__ import annotations

import codecs
from array import array
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal, Protocol

from .json_outline import Entry, JsonOutline
from .lines import LineTable
from .paths import Path, format_path

__all__ = ["Positions", "format_path"]

#: A mapping with more keys than this is remembered like a list; records are smaller and quicker to walk than to keep.
_LARGE: Final = 64


class _Outline(Protocol):
    """What JSON and YAML have in common: containers, and values that know where they begin."""

    @property
    def root(self) -> Entry | None: ...

    def is_list(self, node: int) -> bool: ...

    def entries(self, node: int) -> Iterator[Entry]: ...

    def items(self, node: int) -> tuple[array[int], array[int]]: ...

    def place(self, at: int) -> tuple[int, int]: ...


class Positions:
    r"""Lines and columns of the values of a document.

    Parameters
    ----------
    data : bytes
        The file as it was read; UTF-8, with or without a byte order mark. A faulty one gives positions up to its fault.
    kind : {"json", "yaml"}
        Which language it is in.

    Notes
    -----
    Nothing is computed before the first question. That one walks the document once (JSON: 0.5 ms at 150 people, 25 ms at
    10 000; YAML: as long as reading it again); later ones take some 20 µs. Lists are remembered as two integers per item.

    Safe to use from several threads: at worst two of them compute the same.

    Examples
    --------
    >>> positions = Positions(b'{"people": [\n  {"id": "anna", "fte": 0.8}\n]}', "json")
    >>> positions.find(("people", 0, "fte")), positions.find_key(("people", 0, "fte"))
    ((2, 25), (2, 18))
    >>> positions.find(("people", 0, "skills", "java"))  # not there: the record that would hold it
    (2, 3)
    >>> positions.line(2)
    '  {"id": "anna", "fte": 0.8}'
    """

    def __init__(self, data: bytes, kind: Literal["json", "yaml"]) -> None:
        self._body = data.removeprefix(codecs.BOM_UTF8)
        self._kind = kind
        self._lists: dict[int, tuple[array[int], array[int]]] = {}
        self._mappings: dict[int, dict[str | int, Entry]] = {}

    @cached_property
    def _lines(self) -> LineTable:
        return LineTable(self._body)

    @cached_property
    def _outline(self) -> _Outline:
        if self._kind == "json":
            return _JsonPlaces(self._body, self._lines)
        from .yaml_outline import YamlOutline

        return YamlOutline(self._body)

    def find(self, path: Path) -> tuple[int, int] | None:
        """Return where the value at a path begins.

        Parameters
        ----------
        path : tuple of str or int
            Keys and list indexes from the root. Where it leads nowhere, its nearest ancestor that exists is meant.

        Returns
        -------
        tuple of int or None
            1-based line and column, counted in characters; ``None`` for a document without any value.
        """
        entry = self._follow(path)
        return None if entry is None else self._outline.place(entry.at)

    def find_key(self, path: Path) -> tuple[int, int] | None:
        """Return where the key of the value at a path begins; for an item of a list and the root, the value itself."""
        entry = self._follow(path)
        return None if entry is None else self._outline.place(entry.key_at)

    def line(self, number: int) -> str:
        """Return the text of a 1-based line, without its break; empty where there is no such line."""
        return self._lines.line(number)

    def _follow(self, path: Path) -> Entry | None:
        entry = self._outline.root
        for step in path:
            if entry is None or entry.node < 0:
                break
            inner = self._item(entry.node, step) if self._outline.is_list(entry.node) else self._value(entry.node, step)
            if inner is None:
                break
            entry = inner
        return entry

    def _item(self, node: int, index: str | int) -> Entry | None:
        if not isinstance(index, int):
            return None
        items = self._lists.get(node)
        if items is None:
            items = self._lists[node] = self._outline.items(node)
        offsets, nodes = items
        return Entry(index, offsets[index], offsets[index], nodes[index]) if 0 <= index < len(offsets) else None

    def _value(self, node: int, key: str | int) -> Entry | None:
        known = self._mappings.get(node)
        if known is not None:
            return known.get(key)
        found = None
        count = 0
        for count, entry in enumerate(self._outline.entries(node), start=1):  # noqa: B007
            if entry.step == key:
                found = entry
                break
        if count > _LARGE:
            self._mappings[node] = {entry.step: entry for entry in self._outline.entries(node)}
        return found


class _JsonPlaces(JsonOutline):
    """The outline of a JSON text that knows its lines."""

    __slots__ = ("_lines",)

    def __init__(self, body: bytes, lines: LineTable) -> None:
        super().__init__(body)
        self._lines = lines

    @property
    def root(self) -> Entry | None:
        at = len(self.data) - len(self.data.lstrip())
        if at == len(self.data):
            return None
        return Entry("", at, at, 0 if self.starts and self.starts[0] == at else -1)

    def place(self, at: int) -> tuple[int, int]:
        return self._lines.place(at)
