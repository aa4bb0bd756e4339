"""Records that came, went, got another id or another tribe, or stand elsewhere in their list."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from ...errors import EditError, NotFoundError
from ...model.edits import Edit
from ...model.edits.references import follow
from ...model.edits.resolving import meanings
from ...model.ids import id_key
from ...model.replacing import replaced
from .script import INSIDE, Script, cleared, homes_of, ids_of, keys, references_first

__all__ = ["come", "go", "rehome", "rename", "reorder"]


def rename(script: Script) -> None:
    """Spell ids as they are spelled in the end; every reference follows."""
    for kind in references_first:
        there = ids_of(script.after, kind)
        for key, old in ids_of(script.now, kind).items():
            new = there.get(key)
            if new is not None and new != old:
                script.do("change", kind=kind, id=old, fields={"id": new})


def come(script: Script) -> None:
    """Add the records that are new, with all that can be said of them by now; the rest is said by a change later."""
    for kind in references_first:
        if kind == "skill" and not script.now.skills:
            continue  # once one is declared all must be: they come together, last
        known = ids_of(script.now, kind)
        waiting = [(home, record) for home, record in homes_of(script.after, kind) if id_key(record.id) not in known]
        while waiting:
            later = [(home, record) for home, record in waiting if not _added(script, kind, home, record)]
            if len(later) == len(waiting):  # they refer to one another: the first comes without what it refers to
                home, record = later.pop(0)
                script.edits.append(edit := _adding(kind, home, record, _referring(script, record)))
                script.now = edit.apply(script.now)
            waiting = later


def _added(script: Script, kind: str, home: str | None, record: Any) -> bool:
    late = _referring(script, record)
    if late and kind in {"person", "unit"} and _among_themselves(kind, late):
        return False
    edit = _adding(kind, home, record, late)
    try:
        script.now = edit.apply(script.now)
    except (EditError, NotFoundError):
        return False
    script.edits.append(edit)
    return True


def _among_themselves(kind: str, late: frozenset[str]) -> bool:
    """Tell whether what cannot be said yet may refer to a record of the same kind, which is perhaps about to come."""
    return bool(late & ({"reports_to"} if kind == "person" else {"parent"}))


def _adding(kind: str, home: str | None, record: Any, late: frozenset[str]) -> Edit:
    fields: dict[str, Any] = {}
    for name, key in keys(record).items():
        if name not in INSIDE and name not in late and name != "id" and (value := cleared(record, name)) is not None:
            fields[key] = value
    return Edit("add", {"kind": kind, "id": record.id, "tribe": home, "fields": fields})


def _referring(script: Script, record: Any) -> frozenset[str]:
    """Return the fields whose references mean nothing, or something else, on the chart as it is by now."""
    late: set[str] = set()

    def visit(kinds: tuple[str, ...], reference: str, field: str) -> str:
        if kinds == ("skill",) and not script.now.skills:
            return reference
        found = meanings(script.now, kinds, reference)
        if not found or (len(kinds) > 1 and found != meanings(script.after, kinds, reference)):
            late.add(field.partition(".")[0])
        return reference

    for name in keys(record):
        if name in INSIDE:
            record = replaced(record, **{name: ()})
    follow(record, visit)
    return frozenset(late)


def rehome(script: Script) -> None:
    """Move squads and chapters into the tribe in which they end."""
    for kind in ("chapter", "squad"):
        now = {record.id: home for home, record in homes_of(script.now, kind)}
        for home, record in homes_of(script.after, kind):
            if record.id in now and now[record.id] != home:
                script.do("change", kind=kind, id=record.id, fields={"tribe": home})


def go(script: Script) -> None:
    """Remove what is no longer there; whatever still refers to it does not in the end either."""
    for kind in reversed(references_first):
        kept = ids_of(script.after, kind)
        for key, name in ids_of(script.now, kind).items():
            if key not in kept and not script.tries("remove", kind=kind, id=name):
                script.do("remove", kind=kind, id=name, cascade=True)


def reorder(script: Script) -> None:
    """Put records before those that they precede in the end: as few as possible, the others stay where they are."""
    for kind in references_first:
        lists: dict[str | None, list[str]] = {}
        for home, record in homes_of(script.after, kind):
            lists.setdefault(home, []).append(record.id)
        now: dict[str | None, list[str]] = {}
        for home, record in homes_of(script.now, kind):
            now.setdefault(home, []).append(record.id)
        for home, wanted in lists.items():
            place = {name: k for k, name in enumerate(now.get(home, ()))}
            if any(name not in place for name in wanted):
                continue  # skills that are declared together, later
            steady = _longest_rising([place[name] for name in wanted])
            for k in range(len(wanted) - 1, -1, -1):
                if place[wanted[k]] not in steady:
                    after = wanted[k + 1] if k + 1 < len(wanted) else None
                    script.do("change", kind=kind, id=wanted[k], fields={"before": after})


def _longest_rising(places: list[int]) -> set[int]:
    """Return the places of a longest rising subsequence: who already stands in order. O(n log n)."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for k, place in enumerate(places):
        at = bisect_left(tails, place)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(k)
        else:
            tails[at], ends[at] = place, k
    kept: set[int] = set()
    k = ends[-1] if ends else -1
    while k >= 0:
        kept.add(places[k])
        k = back[k]
    return kept
