"""A gap report: everything that a plan lacks and changes, as tables that can be printed, saved and counted again."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from ...checking.frames import frame_of_columns
from ...errors import UsageError
from ...model.ports import port
from .chapters import chapters_of
from .facts import facts_of
from .flags import flags_of
from .people import people_of
from .prices import prices_of
from .records import ChapterGap, PersonGap, SeatGap, ShadowPrice, row_of
from .seats import seats_of
from .telling import lines_of, sections_of
from .totals import Totals, totals_of

if TYPE_CHECKING:
    from ..plan import Plan

__all__ = ["FORMAT", "GapReport", "gap_report_of"]

FORMAT: Final = "spotifymodel-gap-report/1"
Table = Literal["seats", "people", "chapters", "prices"]


@dataclass(frozen=True)
class GapReport:
    """What a plan lacks, seat by seat, person by person and chapter by chapter.

    Attributes
    ----------
    totals : Totals
        The sums: hires by role, trainings, what is covered today and in the plan, what it costs.
    seats : tuple of SeatGap
    people : tuple of PersonGap
        Everybody, in the order of the list: never a ranking.
    chapters : tuple of ChapterGap
    prices : tuple of ShadowPrice
        What one more person, or one more owner, would save; empty unless it was asked for.
    costs : tuple of mapping
        Lines of costs, where the blueprint gives rates.
    flags : tuple of mapping
        ``kind`` and ``text`` of what people have to judge before anything binds: the works council, exits, jobs that change.
        Flags, no legal advice.
    language : {"en", "nl"}
    """

    totals: Totals
    seats: tuple[SeatGap, ...]
    people: tuple[PersonGap, ...]
    chapters: tuple[ChapterGap, ...]
    prices: tuple[ShadowPrice, ...] = ()
    costs: tuple[Mapping[str, Any], ...] = ()
    flags: tuple[Mapping[str, str], ...] = ()
    language: Literal["en", "nl"] = "en"

    @property
    def open_seats(self) -> tuple[SeatGap, ...]:
        """The seats that lack something: a vacancy, an owner who still learns or of whom too little is told, a skill, a need."""
        return tuple(seat for seat in self.seats if seat.state != "filled")

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON holds it, in the format ``spotifymodel-gap-report/1``."""
        return {
            "format": FORMAT,
            "totals": self.totals.to_dict(),
            "costs": [dict(line) for line in self.costs],
            "seats": [row_of(one) for one in self.seats],
            "people": [row_of(one) for one in self.people],
            "chapters": [row_of(one) for one in self.chapters],
            "prices": [row_of(one) for one in self.prices],
            "flags": [dict(flag) for flag in self.flags],
        }

    def to_frame(self, of: Table = "seats") -> Any:
        """Return a table as a frame; pandas if installed, else polars.

        Parameters
        ----------
        of : {"seats", "people", "chapters", "prices"}
            What there is a row of. Several values in one cell are one text: a lesson that is to be asked first ends in a question
            mark, a skill of a chapter tells its level and on how many people it rests.

        Raises
        ------
        UsageError
            For another table.
        MissingDependencyError
            Where neither library is installed.
        """
        tables: dict[str, tuple[tuple[Any, ...], type]] = {
            "seats": (self.seats, SeatGap),
            "people": (self.people, PersonGap),
            "chapters": (self.chapters, ChapterGap),
            "prices": (self.prices, ShadowPrice),
        }
        if of not in tables:
            raise UsageError(f"there is no table {of!r}; choose {', '.join(tables)}", of, tables)
        rows, kind = tables[of]
        columns: dict[str, list[Any]] = {name: [] for name in kind.__dataclass_fields__}  # type: ignore[attr-defined]
        for one in rows:
            row = row_of(one)
            for name, cells in columns.items():
                cells.append(_cell(row[name]))
        return frame_of_columns(columns, "a table of gaps")

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the report; the suffix names the form: ``.txt``, ``.md``, ``.html`` or ``.json``.

        Raises
        ------
        UsageError
            For another suffix.
        """
        port("gap_report_save")(self, path)

    def __str__(self) -> str:
        return "\n".join(lines_of(sections_of(self))) + "\n"

    def _repr_html_(self) -> str:
        html: str = port("gap_report_html")(self)
        return html


def gap_report_of(
    plan: Plan, prices: bool = False, time_limit: float | None = None, progress: Callable[[str], None] | None = None
) -> GapReport:
    """Return the gap report of a plan; see :meth:`Plan.gap_report`."""
    facts = facts_of(plan)
    seats = tuple(seats_of(facts))
    people = tuple(people_of(facts, seats))
    return GapReport(
        totals_of(facts, seats, people),
        seats,
        people,
        tuple(chapters_of(facts, seats)),
        prices_of(plan, time_limit, progress) if prices else (),
        tuple(plan.gaps["costs"]),
        flags_of(plan),
        plan.language,
    )


def _cell(value: Any) -> Any:
    """Return what a cell of a table holds: of several things one text, by the names that JSON has for them."""
    if isinstance(value, dict):
        return "; ".join(f"{k} {v:+d}" for k, v in value.items())
    if not isinstance(value, list):
        return value
    return ", ".join(_told(one) if isinstance(one, dict) else str(one) for one in value)


def _told(one: Mapping[str, Any]) -> str:
    if "what" in one:  # a lesson
        asked = one["what"] if one["needed"] is None else f"{one['what']} {one['needed']:g}"
        return asked if one["certain"] else f"{asked}?"
    return f"{one['role']} of {one['of']}" if "role" in one else f"{one['skill']} {one['level']}: {one['people']}"
