"""A second reading of the four hard rules, straight from the document: naive, slow, independent of the index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["hard_findings"]

BEGIN, END = "0001-01-01", "9999-12-31"
Span = tuple[str, str, str, float]


def spans_of(value: Any) -> Iterator[Span]:
    """Yield person, from, until, share of whatever a role holds."""
    if value is None:
        return
    if isinstance(value, list):
        for item in value:
            yield from spans_of(item)
    elif isinstance(value, str):
        yield value, BEGIN, END, 1.0
    else:
        yield value["person"], value.get("from") or BEGIN, value.get("until") or END, value.get("allocation") or 1.0


def clipped(spans: Iterator[Span], holder: dict[str, Any]) -> list[Span]:
    """Keep what lies within the life of a squad or chapter."""
    low, high = holder.get("from") or BEGIN, holder.get("until") or END
    cut = [(p, max(a, low), min(b, high), s) for p, a, b, s in spans]
    return [one for one in cut if one[1] < one[2]]


def there(spans: list[Span], day: str) -> set[str]:
    return {p for p, a, b, _ in spans if a <= day < b}


def hard_findings(doc: dict[str, Any]) -> dict[str, dict[str, int]]:
    """Return rule -> subject -> worst count."""
    found: dict[str, dict[str, int]] = {"SQ001": {}, "MB001": {}, "PO001": {}, "TR001": {}}
    live = doc.get("mode") == "live"
    gone = {p["id"] for p in doc["people"] if p.get("vacancy")} if live else set()
    outside = {p["id"] for p in doc["people"] if p.get("second_line")}
    squads = [s for t in doc.get("tribes", []) for s in t.get("squads", [])] + doc.get("squads", [])
    seats = {s["id"]: [x for x in clipped(spans_of(s.get("members")), s) if x[0] not in gone] for s in squads}
    owners = {s["id"]: [x for x in clipped(spans_of(s.get("product_owner")), s) if x[0] not in gone] for s in squads}
    tribes: dict[str, list[Span]] = {}
    for tribe in doc.get("tribes", []):
        inside = [*spans_of(tribe.get("lead")), *spans_of(tribe.get("support"))]
        inside += [x for x in spans_of(tribe.get("agile_coaches")) if x[3] >= 0.5]
        for chapter in tribe.get("chapters", []):
            inside += clipped(iter([*spans_of(chapter.get("lead")), *spans_of(chapter.get("members"))]), chapter)
        for squad in tribe.get("squads", []):
            inside += seats[squad["id"]] + owners[squad["id"]]
            inside += [x for x in clipped(spans_of(squad.get("agile_coaches")), squad) if x[3] >= 0.5]
        tribes[tribe["id"]] = [x for x in inside if x[0] not in outside | gone]
    everything = [x for group in (seats, owners, tribes) for spans in group.values() for x in spans]
    for day in sorted({BEGIN} | {x[1] for x in everything} | {x[2] for x in everything} - {END}):
        count: dict[str, int] = {}
        for squad in seats:
            who = there(seats[squad], day) | there(owners[squad], day)
            if len(who) > 9:
                found["SQ001"][squad] = max(found["SQ001"].get(squad, 0), len(who))
            if there(seats[squad], day) and not there(owners[squad], day):
                found["PO001"][squad] = 0
            for person in who:
                count[person] = count.get(person, 0) + 1
        for person, n in count.items():
            if n > 2:
                found["MB001"][person] = max(found["MB001"].get(person, 0), n)
        for tribe, spans in tribes.items():
            if len(there(spans, day)) > 150:
                found["TR001"][tribe] = max(found["TR001"].get(tribe, 0), len(there(spans, day)))
    for squad, spans in owners.items():
        if not spans:
            found["PO001"][squad] = 0
    return found
