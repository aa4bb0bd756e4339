"""One profile document: what a single file says itself, before anything it extends."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

__all__ = ["Entry", "Layer", "Origin", "flatten", "grounds_of"]

Entry: TypeAlias = Mapping[str, object]
"""A limit, a reading or a ground as written: ``value``, ``unit``, ``confidence``, ``source``, ``note`` …"""

GROUNDS_MARK: Final = "\n[grounds]\n"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a layer was read, for messages.

    Parameters
    ----------
    label : str
        File name as the user gave it.
    text : str
        The document, to find lines in when something is wrong.
    prefix : tuple of str
        Path of the profile's table inside the document; empty for a file of its own.
    built_in : bool
        Whether the profile ships with the library.
    """

    label: str
    text: str = field(repr=False)
    prefix: tuple[str, ...] = ()
    built_in: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """What one profile document says.

    Parameters
    ----------
    name, title, summary : str
        Name to load it by, one line for people, and a longer word on its provenance.
    extends : tuple of str
        Profiles it starts from, in order.
    overlay : bool
        Whether it changes any profile it is laid over instead of being one by itself.
    limits, readings : mapping of str to Entry
        By dotted name; a bare value stands as ``{"value": …}``.
    severities : mapping of str to str
        By rule code.
    grounds : mapping of str to Entry, or None
        By rule code; ``None`` while the tail of a built-in document has not been read.
    tighten : mapping of str to str
        From severity to the severity that replaces it.
    spare : tuple of str
        Confidences on which nothing is tightened.
    origin : Origin
        Where it was read.
    """

    name: str
    title: str
    summary: str
    extends: tuple[str, ...]
    overlay: bool
    limits: Mapping[str, Entry]
    readings: Mapping[str, Entry]
    severities: Mapping[str, str]
    grounds: Mapping[str, Entry] | None
    tighten: Mapping[str, str]
    spare: tuple[str, ...]
    origin: Origin


def flatten(table: Mapping[str, object], leaves: frozenset[str] = frozenset({"value"})) -> Iterator[tuple[str, object]]:
    """Yield dotted names and what stands under them, so that ``squad.max``, ``[squad.max]`` and ``"squad.max"`` agree.

    Parameters
    ----------
    table : mapping
        A parsed TOML table.
    leaves : frozenset of str
        Keys that mark a table as an entry instead of a step of a name.

    Examples
    --------
    >>> list(flatten({"squad": {"max": 9, "min": {"value": 3, "unit": "people"}}}))
    [('squad.max', 9), ('squad.min', {'value': 3, 'unit': 'people'})]
    """
    for key, below in table.items():
        if isinstance(below, dict) and below and leaves.isdisjoint(below):
            for name, leaf in flatten(below, leaves):
                yield f"{key}.{name}", leaf
        else:
            yield key, below


def grounds_of(layer: Layer) -> Mapping[str, Entry]:
    """Return what the severities of a layer rest on, reading the tail of a built-in document on first use."""
    return layer.grounds if layer.grounds is not None else _tail(layer.origin.text)


@lru_cache(maxsize=16)
def _tail(text: str) -> Mapping[str, Entry]:
    # A third of the document, and needed only for findings and overlays: 1 ms that most checks need not spend.
    _, _, tail = text.partition(GROUNDS_MARK)
    grounds: Mapping[str, Entry] = tomllib.loads(tail)
    return grounds
