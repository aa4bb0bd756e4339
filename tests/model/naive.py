"""Edits done by hand on a plain document: slow, obvious, and sharing no code with the library.

A document is what ``dataclasses.asdict`` makes of a chart, with lists for tuples. Every function changes the document it is
given, or raises :class:`Refused` where the library has to refuse.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
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
DECIDERS = ("person", "squad", "tribe", "unit", "chapter")


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


def add(doc: Doc, kind: str, blank: Record, tribe: str | None) -> None:
    if has(doc, kind, blank["id"]):
        raise Refused("taken")
    before = copy.deepcopy(doc)
    if tribe is not None:
        find(doc, "tribe", tribe)[TOP[kind]].append(blank)
    else:
        doc[TOP[kind]].append(blank)
    qualify(before, doc)


def change_tribe(doc: Doc, kind: str, name: str, tribe: str | None) -> None:
    record = find(doc, kind, name)
    to = doc[TOP[kind]] if tribe is None else find(doc, "tribe", tribe)[TOP[kind]]
    if not any(r is record for r in to):
        for one in lists(doc, kind):
            one[:] = [r for r in one if r is not record]
        to.append(record)


def rename(doc: Doc, kind: str, old: str, new: str) -> None:
    record = find(doc, kind, old)
    if new != old and has(doc, kind, new):
        raise Refused("taken")
    if new == old:
        return
    before = copy.deepcopy(doc)
    record["id"] = new
    rewrite(before, doc, {(kind, old): (kind, new)})


def remove(doc: Doc, kind: str, name: str, cascade: bool) -> None:
    record = find(doc, kind, name)
    lost: dict[tuple[str, str], Any] = {(kind, name): None}
    if kind == "tribe":
        inside = [("squad", s["id"]) for s in record["squads"]] + [("chapter", c["id"]) for c in record["chapters"]]
        if inside and not cascade:
            raise Refused("holds squads")
        lost |= dict.fromkeys(inside)
    before = copy.deepcopy(doc)
    for one in lists(doc, kind):
        one[:] = [r for r in one if r is not record]
    if not cascade:
        soft = {f for fields in SEATS.values() for f in fields} | {"subject"}
        for _, field, kinds, reference in references(doc):
            found = means(before, kinds, reference)
            if field not in soft and found and all(f in lost for f in found):
                raise Refused("referred to")
    rewrite(before, doc, lost)


# -- references -----------------------------------------------------------------------------------------------------------


def means(doc: Doc, kinds: tuple[str, ...], reference: str) -> list[tuple[str, str]]:
    kind, colon, rest = reference.partition(":")
    if colon:
        return [(kind, rest)] if kind in kinds and has(doc, kind, rest) else []
    return [(k, reference) for k in kinds if has(doc, k, reference)]


def qualify(before: Doc, after: Doc) -> None:
    """Write out the kind of deciders that a new id makes ambiguous."""
    for squad in records(after, "squad"):
        rights = squad["decision_rights"]
        for right in rights or ():
            one = rights[right]
            if one is not None and ":" not in one and len(means(after, DECIDERS, one)) > 1:
                found = means(before, DECIDERS, one)
                if len(found) == 1:
                    rights[right] = f"{found[0][0]}:{one}"


def rewrite(before: Doc, doc: Doc, names: dict[tuple[str, str], tuple[str, str] | None]) -> None:
    """Let every reference follow: to another id, or out."""

    def new(kinds: tuple[str, ...], reference: str) -> str | None:
        found = means(before, kinds, reference)
        lost = [one for one in found if names.get(one, one) is None]
        if found and len(lost) == len(found):
            return None
        if len(found) != 1 or lost:
            return reference
        kind, name = names.get(found[0], found[0])  # type: ignore[misc]
        if len(kinds) == 1:
            return name
        unclear = len(means(doc, kinds, name)) > 1 and (found[0] in names or kinds == DECIDERS)
        return f"{kind}:{name}" if ":" in reference or unclear else name

    for holder, key, kinds in list(places(doc)):
        value = holder[key]
        if isinstance(value, str):
            holder[key] = new(kinds, value)
        elif isinstance(value, dict) and key == "needs":
            holder[key] = {n: amount for k, amount in value.items() if (n := new(kinds, k)) is not None}
        elif isinstance(value, dict):
            part = "unit" if value.get("unit") is not None else "person"
            after = new((part,), value[part])
            holder[key] = None if after is None else {**value, part: after}
        elif isinstance(value, list):
            kept = []
            for one in value:
                if isinstance(one, dict):
                    part = "unit" if one.get("unit") is not None else "person"
                    if (after := new((part,), one[part])) is not None:
                        kept.append({**one, part: after})
                elif (after := new(kinds, one)) is not None:
                    kept.append(after)
            holder[key] = kept
    doc["dependencies"] = [d for d in doc["dependencies"] if d["source"] is not None and d["target"] is not None]
    doc["waivers"] = [w for w in doc["waivers"] if w["owner"] is not None and w["subject"] is not None]


def places(doc: Doc) -> Iterator[tuple[Record, str, tuple[str, ...]]]:
    """Yield (mapping, key, kinds) of everything that holds references."""
    for kind, fields in SEATS.items():
        for record in records(doc, kind):
            yield from ((record, field, ("person",)) for field in fields)
    for person in doc["people"]:
        yield person, "unit", ("unit",)
        yield person, "from_unit", ("unit",)
        yield person, "reports_to", ("person",)
    for unit in doc["units"]:
        yield unit, "parent", ("unit",)
        yield unit, "owns", ("product",)
    for tribe in doc["tribes"]:
        yield tribe, "scope", ("product",)
    for squad in records(doc, "squad"):
        yield squad, "owns", ("product",)
        yield squad, "needs", ("chapter",)
        if squad["decision_rights"] is not None:
            yield from ((squad["decision_rights"], right, DECIDERS) for right in squad["decision_rights"])
    for dependency in doc["dependencies"]:
        yield dependency, "source", ("squad",)
        yield dependency, "target", ("squad",)
    for waiver in doc["waivers"]:
        yield waiver, "owner", ("person",)
        yield waiver, "subject", tuple(TOP)


def references(doc: Doc) -> Iterator[tuple[Record, str, tuple[str, ...], str]]:
    for holder, key, kinds in places(doc):
        value = holder[key]
        for one in [value] if isinstance(value, str) else list(value or ()):
            yield holder, key, kinds, who(one)


def attempt(doc: Doc, edit: Callable[..., None], *args: Any) -> Doc | None:
    """Return an edited copy, or ``None`` where it is refused."""
    new = copy.deepcopy(doc)
    try:
        edit(new, *args)
    except Refused:
        return None
    return new


# -- a day, parts, wholes ---------------------------------------------------------------------------------------------------


def alive(record: Record, day: Any) -> bool:
    return (record["start"] is None or record["start"] <= day) and (record["until"] is None or day < record["until"])


def at(doc: Doc, day: Any) -> None:
    """Keep what is alive on a day and drop the dates."""
    before = copy.deepcopy(doc)
    lost = {}
    for kind in ("squad", "chapter", "project"):
        for one in lists(doc, kind):
            lost |= {(kind, r["id"]): None for r in one if not alive(r, day)}
            one[:] = [{**r, "start": None, "until": None} for r in one if alive(r, day)]
    for kind, fields in SEATS.items():
        for record in records(doc, kind):
            for field in fields:
                record[field] = [edge(h, "person") for h in record[field] if isinstance(h, str) or alive(h, day)]
    for person in doc["people"]:
        for field, key in (("unit", "unit"), ("reports_to", "person")):
            value = person[field]
            if isinstance(value, dict):
                person[field] = edge(value, key) if alive(value, day) else None
            elif isinstance(value, list):
                kept = [edge(p, key) for p in value if isinstance(p, str) or alive(p, day)]
                dated = any(isinstance(p, dict) and (p["start"] or p["until"]) for p in value)
                person[field] = kept if not dated or len(kept) > 1 else kept[0] if kept else None
        person["leave"] = [{"start": None, "until": None} for leave_ in person["leave"] if alive(leave_, day)]
    rewrite(before, doc, lost)


def edge(holder: Any, key: str) -> Any:
    if isinstance(holder, str) or (holder["start"] is None and holder["until"] is None):
        return holder
    if holder["allocation"] is None:
        return holder[key]
    return {**holder, "start": None, "until": None}
