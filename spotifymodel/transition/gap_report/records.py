"""The rows of a gap report: of a seat, of somebody, of a chapter, and what one more of something would save."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from ...rules.t_shape import Form
from ..learning import Lesson
from ..move import HrStatus

__all__ = ["ChapterGap", "PersonGap", "PriceKind", "SeatGap", "SeatKind", "SeatState", "ShadowPrice", "SkillGap", "row_of"]

SeatKind = Literal["role", "skill", "need"]
PriceKind = Literal["hire", "train"]
SeatState = Literal["filled", "learning", "unknown", "open", "short"]


@dataclass(frozen=True, slots=True)
class SeatGap:
    """What a seat asks and what is there.

    Attributes
    ----------
    kind : {"role", "skill", "need"}
        A role that somebody holds, a skill that a squad asks of somebody inside, or the seats that it asks of a chapter.
    state : {"filled", "learning", "unknown", "open", "short"}
        ``learning``: who holds the role does not fit it yet; ``unknown``: too little is told of them; ``open``: a vacancy; ``short``:
        a skill or need that is not met.
    tribe, squad, chapter, role, skill : str or None
        Where, and what of.
    required, present, short : float or None
        Levels of a skill, seats of a need.
    holder : str or None
        Who holds the role, a vacancy among them.
    lacking : tuple of str
        What the holder lacks, or what is not told of them.
    inside : tuple of str
        Who inside comes nearest: of a skill at the best level that is there; of a role that is open, or whose holder does not fit,
        by what is told. By id, no ranking.
    inside_number : int
        How many these are, where not all are named.
    elsewhere : tuple of str
        Who in the tribe, outside it and without a role, could do it by all that is told; by id.
    elsewhere_number : int
    months : float or None
        What has to be learned takes so long; ``None`` where nobody knows.
    live : int or None
        Week in which the seat is needed.
    latest : int or None
        Week in which learning or hiring has to have begun; below 0 it is late.
    latest_start : datetime.date or None
        The day of that week, where the blueprint names a start.
    """

    kind: SeatKind
    state: SeatState
    tribe: str
    squad: str | None = None
    chapter: str | None = None
    role: str | None = None
    skill: str | None = None
    required: float | None = None
    present: float | None = None
    short: float | None = None
    holder: str | None = None
    lacking: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    inside_number: int = 0
    elsewhere: tuple[str, ...] = ()
    elsewhere_number: int = 0
    months: float | None = None
    live: int | None = None
    latest: int | None = None
    latest_start: dt.date | None = None

    @property
    def of(self) -> str:
        """The squad, chapter or tribe that the seat is in."""
        return self.squad or self.chapter or self.tribe


@dataclass(frozen=True, slots=True)
class PersonGap:
    """What changes for somebody, and what they may have to learn.

    Attributes
    ----------
    person : str
    unit : str or None
        Where they work today.
    before : str
        Their role of today.
    roles : tuple of (str, str)
        Role and what it is of, tomorrow: ``("member", "app")``.
    tribe, chapter : str or None
    hr_status : {"follows", "changed", "new", "open"}
    line_manager_today, line_manager : str or None
    other_line_manager : bool
    week : int
        When they leave the line; 0 for who stays.
    shape, shape_after : {"T", "I", "broad", "neither", "unknown"}
        Of their skills today, and once their lessons are learned.
    lessons : tuple of Lesson
        A lesson of a squad goes to one of those who come nearest to it, so that each has few: it is an offer, not a duty.
    """

    person: str
    unit: str | None
    before: str
    roles: tuple[tuple[str, str], ...]
    tribe: str | None
    chapter: str | None
    hr_status: HrStatus
    line_manager_today: str | None
    line_manager: str | None
    other_line_manager: bool
    week: int
    shape: Form
    shape_after: Form
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillGap:
    """How much of a skill a chapter has, against what the squads that it sits in ask at least.

    Attributes
    ----------
    skill : str
    level : int
        That is asked; where no squad asks the skill, the level from which the profile counts who carries it.
    people : int
        Its bus factor: on how many people of the chapter it rests.
    supply : float
        Their contracts, in full-time equivalents.
    squads : int
        Squads in which the chapter sits that ask it at this level or above.
    demand : float
        Full-time equivalents that those take at least: somebody may sit half in each of two.
    """

    skill: str
    level: int
    people: int
    supply: float
    squads: int
    demand: float


@dataclass(frozen=True, slots=True)
class ChapterGap:
    """Supply and demand of a chapter.

    Attributes
    ----------
    chapter, tribe : str
    lead : str or None
        A vacancy where the lead is still to be found.
    people, vacancies : int
    supply : float
        Contracts of its people, in full-time equivalents.
    asked, filled, short : float
        Seats that squads ask of it, that its people fill, and that are left.
    span : int
        People whose line manager its lead is, vacancies among them.
    bus_factor : int or None
        The least number of people on whom one of its skills rests; ``None`` where no skill is told.
    skills : tuple of SkillGap
    """

    chapter: str
    tribe: str
    lead: str | None
    people: int
    vacancies: int
    supply: float
    asked: float
    filled: float
    short: float
    span: int
    bus_factor: int | None
    skills: tuple[SkillGap, ...] = ()


@dataclass(frozen=True, slots=True)
class ShadowPrice:
    """What one more of something would save: the staffing is solved again with it.

    Attributes
    ----------
    kind : {"hire", "train"}
        One more person in a chapter, or one more of its people fit to own a squad.
    tribe, chapter : str
    saves : mapping of str to int
        Term → change, for the terms up to the first that gets better, and all after it; below zero is better.
    proven : bool
        Whether both staffings are.
    """

    kind: PriceKind
    tribe: str
    chapter: str
    saves: Mapping[str, int] = field(default_factory=dict)
    proven: bool = True


def row_of(one: SeatGap | PersonGap | ChapterGap | ShadowPrice) -> dict[str, Any]:
    """Return a row as JSON holds it."""
    found = {name: getattr(one, name) for name in one.__dataclass_fields__}
    if isinstance(one, PersonGap):
        found["roles"] = [{"role": role, "of": of} for role, of in one.roles]
        found["lessons"] = [lesson.to_dict() for lesson in one.lessons]
    elif isinstance(one, ChapterGap):
        found["skills"] = [asdict(skill) for skill in one.skills]
    elif isinstance(one, ShadowPrice):
        found["saves"] = dict(one.saves)
    return {k: v.isoformat() if isinstance(v, dt.date) else list(v) if isinstance(v, tuple) else v for k, v in found.items()}
