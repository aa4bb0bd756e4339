"""A second reading of line managers from a chart document, written from the contract alone; and ways to read quickly."""

from __future__ import annotations

from typing import Any

from spotifymodel.formats.tables import TableReading, document_from_table, read_table


def as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def who(holder: Any, key: str = "person") -> str:
    return holder[key] if isinstance(holder, dict) else holder


def line_managers(document: dict[str, Any], day: str | None = None) -> dict[str, set[str]]:
    """reports_to, else the manager of the unit, for the manager the parent unit's; on a day, or for undated places."""
    units = {u["id"]: u for u in document.get("units", ())}

    def holds(holder: Any) -> bool:
        if not isinstance(holder, dict):
            return True
        if day is None:
            return "from" not in holder and "until" not in holder
        return holder.get("from", "0") <= day < holder.get("until", "9")

    found = {}
    for person in document["people"]:
        above = {who(h) for h in as_list(person.get("reports_to")) if holds(h)}
        if not above:
            for holder in as_list(person.get("unit")):
                if not holds(holder):
                    continue
                unit = units[who(holder, "unit")]
                while unit is not None and unit.get("manager") == person["id"]:
                    unit = units.get(unit.get("parent"))
                if unit is not None and "manager" in unit:
                    above.add(unit["manager"])
        found[person["id"]] = above
    return found


def read_csv_text(text: str | bytes, **options: Any) -> TableReading:
    columns = options.get("columns")
    data = text.encode() if isinstance(text, str) else text
    return document_from_table(read_table(data, "list.csv", kind="csv", columns=columns), **options)


def kinds(notes: Any) -> list[str]:
    return [n.kind for n in notes]
