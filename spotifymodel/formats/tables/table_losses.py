"""What a chart says that one row per person and squad cannot hold, counted for the one who converts it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from .folding import slug

__all__ = ["Losses", "teams_of"]

Record = Mapping[str, Any]

#: What has a column, or is said by rows; everything else is lost.
_KEPT: Final[Mapping[str, frozenset[str]]] = {
    "chart": frozenset({"format", "people", "units", "tribes", "squads", "chapters", "skills"}),
    "people": frozenset(
        {"id", "name", "job_title", "unit", "reports_to", "fte", "location", "skills", "vacancy", "second_line", "external"}
        | {"seniority", "agile_years"}
    ),
    "units": frozenset({"id", "name", "manager", "parent"}),
    "tribes": frozenset({"id", "name", "lead", "agile_coaches", "support", "chapters", "squads"}),
    "squads": frozenset({"id", "name", "product_owner", "members", "agile_coaches", "compliance"}),
    "chapters": frozenset({"id", "name", "lead", "members"}),
    "skills": frozenset({"id"}),
}


class Losses:
    """Counts what is lost, by what it is."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def add(self, what: str, n: int = 1) -> None:
        """Count something that is lost."""
        self._counts[what] = self._counts.get(what, 0) + n

    def inspect(self, document: Record) -> None:
        """Count every field of the chart that has no column."""
        for key, value in document.items():
            if key not in _KEPT["chart"] and value not in (None, "", [], {}) and (key, value) != ("mode", "design"):
                self.add(key, len(value) if isinstance(value, list) else 1)
        for kind in ("people", "units", "tribes", "skills"):
            self._inspect(kind, document.get(kind) or ())
        for kind in ("squads", "chapters"):
            self._inspect(kind, (team for _, team in teams_of(document, kind)))
        for person in document.get("people") or ():
            for skill in person.get("skills") or {}:
                if slug(skill) != skill:
                    self.add("people: spelling of skill ids")

    def _inspect(self, kind: str, records: Iterable[Record]) -> None:
        for record in records:
            for key, value in record.items():
                if key not in _KEPT[kind] and value not in (None, "", [], {}, False):
                    if kind == "skills" and key == "name" and slug(str(value)) == record["id"]:
                        continue
                    self.add(f"{kind}: {key.replace('_', ' ')}")

    @property
    def lines(self) -> tuple[str, ...]:
        """What is lost, one line each, with how often."""
        return tuple(f"{what} ({n})" if n > 1 else what for what, n in sorted(self._counts.items()))


def teams_of(document: Record, kind: str) -> Iterator[tuple[Record | None, Record]]:
    """Yield every squad or chapter with its tribe, those outside tribes last."""
    for tribe in document.get("tribes") or ():
        for team in tribe.get(kind) or ():
            yield tribe, team
    for team in document.get(kind) or ():
        yield None, team
