"""What an edit made is checked as a reader would check a file, so that a chart made by edits can always be read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from ...errors import EditError, NotFoundError
from ..chart import Chart
from ..ids import id_key, not_found
from ..positions import LISTS
from .references import ANYTHING, DECIDERS, follow
from .resolving import either, known, listed, meanings
from .rewriting import describe

__all__ = ["ORGANISATION", "vet", "vet_chart", "vet_id", "vet_line", "vet_skills"]

#: How a waiver names the chart as a whole.
ORGANISATION = "organisation"


def vet_id(chart: Chart, op: str, kind: str, new: str, old: str | None = None) -> None:
    """Raise EditError when an id is taken by another record of its kind, or cannot be seen."""
    if not id_key(new):
        raise EditError(op, f"the id of this {kind} has no visible character", "Use letters or digits")
    taken = chart.canonical(kind, new)
    if taken is not None and taken != old:
        alike = "" if taken == new else f" (ids are compared without case, width and invisible characters: {taken!r} and {new!r} are one)"
        raise EditError(op, f"there is a {kind} {taken!r} already{alike}", "Choose another id, or change the one that is there")


def vet(chart: Chart, op: str, kind: str, record: Any, only: frozenset[str] | None = None) -> None:
    """Check the references and intervals of a record, and of the records inside it.

    Parameters
    ----------
    chart : Chart
        In which the record stands already.
    op, kind : str
        For the message.
    record : record of any kind
    only : frozenset of str, optional
        Only the references in these fields.

    Raises
    ------
    NotFoundError
        For a reference that is not declared; a skill only where the chart declares any.
    EditError
        For a reference that could be two things, and an interval that ends before it begins.
    """

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str:
        if only is None or field.partition(".")[0] in only:
            _vet_reference(chart, op, kinds, reference, field)
        return reference

    follow(record, visit)
    for where, start, until in _intervals(record):
        if start is not None and until is not None and start >= until:
            raise EditError(
                op,
                f"an interval of {kind} {getattr(record, 'id', '')!r} ({where}) ends on {until} but begins on {start}",
                "Let until come after start: it is the first day that no longer counts",
            )


def _vet_reference(chart: Chart, op: str, kinds: tuple[str, ...], reference: str, field: str) -> None:
    if kinds == ("skill",) and not chart.skills:
        return
    if len(kinds) == 1:
        known(chart, kinds[0], reference)
        return
    found = meanings(chart, kinds, reference)
    if not found and not (kinds == ANYTHING and reference == ORGANISATION):
        what = "record" if kinds == ANYTHING else either(kinds)
        raise not_found(what, reference, (r.id for kind in kinds for r in chart.records(kind)))
    if len(found) > 1 and kinds == DECIDERS:
        spelled = either(f"{kind}:{name}" for kind, name in found)
        raise EditError(op, f"{reference!r} ({field}) could be a {' or a '.join(kind for kind, _ in found)}", f"Write {spelled}")


def _intervals(record: Any) -> Iterator[tuple[str, dt.date | None, dt.date | None]]:
    """Yield every interval that a record carries, with the field it stands in."""
    if hasattr(record, "until"):
        yield "until", record.start, record.until
    for field in record.__slots__:
        value = getattr(record, field)
        for one in value if isinstance(value, tuple) else (value,):
            if hasattr(one, "until"):
                yield field, one.start, one.until
            if field in {"squads", "chapters"}:
                yield from _intervals(one)


def vet_line(chart: Chart, op: str, kind: str, start: str) -> None:
    """Raise EditError when the line above a person or unit leads back to where it started."""
    walked = [start]
    while True:
        record = chart._find(kind, walked[-1])
        above = record.parent if kind == "unit" else record.reports_to
        # Dated posts may change hands without a circle on any day; like a reader, this looks at plain ones.
        found = chart.canonical(kind, above) if isinstance(above, str) else None
        if found is None:
            return
        if found in walked:
            if found == start:
                steps = " → ".join((*walked, start))
                raise EditError(op, f"the line of this {kind} leads back to itself: {steps}", "Take one of these steps out first")
            return
        walked.append(found)


def vet_skills(chart: Chart, op: str) -> None:
    """Raise EditError when a chart declares skills, but not all that it speaks of."""
    missing: dict[str, None] = {}

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str:
        if kinds == ("skill",) and chart.canonical("skill", reference) is None:
            missing[reference] = None
        return reference

    for field in ("people", "tribes", "squads", "chapters"):
        for record in getattr(chart, field):
            follow(record, visit, frozenset({"skill"}))
    if missing:
        raise EditError(
            op,
            f"once a chart declares skills it declares all of them; {listed(missing)} would be missing",
            "Declare them together: change('organisation', 'organisation', skills=[…])",
        )


def vet_chart(chart: Chart, op: str) -> None:
    """Check a whole chart: ids, references, intervals and lines. O(n)."""
    for kind in LISTS.values():
        seen: dict[str, str] = {}
        for record in chart.records(kind):
            key = id_key(record.id)
            if key in seen:
                raise EditError(op, f"{kind} {record.id!r} is declared twice", "Give one of the two another id")
            vet_id(chart, op, kind, record.id, record.id)
            seen[key] = record.id
    for field, kind in {**LISTS, "dependencies": "dependency", "gates": "gate", "waivers": "waiver"}.items():
        for record in getattr(chart, field):
            try:
                vet(chart, op, kind, record)
            except NotFoundError as error:
                missing = f"{describe(kind, record)} refers to {error.kind} {error.wanted!r}, which would not be there"
                raise EditError(op, missing, "Keep it, or take the reference out first") from None
    for kind in ("unit", "person"):
        for record in chart.records(kind):
            vet_line(chart, op, kind, record.id)
