"""The line organisation of a chart as cells: somebody's unit and manager, a unit's parent and manager."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...model.ids import id_key
from .table_losses import Losses

__all__ = ["LineRows", "each_holder"]

Record = Mapping[str, Any]
Cells = dict[str, str | float]


class LineRows:
    """Units and managers of a chart, ready to be put into rows.

    Parameters
    ----------
    document : mapping
        A chart in the file format.
    losses : Losses
        Takes what a table cannot hold.
    with_ids : bool
        Units need a column for their ids.
    """

    def __init__(self, document: Record, losses: Losses, with_ids: bool) -> None:
        self._units = {id_key(u["id"]): u for u in document.get("units") or ()}
        self._losses, self._with_ids = losses, with_ids
        self._counted: set[str] = set()

    def unit_cells(self, unit: Record) -> Cells:
        """Return the cells that describe a unit; the key with an underscore is not written."""
        cells: Cells = {"unit": str(unit.get("name") or unit["id"]), "_unit": id_key(unit["id"])}
        if self._with_ids:
            cells["unit id"] = unit["id"]
        parent = self._units.get(id_key(str(unit.get("parent") or "")))
        if parent is not None:
            cells["parent unit"] = str(parent["id"] if self._with_ids else parent.get("name") or parent["id"])
        managers = list(each_holder(unit.get("manager")))
        cells["unit manager"] = managers[0]["person"] if managers else "none"
        if unit["id"] not in self._counted:
            self._counted.add(unit["id"])
            if len(managers) > 1:
                self._losses.add("units: further managers", len(managers) - 1)
            if any(len(m) > 1 for m in managers):
                self._losses.add("units: dates of managers")
        return cells

    def posts(self, person: Record) -> list[Cells]:
        """Return where somebody sits in the line and who manages them there, one entry per span of time."""
        units, above = list(each_holder(person.get("unit"), "unit")), list(each_holder(person.get("reports_to")))
        above = [h for h in above if h.get("person")]
        if any(h.get("allocation") is not None for h in (*units, *above)):
            self._losses.add("people: allocation in the line")
        if len(units) > 1 and not all(_span(u) != (None, None) for u in units):
            self._losses.add("people: several units at once", len(units) - 1)
            units = units[:1]
        spans = {_span(u) for u in units}
        if units and not {_span(h) for h in above} <= spans:
            self._losses.add("people: line managers for a while")
            above = [h for h in above if _span(h) in spans]
        posts = [self._post(person, holder, [h["person"] for h in above if _span(h) == _span(holder)]) for holder in units]
        if not units:
            every = dict.fromkeys(map(_span, above))
            posts = [{**_dates(span), "manager": "; ".join(h["person"] for h in above if _span(h) == span)} for span in every]
        return posts

    def _post(self, person: Record, holder: Record, reports_to: Sequence[str]) -> Cells:
        unit = self._units.get(id_key(str(holder.get("unit", ""))))
        cells = {**_dates(_span(holder)), **(self.unit_cells(unit) if unit is not None else {})}
        managers = list(reports_to) or self._managers_by_unit(person, unit)
        if managers:
            cells["manager"] = "; ".join(managers)
        return cells

    def _managers_by_unit(self, person: Record, unit: Record | None) -> list[str]:
        """Return the unit's manager; for that manager, the one of the unit above."""
        seen: set[str] = set()
        while unit is not None and id_key(unit["id"]) not in seen:
            seen.add(id_key(unit["id"]))
            managers = [h["person"] for h in each_holder(unit.get("manager"))][:1]
            if id_key(person["id"]) not in map(id_key, managers):
                return managers
            unit = self._units.get(id_key(str(unit.get("parent") or "")))
        return []


def each_holder(value: Any, what: str = "person") -> Iterator[Record]:
    """Yield holders as mappings, each once.

    Examples
    --------
    >>> list(each_holder(["anna", {"person": "ben", "allocation": 0.5}, "anna"]))
    [{'person': 'anna'}, {'person': 'ben', 'allocation': 0.5}]
    """
    seen = set()
    for holder in () if value is None else value if isinstance(value, list | tuple) else (value,):
        record = {k: v for k, v in holder.items() if v is not None} if isinstance(holder, Mapping) else {what: holder}
        mark = tuple(sorted((k, str(v)) for k, v in record.items()))
        if mark not in seen:
            seen.add(mark)
            yield record


def _span(holder: Record) -> tuple[str | None, str | None]:
    start, until = holder.get("from"), holder.get("until")
    return (None if start is None else str(start), None if until is None else str(until))


def _dates(span: tuple[str | None, str | None]) -> Cells:
    return {key: value for key, value in zip(("from", "until"), span, strict=True) if value is not None}
