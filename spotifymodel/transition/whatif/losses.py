"""What leaves with people, told as text, page and table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from ...checking.finding import Finding
from ...checking.frames import frame_of_columns
from ...measuring.row import Row
from ...measuring.showing import as_html, as_text
from .roles import Role
from .words import ROLES, SAY

__all__ = ["Loss", "Robustness"]


@dataclass(frozen=True)
class Loss:
    """What leaves with somebody.

    Attributes
    ----------
    person : str
    breaks : tuple of Finding
        What the rules find without them, and not with them.
    roles : tuple of Role
        That they hold alone.
    skills : tuple of str
        That nobody else carries: has at the level from which the profile counts it.
    """

    person: str
    breaks: tuple[Finding, ...]
    roles: tuple[Role, ...]
    skills: tuple[str, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(f for f in self.breaks if f.severity == "error")


@dataclass(frozen=True)
class Robustness:
    """How much of a chart rests on single people, and what room is left.

    Attributes
    ----------
    losses : tuple of Loss
        Of everybody whose leaving breaks something or who holds or carries something alone, in the order of the chart: this
        says what an organisation rests on, and ranks nobody.
    looked_at, people : int
        How many were looked at, of how many; fewer where the limit came first.
    bus_factor : mapping of str to int
        Skill → how many people carry it; 0 where it is named, declared or critical and nobody does.
    room : tuple of Row
        How many more people each squad and tribe holds under its limit, the fullest first.
    whole : bool
        Whether rules about everything were judged too; else everybody was judged within their tribe or unit.
    stopped_by : str or None
    """

    losses: tuple[Loss, ...]
    looked_at: int
    people: int
    bus_factor: Mapping[str, int]
    room: tuple[Row, ...]
    whole: bool
    stopped_by: str | None = None
    language: Literal["en", "nl"] = "en"

    def of(self, person: str) -> Loss:
        """Return what leaves with somebody; nothing where they are not among the losses."""
        return next((one for one in self.losses if one.person == person), Loss(person, (), (), ()))

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "version": 1,
            "looked_at": self.looked_at,
            "people": self.people,
            "whole": self.whole,
            "stopped_by": self.stopped_by,
            "losses": [
                {
                    "person": one.person,
                    "breaks": [{"code": f.code, "severity": f.severity, "subject": f.subject._asdict()} for f in one.breaks],
                    "roles": [{"role": r.name, "kind": r.kind, "of": r.of} for r in one.roles],
                    "skills": list(one.skills),
                }
                for one in self.losses
            ],
            "bus_factor": dict(self.bus_factor),
            "room": [row._asdict() for row in self.room],
        }

    def to_frame(self) -> Any:
        """Return one row per loss; pandas if installed, else polars."""
        columns: dict[str, list[Any]] = {
            "person": [one.person for one in self.losses],
            "errors": [len(one.errors) for one in self.losses],
            "findings": [", ".join(sorted({f.code for f in one.breaks})) for one in self.losses],
            "roles": [", ".join(f"{r.name} {r.of}" for r in one.roles) for one in self.losses],
            "skills": [", ".join(one.skills) for one in self.losses],
        }
        return frame_of_columns(columns, "a table of losses")

    def _head(self) -> list[str]:
        say = SAY[self.language]
        breaking = sum(bool(one.errors) for one in self.losses)
        warning = sum(any(f.severity == "warning" for f in one.breaks) and not one.errors for one in self.losses)
        lines = [say["robust"].format(n=self.looked_at, breaking=breaking, warning=warning)]
        if self.bus_factor:
            lines.append(say["skills"].format(n=sum(n == 1 for n in self.bus_factor.values()), all=len(self.bus_factor)))
        full = [f"{row.kind} {row.subject}" for row in self.room if row.value <= 0]
        if full:
            lines.append(say["full"].format(what=", ".join(full)))
        return lines + ([] if self.whole else [say["narrow"]]) + ([say["stopped"].format(of=self.people)] if self.stopped_by else [])

    def _cells(self) -> list[tuple[str, ...]]:
        say, roles = SAY[self.language], ROLES[self.language]
        rows: list[tuple[str, ...]] = [(say["person"], say["errors"], say["warnings"], say["roles"], say["known_alone"])]
        for one in self.losses:
            codes = [sorted({f.code for f in one.breaks if f.severity == s}) for s in ("error", "warning")]
            held = ", ".join(roles[r.name].format(of=r.of) for r in one.roles)
            rows.append((one.person, *(" ".join(c) or "–" for c in codes), held or "–", ", ".join(one.skills) or "–"))
        return rows

    def __str__(self) -> str:
        return "\n".join([*self._head(), *(["", as_text(self._cells(), ())] if self.losses else [])]) + "\n"

    def _repr_html_(self) -> str:
        listed = "".join(f"<li>{escape(one)}</li>" for one in self._head())
        return f"<ul>{listed}</ul>{as_html(self._cells(), ()) if self.losses else ''}"
