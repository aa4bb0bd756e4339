"""Find the edits that lead from one chart to another."""

from __future__ import annotations

from typing import Any, Final

from ...model.edits import Edit
from ...model.edits.plain import plain
from ...model.edits.roles import STANDING
from ...model.org import Org
from .records import come, go, rehome, rename, reorder
from .script import TOP, Script, differing, references_first
from .seats import move, reseat

__all__ = ["edits_between"]

#: Lists whose records carry no id -> their kind.
NAMELESS: Final = {"dependencies": "dependency", "gates": "gate", "waivers": "waiver"}
#: Fields in which records of a kind stand one above the other.
LINE: Final = {"person": "reports_to", "unit": "parent"}


def edits_between(before: Org, after: Org) -> tuple[Edit, ...]:
    """Return edits that make the one chart of the other, in an order in which each can be done.

    Notes
    -----
    What came is there before anything refers to it, and what went is gone before the rest is compared: removing somebody says
    at once that they left all their seats.
    """
    if before == after:
        return ()
    script = Script(before, after)
    if before.skills and not after.skills:
        script.do("change", kind="organisation", id="organisation", fields={"skills": None})
    rename(script)
    come(script)
    rehome(script)
    go(script)
    move(script)
    for kind in references_first:
        _settle(script, kind)
    reorder(script)
    _nameless(script)
    if script.now.skills != after.skills:
        _top(script, "skills")
    fields = {field: _top_value(after, field) for field in TOP if getattr(script.now, field) != getattr(after, field)}
    if fields:
        script.do("change", kind="organisation", id="organisation", fields=fields)
    assert script.now == after, "the edits of a difference lead to another chart"
    return tuple(script.edits)


def _settle(script: Script, kind: str) -> None:
    """Give the records of a kind the fields that they have in the end.

    A line must never lead back to itself, so a change may have to wait for another; where all of them wait, one record lets
    go of the line first.
    """
    waiting = [record for record in script.after.records(kind) if script.now.has(kind, record.id)]
    while waiting:
        later = [record for record in waiting if not _settled(script, kind, record)]
        if later and len(later) == len(waiting):
            script.do("change", kind=kind, id=later[0].id, fields={LINE[kind]: None})
        waiting = later


def _settled(script: Script, kind: str, record: Any) -> bool:
    old = _now(script, kind, record)
    if old == record:
        return True
    if kind == "person" and isinstance(old.unit, str) and isinstance(record.unit, str) and old.unit != record.unit:
        script.tries("move", person=record.id, to=f"unit:{record.unit}", from_squad=f"unit:{old.unit}")
        old = _now(script, kind, record)
    reseat(script, kind, old, record)
    # Whatever is left, places of seats that did not fit the words included.
    fields = differing(_now(script, kind, record), record)
    assert STANDING.get(kind, {}).keys().isdisjoint(fields), "seats are settled by then"
    return not fields or script.change(kind, record.id, fields)


def _now(script: Script, kind: str, record: Any) -> Any:
    at = script.now.positions.get(kind, record.id)
    assert at is not None
    return script.now.record_at(kind, at)


def _nameless(script: Script) -> None:
    """Add what is new at the end of a list of records without ids; else set the list."""
    for field, kind in NAMELESS.items():
        old, new = getattr(script.now, field), getattr(script.after, field)
        if old == new:
            continue
        if new[: len(old)] == old:
            for record in new[len(old) :]:
                script.do("add", kind=kind, fields=plain(record))
        else:
            _top(script, field)


def _top(script: Script, field: str) -> None:
    script.do("change", kind="organisation", id="organisation", fields={field: _top_value(script.after, field)})


def _top_value(org: Org, field: str) -> Any:
    value = getattr(org, field)
    return None if value == type(org).__dataclass_fields__[field].default else plain(value)
