"""Where the records of a chart stand, by id and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .ids import KINDS, id_key, split_reference
from .persistent import Persistent

if TYPE_CHECKING:
    from .chart import Chart

__all__ = ["FIELD_OF", "LISTS", "Position", "Positions"]

#: The top-level lists of a chart whose records carry an id: field -> kind of what stands in it.
LISTS: Final[dict[str, str]] = {
    "people": "person",
    "units": "unit",
    "tribes": "tribe",
    "squads": "squad",
    "chapters": "chapter",
    "products": "product",
    "projects": "project",
    "guilds": "guild",
    "skills": "skill",
}
FIELD_OF: Final = {kind: field for field, kind in LISTS.items()}

Position = tuple[int, int]
"""``(tribe, place)`` for squads and chapters inside a tribe, ``(-1, place)`` for all else."""

Table = dict[str, Position] | Persistent[Position]


class Positions:
    """Where the records of each kind stand; tables are built per kind on first use.

    Immutable to the outside. A chart hands its positions to the chart that an edit makes of it as long as the same records
    stand in the same places; :meth:`without` and :meth:`appended` keep the tables of the kinds that did not move.

    Parameters
    ----------
    chart : Chart
        Read when a table is first needed.
    """

    __slots__ = ("_chart", "_exact", "_keys")

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._exact: dict[str, Table] = {}
        self._keys: dict[str, Table] = {}

    def exact(self, kind: str) -> Table:
        """Return the table id -> position of one kind."""
        known = self._exact.get(kind)
        if known is None:
            # Two threads may both build it: the tables are equal, and the later one stays.
            known = self._exact[kind] = _places(self._chart, kind)
        return known

    def get(self, kind: str, wanted: str) -> Position | None:
        """Return the position of an id, compared exactly first and by key after; ``None`` on a miss."""
        found = self.exact(kind).get(wanted)
        if found is None:
            keys = self._keys.get(kind)
            if keys is None:
                keys = self._keys[kind] = {id_key(i): at for i, at in _places(self._chart, kind).items()}
            found = keys.get(id_key(wanted))
        return found

    def seek(self, kind: str, reference: str) -> Position | None:
        """Return the position that a reference means: like :meth:`get`, then with a leading ``kind:`` taken off."""
        found = self.get(kind, reference)
        if found is None and ":" in reference:
            named, rest = split_reference(reference)
            if named == kind:
                return self.seek(kind, rest)
        return found

    def without(self, chart: Chart, *kinds: str) -> Positions:
        """Return positions for a chart in which records of these kinds came, went or moved."""
        return self._for(chart, tuple(k for k in KINDS if k not in kinds))

    def appended(self, chart: Chart, kind: str, new: str, at: Position) -> Positions:
        """Return positions for a chart in which one record was added behind the others of its list: O(√n)."""
        child = self._for(chart, KINDS)
        for tables, key in ((child._exact, new), (child._keys, id_key(new))):
            old = tables.get(kind)
            if old is not None:
                kept = Persistent(old) if isinstance(old, dict) else old
                tables[kind] = kept.put([(key, at)])
        return child

    def _for(self, chart: Chart, kinds: tuple[str, ...]) -> Positions:
        child = Positions(chart)
        for mine, its in ((self._exact, child._exact), (self._keys, child._keys)):
            its.update((kind, mine[kind]) for kind in kinds if kind in mine)
        return child


def _places(chart: Chart, kind: str) -> dict[str, Position]:
    field = FIELD_OF[kind]
    places: dict[str, Position] = {}
    if kind in {"squad", "chapter"}:
        for t, tribe in enumerate(chart.tribes):
            places.update((record.id, (t, k)) for k, record in enumerate(getattr(tribe, field)))
    places |= {record.id: (-1, k) for k, record in enumerate(getattr(chart, field))}
    return places
