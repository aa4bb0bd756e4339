"""People, and what the line organisation says of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from .fields import DATE, EXTRA, FLAG, FTE, ID, LEVEL, LOAD, NAME, NOTHING, TEXT, YEARS, Extra, choice, listed, mapped, optional
from .record import nested, record, value
from .seats import LINE_HOLDERS, LineHolders

__all__ = ["Leave", "Person", "PmType", "Skill", "Training"]

PmType = Literal["technical", "strategic", "marketing", "manager"]


@record
class Leave:
    """An absence, half-open; ``start`` is the key ``from`` in files."""

    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)


@record
class Training:
    """A training that ends on the day ``ready``, for a skill or for a role."""

    ready: dt.date = value(DATE)
    skill: str | None = value(optional(ID), default=None)
    role: str | None = value(optional(NAME), default=None)


@record
class Person:
    """Somebody, or a seat still to be filled.

    Parameters
    ----------
    id : str
        Unique among people.
    name : str, optional
        Defaults to the id (see :attr:`label`).
    job_title, location, seniority : str, optional
        As the HR list says it.
    unit : str, Post or tuple, optional
        Where the person sits in the line.
    from_unit : str, optional
        Where somebody came from; never a line manager.
    reports_to : str, Post or tuple, optional
        Line manager, where it is not the manager of the unit.
    fte : float, optional
        Contract, 0 to 1.5; undeclared counts as 1.
    skills : mapping of str to int
        Level 0 to 3 per skill id.
    vacancy : bool
        A seat still to be filled: counts as a person in design mode, nowhere in live mode.
    second_line : bool
        Independent risk or compliance; stays outside the head count of a tribe.
    external : bool
        Hired from outside; counts like anybody.
    agile_years : float, optional
        Years of agile or scrum experience.
    pm_type : {"technical", "strategic", "marketing", "manager"}, optional
        Type of product manager 1.0.
    duties, blocks : tuple of str
        Duties of a product manager 1.0; Haines blocks such as ``"2a"``.
    leave : tuple of Leave
    training : tuple of Training
    role_load : mapping of str to float
        Share of contract hours that a role takes, such as ``{"chapter_lead": 0.4}``.
    extra : mapping
        Kept, written back, ignored by rules.
    """

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    job_title: str | None = value(optional(NAME), default=None)
    unit: LineHolders = value(LINE_HOLDERS, default=None)
    from_unit: str | None = value(optional(ID), default=None)
    reports_to: LineHolders = value(LINE_HOLDERS, default=None)
    fte: float | None = value(optional(FTE), default=None)
    location: str | None = value(optional(NAME), default=None)
    skills: Mapping[str, int] = value(mapped(ID, LEVEL), default=NOTHING)
    vacancy: bool = value(FLAG, default=False)
    second_line: bool = value(FLAG, default=False)
    external: bool = value(FLAG, default=False)
    seniority: str | None = value(optional(NAME), default=None)
    agile_years: float | None = value(optional(YEARS), default=None)
    pm_type: PmType | None = value(optional(choice(PmType)), default=None)
    duties: tuple[str, ...] = value(listed(NAME), default=())
    blocks: tuple[str, ...] = value(listed(NAME), default=())
    leave: tuple[Leave, ...] = value(listed(nested(Leave)), default=())
    training: tuple[Training, ...] = value(listed(nested(Training)), default=())
    role_load: Mapping[str, float] = value(mapped(NAME, LOAD), default=NOTHING)
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@record
class Skill:
    """A skill that people have at a level from 0 to 3."""

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    description: str | None = value(optional(TEXT), default=None)

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id
