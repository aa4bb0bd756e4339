"""A chart as rows of a table: one per person and squad, with our column names; what a table cannot hold is listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...model.ids import id_key
from .flags import is_vacancy_name, second_line_name
from .folding import slug
from .line_rows import LineRows, each_holder
from .table_losses import Losses, teams_of

__all__ = ["COLUMNS", "Cell", "Rows", "table_rows"]

Record = Mapping[str, Any]
Cell = str | float
Cells = dict[str, Cell]

#: Every column that can be written, in order; those that stay empty are left out, but for the first two.
COLUMNS: Final = (
    *("id", "name", "tribe", "tribe id", "squad", "squad id", "chapter", "chapter id", "role", "allocation", "from", "until"),
    *("unit", "unit id", "parent unit", "unit manager", "manager", "job title", "fte", "location", "seniority", "scrum years"),
    *("skills", "second line", "external", "vacancy"),
)

_SQUAD_ROLES: Final = (("product_owner", "PO"), ("members", "member"), ("agile_coaches", "AC"), ("compliance", "compliance"))
_TRIBE_ROLES: Final = (("lead", "TL"), ("agile_coaches", "AC"), ("support", "support"))
_PLAIN: Final = (
    ("job title", "job_title"),
    ("location", "location"),
    ("seniority", "seniority"),
    ("fte", "fte"),
    ("scrum years", "agile_years"),
)


@dataclass(frozen=True, slots=True)
class Rows:
    """A chart as a table.

    Parameters
    ----------
    header : tuple of str
        Column names, a selection of :data:`COLUMNS`.
    rows : list of tuple of (str or float)
    lost : tuple of str
        What the table does not say, counted.
    """

    header: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Seat:
    """One seat of somebody: the cells of its row, and the tribe it stands in."""

    cells: Cells
    tribe: str


def table_rows(document: Record) -> Rows:
    """Return a chart as rows.

    Parameters
    ----------
    document : mapping
        A chart in the file format.

    Notes
    -----
    O(seats). Reading the rows again gives the same people, teams, seats and line managers. Units, tribes, squads and
    chapters that no row of a person names get a row of their own.
    """
    return _Writing(document).rows()


class _Writing:
    """A chart being written, seat by seat."""

    def __init__(self, document: Record) -> None:
        self.document = document
        self.losses = Losses()
        self.people = {id_key(p["id"]) for p in document.get("people") or ()}
        self.line = LineRows(document, self.losses, self._needs_ids([("", u) for u in document.get("units") or ()]))
        self.ids = {
            "tribe": self._needs_ids([("", t) for t in document.get("tribes") or ()]),
            "squad": self._needs_ids(list(teams_of(document, "squads"))),
            "chapter": self._needs_ids(list(teams_of(document, "chapters"))),
        }
        self.in_squads: dict[str, list[_Seat]] = {}
        self.in_roles: dict[str, list[_Seat]] = {}
        self.in_chapters: dict[str, list[_Seat]] = {}
        self.says_second_line = any(second_line_name(str(u.get("name") or u["id"])) for u in document.get("units") or ())

    def rows(self) -> Rows:
        self._collect()
        people = self.document.get("people") or ()
        cells = [row for person in people for row in self._rows_of(person)]
        cells += list(self._rows_without_people(cells))
        used = {column for row in cells for column, value in row.items() if value != ""}
        if self.document.get("units"):
            used.add("parent unit")  # an empty column says that there are none; without it parents would be inferred
        header = tuple(c for c in COLUMNS if c in used or c in ("id", "name"))
        self.losses.inspect(self.document)
        return Rows(header, [tuple(row.get(column, "") for column in header) for row in cells], self.losses.lines)

    # -- seats -----------------------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        """Sort every seat of the chart under its person."""
        for tribe in self.document.get("tribes") or ():
            for key, role in _TRIBE_ROLES:
                self._add(self.in_roles, tribe, key, {**self._team("tribe", tribe), "role": role}, tribe)
        for tribe, chapter in teams_of(self.document, "chapters"):
            cells = {**self._team("tribe", tribe), **self._team("chapter", chapter)}
            self._add(self.in_roles, chapter, "lead", {**cells, "role": "CL"}, tribe)
            self._add(self.in_chapters, chapter, "members", cells, tribe)
        for tribe, squad in teams_of(self.document, "squads"):
            cells = {**self._team("tribe", tribe), **self._team("squad", squad)}
            for key, role in _SQUAD_ROLES:
                self._add(self.in_squads, squad, key, {**cells, "role": role}, tribe)

    def _add(self, seats: dict[str, list[_Seat]], team: Record, key: str, cells: Cells, tribe: Record | None) -> None:
        for holder in each_holder(team.get(key)):
            person = id_key(holder["person"])
            own = {k: _cell(holder[k]) for k in ("allocation", "from", "until") if holder.get(k) is not None}
            if person not in self.people:
                self.losses.add("seats of people who are not in the chart")
            else:
                seats.setdefault(person, []).append(_Seat({**cells, **own}, tribe["id"] if tribe else ""))

    def _team(self, kind: str, team: Record | None) -> Cells:
        """Return the cells that name a team; the key with an underscore tells teams of one name apart and is not written."""
        if team is None:
            return {}
        cells: Cells = {kind: str(team.get("name") or team["id"]), f"_{kind}": id_key(team["id"])}
        if self.ids[kind]:
            cells[f"{kind} id"] = team["id"]
        return cells

    @staticmethod
    def _needs_ids(teams: Sequence[tuple[Any, Record]]) -> bool:
        """Tell whether ids have to stand in a column, because names do not give them back."""
        seen = set()
        for _, team in teams:
            name = str(team.get("name") or team["id"])
            if slug(name) != team["id"] or ";" in name or slug(name) in seen:
                return True
            seen.add(slug(name))
        return False

    # -- rows ------------------------------------------------------------------------------------------------------------

    def _rows_of(self, person: Record) -> Iterator[Cells]:
        """Yield the rows of one person: one per seat, with the home chapter beside the squads where there is just one."""
        key = id_key(person["id"])
        homes = self.in_chapters.get(key, [])
        home = homes[0] if len(homes) == 1 and not {"allocation", "from", "until"} & set(homes[0].cells) else None
        rows: list[Cells] = []
        beside = False
        for seat in self.in_squads.get(key, []):
            row = dict(seat.cells)
            if home is not None and home.tribe == seat.tribe and row["role"] != "compliance":
                row |= {c: v for c, v in home.cells.items() if "chapter" in c}
                beside = True
            rows.append(row)
        rows += [dict(seat.cells) for seat in self.in_roles.get(key, [])]
        rows += [dict(seat.cells) for seat in homes if not (seat is home and beside)]
        posts = self.line.posts(person)
        if len(posts) == 1 and not {"from", "until"} & set(posts[0]):
            rows = [{**row, **posts[0]} for row in rows or [{}]]
        else:  # places in the line that change over time have rows of their own
            rows += posts
        about = self._about(person)
        for row in rows or [{}]:
            yield {**about, **row}

    def _about(self, person: Record) -> Cells:
        cells: Cells = {"id": person["id"], "name": person.get("name") or ""}
        for column, key in _PLAIN:
            if person.get(key) is not None:
                cells[column] = _cell(person[key])
        if person.get("skills"):
            cells["skills"] = "; ".join(f"{skill}:{level}" for skill, level in sorted(person["skills"].items()))
        for column, key, guessed in (
            ("second line", "second_line", self.says_second_line),
            ("external", "external", False),
            ("vacancy", "vacancy", is_vacancy_name(person.get("name") or "")),
        ):
            if person.get(key):
                cells[column] = "yes"
            elif guessed:
                cells[column] = "no"
        return cells

    def _rows_without_people(self, written: Sequence[Cells]) -> Iterator[Cells]:
        """Yield a row for every unit and team that no row has named so far."""
        named = {(kind, row.get(f"_{kind}")) for row in written for kind in ("unit", "tribe", "squad", "chapter")}
        for unit in self.document.get("units") or ():
            if ("unit", id_key(unit["id"])) not in named:
                yield self.line.unit_cells(unit)
        for kind in ("squad", "chapter"):
            for tribe, team in teams_of(self.document, f"{kind}s"):
                if (kind, id_key(team["id"])) not in named:
                    row = {**self._team("tribe", tribe), **self._team(kind, team)}
                    named.add(("tribe", row.get("_tribe")))
                    yield row
        for tribe in self.document.get("tribes") or ():
            if ("tribe", id_key(tribe["id"])) not in named:
                yield self._team("tribe", tribe)


def _cell(value: Any) -> Cell:
    """Return a value as a cell: numbers stay numbers."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
