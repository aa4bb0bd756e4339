"""What a matrix picture shows, free of where it comes from and of how it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["Column", "ColumnKind", "MatrixView", "Note", "Outsider", "Row", "Seat", "Severity"]

Severity = Literal["error", "warning", "advice", "off"]
ColumnKind = Literal["chapter", "none", "everybody"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a squad.

    Parameters
    ----------
    person : str
        Id of the person.
    roles : tuple of str
        ``PO`` and ``CL``, in this order.
    squads : int
        In how many squads the person works at the same time; 2 is shown as ½.
    bad : bool
        Whether an error rests on the person.
    vacancy, second_line : bool
    period : str
        Dates of the seat in words, empty where it has none.
    """

    person: str
    roles: tuple[Literal["PO", "CL"], ...] = ()
    squads: int = 1
    bad: bool = False
    vacancy: bool = False
    second_line: bool = False
    period: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A squad; ``cells`` holds its people per column.

    Parameters
    ----------
    count : int
        People of the squad at its fullest instant, the number that rules judge.
    over, ownerless, bad : bool
        Findings: above the limit, without product owner, any error at all.
    bench : bool
        Not a squad, but the people of the chapters who are in no squad.
    """

    squad: str
    name: str
    cells: tuple[tuple[Seat, ...], ...]
    count: int
    over: bool = False
    ownerless: bool = False
    bad: bool = False
    bench: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A chapter, or the people without one, or everybody where a tribe has no chapters.

    Parameters
    ----------
    hue : int
        Place in the palette; negative is neutral.
    leads : tuple of str
        Ids of its chapter leads.
    leadless, bad : bool
        Findings: nobody leads it, any error at all.
    """

    chapter: str
    name: str
    hue: int
    count: int
    leads: tuple[str, ...] = ()
    leadless: bool = False
    bad: bool = False
    kind: ColumnKind = "chapter"


@dataclass(frozen=True, slots=True)
class Outsider:
    """A second-line person linked to squads; not counted in the tribe."""

    person: str
    squads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A finding, as the footer needs it.

    Parameters
    ----------
    kind, subject, name : str
        Kind, id and name of the subject.
    measured, limit : int or float or None
    sentence : str
        The rule's own message, used where the picture has no shorter one.
    title : str
        The rule's name, for rules of users' own that the pictures have no words for.
    """

    code: str
    severity: Severity
    kind: str
    subject: str
    name: str
    sentence: str
    measured: float | None = None
    limit: float | None = None
    waived: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Everything a matrix picture shows of one tribe.

    Parameters
    ----------
    whole : (int, int) or None
        Squads and chapters of the whole tribe, where this view holds only a part of it.
    """

    tribe: str
    name: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    people: Mapping[str, str]
    count: int
    limit: int
    squad_limit: int
    leads: tuple[str, ...] = ()
    coaches: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
    leadless: bool = False
    over: bool = False
    vacancies: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = field(default=())
    remark: str = ""
    whole: tuple[int, int] | None = None

    @property
    def counts(self) -> tuple[int, int]:
        """How many squads and chapters the tribe has, whether or not all are in this view."""
        return self.whole or (len(self.squads), len(self.chapters))

    def place(self, row: Row) -> str:
        """Return the path of a row; every tribe has a bench of its own."""
        return f"bench:{self.tribe}" if row.bench else f"squad:{row.squad}"

    @property
    def squads(self) -> tuple[Row, ...]:
        """The rows that are squads."""
        return tuple(row for row in self.rows if not row.bench)

    @property
    def chapters(self) -> tuple[Column, ...]:
        """The columns that are chapters."""
        return tuple(column for column in self.columns if column.kind == "chapter")
