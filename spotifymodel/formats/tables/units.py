"""Rows as units of the line organisation: by name or code, one level or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .circles import circles
from .folding import Slugs, id_key, slug
from .header_words import LEVELS
from .people import Roll
from .values import Values

__all__ = ["UnitDraft", "Units", "gather_units"]

Key = tuple[str, ...]

_LONGEST_ID: Final = 200


@dataclass(slots=True)
class UnitDraft:
    """A unit as far as the rows so far tell.

    Parameters
    ----------
    key : tuple of str
        What tells it from others.
    id, name : str
    row : int
        Row index that named it first.
    parent : UnitDraft or None
        The unit above, where the list says so.
    manager : str
        Id of its manager; empty for none.
    manager_cell, said_parent : (int, str) or None
        Row index and text of the cell that names its manager, and its parent.
    """

    key: Key
    name: str
    row: int
    id: str = ""
    parent: UnitDraft | None = None
    manager: str = ""
    manager_cell: tuple[int, str] | None = None
    said_parent: tuple[int, str] | None = None

    @property
    def label(self) -> str:
        """What the report calls it: the name, with the id where the name does not give it."""
        return self.name if slug(self.name) == self.id or self.name == self.id else f"{self.name} ({self.id})"


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a list, and which one each row names."""

    all: list[UnitDraft]
    of_row: dict[int, UnitDraft]


def gather_units(values: Values, roll: Roll) -> Units:
    """Return the units that the rows name, with the parents that the list gives them.

    Notes
    -----
    O(rows). Where a list has several levels (division, department, team), the lowest one that is filled is where
    somebody sits; equal names under different parents are different units.
    """
    return _Gathering(values, roll).units()


class _Gathering:
    def __init__(self, values: Values, roll: Roll) -> None:
        self.values, self.roll = values, roll
        self.by_key: dict[Key, UnitDraft] = {}
        self.of_row: dict[int, UnitDraft] = {}
        self.levels = [level for level in LEVELS if values.has(level) or (level == "unit" and values.has("unit_id"))]
        self.code_of_name: dict[str, Key] = {}

    def units(self) -> Units:
        rows = sorted({*self.roll.of_row, *self.roll.teams})
        if self.values.has("unit_id") and self.values.has("unit"):
            for row in rows:
                code, name = self.values.text(row, "unit_id"), self.values.text(row, "unit")
                if code and name:
                    self.code_of_name.setdefault(id_key(name), ("#", id_key(code)))
        for row in rows:
            unit = self._read(row)
            if unit:
                self.of_row[row] = unit
        self._place_under_parents()
        units = list(self.by_key.values())
        self._name(units)
        self._untie(units)
        return Units(units, self.of_row)

    def _read(self, row: int) -> UnitDraft | None:
        """Return the unit where the person of a row sits."""
        values, unit = self.values, None
        path: Key = ()
        for level in self.levels:
            name = values.label(row, level)
            code = values.text(row, "unit_id") if level == "unit" else ""
            if not name and not code:
                continue
            path = ("#", id_key(code)) if code else self._key_by_name(level, path, name)
            unit = self._unit(path, name or code, row, unit)
        if unit is None:
            return None
        self._remember(unit, row)
        return unit

    def _key_by_name(self, level: str, above: Key, name: str) -> Key:
        if level == "unit" and id_key(name) in self.code_of_name:
            return self.code_of_name[id_key(name)]
        return (*above, id_key(name)) if len(self.levels) > 1 else (id_key(name),)

    def _unit(self, key: Key, name: str, row: int, parent: UnitDraft | None) -> UnitDraft:
        unit = self.by_key.get(key)
        if unit is None:
            unit = self.by_key[key] = UnitDraft(key, name, row, parent=parent)
            code = self.values.text(row, "unit_id")
            if key[0] == "#" and len(key) == 2 and id_key(code) == key[1] and len(code) <= _LONGEST_ID:
                unit.id = code
        elif unit.parent is None and parent is not unit:
            unit.parent = parent
        return unit

    def _remember(self, unit: UnitDraft, row: int) -> None:
        """Keep what a row says of its unit; the first row that says something counts."""
        values = self.values
        for field_name, attribute in (("unit_manager", "manager_cell"), ("parent_unit", "said_parent")):
            text = values.text(row, field_name)
            if not text:
                continue
            known: tuple[int, str] | None = getattr(unit, attribute)
            if known is None:
                setattr(unit, attribute, (row, text))
            elif id_key(known[1]) != id_key(text):
                facts = {"column": values.header(field_name), "unit": unit.name, "first": str(values.number(known[0]))}
                values.reject("unit-fact-differs", row, field_name, **facts)

    def _place_under_parents(self) -> None:
        by_name: dict[str, UnitDraft] = {}
        for unit in self.by_key.values():
            if unit.id:
                by_name.setdefault(id_key(unit.id), unit)
        for unit in self.by_key.values():
            by_name.setdefault(id_key(unit.name), unit)
        for unit in list(self.by_key.values()):
            if unit.said_parent is None:
                continue
            row, text = unit.said_parent
            parent = by_name.get(id_key(text))
            if parent is None:
                parent = UnitDraft((id_key(text),), text, row)
                by_name[id_key(text)] = self.by_key[parent.key] = parent
                self.values.ledger.remark("unit-made", self.values.number(row), unit=text)
            if parent is not unit:
                unit.parent = parent

    def _name(self, units: list[UnitDraft]) -> None:
        """Give every unit without a code an id from its name, with its parent's where names repeat."""
        slugs = Slugs(u.id for u in units if u.id)
        often: dict[str, int] = {}
        for unit in units:
            often[id_key(unit.name)] = often.get(id_key(unit.name), 0) + 1
        for unit in units:
            if not unit.id:
                repeated = often[id_key(unit.name)] > 1 and unit.parent is not None
                unit.id = slugs.new(_path(unit) if repeated else unit.name, f"unit-{self.values.number(unit.row)}")

    def _untie(self, units: list[UnitDraft]) -> None:
        by_id = {u.id: u for u in units}
        for circle in circles({u.id: [u.parent.id] if u.parent else [] for u in units}):
            unit = by_id[circle.members[0]]
            unit.parent = None
            shown = " → ".join((*circle.members[:6], circle.members[0] if len(circle.members) <= 6 else "…"))
            self.values.reject("unit-parent-cycle", unit.row, "parent_unit", unit=unit.name, cycle=shown)


def _path(unit: UnitDraft) -> str:
    """Return the names from the top down to a unit."""
    names, above, seen = [unit.name], unit.parent, {id(unit)}
    while above is not None and id(above) not in seen and len(names) < 10:
        seen.add(id(above))
        names.append(above.name)
        above = above.parent
    return " ".join(reversed(names))
