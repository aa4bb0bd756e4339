"""The structural errors of an undated design, read off the document without the package's index or rules."""

from __future__ import annotations

from typing import Any


def errors_of(document: dict[str, Any], squad_max: int = 9, most_squads: int = 2, tribe_max: int = 150) -> set[tuple[str, str]]:
    """Return (code, subject) of every broken rule of whitepaper structure."""
    people = {p["id"]: p for p in document.get("people", [])}
    tribes = document.get("tribes", [])
    squads = [(t["id"], s) for t in tribes for s in t.get("squads", [])] + [("", s) for s in document.get("squads", [])]
    chapters = [(t["id"], c) for t in tribes for c in t.get("chapters", [])] + [("", c) for c in document.get("chapters", [])]
    found: set[tuple[str, str]] = set()
    seats: dict[str, set[str]] = {p: set() for p in people}
    homes: dict[str, set[str]] = {p: set() for p in people}
    heads: dict[str, set[str]] = {t["id"]: set() for t in tribes}
    for tribe, squad in squads:
        owners, members = held(squad.get("product_owner")), held(squad.get("members"))
        inside = owners | members
        for person in inside:
            seats[person].add(squad["id"])
        if len(inside) > squad_max:
            found.add(("SQ001", squad["id"]))
        if not owners:
            found.add(("PO001", squad["id"]))
        if not tribe:
            found.add(("SQ009", squad["id"]))
        else:
            heads[tribe] |= inside | coaching(squad.get("agile_coaches"))
    for tribe, chapter in chapters:
        leads = held(chapter.get("lead"))
        inside = leads | held(chapter.get("members"))
        for person in inside:
            homes[person].add(chapter["id"])
        if len(leads) != 1:
            found.add(("CH001", chapter["id"]))
        if tribe:
            heads[tribe] |= inside
    for tribe in tribes:
        leads = held(tribe.get("lead"))
        if len(leads) != 1:
            found.add(("TL001", tribe["id"]))
        heads[tribe["id"]] |= leads | held(tribe.get("support")) | coaching(tribe.get("agile_coaches"))
        if len([p for p in heads[tribe["id"]] if not people[p].get("second_line")]) > tribe_max:
            found.add(("TR001", tribe["id"]))
    for person in people:
        if len(seats[person]) > most_squads:
            found.add(("MB001", person))
        if seats[person] and not homes[person] and chapters:
            found.add(("MB002", person))
        if len(homes[person]) > 1:
            found.add(("MB003", person))
    return found


def held(value: Any) -> set[str]:
    """Return who stands in a field of holders."""
    if value is None:
        return set()
    many = value if isinstance(value, list) else [value]
    return {one if isinstance(one, str) else one["person"] for one in many}


def coaching(value: Any) -> set[str]:
    """Return the coaches who are not shared with other tribes."""
    many = [] if value is None else value if isinstance(value, list) else [value]
    return {one if isinstance(one, str) else one["person"] for one in many if isinstance(one, str) or one.get("allocation", 1) >= 0.5}
