"""What a reference in an edit means in a chart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...errors import EditError, NotFoundError
from ..chart import Chart
from ..ids import not_found, not_text, split_reference
from ..persistent import Persistent
from ..positions import Position
from .roles import SEATED

__all__ = ["Seats", "either", "known", "listed", "meanings", "place", "seats"]

Seats = Persistent[tuple[str, ...]]
"""Person -> ids of the squads (or chapters) where the person sits, in the order of the chart."""


def known(chart: Chart, kind: str, reference: str) -> str:
    """Return the declared id that a reference means; raises :class:`~spotifymodel.errors.NotFoundError` on a miss."""
    found = chart.canonical(kind, reference)
    if found is None:
        raise not_found(kind, reference, (r.id for r in chart.records(kind)))
    return found


def meanings(chart: Chart, kinds: tuple[str, ...], reference: str) -> list[tuple[str, str]]:
    """Return every (kind, id) that a reference may mean."""
    return [(kind, found) for kind in kinds if (found := chart.canonical(kind, reference)) is not None]


def place(chart: Chart, op: str, reference: str, kinds: tuple[str, ...], *, strict: bool = False) -> tuple[str, Position]:
    """Return kind and position of the record that a reference means.

    ``kind:id`` names the kind. A bare id means a record of the first kind if there is one (not when `strict`), else the
    only other one.

    Raises
    ------
    NotFoundError
        When there is none.
    EditError
        When it could be two things, or names a kind that this edit cannot use.
    """
    if not isinstance(reference, str):
        raise not_text(either(kinds), reference)
    positions = chart.positions
    at = positions.exact(kinds[0]).get(reference)
    if at is not None and (not strict or len(kinds) == 1):
        return kinds[0], at
    found = [(kind, at) for kind in kinds if (at := positions.seek(kind, reference)) is not None]
    if len(found) == 1 or (found and not strict and found[0][0] == kinds[0]):
        return found[0]
    if found:
        spelled = [f"{kind}:{chart.record_at(kind, at).id}" for kind, at in found]
        raise EditError(op, f"{reference!r} could be a {' or a '.join(kind for kind, _ in found)}", f"Write {either(spelled)}")
    named, rest = split_reference(reference)
    if named is not None and named not in kinds:
        raise EditError(op, f"{reference!r} names a {named}", f"Name a {either(kinds)}")
    kinds = (named,) if named is not None else kinds
    near = not_found(kinds[0], rest, (r.id for kind in kinds for r in chart.records(kind))).near
    raise NotFoundError(either(kinds), rest, near)


def seats(chart: Chart, kind: str) -> Seats:
    """Return who sits in which squads (members and owners) or chapters (members and leads): O(seats) once, then remembered."""
    name = f"_seats_{kind}"
    table: Seats | None = chart.__dict__.get(name)
    if table is None:
        table = chart.__dict__[name] = Persistent(_seated(chart, kind))
    return table


def _seated(chart: Chart, kind: str) -> dict[str, tuple[str, ...]]:
    fields = SEATED[kind]
    found: dict[str, tuple[str, ...]] = {}
    for record in chart.records(kind):
        name = record.id
        here = (name,)
        for field in fields:
            for holder in getattr(record, field):
                person = holder if type(holder) is str else holder.person
                before = found.get(person)
                if before is None:
                    found[person] = here
                elif before[-1] is not name:
                    found[person] = before + here
    people = chart.positions.exact("person")
    for spelled in [person for person in found if person not in people]:  # next to nobody
        person = chart.canonical("person", spelled)
        if person is not None:
            found[person] = tuple(dict.fromkeys(found.get(person, ()) + found.pop(spelled)))
    return found


def either(words: Iterable[str]) -> str:
    """Return words for a message: ``squad, tribe or chapter``."""
    every = list(words)
    return f"{', '.join(every[:-1])} or {every[-1]}" if len(every) > 1 else "".join(every)


def listed(ids: Any) -> str:
    """Return ids for a message: ``'a', 'b' and 3 more``."""
    every = [repr(i) for i in ids]
    shown = every[:5]
    if len(every) > 5:
        return f"{', '.join(shown)} and {len(every) - 5} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
