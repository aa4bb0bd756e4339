"""Who stands in a field of holders, and the chart in which that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from ...errors import EditError
from ..chart import Chart
from ..persistent import Persistent
from ..positions import Position
from ..seats import Seat
from .dates import ends, overlap
from .roles import SEATED

__all__ = ["entered", "holder_of", "parted", "settled", "sits", "who_stands"]

C = TypeVar("C", bound=Chart)
Holder = str | Seat


def who_stands(chart: Chart, holder: Holder) -> str:
    """Return the declared id of the person who holds a seat, however the seat spells it."""
    person = holder if isinstance(holder, str) else holder.person
    return person if person in chart.positions.exact("person") else chart.canonical("person", person) or person


def parted(chart: Chart, holders: Iterable[Holder], person: str) -> tuple[list[Holder], list[Holder]]:
    """Return the seats of one person, and those of the others; `person` is a declared id."""
    people = chart.positions.exact("person")
    mine: list[Holder] = []
    others: list[Holder] = []
    for holder in holders:
        name = holder if isinstance(holder, str) else holder.person
        if name == person or (name not in people and chart.canonical("person", name) == person):
            mine.append(holder)
        else:
            others.append(holder)
    return mine, others


def holder_of(person: str, allocation: float | None, start: Any, until: Any) -> Holder:
    """Return a plain id unless more is said."""
    if allocation is None and start is None and until is None:
        return person
    return Seat(person=person, allocation=allocation, start=start, until=until)


def entered(chart: Chart, op: str, where: str, role: str, holders: tuple[Holder, ...], holder: Holder) -> tuple[Holder, ...]:
    """Return the holders with one more, who stands last.

    Raises
    ------
    EditError
        When the person holds the role already on one of these days.
    """
    person = who_stands(chart, holder)
    mine, _ = parted(chart, holders, person)
    span = ends(holder)
    if any(overlap(ends(one), span) for one in mine):
        days = "" if span == (None, None) else " on some of these days"
        raise EditError(op, f"{person!r} has the role {role!r} in {where} already{days}", "Use quit or relieve first, or give other dates")
    return (*holders, holder)


def settled(chart: C, kind: str, changed: Mapping[Position, Any], people: Iterable[str]) -> C:
    """Return the chart with these records in their places; what is remembered about seats follows.

    Parameters
    ----------
    chart : Chart
    kind : str
        Kind of the records.
    changed : mapping of position to record
        With the ids they had.
    people : iterable of str
        Everybody whose seats may be others now.
    """
    new = chart._with(keep=("positions", "_seats_squad", "_seats_chapter"), **chart._placing(kind, changed))
    table: Persistent[tuple[str, ...]] | None = chart.__dict__.get(f"_seats_{kind}")
    if table is not None:
        ids = [record.id for record in changed.values()]
        entries = []
        for person in people:
            held = [i for i in table.get(person) or () if i not in ids]
            held += [r.id for r in changed.values() if sits(chart, kind, r, person)]
            entries.append((person, tuple(held)))
        new.__dict__[f"_seats_{kind}"] = table.put(entries)
    return new


def sits(chart: Chart, kind: str, record: Any, person: str) -> bool:
    """Tell whether somebody is member or owner of a squad, or member or lead of a chapter."""
    for field in SEATED[kind]:
        holders = getattr(record, field)
        if person in holders or (holders and parted(chart, holders, person)[0]):
            return True
    return False
