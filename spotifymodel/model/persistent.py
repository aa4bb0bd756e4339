"""A mapping that is cheap to change without touching the old one, for tables that a chart hands to the chart made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

__all__ = ["Persistent"]

V = TypeVar("V")


class Persistent(Generic[V]):
    """An immutable mapping from text; :meth:`put` returns a new one and shares nearly everything with it.

    Two levels of lists over small dicts, each some ∛n wide, so a change copies three short rows. A base with an overlay
    would rebuild now and then and make one edit in a hundred slow; one wide list costs five times as much at 100 000.

    Parameters
    ----------
    entries : mapping
        Copied once: O(n).

    Notes
    -----
    Look-up O(1); a change O(∛n). Nothing that it hands out can be changed, so charts and threads share it freely.

    Examples
    --------
    >>> old = Persistent({"anna": 1})
    >>> new = old.put([("anna", 2), ("ben", 3)])
    >>> old.get("anna"), old.get("ben"), new.get("anna"), new.get("ben")
    (1, None, 2, 3)
    """

    __slots__ = ("_bits", "_mask", "_rows")

    def __init__(self, entries: Mapping[str, V]) -> None:
        self._bits = bits = (len(entries).bit_length() + 2) // 3
        self._mask = mask = (1 << bits) - 1
        width = range(1 << bits)
        self._rows: list[list[dict[str, V]]] = [[{} for _ in width] for _ in width]
        rows = self._rows
        for key, value in entries.items():
            code = hash(key)
            rows[code & mask][(code >> bits) & mask][key] = value

    def get(self, key: str) -> V | None:
        """Return the value, or ``None``."""
        code = hash(key)
        return self._rows[code & self._mask][(code >> self._bits) & self._mask].get(key)

    def __contains__(self, key: str) -> bool:
        code = hash(key)
        return key in self._rows[code & self._mask][(code >> self._bits) & self._mask]

    def put(self, entries: Iterable[tuple[str, V]]) -> Persistent[V]:
        """Return a mapping with these entries added or replaced."""
        bits, mask = self._bits, self._mask
        rows = self._rows.copy()
        full = 8 * len(rows) + 32
        crowded = False
        for key, value in entries:
            code = hash(key)
            at, place = code & mask, (code >> bits) & mask
            row = rows[at] = rows[at].copy()
            leaf = row[place] = row[place].copy()
            leaf[key] = value
            crowded = crowded or len(leaf) > full
        if crowded:  # it grew to hundreds of times its first size: spread it anew, as a dict does
            return type(self)({key: value for row in rows for leaf in row for key, value in leaf.items()})
        new: Persistent[V] = object.__new__(type(self))
        new._bits, new._mask, new._rows = bits, mask, rows
        return new
