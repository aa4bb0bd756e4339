"""Who sits where: said as joining, leaving, moving and appointing wherever that says it exactly."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from ...model.edits.holding import who_stands
from ...model.edits.roles import ROLES, SITTING, STANDING
from ...model.seats import Seat
from .script import Script, cleared, homes_of

__all__ = ["move", "reseat"]

Holder = str | Seat


def move(script: Script) -> None:
    """Let people go from one team to another with the seats that they have."""
    for kind, fields in SITTING.items():
        before = {record.id: record for _, record in homes_of(script.now, kind)}
        after = {record.id: record for _, record in homes_of(script.after, kind)}
        left = _stints(script, before, after, fields)
        for name, record in after.items():
            if name not in before:
                continue
            for person in dict.fromkeys(who_stands(script.after, h) for f in fields for h in getattr(record, f)):
                wanted = _seats_of(script, record, fields, person)
                origin = next((o for o, seats in left.get(person, {}).items() if _goes_along(seats, wanted)), None)
                target = script.now.record_at(kind, script.now.positions.get(kind, name) or (-1, 0))
                if origin is None or any(_seats_of(script, target, STANDING_IN[kind], person)):
                    continue
                # A lead stays a member of the chapter, and cannot move away from it.
                if kind == "chapter" and any(_seats_of(script, script.now.chapter(origin), ("lead",), person)):
                    continue
                prefix = "" if kind == "squad" else f"{kind}:"
                if script.tries("move", person=person, to=f"{prefix}{name}", from_squad=f"{prefix}{origin}"):
                    del left[person][origin]


#: The fields that make somebody sit in a team already.
STANDING_IN: Final = {"squad": ("members", "product_owner"), "chapter": ("members", "lead")}


def _stints(script: Script, before: dict[str, Any], after: dict[str, Any], fields: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Return person -> team that they leave for good -> their seats there."""
    left: dict[str, dict[str, Any]] = {}
    for name, record in before.items():
        then = after.get(name)
        if then is None or all(getattr(record, f) == getattr(then, f) for f in fields):
            continue
        there = {who_stands(script.after, h) for f in fields for h in getattr(then, f)}
        for person in dict.fromkeys(who_stands(script.now, h) for f in fields for h in getattr(record, f)):
            if person not in there:
                left.setdefault(person, {})[name] = _seats_of(script, record, fields, person)
    return left


def _goes_along(seats: Any, wanted: Any) -> bool:
    """Tell whether the seats that somebody has are just what they have elsewhere in the end; a further role may be added there."""
    return all(not mine or mine == its for mine, its in zip(seats, wanted, strict=True))


def _seats_of(script: Script, record: Any, fields: tuple[str, ...], person: str) -> tuple[tuple[Holder, ...], ...]:
    return tuple(tuple(h for h in getattr(record, f) if who_stands(script.now, h) == person) for f in fields)


def reseat(script: Script, kind: str, old: Any, new: Any) -> None:
    """Let the holders of every role of a record be those of the end, in their order.

    Where people came last and went, that is said of each of them; where seats changed places or dates, the list is set.
    """
    for field, role in STANDING.get(kind, {}).items():
        before, after = getattr(old, field), getattr(new, field)
        if before == after:
            continue
        steps = _steps(script, before, after)
        if steps is None or len(steps) > 1 + len(after):
            script.do("change", kind=kind, id=new.id, fields={field: cleared(new, field)})
            continue
        for op, holder in steps:
            _step(script, op, kind, new.id, role, holder)


def _steps(script: Script, before: tuple[Holder, ...], after: tuple[Holder, ...]) -> list[tuple[str, Holder]] | None:
    """Return who leaves and who comes, when that alone leads from one list to the other; else ``None``."""
    stay = Counter(after)
    kept: list[Holder] = []
    leaving: list[Holder] = []
    for holder in before:
        if stay[holder]:
            stay[holder] -= 1
            kept.append(holder)
        else:
            leaving.append(holder)
    coming = list(after[len(kept) :])
    if tuple(kept) != after[: len(kept)]:
        return None
    gone, here = [[who_stands(script.now, h) for h in some] for some in (leaving, kept)]
    new = [who_stands(script.now, h) for h in coming]
    # Leaving gives up all stretches of a role, and joining refuses a second seat on the same days.
    if len(set(gone)) < len(gone) or set(gone) & set(here) or len({*new, *here}) < len(new) + len(set(here)):
        return None
    if any(not _plainly_named(h, p) for h, p in zip(coming, new, strict=True)):
        return None
    return [("leave", h) for h in leaving] + [("come", h) for h in coming]


def _plainly_named(holder: Holder, person: str) -> bool:
    """Tell whether a seat is what joining would make of it: the declared id, a record only where more is said."""
    if isinstance(holder, str):
        return holder == person
    return holder.person == person and (holder.allocation, holder.start, holder.until) != (None, None, None)


def _step(script: Script, op: str, kind: str, name: str, role: str, holder: Holder) -> None:
    person = who_stands(script.now, holder)
    joins = role == "member"
    plain = kind == "squad" if joins else len(ROLES[role]) == 1
    where = name if plain else f"{kind}:{name}"
    said = {} if isinstance(holder, str) else {"allocation": holder.allocation, "from": holder.start, "until": holder.until}
    if op == "leave" and joins:
        script.do("quit", person=person, squad=where, role=role)
    elif op == "leave":
        script.do("relieve", person=person, role=role, of=where)
    elif joins:
        script.do("join", person=person, squad=where, **said)
    else:
        script.do("appoint", person=person, role=role, of=where, **said)
