"""One profile document: what a single file says itself, before anything it extends."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias, cast

__all__ = ["TAIL_MARK", "Entry", "Evidence", "Layer", "Origin", "entries", "evidence_in", "evidence_of", "flatten"]

Entry: TypeAlias = Mapping[str, object]
"""What stands behind a limit, a reading or a severity: ``unit``, ``confidence``, ``source``, ``note`` …"""

TAIL_MARK: Final = "\n[evidence."
"""Where the evidence of a built-in document begins; before it stand the answers."""


_WORDS: Final = frozenset(("unit", "choices", "question", "confidence", "source", "note", "declare", "rests_on"))
"""Everything that may stand in an entry of evidence: tells an entry from a step of a dotted name (`_is_entry`)."""


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
class Evidence:
    """What the answers of a layer rest on.

    Parameters
    ----------
    parameters : mapping of str to Entry
        By name of the limit or reading.
    grounds : mapping of str to Entry
        By rule code.
    """

    parameters: Mapping[str, Entry]
    grounds: Mapping[str, Entry]


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
    limits, readings : mapping of str to object
        Values by dotted name.
    severities : mapping of str to str
        By rule code.
    tighten : mapping of str to str
        From severity to the severity that replaces it.
    spare : tuple of str
        Confidences on which nothing is tightened.
    evidence : Evidence or None
        What the answers rest on; ``None`` while it has not been read (see `evidence_of`).
    origin : Origin
        Where it was read.
    """

    name: str
    title: str
    summary: str
    extends: tuple[str, ...]
    overlay: bool
    limits: Mapping[str, object]
    readings: Mapping[str, object]
    severities: Mapping[str, str]
    tighten: Mapping[str, str]
    spare: tuple[str, ...]
    evidence: Evidence | None
    origin: Origin


def flatten(table: Mapping[str, object], depth: int = 8) -> Iterator[tuple[str, object]]:
    """Yield dotted names and what stands under them, so that ``squad.max``, ``[squad]`` and ``"squad.max"`` agree.

    Parameters
    ----------
    table : mapping
        A parsed TOML table.
    depth : int
        How many tables a name may pass through; what lies deeper is yielded as it is.

    Examples
    --------
    >>> list(flatten({"squad": {"max": 9, "min": 3}, "tribe.max": 150}))
    [('squad.max', 9), ('squad.min', 3), ('tribe.max', 150)]
    """
    for key, below in table.items():
        if isinstance(below, dict) and below and depth:
            for name, leaf in flatten(below, depth - 1):
                yield f"{key}.{name}", leaf
        else:
            yield key, below


def evidence_of(layer: Layer) -> Evidence:
    """Return what the answers of a layer rest on, reading the tail of a built-in document on first use."""
    return layer.evidence if layer.evidence is not None else _tail(layer.origin.text)


@lru_cache(maxsize=16)
def _tail(text: str) -> Evidence:
    # Three quarters of the document, and 3 ms that a check without findings need not spend.
    _, mark, tail = text.partition(TAIL_MARK)
    return evidence_in(tomllib.loads(mark + tail))


def evidence_in(table: Mapping[str, object]) -> Evidence:
    """Return the evidence that stands in a document's table."""
    evidence, grounds = table.get("evidence", {}), table.get("grounds", {})
    return Evidence(dict(entries(cast(Entry, evidence))), cast(Mapping[str, Entry], grounds))


def entries(table: Mapping[str, object]) -> Iterator[tuple[str, Entry]]:
    """Yield entries of evidence by dotted name: a table that holds a word of evidence is one, any other a step of a name.

    Examples
    --------
    >>> list(entries({"squad": {"max": {"unit": "people"}}}))
    [('squad.max', {'unit': 'people'})]
    """
    for key, below in table.items():
        if isinstance(below, dict) and below and not _is_entry(below):
            for name, entry in entries(below):
                yield f"{key}.{name}", entry
        else:
            yield key, cast(Entry, below)


def _is_entry(table: Mapping[str, object]) -> bool:
    # count.unit is a reading and unit is a word: only a word that says something marks an entry.
    return any(word == "source" or not isinstance(table[word], dict) for word in _WORDS.intersection(table))
