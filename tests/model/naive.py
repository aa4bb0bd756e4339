"""Edits done by hand on a plain document: slow, obvious, and sharing no code with the library.

A document is what ``dataclasses.asdict`` makes of a chart, with lists for tuples. Every function changes the document it is
given, or raises :class:`Refused` where the library has to refuse.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

Doc = dict[str, Any]
Record = dict[str, Any]

TOP = {
    "person": "people",
    "unit": "units",
    "tribe": "tribes",
    "squad": "squads",
    "chapter": "chapters",
    "product": "products",
    "project": "projects",
    "guild": "guilds",
    "skill": "skills",
}
SEATS = {
    "squad": ("product_owner", "members", "agile_coaches", "steered_by", "compliance"),
    "chapter": ("lead", "members"),
    "tribe": ("lead", "agile_coaches", "support", "management_team"),
    "unit": ("manager",),
    "project": ("manager",),
    "product": ("review_owner",),
    "guild": ("coordinator", "members"),
}
FIELD = {
    ("squad", "member"): "members",
    ("squad", "product_owner"): "product_owner",
    ("squad", "agile_coach"): "agile_coaches",
    ("squad", "steerer"): "steered_by",
    ("squad", "compliance"): "compliance",
    ("chapter", "member"): "members",
    ("chapter", "chapter_lead"): "lead",
    ("guild", "member"): "members",
    ("tribe", "tribe_lead"): "lead",
    ("tribe", "support"): "support",
    ("tribe", "agile_coach"): "agile_coaches",
    ("unit", "manager"): "manager",
    ("product", "review_owner"): "review_owner",
}


class Refused(Exception):
    """The document cannot be edited so."""


def document(chart: Any) -> Doc:
    """Return a chart as plain dicts and lists."""
    return _plain(asdict(chart))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value


def lists(doc: Doc, kind: str) -> list[list[Record]]:
    """Return every list in which records of a kind stand."""
    inside = [t[TOP[kind]] for t in doc["tribes"]] if kind in {"squad", "chapter"} else []
    return [*inside, doc[TOP[kind]]]


def records(doc: Doc, kind: str) -> list[Record]:
    return [r for one in lists(doc, kind) for r in one]


def find(doc: Doc, kind: str, name: str) -> Record:
    for record in records(doc, kind):
        if record["id"] == name:
            return record
    raise Refused(f"no {kind} {name}")


def has(doc: Doc, kind: str, name: str) -> bool:
    return any(r["id"] == name for r in records(doc, kind))


def who(holder: Any) -> str:
    return holder if isinstance(holder, str) else holder["person"]


def span(holder: Any) -> tuple[Any, Any]:
    return (None, None) if isinstance(holder, str) else (holder["start"], holder["until"])


def days_in_common(a: tuple[Any, Any], b: tuple[Any, Any]) -> bool:
    start = max([d for d in (a[0], b[0]) if d is not None], default=None)
    until = min([d for d in (a[1], b[1]) if d is not None], default=None)
    return start is None or until is None or start < until


def seat(person: str, allocation: Any, start: Any, until: Any) -> Any:
    if start is not None and until is not None and start >= until:
        raise Refused("interval")
    if allocation is None and start is None and until is None:
        return person
    return {"person": person, "allocation": allocation, "start": start, "until": until}


# -- the edits ------------------------------------------------------------------------------------------------------------


def join(doc: Doc, person: str, squad: str, role: str, allocation: Any, start: Any, until: Any) -> None:
    find(doc, "person", person)
    record = find(doc, "squad", squad)
    new = seat(person, allocation, start, until)
    holders = record[FIELD["squad", role]]
    if any(who(h) == person and days_in_common(span(h), (start, until)) for h in holders):
        raise Refused("already")
    holders.append(new)


def leave(doc: Doc, person: str, squad: str, role: str | None) -> None:
    find(doc, "person", person)
    record = find(doc, "squad", squad)
    fields = SEATS["squad"] if role is None else (FIELD["squad", role],)
    before = [list(record[f]) for f in fields]
    for field in fields:
        record[field] = [h for h in record[field] if who(h) != person]
    if before == [record[f] for f in fields]:
        raise Refused("nothing there")


def sits(record: Record, person: str, fields: tuple[str, ...]) -> bool:
    return any(who(h) == person for field in fields for h in record[field])


def move(doc: Doc, person: str, to: str, origin: str | None) -> None:
    find(doc, "person", person)
    target = find(doc, "squad", to)
    fields = ("members", "product_owner")
    here = [s for s in records(doc, "squad") if sits(s, person, fields)]
    if any(s["id"] == to for s in here):
        raise Refused("sits there")
    if origin is not None:
        find(doc, "squad", origin)
        here = [s for s in here if s["id"] == origin]
    if len(here) != 1:
        raise Refused("which seat")
    for field in fields:
        target[field] += [h for h in here[0][field] if who(h) == person]
        here[0][field] = [h for h in here[0][field] if who(h) != person]


def move_home(doc: Doc, person: str, to: str) -> None:
    find(doc, "person", person)
    target = find(doc, "chapter", to)
    here = [c for c in records(doc, "chapter") if sits(c, person, ("members", "lead"))]
    if any(c["id"] == to for c in here) or len(here) != 1 or sits(here[0], person, ("lead",)):
        raise Refused("which home")
    target["members"] += [h for h in here[0]["members"] if who(h) == person]
    here[0]["members"] = [h for h in here[0]["members"] if who(h) != person]


def appoint(doc: Doc, person: str, role: str, kind: str, of: str, replace: bool, also: bool, start: Any, until: Any) -> None:
    find(doc, "person", person)
    record = find(doc, kind, of)
    field = FIELD[kind, role]
    new = seat(person, None, start, until)
    old = record[field]
    if replace:
        left = []
        for holder in old:
            left += without(holder, start, until)
        if [*left, new] == old:
            raise Refused("already alone")
        record[field] = [*left, new]
    else:
        if any(who(h) == person and days_in_common(span(h), (start, until)) for h in old):
            raise Refused("already")
        record[field] = [*old, new]
    if also:
        if "members" not in record:
            raise Refused("no members")
        if not any(who(h) == person and days_in_common(span(h), (start, until)) for h in record["members"]):
            record["members"].append(copy.deepcopy(new))


def without(holder: Any, start: Any, until: Any) -> list[Any]:
    if not days_in_common(span(holder), (start, until)):
        return [holder]
    begin, end = span(holder)
    share = None if isinstance(holder, str) else holder["allocation"]
    left = []
    if start is not None and (begin is None or begin < start):
        left.append(seat(who(holder), share, begin, start))
    if until is not None and (end is None or until < end):
        left.append(seat(who(holder), share, until, end))
    return left


def relieve(doc: Doc, person: str, role: str, kind: str, of: str) -> None:
    find(doc, "person", person)
    record = find(doc, kind, of)
    field = FIELD[kind, role]
    if not sits(record, person, (field,)):
        raise Refused("does not hold it")
    record[field] = [h for h in record[field] if who(h) != person]


def attempt(doc: Doc, edit: Callable[..., None], *args: Any) -> Doc | None:
    """Return an edited copy, or ``None`` where it is refused."""
    new = copy.deepcopy(doc)
    try:
        edit(new, *args)
    except Refused:
        return None
    return new
