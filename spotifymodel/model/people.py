"""People, and what the line organisation says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from .fields import NOTHING, RECORD, Date, Extra, Flag, Fte, Id, Level, Load, Name, Text, Years
from .seats import LineHolders

__all__ = ["Leave", "Person", "PmType", "Skill", "Training"]

PmType = Literal["technical", "strategic", "marketing", "manager"]


@dataclass(frozen=True, slots=True, config=RECORD)
class Leave:
    """An absence, half-open; ``start`` is the key ``from`` in files."""

    start: Date | None = Field(default=None, validation_alias="from")
    until: Date | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
class Training:
    """A training that ends on the day ``ready``, for a skill or for a role."""

    ready: Date
    skill: Id | None = None
    role: Name | None = None


@dataclass(frozen=True, slots=True, config=RECORD)
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

    id: Id
    name: Name | None = None
    job_title: Name | None = None
    unit: LineHolders = None
    from_unit: Id | None = None
    reports_to: LineHolders = None
    fte: Fte | None = None
    location: Name | None = None
    skills: Mapping[Id, Level] = NOTHING
    vacancy: Flag = False
    second_line: Flag = False
    external: Flag = False
    seniority: Name | None = None
    agile_years: Years | None = None
    pm_type: PmType | None = None
    duties: tuple[Name, ...] = ()
    blocks: tuple[Name, ...] = ()
    leave: tuple[Leave, ...] = ()
    training: tuple[Training, ...] = ()
    role_load: Mapping[Name, Load] = NOTHING
    extra: Extra = NOTHING

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id


@dataclass(frozen=True, slots=True, config=RECORD)
class Skill:
    """A skill that people have at a level from 0 to 3."""

    id: Id
    name: Name | None = None
    description: Text | None = None

    @property
    def label(self) -> str:
        """The name, or the id where none is given."""
        return self.name or self.id
