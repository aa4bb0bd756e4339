"""A second reading of a chart: straight from the document, one day at a time, slow on purpose."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

#: Fields in which people stand, per kind of record.
ROLES = {
    "squads": ("members", "product_owner", "agile_coaches", "steered_by", "compliance"),
    "chapters": ("members", "lead"),
    "tribes": ("lead", "agile_coaches", "support", "management_team"),
    "units": ("manager",),
}


def holds(interval: dict[str, Any], day: str) -> bool:
    """Whether a half-open interval holds on a day."""
    return interval.get("from", "") <= day < interval.get("until", "9999")


def listed(value: Any) -> list[Any]:
    """One holder, several or none, as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def on_day(document: dict[str, Any], day: str) -> dict[str, Any]:
    """Return the document as it is on a day, without any date."""
    doc = copy.deepcopy(document)
    for place in (doc, *doc.get("tribes", ())):
        for field in ("squads", "chapters"):
            if field in place:
                place[field] = [_undated(r) for r in place[field] if holds(r, day)]
    for field, roles in ROLES.items():
        for place in (doc, *doc.get("tribes", ())):
            for record in place.get(field, ()):
                for role in roles:
                    if role in record:
                        record[role] = _on_day(record[role], day)
    for person in doc["people"]:
        for field in ("unit", "reports_to"):
            if field in person:
                person[field] = _on_day(person[field], day)
        if "leave" in person:
            person["leave"] = [{} for one in person["leave"] if holds(one, day)]
    return doc


def _undated(record: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in record.items() if k not in {"from", "until"}}


def _on_day(value: Any, day: str) -> list[Any]:
    return [one if isinstance(one, str) else _undated(one) for one in listed(value) if isinstance(one, str) or holds(one, day)]


class Reading:
    """Who stands where in a document on one day, as sets; `None` as a day reads an undated document as it is."""

    def __init__(self, document: dict[str, Any], day: str) -> None:
        doc = on_day(document, day)
        live = doc.get("mode") == "live"
        self.people = {p["id"]: p for p in doc["people"] if not (live and p.get("vacancy"))}
        self.units = {u["id"]: u for u in doc.get("units", ())}
        self.tribes = {t["id"]: t for t in doc.get("tribes", ())}
        self.squads: dict[str, tuple[str | None, dict[str, Any]]] = {}
        self.chapters: dict[str, tuple[str | None, dict[str, Any]]] = {}
        for name, table in (("squads", self.squads), ("chapters", self.chapters)):
            for tribe in doc.get("tribes", ()):
                table.update({r["id"]: (tribe["id"], r) for r in tribe.get(name, ())})
            table.update({r["id"]: (None, r) for r in doc.get(name, ())})

    def edges(self, record: dict[str, Any], role: str) -> Iterator[tuple[str, float | None]]:
        """Yield person and declared allocation; vacancies of a live chart left out."""
        for one in listed(record.get(role)):
            name = one if isinstance(one, str) else one["person"]
            person = name.removeprefix("person:").lower()
            if person in self.people:
                yield person, None if isinstance(one, str) else one.get("allocation")

    def role(self, record: dict[str, Any], role: str) -> set[str]:
        """Return the people who hold a role."""
        return {p for p, _ in self.edges(record, role)}

    def in_squad(self, squad: str, role: str) -> set[str]:
        """Return who holds a role of a squad; nobody where it does not exist on the day."""
        return self.role(self.squads[squad][1], role) if squad in self.squads else set()

    def squad_people(self, squad: str) -> set[str]:
        """Members and owners."""
        return self.in_squad(squad, "members") | self.in_squad(squad, "product_owner")

    def squads_of(self, person: str) -> set[str]:
        """Squads of which somebody is member or owner."""
        return {s for s in self.squads if person in self.squad_people(s)}

    def in_chapter(self, chapter: str, role: str) -> set[str]:
        """Who is in a chapter; leads are members."""
        if chapter not in self.chapters:
            return set()
        record = self.chapters[chapter][1]
        return self.role(record, "lead") | (self.role(record, "members") if role == "members" else set())

    def tribe_people(self, tribe: str) -> set[str]:
        """Everybody with a tie to a tribe, as the format defines it."""
        record = self.tribes[tribe]
        found = self.role(record, "lead") | self.role(record, "support") | self._dedicated(record)
        for squad in record.get("squads", ()):
            found |= self.squad_people(squad["id"]) | self._dedicated(squad)
        for chapter in record.get("chapters", ()):
            found |= self.in_chapter(chapter["id"], "members")
        return {p for p in found if not self.people[p].get("second_line")}

    def _dedicated(self, record: dict[str, Any]) -> set[str]:
        return {p for p, share in self.edges(record, "agile_coaches") if share is None or share >= 0.5}

    def line_managers(self, person: str) -> set[str]:
        """Return the line managers of somebody: of the line, and the leads of the chapters."""
        record = self.people[person]
        found: set[str] = set()
        named = listed(record.get("reports_to"))
        if named:
            found |= {one if isinstance(one, str) else one["person"] for one in named}
        else:
            for one in listed(record.get("unit")):
                unit = one if isinstance(one, str) else one["unit"]
                managers = self.role(self.units[unit], "manager")
                while person in managers:
                    unit = self.units[unit].get("parent")
                    managers = self.role(self.units[unit], "manager") if unit else set()
                found |= managers
        for chapter in self.chapters:
            if person in self.in_chapter(chapter, "members"):
                found |= self.in_chapter(chapter, "lead")
        return {m for m in found if m in self.people and m != person}
