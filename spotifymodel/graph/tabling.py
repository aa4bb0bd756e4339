"""From the holders of a record to the tables of a relation, in one pass that also finds what is wrong.

The fast path (plain ids, all declared, no dates) runs on C-level set operations; everything else takes the careful path.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ..errors import Trouble
from ..model.ids import id_key, nearest, split_reference
from ..model.seats import Seat
from .relation import BEGIN, END, Relation, Span

__all__ = ["Faults", "Names", "in_bulk", "table"]

Path = tuple[str | int, ...]
Life = tuple[dt.date, dt.date]


class Faults:
    """Faults of a document, collected as (path, trouble without place, path of what was there first)."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[tuple[Path, Trouble, Path | None]] = []

    def add(self, path: Path, message: str, kind: str, expected: str = "", fix: str = "", first: Path | None = None) -> None:
        """Remember a fault; the places, also of what was there first, are looked up when the error is raised."""
        self.found.append((path, Trouble(message, expected=expected, fix=fix, kind=kind), first))


class Names:
    """The declared ids of one kind, and how references find them."""

    __slots__ = ("_keys", "exact", "kind")

    def __init__(self, kind: str, exact: Mapping[str, Any]) -> None:
        self.kind = kind
        self.exact = exact
        self._keys: dict[str, str] | None = None

    def resolve(self, reference: str) -> str | None:
        """Return the declared id that a reference means, or ``None``."""
        if reference in self.exact:
            return reference
        if self._keys is None:
            self._keys = {id_key(i): i for i in self.exact}
        found = self._keys.get(id_key(reference))
        if found is None:
            kind, rest = split_reference(reference)
            if kind == self.kind:
                return self.resolve(rest)
        return found

    def known(self, reference: str, path: Path, faults: Faults) -> str | None:
        """Return the declared id, or remember a dangling reference."""
        found = self.resolve(reference)
        if found is None:
            near = nearest(reference, self.exact)
            hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"declare the {self.kind} or take the reference out"
            faults.add(path, f"{self.kind} {reference!r} is not declared in this chart", "dangling-reference", fix=hint)
        return found


def life_of(record: Any, path: Path, faults: Faults) -> Life | None:
    """Return the life of a squad, chapter or project; ``None`` where it carries no dates."""
    start, until = record.start, record.until
    if start is None and until is None:
        return None
    check_order(start, until, path, faults)
    return start or BEGIN, until or END


def check_order(start: dt.date | None, until: dt.date | None, path: Path, faults: Faults) -> None:
    """Remember an interval that ends before it begins."""
    if start is not None and until is not None and start >= until:
        faults.add(
            (*path, "until"),
            f"the interval ends on {until} but begins on {start}",
            "interval",
            expected="an until after from (until is the first day that no longer counts)",
        )


def table(
    relation: Relation,
    holder: str,
    holders: tuple[str | Seat, ...],
    people: Names,
    life: Life | None,
    path: Path,
    field: str,
    faults: Faults,
    undeclared: float | None = None,
) -> None:
    """Enter the holders of one record into a relation.

    Parameters
    ----------
    relation : Relation
        Where the edges go; edges that are there already stay (leads are also members).
    holder : str
        Id of the squad, chapter, tribe …
    holders : tuple of (str or Seat)
        As the record says it.
    people : Names
        The declared people.
    life : (start, until) or None
        Life of the holder; edges are clipped to it.
    path, field
        Document path of the record, and the field the holders stand in.
    faults : Faults
        Collects dangling references and reversed intervals.
    undeclared : float, optional
        What an edge without allocation amounts to beside another edge of the same person that declares one; without it the
        declared one speaks for both.
    """
    if life is None and type(holders[0]) is str and holder not in relation.people:
        distinct = set(holders)
        if len(distinct) == len(holders) and people.exact.keys() >= distinct:
            relation.people[holder] = holders  # type: ignore[assignment]
            return
    ever: dict[str, tuple[Span, ...]] = {}
    if holder in relation.people:
        _earlier(relation, holder, ever, life)
    begin, end = life or ALWAYS
    dated = life is not None or holder in relation.spans
    exact = people.exact
    for at, seat in enumerate(holders):
        start, until, allocation = begin, end, None
        if type(seat) is str:
            reference = seat
        else:
            reference = seat.person  # type: ignore[union-attr]
            allocation = seat.allocation  # type: ignore[union-attr]
            first, last = seat.start, seat.until  # type: ignore[union-attr]
            if first is not None:
                dated = True
                if last is not None and first >= last:
                    check_order(first, last, (*path, field, at), faults)
                if first > begin:
                    start = first
            if last is not None:
                dated = True
                if last < end:
                    until = last
        if reference in exact:
            person = reference
        else:
            inner: Path = (at,) if isinstance(seat, str) else (at, "person")
            known = people.known(reference, (*path, field, *inner), faults)
            if known is None:
                continue
            person = known
        if start >= until:
            continue
        span = (start, until, allocation)
        ever[person] = (*ever[person], span) if person in ever else (span,)
    relation.people[holder] = tuple(ever)
    if dated:
        relation.shares.pop(holder, None)
        relation.spans[holder] = ever
    else:
        declared = {p: _declared(s, undeclared) for p, s in ever.items() if any(share is not None for _, _, share in s)}
        if declared:
            relation.shares[holder] = declared


def _declared(spans: tuple[Span, ...], undeclared: float | None) -> float:
    """Return the share that several edges of one person declare together: the largest."""
    return max(a for _, _, share in spans if (a := undeclared if share is None else share) is not None)


def in_bulk(relations: Mapping[str, Relation], records: Mapping[str, Any], people: Names) -> bool:
    """Enter the holders of many records at once, where all of them are plain ids, declared, each once, and no record has dates.

    Parameters
    ----------
    relations : dict of str to Relation
        Per field of the records where its holders go; both are still empty.
    records : dict of str to record
        Such as all squads of the chart, by id.
    people : Names

    Returns
    -------
    bool
        Whether that was so; otherwise nothing is entered, and :func:`table` goes through them one by one.
    """
    known = people.exact.keys()
    entered: list[tuple[str, dict[str, Any]]] = [(field, {}) for field in relations]
    for one, record in records.items():
        if record.start is not None or record.until is not None:
            return False
        for field, held in entered:
            holders = getattr(record, field)
            if holders:
                distinct = set(holders)
                if len(distinct) != len(holders) or not known >= distinct:
                    return False
                held[one] = holders
    for field, held in entered:
        relations[field].people = held
    return True


ALWAYS = (BEGIN, END)


def _earlier(relation: Relation, holder: str, ever: dict[str, tuple[Span, ...]], life: Life | None) -> None:
    """Start from the edges that stand there already."""
    begin, end = life or ALWAYS
    spans, shares = relation.spans.get(holder), relation.shares.get(holder, {})
    for person in relation.people.get(holder, ()):
        ever[person] = spans[person] if spans else ((begin, end, shares.get(person)),)
