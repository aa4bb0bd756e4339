"""The records of a blueprint: the wanted organisation without its people, and wishes about some of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal

from ...model.fields import DATE, EXTRA, FLAG, FLOOR, ID, LEVEL, NAME, NOTHING, SEATS, TEXT, WAVE, Extra, choice, listed, mapped, optional
from ...model.record import Schema, nested, record, value
from ...model.teams import Kind, Mandate

__all__ = [
    "Blueprint",
    "Count",
    "Coverage",
    "Forbid",
    "Freeze",
    "Lock",
    "Precedence",
    "Preference",
    "Proof",
    "Rates",
    "Stay",
    "WantedChapter",
    "WantedSquad",
    "WantedTribe",
    "Waves",
]

#: Roles that somebody may be hired for.
HiredRole = Literal["member", "product_owner", "chapter_lead", "tribe_lead", "agile_coach"]
_SOME: Final[Schema] = {"type": "int", "strict": True, "ge": 1, "le": 10_000}
Stay = Literal["allowed", "forced", "never"]
Count = Literal["skills", "shares"]
Proof = Literal["skills", "all"]
_ONE_OR_MORE: Final[Schema] = {"type": "union", "mode": "left_to_right", "choices": [ID, listed(ID)]}
_COACHES: Final[Schema] = {"type": "union", "mode": "left_to_right", "choices": [WAVE, listed(ID)]}


@record
class WantedChapter:
    """A chapter to be: one specialism, and the job titles that belong to it.

    Parameters
    ----------
    id, name : str
    discipline : str or tuple of str, optional
        What job titles are read as, such as ``back-end``.
    jobs : tuple of str
        Job titles, as the list of people writes them; they win over the discipline.
    """

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    discipline: str | tuple[str, ...] | None = value(optional(_ONE_OR_MORE), default=None)
    jobs: tuple[str, ...] = value(listed(NAME), default=())
    extra: Extra = value(EXTRA, default=NOTHING)

    @property
    def disciplines(self) -> tuple[str, ...]:
        """The discipline as a tuple, empty where none is given."""
        if self.discipline is None:
            return ()
        return (self.discipline,) if isinstance(self.discipline, str) else self.discipline


@record
class WantedSquad:
    """A squad to be: what it is for, and who it needs.

    Parameters
    ----------
    needs : mapping of str to float
        Chapter → full seats, in steps of ½.
    required_skills : mapping of str to int
        Skill → level, 0 to 3, that somebody in the squad must have.
    optional : bool
        Whether the squad is formed only where somebody sits in it: one that stays empty is left out, and needs no owner.
    """

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    mission: str | None = value(optional(TEXT), default=None)
    kind: Kind | None = value(optional(choice(Kind)), default=None)
    mandate: Mandate | None = value(optional(choice(Mandate)), default=None)
    owns: tuple[str, ...] = value(listed(ID), default=())
    needs: Mapping[str, float] = value(mapped(ID, SEATS), default=NOTHING)
    required_skills: Mapping[str, int] = value(mapped(ID, LEVEL), default=NOTHING)
    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)
    optional: bool = value(FLAG, default=False)
    extra: Extra = value(EXTRA, default=NOTHING)


@record
class WantedTribe:
    """A tribe to be, and the units whose people it takes; without units it takes everybody who is left.

    Parameters
    ----------
    from_units : tuple of str
        Units, with everything below them. Several tribes may name one unit: its people go where they are needed most.
    lead : str, optional
        Who leads it; else the director of these units is proposed.
    agile_coaches : int or tuple of str, optional
        How many, or who; else as many as the profile's limit asks.
    """

    id: str = value(ID)
    name: str | None = value(optional(NAME), default=None)
    purpose: str | None = value(optional(TEXT), default=None)
    from_units: tuple[str, ...] = value(listed(ID), default=())
    lead: str | None = value(optional(ID), default=None)
    agile_coaches: int | tuple[str, ...] | None = value(optional(_COACHES), default=None)
    chapters: tuple[WantedChapter, ...] = value(listed(nested(WantedChapter)), default=())
    squads: tuple[WantedSquad, ...] = value(listed(nested(WantedSquad)), default=())
    extra: Extra = value(EXTRA, default=NOTHING)


@record
class Lock:
    """Somebody must get this seat: a squad, with the role ``member`` or ``product_owner``, or the lead of a chapter or tribe."""

    person: str = value(ID)
    squad: str | None = value(optional(ID), default=None)
    chapter: str | None = value(optional(ID), default=None)
    tribe: str | None = value(optional(ID), default=None)
    role: str | None = value(optional(NAME), default=None)


@record
class Forbid:
    """Somebody must not sit in this squad."""

    person: str = value(ID)
    squad: str = value(ID)


@record
class Preference:
    """Squads that somebody would like, the dearest first; kept out of what is exported."""

    person: str = value(ID)
    squads: tuple[str, ...] = value(listed(ID))


@record
class Freeze:
    """A time in which nothing moves, half-open."""

    start: dt.date | None = value(optional(DATE), default=None, key="from")
    until: dt.date | None = value(optional(DATE), default=None)


@record
class Precedence:
    """One squad goes live in an earlier wave than another."""

    first: str = value(ID)
    then: str = value(ID)


@record
class Waves:
    """How the squads go live.

    Parameters
    ----------
    start : datetime.date, optional
        The first day; without it the road counts in weeks.
    weeks : int, optional
        From one wave to the next.
    max_squads, max_people : int, optional
        How many squads go live, and how many people move, in one wave at most.
    max_weeks : int, optional
        Weeks after the start within which every squad must be live.
    consultation_weeks : int, optional
        Weeks before anything binds; else one wave.
    hire_weeks : int, optional
        Until somebody is hired for an owner's, lead's or coach's seat; without it nothing waits for a vacancy.
    ready : mapping of str to int
        Person → week from which they are ready for their role, whatever else is known of them.
    precedences : tuple of Precedence
    backfill_price : float, optional
        What one full-time equivalent of temporary staff costs a week.
    """

    start: dt.date | None = value(optional(DATE), default=None)
    weeks: int | None = value(optional(_SOME), default=None)
    max_squads: int | None = value(optional(_SOME), default=None)
    max_people: int | None = value(optional(_SOME), default=None)
    max_weeks: int | None = value(optional(WAVE), default=None)
    consultation_weeks: int | None = value(optional(WAVE), default=None)
    hire_weeks: int | None = value(optional(WAVE), default=None)
    ready: Mapping[str, int] = value(mapped(ID, WAVE), default=NOTHING)
    precedences: tuple[Precedence, ...] = value(listed(nested(Precedence)), default=())
    backfill_price: float | None = value(optional(FLOOR), default=None)


@record
class Rates:
    """What hiring and learning cost, and how long learning takes; what is not given is not counted.

    Parameters
    ----------
    hires : mapping of str to float
        Role (``member``, ``product_owner``, ``chapter_lead``, ``tribe_lead``, ``agile_coach``) → what finding one person costs.
    training_month : float, optional
        What one month of learning costs, of one person.
    level_months : float, optional
        Months from one level of a skill to the next.
    currency : str, optional
        What the amounts are in; only shown.
    """

    hires: Mapping[HiredRole, float] = value(mapped(choice(HiredRole), FLOOR), default=NOTHING)
    training_month: float | None = value(optional(FLOOR), default=None)
    level_months: float | None = value(optional(FLOOR), default=None)
    currency: str | None = value(optional(NAME), default=None)


@record
class Coverage:
    """The skills that squads require are what this blueprint is about, rather than seats.

    They are covered as far as people can, with a proof.

    Parameters
    ----------
    count : {"skills", "shares"}
        Whether every required skill counts the same, or every squad: its skills then count as shares of it.
    squads_per_person : int, optional
        How many squads somebody may be in; never more than the profile allows.
    proof : {"skills", "all"}
        What is proven. The terms after the skills (owners, halves, sites) can take far longer than the skills: with ``skills``
        everybody who brings one is kept where it was found best, these terms are the best for that, and say a bound; with ``all``
        they are searched to their end. A tribe of few people and squads, or one that has needs too, is always proven as a whole.
    """

    count: Count = value(choice(Count), default="skills")
    squads_per_person: int | None = value(optional(_SOME), default=None)
    proof: Proof = value(choice(Proof), default="skills")


@record
class Blueprint:
    """What somebody wants; everything is optional and what is left open is proposed.

    Parameters
    ----------
    tribes : tuple of WantedTribe
    locks, forbid, preferences : tuple
        Wishes about people: binding, binding, and met as far as nothing dearer is lost.
    keep_together : tuple of tuple of str
        People who go to the same squad.
    stay : mapping of str to {"allowed", "forced", "never"}
        Per unit, with all below it, whether it may, must or must not stay as it is. ``forced`` keeps it out of the tribes;
        where it is ``allowed`` it stays unless a plan with its people is better: their seats filled, nobody hired for them.
    coverage : Coverage, optional
    freeze : tuple of Freeze
    waves : Waves, optional
    rates : Rates, optional
    """

    tribes: tuple[WantedTribe, ...] = value(listed(nested(WantedTribe)), default=())
    locks: tuple[Lock, ...] = value(listed(nested(Lock)), default=())
    forbid: tuple[Forbid, ...] = value(listed(nested(Forbid)), default=())
    keep_together: tuple[tuple[str, ...], ...] = value(listed(listed(ID)), default=())
    preferences: tuple[Preference, ...] = value(listed(nested(Preference)), default=())
    stay: Mapping[str, Stay] = value(mapped(ID, choice(Stay)), default=NOTHING)
    freeze: tuple[Freeze, ...] = value(listed(nested(Freeze)), default=())
    waves: Waves | None = value(optional(nested(Waves)), default=None)
    rates: Rates | None = value(optional(nested(Rates)), default=None)
    coverage: Coverage | None = value(optional(nested(Coverage)), default=None)
    extra: Extra = value(EXTRA, default=NOTHING)
