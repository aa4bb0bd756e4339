"""The agile side of the matrix: tribes that hold squads, crossed by chapters, and guilds beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal

from .fields import DATE, EXTRA, FLAG, ID, LEVEL, NAME, NOTHING, SEATS, TEXT, Extra, choice, listed, mapped, optional
from .record import Schema, nested, record, value
from .seats import HOLDERS, Holders

__all__ = ["Chapter", "DecisionRights", "Guild", "Kind", "Mandate", "Squad", "Tribe"]

Kind = Literal["change", "run", "platform"]
Mandate = Literal["none", "soft", "end_to_end"]
ONE_OR_MORE: Final[Schema] = {"type": "union", "mode": "left_to_right", "choices": [ID, listed(ID)]}


@record
class DecisionRights:
    """Who decides on priority, scope and budget of a squad: an id, with its kind where that is unclear."""

    priority: str | None = value(optional(ID), default=None)
    scope: str | None = value(optional(ID), default=None)
    budget: str | None = value(optional(ID), default=None)


@record
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

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    mission: str | None = value(optional(TEXT), default=None)
    kind: Kind | None = value(optional(choice(Kind)), default=None)
    mandate: Mandate | None = value(optional(choice(Mandate)), default=None)
    product_owner: Holders = value(HOLDERS, default=())
    members: Holders = value(HOLDERS, default=())
    agile_coaches: Holders = value(HOLDERS, default=())
    owns: tuple[str, ...] = value(listed(ID), default=())
    needs: Mapping[str, float] = value(mapped(ID, SEATS), default=NOTHING)
    required_skills: Mapping[str, int] = value(mapped(ID, LEVEL), default=NOTHING)
    steered_by: Holders = value(HOLDERS, default=())
    compliance: Holders = value(HOLDERS, default=())
    decision_rights: DecisionRights | None = value(optional(nested(DecisionRights)), default=None)
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
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

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    discipline: str | tuple[str, ...] | None = value(optional(ONE_OR_MORE), default=None)
    lead: Holders = value(HOLDERS, default=())
    members: Holders = value(HOLDERS, default=())
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)

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


@record
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

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    purpose: str | None = value(optional(TEXT), default=None)
    kind: Kind | None = value(optional(choice(Kind)), default=None)
    lead: Holders = value(HOLDERS, default=())
    agile_coaches: Holders = value(HOLDERS, default=())
    support: Holders = value(HOLDERS, default=())
    chapters: tuple[Chapter, ...] = value(listed(nested(Chapter)), default=())
    squads: tuple[Squad, ...] = value(listed(nested(Squad)), default=())
    scope: tuple[str, ...] = value(listed(ID), default=())
    management_team: Holders = value(HOLDERS, default=())
    critical_skills: tuple[str, ...] = value(listed(ID), default=())
    mixed_on_purpose: bool = value(FLAG, default=False)
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
class Guild:
    """A voluntary community across tribes; it binds nobody (Kniberg & Ivarsson, 2012)."""

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    coordinator: Holders = value(HOLDERS, default=())
    members: Holders = value(HOLDERS, default=())
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id
