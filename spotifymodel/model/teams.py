"""The agile side of the matrix: tribes that hold squads, crossed by chapters, and guilds beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from .fields import NOTHING, RECORD, Date, Extra, Flag, Id, Level, Name, Seats, Text
from .seats import Holders

__all__ = ["Chapter", "DecisionRights", "Guild", "Kind", "Mandate", "Squad", "Tribe"]

Kind = Literal["change", "run", "platform"]
Mandate = Literal["none", "soft", "end_to_end"]


@dataclass(frozen=True, slots=True, config=RECORD)
class DecisionRights:
    """Who decides on priority, scope and budget of a squad: an id, with its kind where that is unclear."""

    priority: Id | None = None
    scope: Id | None = None
    budget: Id | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class Squad:
    """A team that is responsible end to end, steered on the *what* by a product owner.

    Parameters
    ----------
    id, name : str
        ``name`` defaults to the id.
    mission : str, optional
        What the product owner steers on.
    kind : {"change", "run", "platform"}, optional
    mandate : {"none", "soft", "end_to_end"}, optional
    product_owner, members, agile_coaches : tuple of (str or Seat)
        Who holds the role. The same person may stand twice; they count once.
    owns : tuple of str
        Products, journeys and services.
    needs : mapping of str to float
        Full seats wanted per chapter id, in steps of ½.
    required_skills : mapping of str to int
        Level that somebody inside must have.
    steered_by : tuple of (str or Seat)
        Who steers the squad besides its owner.
    compliance : tuple of (str or Seat)
        Second-line people linked to it.
    decision_rights : DecisionRights, optional
    start, until : datetime.date, optional
        Life of the squad, half-open; ``start`` is the key ``from`` in files.
    extra : mapping
        Kept, written back, ignored by rules.
    """

    id: Id
    name: Name | None = None
    mission: Text | None = None
    kind: Kind | None = None
    mandate: Mandate | None = None
    product_owner: Holders = ()
    members: Holders = ()
    agile_coaches: Holders = ()
    owns: tuple[Id, ...] = ()
    needs: Mapping[Id, Seats] = NOTHING
    required_skills: Mapping[Id, Level] = NOTHING
    steered_by: Holders = ()
    compliance: Holders = ()
    decision_rights: DecisionRights | None = None
    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
class Chapter:
    """People of one specialism; its lead is their line manager and steers the *how*.

    Parameters
    ----------
    id, name : str
        ``name`` defaults to the id.
    discipline : str or tuple of str, optional
        Skill id, or several.
    lead : tuple of (str or Seat)
        A lead is a member whether listed or not, and is not their own manager.
    members : tuple of (str or Seat)
    start, until : datetime.date, optional
        Life of the chapter, half-open.
    extra : mapping
        Kept, written back, ignored by rules.
    """

    id: Id
    name: Name | None = None
    discipline: Id | tuple[Id, ...] | None = None
    lead: Holders = ()
    members: Holders = ()
    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id

    @property
    def disciplines(self) -> tuple[str, ...]:
        """The discipline as a tuple, empty where none is given."""
        if self.discipline is None:
            return ()
        return (self.discipline,) if isinstance(self.discipline, str) else self.discipline


@dataclass(frozen=True, slots=True, config=RECORD)
class Tribe:
    """A collection of squads with one purpose, crossed by chapters; at most so many people as the profile says.

    Parameters
    ----------
    id, name : str
        ``name`` defaults to the id.
    purpose : str, optional
    kind : {"change", "run", "platform"}, optional
    lead, agile_coaches, support : tuple of (str or Seat)
        A coach with an allocation under one half is shared with other tribes and does not count.
    chapters : tuple of Chapter
    squads : tuple of Squad
    scope : tuple of str
        Products that the tribe answers for.
    management_team : tuple of (str or Seat)
        Where it differs from the tribe lead with the chapter leads.
    critical_skills : tuple of str
        Skills that at least two people should master.
    mixed_on_purpose : bool
        Run and change squads stand in one tribe deliberately.
    extra : mapping
        Kept, written back, ignored by rules.
    """

    id: Id
    name: Name | None = None
    purpose: Text | None = None
    kind: Kind | None = None
    lead: Holders = ()
    agile_coaches: Holders = ()
    support: Holders = ()
    chapters: tuple[Chapter, ...] = ()
    squads: tuple[Squad, ...] = ()
    scope: tuple[Id, ...] = ()
    management_team: Holders = ()
    critical_skills: tuple[Id, ...] = ()
    mixed_on_purpose: Flag = False
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
class Guild:
    """A voluntary community across tribes; it binds nobody (Kniberg & Ivarsson, 2012)."""

    id: Id
    name: Name | None = None
    coordinator: Holders = ()
    members: Holders = ()
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id
