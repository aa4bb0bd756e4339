"""What a chart says at all: whether any record of a kind carries a field."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from ..model.fields import NOTHING
from ..model.positions import FIELD_OF

if TYPE_CHECKING:
    from .index import Index

__all__ = ["carried_with"]

#: Records without an id, and the list of the chart that they stand in.
_NAMELESS: Final = {"dependency": "dependencies", "gate": "gates"}
#: What most charts tell of few people or of nobody; none of these is a number.
_RARE: Final = ("from_unit", "second_line", "pm_type", "duties", "blocks", "training")
#: What says nothing where it is false or empty.
_SILENT: Final = frozenset({type(None), bool, tuple, dict, type(NOTHING), str})


def carried_with(index: Index, field: str) -> dict[str, bool]:
    """Return whether any record carries a field, with the same of every field that was looked up along with it.

    Parameters
    ----------
    index : Index
    field : str
        Such as ``squad.mission``, ``dependency.severity``, or ``squad.members.allocation`` for what is said of a seat.

    Notes
    -----
    O(records), in C but for the seats.
    """
    kind, name, *of_seat = field.split(".")
    records = _records(index, kind)
    if of_seat:
        return {field: _say(_seats(records, name), of_seat[0])}
    return _rarely_said(records) if kind == "person" and name in _RARE else {field: _say(records, name)}


def _records(index: Index, kind: str) -> Collection[Any]:
    """Return every record of a kind that the chart declares, vacancies among them."""
    if kind in ("squad", "chapter"):  # they stand in tribes, or in none
        return index.squads.values() if kind == "squad" else index.chapters.values()
    records: Collection[Any] = getattr(index.chart, _NAMELESS.get(kind) or FIELD_OF[kind])
    return records


def _seats(records: Iterable[Any], field: str) -> list[Any]:
    """Return the holders in a field of which more is said than who they are."""
    holders = map(attrgetter(field), records)
    return [one for held in holders if held for one in (held if isinstance(held, tuple) else (held,)) if not isinstance(one, str)]


def _say(records: Collection[Any], field: str) -> bool:
    """Tell whether any record has a value in a field that is neither absent nor false nor empty; a zero says something."""
    of = attrgetter(field)
    return any(map(of, records)) or not _SILENT.issuperset(map(type, map(of, records)))


def _rarely_said(people: Iterable[Any]) -> dict[str, bool]:
    """Return which of the rare fields somebody carries; looked up together, for few people differ in them."""
    found = dict.fromkeys((f"person.{field}" for field in _RARE), False)
    for row in set(map(attrgetter(*_RARE), people)):
        found.update((f"person.{field}", True) for field, said in zip(_RARE, row, strict=True) if said)
    return found
