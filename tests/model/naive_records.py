"""Records added, renamed, removed and read on a day by hand: the part of the naive document that follows references."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from .naive import SEATS, TOP, Doc, Record, Refused, find, has, lists, records, who

DECIDERS = ("person", "squad", "tribe", "unit", "chapter")


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


# -- a day ---------------------------------------------------------------------------------------------------


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
