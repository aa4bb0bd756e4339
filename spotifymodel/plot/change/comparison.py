"""Two charts compared: what changed in every squad, chapter, tribe and unit, person by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Comparison", "DiffColumn", "DiffRow", "DiffSheet", "Entry", "Fate", "Holding", "Kind", "Role", "Tally"]

Kind = Literal["same", "plus", "minus", "shift"]
Fate = Literal["kept", "new", "gone"]
Role = Literal["TL", "AC", "CL", "support"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in a squad or unit, and what changed there.

    Parameters
    ----------
    person : str
        Id; the later one where it is spelled otherwise.
    kind : {"same", "plus", "minus", "shift"}
        ``shift``: in the squad before and after, from another chapter.
    owner : bool
        Whether they own the squad (or did, before they went).
    gained, lost : bool
        Whether they became its owner, or are it no longer, while they stayed.
    outside : bool
        Whether they are new in the organisation, or leave it.
    """

    person: str
    kind: Kind
    owner: bool = False
    gained: bool = False
    lost: bool = False
    outside: bool = False

    @property
    def quiet(self) -> bool:
        """Whether nothing changed."""
        return self.kind == "same" and not self.gained and not self.lost


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody who leads, coaches or supports, and whether that is new, over, or as it was."""

    role: Role
    person: str
    kind: Kind
    outside: bool = False


@dataclass(frozen=True, slots=True)
class DiffColumn:
    """A chapter of either chart, or (without an id) the people without one."""

    chapter: str
    name: str
    fate: Fate = "kept"
    leads: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class DiffRow:
    """A squad, a unit, or (without an id) the people of chapters who are in no squad.

    Parameters
    ----------
    formerly : str
        Its earlier name, where it was renamed.
    was, now : int
        Distinct people.
    """

    id: str
    name: str
    cells: tuple[tuple[Entry, ...], ...]
    was: int
    now: int
    fate: Fate = "kept"
    formerly: str = ""

    @property
    def quiet(self) -> bool:
        """Whether nothing changed in it."""
        return self.fate == "kept" and not self.formerly and all(entry.quiet for cell in self.cells for entry in cell)


@dataclass(frozen=True, slots=True)
class DiffSheet:
    """One tribe of either chart, or (without an id) the squads outside tribes."""

    tribe: str
    name: str
    fate: Fate
    columns: tuple[DiffColumn, ...]
    rows: tuple[DiffRow, ...]
    holders: tuple[Holding, ...]

    @property
    def quiet(self) -> bool:
        """Whether nothing changed in it."""
        leads = [lead for column in self.columns for lead in column.leads]
        held = all(one.kind == "same" for one in (*self.holders, *leads))
        return held and self.fate == "kept" and all(c.fate == "kept" for c in self.columns) and all(row.quiet for row in self.rows)

    def place(self, row: DiffRow) -> str:
        """Return the path of where the people of a row stand; a squad that went to another tribe stands in both."""
        if not row.id:
            return f"bench:{self.tribe}"
        gone = "gone" in (row.fate, self.fate)
        return f"was:{self.tribe}/squad:{row.id}" if gone else f"squad:{row.id}"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people moved, came, left, have another role, stayed; everybody counts once.

    Parameters
    ----------
    moved : int
        In other squads, chapters or units than before.
    roles : int
        In the same places with another role.
    """

    moved: int
    joined: int
    left: int
    roles: int
    stayed: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two charts, compared."""

    sheets: tuple[DiffSheet, ...]
    units: tuple[DiffRow, ...]
    people: dict[str, str]
    tally: Tally

    def only(self, tribe: str) -> Comparison:
        """Return what changed in one tribe; everybody who is or was in it counts once."""
        sheets = tuple(sheet for sheet in self.sheets if sheet.tribe == tribe)
        entries = [entry for sheet in sheets for row in sheet.rows for cell in row.cells for entry in cell]
        held = [one for sheet in sheets for one in (*sheet.holders, *(lead for column in sheet.columns for lead in column.leads))]
        marks: dict[str, set[str]] = {}
        for entry in entries:
            roles = {"role"} if entry.gained or entry.lost else set()
            marks.setdefault(entry.person, set()).update({entry.kind + ("!" if entry.outside else "")} | roles)
        for one in held:
            changed = "role" if not one.outside else one.kind + "!"
            marks.setdefault(one.person, set()).add(one.kind if one.kind == "same" else changed)
        joined = {person for person, found in marks.items() if "plus!" in found}
        left = {person for person, found in marks.items() if "minus!" in found} - joined
        moved = {person for person, found in marks.items() if found & {"plus", "minus", "shift"}} - joined - left
        roles = {person for person, found in marks.items() if "role" in found} - joined - left - moved
        stayed = len(marks) - len(joined) - len(left) - len(moved) - len(roles)
        names = {person: self.people[person] for person in marks}
        return Comparison(sheets, (), names, Tally(len(moved), len(joined), len(left), len(roles), stayed))
